// Filters and orders a long list: the form says what a reader wants, list.json holds all entries, a template what one looks
// like. What is wanted stands in the address. Without this script the form is not shown, and the list is all there.
"use strict";

(() => {
  const section = document.querySelector("[data-filter]");
  section.hidden = false;
  section.querySelector("details").open = matchMedia("(min-width: 48rem)").matches;
  document.addEventListener("DOMContentLoaded", () => start(section));
})();

// The file, with what follows from it. Amounts are whole tenge; null is one that nobody knows.
function opened(file) {
  const exact = (amount) => (amount === null ? null : BigInt(amount));
  for (const name of ["delivered", "pledged", "joint", "jointPledged"]) file[name] = file[name]?.map(exact);
  const byYear = file.byYear.map((amounts) => amounts.map(exact));
  const facet = Object.fromEntries(file.facets.map((facet) => [facet.name, facet]));
  const all = [...file.slugs.keys()];
  const compare = (a, b) => (a === b ? 0 : a === null || (b !== null && a < b) ? 1 : -1); // The largest first.
  const by = (column) => [...all].sort((a, b) => compare(column[a], column[b]));
  // The values that an entry has in a facet.
  const values = (name, at) => facet[name].sets[facet[name].of[at]].map((value) => facet[name].values[value]);
  // What was delivered in some years, as far as it is known.
  const inYears = (years) => (at) => {
    const own = values("year", at);
    const amounts = own.length < 2 ? [file.delivered[at]] : byYear[at];
    const given = amounts.filter((_, nth) => years.includes(own[nth]));
    return given.length > 0 && given.every((of) => of === null) ? null : given.reduce((sum, of) => sum + (of ?? 0n), 0n);
  };
  return {
    ...file,
    values,
    given: (years) => (years.length > 0 ? all.map(inYears(years)) : file.delivered),
    facetNames: Object.keys(facet),
    ordered: { amount: by, date: () => by(file.dates), name: () => file.orders.name ?? all },
    all,
  };
}

// What can be told of an entry by its place in the file: links, amounts, and what is so of it.
function facts(file, at, first, { given, when }) {
  const link = (name) => (file[name]?.[at] == null ? undefined : file.links[file[name][at]]);
  const status = file.values(file.cancelled ? "status" : "kind", at)[0];
  const day = file.cancelled?.[at] ?? (status === "planned" ? null : file.dates[at]);
  const of = {
    id: file.ids[at] ?? file.slugs[at],
    self: [`${first}${file.slugs[at]}/`, file.titles[at], file.langs[at]],
    [`lang-${file.langs[at]}`]: true,
    [status]: true,
    status,
    sample: file.samples.includes(at),
    colour: file.direction && file.values("direction", at)[0],
    day,
    begun: status === "under-way",
    jointCount: file.jointCount?.[at],
    projects: file.projects?.[at],
    when,
    photo: file.photos?.[at],
    whole: file.delivered[at],
    part: given[at] !== file.delivered[at] && file.delivered[at] !== null,
  };
  for (const name of ["region", "district", "direction", "object"]) of[name] = link(name);
  for (const name of ["delivered", "pledged", "joint", "jointPledged"]) {
    const amount = name === "delivered" ? given[at] : file[name]?.[at];
    of[name] = amount;
    of[`${name}-some`] = amount !== 0n;
    of[`${name}-nothing`] = amount === 0n;
    of[`${name}-unknown`] = amount === null;
    of[`${name}-known`] = amount !== null && amount !== 0n;
  }
  return of;
}

