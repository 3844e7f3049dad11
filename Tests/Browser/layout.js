// What does not fit: returns a list of [rule, words] for the page at its present width.
const root = document.documentElement;
const width = root.clientWidth;
const faults = [];

function name(element) {
  const path = [];
  for (let at = element; at && at !== document.body && path.length < 3; at = at.parentElement) {
    if (at.id) { path.unshift("#" + at.id); break; }
    const kind = typeof at.className === "string" ? at.className : "";
    path.unshift(at.tagName.toLowerCase() + (kind.trim() ? "." + kind.trim().split(/\s+/).join(".") : ""));
  }
  return path.join(" > ");
}

function holdsText(element) {
  for (const node of element.childNodes) if (node.nodeType === 3 && node.data.trim()) return true;
  return /^(IMG|INPUT|BUTTON|SELECT|TEXTAREA|svg)$/.test(element.tagName);
}

if (root.scrollWidth > width) faults.push(["scroll", "the page is wider than the window"]);

function walk(element, isClipped) {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") return;
  // What only screen readers see.
  if (style.clipPath === "inset(50%)") return;
  const scrolls = /auto|scroll/.test(style.overflowX) && element !== root && element !== document.body;
  if (box.width > 0 && !isClipped && (box.right > width + 1 || box.left < -1)) {
    if (scrolls || holdsText(element)) {
      const side = box.right > width + 1 ? Math.round(box.right - width) : Math.round(-box.left);
      faults.push(["cut", name(element) + " lies beyond the edge of the window"]);
      if (side > 0 && scrolls) return;
    }
  }
  if (scrolls) return checkRegion(element, style);
  const clips = /hidden|clip/.test(style.overflowX) && element.tagName !== "svg";
  if (clips && element.scrollWidth > element.clientWidth + 1 && style.textOverflow !== "ellipsis") {
    faults.push(["cut", name(element) + " hides what does not fit in"]);
  }
  if (element.tagName === "svg") return;
  for (const child of element.children) walk(child, isClipped || clips);
}

// A region that scrolls has a name and can be reached; the first column of its table stays and leaves room.
function checkRegion(region, style) {
  if (region.scrollWidth <= region.clientWidth + 1 || region.matches("dialog, pre, input, textarea")) return;
  const isNamed = region.hasAttribute("aria-label") || region.hasAttribute("aria-labelledby");
  if (region.tabIndex < 0 || !isNamed) faults.push(["table", name(region) + " scrolls without a stop or a name"]);
  const table = region.querySelector("table");
  // A heading over all columns is no first column.
  const row = table && Array.from(table.rows).find((row) => row.parentElement !== table.tHead && row.cells[0].colSpan === 1);
  const cell = row && row.cells[0];
  if (!cell || !cell.getBoundingClientRect().width) return;
  if (cell.tagName === "TH" && getComputedStyle(cell).position !== "sticky") {
    faults.push(["table", name(table) + ": the first column does not stay"]);
  }
  if (cell.getBoundingClientRect().width > 0.62 * region.clientWidth) {
    faults.push(["table", name(table) + ": the first column leaves little room"]);
  }
}

walk(document.body, false);
return faults;
