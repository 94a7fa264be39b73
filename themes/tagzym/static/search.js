// The search itself: reads the pieces of the index that a query needs, and says which pages fit it, the best first. It shows
// nothing: search-page.js and search-box.js do. How the files are written: src/search/.

import { fold, isIdle, stems, words } from "./search-fold.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const NUMBER = new Map([...LETTERS].map((letter, nth) => [letter, nth]));

// Of how many pages it is looked how near the words stand together.
const NEAR = 12;

// The most pieces of the index that are fetched for a word.
const MOST_PIECES = 6;

// What a match costs: the less, the nearer to what was typed. A guess costs more than the farthest place.
const EXACT = 0;
const FOLDED = 0.5;
const STEM = 1;
const SYNONYM = 1.5;
const PREFIX = 2;
const LAYOUT = 3;
const GUESS = 10;

// What a word costs by where it stands: in a title, a name, a place, a text.
const TITLE = 1;
const NAMED = 7;
// Title and name together: the word is the whole title, but for what kind of place it is; with the third, without that as well.
const placeCost = (places) => ((places & 7) === 7 ? 0 : (places & 3) === 3 ? 0.25 : places & 1 ? 1.5 : places & 2 ? 3 : places & 4 ? 4 : 6);

// Keyboards: what stands on the same keys.
const LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю";
const KAZAKH_NUMBERS = [..."2345890-="].map((key, nth) => [key, "әіңғүұқөһ"[nth]]);
const toRussian = new Map([...LATIN_KEYS].map((key, nth) => [key, RUSSIAN_KEYS[nth]]));
const toKazakh = new Map([...toRussian, ...KAZAKH_NUMBERS]);
const toLatin = new Map([...toKazakh].map(([key, letter]) => [letter, key]));

// First letters that Kazakh names have otherwise in Russian: Утеген is Өтеген.
const FIRST = new Map([..."уuеэ"].map((letter, nth) => [letter, "өoәә"[nth]]));

const typed = (keys, text) => [...text.toLowerCase()].map((key) => keys.get(key) ?? key).join("");

// Files of the index are numbered with four digits.
const padded = (nth) => String(nth).padStart(4, "0");

class Stale extends Error {}

