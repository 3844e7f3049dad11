"""Files that are no markup: tables, data, TeX, and what runners of CI and terminals read."""

import csv
import io
import json
import re

from characters import CONTROL, HIDDEN, STEERING, shown

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)


def check_csv(place, text, faults):
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        faults.add("csv", place, error)
        return
    for row in rows:
        if len(row) != len(rows[0]):
            faults.add("csv", place, f"{len(row)} fields below {len(rows[0])}: {row}")
        for field in row:
            if field.lstrip(" ").startswith(_FORMULA) and not _NUMBER.fullmatch(field):
                faults.add("csv", place, f"a formula: {field!r}")
            if match := CONTROL.search(field):
                faults.add("csv", place, f"{shown(match)} in {field!r}")
    # A sheet that takes semicolons or tabs for separators must not find a formula after one: fields with them are quoted.
    outside = re.sub(r'"(?:[^"]|"")*"', "", text)
    if match := re.search(r"[;\t][=+\-@]", outside):
        faults.add("csv", place, f"a formula after another separator: {match.group()!r}")


def check_json(place, text, faults):
    def pairs(found):
        names = [name for name, _ in found]
        if len(names) != len(set(names)):
            faults.add("json", place, f"a name twice: {sorted({name for name in names if names.count(name) > 1})}")
        return dict(found)

    def constant(name):
        faults.add("json", place, f"{name} is no JSON")

    try:
        json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except ValueError as error:
        faults.add("json", place, error)


def check_lines_of_json(place, text, faults):
    for line in text.split("\n")[:-1]:
        check_json(place, line, faults)


class TeX:
    """Commands are those that harmless texts make, and those that stand for characters."""

    _CHARACTERS = {
        "\\textbackslash", "\\{", "\\}", "\\$", "\\&", "\\#", "\\_", "\\%", "\\textasciicircum", "\\textasciitilde",
        "\\textless", "\\textgreater", "\\textbar", "\\char", "\\,", "\\ldots", "\\times", "\\pm", "\\circ", "\\frac", "\\cdot",
        "\\mu", "\\geq", "\\leq", "\\approx", "\\dag", "\\ddag", "\\S", "\\downarrow", "\\uparrow", "\\rightarrow", "\\alpha",
        "\\textbraceleft", "\\textbraceright",
        # Long names make columns of paragraphs.
        "\\langle", "\\rangle", "\\arraybackslash", "\\linewidth", "\\beta", "\\tau", "\\chi", "\\allowbreak",
    }
    _COMMAND = re.compile(r"\\([a-zA-Z@]+|.|\n)", re.DOTALL)

    def __init__(self):
        self.met = set(self._CHARACTERS)

    def read(self, place, text, faults=None):
        code = re.sub(r"(?<!\\)((?:\\\\)*)%[^\n]*", r"\1", text)
        commands = {match.group() for match in self._COMMAND.finditer(code)}
        if faults is None:
            self.met |= commands
            return
        for command in commands - self.met:
            faults.add("tex", place, f"harmless texts make no {command}")
        plain = re.sub(r"\\[{}\\]", "", code)
        depth = 0
        for character in plain:
            depth += {"{": 1, "}": -1}.get(character, 0)
            if depth < 0:
                break
        if depth:
            faults.add("tex", place, "braces do not match")
        if "^^" in code:
            faults.add("tex", place, "a character by its number: ^^")
        check_visible(place, text, faults)


def check_visible(place, text, faults):
    """Nothing hides; line ends and tabs stand."""
    if match := HIDDEN.search(text.replace("\n", " ").replace("\t", " ")):
        faults.add("hidden", place, f"{shown(match)} in {text[max(0, match.start() - 20):match.end() + 20]!r}")


def check_terminal(place, text, faults):
    if match := STEERING.search(text):
        faults.add("terminal", place, f"{shown(match)} in {text[max(0, match.start() - 20):match.end() + 20]!r}")


def check_commands(place, text, faults):
    """Lines of CI runners: no command but the three that annotate."""
    for line in text.split("\n"):
        if line.lstrip().startswith("::") and not re.match(r"::(error|warning|notice) ", line):
            faults.add("commands", place, line)
        if "##[" in line or "##vso[" in line:
            faults.add("commands", place, line)


def check_sums(place, text, faults):
    """Lines of sha256sum: a name with a line end or a backslash is escaped and marked by a backslash before the sum."""
    for line in text.split("\n")[:-1]:
        if not re.fullmatch(r"\\?[0-9a-f]{64}  [^\x00\r\n]+", line):
            faults.add("sums", place, line)


def check_tap(place, text, faults):
    plan = re.findall(r"^1\.\.(\d+)$", text, re.MULTILINE)
    points = re.findall(r"^(?:not )?ok (\d+) - [^\n]*", text, re.MULTILINE)
    if len(plan) != 1 or points != [str(number + 1) for number in range(int(plan[0]))]:
        faults.add("tap", place, f"the plan {plan} for the points {points}")
    for line in text.split("\n"):
        if not re.match(r"(TAP version 14|1\.\.\d+|# |(not )?ok \d+ - |  )?", line) or line.startswith("Bail out!"):
            faults.add("tap", place, line)
        if re.match(r"(not )?ok ", line) and re.search(r"(?<!\\)#\s*(TODO|SKIP)", line, re.IGNORECASE) and "# SKIP waived until" not in line:
            faults.add("tap", place, line)
