// Marks of drawings. What the pointer or the focus is on is told beside it; the arrow keys go from mark to mark, so that
// a drawing is one stop of the Tab key. Without this script every mark is a link, or a stop, with a title.
(function () {
  "use strict";

  const distance = 6;
  const patience = 150;
  const tip = document.createElement("div");
  tip.className = "tip";
  // The same words name the mark, which is what is read aloud.
  tip.setAttribute("aria-hidden", "true");
  tip.hidden = true;
  let shown = null;
  let leaving = 0;
  let pointer = "";
  let dismissedAt = null;

  // Beside the mark, above or below, wherever the window has room; never over it.
  function show(mark, side, x) {
    clearTimeout(leaving);
    const drawing = mark.closest(".drawing");
    if (tip.parentElement !== drawing) drawing.append(tip);
    shown = mark;
    tip.textContent = mark.getAttribute("aria-label");
    tip.hidden = false;
    const origin = drawing.getBoundingClientRect();
    const box = mark.querySelector("rect").getBoundingClientRect();
    const middle = Math.max(box.left, Math.min(x === undefined ? box.left + box.width / 2 : x, box.right));
    const most = document.documentElement.clientWidth - tip.offsetWidth - distance;
    const left = Math.max(distance, Math.min(middle - tip.offsetWidth / 2, most));
    const hasRoomAbove = box.top - distance - tip.offsetHeight >= 0;
    const hasRoomBelow = box.bottom + distance + tip.offsetHeight <= window.innerHeight;
    const isBelow = side === "below" ? hasRoomBelow || !hasRoomAbove : !hasRoomAbove && hasRoomBelow;
    const top = isBelow ? box.bottom + distance : box.top - distance - tip.offsetHeight;
    tip.style.left = left - origin.left + "px";
    tip.style.top = top - origin.top + "px";
  }

  function at(event) { return event.clientX + " " + event.clientY; }

  function hide() {
    clearTimeout(leaving);
    tip.hidden = true;
    shown = null;
  }

  // The pointer may go over to the tip. What has the focus is told again once the pointer has left.
  function leave() {
    clearTimeout(leaving);
    if (!shown) return;
    leaving = setTimeout(() => {
      const focused = document.activeElement && document.activeElement.closest("svg.over :is(a, g)");
      if (focused) show(focused);
      else hide();
    }, patience);
  }

  // The tip trails the pointer: it comes up on the side from which the pointer enters, so that it hides nothing ahead.
  // Where the tip was dismissed under a pointer that rests, the mark below it is no news.
  function enter(event, mark) {
    if (at(event) === dismissedAt) return;
    dismissedAt = null;
    const box = mark.querySelector("rect").getBoundingClientRect();
    show(mark, event.clientY > box.top + box.height / 2 ? "below" : "above", event.clientX);
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

  // Page keys go through all marks in their order, for those that no direction leads to.
  function target(marks, from, key) {
    const place = marks.indexOf(from);
    switch (key) {
      case "Home": return marks[0];
      case "End": return marks[marks.length - 1];
      case "PageDown": return marks[Math.min(place + 1, marks.length - 1)];
      case "PageUp": return marks[Math.max(place - 1, 0)];
      default: return key.startsWith("Arrow") ? next(marks, from, key) || from : null;
    }
  }

  function prepare(over) {
    const marks = Array.from(over.querySelectorAll("a, g"));
    let wasShown = true;
    marks.forEach((mark, position) => {
      const title = mark.querySelector("title");
      mark.setAttribute("aria-label", title.textContent);
      title.remove();
      mark.setAttribute("tabindex", position === 0 ? "0" : "-1");
      mark.addEventListener("pointerenter", (event) => {
        wasShown = shown === mark;
        enter(event, mark);
      });
      mark.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") leave(); });
      mark.addEventListener("focus", () => { if (shown !== mark) show(mark); });
      mark.addEventListener("blur", leave);
      // A finger's first tap tells, the second follows.
      mark.addEventListener("click", (event) => {
        if (event.pointerType !== "touch" || wasShown) return;
        event.preventDefault();
        wasShown = true;
      });
    });
    over.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const from = event.target.closest("a, g");
      const to = target(marks, from, event.key);
      if (!to) return;
      event.preventDefault();
      from.setAttribute("tabindex", "-1");
      to.setAttribute("tabindex", "0");
      to.focus();
    });
  }

  document.querySelectorAll("svg.over").forEach(prepare);
  tip.addEventListener("pointerenter", () => clearTimeout(leaving));
  tip.addEventListener("pointerleave", leave);
  document.addEventListener("pointermove", (event) => { pointer = at(event); }, { passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    dismissedAt = pointer;
    hide();
  });
  window.addEventListener("resize", hide);
})();
