// The reader's own wishes: colours, letters, pictures, lists as a table; paper, and telling others. Pages work without it.
//
// Wishes are words on the root element (`data-colours="dark"`), which styles go by. This runs before the page is drawn.
"use strict";

(() => {
  const KEY = "reading";
  // The settings and their choices; their words stand on the home page, in this order.
  const SETTINGS = [
    ["size", "", "large", "largest"],
    ["spacing", "", "wide"],
    ["colours", "", "light", "dark", "black-on-white", "white-on-black"],
    ["pictures", "", "off"],
  ];
  const VIEW = ["view", "", "table"];
  const MANY = 6; // A shorter list has no choice.
  const NAMES = [...SETTINGS, VIEW].map(([name]) => name);
  const root = document.documentElement;
  root.dataset.script = "";
  const MARKS = new URL("marks.svg", document.currentScript.src).pathname;

  const remembered = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      return {}; // No storage, or not our words in it.
    }
  };

  const keep = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {} // Then it holds for this page only.
  };

  let wishes = remembered();

  const apply = () => {
    for (const name of NAMES) {
      if (typeof wishes[name] === "string" && wishes[name]) root.dataset[name] = wishes[name];
      else delete root.dataset[name];
    }
  };
  apply();

  const isDark = () =>
    root.dataset.colours
      ? ["dark", "white-on-black"].includes(root.dataset.colours)
      : matchMedia("(prefers-color-scheme: dark)").matches;

  // The version for readers who see badly: more than dark colours.
  const isOn = ({ size, spacing, pictures, colours } = root.dataset) =>
    Boolean(size || spacing || pictures || colours?.includes("-on-"));

  const make = (name, properties, ...children) => {
    const one = Object.assign(document.createElement(name), properties);
    one.append(...children);
    return one;
  };

  // Takes words off the front.
  const radios = ([name, ...values], words) => {
    const label = (value) => make("label", {}, make("input", { type: "radio", name, value }), words.shift());
    return make("fieldset", {}, make("legend", {}, words.shift()), ...values.map(label));
  };

  const button = (word, mark) => {
    const one = make("button", { type: "button" }, word);
    one.dataset[mark] = "";
    return one;
  };

  // While pictures are off, what they show stands in words.
  const spellPictures = () => {
    for (const words of document.querySelectorAll("[data-instead]")) words.remove();
    if (root.dataset.pictures !== "off") return;
    for (const image of document.querySelectorAll("main img[alt]:not([alt=''])")) {
      const words = make("p", { lang: image.lang }, `[${image.alt}]`);
      words.dataset.instead = "";
      image.after(words);
    }
  };

  // What scrolls to the side is a stop for the keyboard.
  const markScrolling = () => {
    const all = [...document.querySelectorAll(".table, .prose pre")];
    // First all are looked at, then all are marked: each mark in between would have the page laid out anew.
    const wide = all.map((one) => one.scrollWidth > one.clientWidth + 1);
    for (const [nth, one] of all.entries()) {
      const scrolls = wide[nth];
      one.toggleAttribute("data-fits", !scrolls);
      if (scrolls) one.tabIndex = 0;
      else one.removeAttribute("tabindex");
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const panel = document.querySelector("#reading");
    const [standard, darkColours] = (panel?.textContent ?? "").trim().split("\n");
    const adorn = (one, mark) => {
      const use = `<use href="${MARKS}#${mark}"/>`;
      one.insertAdjacentHTML("afterbegin", `<svg class="emblem" aria-hidden="true">${use}</svg>`);
    };
    const tool = (mark, word, name) => {
      const one = button(make("span", {}, word), name);
      adorn(one, mark);
      return one;
    };
    const back = button(standard, "standard");
    const open = tool("eye", panel?.getAttribute("aria-label") ?? "", "readingOpen");
    open.setAttribute("aria-expanded", "false");
    open.setAttribute("aria-controls", "reading");
    const dark = tool("moon", darkColours, "dark");
    dark.lastChild.className = "visually-hidden";
    document.querySelector(".tools")?.append(back, open, dark);

    const list = document.querySelector("[data-view-label]");
    const { viewLabel, cards, table } = list?.dataset ?? {};
    const view = radios(VIEW, [viewLabel, cards, table]);
    view.className = "view";
    if (list?.querySelector(".cards").children.length >= MANY) list.before(view);

    const show = () => {
      apply();
      dark.setAttribute("aria-pressed", String(isDark()));
      back.hidden = !isOn();
      for (const input of document.querySelectorAll("#reading input, .view input")) {
        input.checked = input.value === (root.dataset[input.name] ?? "");
      }
      spellPictures();
    };
    const wish = (changes) => {
      wishes = { ...wishes, ...changes };
      keep(KEY, JSON.stringify(wishes));
      show();
    };
    // What a link leads to is not folded away.
    const unfold = () => {
      const target = document.getElementById(location.hash.slice(1));
      const fold = target?.querySelector(".phone-fold") ?? target?.nextElementSibling;
      if (fold?.matches(".phone-fold")) fold.open = true;
    };
    addEventListener("hashchange", unfold);
    unfold();
    const home = document.querySelector(".site-name a")?.href;
    const find = (page) => page.querySelector("[data-reading]");
    const load = async () => new DOMParser().parseFromString(await (await fetch(home)).text(), "text/html");
    const fill = async () => {
      const words = (find(document) ?? find(await load())).content.textContent.trim().split("\n");
      const fields = SETTINGS.map((setting) => radios(setting, words));
      const end = make("div", {}, button(standard, "standard"));
      panel.replaceChildren(make("div", { className: "wrap" }, ...fields, end));
      show();
    };
    let filled;
    const close = () => {
      panel.hidden = true;
      open.setAttribute("aria-expanded", "false");
      open.focus();
    };

    open.addEventListener("click", async () => {
      await (filled ??= fill().catch(() => location.assign(home)));
      panel.hidden = !panel.hidden;
      open.setAttribute("aria-expanded", String(!panel.hidden));
      if (!panel.hidden) panel.querySelector("input:checked")?.focus();
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && panel?.hidden === false) close();
    });
    document.addEventListener("change", ({ target: { name, value } }) => {
      if (NAMES.includes(name)) wish({ [name]: value });
    });
    document.addEventListener("click", ({ target }) => {
      const language = target.closest?.(".languages a")?.lang;
      if (language) keep("language", language); // For the page at `/`, which leads there.
      if (!target.closest?.("[data-standard]")) return;
      wish(Object.fromEntries(SETTINGS.map(([name]) => [name, ""])));
      close();
    });
    dark.addEventListener("click", () => wish({ colours: isDark() ? "light" : "dark" }));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    addEventListener("storage", (event) => {
      if (event.key !== KEY) return;
      wishes = remembered();
      show();
    });

    const offer = (mark, act) => {
      const one = document.querySelector(`[data-${mark}]`);
      if (!one) return;
      adorn(one, mark);
      one.hidden = false;
      one.addEventListener("click", act);
    };
    offer("print", () => print());
    const { title } = document;
    const share = () => navigator.share({ title, url: document.querySelector("[data-copy]").href });
    if (navigator.share) offer("share", () => share().catch(() => {}));
    show();

    const here = document.querySelector(".menu [aria-current]");
    if (here) here.closest("ul").scrollLeft = here.offsetLeft - 48;

    const main = document.querySelector("main");
    if (main) new ResizeObserver(markScrolling).observe(main);
  });
})();
