// 宽屏：窗口够宽，才取来在空白处写名词和数字的脚本 margin.js。
(() => {
  "use strict";
  const { make, ready } = gongdu;
  const WIDE = matchMedia("(min-width: 80rem)");
  const source = document.currentScript.dataset.margin;
  const load = () => {
    if (!WIDE.matches) return;
    WIDE.removeEventListener("change", load);
    document.head.append(make("script", "", { src: source }));
  };
  ready(() => {
    WIDE.addEventListener("change", load);
    load();
  });
})();
