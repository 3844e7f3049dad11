"""axe-core on pages: WCAG 2.2 A and AA and its best practices, on light and dark pages."""

import importlib.util
from pathlib import Path

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
# The shade of regions that scroll is a gradient, on which axe-core measures no contrast; without it, it does. Rows of a
# table come from one template and cost axe-core most of its time: the first and the last few speak for the rest, and so
# do the first marks of a drawing.
PREPARE = """for (const table of document.querySelectorAll('table')) {
  for (const body of table.tBodies) Array.from(body.rows).slice(8, -2).forEach((row) => row.remove());
}
for (const over of document.querySelectorAll('svg.over')) {
  Array.from(over.children).slice(24).forEach((mark) => mark.remove());
}
for (const region of document.querySelectorAll('.scroll')) region.style.setProperty('background', 'none');
for (const fold of document.querySelectorAll('details')) fold.open = true;
scrollTo(0, 0);"""
RUN = """const [only, done] = arguments;
axe.run(document, {runOnly: only, rules: only.type === 'tag' ? {'target-size': {enabled: true}} : {},
                   resultTypes: ['violations'], preload: false})
  .then((result) => done(result.violations.map((violation) => [
    violation.id, violation.help, violation.nodes.length, violation.nodes[0].target.join(' '),
    (violation.nodes[0].any[0] || violation.nodes[0].all[0] || violation.nodes[0].none[0] || {}).message || ''])),
    (error) => done([['axe', String(error), 1, '', '']]));"""


class Axe:
    """axe-core, from whichever Python package brings it."""

    PACKAGES = ["axe_playwright_python", "axe_core_python", "axe_selenium_python"]

    def __init__(self):
        for package in self.PACKAGES:
            specification = importlib.util.find_spec(package)
            if specification:
                for place in specification.submodule_search_locations:
                    for path in Path(place).rglob("axe.min.js"):
                        self._source = path.read_text("utf-8")
                        return
        raise SystemExit("axe.min.js: expected in a Python package such as axe-playwright-python; found none.")

    def check(self, browser, findings, page, width, mode):
        """Runs all rules on the light page and those of colour on the dark one."""
        browser.resize(width)
        browser.run(PREPARE)
        browser.run(self._source + ";window.axe = axe;")
        for scheme in ("light", "dark"):
            # Colours that are on their way from one to the other would be measured as they pass.
            browser.media(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
            only = {"type": "tag", "values": TAGS} if scheme == "light" else {"type": "rule", "values": COLOURS}
            for rule, help_, count, target, message in browser.wait(RUN, only):
                findings.add("axe", page, f"{rule}: {help_} ({count}×, first {target[:100]}: {message[:120]})", width,
                             f"{mode} {scheme}")
        browser.media()
