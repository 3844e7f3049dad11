// Search and filter over the items of a benchmark. Fetches only what a question needs: counts and the first titles at
// once, a model's outcomes or a facet's codes when they are chosen, the part of the word index that holds a word.
(function () {
  "use strict";

  const form = document.querySelector(".browse form");
  if (!form) return;
  // A page that was opened as a file may not fetch; its lists of pages lead everywhere.
  if (location.protocol === "file:") {
    document.querySelector(".browse").hidden = true;
    return;
  }

  const total = Number(form.dataset.items);
  const itemsOfPage = Number(form.dataset.itemsOfPage);
  const titlesOfFile = Number(form.dataset.titlesOfFile);
  const shownAtOnce = 50;
  const longest = 24;
  const mostShards = 12;
  const found = document.querySelector(".browse .found");
  const results = document.querySelector(".browse .results");
  const earlier = document.querySelector(".browse .earlier");
  const later = document.querySelector(".browse .later");
  const known = new Map();
  let list = [];
  let from = 0;
  let turn = 0;

  // Each file is fetched once, a failed one again.
  function load(path, kind) {
    if (!known.has(path)) {
      const loading = fetch(path).then((response) => {
        if (!response.ok) throw new Error(path + ": " + response.status);
        return kind === "json" ? response.json() : response.arrayBuffer().then((bytes) => new Uint8Array(bytes));
      });
      loading.catch(() => known.delete(path));
      known.set(path, loading);
    }
    return known.get(path);
  }

  // The same words as in the index: no marks, small letters, each ideograph and kana by itself.
  function words(text) {
    const plain = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
    const parts = plain.replace(/[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu, " $& ").match(/[\p{L}\p{N}]+/gu);
    return (parts || []).map((word) => word.slice(0, longest));
  }

  function mark(code, set) {
    const isBits = code[0] === "=";
    const bytes = Uint8Array.from(atob(isBits ? code.slice(1) : code), (sign) => sign.charCodeAt(0));
    if (isBits) {
      for (let item = 0; item < total; item += 1) if (bytes[item >> 3] & (1 << (item & 7))) set[item] = 1;
      return;
    }
    let item = 0;
    for (let place = 0; place < bytes.length;) {
      let difference = 0;
      let shift = 0;
      do {
        difference |= (bytes[place] & 127) << shift;
        shift += 7;
      } while (bytes[place++] & 128);
      item += difference;
      set[item] = 1;
    }
  }

  // The items with a word; the last word of a search may be the beginning of one.
  async function items(word, isBeginning) {
    const first = (await load("search/index.json", "json")).first;
    const set = new Uint8Array(total);
    const end = isBeginning ? word + "\uffff" : word;
    let shard = 0;
    while (shard + 1 < first.length && first[shard + 1] <= word) shard += 1;
    const shards = [];
    for (; shard < first.length && first[shard] <= end && shards.length < mostShards; shard += 1) {
      shards.push(load("search/" + shard + ".json", "json"));
    }
    for (const entries of await Promise.all(shards)) {
      if (!isBeginning) {
        if (Object.hasOwn(entries, word)) mark(entries[word], set);
        continue;
      }
      for (const key of Object.keys(entries)) if (key.startsWith(word)) mark(entries[key], set);
    }
    return set;
  }

  function value(name) { return form.elements[name].value; }

  async function filters() {
    const tests = [];
    const asked = words(value("q"));
    asked.forEach((word, place) => {
      const isBeginning = place === asked.length - 1 && !/\s$/.test(value("q"));
      tests.push(items(word, isBeginning).then((set) => (item) => set[item] === 1));
    });
    for (const [model, is] of [["model", "is"], ["other", "other-is"]]) {
      if (!value(model)) continue;
      const code = Number(value(is));
      tests.push(load("outcomes/" + value(model) + ".bin").then((bytes) =>
        (item) => ((bytes[item >> 1] >> (item & 1 ? 4 : 0)) & 15) === code));
    }
    for (const select of form.querySelectorAll("select[data-facet]")) {
      if (!select.value) continue;
      const code = Number(select.value);
      tests.push(load("facets/" + select.dataset.facet + ".bin").then((bytes) => (item) => bytes[item] === code));
    }
    return Promise.all(tests);
  }

  async function search() {
    const mine = turn += 1;
    const [counts, tests] = await Promise.all([load("counts.bin"), filters()]);
    if (mine !== turn) return;
    const read = form.dataset.wide
      ? (item, part) => counts[4 * item + 2 * part] + 256 * counts[4 * item + 2 * part + 1]
      : (item, part) => counts[2 * item + part];
    const least = value("least") === "" ? 0 : Number(value("least"));
    const most = value("most") === "" ? Infinity : Number(value("most"));
    list = [];
    for (let item = 0; item < total; item += 1) {
      const right = read(item, 0);
      if (right >= least && right <= most && tests.every((test) => test(item))) list.push(item);
    }
    const share = (item) => (read(item, 1) ? read(item, 0) / read(item, 1) : NaN);
    const keys = {
      hard: share, easy: (item) => -share(item), divided: (item) => Math.abs(share(item) - 0.5),
    };
    const key = keys[value("order")];
    if (key) {
      // Items without a score stay at the end.
      const rank = list.map((item) => [key(item), item]).map(([k, item]) => [Number.isNaN(k) ? Infinity : k, item]);
      rank.sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] - b[0]));
      list = rank.map((entry) => entry[1]);
    }
    from = 0;
    await show(mine, read);
  }

  async function show(mine, read) {
    const shown = list.slice(from, from + shownAtOnce);
    const files = new Map(shown.map((item) => [Math.floor(item / titlesOfFile), null]));
    await Promise.all(Array.from(files.keys(), async (file) => {
      files.set(file, await load("titles/" + file + ".json", "json"));
    }));
    if (mine !== turn) return;
    const number = new Intl.NumberFormat("en");
    found.textContent = list.length === 0
      ? "No item fits."
      : number.format(from + 1) + "–" + number.format(from + shown.length) + " of " + number.format(list.length)
        + (list.length === 1 ? " item" : " items");
    results.replaceChildren(...shown.map((item) => {
      const [key, anchor, snippet] = files.get(Math.floor(item / titlesOfFile))[item % titlesOfFile];
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = Math.floor(item / itemsOfPage) + 1 + ".html#" + anchor;
      const name = document.createElement("bdi");
      name.textContent = key;
      link.append(name);
      const tally = document.createElement("span");
      tally.className = "muted";
      tally.textContent = " " + read(item, 0) + " of " + read(item, 1) + " right";
      const words = document.createElement("span");
      words.className = "snippet";
      words.dir = "auto";
      words.textContent = snippet;
      row.append(link, tally, words);
      return row;
    }));
    earlier.hidden = from === 0;
    later.hidden = from + shownAtOnce >= list.length;
    earlier.onclick = () => turnTo(from - shownAtOnce, mine, read);
    later.onclick = () => turnTo(from + shownAtOnce, mine, read);
  }

  function turnTo(place, mine, read) {
    from = Math.max(0, place);
    show(mine, read).catch(fail);
    found.scrollIntoView({ block: "nearest" });
  }

  function fail() { found.textContent = "The items could not be fetched. The pages below hold them all."; }

  // What is asked for stands in the address, so that it can be linked.
  function remember() {
    const asked = new URLSearchParams();
    for (const [name, text] of new FormData(form)) {
      if (text && !(name === "is" && !value("model")) && !(name === "other-is" && !value("other"))) asked.set(name, text);
    }
    history.replaceState(null, "", asked.size ? "?" + asked : location.pathname);
  }

  for (const [name, text] of new URLSearchParams(location.search)) {
    const field = form.elements[name];
    if (field && "value" in field) field.value = text;
  }
  let waiting = 0;
  function ask() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      remember();
      search().catch(fail);
    }, 120);
  }
  form.addEventListener("input", ask);
  form.addEventListener("reset", ask);
  form.addEventListener("submit", (event) => event.preventDefault());
  search().catch(fail);
})();