// The search of a site, by the address of its manifest.
export function openSearch(address) {
  const base = address.replace(/manifest\.json$/, "pieces/");
  const kept = new Map(); // Promises of files by their addresses.
  let opening; // A promise of the manifest.

  const fetched = async (url, options) => {
    const answer = await fetch(url, options);
    // What is not there any more is no file of this edition.
    if (!answer.ok && answer.status !== 404) throw new Error(`${answer.status} ${url}`);
    return answer.text();
  };

  const open = () => {
    opening ??= fetched(address, { cache: "no-cache" }).then(JSON.parse);
    opening.catch(() => (opening = undefined));
    return opening;
  };

  // A file of the index, which has the digest that the manifest tells of it; `all` names those of its sort.
  const file = (manifest, path, all, nth, read) => {
    const digest = manifest[all].slice(nth * manifest.signs, (nth + 1) * manifest.signs);
    const url = `${base}${path}?${digest}`;
    if (!kept.has(url)) {
      const load = async (options) => {
        const text = await fetched(url, options);
        try {
          const of = read(text);
          if (of.digest === digest) return of;
        } catch {
          // No file of the index: a page that says something else.
        }
      };
      // What a browser keeps of another edition under this address is asked for anew.
      const loading = load().then(async (of) => {
        const found = of ?? (await load({ cache: "reload" }));
        if (found) return found;
        // The site is newer than what was read of it.
        opening = undefined;
        throw new Stale(path);
      });
      loading.catch(() => kept.delete(url));
      kept.set(url, loading);
    }
    return kept.get(url);
  };

  const lines = (text) => {
    const [digest, ...all] = text.trimEnd().split("\n");
    let last = "";
    const entries = all.map((line) => {
      const end = line.indexOf("\t");
      const front = end < 0 ? line : line.slice(0, end);
      last = beginning(last, NUMBER.get(front[0])) + front.slice(1);
      return { word: last, postings: end < 0 ? "" : line.slice(end + 1) };
    });
    return { digest, entries };
  };
  const wordsPiece = (manifest) => (nth) =>
    file(manifest, `words/${padded(nth)}.txt`, "word_digests", nth, (text) => {
      const piece = lines(text);
      for (const entry of piece.entries) entry.fold = fold(entry.word);
      return piece;
    });
  const guessesPiece = (manifest) => (nth) => file(manifest, `guesses/${padded(nth)}.txt`, "guess_digests", nth, lines);

  const card = async (manifest, page, lang) => {
    const { cards } = manifest;
    const nth = Math.floor(page / cards);
    const of = await file(manifest, `${lang}/cards/${padded(nth)}.json`, "card_digests", nth, JSON.parse);
    return of.cards[page % cards];
  };
  const text = async (manifest, page, lang) => {
    const { cards, texts } = manifest;
    const path = `${lang}/texts/${padded(Math.floor(page / texts))}.json`;
    const of = await file(manifest, path, "text_digests", Math.floor(page / cards), JSON.parse);
    return of.texts[page % texts];
  };

  const kindOf = ({ kinds }, page) => {
    let end = 0;
    return kinds.find(([, count]) => page < (end += count))?.[0];
  };

  // Of one word of a query: the pages that it is found on, with the least that each costs. `pieces` are those that were
  // fetched for it.
  const lookUp = async (manifest, readings, pieces = new Set()) => {
    const pages = new Map();
    const shown = new Set();
    let meant;

    // The pieces in which what begins so may stand, that of the word itself first.
    const piecesOf = (firsts, from, to, self) => {
      const at = (key) => Math.max(0, firsts.findLastIndex((first) => first <= key));
      const [start, end, own] = [at(from), at(to), at(self)];
      const all = [];
      for (let nth = start; nth <= end; nth += 1) all.push(nth);
      return all.sort((a, b) => Math.abs(a - own) - Math.abs(b - own) || a - b);
    };
    const entries = async (name, load, wanted, most) => {
      const chosen = wanted.filter((nth) => pieces.has(`${name}${nth}`) || (most -= 1) >= 0);
      const room = chosen.filter((nth) => pieces.has(`${name}${nth}`) || pieces.size < MOST_PIECES);
      for (const nth of room) if (pieces.size < MOST_PIECES) pieces.add(`${name}${nth}`);
      const loaded = await Promise.all(room.filter((nth) => pieces.has(`${name}${nth}`)).map(load));
      return loaded.flatMap((piece) => piece.entries);
    };

    const take = (entry, cost, guessed) => {
      shown.add(entry.word);
      let best = Infinity;
      for (const group of entry.postings.split(",")) {
        const places = NUMBER.get(group[0]);
        const whole = cost + placeCost(places);
        best = Math.min(best, whole);
        let page = -1;
        let number = 0;
        let shift = 0;
        for (let at = 1; at < group.length; at += 1) {
          const bits = NUMBER.get(group[at]);
          number += (bits & 31) << shift;
          shift += 5;
          if (bits & 32) continue;
          page += number;
          number = shift = 0;
          const known = pages.get(page);
          if (known === undefined || whole < known.cost) pages.set(page, { cost: whole, places: (known?.places ?? 0) | places });
          else known.places |= places;
        }
      }
      if (guessed === undefined) return cost;
      // What is most like what was typed, in its letters, before what stands in a better place: мечеть before мечети, which is a
      // whole title.
      const far = cost * 1000 + (isLatin(entry.word) === isLatin(guessed) ? 0 : 100) + best;
      // Answers come in any order.
      if (meant === undefined || far < meant.far || (far === meant.far && entry.word < meant.word)) meant = { word: entry.word, guessed, far };
      return cost;
    };

    // Takes what fits a reading; the least that a match costs.
    const read = async (reading, { cost: dearer, most, isGuess = false, isBeginning = true, isByLetters = false }) => {
      const own = stems(reading);
      const folded = fold(reading);
      if (folded === "") return Infinity;
      // Every form of the word begins as its shortest stem does, but for a last consonant that may be voiced.
      const roots = own.map((stem) => stem.slice(3)).map((root) => (/[pk]$/.test(root) ? root.slice(0, -1) : root));
      // One letter is the beginning of too much, but sch is one sound.
      const isTelling = folded.length > 1 || new Set(reading).size > 1;
      const root = roots.reduce((least, root) => (root.length < least.length ? root : least));
      const stemmed = new Set(own);
      const wanted = piecesOf(manifest.words, root, `${folded}~`, folded);
      const found = await entries("w", wordsPiece(manifest), wanted, most);
      let least = Infinity;
      for (const entry of found) {
        if (!entry.fold.startsWith(root) || (isByLetters && !entry.word.startsWith(reading.slice(0, 3)))) continue;
        let cost;
        if (entry.word === reading) cost = EXACT;
        else if (entry.fold === folded) cost = FOLDED;
        else if (stemsIn(entry).some((stem) => stemmed.has(stem))) cost = STEM;
        else if (isBeginning && isTelling && entry.fold.startsWith(folded)) cost = PREFIX;
        if (cost !== undefined) least = Math.min(least, take(entry, cost + dearer, isGuess ? reading : undefined));
      }
      return least;
    };

    const typed = readings.typed.map(({ word, cost }) => read(word, { cost, most: cost === 0 ? 3 : 1, isBeginning: cost === 0 }));
    let least = Math.min(...(await Promise.all(typed)));
    if (least >= PREFIX) {
      const layouts = readings.layouts.map((word) => read(word, { cost: LAYOUT, most: 1, isGuess: true, isByLetters: true }));
      least = Math.min(least, ...(await Promise.all(layouts)));
    }
    const [first] = readings.typed[0].word;
    if (readings.isSure) return { pages, shown, meant, pieces };
    if (least === Infinity && FIRST.has(first)) {
      const word = FIRST.get(first) + readings.typed[0].word.slice(1);
      least = Math.min(least, await read(word, { cost: LAYOUT, most: 1, isGuess: true, isBeginning: false }));
    }
    if (least === Infinity) {
      for (const word of [readings.typed[0].word, ...readings.layouts]) await guess(word);
    }

    async function guess(word) {
      const mistakes = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
      const folded = fold(word);
      if (mistakes === 0 || folded.length < 2 || pieces.size >= MOST_PIECES) return;
      const length = (of) => `${folded[0]}${String(Math.max(of, 1)).padStart(2, "0")}`;
      const own = [...new Set([folded, ...stems(word).map((stem) => stem.slice(3))])].filter((of) => of.length >= 3);
      const far = (one, other) => Math.min(distance(one, other, mistakes), distance(letters(one), letters(other), mistakes));
      const wanted = piecesOf(manifest.guesses, length(folded.length - mistakes - 2), length(folded.length + mistakes), length(folded.length));
      const known = await entries("g", guessesPiece(manifest), wanted, 3);
      const near = [];
      for (const { word: other } of known) {
        if (other[0] !== folded[0]) continue;
        const least = Math.min(...own.map((of) => far(of, other) + (of === folded ? 0 : 0.5)));
        if (least <= mistakes + 0.5) near.push([least, other]);
      }
      near.sort(([a, one], [b, other]) => a - b || Math.abs(one.length - folded.length) - Math.abs(other.length - folded.length) || (one < other ? -1 : 1));
      const nearest = near.slice(0, 4).map(async ([far, other]) => {
        const wanted = piecesOf(manifest.words, other, `${other}~`, other).slice(0, 1);
        for (const entry of await entries("w", wordsPiece(manifest), wanted, 1)) {
          if (!entry.fold.startsWith(other.replace(/[pk]$/, ""))) continue;
          if (entry.fold === other || stemsIn(entry).some((stem) => stem.slice(3) === other)) take(entry, GUESS + far * 2 + (entry.fold === other ? 0 : STEM), word);
        }
      });
      await Promise.all(nearest);
    }

    return { pages, shown, meant, pieces };
  };

  // What fits a query: pages by their numbers, the best first, with what each was found by.
  const find = async (query, { titles = false, lang } = {}) => {
    const manifest = await open();
    const of = { query, card: (page, lang) => card(manifest, page, lang), text: (page, lang) => text(manifest, page, lang) };
    const { asked, spans } = readingsOf(query, manifest.synonyms ?? []);
    if (asked.length === 0) return { ...of, pages: [], kinds: new Map(), shown: new Set(), meant: undefined };
    const found = await Promise.all(asked.map((readings) => lookUp(manifest, readings)));
    const all = new Map();
    const add = (nths, page, { cost, places }) => {
      if (titles && !(places & TITLE)) return;
      const known = all.get(page) ?? { page, count: 0, cost: 0, words: [] };
      for (const nth of nths) {
        if (known.words[nth] !== undefined) continue;
        known.count += 1;
        known.cost += cost;
        known.words[nth] = places;
      }
      all.set(page, known);
    };
    const sure = (pieces) => (word) => lookUp(manifest, { typed: [{ word, cost: SYNONYM }], layouts: [], isSure: true }, pieces);
    const [pairs, ...same] = await Promise.all([
      asOne(manifest, asked, found),
      ...spans.map(({ nths, words }) => Promise.all(words.map(sure(found[nths[0]].pieces)))),
    ]);
    for (const [nth, joined] of pairs.entries()) {
      for (const [page, of] of joined?.pages ?? []) add([nth, nth + 1], page, of);
      joined?.shown.forEach((word) => found[nth].shown.add(word));
      if (joined?.meant) [found[nth].meant, found[nth + 1].meant] = [joined.meant, { ...joined.meant, word: "" }];
    }
    for (const [nth, { pages }] of found.entries()) {
      for (const [page, of] of pages) add([nth], page, of);
    }
    for (const [nth, { nths }] of spans.entries()) {
      const all = same[nth];
      for (const page of all[0].pages.keys()) {
        const each = all.map(({ pages }) => pages.get(page));
        if (each.some((of) => of === undefined)) continue;
        const places = each.reduce((places, of) => places | of.places, 0);
        const isTitle = each.every((of) => of.places & TITLE);
        add(nths, page, { cost: Math.max(...each.map(({ cost }) => cost)), places: isTitle ? places : places & ~TITLE });
      }
      for (const { shown } of all) shown.forEach((word) => found[nths[0]].shown.add(word));
    }
    const most = Math.max(0, ...[...all.values()].map(({ count }) => count));
    const enough = Math.min(most, Math.max(1, Math.ceil(asked.length * 0.6)));
    const pages = [...all.values()].filter(({ count }) => count >= enough);
    pages.sort((a, b) => b.count - a.count || a.cost - b.cost || a.page - b.page);
    if (lang && found.length > 1) await nearest(manifest, pages, found, lang);
    const kinds = new Map();
    for (const of of pages) {
      of.kind = kindOf(manifest, of.page);
      kinds.set(of.kind, (kinds.get(of.kind) ?? 0) + 1);
    }
    const shown = new Set(found.flatMap(({ shown }) => [...shown]));
    const told = asked.map((of, nth) => (isOther(of, found[nth].meant) ? found[nth].meant.word : undefined));
    const meant = told.some((word) => word !== undefined) ? asked.map(({ text }, nth) => told[nth] ?? text).join(" ").trim() : undefined;
    return { ...of, pages, kinds, shown, meant, languages: manifest.languages };
  };

  // Where a word of a query is not found as it is, it may have been parted from the one beside it: what both are as one.
  const asOne = (manifest, asked, found) => {
    const isSure = ({ pages, meant }) => pages.size > 0 && meant === undefined;
    const pairs = asked.slice(1).map((next, nth) => {
      if (isSure(found[nth]) && isSure(found[nth + 1])) return undefined;
      const word = asked[nth].typed[0].word + next.typed[0].word;
      return lookUp(manifest, { typed: [{ word, cost: FOLDED }], layouts: asked[nth].joined, isSure: true }, found[nth].pieces);
    });
    return Promise.all(pairs);
  };

  // Of the first pages those that fit alike are put in the order of how near the words stand together.
  const nearest = async (manifest, pages, found, lang) => {
    const first = pages.slice(0, NEAR);
    const fitsAlike = (a, b) => a.count === b.count && a.cost === b.cost;
    if (!first.some((of, nth) => nth > 0 && fitsAlike(of, first[nth - 1]))) return;
    const cards = await Promise.all(first.map(({ page }) => card(manifest, page, lang)));
    for (const [nth, of] of first.entries()) {
      const { title, summary } = cards[nth];
      of.apart = apart(words(`${title.text} . ${summary?.text ?? ""}`), found);
    }
    first.sort((a, b) => (fitsAlike(a, b) ? a.apart - b.apart || a.page - b.page : b.count - a.count || a.cost - b.cost || a.page - b.page));
    pages.splice(0, first.length, ...first);
  };

  open().catch(() => {}); // It is there when something is asked; whoever asks is told what is wrong.
  return { find };
}

