// 宽屏：本段的名词和数字写在右边空白处，写得下多少写多少。
(() => {
  "use strict";
  const { zh, make, ready } = gongdu;
  const WIDE = matchMedia("(min-width: 80rem)");
  const annotate = (paragraph) => {
    const room = paragraph.clientHeight;
    const notes = make("span", "", { class: "margin", "aria-hidden": "true", "data-ui": "" });
    const add = (name, words, kind) => {
      const note = make("span", "", { class: kind });
      note.append(make("b", name, zh), " ", make("span", words, zh));
      notes.append(note);
      if (notes.offsetHeight > room) note.remove();
    };
    paragraph.append(notes);
    const seen = new Set();
    for (const link of paragraph.querySelectorAll("a.term, a.fig")) {
      const term = link.dataset.term;
      if (term && !seen.has(term)) add(link.textContent, document.querySelector("#d-" + term + " .d-text").textContent.trim(), "m-term");
      else if (!term) add(link.textContent, link.dataset.of, "m-fig");
      seen.add(term);
    }
    if (!notes.firstChild) notes.remove();
  };
  const margins = () => {
    document.querySelectorAll(".margin").forEach((notes) => notes.remove());
    if (WIDE.matches && !("large" in document.documentElement.dataset)) document.querySelectorAll(".section .text > p[id]").forEach(annotate);
  };
  ready(() => {
    margins();
    WIDE.addEventListener("change", margins);
    document.fonts?.ready.then(margins);
  });
})();
