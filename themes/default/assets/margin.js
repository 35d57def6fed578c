// 名词和数字写在右边空白处，各在自己那一行旁边。那里已经有了别的，或解释太长，就不写，不截断。窗口够宽才取来。
(() => {
  "use strict";
  const { zh, make } = gongdu;
  const WIDE = matchMedia("(min-width: 80rem)");
  // 解释最长多少像素，离自己那一行最远多少
  const LONGEST = 220;
  const NEAR = 26;
  const notesOf = (paragraph) => {
    const margin = make("span", "", { class: "margin", "aria-hidden": "true", "data-ui": "" });
    const seen = new Set();
    const notes = [];
    for (const link of paragraph.querySelectorAll("a.term[href], a.fig[href]")) {
      const term = link.dataset.term;
      if (term && seen.has(term)) continue;
      seen.add(term);
      const words = term ? document.querySelector("#d-" + term + " .d-text").textContent.trim() : link.dataset.of;
      const note = make("span", "", { class: term ? "m-term" : "m-fig" });
      note.append(make("b", link.textContent, zh), " ", make("span", words, zh));
      margin.append(note);
      notes.push({ link, note, margin });
    }
    if (notes.length) paragraph.append(margin);
    return notes;
  };
  const margins = () => {
    document.querySelectorAll(".margin").forEach((margin) => margin.remove());
    if (!WIDE.matches || "large" in document.documentElement.dataset) return;
    const all = [].concat(...[...document.querySelectorAll(".section .text > p[id]")].map(notesOf));
    // 先量完，再摆
    for (const one of all) {
      one.top = one.link.getClientRects()[0].top;
      one.from = one.margin.getBoundingClientRect().top;
      one.height = one.note.offsetHeight;
    }
    let free = -Infinity;
    for (const { note, top, from, height } of all) {
      const at = Math.max(top, free);
      if (at - top > NEAR || height > LONGEST) { note.remove(); continue; }
      note.style.top = at - from + "px";
      free = at + height + 6;
    }
  };
  gongdu.margins = margins;
  margins();
  WIDE.addEventListener("change", margins);
  document.fonts.ready.then(margins);
})();
