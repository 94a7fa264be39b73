// Lets the heads of a table sort its rows: by the figure of a cell where it has one, else by its words. Rows whose figure
// is not known stay last. Without this script the table is as it came.
"use strict";

for (const table of document.querySelectorAll("table[data-sortable]")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const first = [...body.rows];

  const figure = (row, nth) => {
    const cell = row.cells[nth];
    const value = cell.querySelector("data")?.value ?? cell.querySelector("time")?.dateTime;
    return value === undefined || cell.textContent.trim() === "—" ? null : value;
  };
  const compare = (nth) => (a, b) => {
    const [left, right] = [figure(a, nth), figure(b, nth)];
    if (left === null && right === null) return words.compare(a.cells[nth].textContent, b.cells[nth].textContent);
    if (left === null || right === null) return left === null ? 1 : -1;
    return Number(left) - Number(right) || words.compare(left, right);
  };

  heads.forEach((head, nth) => {
    const isNumber = head.classList.contains("number");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      // Numbers fall at first, words rise; a second press turns the order round.
      const was = head.getAttribute("aria-sort");
      const order = was === null ? (isNumber ? "descending" : "ascending") : was === "ascending" ? "descending" : "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", order);
      const rows = first.filter((row) => !isNumber || figure(row, nth) !== null).sort(compare(nth));
      if (order === "descending") rows.reverse();
      const rest = first.filter((row) => !rows.includes(row));
      body.append(...rows, ...rest);
    });
  });
}
