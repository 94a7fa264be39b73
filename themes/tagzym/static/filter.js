// Filters and orders a long list. The page's form says what a reader wants, a file beside the list (list.json) which
// entries are that, and the list's own pages what an entry looks like: it is taken from there. What is wanted stands in
// the address. Without this script the form is not shown, and the list is all there.
"use strict";

(() => {
  const section = document.querySelector("[data-filter]");
  const list = document.querySelector("[data-list]");
  const entries = document.querySelector("[data-entries]");
  if (!section || !list || !entries) return;

  const form = section.querySelector("form");
  const panel = section.querySelector("details");
  const status = section.querySelector("[role=status]");
  const more = section.querySelector("[data-more]");
  const inner = (of) => of.querySelector("tbody, ul");

  // Where found entries stand: the list's own frame, without its entries.
  const results = document.createElement("div");
  results.hidden = true;
  const frame = entries.cloneNode(true);
  const found = inner(frame);
  found.replaceChildren();
  results.append(frame);
  list.after(status, results, more);

  const PART = 50; // How many more entries are shown at a time.

  let data; // A promise of the file.
  let pages = new Map(); // Promises of each page's entries, by its number.
  let wish = 0; // Counts the wishes, so that a late answer does not replace a newer one.
  let shown = 0;

  const load = async (url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer;
  };

  const entriesOf = async (number) => {
    if (number === 1) return { edition: entries.dataset.entries, rows: [...inner(entries).children] };
    const answer = await load(`${section.dataset.first}page/${number}/`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const theirs = page.querySelector("[data-entries]");
    return { edition: theirs.dataset.entries, rows: [...inner(theirs).children] };
  };

  // A count as the page writes them: its thousand says what stands between groups of digits.
  const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, section.dataset.thousand.slice(1, -3));

  const chosen = () => [...new FormData(form)].filter(([, value]) => value !== "");

  const fill = (query) => {
    for (const box of form.querySelectorAll("input")) box.checked = query.getAll(box.name).includes(box.value);
    for (const select of form.querySelectorAll("select")) {
      const wanted = query.get(select.name) ?? "";
      select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : "";
    }
  };

  const match = ({ facets, entries, orders }) => {
    const wanted = facets.map(([name, values]) => {
      const boxes = form.querySelectorAll(`input[name="${name}"]:checked`);
      return new Set([...boxes].map(({ value }) => values.indexOf(value)));
    });
    const { from, below, order } = form.elements;
    const places = orders[order.value] ?? entries.keys();
    return [...places].filter((place) => {
      const entry = entries[place];
      const step = entry[entry.length - 1];
      return (
        wanted.every((values, nth) => values.size === 0 || entry[nth].some((value) => values.has(value))) &&
        (from.selectedIndex === 0 || step >= from.selectedIndex) &&
        (below.selectedIndex === 0 || (step >= 0 && step < below.selectedIndex))
      );
    });
  };

  // Shows `length` entries of those that are wanted.
  const show = async (length) => {
    const mine = ++wish;
    for (const summary of form.querySelectorAll("[data-chosen]")) {
      const boxes = summary.closest("details").querySelectorAll("input:checked");
      summary.textContent = boxes.length > 0 ? `(${boxes.length})` : "";
    }
    for (const link of document.querySelectorAll("a[data-lang]")) link.search = location.search;
    if (chosen().length === 0) {
      list.hidden = false;
      results.hidden = more.hidden = true;
      status.textContent = "";
      return;
    }
    try {
      data ??= load(section.dataset.filter).then((answer) => answer.json());
      const file = await data;
      const places = match(file);
      const part = places.slice(0, length);
      const rows = await Promise.all(
        part.map(async (place) => {
          const number = Math.floor(place / file.length) + 1;
          if (!pages.has(number)) pages.set(number, entriesOf(number));
          const { edition, rows } = await pages.get(number);
          if (edition !== file.edition) throw new Error("the list was published anew");
          const row = rows[place % file.length].cloneNode(true);
          row.removeAttribute("id");
          return row;
        }),
      );
      if (mine !== wish) return;
      found.replaceChildren(...rows);
      shown = rows.length;
      list.hidden = true;
      results.hidden = rows.length === 0;
      more.hidden = shown === places.length;
      const { found: word, none } = status.dataset;
      status.textContent = places.length > 0 ? `${word}: ${count(places.length)}` : none;
    } catch {
      if (mine !== wish) return;
      data = undefined; // The next wish asks again.
      pages = new Map();
      list.hidden = false;
      results.hidden = more.hidden = true;
      status.textContent = status.dataset.failed;
    }
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    fill(query);
    const wanted = Number(query.get("shown"));
    return show(Math.max(wanted > 0 && wanted < 5000 ? wanted : 0, PART));
  };

  const address = (extra = []) => {
    const query = new URLSearchParams([...chosen(), ...extra]).toString();
    return query === "" ? location.pathname : `?${query}`;
  };

  const change = () => {
    history.pushState(null, "", address());
    show(PART);
  };

  form.addEventListener("change", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault(); // Back to nothing, not to what the page came with.
    fill(new URLSearchParams());
    change();
  });
  more.addEventListener("click", async () => {
    const next = shown;
    history.replaceState(null, "", address([["shown", String(next + PART)]]));
    await show(next + PART);
    found.children[next]?.querySelector("a")?.focus();
  });
  addEventListener("popstate", read);

  section.hidden = false;
  panel.open = matchMedia("(min-width: 48rem)").matches;
  read();
})();