// Asks once more where the site was published anew meanwhile.
export async function again(ask) {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    return ask();
  }
}

// So many letters of a word.
const beginning = (word, count) => (/[\ud800-\udfff]/.test(word) ? [...word].slice(0, count).join("") : word.slice(0, count));

// A fold in which each letter is one sign: ю, я and ц are two sounds.
const letters = (folded) => folded.replace(/ia|iu|ts/g, (two) => two[1].toUpperCase());

// Whether a guess is another word than what was typed, not the same with another ending.
// A wrong letter leaves the length.
const isOther = ({ typed }, meant) => meant && (meant.guessed !== typed[0].word || !isForm(fold(meant.guessed), meant.word));
const isForm = (folded, word) => folded.length !== fold(word).length && stems(word).some((stem) => folded.startsWith(stem.slice(3)));

const isLatin = (word) => /^[a-z0-9]+$/.test(word);

// The stems of a word of the index: Latin letters there are English.
const stemsIn = (entry) => (entry.stems ??= stems(entry.word).filter((stem) => !isLatin(entry.word) || stem.startsWith("en:")));

// How many words of a text hold as many words of the query as stand in it; the more of these are missing, the farther.
function apart(text, found) {
  const which = text.map((word) => found.findIndex(({ shown }) => shown.has(word)));
  const all = new Set(which.filter((nth) => nth >= 0)).size;
  let least = 0;
  for (let start = 0; start < which.length; start += 1) {
    if (which[start] < 0) continue;
    const seen = new Set();
    for (let end = start; end < which.length; end += 1) {
      if (which[end] >= 0) seen.add(which[end]);
      if (seen.size < all) continue;
      if (least === 0 || end - start + 1 < least) least = end - start + 1;
      break;
    }
  }
  return (found.length - all) * 1000 + least;
}

