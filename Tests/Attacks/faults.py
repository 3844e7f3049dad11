"""What the checks found, each fault once with how often it was seen."""

from collections import Counter


class Faults:
    def __init__(self):
        self._counts = Counter()
        self._examples = {}

    def add(self, check, place, message):
        """Notes a fault: `place` is a file, of which the first one is shown."""
        key = (check, " ".join(ascii(str(message))[:300].split()))
        self._counts[key] += 1
        self._examples.setdefault(key, place)

    def lines(self):
        for (check, message), count in sorted(self._counts.items()):
            yield f"{check}: {message} [{self._examples[(check, message)]}{f' and {count - 1} more' if count > 1 else ''}]"

    def __len__(self):
        return len(self._counts)
