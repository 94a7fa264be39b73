// Shows the contributions that the address asks for (?region=…&year=…), with what they add up to: rows.json holds all.
"use strict";

(() => {
  const PART = 100; // How many more rows are shown at a time.
  const MOST = 20000; // In all.
  const section = document.querySelector("[data-filtered]");
  const { money: sample, notStated, filtered: address } = section.dataset;
  const form = section.querySelector("form");
  const part = (name) => section.querySelector(`[data-${name}]`);
  const [status, chips, result, more, newest] = ["status", "chips", "result", "more", "newest"].map(part);
  const heading = section.querySelector("h2");
  const title = document.title;
  const without = document.querySelector("[data-without]");
  const texts = (name) => [...part(name).content.children].map((of) => [of.dataset[name], of.textContent.trim()]);
  const [words, labels] = ["words", "labels"].map((name) => Object.fromEntries(texts(name)));
  const selects = [...form.querySelectorAll("select")];

  const make = (name, of, ...inside) => {
    const element = Object.assign(document.createElement(name), of);
    element.append(...inside);
    return element;
  };
  const like = (name) => section.querySelector(`template[data-like="${name}"]`).content.firstElementChild.cloneNode(true);

  // Numbers and dates as the page writes them.
  const between = /1(\D*)000/.exec(sample)[1];
  const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, between);
  const money = (amount) => make("data", { value: amount, textContent: sample.replace(/1\D*000/, () => count(amount)) });
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const counted = (name, number) => {
    const same = [1, 2, 5].find((one) => plural.select(one) === plural.select(number)) ?? 5;
    return make("data", { value: number, textContent: words[`${name}-${same}`].replace(same, () => count(number)) });
  };
  const date = (file, day) => {
    const [year, month, date] = day.split("-");
    const form = month ? (date ? file.days : file.months)[month - 1] : "{y}";
    return make("time", { dateTime: day, textContent: (form ?? day).replace("{y}", Number(year)).replace("{dd}", date).replace("{d}", Number(date)) });
  };

  const text = ([words, lang]) => (lang ? make("span", { lang, textContent: words }) : words);
  const link = ([href, textContent, lang]) => make("a", { href, textContent, ...(lang && { lang }) });
  const small = (className, textContent) => (textContent ? [" ", make("small", { className, textContent })] : []);

  // The file, with what follows from it. Amounts are whole tenge; null is one that nobody knows.
  const opened = (file) => {
    file.amount = file.amount.map((amount) => (amount === null ? null : BigInt(amount)));
    file.facts = file.date.map((_, at) => file.own[at] ?? file.projects.facts[file.project[at]]);
    file.home = (giver) => (Array.isArray(giver) ? null : giver < 0 ? file.unnamed[-1 - giver][1] : file.patrons.facts[giver]);
    file.day = (at) => file.dates[file.date[at]];
    file.newest = file.date.slice(0, file.delivered).map((day) => file.dates[day]).sort().at(-1);
    file.years = file.date.map((_, at) => file.day(at).slice(0, 4));
    return file;
  };

  // What the address can ask for: of each key the values with their names, and whether a contribution has one.
  const choices = (file) => {
    const named = (table, at) => ({ value: table[0], name: table.slice(2), at });
    const fact = (nth) => (at) => (value) => file.facts[at][nth] === value.at;
    const none = { value: notStated, name: [words["row-not-stated"]], at: null };
    const regions = file.regions.map(named);
    const objects = file.objects.map(([above, ...table], at) => ({ ...named(table, at), above }));
    const within = (at, kind) => at !== null && (at === kind || within(objects[at].above, kind));
    const depth = ({ above }) => (above === null ? 0 : 1 + depth(objects[above]));
    const years = [...new Set(file.years)].sort().reverse();
    // As early, or as late, as a date can be.
    const [first, last] = ["-00-00", "-99-99"].map((rest) => (date) => date + rest.slice(date.length - 4));
    const period = (asked) => {
      const days = asked.split("..");
      return { from: first(days[0]), to: last(days.at(-1)), name: [days.map((of) => date(file, of).textContent).join(" – ")] };
    };
    // What has a name, but for these.
    const others = (asked) => {
      const [axis, ...ids] = asked.split(".");
      const of = all[axis === "object" ? "stated" : axis];
      const values = ids.map((id) => of?.values?.find(({ value }) => value === id));
      const nameless = { patron: ["anonymous", "joint"], from: ["joint"], object: ["not-stated"] }[axis] ?? [];
      if (!of || values.includes(undefined)) return undefined;
      const names = [...values.map(({ name }) => name[0]), ...nameless.map((kind) => words[`row-${kind}`])];
      return { of, values, nameless, name: [names.join(", ")] };
    };
    const isNameless = (at) => (value) => (value === "not-stated" ? fact(3)(at)(none) : all.givers.has(at)({ value }));
    const all = {
      region: { values: regions, has: fact(0) },
      district: { values: [...file.districts.map(([region, ...table], at) => ({ ...named(table, at), region })), none], has: fact(1) },
      direction: { values: file.directions.map(named), has: fact(2) },
      object: {
        values: objects.map((kind) => ({ ...kind, depth: depth(kind) })),
        has: (at) => (value) => within(file.facts[at][3], value.at),
      },
      stated: { values: [...objects, none], has: fact(3) },
      year: { values: years.map((value) => ({ value, name: [value] })), has: (at) => ({ value }) => file.years[at] === value },
      patron: {
        values: file.patrons.slugs.map((value, at) => ({ value, name: [file.patrons.names[at], file.patrons.langs[at]], at })),
        has: (at) => (value) => file.giver[at] === value.at,
      },
      givers: {
        values: ["anonymous", "joint"].map((value) => ({ value, name: [words[`row-${value}`]] })),
        has: (at) => ({ value }) => (value === "joint" ? Array.isArray(file.giver[at]) : file.giver[at] < 0),
      },
      from: { values: regions, has: (at) => (value) => file.home(file.giver[at]) === value.at },
      period: { read: period, has: (at) => ({ from, to }) => from <= first(file.day(at)) && last(file.day(at)) <= to },
      others: { read: others, has: (at) => ({ of, values, nameless }) => !nameless.some(isNameless(at)) && !values.some(of.has(at)) },
    };
    return all;
  };

  // What is asked for, each with its value; none where the portal has nothing of that name.
  const asked = (all) => {
    const query = new URLSearchParams(location.search);
    const named = all.region.values.find(({ value }) => value === query.get("region"));
    // A district may be asked for without its region where no other has that name.
    const like = all.district.values.filter(({ value, at }) => value === query.get("district") && at !== null);
    const region = named ?? (like.length === 1 ? all.region.values.find(({ at }) => at === like[0].region) : undefined);
    return Object.keys(labels)
      .filter((key) => query.get(key))
      .map((key) => {
        const wanted = query.get(key);
        const here = (of) => key !== "district" || (region && (of.at === null || of.region === region.at));
        const { read, values } = all[key];
        return { key, wanted, value: read ? read(wanted) : values.find((of) => of.value === wanted && here(of)) };
      });
  };

  const giver = (file, of) => {
    if (of < 0) {
      const [kind, region, name, lang, isSample] = file.unnamed[-1 - of];
      return [`${words[`anonymous-${kind}`]}, `, link([file.regions[region][1], name, lang]), ...small("mark sample", isSample && words.sample)];
    }
    const { first, slugs, names, langs, samples } = file.patrons;
    const to = link([`${first}${slugs[of]}/`, names[of], langs[of]]);
    return [to, ...small("mark sample", samples.includes(of) && words.sample)];
  };

  const givers = (file, cell, of) => {
    if (!Array.isArray(of)) return cell.append(...giver(file, of));
    const list = of.map((one) => make("li", {}, ...giver(file, one)));
    cell.append(make("small", { className: "mark", textContent: words.joint }), make("ul", { className: "plain" }, ...list));
  };

  const target = (file, cell, at) => {
    const project = file.project[at];
    if (project === null) {
      const [, , direction, object] = file.facts[at];
      const [of, kind] = [file.directions[direction].slice(1), object === null ? [] : [file.objects[object].slice(2)]];
      if (at in file.purpose) cell.append(text(file.texts[file.purpose[at]]));
      cell.append(make("ul", { className: "inline meta" }, ...[of, ...kind].map((one) => make("li", {}, link(one)))));
    } else {
      const { first, slugs, names, langs } = file.projects;
      cell.append(link([`${first}${slugs[project]}/`, names[project], langs[project]]), ...small("mark", words[`lang-${langs[project]}`]));
    }
    const note = (...inside) => cell.append(make("div", { className: "source" }, ...inside));
    if (at in file.inKind) note(`${words["in-kind"]}: `, text(file.texts[file.inKind[at]]));
    if (at in file.note) note(text(file.texts[file.note[at]]));
    if (at in file.source) {
      const [url, name, day, isFile] = file.source[at];
      const to = link([url, ...file.texts[name]]);
      if (!isFile) to.rel = "external noopener";
      note(`${words.source} `, to, ...(day ? [", ", date(file, day)] : []));
    }
  };

  const unstated = () => make("span", { className: "unknown", textContent: words["not-stated"] });

  // A contribution as rows/contribution.html writes it.
  const row = (file, at, pledged) => {
    const [one, [region, district]] = [like("row"), file.facts[at]];
    const [day, who, what, where, amount] = one.cells;
    day.append(date(file, file.day(at)));
    givers(file, who, file.giver[at]);
    target(file, what, at);
    const [, url, ...name] = file.regions[region];
    where.append(link([url, ...(file.places[at] ?? name)]));
    if (district !== null) where.append(", ", link(file.districts[district].slice(2)));
    amount.append(file.amount[at] === null ? unstated() : money(file.amount[at]));
    if (pledged) {
      amount.classList.add("pledged");
      amount.dataset.label = words.pledged;
    }
    return one;
  };

  // What some contributions add up to: delivered or pledged, never both.
  const total = (file, places) => {
    const known = places.map((at) => file.amount[at]).filter((amount) => amount !== null);
    const sum = known.reduce((sum, amount) => sum + amount, 0n);
    return { sum: known.length > 0 ? money(sum) : unstated(), unknown: places.length - known.length, count: places.length };
  };

  const table = (file, name, places, shown) => {
    const frame = like(name);
    const rows = places.slice(0, shown);
    frame.querySelector("tbody").append(...rows.map((at) => row(file, at, name === "pledged")));
    for (const foot of frame.querySelectorAll("tfoot tr")) {
      const isPart = foot.classList.contains("part");
      if (isPart && rows.length === places.length) foot.remove();
      const { sum, count } = total(file, isPart ? rows : places);
      foot.querySelector("small").append(counted("count", count));
      foot.querySelector("td").append(sum);
    }
    return frame;
  };

  const sums = (file, groups) => {
    const boxes = groups.map(([name, places]) => {
      const box = like(`box-${name}`);
      const { sum, unknown, count } = total(file, places);
      box.querySelector(".amount").append(sum);
      const counts = [counted("count", count), ...(unknown > 0 ? [counted("unknown", unknown)] : [])];
      box.querySelector("ul").append(...counts.map((one) => make("li", {}, one)));
      return box;
    });
    return make("dl", { className: "sums" }, ...boxes);
  };

  const chip = ({ key, name }) => {
    const button = make("button", { type: "button" });
    const hint = make("span", { className: "visually-hidden", textContent: `${chips.dataset.chips}: ` });
    button.append(hint, `${labels[key]}: `, text(name));
    const item = make("li", {}, button);
    button.addEventListener("click", async () => {
      const nth = [...chips.children].indexOf(item);
      await change([key, ...(key === "region" ? ["district"] : [])], "");
      (chips.children[Math.min(nth, chips.children.length - 1)]?.firstChild ?? section.querySelector("summary")).focus();
    });
    return item;
  };

  // Of a select the values that some contribution has.
  const fill = (all, wanted, held) => {
    const region = wanted.find(({ key }) => key === "region")?.value;
    for (const select of selects) {
      const chosen = wanted.find(({ key }) => key === select.name);
      const here = (of) => select.name !== "district" || of.region === undefined || of.region === region?.at;
      const offered = all[select.name].values.filter((of) => (held[select.name].has(of) && here(of)) || of === chosen?.value);
      const options = offered.map(({ value, name: [text, lang], depth = 0 }) =>
        make("option", { value, textContent: "\u2003".repeat(depth) + text, ...(lang && { lang }) }),
      );
      select.replaceChildren(select.options[0], ...options);
      select.value = chosen?.value?.value ?? "";
      if (select.name === "district") select.disabled = !region;
    }
  };

  // What some contribution has of each select.
  const heldOf = (file, all) =>
    Object.fromEntries(
      selects.map(({ name }) => {
        const { values, has } = all[name];
        return [name, new Set(values.filter((value) => file.facts.some((_, at) => has(at)(value))))];
      }),
    );

  let data; // A promise of the file and what follows from it.
  const load = async () => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    const file = opened(await answer.json());
    const all = choices(file);
    return { file, all, held: heldOf(file, all) };
  };

  const tell = ({ file, all, held }, shown) => {
    const wanted = asked(all).map((of) => ({ ...of, name: of.value?.name ?? [`${of.wanted} (${words.unknown})`] }));
    fill(all, wanted, held);
    chips.replaceChildren(...wanted.map(chip));
    chips.hidden = wanted.length === 0;
    const said = wanted.map(({ key, name }) => `${labels[key]}: ${name[0]}`).join(" · ");
    heading.querySelector("span").textContent = said || words.all;
    if (heading.hasAttribute("aria-label")) heading.setAttribute("aria-label", said || words.all);
    document.title = said ? `${said} · ${title}` : title;
    const fits = ({ key, value }, at) => value !== undefined && all[key].has(at)(value);
    const places = [...file.date.keys()].filter((at) => wanted.every((of) => fits(of, at)));
    const delivered = places.filter((at) => at < file.delivered);
    const groups = [
      ["delivered", delivered],
      ["pledged", places.slice(delivered.length)],
    ].filter(([, places]) => places.length > 0);
    const rows = groups.map(([name, of]) => [name, of, name === "pledged" ? shown - delivered.length : shown]);
    const tables = rows.filter(([, , most]) => most > 0).map(([name, of, most]) => table(file, name, of, most));
    result.replaceChildren(...(places.length > 0 ? [sums(file, groups), ...tables] : []));
    more.hidden = shown >= Math.min(places.length, MOST);
    status.textContent = places.length > 0 ? "" : status.dataset.none;
    // A promise tells its day if nothing else does.
    const days = (all) => all.map(file.day).sort();
    const day = days(delivered).at(-1) ?? days(places).findLast((day) => day <= file.newest);
    newest.hidden = !day;
    newest.querySelector("time").replaceWith(date(file, day ?? ""));
  };

  const show = async (shown) => {
    for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
    // What is cited is what is shown; how much of it is, is no matter.
    const query = new URLSearchParams(location.search);
    query.delete("shown");
    document.querySelector(".actions").dataset.asked = query.size > 0 ? `?${query}` : "";
    try {
      data ??= load();
      tell(await data, shown);
      section.dataset.state = "done";
      without.hidden = true;
    } catch (error) {
      console.error(error);
      data = undefined; // The next wish asks again.
      status.textContent = status.dataset.failed;
      without.hidden = false;
      without.querySelector("[data-why]").hidden = true;
    }
  };

  const read = () => {
    const shown = Number(new URLSearchParams(location.search).get("shown"));
    return show(Math.min(Math.max(shown || 0, PART), MOST));
  };

  // Asks for another value of some keys, or for none.
  const change = (names, value) => {
    const query = new URLSearchParams(location.search);
    for (const name of ["shown", ...names]) query.delete(name);
    if (value !== "") query.set(names[0], value);
    history.pushState(null, "", query.size > 0 ? `?${query}` : location.pathname);
    return show(PART);
  };

  form.addEventListener("change", ({ target: { name, value } }) => change(name === "region" ? ["region", "district"] : [name], value));
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", async () => {
    const next = result.querySelectorAll("tbody tr").length;
    const shown = Math.min(next + PART, MOST);
    const query = new URLSearchParams(location.search);
    query.set("shown", shown);
    history.replaceState(null, "", `?${query}`);
    await show(shown);
    result.querySelectorAll("tbody tr")[next]?.querySelector("a")?.focus();
  });
  addEventListener("popstate", read);
  without.hidden = true;
  // What was asked for comes before the ways to ask for more.
  section.querySelector("details").open = !location.search;
  section.hidden = false;
  read();
})();
