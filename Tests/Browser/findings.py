"""What a walk found: kept as single observations, told as few lines."""

from collections import defaultdict


class Findings:
    """Observations by rule and detail, so that the same fault on many pages, widths and modes is one line."""

    SHOWN_PAGES = 4

    def __init__(self):
        self._places = defaultdict(lambda: defaultdict(set))

    def add(self, rule, page, detail, width=None, mode=None):
        """Keeps one observation: the rule that is broken, where, and what was seen."""
        circumstances = self._places[(rule, detail)][page]
        circumstances.add((width, mode))

    def __len__(self):
        return len(self._places)

    def lines(self):
        """One line a fault: rule, pages, widths, modes, detail; in a fixed order."""
        for (rule, detail), pages in sorted(self._places.items()):
            names = sorted(pages)
            shown = " ".join(names[: self.SHOWN_PAGES])
            if len(names) > self.SHOWN_PAGES:
                shown += f" and {len(names) - self.SHOWN_PAGES} more"
            seen = set().union(*pages.values())
            widths = ",".join(str(width) for width in sorted({width for width, _ in seen if width}))
            modes = " ".join(sorted({mode for _, mode in seen if mode}))
            circumstances = "; ".join(part for part in (widths and widths + " px", modes) if part)
            yield f"{rule}: {shown}{f' ({circumstances})' if circumstances else ''}: {detail}"
