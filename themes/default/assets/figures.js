// 数字表：筛选和排序。没有脚本时，它是一张普通的表。
(() => {
  "use strict";
  // reader.js 先到
  const { fill, make } = gongdu;
  const sift = (table) => {
    const rows = [...table.tBodies[0].rows];
    const first = new Map(rows.map((row, index) => [row, index]));
    const bar = make("div", "", { class: "sift", role: "search", "aria-label": WORDS.sift, "data-ui": "" });
    const field = (name, control) => {
      const label = make("label", name);
      label.append(control);
      bar.append(label);
      return control;
    };
    const choice = (name, key) => {
      const select = make("select");
      const values = [...new Set(rows.map((row) => row.dataset[key]))].filter(Boolean).sort();
      for (const value of ["", ...values]) select.append(new Option(value || WORDS.all, value));
      return field(name, select);
    };
    const words = field(WORDS.holding, make("input", "", { type: "search", size: "12" }));
    const choices = { when: choice(WORDS.when, "when"), unit: choice(WORDS.unit, "unit") };
    const count = make("output", "");
    bar.append(count);
    const show = () => {
      let shown = 0;
      for (const row of rows) {
        const fits = Object.keys(choices).every((key) => !choices[key].value || row.dataset[key] === choices[key].value);
        row.hidden = !(fits && row.textContent.includes(words.value.trim()));
        shown += !row.hidden;
      }
      count.textContent = fill(WORDS.count, { n: shown });
    };
    bar.addEventListener("input", show);
    const orders = [
      (a, b) => a.cells[0].textContent.localeCompare(b.cells[0].textContent, "zh-CN"),
      (a, b) => a.dataset.unit.localeCompare(b.dataset.unit, "zh-CN") || a.dataset.value - b.dataset.value,
    ];
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = make("button", "", { type: "button", "aria-label": fill(WORDS.sort, { column: head.textContent }), "data-ui": "" });
      head.append(" ", button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        // 升序、降序、原来的次序，轮着来
        const next = now === "ascending" ? "descending" : now === "descending" ? null : "ascending";
        if (next) head.setAttribute("aria-sort", next);
        const sign = next === "descending" ? -1 : 1;
        table.tBodies[0].append(...[...rows].sort((a, b) => (next ? sign * orders[column](a, b) : 0) || first.get(a) - first.get(b)));
      });
    });
    table.parentElement.before(bar);
    show();
  };
  document.querySelectorAll(".figure-table").forEach(sift);
})();
