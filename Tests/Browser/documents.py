"""The pages of a site folder, read without a browser: links, fragments, ids, titles, descriptions, the sitemap."""

import posixpath
import re
from collections import Counter, defaultdict
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LINKS = {"a": ["href"], "area": ["href"], "link": ["href"], "script": ["src"], "img": ["src", "srcset"],
         "source": ["src", "srcset"], "use": ["href"], "iframe": ["src"], "object": ["data"]}
# Nothing leads to these from a page: a server shows the first, and the second starts the rest.
UNLINKED = {"404.html", "index.html"}


class Document(HTMLParser):
    """One page: where it leads, and what it says of itself."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.links, self.ids, self.title, self.description = [], [], None, None
        self.language, self.canonical, self.elements = None, None, Counter()
        self._is_title = False
        self.feed(text)

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        self.elements[tag] += 1
        if attributes.get("id"):
            self.ids.append(attributes["id"])
        if tag == "html":
            self.language = attributes.get("lang")
        # A title in a drawing names a mark.
        self._is_title = tag == "title" and "body" not in self.elements
        if tag == "meta" and attributes.get("name") == "description":
            self.description = attributes.get("content")
        if tag == "link" and "canonical" in (attributes.get("rel") or ""):
            self.canonical = attributes.get("href")
            return
        for name in LINKS.get(tag, []):
            value = attributes.get(name)
            if value is not None:
                parts = value.split(",") if name == "srcset" and not value.startswith("data:") else [value]
                self.links += [part.split()[0] if name == "srcset" else part for part in parts]

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        self._is_title = False

    def handle_data(self, data):
        if self._is_title:
            self.title = (self.title or "") + data


class Folder:
    """A site as files."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        if not (self.root / "index.html").is_file():
            raise SystemExit(f"{root}: expected the folder of a site with index.html; found none. Try `make site`.")
        self.files = {path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file()}
        self.pages = sorted(name for name in self.files if name.endswith(".html"))
        self.documents = {name: Document((self.root / name).read_text("utf-8")) for name in self.pages}
        self._ids = {name: set(document.ids) for name, document in self.documents.items()}
        self.links = 0

    def target(self, page, link):
        """The file and fragment that a link of a page leads to; the file is None for what lies outside the site."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return None, ""
        path = unquote(parts.path)
        if not path:
            return page, unquote(parts.fragment)
        joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), path)).lstrip("/")
        if posixpath.normpath(posixpath.join(posixpath.dirname(page), path)).startswith(".."):
            joined = "../" + joined
        return joined + ("/index.html" if path.endswith("/") else ""), unquote(parts.fragment)

    def fault(self, page, link):
        """Why a link leads nowhere, or None."""
        target, fragment = self.target(page, link)
        if target is None:
            scheme = urlsplit(link).scheme
            return None if scheme in ("https", "http", "mailto", "data") else f"has the scheme {scheme!r}"
        if target.startswith("../"):
            return "leaves the site"
        if target not in self.files:
            return "leads to no file"
        # A fragment with a sign of equality is a state that a script reads.
        if fragment and "=" not in fragment and target in self._ids and fragment not in self._ids[target]:
            return "leads to no id of " + target
        return None

    def check(self, findings):
        """Every link of every page, and what each page says of itself."""
        reached = set(UNLINKED)
        titles = defaultdict(list)
        for name, document in self.documents.items():
            for link in document.links:
                self.links += 1
                fault = self.fault(name, link)
                if fault:
                    findings.add("link", name, f"{shortened(link)} {fault}")
                target, _ = self.target(name, link)
                if target != name:
                    reached.add(target)
            for identifier, count in Counter(document.ids).items():
                if count > 1:
                    findings.add("id", name, f"{identifier!r} stands {count} times")
            for what in ("title", "description", "language"):
                if not (getattr(document, what) or "").strip():
                    findings.add("head", name, f"no {what}")
            titles[document.title].append(name)
        for title, names in titles.items():
            for name in names if len(names) > 1 else []:
                findings.add("head", name, f"several pages have the title {shortened(title or '')!r}")
        for name in self.pages:
            if name not in reached:
                findings.add("link", name, "no page leads here")
        self._check_sitemap(findings)

    def _check_sitemap(self, findings):
        if "sitemap.xml" not in self.files:
            return
        places = re.findall(r"<loc>([^<]*)</loc>", (self.root / "sitemap.xml").read_text("utf-8"))
        base = self.documents["index.html"].canonical or ""
        base = base[: -len("index.html")] if base.endswith("index.html") else base
        names = {unquote(place[len(base):]) or "index.html" for place in places if place.startswith(base)}
        for place in places:
            if not place.startswith(base) or (unquote(place[len(base):]) or "index.html") not in self.files:
                findings.add("sitemap", "sitemap.xml", f"{shortened(place)} is no page")
        for name in self.pages:
            if name not in names and name != "404.html" and not name.endswith("/404.html"):
                findings.add("sitemap", name, "is not in the sitemap")

    def sample(self, pattern, limit):
        """The pages to open in a browser, and how many of each group of folders are left out.

        Pages at the top are all taken; of a group, such as `models` or `items/*`, at most `limit`: the largest, the
        first, the last and such as lie evenly between."""
        groups = defaultdict(list)
        for name in self.pages:
            if not pattern or pattern.search(name):
                folders = name.split("/")[:-1]
                groups["/".join(folders[:1] + ["*"] * (len(folders) - 1))].append(name)
        chosen, left = [], {}
        for group, names in sorted(groups.items()):
            if not group or len(names) <= limit:
                chosen += names
                continue
            largest = max(names, key=lambda name: (self.root / name).stat().st_size)
            step = (len(names) - 1) / max(limit - 1, 1)
            taken = [largest] + [names[round(index * step)] for index in range(limit)]
            taken = sorted(dict.fromkeys(taken).keys(), key=taken.index)[:limit]
            chosen += taken
            left[group] = len(names) - len(taken)
        return chosen, left


def shortened(text, length=90):
    """At most `length` characters of a text, without line ends."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"
