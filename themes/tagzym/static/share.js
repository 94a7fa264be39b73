// Pointing at what stands here: a link beside each heading and main figure, and the page's address and how to cite it,
// to be copied. Pages work without it: the address is a link, too.
"use strict";

(() => {
  const { anchor, copied } = document.currentScript.dataset;

  const linkTo = (id) => {
    const link = document.createElement("a");
    link.className = "here";
    link.href = `#${id}`;
    link.textContent = "#";
    link.setAttribute("aria-label", anchor);
    return link;
  };

  for (const heading of document.querySelectorAll("main :is(h2, h3, h4)[id]:not(.visually-hidden, summary *)")) {
    // What the heading names is the better place; and both are called as before, without the link.
    const named = heading.parentElement.closest("[aria-labelledby]");
    const place = named?.id && named.getAttribute("aria-labelledby") === heading.id ? named : heading;
    heading.setAttribute("aria-label", heading.textContent.trim());
    heading.append(linkTo(place.id));
  }
  for (const figure of document.querySelectorAll("main :not(.stats a) > data[id]")) figure.after(linkTo(figure.id));

  const address = document.querySelector("[data-copy]");
  const cite = document.querySelector("[data-cite]");
  if (!address || !cite) return;
  const actions = address.parentElement;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  actions.append(status);

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = copied;
      setTimeout(() => (status.textContent = ""), 4000);
    } catch {
      // The browser does not let us: it can be marked.
    }
  };

  address.addEventListener("click", (event) => {
    if (!navigator.clipboard) return;
    event.preventDefault();
    // With the place and the choice that the reader sees.
    copy(address.href + location.search + location.hash);
  });

  cite.hidden = false;
  cite.addEventListener("click", () => {
    let words = document.querySelector("[data-citation]");
    if (!words) {
      words = document.createElement("p");
      words.dataset.citation = "";
      actions.after(words);
    }
    const told = [...document.querySelectorAll("[data-cited]:not([hidden])")].map((of) => of.textContent.trim());
    const parts = [...document.title.split(" · "), ...told].map((part) => part.replace(/\.$/, ""));
    words.textContent = `${parts.join(". ")}. ${address.href}${actions.dataset.asked ?? ""}`;
    copy(words.textContent);
  });
})();
