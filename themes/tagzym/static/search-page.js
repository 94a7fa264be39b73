// The page of the search: answers while a reader types, the best first. What is wanted stands in the address
// (?q=…&kind=…), so that a link leads to an answer and back leads to the one before. Without this script the page shows the ways
// to all records.

import { words } from "./search-fold.js";
import { again, NAMED, openSearch } from "./search.js";

const PART = 10; // How many results are shown at a time.
const PAUSE = 120; // Milliseconds without a key, after which an answer is looked for.

const section = document.querySelector("[data-search-page]");
const { lang } = document.documentElement;
const search = openSearch(section.dataset.searchPage);
const form = document.querySelector("form[role=search]");
const input = form.elements.q;
const list = document.getElementById("search-results");
const part = (name) => section.querySelector(`[data-${name}]`);
const [hint, status, kinds, meant, nothing, failed, more] = ["hint", "status", "kinds", "meant", "nothing", "failed", "more"].map(part);
const ways = document.querySelector("[data-ways]");
const template = part("result").content.firstElementChild;
const kindWords = Object.fromEntries([...part("kind-words").content.children].map((word) => [word.dataset.kind, word]));
const [, before, between, after] = /^(.*)1(\D*)000(.*)$/.exec(section.dataset.money);
const title = document.title;

const make = (name, of = {}) => Object.assign(document.createElement(name), of);
const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, between);
const money = (digits) => before + count(digits) + after;

let wish = 0; // Counts the wishes, so that a late answer does not replace a newer one.
let asked = ""; // What was asked last; nothing, since other words were typed.
let answer; // How much is shown of what was found last.
let kind = "";
let pause;

section.hidden = false;

