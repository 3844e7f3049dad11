#!/usr/bin/env python3
"""Runs every example of the documentation as it is written, and compares what it prints with what the page shows.

    examples.py --program ACUITY [--root FOLDER] [--write] [PAGE...]

A block is what its fence says: `sh` is run and must end well; in `console` each line after `$ ` is run and the lines below it
must be what it prints, where `…` stands for any text and a line of its own `…` for any lines; `toml` must be a study file
without an error; `json` must be JSON. Other languages are shown only. The blocks of a page are run one after another in one
shell, in a folder of their own. HTML comments right above a block, which readers do not see, say more:

    <!-- not run: why -->    the block cannot be run here, or is no study file
    <!-- given: NAME -->     from here on a new folder, filled by Given/NAME.sh
    <!-- file: PATH -->      the block is the file of that name, which the page tells the reader to write
    <!-- exits: CODE -->     how an `sh` block ends, if not with 0

A command in `console` that does not end with 0 must be followed by `$ echo $?`, so that readers see it too.
"""

import argparse
import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import markdown

GIVEN = Path(__file__).resolve().parent / "Given"
SECONDS = 900  # after which the examples of a page are taken for ones that never end
RUN = {"sh", "console"}
SHOWN = {"bibtex", "csv", "css", "diff", "html", "latex", "markdown", "text", "yaml"}
MARKS = {"not run", "given", "file", "exits"}
# Pages whose study files and logs other tests read: StudyPageTests and ReaderPagesTests; and the library's, whose programs
# `make docc` compiles.
TESTED_ELSEWHERE = re.compile(r"docs/(study|readers/(?!README)[^/]+)\.md|.*\.docc/.*")


@dataclass
class Step:
    """What is done in one go: a block of `sh`, a command of `console`, or a file that is written."""

    line: int
    script: str
    shown: list = None  # the lines that the page shows; None where it shows nothing to compare with
    shown_at: int = 0  # the line of the page where they begin
    exits: int = 0
    any_exit: bool = False
    indent: str = ""
    printed: str = ""


@dataclass
class Result:
    page: str
    faults: list = field(default_factory=list)  # (line, what is wrong)
    left_out: list = field(default_factory=list)  # (line, why)
    counts: Counter = field(default_factory=Counter)
    mismatches: list = field(default_factory=list)  # steps whose output is not what the page shows


def commands(block, indent):
    """The commands of a `console` block with what is shown below each."""
    steps = []
    for offset, line in enumerate(block.text.split("\n")[:-1], start=1):
        if line.startswith("$ "):
            steps.append(Step(block.line + offset, line[2:], [], block.line + offset + 1, indent=indent))
        elif not steps:
            raise ValueError("a console block begins with a command after `$ `")
        elif line.startswith("> ") and not steps[-1].shown:
            steps[-1].script += "\n" + line[2:]
            steps[-1].shown_at = block.line + offset + 1
        else:
            steps[-1].shown.append(line)
    for step, following in zip(steps, steps[1:]):
        step.any_exit = following.script == "echo $?"
    return steps


def agrees(shown, printed):
    """Whether lines that are shown stand for those that were printed."""
    pattern = ""
    for line in shown:
        if line.strip() == "…":
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += "[^\n]*?".join(re.escape(part) for part in line.rstrip().split("…")) + r"[^\S\n]*\n"
    text = "".join(line + "\n" for line in printed)
    return re.fullmatch(pattern, text) is not None


def lines(text):
    return [line.rstrip() for line in text.rstrip().split("\n")] if text.strip() else []