// One cell in CSV, as src/formats/csv.rs writes it: what a spreadsheet would run begins with an apostrophe.
function cell(text) {
  const harmless = String(text ?? "").replace(/[^;\t]*[;\t]|[^;\t]+$/g, (piece) =>
    /^([ \u00a0"]*[=+\-@＝＋－＠]|[\t\r])/.test(piece) ? `'${piece}` : piece,
  );
  return /[,;\t"\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const make = (name, of) => Object.assign(document.createElement(name), of);

function start(section) {
  const PART = 50; // How many more entries are shown at a time.
  const { first, money: sample } = section.dataset;
  const list = document.querySelector("[data-list]");
  const form = section.querySelector("form");
  const part = (name) => section.querySelector(`[data-${name}]`);
  const [status, sums, chips, toFound, more, csv] = ["found", "sums", "chips", "show", "more", "csv"].map(part);
  const template = part("entry").content.firstElementChild;
  const whole = document.querySelector("[data-whole]");
  const said = document.querySelector("[data-ordered]");
  const newest = document.querySelector(".as-of"); // Of the list as it came.
  const saidFirst = said?.textContent;
  const boxes = [...form.querySelectorAll("input")];
  const nameOf = (box) => box.parentElement.querySelector("span").textContent;
  const regionOf = (box) => boxes.find(({ name, value }) => name === "region" && value === box.value.split("/")[0]);

  // Where found entries stand: the list's own frame, without its entries.
  const results = make("div", { hidden: true, tabIndex: -1 });
  const frame = document.querySelector("[data-entries]").cloneNode(true);
  const found = frame.querySelector("tbody, ul");
  found.replaceChildren();
  results.append(frame);
  list.after(results, more);

  let data; // A promise of the file.
  let wish = 0; // Counts the wishes, so that a late answer does not replace a newer one.
  let shown = 0;

  const load = async () => {
    const answer = await fetch(section.dataset.filter);
    if (!answer.ok) throw new Error(answer.status);
    return opened(await answer.json());
  };

  // Numbers and dates as the page writes them.
  const between = /1(\D*)000/.exec(sample)[1];
  const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, between);
  const money = (amount) => sample.replace(/1\D*000/, () => count(amount));
  const date = (file, day) => {
    const [year, month, date] = day.split("-");
    const form = month ? (date ? file.days : file.months)[month - 1] : "{y}";
    return form.replace("{y}", Number(year)).replace("{d}", Number(date));
  };

  const row = (file, at, found) => {
    const of = facts(file, at, first, found);
    const one = template.cloneNode(true);
    const each = (selector) => one.querySelectorAll(selector);
    for (const part of each("[data-if]")) if (!of[part.dataset.if]) part.remove();
    if (of.colour) one.classList.add(of.colour);
    for (const name of each("[data-to]")) {
      const [url, text, lang] = of[name.dataset.to];
      name.textContent = text;
      if (name.localName === "a") name.href = url;
      if (lang) name.lang = lang;
    }
    for (const told of each("[data-years]")) told.textContent = of.when;
    for (const img of each("img")) [img.src, img.width, img.height] = of.photo;
    for (const figure of each("[data-sum], [data-count]")) {
      const { sum, count: counted } = figure.dataset;
      figure.value = of[sum ?? counted];
      figure.textContent = (sum ? money : count)(of[sum ?? counted]);
    }
    for (const time of each("time")) {
      time.dateTime = of.day;
      time.textContent = date(file, of.day);
    }
    return one;
  };

  const chosen = () => [...new FormData(form)].filter(([, value]) => value !== "");

  const fill = (query) => {
    for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
    for (const box of boxes) {
      // A district is one of a chosen region; in older addresses it stands among the regions.
      if (box.name === "district" && query.getAll("region").includes(box.value)) box.checked = true;
      if (box.name === "district" && box.checked && regionOf(box)) regionOf(box).checked = true;
    }
    for (const select of form.querySelectorAll("select")) {
      const wanted = query.get(select.name) ?? "";
      select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : "";
    }
  };

  // Which entries are wanted, and how many there would be with each choice of a facet beside the other facets.
  const match = (file) => {
    const wanted = {};
    for (const name of file.facetNames) wanted[name] = new Set();
    for (const { name, value, checked } of boxes) if (checked) wanted[name].add(value);
    const narrowed = new Set([...wanted.district].map((district) => district.split("/")[0]));
    const { from, below, order } = form.elements;
    const years = boxes.filter(({ name, checked }) => name === "year" && checked).map(({ value }) => value).sort();
    const given = file.given(years);
    const [least, most] = [from.value, below.value].map((value) => (value === "" ? null : BigInt(value)));
    const any = (name, at) => wanted[name].size === 0 || file.values(name, at).some((value) => wanted[name].has(value));
    const here = (at) =>
      (wanted.region.size === 0 && narrowed.size === 0) ||
      file.values("district", at).some((district) => wanted.district.has(district)) ||
      file.values("region", at).some((region) => wanted.region.has(region) && !narrowed.has(region));
    const amount = (of) =>
      (least === null && most === null) || (of !== null && (least === null || of >= least) && (most === null || of < most));
    const counts = new Map();
    const fits = file.all.map((at) => {
      const misses = file.facetNames.filter((name) => name !== "district" && !(name === "region" ? here(at) : any(name, at)));
      const enough = amount(given[at]);
      for (const name of file.facetNames) {
        const own = name === "district" ? "region" : name;
        if (!enough || misses.some((miss) => miss !== own)) continue;
        for (const value of file.values(name, at)) counts.set(`${name} ${value}`, (counts.get(`${name} ${value}`) ?? 0) + 1);
      }
      return enough && misses.length === 0;
    });
    const places = (file.ordered[order.value]?.(given) ?? file.all).filter((at) => fits[at]);
    return { places, counts, given, when: years.join(", ") };
  };

  const chip = (text, remove) => {
    const item = make("li");
    const button = make("button", { type: "button" });
    const label = make("span", { className: "visually-hidden", textContent: `${chips.dataset.chips}: ` });
    button.append(label, text);
    button.insertAdjacentHTML("beforeend", '<span aria-hidden="true"> ×</span>');
    button.addEventListener("click", () => {
      const nth = [...chips.children].indexOf(item);
      remove();
      change();
      (chips.children[Math.min(nth, chips.children.length - 1)]?.firstChild ?? section.querySelector("summary")).focus();
    });
    item.append(button);
    return item;
  };

  // What of the form follows from what is chosen in it.
  const settle = () => {
    for (const box of boxes) {
      if (box.name !== "district") continue;
      const region = regionOf(box);
      const open = !region || region.checked;
      if (!open) box.checked = false;
      box.parentElement.hidden = !open;
    }
    for (const group of form.querySelectorAll("[data-facet]")) {
      const own = [...group.querySelectorAll("label")];
      group.hidden = own.every(({ hidden }) => hidden);
      for (const title of group.querySelectorAll("[data-region]")) title.hidden = title.nextElementSibling.hidden;
      const checked = group.querySelectorAll("input:checked").length;
      group.querySelector("[data-chosen]").textContent = checked > 0 ? `(${checked})` : "";
    }
    const selects = [form.elements.from, form.elements.below].filter(({ value }) => value !== "");
    const free = (box) => () => (box.checked = false);
    chips.replaceChildren(
      ...boxes.filter(({ checked }) => checked).map((box) => chip(nameOf(box), free(box))),
      ...selects.map((select) =>
        chip(`${select.labels[0].firstChild.textContent.trim()}: ${select.selectedOptions[0].text}`, () => (select.value = "")),
      ),
    );
    chips.hidden = chips.children.length === 0;
    const order = form.elements.order;
    if (said) said.textContent = order.value === "" ? saidFirst : `${order.selectedOptions[0].text}.`;
    whole?.toggleAttribute("hidden", !chips.hidden);
  };

  const tell = (file, { places, given, when }) => {
    const total = (column) => places.reduce((sum, at) => sum + (column[at] ?? 0n), 0n);
    const [delivered, pledged] = [total(given), total(file.pledged)];
    const unknown = places.filter((at) => given[at] === null).length;
    part("hint").hidden = when === "";
    const figure = (value, textContent) => make("data", { value, textContent });
    const { delivered: word, pledged: promised, unknown: unstated } = sums.dataset;
    sums.replaceChildren(
      ...(delivered > 0n ? [` · ${word}${when && ` (${when})`} `, figure(delivered, money(delivered))] : []),
      ...(pledged > 0n ? [` · ${promised} `, figure(pledged, money(pledged))] : []),
      ...(unknown > 0 ? [` · ${unstated}: `, figure(unknown, count(unknown))] : []),
    );
  };

  const showAll = (text) => {
    list.hidden = false;
    part("hint").hidden = true;
    newest?.removeAttribute("hidden");
    results.hidden = more.hidden = toFound.hidden = true;
    status.textContent = text;
    sums.textContent = "";
  };

  // Shows `length` entries of those that are wanted.
  const show = async (length) => {
    const mine = ++wish;
    settle();
    for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
    const nothing = chosen().length === 0;
    // What the page came with the browser finds again by itself.
    history.scrollRestoration = nothing ? "auto" : "manual";
    if (nothing) showAll("");
    if (nothing && !data) return;
    try {
      data ??= load();
      const file = await data;
      if (mine !== wish) return;
      const answer = match(file);
      const { places, counts } = answer;
      for (const box of boxes) {
        const figure = box.parentElement.querySelector("data");
        const number = counts.get(`${box.name} ${box.value}`) ?? 0;
        figure.value = number;
        figure.textContent = count(number);
        box.parentElement.classList.toggle("none", number === 0);
      }
      if (nothing) return;
      const rows = places.slice(0, length).map((at) => row(file, at, answer));
      found.replaceChildren(...rows);
      shown = rows.length;
      list.hidden = true;
      newest?.setAttribute("hidden", "");
      results.hidden = rows.length === 0;
      more.hidden = shown === places.length;
      toFound.hidden = rows.length === 0;
      toFound.textContent = toFound.dataset.show.replace("#", count(places.length));
      const { found: word, none } = status.dataset;
      status.textContent = places.length > 0 ? `${word}: ${count(places.length)}` : none;
      tell(file, answer);
    } catch {
      if (mine !== wish) return;
      data = undefined; // The next wish asks again.
      showAll(status.dataset.failed);
    }
  };

  // Where the reader was on the page, for when they come back to it.
  const keep = (url) => history.replaceState({ top: scrollY }, "", url);
  const read = async () => {
    const query = new URLSearchParams(location.search);
    const top = history.state?.top;
    fill(query);
    const wanted = Number(query.get("shown"));
    await show(Math.max(wanted > 0 && wanted < 5000 ? wanted : 0, PART));
    if (top !== undefined) scrollTo({ top, behavior: "instant" });
  };

  const address = (extra = []) => {
    const query = new URLSearchParams([...chosen(), ...extra]).toString();
    return query === "" ? location.pathname : `?${query}`;
  };

  const change = () => {
    keep();
    settle(); // A district goes with its region, also from the address.
    history.pushState(null, "", address());
    return show(PART);
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
    keep(address([["shown", String(next + PART)]]));
    await show(next + PART);
    found.children[next]?.querySelector("a")?.focus();
  });
  toFound.addEventListener("click", () => {
    if (!matchMedia("(min-width: 48rem)").matches) section.querySelector("details").open = false;
    results.scrollIntoView();
    results.focus({ preventScroll: true });
  });
  csv.addEventListener("click", async () => {
    try {
      data ??= load();
      const file = await data;
      const found = match(file);
      const columns = [...part("columns").content.children].filter(({ dataset }) => found.when || dataset.column !== "given");
      const word = (name) => template.querySelector(`[data-if="${name}"]`)?.textContent.trim();
      const rows = found.places.map((at) => {
        const of = facts(file, at, first, found);
        const own = {
          title: of.self[1],
          url: new URL(of.self[0], location).href,
          status: word(of.status),
          date: file.cancelled?.[at] ?? file.dates[at],
          delivered: of.whole,
          given: found.given[at],
          sample: of.sample ? columns.at(-1).textContent : "",
        };
        return columns.map(({ dataset: { column } }) => cell(column in own ? own[column] : Array.isArray(of[column]) ? of[column][1] : of[column]));
      });
      const heads = columns.map(({ textContent, dataset }) => cell(textContent + (dataset.column === "given" ? ` (${found.when})` : "")));
      const text = [heads, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
      const href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
      const link = make("a", { href, download: csv.dataset.csv });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    } catch {
      data = undefined;
      status.textContent = status.dataset.failed;
    }
  });
  addEventListener("pagehide", () => keep());
  addEventListener("popstate", read);
  read();
}
