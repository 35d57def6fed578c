// 往下读，底栏退开；往上滚、读到末尾、焦点在栏里，它就在。
(() => {
  "use strict";
  const root = document.documentElement;
  gongdu.ready(() => {
    if (!document.getElementById("to-marks")) return;
    let last = scrollY;
    addEventListener("scroll", () => {
      const by = scrollY - last;
      // 手指轻轻一抖不算
      if (Math.abs(by) < 16) return;
      last = scrollY;
      // 跳到别处不是读；朗读时栏在朗读的按钮下面
      const reads = by > 0 && by < innerHeight && innerHeight + scrollY < root.scrollHeight - 80;
      root.toggleAttribute("data-away", reads && !document.querySelector(".reading-on"));
    }, { passive: true });
  });
})();
