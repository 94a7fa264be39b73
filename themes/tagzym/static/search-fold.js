// Folding and stemming of words for the search: the twin, for the browser, of src/search/fold.rs and src/locale/skeleton.rs.
//
// The same functions of the same names, and the same tables in the same order, so that a test can give every word of a
// portal to both: words, fold, stems and isIdle return what theirs return. What they do is told there. Whoever changes one
// changes the other. Nothing here touches a page.

const LONGEST = 32;
const SHORTEST_STEM = 3;
const WITHIN = "'’‘ʼʻʹ`´\u{ad}\u{301}\u{200b}";
const HYPHENS = "-‐‑";

const IDLE = new Set(
  `и в во на с со по для из от до о об к у за не а of the in and to for on at an by with мен және үшін бен
   пен да де та те жшс тоо llp ао ақ ооо жк ип оф ққ қб ltd llc jsc`.split(/\s+/),
);

const KAZAKH_LETTERS = /[әғқңөұүһі]/;
const CYRILLIC = /[а-ԯ]/;

const tables = (...texts) => texts.map((text) => text.split(" "));

const CASES = tables(
  "dagi degi nin men dan den ni ga ge da de",
  "tagi tegi tin pen tan ten ti ka ke ta te",
  "dagi degi din nin men ben dan den nan nen di ni ga ge da de",
  "ndagi ndegi nda nde nan nen na ne n",
);
const DOUBLED = [
  ["n", "nin nan nen".split(" ")],
  ["t", "tagi tegi tin tan ten tar ter ti ta te".split(" ")],
  ["k", "ka ke".split(" ")],
];
const PLURALS = tables("lar ler", "tar ter", "dar der lar ler");
const RUSSIAN =
  "eiami iaia iuiu iami eiam eiak ami imi ogo ego omu emu aia uiu eia eiu iei iem iam iak oi ei om em im am ak ik ov ev oe ee ie ia iu".split(" ");
const RUSSIAN_SOFT = "iami iam iak iei iu".split(" ");
const RUSSIAN_VOWELS = "a e i o u".split(" ");

const isLetter = (letter) => /[\p{Alphabetic}\p{N}]/u.test(letter);
const cut = (word) => (word.length > LONGEST ? [...word].slice(0, LONGEST).join("") : word);

export function words(text) {
  const found = [];
  let part = "";
  let whole = "";
  let parts = 0;
  for (const letter of `${text} `) {
    if (isLetter(letter)) {
      for (const small of letter.toLowerCase()) if (isLetter(small)) part += small === "ё" ? "е" : small;
    } else if (!WITHIN.includes(letter)) {
      if (part !== "") {
        part = cut(part);
        found.push(part);
        whole += part;
        part = "";
        parts += 1;
      }
      if (!HYPHENS.includes(letter)) {
        if (parts > 1) found.push(cut(whole));
        whole = "";
        parts = 0;
      }
    }
  }
  return found;
}

// The skeleton: src/locale/skeleton.rs.

const SOUNDS = new Map();
for (const [letters, sound] of [
  ["аәə", "a"],
  ["б", "b"],
  ["в", "v"],
  ["гғґӷ", "g"],
  ["д", "d"],
  ["еэёє", "e"],
  ["жҗžҷ", "j"],
  ["з", "z"],
  ["иіыїı", "i"],
  ["й", "y"],
  ["кқҡ", "k"],
  ["л", "l"],
  ["м", "m"],
  ["н", "n"],
  ["ңŋ", "n"],
  ["оөø", "o"],
  ["п", "p"],
  ["р", "r"],
  ["с", "s"],
  ["т", "t"],
  ["уұүўý", "u"],
  ["ф", "f"],
  ["хһҳ", "h"],
  ["ц", "c"],
  ["чčç", "q"],
  ["шщšşșŝ", "w"],
  ["юû", "iu"],
  ["яâ", "ia"],
  ["ъь", ""],
  ["æ", "a"],
  ["ß", "s"],
]) {
  for (const letter of letters) SOUNDS.set(letter, sound);
}

const isPlain = (letter) => /^[a-z0-9]$/i.test(letter);

function letterSounds(letter) {
  const sound = SOUNDS.get(letter);
  if (sound !== undefined) return sound;
  if (isPlain(letter)) return letter;
  const [base] = letter.normalize("NFD");
  if (base === undefined || base === letter) return "";
  let sounds = "";
  for (const small of base.toLowerCase()) sounds += letterSounds(small);
  return sounds;
}

const PAIRS = new Map(
  Object.entries({ zh: "j", sh: "w", ch: "q", kh: "h", gh: "g", ph: "f", ts: "c", tz: "c", ck: "k" }),
);
const SINGLE = new Map(Object.entries({ x: "h", q: "k", w: "v" }));

function latinSounds(letters) {
  let sounds = "";
  for (let at = 0; at < letters.length; at += 1) {
    const pair = PAIRS.get(letters.slice(at, at + 2));
    sounds += pair ?? SINGLE.get(letters[at]) ?? letters[at];
    if (pair !== undefined) at += 1;
  }
  return sounds;
}

const isDigit = (sound) => sound >= "0" && sound <= "9";