// A text with those words marked that were found.
function marked(text, shown) {
  const pieces = [];
  let end = 0;
  for (const { index, 0: run } of text.matchAll(/[\p{Alphabetic}\p{N}'’‘ʼ\u0301\u{ad}]+/gu)) {
    if (!words(run).some((word) => shown.has(word))) continue;
    pieces.push(text.slice(end, index), make("mark", { textContent: run }));
    end = index + run.length;
  }
  return [...pieces, text.slice(end)];
}

const fill = (element, { text, lang: other }, shown) => {
  element.append(...marked(text, shown));
  if (other) element.lang = other;
};

// A piece of a text with as many of the words as stand near each other.
function excerpt(text, shown) {
  const LENGTH = 28; // In words.
  const runs = [...text.matchAll(/\S+/g)];
  const hits = runs.map(({ 0: run }) => words(run).find((word) => shown.has(word)));
  let best = { start: 0, score: 0 };
  for (const [start, hit] of hits.entries()) {
    if (hit === undefined) continue;
    const score = new Set(hits.slice(start, start + LENGTH).filter(Boolean)).size;
    if (score > best.score) best = { start, score };
  }
  if (best.score === 0) return undefined;
  const start = Math.max(0, best.start - 6);
  const end = Math.min(runs.length, start + LENGTH);
  const from = runs[start].index;
  const last = runs[end - 1];
  const piece = text.slice(from, last.index + last[0].length).replace(/\s+/g, " ");
  return `${start > 0 ? "… " : ""}${piece}${end < runs.length ? " …" : ""}`;
}

// What another query has found stands there as such until there is an answer; one that comes late is none.
function wait() {
  wish += 1;
  asked = undefined;
  list.dataset.state = "loading";
  list.setAttribute("aria-busy", "true");
  status.textContent = "";
  failed.hidden = true;
}

// What is to be seen of an answer, or of there being none.
function settle(query, state, results, { fits = results.length, pages = fits } = {}) {
  const focused = list.contains(document.activeElement) && document.activeElement.href;
  list.replaceChildren(...results);
  if (focused) ([...list.querySelectorAll("a")].find(({ href }) => href === focused) ?? input).focus();
  Object.assign(list.dataset, { query, state });
  list.removeAttribute("aria-busy");
  document.title = query === "" ? title : `${query} · ${title}`;
  const isLetter = [...query].length < 2 && pages === 0;
  hint.hidden = !isLetter || state === "failed";
  nothing.hidden = state !== "done" || pages > 0 || isLetter;
  ways.hidden = pages > 0;
  failed.hidden = state !== "failed";
  more.hidden = results.length === fits;
  if (state !== "done") kinds.hidden = meant.hidden = true;
}

async function show(query, wanted, length) {
  if (query !== list.dataset.query) wait();
  asked = query;
  const mine = ++wish;
  if (query === "") {
    answer = undefined;
    return settle(query, "idle", []);
  }
  list.dataset.state = "loading";
  const late = setTimeout(() => mine === wish && (status.textContent = status.dataset.loading), 400);
  try {
    const { found, fits, part, cards } = await again(async () => {
      const found = await search.find(query, { lang });
      // A kind was chosen for other words: of these there may be none of it.
      if (found.pages.length > 0 && !found.kinds.has(wanted)) wanted = "";
      const fits = found.pages.filter((of) => wanted === "" || of.kind === wanted);
      const part = fits.slice(0, length);
      return { found, fits, part, cards: await Promise.all(part.map(({ page }) => found.card(page, lang))) };
    });
    if (mine !== wish) return;
    answer = { query, wanted, shown: part.length };
    if (wanted !== kind) remember(query, wanted);
    showKinds(found, wanted);
    showMeant(found);
    settle(query, "done", part.map((of, nth) => result(of, cards[nth], found)), { fits: fits.length, pages: found.pages.length });
    const { found: told, none } = status.dataset;
    const said = fits.length > 0 ? `${told}: ${count(fits.length)}` : hint.hidden ? none : "";
    if (status.textContent !== said) status.textContent = said; // What was said is not said again.
  } catch (error) {
    if (mine !== wish) return;
    // What stood there belongs to another query. Only what was not to be had at all is a matter of the line.
    answer = undefined;
    failed.firstElementChild.textContent = failed.dataset[error instanceof TypeError ? "offline" : "broken"];
    settle(query, "failed", []);
    status.textContent = "";
  } finally {
    clearTimeout(late);
  }
}

function result(of, card, found) {
  const { shown } = found;
  const one = template.cloneNode(true);
  const each = (name) => one.querySelector(`[data-${name}]`);
  one.dataset.kind = of.kind;
  const link = one.querySelector("a");
  link.href = card.url;
  fill(link, card.title, shown);
  // As in lists: names of patrons are in no language.
  const { lang: other } = of.kind === "patron" ? {} : card.title;
  for (const mark of one.querySelectorAll("[data-in]")) if (mark.dataset.in !== other) mark.remove();
  each("kind").textContent = kindWords[of.kind].textContent;
  const places = each("place");
  for (const [nth, place] of (card.place ?? []).entries()) {
    const name = make("span");
    fill(name, place, shown);
    places.append(nth > 0 ? ", " : "", name);
  }
  if (!card.place) places.remove();
  if (card.year) each("year").textContent = card.year;
  else each("year").remove();
  for (const state of one.querySelectorAll("[data-status]")) if (state.dataset.status !== card.status) state.remove();
  for (const name of ["delivered", "pledged"]) {
    const line = each(name);
    if (card[name] === undefined) line.remove();
    else if (card[name] === "") line.querySelector("data").remove();
    else {
      line.querySelector(".unknown").remove();
      const figure = line.querySelector("data");
      figure.value = card[name];
      figure.textContent = money(card[name]);
    }
  }
  if (!card.sample) each("sample").remove();
  const piece = one.querySelector(".search-piece");
  if (card.summary) fill(piece, card.summary, shown);
  const inText = of.words.some((places) => places !== undefined && !(places & NAMED));
  if (inText) seen.observe(Object.assign(piece, { wanted: { of, found } }));
  else if (!card.summary) piece.remove();
  return one;
}

// A piece of the text is fetched when its result comes into view.
const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    fillPiece(target, target.wanted);
  }
});

function isSeen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top > -1 && bottom < innerHeight + 1; // A browser scrolls by whole pixels.
}

