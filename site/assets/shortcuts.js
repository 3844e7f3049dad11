// Shortcuts of the keyboard, and the dialog that lists them and turns them off. Everything they do, links and fields do.
(function () {
  "use strict";

  // Where it is not the first of the page's name.
  const letters = { index: "h", variance: "a", releases: "l", methods: "e", about: "u" };
  const patience = 1500;
  const setting = "single-key-shortcuts";
  let isOn = true;
  let goes = -patience;
  let dialog = null;

  try { isOn = localStorage.getItem(setting) !== "off"; } catch { /* A browser may refuse to remember. */ }

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  // The letters of the pages that this page's navigation and foot lead to.
  const places = new Map();
  for (const link of document.querySelectorAll(".site-nav a, .site-footer a[href$='.html']")) {
    const name = link.pathname.split("/").pop().replace(/\.html$/, "") || "index";
    const letter = letters[name] || name[0];
    if (!places.has(letter)) places.set(letter, { href: link.href, title: name === "index" ? "home" : link.textContent });
  }

  function turned(way) { return document.querySelector("a[rel~=" + way + "]"); }

  function field() {
    return Array.from(document.querySelectorAll("main input[type=search]")).find((input) => input.checkVisibility());
  }

  function describe() {
    const rows = [["?", "this list"]];
    if (field()) rows.push(["/", "filter or search"], ["Esc", "clear the filter"]);
    if (turned("prev")) rows.push(["[", "previous page"]);
    if (turned("next")) rows.push(["]", "next page"]);
    for (const [letter, place] of places) rows.push(["g " + letter, "go to " + place.title]);
    if (document.querySelector("svg.over")) rows.push(["\u2190 \u2191 \u2192 \u2193", "from mark to mark of a drawing"]);
    const list = make("dl", {});
    for (const [keys, words] of rows) {
      const term = make("dt", {});
      for (const name of keys.split(" ")) term.append(make("kbd", { textContent: name }), " ");
      list.append(make("div", {}, term, make("dd", { textContent: words })));
    }
    return list;
  }

  function open() {
    if (dialog) dialog.remove();
    const box = make("input", { type: "checkbox", checked: isOn });
    box.addEventListener("change", () => {
      isOn = box.checked;
      try { localStorage.setItem(setting, isOn ? "on" : "off"); } catch { /* It holds for this page then. */ }
    });
    const close = make("button", { type: "button", textContent: "Close" });
    close.addEventListener("click", () => dialog.close());
    const title = make("h2", { id: "shortcuts-title", textContent: "Keyboard shortcuts" });
    const choice = make("label", {}, box, " Shortcuts of a single key");
    dialog = make("dialog", { className: "shortcuts" }, title, describe(), choice, close);
    dialog.setAttribute("aria-labelledby", title.id);
    document.body.append(dialog);
    dialog.showModal();
  }

  // What to do on a key, or nothing.
  function action(key) {
    if (performance.now() - goes < patience && places.has(key)) return () => location.assign(places.get(key).href);
    goes = key === "g" ? performance.now() : -patience;
    const link = key === "[" ? turned("prev") : key === "]" ? turned("next") : null;
    if (link) return () => link.click();
    if (key === "/" && field()) return () => field().focus();
    return key === "?" ? open : null;
  }

  document.addEventListener("keydown", (event) => {
    const isChord = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState("AltGraph");
    if (!isOn || isChord || event.defaultPrevented || event.isComposing) return;
    if (event.target.closest("dialog, input:not([type=checkbox]), select, textarea, [contenteditable]")) return;
    const act = action(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  });

  const foot = document.querySelector(".site-footer p:last-child");
  if (foot) {
    const button = make("button", { type: "button", className: "plain", textContent: "keyboard shortcuts" });
    button.addEventListener("click", open);
    foot.append(make("span", { className: "with-script" }, " \u00b7 ", button));
  }
})();