function settled(sounds) {
  let plain = "";
  const push = (sound) => {
    const last = plain.at(-1);
    if (last === sound && !isDigit(sound)) return;
    if (["dj", "tq", "ou", "tc"].includes(last + sound)) {
      plain = plain.slice(0, -1);
    } else if (last === "s" && sound === "q") {
      plain = `${plain.slice(0, -1)}w`;
      return;
    } else if ((last === "w" && sound === "q") || (last === "n" && sound === "g")) {
      return;
    }
    if (plain.at(-1) !== sound || isDigit(sound)) plain += sound;
  };
  for (let at = 0; at < sounds.length; at += 1) {
    const sound = sounds[at];
    if (sound === "y" && (sounds[at + 1] === "e" || sounds[at + 1] === "o")) continue;
    if (sound === "o" && sounds[at - 1] === "y") push("e");
    else push(sound === "y" ? "i" : sound);
  }
  return plain;
}

function skeleton(word) {
  let sounds = "";
  let run = "";
  for (const letter of word) {
    if (isPlain(letter)) {
      run += letter.toLowerCase();
    } else if (letter > "\u{7f}") {
      sounds += latinSounds(run);
      run = "";
      for (const small of letter.toLowerCase()) sounds += letterSounds(small);
    }
  }
  return settled(sounds + latinSounds(run));
}

// What follows: src/search/fold.rs.

export function fold(word) {
  let folded = "";
  for (const one of skeleton(apart(word))) {
    const sound = one === "h" ? "k" : one;
    if (isDigit(sound) || folded.at(-1) !== sound) folded += sound;
  }
  return folded;
}

const apart = (word) => word.replaceAll("ц", "тс").replaceAll("ts", "tъs").replaceAll("tz", "tъs");

export const isIdle = (word) => IDLE.has(word);

export function stems(word) {
  const folded = fold(word);
  if (folded === "") return [];
  const isCyrillic = CYRILLIC.test(word);
  const ofKazakh = kazakh(folded).filter((stem) => isCyrillic || !isStub(stem, folded));
  const found = new Set([hard(folded), ...ofKazakh].map((stem) => `kk:${stem}`));
  if (!KAZAKH_LETTERS.test(word)) {
    const soft = without(folded, RUSSIAN_SOFT, () => true);
    if (soft !== undefined) found.add(`kk:${soft}ia`);
    found.add(`ru:${folded}`).add(`ru:${russian(folded)}`);
  }
  if (!isCyrillic) found.add(`en:${folded}`).add(`en:${fold(english(word))}`);
  return [...found].sort();
}

const isStub = (stem, word) => stem.length <= SHORTEST_STEM && word.length < stem.length + SHORTEST_STEM;

const isVowel = (sound) => sound !== undefined && "aeiou".includes(sound);

function without(word, endings, fits) {
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, word.length - ending.length);
    if (rest.length >= SHORTEST_STEM && fits(rest)) return rest;
  }
  return undefined;
}

function classes(word) {
  const last = word.at(-1);
  if (last === "i" || last === "u") return [0, 2];
  if (isVowel(last)) return [0];
  return "kpstwqcf".includes(last) ? [1] : [2];
}

function kazakh(word) {
  const ofPossessive = without(word, CASES[3], (rest) => rest.endsWith("i") && rest.length > SHORTEST_STEM);
  const rests = [ofPossessive, classed(word, CASES.slice(0, 3))].map((rest) => rest ?? word);
  const stems = [shortest(rests.map(withoutNumber)), ...rests].map(hard);
  for (const rest of [word, ...rests]) {
    for (const of of [rest, withoutPossessive(rest)]) {
      for (const [letter, endings] of DOUBLED) {
        const before = without(of, endings, endsInVowel);
        if (before !== undefined) stems.push(before + letter);
      }
    }
  }
  return stems;
}

const endsInVowel = (word) => isVowel(word.at(-1));

// The first of the shortest.
const shortest = (rests) => rests.reduce((least, rest) => (rest.length < least.length ? rest : least));

function withoutNumber(word) {
  const rest = withoutPossessive(word);
  return classed(rest, PLURALS) ?? rest;
}

const withoutPossessive = (word) => without(word, ["si"], endsInVowel) ?? without(word, ["i"], (rest) => !endsInVowel(rest)) ?? word;

function classed(word, tables) {
  const rests = tables.map((endings, nth) => without(word, endings, (rest) => classes(rest).includes(nth)));
  const found = rests.filter((rest) => rest !== undefined);
  return found.length === 0 ? undefined : shortest(found);
}

function hard(stem) {
  if (stem.endsWith("b")) return `${stem.slice(0, -1)}p`;
  return stem.endsWith("g") ? `${stem.slice(0, -1)}k` : stem;
}

const russian = (word) => without(word, RUSSIAN, () => true) ?? without(word, RUSSIAN_VOWELS, (rest) => !endsInVowel(rest)) ?? word;

function english(word) {
  const cutOff = (word, ending) => {
    const [...letters] = word.endsWith(ending) ? word.slice(0, word.length - ending.length) : "";
    return letters.length >= SHORTEST_STEM ? letters.join("") : undefined;
  };
  const many = cutOff(word, "ies");
  if (many !== undefined) return `${many}y`;
  const rest = cutOff(word, "s");
  const one = rest !== undefined && !/[sui]$/.test(rest) ? rest : word;
  return cutOff(one, "e") ?? one;
}
