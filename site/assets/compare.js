// Live comparison of two models from their data files. A page opened as a file cannot fetch; there it leads to
// the pages of pairs.
(function () {
  "use strict";

  const find = (id) => document.getElementById(id);
  const picker = find("picker");
  if (!picker) return;
  const selects = [find("pick-a"), find("pick-b")];
  const said = find("pick-said");
  const links = find("pick-links");
  const result = find("pick-result");
  const body = find("pick").tBodies[0];
  const isFile = location.protocol === "file:";
  const files = new Map();
  let latest = 0;

  // The pages of pairs, by the models in either order.
  const pages = new Map();
  for (const { href } of document.querySelectorAll("#pairs-title ~ * a")) {
    const found = /\/compare\/([^/]+)--([^/]+)\.html$/.exec(href);
    if (!found) continue;
    for (const pair of [[1, 2], [2, 1]]) pages.set(pair.map((place) => found[place]).join(), href);
  }

  function load(model) {
    if (!files.has(model)) {
      const file = fetch("compare/data/" + model + ".json").then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      });
      file.catch(() => files.delete(model));
      files.set(model, file);
    }
    return files.get(model);
  }

  function make(name, text, type) {
    const made = document.createElement(name);
    made.textContent = text;
    if (type) made.className = type;
    return made;
  }

  function link(text, address) {
    const made = make("a", text);
    made.href = address;
    return made;
  }

  function number(shown, interval) {
    if (!shown) return make("td", "no data", "numeric no-data");
    const whole = make("span", "", "number");
    whole.append(make("b", shown), " ", make("span", interval, "interval"));
    const made = make("td", "", "numeric");
    made.append(whole);
    return made;
  }

  function line(first, second, pair, place) {
    const [left, right, both] = [first.estimates, second.estimates, pair.rows].map(
      (rows) => rows.find((row) => row[0] === place) || []);
    if (!left.length && !right.length) return;
    const heading = make("th", "");
    heading.scope = "row";
    heading.append(link(...first.scopes[place]));
    const better = both[9] ? (both[9] > 0 ? first : second).name + " better" : "";
    const outcome = both.length ? better || "cannot be told apart" : "not tested";
    const row = body.insertRow();
    row.append(heading, number(left[5], left[6]), number(right[5], right[6]), number(both[11], both[12]));
    row.append(make("td", outcome, better ? "outcome told" : "outcome"));
    for (let column = 13; column < 18; column++) row.append(make("td", both[column] || "–", "numeric"));
    row.append(make("td", first.methods[both[10]] || "–"));
  }

  function tell(words, ...ways) {
    said.textContent = words;
    links.replaceChildren();
    for (const way of ways) links.append(link(...way), " ");
  }

  async function show() {
    const turn = ++latest;
    const [a, b] = selects.map((select) => select.value);
    const page = pages.get([a, b].join());
    if (isFile) offer();
    result.hidden = true;
    tell(a && a === b ? "Choose two different models." : "");
    if (!a || !b || a === b) return;
    const names = selects.map((select) => select.selectedOptions[0].text);
    const way = page && ["All that is known of " + names.join(" and "), page];
    if (isFile) return tell("", way);
    try {
      const [first, second] = await Promise.all([load(a), load(b)]);
      if (turn !== latest) return;
      const pair = first.others[b];
      for (const place of picker.querySelectorAll("bdi")) place.textContent = (place.className ? second : first).name;
      body.replaceChildren();
      first.scopes.forEach((_, place) => line(first, second, pair, place));
      tell(pair.said, ...[[first.name, first.page], [second.name, second.page], way].filter(Boolean));
      result.hidden = false;
    } catch {
      if (turn === latest) tell("The data of these models cannot be read; the table below still holds.");
    }
  }

  // From a folder only pairs with pages can be chosen.
  function offer() {
    selects.forEach((select, position) => {
      const other = selects[1 - position].value;
      for (const option of select.options) {
        option.disabled = Boolean(option.value && other) && !pages.has([option.value, other].join());
      }
    });
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    selects.forEach((select, position) => {
      select.value = asked.get("ab"[position]) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    show();
  }

  for (const select of selects) {
    select.addEventListener("change", () => {
      if (!isFile) history.pushState(null, "", "?" + new URLSearchParams(selects.map((each, i) => ["ab"[i], each.value])));
      show();
    });
  }
  window.addEventListener("popstate", read);
  picker.hidden = isFile && !pages.size;
  read();
})();
