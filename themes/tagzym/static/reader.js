// The reader's own wishes: colours, letters, spacing, pictures; paper, and telling others. Pages work without it.
//
// Wishes are kept as words on the root element (`data-colours="dark"`), which styles go by. This script runs before the
// page is drawn, so that no page is first shown otherwise.
"use strict";

(() => {
  const KEY = "reading";
  const NAMES = ["size", "spacing", "colours", "pictures"];
  const root = document.documentElement;
  root.dataset.script = "";

  const remembered = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      return {}; // Storage is switched off, or somebody else wrote to it.
    }
  };

  let wishes = remembered();

  const remember = () => {
    try {
      localStorage.setItem(KEY, JSON.stringify(wishes));
    } catch {
      // Then the wishes hold for this page only.
    }
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

  // What a picture shows stands in its place while pictures are off.
  const spellPictures = () => {
    for (const words of document.querySelectorAll("[data-instead]")) words.remove();
    if (root.dataset.pictures !== "off") return;
    for (const image of document.querySelectorAll("main img[alt]:not([alt=''])")) {
      const words = document.createElement("p");
      words.dataset.instead = "";
      words.lang = image.lang;
      words.textContent = `[${image.alt}]`;
      image.after(words);
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const panel = document.querySelector("[data-reading]");
    const open = document.querySelector("[data-reading-open]");
    const dark = document.querySelector("[data-dark]");

    const show = () => {
      apply();
      dark?.setAttribute("aria-pressed", String(isDark()));
      for (const input of panel?.querySelectorAll("input") ?? []) {
        input.checked = input.value === (root.dataset[input.name] ?? "");
      }
      spellPictures();
    };
    const wish = (changes) => {
      wishes = { ...wishes, ...changes };
      remember();
      show();
    };

    open?.addEventListener("click", () => {
      panel.hidden = !panel.hidden;
      open.setAttribute("aria-expanded", String(!panel.hidden));
      if (!panel.hidden) panel.querySelector("input:checked")?.focus();
    });
    panel?.addEventListener("change", ({ target }) => wish({ [target.name]: target.value }));
    panel?.querySelector("[data-standard]").addEventListener("click", () => {
      wish(Object.fromEntries(NAMES.map((name) => [name, ""])));
      panel.hidden = true;
      open.setAttribute("aria-expanded", "false");
      open.focus();
    });
    dark?.addEventListener("click", () => wish({ colours: isDark() ? "light" : "dark" }));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    addEventListener("storage", (event) => {
      if (event.key !== KEY) return;
      wishes = remembered();
      show();
    });

    for (const button of document.querySelectorAll("[data-print]")) {
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
    for (const button of document.querySelectorAll("[data-share]")) {
      if (!navigator.share) continue;
      button.hidden = false;
      button.addEventListener("click", () => {
        const url = document.querySelector("link[rel=canonical]")?.href ?? location.href;
        navigator.share({ title: document.title, url }).catch(() => {}); // The reader thought better of it.
      });
    }
    show();
  });
})();
