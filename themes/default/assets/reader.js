// 点名词就地打开解释，点数字就地看它说的是什么，点段落记号复制链接。没有这个脚本，三者都是普通链接。
(() => {
  "use strict";
  const plain = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const make = (tag, words, attributes) => {
    const element = document.createElement(tag);
    element.textContent = words || "";
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    return element;
  };

  // 就地打开
  let source = null;
  const open = (link, sheet) => {
    if (sheet.matches(":popover-open")) {
      const same = source === link;
      sheet.hidePopover();
      if (same) return;
    }
    source = link;
    sheet.showPopover({ source: link });
    sheet.focus();
    link.setAttribute("aria-expanded", "true");
  };
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches(".definition") || event.newState !== "closed" || !source) return;
    source.removeAttribute("aria-expanded");
    const lost = document.activeElement === document.body || event.target.contains(document.activeElement);
    if (lost) source.focus({ preventScroll: true });
    source = null;
  }, true);

  // 复制，并说一声
  const status = make("p", "", { class: "toast", role: "status" });
  document.addEventListener("DOMContentLoaded", () => document.body.append(status));
  let timer = 0;
  const say = (words) => {
    status.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = ""; }, 2600);
  };
  const copy = (text) => navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
  const address = (hash) => location.href.split("#")[0] + hash;

  // 数字卡片：指标、年份、图表、引用
  const card = (figure) => {
    let sheet = document.getElementById("f-card");
    if (!sheet) {
      sheet = make("div", "", { id: "f-card", class: "definition f-card", popover: "", role: "dialog", tabindex: "-1", "aria-labelledby": "f-card-name" });
      document.body.append(sheet);
    }
    const sentence = figure.closest(".s");
    const more = make("p", "", { class: "d-more" });
    const quote = make("button", "复制引文", { type: "button" });
    quote.addEventListener("click", () => {
      const own = sentence.cloneNode(true);
      own.querySelectorAll("[data-ui]").forEach((extra) => extra.remove());
      const report = document.querySelector(".report-title");
      const words = "“" + own.textContent.trim() + "”（" + (report ? report.textContent : document.title) + "，" + address("#" + figure.id) + "）";
      copy(words).then(() => say("已复制引文"), () => { location.hash = figure.id; });
    });
    const close = make("button", "关闭", { type: "button", popovertarget: "f-card", popovertargetaction: "hide" });
    const charts = sentence ? [...sentence.querySelectorAll(".to-chart")] : [];
    for (const chart of charts) more.append(make("a", chart.getAttribute("aria-label"), { href: chart.getAttribute("href") }));
    more.append(make("a", "在数字表中看", { href: figure.getAttribute("href") }), quote, close);
    const facts = make("dl", "");
    for (const [name, value] of [["原文", figure.textContent], ["年份", figure.dataset.when]]) facts.append(make("dt", name), make("dd", value));
    sheet.replaceChildren(make("p", figure.dataset.of, { class: "d-term", id: "f-card-name" }), facts, more);
    return sheet;
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || !plain(event) || !(event.target instanceof Element)) return;
    const link = event.target.closest("a.term, a.fig, a.anchor");
    if (!link) return;
    if (link.matches(".anchor")) {
      if (!navigator.clipboard) return;
      event.preventDefault();
      copy(address(link.hash)).then(() => {
        history.replaceState(null, "", link.hash);
        say("已复制链接 " + link.hash);
      }, () => { location.hash = link.hash; });
    } else if (link.showPopover) {
      const sheet = link.matches(".fig") ? card(link) : document.getElementById("d-" + link.dataset.term);
      if (!sheet) return;
      event.preventDefault();
      open(link, sheet);
    }
  });

  // 数字表：筛选和排序
  const sift = (table) => {
    const rows = [...table.tBodies[0].rows];
    const first = new Map(rows.map((row, index) => [row, index]));
    const bar = make("div", "", { class: "sift", role: "search", "aria-label": "筛选数字" });
    const field = (name, control) => {
      const label = make("label", name);
      label.append(control);
      bar.append(label);
      return control;
    };
    const choice = (name, key) => {
      const select = make("select");
      const values = [...new Set(rows.map((row) => row.dataset[key]))].filter(Boolean).sort();
      for (const value of ["", ...values]) select.append(new Option(value || "全部", value));
      return field(name, select);
    };
    const words = field("含有", make("input", "", { type: "search", size: "12" }));
    const choices = { when: choice("年份", "when"), unit: choice("单位", "unit") };
    const count = make("output", "");
    bar.append(count);
    const show = () => {
      let shown = 0;
      for (const row of rows) {
        const fits = Object.keys(choices).every((key) => !choices[key].value || row.dataset[key] === choices[key].value);
        row.hidden = !(fits && row.textContent.includes(words.value.trim()));
        shown += !row.hidden;
      }
      count.textContent = shown + " 个数字";
    };
    bar.addEventListener("input", show);
    const orders = [
      (a, b) => a.cells[0].textContent.localeCompare(b.cells[0].textContent, "zh-CN"),
      (a, b) => a.dataset.unit.localeCompare(b.dataset.unit, "zh-CN") || a.dataset.value - b.dataset.value,
    ];
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = make("button", head.textContent, { type: "button" });
      head.replaceChildren(button);
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
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".figure-table").forEach(sift));
})();
