// `table.sortable` is sorted by its headings; a long one is filtered, a wide one loses columns, in `.tools` above it, for
// which the style sheet keeps the place free. Without this script the tables are as they come.
(function () {
  "use strict";

  const manyRows = 8;
  const manyColumns = 6;
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function words(element) { return element.textContent.trim().replace(/\s+/g, " "); }

  // What a column is called where its heading is not beside it. A heading that stands twice has the one before it.
  function names(headings) {
    const plain = headings.map((heading) => (heading.classList.contains("drawn") ? "Drawing" : words(heading)));
    return plain.map((name, at) => (at && plain.indexOf(name) !== plain.lastIndexOf(name) ? plain[at - 1] + ": " + name : name));
  }

  function key(row, column, isNumber) {
    const cell = row.cells[column];
    if (!cell) return null;
    if (!isNumber) return words(cell);
    const text = cell.hasAttribute("data-value") ? cell.getAttribute("data-value") : cell.textContent;
    const number = parseFloat(text.replace("\u2212", "-"));
    return Number.isNaN(number) ? null : number;
  }

  function sort(table, heading, isDescending) {
    const isNumber = heading.dataset.sort === "number";
    const body = table.tBodies[0];
    const column = heading.cellIndex;
    const sign = isDescending ? -1 : 1;
    const rows = Array.from(body.rows, (row) => ({ row, key: key(row, column, isNumber) }));
    rows.sort((left, right) => {
      // Cells without a value stay at the end in both directions.
      if (left.key === null || right.key === null) return (left.key === null) - (right.key === null);
      return sign * (isNumber ? left.key - right.key : collator.compare(left.key, right.key));
    });
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
    body.append(...rows.map((entry) => entry.row));
  }

  function addSorting(table, headings, titles) {
    headings.forEach((heading, column) => {
      if (heading.dataset.sort === "none") return;
      const button = make("button", { type: "button", className: "sort" });
      button.setAttribute("aria-label", "Sort by " + titles[column]);
      button.addEventListener("click", () => {
        const present = heading.getAttribute("aria-sort");
        sort(table, heading, present ? present === "ascending" : heading.dataset.sort === "number");
      });
      heading.append(button);
    });
  }

  // Where a narrow page shows the table as a list, its headings cannot be seen.
  function sorting(table, headings, titles) {
    const select = make("select", {}, make("option", { textContent: "as it comes", value: "", hidden: true }));
    headings.forEach((heading, column) => {
      if (heading.dataset.sort !== "none") select.append(make("option", { textContent: titles[column], value: column }));
    });
    select.addEventListener("change", () => {
      const heading = headings[select.value];
      sort(table, heading, heading.dataset.sort === "number");
    });
    return make("label", { className: "sorting" }, "Sort by ", select);
  }

  function folded(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); }

  function filter(table, title) {
    const rows = Array.from(table.tBodies[0].rows, (row) => ({ row, text: null }));
    const input = make("input", { type: "search", autocomplete: "off", spellcheck: false });
    const told = make("span", { className: "told" });
    told.setAttribute("role", "status");
    input.setAttribute("aria-controls", table.id);
    input.setAttribute("aria-label", "Filter rows of " + title);
    function apply() {
      const sought = folded(input.value).split(/\s+/).filter(Boolean);
      let count = 0;
      for (const entry of rows) {
        if (entry.text === null) entry.text = folded(words(entry.row));
        entry.row.hidden = !sought.every((word) => entry.text.includes(word));
        if (!entry.row.hidden) count += 1;
      }
      told.textContent = sought.length ? count + " of " + rows.length + " rows" : "";
    }
    input.addEventListener("input", apply);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !input.value) return;
      event.preventDefault();
      input.value = "";
      apply();
    });
    return [make("label", { className: "filter" }, "Filter rows ", input), told];
  }

  // The first column names the rows, so it stays.
  function chooser(table, headings, titles) {
    const list = make("div", { className: "choices" });
    headings.slice(1).forEach((heading, at) => {
      const box = make("input", { type: "checkbox", checked: true });
      box.addEventListener("change", () => {
        heading.hidden = !box.checked;
        for (const row of table.tBodies[0].rows) if (row.cells[at + 1]) row.cells[at + 1].hidden = !box.checked;
      });
      list.append(make("label", {}, box, " " + titles[at + 1]));
    });
    return make("details", { className: "columns-shown" }, make("summary", { textContent: "Columns" }), list);
  }

  for (const table of document.querySelectorAll("table.sortable")) {
    const body = table.tBodies[0];
    if (!table.tHead || !body || body.rows.length < 2) continue;
    const headings = Array.from(table.tHead.rows[0].cells);
    const titles = names(headings);
    addSorting(table, headings, titles);
    const tools = make("div", { className: "tools" });
    const caption = table.querySelector("caption > span");
    if (body.rows.length > manyRows) tools.append(...filter(table, caption ? words(caption) : "the table"));
    if (headings.length > manyColumns) tools.append(chooser(table, headings, titles));
    tools.classList.toggle("for-lists", !tools.firstChild);
    if (table.classList.contains("as-list")) tools.append(sorting(table, headings, titles));
    if (tools.firstChild) table.before(tools);
  }
})();
