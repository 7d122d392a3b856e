"use strict";
const table = document.querySelector("table.schools");
const rows = [...table.tBodies[0].rows];
const worth = (row, at) => row.cells[at].dataset.sort ?? row.cells[at].textContent.trim();

for (const head of table.tHead.rows[0].cells) {
  const sort = document.createElement("button");
  sort.type = "button";
  sort.textContent = head.textContent;
  head.replaceChildren(sort);
  sort.addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") !== "descending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const at = head.cellIndex;
    const order = (one, other) =>
      worth(one, at).localeCompare(worth(other, at), "zh-CN", { numeric: true }) * (down ? -1 : 1);
    table.tBodies[0].append(...rows.toSorted(order));
  });
}

const filter = document.querySelector("#filter");
const told = document.querySelector("#shown");
filter.closest("form").hidden = document.getElementById("sorts").hidden = false;
filter.closest("form").addEventListener("submit", (event) => event.preventDefault());
filter.addEventListener("input", () => {
  const words = filter.value.toLowerCase().split(/\s+/);
  let shown = 0;
  for (const row of rows) {
    row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
    shown += row.hidden ? 0 : 1;
  }
  told.textContent = `显示 ${shown} / ${rows.length} 所`;
});
