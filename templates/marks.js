// Marks of drawings: what the pointer or the focus is on is told beside it, and the arrow keys go from mark to mark, so that
// a drawing is one stop of the Tab key. Without this script every mark is a link with a title.
(function () {
  "use strict";

  function show(figure, mark) {
    const tip = figure.querySelector(".tip") || figure.appendChild(document.createElement("div"));
    tip.className = "tip";
    tip.setAttribute("aria-hidden", "true");
    tip.textContent = mark.getAttribute("aria-label");
    tip.hidden = false;
    const page = figure.getBoundingClientRect();
    const box = mark.querySelector("rect").getBoundingClientRect();
    const left = Math.max(0, Math.min(box.left - page.left + box.width / 2 - tip.offsetWidth / 2, page.width - tip.offsetWidth));
    const above = box.top - page.top - tip.offsetHeight - 6;
    tip.style.left = left + "px";
    tip.style.top = (above >= 0 ? above : box.bottom - page.top + 6) + "px";
  }

  function hide(figure) {
    const tip = figure.querySelector(".tip");
    if (tip) tip.hidden = true;
  }

  // The nearest mark in a direction; what lies aside counts twice.
  function next(marks, from, key) {
    const centre = (mark) => {
      const box = mark.querySelector("rect").getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2];
    };
    const start = centre(from);
    let best = null;
    let least = Infinity;
    for (const mark of marks) {
      const [dx, dy] = centre(mark).map((value, axis) => value - start[axis]);
      const along = { ArrowRight: dx, ArrowLeft: -dx, ArrowDown: dy, ArrowUp: -dy }[key];
      const aside = Math.abs(key === "ArrowRight" || key === "ArrowLeft" ? dy : dx);
      if (mark !== from && along > 0.5 && along + 2 * aside < least) {
        best = mark;
        least = along + 2 * aside;
      }
    }
    return best;
  }

  for (const over of document.querySelectorAll("svg.over")) {
    const figure = over.parentElement;
    const marks = Array.from(over.querySelectorAll("a, g"));
    marks.forEach((mark, position) => {
      const title = mark.querySelector("title");
      mark.setAttribute("aria-label", title.textContent);
      title.remove();
      mark.setAttribute("tabindex", position === 0 ? "0" : "-1");
      mark.addEventListener("pointerenter", () => show(figure, mark));
      mark.addEventListener("pointerleave", () => hide(figure));
      mark.addEventListener("focus", () => show(figure, mark));
      mark.addEventListener("blur", () => hide(figure));
    });
    over.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return hide(figure);
      const from = event.target.closest("a, g");
      const to = event.key === "Home" ? marks[0] : event.key === "End" ? marks[marks.length - 1]
        : event.key.startsWith("Arrow") ? next(marks, from, event.key) : null;
      if (!to) return;
      event.preventDefault();
      from.setAttribute("tabindex", "-1");
      to.setAttribute("tabindex", "0");
      to.focus();
    });
  }
})();
