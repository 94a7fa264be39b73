// On the page at `/`: leads to the language that the reader has chosen, there or on another page; without a choice, to the
// first of the browser's languages that the site has. The page works without it.
"use strict";

(() => {
  const KEY = "language";

  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // Storage is switched off.
    }
  };

  const remember = (language) => {
    try {
      localStorage.setItem(KEY, language);
    } catch {
      // Then the choice holds for this page only.
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-lang]") : null;
    if (link) remember(link.dataset.lang);
  });

  const choice = document.querySelector("[data-choose-language]");
  // A reader who comes back from inside the site wants to choose.
  const fromInside = document.referrer !== "" && new URL(document.referrer).origin === location.origin;
  if (!choice || fromInside) return;

  const links = [...choice.querySelectorAll("a[data-lang]")];
  const wishes = [remembered(), ...(navigator.languages ?? [navigator.language])];
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split("-")[0];
    const link = links.find((link) => link.dataset.lang === language);
    if (link) {
      location.replace(link.href);
      return;
    }
  }
})();
