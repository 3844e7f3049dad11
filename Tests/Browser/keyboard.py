"""The keyboard alone: Tab reaches everything, the focus is seen, and every control does what it is for."""

from browser import HERE
from selenium.webdriver.common.action_chains import ActionChains
from layout import SETTLE
from selenium.webdriver.common.keys import Keys

SCRIPT = (HERE / "keyboard.js").read_text()
MOST_STOPS = 3000
BATCH = 100


class Keyboard:
    """Presses keys on pages that are open with scripts."""

    def __init__(self, browser, findings):
        self._browser, self._findings = browser, findings
        self.stops = 0

    def press(self, *keys):
        ActionChains(self._browser.driver, duration=0).send_keys(*keys).perform()

    def check_tab(self, page, width, mode):
        """Tab goes once through the whole page; then each stop is looked at."""
        self._browser.wait(SETTLE)
        count = self._browser.run(SCRIPT)
        self._browser.run("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0);")
        left = min(count, MOST_STOPS) + 1
        while left > 0:
            self.press(*[Keys.TAB] * min(left, BATCH))
            left -= BATCH
        self.stops += count
        missed = self._browser.run("return window.walkKeys.missed()")
        if count <= MOST_STOPS and missed:
            self._tell(page, width, mode, f"Tab does not reach {self._some(missed)}")
        unmarked, hidden = self._browser.run("return window.walkKeys.look()")
        if unmarked:
            self._tell(page, width, mode, f"the focus is not seen on {self._some(unmarked)}")
        if hidden:
            self._tell(page, width, mode, f"something hides what has the focus: {self._some(hidden)}")

    def check_controls(self, page, width, mode):
        """Sorting, filters, columns and marks of the page, and the shortcuts."""
        for check in (self._sort, self._filter, self._columns, self._marks, self._shortcuts):
            fault = check()
            if fault:
                self._tell(page, width, mode, fault)

    def _focus(self, selector):
        """Focuses the first such element that can be seen; False if there is none."""
        return self._browser.run(
            """const found = [...document.querySelectorAll(arguments[0])].find((element) => element.checkVisibility());
            if (found) found.focus(); return Boolean(found);""", selector)

    def _sort(self):
        if not self._focus(".sort"):
            return None
        seen = []
        for key in (Keys.ENTER, Keys.SPACE):
            self.press(key)
            seen.append(self._browser.run("return document.activeElement.closest('th').getAttribute('aria-sort')"))
        return None if sorted(map(str, seen)) == ["ascending", "descending"] else f"sorting by keys gives {seen}"

    def _filter(self):
        if not self._focus(".tools input[type=search]"):
            return None
        table = "document.getElementById(document.activeElement.getAttribute('aria-controls'))"
        shown = f"return [...{table}.tBodies[0].rows].filter((row) => !row.hidden).length"
        before = self._browser.run(shown)
        word = self._browser.run(f"return {table}.tBodies[0].rows[0].cells[0].textContent.trim().slice(0, 60)")
        self.press(word)
        during = self._browser.run(shown)
        told = self._browser.run(
            "return document.activeElement.closest('.tools').querySelector('[role=status]').textContent")
        self.press(Keys.ESCAPE)
        after = self._browser.run(shown)
        if not 0 < during <= before or after != before:
            return f"the filter shows {during} of {before} rows, {after} once it is cleared"
        return None if str(during) in told else f"the filter tells {told!r} of {during} rows"

    def _columns(self):
        if not self._focus(".tools details > summary"):
            return None
        self.press(Keys.ENTER)
        if not self._browser.run("return document.activeElement.closest('details').open"):
            return "the column chooser does not open with Enter"
        self.press(Keys.TAB, Keys.SPACE)
        hidden = self._browser.run("return document.querySelectorAll('th[hidden]').length")
        self.press(Keys.SPACE)
        left = self._browser.run("return document.querySelectorAll('th[hidden]').length")
        if hidden != 1 or left:
            return f"the column chooser hides {hidden} columns and brings back all but {left}"
        return None

    def _marks(self):
        told = "[...document.querySelectorAll('.tip')].some((tip) => tip.checkVisibility())"
        if not self._focus("svg.over [tabindex='0']"):
            return None
        count = self._browser.run("return document.activeElement.closest('svg').querySelectorAll('a, g').length")
        self._browser.run("window.walkMark = document.activeElement")
        self.press(Keys.END)
        if count > 1 and self._browser.run("return window.walkMark === document.activeElement"):
            return "the marks of a drawing do not follow the keys"
        if not self._browser.run(f"return {told}"):
            return "a mark that has the focus is not told"
        self.press(Keys.ESCAPE)
        if self._browser.run(f"return {told}"):
            return "Escape does not hide what a mark tells"
        return None

    def _shortcuts(self):
        self._browser.run("document.activeElement.blur()")
        self.press("?")
        if not self._browser.run("return Boolean(document.querySelector('dialog[open]'))"):
            return "? opens no list of shortcuts"
        self.press(Keys.ESCAPE)
        if self._browser.run("return Boolean(document.querySelector('dialog[open]'))"):
            return "Escape does not close the list of shortcuts"
        if not self._browser.run(
                "return [...document.querySelectorAll('input[type=search]')].some((field) => field.checkVisibility())"):
            return None
        self.press("/")
        return None if self._browser.run("return document.activeElement.type === 'search'") else "/ leads to no filter"

    def _tell(self, page, width, mode, words):
        self._findings.add("keys", page, words, width, mode)

    @staticmethod
    def _some(names):
        return f"{len(names)}: {', '.join(names[:3])}"
