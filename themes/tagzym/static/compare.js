// Puts two regions beside each other: all figures are in the tables of the page, and the address says which two are
// meant (?a=…&b=…). Without this script the form is not shown, and the tables are all there.
"use strict";

(() => {
  const section = document.querySelector("[data-compare]");
  const form = section.querySelector("form");
  const result = section.querySelector("[data-result]");
  const status = section.querySelector("[role=status]");
  const tables = [...document.querySelectorAll("table[data-figures]")];
  const sides = ["a", "b"];

  // An amount in full as the page writes them: its thousand says what stands around and between groups of digits.
  const [, before, between, after] = /^(.*)1(\D*)000(.*)$/.exec(section.dataset.money);
  const money = (digits) => before + digits.replace(/\B(?=(\d{3})+$)/g, between) + after;

  const rowOf = (table, region) => table.querySelector(`tr[data-region="${CSS.escape(region)}"]`);
  const make = (name, ...inside) => {
    const element = document.createElement(name);
    element.append(...inside);
    return element;
  };

  // What a cell says; of amounts that it shows in millions, all digits.
  const told = (cell, inMoney) => {
    const copy = cell.cloneNode(true);
    const data = copy.querySelector("data");
    if (inMoney && data && Number(data.value) > 0) data.textContent = money(data.value);
    const own = make("td", ...copy.childNodes);
    own.className = "number";
    return own;
  };

  const heading = (words) => {
    const cell = make("th", words);
    cell.colSpan = 3;
    cell.scope = "rowgroup";
    return make("tr", cell);
  };

  const compared = (regions) => {
    const corner = make("td");
    const names = regions.map((region) => {
      const name = make("th", ...rowOf(tables[0], region).cells[0].cloneNode(true).childNodes);
      name.scope = "col";
      name.className = "number";
      return name;
    });
    const bodies = tables.map((table, nth) => {
      const rows = regions.map((region) => rowOf(table, region));
      const heads = [...table.tHead.rows[0].cells].slice(1);
      const lines = heads.map((head, place) => {
        const name = make("th", (head.querySelector("button") ?? head).textContent.trim());
        name.scope = "row";
        const inMoney = table.dataset.inMoney !== undefined;
        return make("tr", name, ...rows.map((row) => told(row.cells[place + 1], inMoney)));
      });
      const body = nth === 0 ? [] : [heading(table.caption.textContent.trim())];
      return make("tbody", ...body, ...lines);
    });
    return make("table", make("thead", make("tr", corner, ...names)), ...bodies);
  };

  const show = () => {
    for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
    const chosen = sides.map((side) => form.elements[side].value);
    result.hidden = chosen.includes("");
    result.replaceChildren(...(result.hidden ? [] : [compared(chosen)]));
    status.textContent = result.hidden ? "" : status.dataset.done;
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const side of sides) {
      const select = form.elements[side];
      const wanted = query.get(side) ?? "";
      select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : "";
    }
    show();
  };

  form.addEventListener("change", () => {
    const chosen = sides.map((side) => [side, form.elements[side].value]).filter(([, value]) => value !== "");
    const query = new URLSearchParams(chosen).toString();
    history.pushState(null, "", query === "" ? location.pathname : `?${query}`);
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  section.hidden = false;
  read();
})();
