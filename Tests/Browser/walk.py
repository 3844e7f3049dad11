#!/usr/bin/env python3
"""Walks a site in a real browser and lists what is wrong with it; the exit code is 1 if anything is.

Every page is read for links, fragments, ids and titles. A sample of them, see `--limit`, is opened over `file:` and
over a server, with scripts and without, at three widths; with axe-core; and with the keyboard alone.
"""

import argparse
import re
import sys
import time

from accessibility import Axe
from browser import Browser
from documents import Folder, shortened
from findings import Findings
from keyboard import Keyboard
from layout import check_fit, check_shift
from server import StaticServer
from validators import LinkChecker, validate

WIDTHS = [360, 768, 1440]
PARTS = ["layout", "axe", "keyboard", "html", "linkchecker"]


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", nargs="?", default="site", help="the folder of the site")
    parser.add_argument("--pages", type=re.compile, metavar="PATTERN", help="open only pages whose path matches")
    parser.add_argument("--limit", type=int, default=25, help="pages to open of each folder below the top [25]")
    parser.add_argument("--quick", action="store_true", help="open one page of each folder below the top")
    parser.add_argument("--parts", default=",".join(PARTS), help="a selection of " + ",".join(PARTS))
    chosen = parser.parse_args()
    chosen.parts = chosen.parts.split(",")
    if not set(chosen.parts) <= set(PARTS):
        parser.error(f"--parts: expected some of {','.join(PARTS)}; found {','.join(chosen.parts)}")
    return chosen


class Walk:
    """One walk over the sampled pages of a folder."""

    def __init__(self, folder, browser, findings):
        self._folder, self._browser, self._findings = folder, browser, findings
        self.checks = 0
        self.seconds = dict.fromkeys(("layout", "axe", "keyboard"), 0.0)

    def timed(self, part, *arguments):
        """Does a part and keeps how long it took."""
        started = time.monotonic()
        getattr(self, part)(*arguments)
        self.seconds[part] += time.monotonic() - started

    def layout(self, page):
        """Both schemes, scripts and none, all widths: console, requests, fit, shift, links that scripts made."""
        for scheme, scripts in [("file", True), ("file", False), ("http", False), ("http", True)]:
            mode = scheme + ("" if scripts else ", no script")
            # What needs a server takes itself away on a page that was opened as a file, so only served pages stand still.
            for first in [WIDTHS[0], WIDTHS[-1]] if scripts and scheme == "http" else WIDTHS[:1]:
                self._browser.open(page, scheme, scripts, first)
                if scripts and scheme == "http":
                    check_shift(self._browser, self._findings, page, first, mode)
            if scripts:
                self._script_links(page, mode)
            for width in WIDTHS:
                check_fit(self._browser, self._findings, page, width, mode)
                self.checks += 1
            self.messages(page, mode)

    def messages(self, page, mode):
        for message in self._browser.messages():
            self._findings.add("console", page, shortened(message, 200), None, mode)
        for failure in self._browser.failures():
            self._findings.add("request", page, shortened(failure, 160), None, mode)

    def _script_links(self, page, mode):
        known = set(self._folder.documents[page].links)
        links = self._browser.run(
            "return [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))")
        for link in sorted(set(links) - known):
            self._folder.links += 1
            fault = self._folder.fault(page, link)
            if fault:
                self._findings.add("link", page, f"{shortened(link)}, made by a script, {fault}", None, mode)

    def axe(self, page, axe):
        self._browser.open(page, "http", True, WIDTHS[0])
        for width in (WIDTHS[0], WIDTHS[-1]):
            axe.check(self._browser, self._findings, page, width, "http")
            self.checks += 2
        self.messages(page, "axe")

    def keyboard(self, page, keyboard):
        for width in (WIDTHS[-1], WIDTHS[0]):
            self._browser.open(page, "http", True, width)
            keyboard.check_tab(page, width, "http")
            self._browser.open(page, "http", True, width)
            keyboard.check_controls(page, width, "http")
            self.checks += 2
        self.messages(page, "keys")


def main():
    chosen = options()
    started = time.monotonic()
    findings = Findings()
    folder = Folder(chosen.site)
    folder.check(findings)
    pages, left = folder.sample(chosen.pages, 1 if chosen.quick else chosen.limit)
    notes, checks, stops, loads = [], 0, 0, 0
    with StaticServer(folder.root) as server:
        link_checker = LinkChecker(server.address, pages) if "linkchecker" in chosen.parts else None
        if "html" in chosen.parts:
            notes.append(validate(folder, pages, findings))
        if {"layout", "axe", "keyboard"} & set(chosen.parts):
            with Browser(folder.root, server.address) as browser:
                walk = Walk(folder, browser, findings)
                keyboard = Keyboard(browser, findings)
                axe = Axe() if "axe" in chosen.parts else None
                for number, page in enumerate(pages, 1):
                    if sys.stderr.isatty():
                        print(f"\r{number}/{len(pages)} {page[:60]:60}", end="", file=sys.stderr)
                    if "layout" in chosen.parts:
                        walk.timed("layout", page)
                    if axe:
                        walk.timed("axe", page, axe)
                    if "keyboard" in chosen.parts:
                        walk.timed("keyboard", page, keyboard)
                checks, stops, loads = walk.checks, keyboard.stops, browser.loads
                notes.append(", ".join(f"{part} {taken:.0f} s" for part, taken in walk.seconds.items() if taken))
        if link_checker:
            notes.append(link_checker.finish(findings))
    if sys.stderr.isatty():
        print("\r" + " " * 75 + "\r", end="", file=sys.stderr)
    for line in findings.lines():
        print(line)
    for group, count in sorted(left.items()):
        print(f"left out: {count} pages of {group} were read but not opened; --limit opens more")
    print(f"{len(findings)} findings; {len(folder.pages)} pages read, {folder.links} links; {len(pages)} pages opened "
          f"{loads} times, {checks} checks, {stops} stops of the Tab key; {'; '.join(notes + [''])}"
          f"{time.monotonic() - started:.0f} s")
    return 1 if len(findings) else 0


if __name__ == "__main__":
    sys.exit(main())
