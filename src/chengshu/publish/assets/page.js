// Search and sort of the ranking. Everything can be read without it.
"use strict";
(() => {
  const table = document.querySelector("table.ranking");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f'’\s-]/g, "").toLowerCase();
  const keys = new Map(rows.map((row) => [row, plain(row.dataset.find)]));

  const search = document.getElementById("search");
  const found = document.getElementById("found");
  search.closest(".tools").hidden = false;
  const filter = () => {
    const asked = plain(search.value);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !keys.get(row).includes(asked);
      if (!row.hidden) shown += 1;
    }
    found.value = `${found.dataset.of} ${shown} ${found.dataset.all} ${rows.length}`;
  };
  search.addEventListener("input", filter);
  filter();

  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const value = (row, column) => {
    const cell = row.cells[column];
    const text = cell.dataset.value ?? cell.textContent.trim().replace("−", "-");
    if (text === "" || text === "—") return null;
    return cell.classList.contains("num") ? Number(text) : text;
  };
  const order = (first, second) =>
    typeof first === "number" ? first - second : collator.compare(first, second);
  const heads = Array.from(table.tHead.rows[0].cells);
  const sort = (head, column) => {
    const numeric = head.classList.contains("num");
    const now = head.getAttribute("aria-sort");
    const up = now ? now === "descending" : !(numeric && head.matches(".part, .score"));
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const keyed = rows.map((row, place) => ({ row, place, key: value(row, column) }));
    keyed.sort((one, two) => {
      if (one.key === null || two.key === null) return (one.key === null) - (two.key === null) || one.place - two.place;
      return (up ? 1 : -1) * order(one.key, two.key) || one.place - two.place;
    });
    body.append(...keyed.map((each) => each.row));
  };
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = table.dataset.sortable;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(head, column));
  });
})();
