// Helps the pass over the keyboard: which elements the Tab key must reach, which it reached, and how each looks then.
const isStop = (element) =>
  element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }) &&
  element.getClientRects().length > 0;
// In a group of radio buttons the Tab key reaches one.
const isSame = (element) => element.type === "radio" && !element.checked;
const stops = Array.from(document.querySelectorAll(
  "a[href], button, input, select, textarea, summary, [tabindex]")).filter((element) => isStop(element) && !isSame(element));
const reached = new Set();
document.addEventListener("focusin", (event) => reached.add(event.target), true);

function name(element) {
  const text = (element.getAttribute("aria-label") || element.textContent || element.value || "").trim();
  return element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") + " “" +
    text.replace(/\s+/g, " ").slice(0, 40) + "”";
}

function ring(element) {
  const parts = [element, ...(element.closest("svg") ? element.querySelectorAll("rect") : [])];
  return parts.map((part) => {
    const style = getComputedStyle(part);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.stroke, style.strokeWidth,
      style.borderBottomColor].join(" ");
  }).join("|");
}

// Whether anything of an element can be seen: a part of it is on top at one of its points.
function isOnTop(element) {
  for (const box of element.getClientRects()) {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth - 1);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight - 1);
    if (right < left || bottom < top) continue;
    for (let step = 1; step < 16; step += 2) {
      const x = left + ((right - left) * step) / 16;
      for (const y of [top + 1, (top + bottom) / 2, bottom - 1]) {
        const hit = document.elementFromPoint(x, y);
        if (hit && element.contains(hit)) return true;
      }
    }
  }
  return false;
}

window.walkKeys = {
  count: stops.length,
  missed: () => stops.filter((element) => !reached.has(element)).map(name),
  // Focuses every stop with its region scrolled to the far end, from where a column that stays could hide it.
  look: () => {
    const unmarked = [], hidden = [];
    const before = new Map(stops.map((element) => [element, null]));
    document.activeElement.blur();
    for (const element of stops) before.set(element, ring(element));
    for (const element of stops) {
      const region = element.closest(".scroll");
      if (region && region !== element) region.scrollLeft = region.scrollWidth;
      element.focus();
      if (document.activeElement !== element) continue;
      if (ring(element) === before.get(element)) unmarked.push(name(element));
      if (!isOnTop(element)) hidden.push(name(element));
    }
    return [unmarked, hidden];
  },
};
return stops.length;
