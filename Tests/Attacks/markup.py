"""HTML, SVG and other XML: attacks must add no element, attribute, script, style or address that harmless texts do not."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

from characters import HIDDEN, shown

_ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "srcset", "ping", "background", "cite", "xlink:href",
              "manifest", "codebase"}
_SCHEME = re.compile(r"[\s\x00-\x1f]*([a-z][a-z0-9+.\-\s\x00-\x1f]*:|[\\/]{2})", re.IGNORECASE)
_HOST = re.compile(r"(?:https?:)?//[^/?#]*", re.IGNORECASE)
_STYLE = re.compile(r"[\w\s:;.,%#()+*/-]*", re.ASCII)
#: Line ends, which browsers take for one another, and tabs.
_SPACES = re.compile("[\r\n\t]")
_DATA = ("application/json", "application/ld+json")


class Shapes:
    """What is met in the pages of a study: from harmless texts it is what may be met."""

    def __init__(self):
        self.met = set()

    def html(self, place, text, faults=None, breakers=""):
        """Reads a page; without `faults` it is taken as harmless. `breakers` are hidden signs that Acuity itself puts in."""
        page = _Page(text)
        page.texts = [text.translate(dict.fromkeys(map(ord, breakers))) for text in page.texts]
        self._read(place, page, faults)

    def xml(self, place, text, faults=None):
        reader = ElementTree.XMLPullParser(["start", "comment", "pi"])
        page = _Page("")
        try:
            if re.search(r"<!(DOCTYPE|ENTITY)", text):
                raise ElementTree.ParseError("a document type")
            reader.feed(text)
            reader.close()
        except ElementTree.ParseError as error:
            if faults is None:
                raise
            faults.add("xml", place, error)
            return
        for event, element in reader.read_events():
            if event == "start":
                page.handle_starttag(element.tag, list(element.attrib.items()))
            else:
                page.shapes.add((event, element.text))
        page.texts += ElementTree.fromstring(text).itertext()
        self._read(place, page, faults)

    def _read(self, place, page, faults):
        if faults is None:
            self.met |= page.shapes
            return
        for fault in page.faults:
            faults.add("markup", place, fault)
        for shape in sorted(page.shapes - self.met, key=str):
            faults.add("markup", place, f"harmless texts make no {' '.join(map(str, shape))}")
        for text in page.texts:
            if match := HIDDEN.search(_SPACES.sub(" ", text)):
                faults.add("hidden", place, f"{shown(match)} in {text[:60]!r}")


class _Page(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.shapes, self.faults, self.texts = set(), [], []
        self._script = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice: {names}")
        self.shapes.add(("element", tag))
        values = dict(attributes)
        for name, value in attributes:
            self._attribute(tag, name.split("}")[-1], value or "")
        if tag == "meta" and "http-equiv" in values:
            self.shapes.add(("meta", values["http-equiv"], values.get("content")))
        if tag in ("script", "style"):
            self._script = values.get("type", tag)

    def _attribute(self, tag, name, value):
        self.shapes.add(("attribute", tag, name))
        if name.startswith("on"):
            self.shapes.add(("handler", tag, name, value))
        elif name in _ADDRESSES and _SCHEME.match(value) and not value.startswith("data:image/"):
            self.shapes.add(("address", tag, name, (_HOST.match(value) or _SCHEME.match(value)).group()))
        elif name == "style" and not _STYLE.fullmatch(value):
            self.faults.append(f"<{tag}> has the style {value!r}")
        elif name in ("title", "alt", "aria-label", "content", "placeholder"):
            self.texts.append(value)

    def handle_data(self, data):
        if self._script in _DATA:
            try:
                json.loads(data)
            except ValueError as error:
                self.faults.append(f"{self._script}: {error}")
        elif self._script:
            self.shapes.add(("script", data))
        else:
            self.texts.append(data)

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self._script = None

    def handle_comment(self, data):
        self.shapes.add(("comment", data))

    def handle_decl(self, decl):
        self.shapes.add(("declaration", decl))

    def unknown_decl(self, data):
        self.shapes.add(("declaration", data))

    def handle_pi(self, data):
        self.shapes.add(("instruction", data))
