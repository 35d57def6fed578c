// 齐尾：放不下的数转到下一行，前一行的字会拉开。一段里没有一行拉得看得出来，这一段才齐尾。快读到时才量；已经在眼前的不动。
(() => {
  "use strict";
  // 一行最多拉开几分之几
  const MOST = 0.07;
  const isEven = (paragraph) => {
    const { left, top, width } = paragraph.getBoundingClientRect();
    const height = parseFloat(getComputedStyle(paragraph).lineHeight);
    const words = document.createRange();
    words.selectNodeContents(paragraph);
    // 段落的记号和空白处的字不在行里
    const anchor = paragraph.querySelector(".anchor");
    if (anchor) words.setEndBefore(anchor);
    const ends = [];
    for (const box of words.getClientRects()) {
      const line = Math.floor(((box.top + box.bottom) / 2 - top) / height);
      ends[line] = Math.max(ends[line] || 0, box.right - left);
    }
    return ends.slice(0, -1).every((end) => width - end < end * MOST);
  };
  const set = (paragraph) => {
    paragraph.classList.remove("even");
    paragraph.classList.add("uneven");
    if (isEven(paragraph)) paragraph.classList.replace("uneven", "even");
  };
  gongdu.ready(() => {
    const paragraphs = document.querySelectorAll(".text p");
    const near = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        set(target);
      }
    }, { rootMargin: "100%" });
    let before = "";
    // 栏宽或字的大小变了，全部重来
    new ResizeObserver(([{ contentRect }]) => {
      const now = contentRect.width + " " + getComputedStyle(document.documentElement).fontSize;
      if (now === before) return;
      const painted = !before && performance.getEntriesByName("first-contentful-paint").length > 0;
      before = now;
      for (const paragraph of paragraphs) {
        const { top, bottom } = paragraph.getBoundingClientRect();
        if (top > innerHeight || bottom < 0) near.observe(paragraph);
        else if (!painted) set(paragraph);
      }
    }).observe(document.getElementById("main"));
  });
})();