class Examples:
    def __init__(self, program, root, shared):
        self.program, self.root, self.shared = program, root, shared

    def test(self, path):
        """Runs what one page shows."""
        name = path.relative_to(self.root).as_posix()
        page, result = markdown.read(path), Result(name)
        source = path.read_text(encoding="utf-8").split("\n")
        sessions = [(None, [])]  # what is given, and the steps in its folder
        for block in page.blocks:
            if TESTED_ELSEWHERE.fullmatch(name) and block.language not in RUN:
                continue
            try:
                self._sort(block, source, sessions, result)
            except ValueError as fault:
                result.faults.append((block.line, str(fault)))
        for given, steps in sessions:
            if steps:
                self._run(given, steps, result)
        return result

    def _sort(self, block, source, sessions, result):
        """Decides what becomes of a block."""
        marks, language = block.marks, block.language
        if unknown := marks.keys() - MARKS:
            raise ValueError(f"an unknown mark `{unknown.pop()}`; expected one of {', '.join(sorted(MARKS))}")
        if "given" in marks:
            if not (GIVEN / f"{marks['given']}.sh").exists():
                raise ValueError(f"given: expected a file Given/{marks['given']}.sh; found none")
            sessions.append((marks["given"], []))
        if "not run" in marks:
            if not marks["not run"]:
                raise ValueError("not run: expected a reason; found none")
            result.left_out.append((block.line, marks["not run"]))
            return
        if not block.fenced:
            if re.match(r"(\$|acuity|make|swift|python3|git|\S+/acuity) ", block.text) and "[" not in block.text:
                raise ValueError("commands stand between fences ```sh or ```console, so that they are run; found an indented block")
            return
        steps = sessions[-1][1]
        indent = re.match(r" *", source[block.line - 1]).group()
        if "file" in marks:
            folder = Path(marks["file"]).parent
            text = block.text.removesuffix("\n").replace("'", "'\\''")
            steps.append(Step(block.line, f"mkdir -p '{folder}'; printf '%s\\n' '{text}' > '{marks['file']}'"))
            result.counts["files written"] += 1
        if language == "sh" and "file" not in marks:
            steps.append(Step(block.line, block.text, exits=int(marks.get("exits", 0))))
            result.counts["sh"] += 1
        elif language == "console":
            steps += commands(block, indent)
            result.counts["console"] += 1
        elif language == "toml":
            result.counts["toml"] += 1
            self._parse_study(block)
        elif language == "json":
            result.counts["json"] += 1
            self._parse_json(block)
        elif language in SHOWN or "file" in marks:
            result.counts["shown"] += 1
        else:
            raise ValueError(
                f"expected a fence with one of {', '.join(sorted(RUN | SHOWN | {'json', 'toml'}))}, or a mark "
                f"`<!-- not run: why -->`; found `{language or 'no language'}`")

    def _parse_study(self, block):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "study.toml").write_text(block.text, encoding="utf-8")
            # There are no logs, which is said only of a study file that could be read.
            done = subprocess.run(
                [self.program, "ingest", "study.toml"], cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
            if "study.toml" in done.stderr or "logs" not in done.stderr:
                raise ValueError(f"no study file: {done.stderr}")

    def _parse_json(self, block):
        try:
            json.loads(block.text)
        except ValueError:
            try:
                for line in block.text.split("\n"):
                    if line.strip():
                        json.loads(line)
            except ValueError as fault:
                raise ValueError(f"neither JSON nor JSON Lines: {fault}") from None

    def _run(self, given, steps, result):
        with tempfile.TemporaryDirectory(prefix="acuity-examples-") as scratch:
            scratch = Path(scratch)
            for name in ("bin", "home", "here", "steps"):
                (scratch / name).mkdir()
            # A script and not a link: the program finds its templates from where it lies.
            launcher = scratch / "bin/acuity"
            launcher.write_text(f'#!/bin/sh\nexec "{self.program}" "$@"\n')
            launcher.chmod(0o755)
            script = ["exec 2>&1"]
            if given:
                script.append(f". '{GIVEN}/{given}.sh' || exit 99")
            code = 0
            for number, step in enumerate(steps):
                (scratch / f"steps/{number}").write_text(step.script + "\n", encoding="utf-8")
                (scratch / f"steps/{number}.end").write_text("")
                strict = "set -e; " if step.shown is None and step.exits == 0 else ""
                script.append(
                    f"exec > '{scratch}/steps/{number}.out' 2>&1; (exit ${{code:-0}}); {strict}. '{scratch}/steps/{number}'; "
                    f"code=$?; set +e; echo $code > '{scratch}/steps/{number}.end'")
            environment = {
                "PATH": f"{scratch}/bin:{os.environ.get('PATH', '/usr/bin:/bin')}", "HOME": f"{scratch}/home",
                "LC_ALL": "C.UTF-8", "TERM": "dumb", "SWIFT_BACKTRACE": "enable=no",
                # For Given/*.sh; what takes long to make is made once, in a folder for all pages.
                "ROOT": str(self.root), "PROGRAMS": str(Path(self.program).parent), "SHARED": self.shared,
                "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": "0",
                # What `make sanitize` asks of the programs that it watches.
                **{name: value for name, value in os.environ.items() if name in ("ASAN_OPTIONS", "TSAN_OPTIONS")},
            }
            try:
                done = subprocess.run(
                    ["bash", "-c", "\n".join(script)], cwd=scratch / "here", env=environment, capture_output=True, text=True,
                    stdin=subprocess.DEVNULL, timeout=SECONDS)
                said = done.stdout + done.stderr
            except subprocess.TimeoutExpired:
                said = f"ended after {SECONDS} seconds"
            for number, step in enumerate(steps):
                output = scratch / f"steps/{number}.out"
                step.printed = output.read_text(encoding="utf-8", errors="replace") if output.exists() else said
                ended = (scratch / f"steps/{number}.end").read_text().strip()
                if not self._judge(step, ended, result):
                    break

    def _judge(self, step, ended, result):
        """Whether what follows a step still makes sense."""
        if not ended:
            result.faults.append((step.line, f"did not come to its end:\n{step.script}\n{step.printed}"))
            return False
        if int(ended) != step.exits and not step.any_exit:
            result.faults.append((step.line, f"ended with {ended}:\n{step.script}\n{step.printed}"))
        result.counts["commands"] += 1
        if step.shown is not None:
            result.counts["outputs"] += 1
            if not agrees(lines("\n".join(step.shown)), lines(step.printed)):
                result.mismatches.append(step)
                result.faults.append(
                    (step.line, f"prints something else than is shown:\n$ {step.script}\n{step.printed}"))
        return True


def rewrite(path, steps):
    """Puts what was printed where a page shows something else."""
    text = path.read_text(encoding="utf-8").split("\n")
    for step in sorted(steps, key=lambda step: -step.shown_at):
        new = [(step.indent + line).rstrip() for line in lines(step.printed)]
        text[step.shown_at - 1:step.shown_at - 1 + len(step.shown)] = new
    path.write_text("\n".join(text), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True, help="the acuity that is run")
    parser.add_argument("--root", type=Path, default=markdown.ROOT, help="the source tree")
    parser.add_argument("--write", action="store_true", help="put what is printed in the place of what is shown")
    parser.add_argument("pages", nargs="*", type=Path, help="these pages only")
    options = parser.parse_args()
    if not shutil.which("cmark-gfm"):
        sys.exit("examples.py: expected the program cmark-gfm; found none. `make test` installs it.")
    root = options.root.resolve()
    paths = [path.resolve() for path in options.pages] or markdown.pages(root)
    with (
        tempfile.TemporaryDirectory(prefix="acuity-examples-") as shared,
        concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool,
    ):
        examples = Examples(str(Path(options.program).resolve()), root, shared)
        results = list(pool.map(examples.test, paths))
    if options.write:
        for path, result in zip(paths, results):
            rewrite(path, result.mismatches)
    counts = sum((result.counts for result in results), Counter())
    left_out = [(result.page, *entry) for result in results for entry in result.left_out]
    faults = [(result.page, *entry) for result in results for entry in sorted(result.faults)]
    for page, line, why in left_out:
        print(f"not run: {page}:{line}: {why}")
    for page, line, what in faults:
        print(f"fault: {page}:{line}: {what}")
    print(
        f"{len(paths)} pages: {counts['sh']} sh and {counts['console']} console blocks run, {counts['outputs']} outputs compared, "
        f"{counts['toml']} study files and {counts['json']} JSON texts read, {counts['shown']} only shown, {len(left_out)} not run, "
        f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
