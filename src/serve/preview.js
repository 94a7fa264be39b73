// The preview's script: loads the page again when it came out different, and shows what is wrong with the site.
(() => {
  "use strict";
  const me = document.currentScript;
  const own = new URL(".", me.src);
  const kept = "tagzym-preview-place";

  // The place on the page is kept over a reload.
  const keep = () => {
    const place = { path: location.pathname, x: scrollX, y: scrollY };
    try { sessionStorage.setItem(kept, JSON.stringify(place)); } catch { }
  };
  const restore = () => {
    try {
      const place = JSON.parse(sessionStorage.getItem(kept));
      sessionStorage.removeItem(kept);
      if (place && place.path === location.pathname) scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    } catch { }
  };
  restore();
  addEventListener("load", () => {
    if (scrollY === 0) restore();
  });

  const make = (name, kind, text) => {
    const element = document.createElement(name);
    if (kind) element.className = kind;
    if (text) element.textContent = text;
    return element;
  };
  const host = make("div");
  const tree = host.attachShadow({ mode: "open" });
  const style = make("link");
  style.rel = "stylesheet";
  style.href = new URL("preview.css", own);
  const bar = make("p", "bar");
  const banner = make("div", "banner");
  bar.hidden = banner.hidden = true;
  tree.append(style, bar, banner);
  document.body.append(host);

  if (new URLSearchParams(location.search).has("lang")) {
    document.head.append(style.cloneNode());
    document.documentElement.dataset.untranslated = "";
  }

  const link = (place, kind) => {
    const element = make(place.url ? "a" : "span", kind, place.text);
    if (place.url && !/^\s*javascript:/i.test(place.url)) element.href = place.url;
    return element;
  };

  const show = (state) => {
    const parts = [];
    if (state.source) {
      const part = make("span");
      part.append(link(state.source));
      parts.push(part);
    }
    if (state.missing.length) {
      const part = make("span", "", `${state.words.missing} ${state.missing.join(", ")} `);
      const marked = make("a", "", state.words.show);
      marked.href = "?lang";
      part.append(marked);
      parts.push(part);
    }
    if (state.summary) parts.push(make("span", "", state.summary));
    bar.replaceChildren(...parts);
    bar.hidden = parts.length === 0;
    const problems = state.problems.filter((problem) => problem.error).flatMap((problem) => {
      return [link(problem.place, "place"), make("pre", "", problem.text)];
    });
    banner.replaceChildren(make("h2", "", state.summary), ...problems);
    banner.hidden = !state.errors;
  };

  // Styles are fetched again beside the old ones, which go when the new ones are there.
  const renew = () => {
    for (const old of document.querySelectorAll("link[rel=stylesheet]")) {
      const address = new URL(old.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set("v", Date.now());
      const fresh = old.cloneNode();
      fresh.href = address;
      fresh.addEventListener("load", () => old.remove());
      fresh.addEventListener("error", () => fresh.remove());
      old.after(fresh);
    }
  };

  let source;
  const connect = () => {
    if (source && source.readyState !== EventSource.CLOSED) return;
    const address = new URL("events", own);
    let page = location.pathname;
    try { page = decodeURIComponent(page); } catch { }
    address.searchParams.set("page", page);
    address.searchParams.set("print", me.dataset.print);
    // A space is to be %20: nobody but forms reads + as one.
    source = new EventSource(address.href.replace(/\+/g, "%20"));
    source.addEventListener("open", () => bar.classList.remove("lost"));
    source.addEventListener("reload", () => {
      keep();
      source.close();
      location.reload();
    });
    source.addEventListener("styles", renew);
    source.addEventListener("state", (event) => show(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      bar.classList.add("lost");
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 1000);
    });
  };

  // A browser has few connections to one server: pages that nobody sees give theirs up after a while.
  let hiding;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(() => source.close(), 5000);
    else connect();
  });
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => event.persisted && connect());
  connect();
})();
