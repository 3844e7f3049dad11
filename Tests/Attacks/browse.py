"""Opens the pages of attacked sites in a real browser: no dialog, no request to elsewhere, no script of an attack may run."""

import sys
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Browser"))

import browser as walking  # noqa: E402
from server import StaticServer  # noqa: E402

#: Says when an attack runs, opens a dialog or a window, or writes over what pages rely on.
_TRAPS = """
    window.hits = [];
    for (const name of ["attacked", "alert", "confirm", "prompt", "print", "open"])
        window[name] = (value) => { window.hits.push(`${name}(${value})`); return null; };
    addEventListener("securitypolicyviolation", (event) => window.hits.push(`policy: ${event.violatedDirective}`));
"""
#: What a page was asked for by a link: scripts read the address.
_QUERIES = ["?q={0}", "?a={0}&b={0}", "#{0}", "?q={0}&facet={0}&page={0}#{0}"]


class Browser:
    def __init__(self, attacks):
        self._attacks = [text for _, text in attacks if text.strip() and "\0" not in text]
        self._pages = self._typed = 0

    def open(self, trial, faults):
        """Opens every page of the site and of the reports once, and those with scripts with hostile addresses and typing."""
        root = trial.folder / "out"
        site = root / "site"
        pages = sorted(str(path.relative_to(site)) for path in site.rglob("*.html") if path.is_file())
        with StaticServer(site) as server, walking.Browser(root, server.address) as chrome:
            chrome.command("Page.addScriptToEvaluateOnNewDocument", source=_TRAPS)
            for number, page in enumerate(pages):
                self._visit(chrome, "http", page, "", faults)
                if "<script" in (site / page).read_text() and number % 7 == 0:
                    attack = quote(self._attacks[self._pages % len(self._attacks)], safe="")
                    self._visit(chrome, "http", page, _QUERIES[number % len(_QUERIES)].format(attack), faults)
                    self._type(chrome, page, self._attacks[(self._pages + 11) % len(self._attacks)], faults)
            # Reports and drawings are opened as files, as their readers do.
            for path in sorted(root.glob("*.html")) + sorted(root.rglob("*.svg"))[::9]:
                self._visit(chrome, "file", str(path.relative_to(root)), "", faults)

    def _visit(self, chrome, scheme, page, query, faults):
        self._pages += 1
        chrome.driver.get("about:blank")
        chrome.driver.get(chrome.base(scheme) + quote(page) + query)
        self._look(chrome, page + (" with a query" if query else ""), faults)

    def _type(self, chrome, page, text, faults):
        """Types into every field, opens everything that opens, and moves over what can be pointed at."""
        self._typed += 1
        chrome.run("""
            for (const details of document.querySelectorAll("details")) details.open = true;
            for (const field of document.querySelectorAll("input, select, textarea")) {
                if (field.matches("[type=checkbox], [type=radio]")) field.click();
                else if (field.matches("select")) field.selectedIndex = field.options.length - 1;
                else field.value = arguments[0];
                for (const kind of ["input", "change", "search"]) field.dispatchEvent(new Event(kind, {bubbles: true}));
            }
            for (const mark of [...document.querySelectorAll("svg *, [title], th button, summary")].slice(0, 400))
                for (const kind of ["pointerenter", "pointerover", "mouseover", "focus", "click"])
                    mark.dispatchEvent(new Event(kind, {bubbles: kind !== "click" || !mark.closest("a")}));
        """, text)
        chrome.wait("setTimeout(arguments[arguments.length - 1], 150)")
        self._look(chrome, page + " after typing", faults)

    @staticmethod
    def _look(chrome, page, faults):
        for hit in chrome.run("return window.hits || []"):
            faults.add("ran", page, hit)
        for failure in chrome.failures():
            if "lies outside the site" in failure:
                faults.add("request", page, failure)
        for message in chrome.messages():
            # A field for a number says so of other texts.
            if "favicon" not in message and "cannot be parsed" not in message:
                faults.add("console", page, message)

    def close(self):
        return f"{self._pages} pages opened, {self._typed} typed into"
