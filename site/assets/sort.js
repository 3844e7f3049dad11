// Sorting of tables: a button in each heading of `table.sortable`. Without this script the tables are as they come.
(function () {
  "use strict";

  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  function key(row, column, isNumber) {
    const cell = row.cells[column];
    if (!cell) return null;
    if (!isNumber) return cell.textContent.trim();
    const text = cell.hasAttribute("data-value") ? cell.getAttribute("data-value") : cell.textContent;
    const number = parseFloat(text.replace("\u2212", "-"));
    return Number.isNaN(number) ? null : number;
  }

  function compare(left, right, isNumber) {
    // Cells without a value stay at the end in both directions.
    if (left === null || right === null) return left === right ? 0 : left === null ? Infinity : -Infinity;
    return isNumber ? left - right : collator.compare(left, right);
  }

  function sort(table, heading, column, isNumber) {
    const body = table.tBodies[0];
    const isFirst = !heading.hasAttribute("aria-sort");
    const isDescending = isFirst ? isNumber : heading.getAttribute("aria-sort") === "ascending";
    const rows = Array.from(body.rows, (row, position) => ({ row, position, key: key(row, column, isNumber) }));
    rows.sort((left, right) => {
      const order = compare(left.key, right.key, isNumber);
      if (order === 0) return left.position - right.position;
      return Number.isFinite(order) && isDescending ? -order : order;
    });
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
    body.append(...rows.map((entry) => entry.row));
  }

  for (const table of document.querySelectorAll("table.sortable")) {
    if (!table.tHead || !table.tBodies[0] || table.tBodies[0].rows.length < 2) continue;
    Array.from(table.tHead.rows[0].cells).forEach((heading, column) => {
      const kind = heading.dataset.sort || "text";
      if (kind === "none") return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.setAttribute("aria-label", "Sort by " + heading.textContent.trim().replace(/\s+/g, " "));
      button.addEventListener("click", () => sort(table, heading, column, kind === "number"));
      heading.append(button);
    });
  }
})();