async function fillPiece(element, { of, found }) {
  const { shown } = found;
  const all = of.words.reduce((all, places) => all | places, 0);
  const bits = new Map(found.languages);
  const own = [lang, ...bits.keys()].find((code) => all & bits.get(code));
  if (!own) return;
  try {
    const piece = excerpt((await found.text(of.page, own)) ?? "", shown);
    if (!piece) return;
    const focused = document.activeElement;
    const wasSeen = section.contains(focused) && isSeen(focused);
    element.replaceChildren(...marked(piece, shown));
    // What grows above does not push what has the focus out of view.
    if (wasSeen && !isSeen(focused)) focused.scrollIntoView({ block: "nearest" });
    if (own === lang) element.removeAttribute("lang");
    else element.lang = own;
  } catch {
    // The result stands without it, with its summary.
  }
}

function showKinds(found, wanted) {
  const isFocused = kinds.contains(document.activeElement);
  kinds.hidden = found.kinds.size < 2;
  const link = (name, word, number) => {
    const item = make("li");
    const to = make("a", { href: address(found.query, name), textContent: word });
    if (name === wanted) to.setAttribute("aria-current", "true");
    to.append(" ", make("data", { value: number, textContent: count(number) }));
    to.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      go(input.value.trim(), name);
    });
    item.append(to);
    return item;
  };
  const several = Object.keys(kindWords).filter((name) => found.kinds.has(name));
  kinds.querySelector("ul").replaceChildren(
    link("", kinds.dataset.all, found.pages.length),
    ...several.map((name) => link(name, kindWords[name].dataset.many, found.kinds.get(name))),
  );
  if (isFocused) kinds.querySelector("[aria-current]").focus();
}

function showMeant(found) {
  meant.hidden = found.meant === undefined;
  if (meant.hidden) return;
  const to = make("a", { href: address(found.meant, ""), textContent: found.meant });
  meant.replaceChildren(`${meant.dataset.meant} `, to);
}

const address = (query, name) => {
  const wanted = new URLSearchParams([...(query ? [["q", query]] : []), ...(name ? [["kind", name]] : [])]).toString();
  return wanted === "" ? location.pathname : `?${wanted}`;
};

const languages = () => {
  for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
};

// While somebody types, the address follows; back leads to what was there before.
function remember(query, name) {
  kind = name;
  history.replaceState(null, "", address(query, kind));
  languages();
}

// Another answer, to which back leads.
function go(query, name) {
  clearTimeout(pause);
  kind = name;
  history.pushState(null, "", address(query, name));
  languages();
  return show(query, name, PART);
}

function read() {
  const query = new URLSearchParams(location.search);
  const q = (query.get("q") ?? "").trim();
  if (input.value.trim() !== q) input.value = q;
  const wanted = query.get("kind") ?? "";
  kind = Object.hasOwn(kindWords, wanted) ? wanted : "";
  languages();
  return show(q, kind, PART);
}

const typed = () => {
  const query = input.value.trim();
  clearTimeout(pause);
  if (query === asked) return;
  wait();
  pause = setTimeout(() => {
    remember(query, query !== "" && answer === undefined ? "" : kind);
    show(query, kind, PART);
  }, PAUSE);
};
input.addEventListener("input", typed);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  const query = input.value.trim();
  if (query !== (new URLSearchParams(location.search).get("q") ?? "")) go(query, kind);
  else if (query !== asked || list.dataset.state === "failed") show(query, kind, PART);
  input.blur(); // A phone's keyboard makes room for the results.
});
more.addEventListener("click", async () => {
  if (list.dataset.state !== "done") return;
  const next = answer.shown;
  await show(answer.query, answer.wanted, next + PART);
  if (answer?.shown > next && !form.contains(document.activeElement)) list.children[next].querySelector("a").focus();
});
part("again").addEventListener("click", async () => {
  await show(input.value.trim(), kind, PART);
  if (failed.hidden) input.focus(); // The button is gone.
});
addEventListener("online", () => list.dataset.state === "failed" && show(input.value.trim(), kind, PART));
addEventListener("popstate", read);
addEventListener("pageshow", typed); // A browser may have put back what was typed.
read();
