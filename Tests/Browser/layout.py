"""Whether pages fit: the same page at several widths, with everything unfolded."""

from browser import HERE

SCRIPT = (HERE / "layout.js").read_text()
MOST_SHIFT = 0.01
# Until scripts fetch nothing more.
SETTLE = """const done = arguments[arguments.length - 1];
let known = -1;
function look() {
  const count = performance.getEntriesByType("resource").length;
  if (count === known) { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))); return; }
  known = count;
  setTimeout(look, 120);
}
look();"""


def check_shift(browser, findings, page, width, mode):
    """Whether anything moved by itself while the page was loading; needs scripts."""
    browser.wait(SETTLE)
    shift, sources = browser.run("return window.walkTakeShift ? window.walkTakeShift() : [0, []]")
    if shift >= MOST_SHIFT:
        findings.add("shift", page, f"layout shift {shift:.3f} of {', '.join(sorted(set(sources))[:4])}", width, mode)


def check_fit(browser, findings, page, width, mode):
    """Whether everything fits at a width, which is set here."""
    browser.resize(width)
    browser.run("for (const fold of document.querySelectorAll('details')) fold.open = true;")
    for rule, words in browser.run(SCRIPT):
        findings.add(rule, page, words, width, mode)