// How many mistakes lead from one word to another: wrong, missing, needless and swapped letters (optimal string alignment).
// More than `most` are too many, however many they are.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, nth) => nth);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > most) return Infinity;
    before = last;
    last = row;
  }
  return last[other.length];
}

// The words of a query, each with the words that it may be: as it is typed, and as another keyboard would have typed it.
function readingsOf(query, synonyms) {
  const asked = [];
  for (const piece of query.normalize("NFC").trim().split(/[\s\u2013\u2014/]+/)) {
    // A hyphen parts words here: the whole is what the index has besides.
    const plain = words(piece.replace(/[-‐‑]/g, " "));
    const isCyrillic = /[\u0400-\u052f]/.test(piece);
    const keyboards = isCyrillic ? [toLatin] : [toRussian, toKazakh];
    const others = keyboards.map((keys) => words(typed(keys, piece)));
    const layouts = [...new Set(others.filter((of) => of.length === 1 && of[0].length > 1).flat())];
    if (plain.length === 0 && layouts.length > 0) plain.push(layouts[0]);
    // What another keyboard makes one word of may be cut by signs here: `,fkf,f0if`.
    const cut = plain.length > 1 && layouts.length > 0 && /[^\p{Alphabetic}\p{N}-]/u.test(piece);
    const own = cut ? [plain.reduce((longest, word) => (word.length > longest.length ? word : longest))] : plain;
    for (const [nth, word] of own.entries()) {
      const idle = isIdle(word) || (own.length === 1 && others.some((of) => of.length === 1 && isIdle(of[0])));
      asked.push({
        text: cut ? piece : word,
        idle,
        typed: [{ word, cost: 0 }],
        layouts: own.length === 1 ? layouts.filter((of) => of !== word) : [],
        joined: nth === 0 && own.length === 2 ? layouts : [], // The Kazakh ө stands where the hyphen does: `r-g3h`.
      });
    }
  }
  const telling = asked.filter(({ idle }) => !idle);
  const seen = new Set();
  const kept = (telling.length > 0 ? telling : asked)
    .filter(({ typed }) => !seen.has(typed[0].word) && seen.add(typed[0].word))
    .slice(0, 12);
  return { asked: kept, spans: synonyms.flatMap((group) => sameAs(kept, group)) };
}

const known = new Map(); // Stems of the words of synonyms, of which each query is asked.
const stemsOf = (word) => known.get(word) ?? known.set(word, new Set(stems(word))).get(word);

// Beside what a query asks for what a site says is the same: one word for one as another reading of it. Where either is
// several words, what has all words of the other stands for the words at these numbers.
function sameAs(asked, group) {
  const all = group.map((of) => words(of.replace(/[-‐‑]/g, " ")));
  const fits = (of, part) => of && stems(of.typed[0].word).some((stem) => stemsOf(part).has(stem));
  for (const own of all) {
    const at = asked.findIndex((_, nth) => own.every((part, more) => fits(asked[nth + more], part)));
    if (own.length === 0 || at < 0) continue;
    const others = all.filter((other) => other !== own && other.length > 0);
    const isOne = (other) => own.length === 1 && other.length === 1;
    for (const [word] of others.filter(isOne)) {
      if (!asked[at].typed.some((known) => known.word === word)) asked[at].typed.push({ word, cost: SYNONYM });
    }
    const nths = own.map((_, more) => at + more);
    return others.filter((other) => !isOne(other)).map((words) => ({ nths, words }));
  }
  return [];
}

export { NAMED };
