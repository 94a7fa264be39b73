// The reader's own wishes: colours, letters, pictures, lists as a table; paper, and telling others. Pages work without it.
//
// Wishes are words on the root element (`data-colours="dark"`), which styles go by. This runs before the page is drawn.
"use strict";

(() => {
  const KEY = "reading";
  // The settings and their choices; their words stand in the page, in this order.
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

  const remembered = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      return {}; // No storage, or not our words in it.
    }
  };

  let wishes = remembered();

  const remember = () => {
    try {
      localStorage.setItem(KEY, JSON.stringify(wishes));
    } catch {} // Then the wishes hold for this page only.
  };

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
    const panel = document.querySelector("[data-reading]");
    const words = (panel?.textContent ?? "").trim().split("\n");
    const settings = SETTINGS.map((setting) => radios(setting, words));
    const standard = words.shift();
    const end = make("div", {}, button(standard, "standard"));
    panel?.replaceChildren(make("div", { className: "wrap" }, ...settings, end));
    const tools = document.querySelector("[data-marks]");
    const adorn = (one, mark) => {
      const use = `<use href="${tools?.dataset.marks}#${mark}"/>`;
      one.insertAdjacentHTML("afterbegin", `<svg class="emblem" aria-hidden="true">${use}</svg>`);
    };
    const tool = (mark, word, name) => {
      const one = button(make("span", {}, word), name);
      adorn(one, mark);
      return one;
    };
    const back = button(standard, "standard");
    const open = tool("eye", panel?.ariaLabel ?? "", "readingOpen");
    open.setAttribute("aria-expanded", "false");
    open.setAttribute("aria-controls", "reading");
    const dark = tool("moon", words.shift(), "dark");
    dark.lastChild.className = "visually-hidden";
    tools?.append(back, open, dark);

    const lists = document.querySelectorAll(".cards.projects");
    const list = [...lists].find(({ children }) => children.length >= MANY);
    const view = radios(VIEW, words);
    view.className = "view";
    if (list) (list.closest("[data-list]") ?? list).before(view);

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
      remember();
      show();
    };
    const close = () => {
      panel.hidden = true;
      open.setAttribute("aria-expanded", "false");
      open.focus();
    };

    open.addEventListener("click", () => {
      panel.hidden = !panel.hidden;
      open.setAttribute("aria-expanded", String(!panel.hidden));
      if (!panel.hidden) panel.querySelector("input:checked")?.focus();
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && panel?.hidden === false) close();
    });
    for (const one of [panel, view]) {
      one?.addEventListener("change", ({ target }) => wish({ [target.name]: target.value }));
    }
    for (const one of document.querySelectorAll("[data-standard]")) {
      one.addEventListener("click", () => {
        wish(Object.fromEntries(SETTINGS.map(([name]) => [name, ""])));
        close();
      });
    }
    dark.addEventListener("click", () => wish({ colours: isDark() ? "light" : "dark" }));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    addEventListener("storage", (event) => {
      if (event.key !== KEY) return;
      wishes = remembered();
      show();
    });

    for (const button of document.querySelectorAll("[data-print]")) {
      adorn(button, "print");
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
    for (const button of document.querySelectorAll("[data-share]")) {
      if (!navigator.share) continue;
      adorn(button, "share");
      button.hidden = false;
      button.addEventListener("click", () => {
        const url = document.querySelector("link[rel=canonical]")?.href ?? location.href;
        navigator.share({ title: document.title, url }).catch(() => {});
      });
    }
    show();

    const here = document.querySelector(".menu [aria-current]");
    if (here) here.closest("ul").scrollLeft = here.offsetLeft - 48;

    const main = document.querySelector("main");
    if (main) new ResizeObserver(markScrolling).observe(main);
  });
})();
