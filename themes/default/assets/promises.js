// 承诺页：筛选。没有脚本时，它是一份普通的清单。
(() => {
  "use strict";
  // reader.js 先到
  const { fill, make } = gongdu;
  const sift = (lists) => {
    const items = [...lists.querySelectorAll("li")];
    const bar = make("div", "", { class: "sift", role: "search", "aria-label": WORDS.sift_promises, "data-ui": "" });
    const field = (name, control) => {
      const label = make("label", name);
      label.append(control);
      bar.append(label);
      return control;
    };
    const choice = (name, key) => {
      const select = make("select");
      const values = [...new Set(items.map((item) => item.dataset[key]))];
      select.append(new Option(WORDS.all, ""), ...values.map((value) => new Option(value, value)));
      return field(name, select);
    };
    const words = field(WORDS.holding, make("input", "", { type: "search", size: "12" }));
    const choices = { kind: choice(WORDS.kind, "kind"), numbers: choice(WORDS.numbers, "numbers") };
    const count = make("output", "");
    bar.append(count);
    const show = () => {
      let shown = 0;
      for (const item of items) {
        const fits = Object.keys(choices).every((key) => !choices[key].value || item.dataset[key] === choices[key].value);
        item.hidden = !(fits && item.textContent.includes(words.value.trim()));
        shown += !item.hidden;
      }
      // 一条不剩的节，标题也收起
      for (const list of lists.querySelectorAll("ul")) {
        const none = [...list.children].every((item) => item.hidden);
        list.hidden = list.previousElementSibling.hidden = none;
      }
      count.textContent = fill(WORDS.promises, { n: shown });
    };
    bar.addEventListener("input", show);
    lists.before(bar);
    show();
  };
  document.querySelectorAll(".promise-lists").forEach(sift);
})();
