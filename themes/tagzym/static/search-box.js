// The box of the search in the head of every page: a form that works by itself, to which this script adds titles while a
// reader types (a combobox of the ARIA authoring practices). The search is loaded when somebody goes to the box.
"use strict";

(() => {
  const form = document.querySelector("form[role=search]");
  if (!form?.dataset.suggestions) return; // The page of the search answers itself.
  const input = form.elements.q;
  const MOST = 7; // How many titles are shown.
  const PAUSE = 150; // Milliseconds without a key.
  const { lang } = document.documentElement;
  const set = (of, all) => {
    for (const name in all) of.setAttribute(name, all[name]);
    return of;
  };
  const make = (name, all) => set(document.createElement(name), all);
  const written = (name, { text, lang }) => Object.assign(make(name, lang && { lang }), { textContent: text });
  const list = make("ul", { id: "search-suggestions", role: "listbox", "aria-label": form.dataset.suggestions, hidden: "" });
  form.append(list);

  let search; // A promise of it and of how it is asked again.
  let wish = 0;
  let pause;

  const load = () => {
    search ??= import("./search.js").then(({ again, openSearch }) => ({ again, of: openSearch(form.dataset.search) }));
    search.catch(() => (search = undefined));
    return search;
  };

  set(input, {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
    autocomplete: "off",
    autocapitalize: "none",
    autocorrect: "off",
    spellcheck: "false",
  });

  const chosen = () => list.querySelector("[aria-selected=true]");
  const close = () => {
    wish += 1;
    clearTimeout(pause);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const suggest = async () => {
    clearTimeout(pause);
    const mine = ++wish;
    const query = input.value.trim();
    if (query.length < 2) return close();
    try {
      const { again, of } = await load();
      const { best, cards } = await again(async () => {
        const found = await of.find(query, { titles: true });
        const best = found.pages.slice(0, MOST);
        return { best, cards: await Promise.all(best.map(({ page }) => found.card(page, lang))) };
      });
      if (mine !== wish) return;
      const made = best.map((_, nth) => {
        const { url, title, place } = cards[nth];
        const option = make("li", { id: `search-suggestion-${nth}`, role: "option", "aria-selected": "false" });
        option.dataset.url = url;
        option.append(written("span", title));
        if (place) option.append(" ", written("small", place.at(-1)));
        return option;
      });
      list.replaceChildren(...made);
      list.dataset.query = query;
      input.removeAttribute("aria-activedescendant");
      list.hidden = made.length === 0;
      input.setAttribute("aria-expanded", String(!list.hidden));
    } catch {
      // The form still leads to the page of the search, which says what is wrong.
    }
  };

  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", () => {
    if (!list.hidden && input.value.trim() === list.dataset.query) return;
    close(); // The titles are of another query.
    pause = setTimeout(suggest, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const all = [...list.children];
    const at = all.indexOf(chosen());
    const isOpen = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return void suggest();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // Behind the last and before the first stands the box itself.
      const next = at === -1 && step === -1 ? all.length - 1 : at + step;
      choose(all[next]);
    } else if (event.key === "Enter" && isOpen && at >= 0) {
      event.preventDefault();
      location.assign(all[at].dataset.url);
    } else if (event.key === "Escape") {
      if (isOpen) event.preventDefault();
      else input.value = "";
      close();
    } else if (event.key === "Tab") {
      close();
    }
  });
  // Before the box loses the focus.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
  input.addEventListener("blur", close);
})();
