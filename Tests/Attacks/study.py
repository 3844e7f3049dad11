"""A study whose logs and study file hold one text in each place that takes a text."""

import json
from pathlib import Path

MODELS, BENCHMARKS, ITEMS = 4, 3, 40


class Texts:
    """Gives texts in turn; those for names come from `turn` on, so that each turn has others in the places that are few."""

    def __init__(self, texts, turn):
        self._texts, self._names, self._items = texts, turn, 0

    def name(self):
        self._names += 1
        return self._texts[(self._names * 7) % len(self._texts)]

    def item(self):
        self._items += 1
        return self._texts[self._items % len(self._texts)]


def write(folder, texts, turn):
    """Writes logs/, changed/ and study.toml into a folder that is not there yet.

    `changed` has the same items with other answers. Names are unique and not empty, since else they would be fewer.
    """
    folder = Path(folder)
    source = Texts([text for _, text in texts], turn)
    taken = set()

    def identifier():
        for _ in range(10 * len(texts)):
            name = source.name()
            folded = name.strip().casefold()
            if folded and "\0" not in name and len(name) < 400 and folded not in taken:
                taken.add(folded)
                return name
        raise SystemExit("too few texts that can be names")

    models = [identifier() for _ in range(MODELS)]
    benchmarks = [identifier() for _ in range(BENCHMARKS)]
    files = [identifier() for _ in models]
    facets = {"modality": [source.name() for _ in range(3)], "content": ["basic", "complex"]}
    facet_name = identifier()
    items = {
        benchmark: [{
            "item": f"{number} {source.item()}", "question": source.item(), "target": ["A", source.item()][number % 4 == 3],
            "choices": [source.item() for _ in range(3)], "modality": facets["modality"][number % 3],
            "content": facets["content"][number % 2], "image": f"{source.item()}{number // 2}", facet_name: source.item(),
        } for number in range(ITEMS)] for benchmark in benchmarks}
    for release, place in enumerate(["logs", "changed"]):
        (folder / place).mkdir(parents=True)
        for model, file in zip(models, files):
            rows = []
            for benchmark in benchmarks:
                for number, item in enumerate(items[benchmark]):
                    right = (number * 7 + models.index(model)) % 4 > 2 * release
                    row = {"model": model, "benchmark": benchmark, **item, "score": int(right),
                           "prediction": "A" if right else source.item(), "latency_ms": 100 + number}
                    if number % 9 == 8:
                        row["error"] = source.item()
                    rows.append(row)
            name = file.replace("/", "∕").replace("\0", "")[:60]
            # Hidden logs are passed over, and their models would be missing.
            path = folder / place / (("_" if name.startswith(".") else "") + name + ".jsonl")
            path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        (folder / place / "unread.jsonl").write_text("not JSON: " + json.dumps(source.item()) + "\n{\"a\":\n")
    (folder / "study.toml").write_text(study_file(source, models, benchmarks))


def study_file(source, models, benchmarks):
    """A study file that names everything that it can name."""
    lines = ["[study]"]
    lines += [f"{key} = {toml(source.name())}" for key in ["title", "summary", "label", "notice", "license", "cite"]]
    lines += ["replicates = 200", "[[logs]]", 'path = "logs/*.jsonl"']
    for benchmark in benchmarks:
        lines += ["[[benchmark]]", f"id = {toml(benchmark)}", f"name = {toml(source.name() or 'x')}"]
        lines += [f"{key} = {toml(source.name())}" for key in ["summary", "license", "counts-source", "capability-source"]]
        # The user's own address becomes a link; whatever else stands there does not.
        lines += [f"source = {toml('https://attacker.invalid/' if benchmark == benchmarks[0] else source.name())}"]
        lines += ['cluster = "image"', 'strata = ["modality"]', "show-items = true",
                  'capability = { facet = "content", understanding = ["basic"], reasoning = ["complex"] }']
    for number, model in enumerate(models):
        lines += ["[[model]]", f"id = {toml(model)}", f"name = {toml(source.name() or 'x')}", f"family = {toml(source.name())}",
                  f"kind = {toml(['general', 'medical'][number % 2])}", f"parameters = {number + 3}e9"]
    lines += ["[[threshold]]", 'id = "deployment"', f"name = {toml(source.name() or 'x')}", "minimum = 0.6",
              f"source = {toml(source.name() or 'x')}", "[[compare.waiver]]", f"benchmark = {toml(benchmarks[0])}",
              f"reason = {toml(source.name() or 'x')}", "until = 2999-01-01"]
    return "\n".join(lines) + "\n"


def toml(text):
    """A basic string; everything that is not plain is escaped."""
    return '"' + "".join(
        character if character.isascii() and character.isprintable() and character not in '"\\'
        else f"\\U{ord(character):08x}" for character in text) + '"'
