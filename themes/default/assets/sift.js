// 长的清单的筛选：数字表、承诺；表还能排序。没有脚本时，是普通的表和清单。
(() => {
  "use strict";
  // reader.js 先到
  const { fill, make } = gongdu;

  // 在 `place` 前面放一行筛选的框，`count` 说剩几项，`keys` 是各个选择和它在每项上的 data- 名；筛完一次做一次 `after`
  const sift = (place, items, { label, holding, count, keys }, after = () => {}) => {
    const bar = make("div", "", { class: "sift", role: "search", "aria-label": label, "data-ui": "" });
    const field = (name, control) => {
      const own = make("label", name);
      own.append(control);
      bar.append(own);
      return control;
    };
    // 一项可以属于几个，用 | 隔开
    const valuesOf = (item, key) => (item.dataset[key] || "").split("|");
    const choice = (name, key) => {
      const select = make("select");
      const values = [...new Set([].concat(...items.map((item) => valuesOf(item, key))))].filter(Boolean).sort();
      for (const value of ["", ...values]) select.append(new Option(value || WORDS.all, value));
      return [key, field(name, select)];
    };
    const words = field(holding, make("input", "", { type: "search", size: "12" }));
    const choices = keys.map(([name, key]) => choice(name, key));
    const told = make("output", "");
    bar.append(told);
    const show = () => {
      const chosen = choices.filter(([, { value }]) => value);
      for (const item of items) {
        const fits = chosen.every(([key, { value }]) => valuesOf(item, key).includes(value));
        item.hidden = !(fits && (item.dataset.words || item.textContent).includes(words.value.trim()));
      }
      told.textContent = count(items.filter((item) => !item.hidden).length);
      after();
    };
    bar.addEventListener("input", show);
    place.before(bar);
    show();
  };

  // 按表头排序：升序、降序、原来的次序，轮着来；`orders` 是各栏的比法，没有比法的栏不排
  const sort = (table, rows, orders) => {
    const first = new Map(rows.map((row, index) => [row, index]));
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const order = orders[column];
      if (!order) return;
      const button = make("button", "", { type: "button", "aria-label": fill(WORDS.sort, { column: head.textContent }), "data-ui": "" });
      // Where words stand at the end of a column, what comes before them does not move them.
      if (getComputedStyle(head).textAlign === "end") head.prepend(button);
      else head.append(" ", button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        const next = now === "ascending" ? "descending" : now === "descending" ? null : "ascending";
        if (next) head.setAttribute("aria-sort", next);
        const sign = next === "descending" ? -1 : 1;
        table.tBodies[0].append(...[...rows].sort((a, b) => (next ? order(a, b, sign) : 0) || first.get(a) - first.get(b)));
      });
    });
  };
  const byName = (a, b, sign) => sign * a.cells[0].textContent.localeCompare(b.cells[0].textContent, "zh-CN");
  const bySize = (a, b, sign) => sign * (a.dataset.unit.localeCompare(b.dataset.unit, "zh-CN") || a.dataset.value - b.dataset.value);
  // 没有数的，升序降序都在后面
  const byCell = (column) => (a, b, sign) => {
    const [one, other] = [a, b].map((row) => row.cells[column].dataset.order);
    return !one || !other ? !one - !other : sign * (one - other);
  };

  for (const table of document.querySelectorAll(".figure-table")) {
    const rows = [...table.tBodies[0].rows];
    sort(table, rows, [byName, bySize]);
    const keys = [[WORDS.status, "status"], [WORDS.topic, "topic"], [WORDS.when, "when"], [WORDS.unit, "unit"]];
    sift(table.parentElement, rows, { label: WORDS.sift, holding: WORDS.holding, count: (n) => fill(WORDS.count, { n }), keys });
  }
  for (const table of document.querySelectorAll(".compared-table")) {
    const orders = [...table.tHead.rows[0].cells].map((head, column) => "sorts" in head.dataset && byCell(column));
    sort(table, [...table.tBodies[0].rows], orders);
  }
  for (const lists of document.querySelectorAll(".promise-lists")) {
    const all = [[WORDS.topic, "topic"], [WORDS.kind, "kind"], [WORDS.numbers, "numbers"], [WORDS.kind, "told"]];
    const keys = all.filter(([, key]) => lists.querySelector(`[data-${key}]`));
    const count = (n) => fill(WORDS.promises, { n });
    sift(lists, [...lists.querySelectorAll("li")], { label: WORDS.sift_promises, holding: WORDS.holding_promise, count, keys }, () => {
      // 一条不剩的节，标题也收起
      for (const list of lists.querySelectorAll("ul")) {
        list.hidden = list.previousElementSibling.hidden = [...list.children].every((item) => item.hidden);
      }
    });
  }
  for (const regions of document.querySelectorAll(".regions")) {
    const count = (n) => fill(WORDS.reports, { n });
    const reports = [...regions.querySelectorAll("[data-words]")];
    sift(regions, reports, { label: WORDS.sift_reports, holding: WORDS.holding_place, count, keys: [[WORDS.when, "when"]] }, () => {
      // 一份不剩的地方和省份也收起
      for (const own of regions.querySelectorAll(".row, .region")) own.hidden = !own.querySelector("[data-words]:not([hidden])");
    });
  }
})();
