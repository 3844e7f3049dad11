#!/usr/bin/env python3
"""Puts texts that try to run, to inject or to hide into every place of logs and study files, makes everything that Acuity
makes of them, and reads it with parsers that are not Acuity's. The exit code is 1 if anything came through.

What attacks make is held against what harmless texts in the same places make: no other element, attribute, address, script
or command may be in it. With --browser a real browser opens the pages too.
"""

import argparse
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import formats
import strings
import study
from faults import Faults
from markup import Shapes

ROOT = Path(__file__).resolve().parents[2]
REPORTS = "json,markdown,junit,sarif,github,html,csv,tap,table".split(",")
#: Letters and signs that no shell takes for anything else, and what is not ASCII.
NAME = re.compile(r"[\w(+@=,\x80-\U0010ffff][\w .+@=,()\x80-\U0010ffff-]*(?<![. ])")


class Trial:
    """One study, and everything made of it."""

    def __init__(self, program, folder, texts, turn):
        self._program, self.folder = program, Path(folder)
        study.write(self.folder, texts, turn)
        self.logs = [log for log in sorted((self.folder / "logs").iterdir()) if log.name != "unread.jsonl"]
        self.before = {path for path in self.folder.rglob("*")}
        self.printed = {}

    def run(self):
        """Runs every command that writes or prints what logs say."""
        templates = ["--templates", str(ROOT / "templates")]
        for place in ["logs", "changed"]:
            logs = [str(path) for path in sorted((self.folder / place).iterdir())]
            self._do(f"inspect {place}", ["inspect", *logs, "--study", "study.toml"], {0, 3})
            self._do(f"inspect --json {place}", ["inspect", *logs, "--study", "study.toml", "--json"], {0, 3})
        self._do("inspect --disagreements", ["inspect", "logs", "--study", "study.toml", "--disagreements"], {0, 3})
        self._do("build", ["build", "study.toml", "--output", "out", *templates])
        self._do("check", ["check", "--output", "out", "--study", "study.toml", *self._reports("check")], {0, 1, 4})
        for number, log in enumerate(self.logs[:2]):
            sides = [f"{side}={self.folder / place / log.name}" for side, place in [("old", "logs"), ("new", "changed")]]
            sides = sides if number else [side.split("=", 1)[1] for side in sides]
            self._do(f"compare {number}", ["compare", *sides, "--study", "study.toml", "--strict",
                                           *self._reports(f"compare-{number}")], {0, 1, 4})
        self._do("tables", ["tables", "--output", "out", "--format", "latex,csv,markdown"])
        self._do("tables --plain", ["tables", "leaderboard", "--output", "out", "--plain"])
        self._do("figures", ["figures", "--output", "out", "--format", "svg,pdf,png"])
        self._do("export", ["export", "study.toml", "--output", "out/export"])
        return self

    def _reports(self, name):
        (self.folder / "out").mkdir(exist_ok=True)
        return ["--report", ",".join(f"{form}=out/{name}.{form}" for form in REPORTS)]

    def _do(self, name, arguments, codes=frozenset({0})):
        done = subprocess.run([self._program, *arguments], cwd=self.folder, capture_output=True, timeout=600)
        self.printed[name] = (done.stdout + done.stderr, done.returncode in codes, done.returncode)

    def files(self):
        """What was made, by path."""
        return {str(path.relative_to(self.folder)): path for path in sorted(self.folder.rglob("*"))
                if path not in self.before and not path.is_dir()}


