#!/usr/bin/env python3
"""Looks for links that lead nowhere.

    links.py [--root FOLDER]    relative links of all Markdown files and of the site, with their fragments
    links.py --external         the addresses of the web that they name, each with one place, asked whether they are there

Relative links must name a file or folder of the source tree, and a fragment a heading (as GitHub names it), an `id`, or in a
source file the lines `#L1-L2`. Addresses are asked for only with --external, since a test should not need the web.
"""

import argparse
import concurrent.futures
import html
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from pathlib import Path

import markdown

EXTERNAL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
# Names that stand for the reader's own; RFC 2606 keeps the first for that.
PLACEHOLDERS = re.compile(r"https?://(www\.)?example\.(org|com|net)\b|OWNER|https?://(localhost|127\.)|\.\.\.")
TAGS = re.compile(r"<[a-zA-Z][^<>]*>")
TARGETS = re.compile(r"""\s(href|src|srcset|poster|data-src|xlink:href|id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


class Tree:
    """The files that links lead to, each read once."""

    def __init__(self, root):
        self.root = root
        self.faults, self.external, self.counts = [], {}, Counter()
        self._anchors = {}

    def check_markdown(self):
        for path in markdown.pages(self.root):
            page = markdown.read(path)
            self._anchors[path] = page.anchors
            self.counts["pages"] += 1
            for link in page.links:
                self._check(path, link.line, link.target)

    def check_site(self):
        for path in sorted((self.root / "site").rglob("*")):
            if path.suffix not in (".html", ".svg"):
                continue
            self.counts["files of the site"] += 1
            targets, self._anchors[path] = self._read(path)
            for target in targets:
                self._check(path, None, target)

    def _read(self, path):
        text = path.read_text(encoding="utf-8")
        targets, anchors = {}, set()
        for tag in TAGS.findall(re.sub(r"<!--.*?-->|(?<=<script>).*?(?=</script>)", "", text, flags=re.DOTALL)):
            for name, double, single in TARGETS.findall(tag):
                value = html.unescape(double or single)
                if name == "id" or name == "name" and tag.startswith("<a "):
                    anchors.add(value)
                elif name == "name":
                    continue
                elif name == "srcset":
                    targets.update((part.split()[0], None) for part in value.split(",") if part.strip())
                else:
                    targets[value] = None
        return list(targets), anchors

    def _check(self, source, line, target):
        place = source.relative_to(self.root).as_posix() + (f":{line}" if line else "")
        if EXTERNAL.match(target):
            if target.startswith(("http:", "https:")) and not PLACEHOLDERS.search(target):
                self.external.setdefault(target.split("#")[0], place)
            return
        self.counts["links"] += 1
        # What is between a question mark and the fragment is for scripts.
        path, _, fragment = target.partition("#")
        path = urllib.parse.unquote(path.split("?")[0])
        fragment = urllib.parse.unquote(fragment)
        if path.startswith("/"):
            self.faults.append(f"{place}: `{target}`: expected a relative link; found one from the root")
            return
        there = (source.parent / path).resolve() if path else source
        if not there.is_relative_to(self.root) or not there.exists():
            self.faults.append(f"{place}: `{target}`: expected a file; found none")
        elif fragment and not self._has(there, fragment):
            self.faults.append(f"{place}: `{target}`: expected `#{fragment}` in {there.relative_to(self.root)}; found none")

    def _has(self, path, fragment):
        if path.is_dir():
            path = next((path / name for name in ("README.md", "index.html") if (path / name).exists()), path)
        if path not in self._anchors:
            if path.suffix == ".md":
                self._anchors[path] = markdown.read(path).anchors
            elif path.suffix in (".html", ".svg"):
                self._anchors[path] = self._read(path)[1]
            elif path.is_file():
                count = len(path.read_bytes().split(b"\n"))
                self._anchors[path] = {f"L{number}" for number in range(1, count + 1)}
            else:
                self._anchors[path] = set()
        if path.suffix not in (".md", ".html", ".svg"):
            return all(part in self._anchors[path] for part in fragment.split("-"))
        # The top of a page needs no name; text fragments name words.
        return fragment == "top" or fragment.startswith(":~:") or fragment in self._anchors[path]


def answer(address):
    """What a server says of an address: a status, or why there is none."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(address, method=method, headers={"User-Agent": "acuity-links"})
        try:
            with urllib.request.urlopen(request, timeout=20) as response:
                return response.status
        except urllib.error.HTTPError as error:
            status = error.code
        except (OSError, ValueError) as error:
            status = f"no answer ({getattr(error, 'reason', error)})"
    return status


def ask(addresses):
    """Asks for each address; returns the exit code."""
    with concurrent.futures.ThreadPoolExecutor(max_workers=8) as pool:
        answers = list(pool.map(answer, addresses))
    for (address, place), status in zip(addresses.items(), answers):
        print(f"{status}\t{address}\t{place}")
    if addresses and not any(isinstance(status, int) for status in answers):
        print(f"{len(addresses)} addresses, none of which answered: there seems to be no network. Nothing was learnt.")
        return 3
    # 401, 403, 405 and 429 say that a program may not look, and not that there is nothing to see.
    dead = [status for status in answers if status not in (401, 403, 405, 429) and not (isinstance(status, int) and status < 400)]
    print(f"{len(addresses)} addresses, {len(dead)} dead")
    return 1 if dead else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--root", type=Path, default=markdown.ROOT, help="the source tree")
    parser.add_argument("--external", action="store_true", help="ask for the addresses of the web instead")
    options = parser.parse_args()
    tree = Tree(options.root.resolve())
    tree.check_markdown()
    tree.check_site()
    if options.external:
        sys.exit(ask(dict(sorted(tree.external.items()))))
    for fault in tree.faults:
        print(f"fault: {fault}")
    print(
        f"{tree.counts['pages']} Markdown pages and {tree.counts['files of the site']} files of the site: {tree.counts['links']} links, "
        f"{len(tree.faults)} faults; {len(tree.external)} addresses of the web not asked for")
    sys.exit(1 if tree.faults else 0)


if __name__ == "__main__":
    main()
