// 点数字就地看它说的是什么：指标、年份、图表、引用。没有脚本，数字通往它自己的页，没有的通往数字表里它那一行。
(() => {
  "use strict";
  const { fill, zh, make, own, address, tap, copy, say, open, share } = gongdu;
  const sheetOfCards = () => {
    let sheet = document.getElementById("f-card");
    if (!sheet) {
      sheet = make("div", "", { id: "f-card", class: "definition f-card", popover: "", role: "dialog", tabindex: "-1", "aria-labelledby": "f-card-name" });
      document.body.append(sheet);
    }
    return sheet;
  };
  const button = (name, act) => {
    const made = make("button", name, { type: "button" });
    made.addEventListener("click", act);
    return made;
  };
  const ways = (figure, sheet) => {
    const sentence = figure.closest(".s");
    const page = figure.getAttribute("href");
    const quote = () => {
      const report = document.querySelector(".report-title");
      const words = fill(WORDS.quote, { sentence: own(sentence), report: report ? report.textContent : document.title, link: address("#" + figure.id) });
      copy(words).then(() => say(WORDS.copied_quote), () => { location.hash = figure.id; });
    };
    const pass = () => {
      sheet.hidePopover();
      const place = share.page.url + "#" + figure.id;
      const url = page.includes("#") ? place : new URL(page, share.page.url).href.replace(/index\.html$/, "");
      share.choose({ element: sentence || figure, figure: { name: figure.dataset.of, number: figure.textContent, when: figure.dataset.when }, title: figure.dataset.of + "：" + figure.textContent, url, place });
      document.getElementById("to-share").click();
    };
    const more = make("p", "", { class: "d-more" });
    const charts = sentence ? [...sentence.querySelectorAll(".to-chart")] : [];
    for (const chart of charts) more.append(make("a", chart.getAttribute("aria-label"), { href: chart.getAttribute("href") }));
    const close = make("button", WORDS.close, { type: "button", popovertarget: "f-card", popovertargetaction: "hide" });
    more.append(make("a", WORDS.own_page, { href: page }), button(WORDS.share, pass), button(WORDS.copy_quote, quote), close);
    return more;
  };
  tap("a.fig[href]", (figure, event) => {
    if (!figure.showPopover) return;
    event.preventDefault();
    const sheet = sheetOfCards();
    const facts = make("dl", "");
    for (const [name, value, lang] of [[WORDS.words, figure.textContent, zh], [WORDS.when, figure.dataset.when]]) facts.append(make("dt", name), make("dd", value, lang));
    sheet.replaceChildren(make("p", figure.dataset.of, { ...zh, class: "d-term", id: "f-card-name" }), facts, ways(figure, sheet));
    open(figure, sheet);
  });
})();