class Checks:
    """What harmless texts make, and the checks against it."""

    def __init__(self, harmless):
        self._shapes = {}
        self._tex = formats.TeX()
        for name, path in harmless.files().items():
            self._read(name, path, None)

    def check(self, trial, faults):
        for name, (printed, is_expected, code) in trial.printed.items():
            text = printed.decode("utf-8", "replace")
            if not is_expected:
                faults.add("exit code", name, f"{code}: {text[-300:]}")
            formats.check_terminal(name, text, faults)
            formats.check_commands(name, text, faults)
        files = trial.files()
        for name, path in files.items():
            if path.is_symlink():
                faults.add("path", name, "a symbolic link")
            parts = name.split("/")[1:] if name.startswith("out/") else [None]
            for part in parts:
                if not part or len(part.encode()) > 240 or not part.isprintable() or not NAME.fullmatch(part.removeprefix(".")):
                    faults.add("path", name, f"the name {part!r}")
            self._read(name, path, faults)
        return len(files)

    def _read(self, name, path, faults):
        kind = name.rsplit(".", 1)[-1]
        if kind in ("png", "sqlite", "bin", "css", "js", "acuity-build", "acuity-site"):
            return
        if kind == "pdf":
            self._pdf(name, path, faults)
            return
        data = path.read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            if faults is not None:
                faults.add("utf-8", name, error)
            return
        if kind in ("html", "svg", "xml", "junit", "markdown", "md"):
            self._markup(kind, name, text, faults)
        elif kind in ("tex", "bib"):
            self._tex.read(name, text, faults)
        elif faults is not None:
            self._plain(kind, name, text, faults)

    def _markup(self, kind, name, text, faults):
        kind = {"junit": "xml", "md": "markdown"}.get(kind, kind)
        shapes = self._shapes.setdefault(kind, Shapes())
        if kind == "markdown":
            if faults is not None:
                formats.check_visible(name, text, faults)
            rendered = subprocess.run(
                ["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist", "-e", "footnotes"],
                input=text.encode(), capture_output=True, check=True).stdout.decode()
            # A space without width breaks mentions, references and addresses of comments.
            shapes.html(name, rendered, faults, breakers="\u200b")
        elif kind == "html":
            shapes.html(name, text, faults)
        else:
            shapes.xml(name, text, faults)

    @staticmethod
    def _plain(kind, name, text, faults):
        if kind == "csv":
            formats.check_csv(name, text, faults)
        elif kind in ("json", "sarif", "jsonld"):
            formats.check_json(name, text, faults)
        elif kind == "jsonl":
            formats.check_lines_of_json(name, text, faults)
        elif kind in ("github", "table", "tap", "txt"):
            formats.check_terminal(name, text, faults)
            formats.check_commands(name, text, faults)
            if kind == "tap":
                formats.check_tap(name, text, faults)
        elif kind == "sha256" or name.endswith("SHA256SUMS"):
            formats.check_sums(name, text, faults)
        else:
            faults.add("kind", name, f"no check for {kind}")

    @staticmethod
    def _pdf(name, path, faults):
        if faults is None:
            return
        data = path.read_bytes()
        for word in [b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/OpenAction", b"/EmbeddedFile", b"/AA", b"/SubmitForm"]:
            if re.search(re.escape(word) + rb"\b", data):
                faults.add("pdf", name, f"has {word.decode()}")


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(ROOT / ".build/release/acuity"), help="the acuity to attack")
    parser.add_argument("--texts", type=Path, metavar="FILE", help="another file such as strings.py")
    parser.add_argument("--turns", type=int, default=24, help="studies to make, each with other texts in names [24]")
    parser.add_argument("--browser", action="store_true", help="open the pages in a real browser too")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the studies there")
    return parser.parse_args()


def texts(file):
    if file is None:
        return strings.ALL
    specification = importlib.util.spec_from_file_location("texts", file)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module.ALL


def main():
    chosen = options()
    program = os.path.abspath(chosen.program)
    attacks = texts(chosen.texts)
    faults, files = Faults(), 0
    folder = chosen.keep or Path(tempfile.mkdtemp(prefix="acuity-attacks-"))
    try:
        checks = Checks(Trial(program, folder / "harmless", strings.HARMLESS, 0).run())
        browser = None
        if chosen.browser:
            from browse import Browser
            browser = Browser(attacks)
        for turn in range(chosen.turns):
            trial = Trial(program, folder / f"turn-{turn}", attacks, turn * 37).run()
            files += checks.check(trial, faults)
            if browser:
                browser.open(trial, faults)
            if not chosen.keep:
                shutil.rmtree(trial.folder)
        opened = f", {browser.close()}" if browser else ""
    finally:
        if not chosen.keep:
            shutil.rmtree(folder)
    for line in faults.lines():
        print(line)
    print(f"{len(attacks)} texts in {chosen.turns} studies, {files} files read{opened}: {len(faults)} faults")
    return 1 if len(faults) else 0


if __name__ == "__main__":
    sys.exit(main())
