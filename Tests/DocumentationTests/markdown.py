"""Reads Markdown pages the way GitHub does, through cmark-gfm: code blocks with their marks, headings, links."""

import re
import subprocess
import xml.etree.ElementTree as xml
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What is built, what the program made, and what tests keep as input.
PASSED_OVER = {".build", ".git", "site", "Tests"}
NAMESPACE = "{http://commonmark.org/xml/1.0}"


@dataclass
class CodeBlock:
    """A code block. Marks are the HTML comments `<!-- name: value -->` right above it, which no reader sees."""

    line: int  # of the fence, or of the first line where there is none
    language: str  # empty where the fence names none
    fenced: bool
    text: str
    marks: dict = field(default_factory=dict)


@dataclass
class Link:
    line: int
    target: str


@dataclass
class Page:
    path: Path
    blocks: list
    links: list
    anchors: set  # what a fragment can name: headings as GitHub makes them, and `id` or `name` of HTML


def pages(root=ROOT):
    """All Markdown files of a source tree, in order."""
    found = []
    for path in sorted(root.rglob("*.md")):
        if path.relative_to(root).parts[0] not in PASSED_OVER:
            found.append(path)
    return found


def anchor(heading):
    """The anchor that GitHub gives a heading: small letters, hyphens for spaces, signs left out."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def read(path):
    """Reads a page.

    Raises `subprocess.CalledProcessError` where cmark-gfm refuses it, `FileNotFoundError` where there is none."""
    text = path.read_text(encoding="utf-8")
    command = ["cmark-gfm", "--to", "xml", "--sourcepos", "--unsafe"]
    for extension in ("table", "autolink", "strikethrough"):
        command += ["--extension", extension]
    tree = subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout
    # A control character is no XML; where a page shows one, it says nothing about blocks and links.
    tree = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", tree.decode())
    page = Page(path, [], [], set())
    _walk(xml.fromstring(tree), page, text.split("\n"), 1)
    return page


def _walk(node, page, lines, line):
    marks = {}
    for child in node:
        kind = child.tag.removeprefix(NAMESPACE)
        position = child.get("sourcepos")
        here = int(position.split(":")[0]) if position else line
        content = child.text or ""
        if kind == "html_block" and (comment := re.fullmatch(r"\s*<!--\s*(.*?)\s*-->\s*", content, re.DOTALL)):
            name, _, value = comment.group(1).partition(":")
            marks[name.strip()] = value.strip()
            continue
        if kind == "code_block":
            fenced = lines[here - 1].lstrip(" >-*0123456789.").startswith(("```", "~~~"))
            language = (child.get("info") or "").split(" ")[0]
            page.blocks.append(CodeBlock(here, language, fenced, content, marks))
        elif kind == "heading":
            number = 0
            name = candidate = anchor(_text(child))
            while candidate in page.anchors:
                number += 1
                candidate = f"{name}-{number}"
            page.anchors.add(candidate)
        elif kind in ("link", "image"):
            page.links.append(Link(here, child.get("destination")))
        elif kind in ("html_block", "html_inline"):
            content = re.sub(r"<!--.*?-->", "", content, flags=re.DOTALL)
            for name, value in re.findall(r"""\b(href|src|srcset|id|name)\s*=\s*["']([^"']*)["']""", content):
                if name in ("id", "name"):
                    page.anchors.add(value)
                else:
                    page.links.append(Link(here, value.split(" ")[0]))
        marks = {}
        _walk(child, page, lines, here)


def _text(node):
    """The words of a heading, without the line breaks that XML puts between its parts."""
    words = ""
    for child in node:
        kind = child.tag.removeprefix(NAMESPACE)
        if kind in ("text", "code"):
            words += child.text or ""
        elif kind in ("softbreak", "linebreak"):
            words += " "
        elif kind != "html_inline":
            words += _text(child)
    return words
