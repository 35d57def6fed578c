// 文中的记号：全部、只留名词、都不显示。不显示的就是普通的字，键盘不停，读屏软件也不念成链接。选了什么记在这台设备上；没选过的，长者版只留名词。
(() => {
  "use strict";
  const { ready, tool, kept, say } = gongdu;
  const root = document.documentElement;
  const WAYS = ["all", "terms", "none"];
  const wanted = () => {
    const chosen = kept.get("marks");
    return WAYS.includes(chosen) ? chosen : "large" in root.dataset ? "terms" : "all";
  };
  // 没有 href 的链接不是链接；地址放在一旁，换回来时还在
  const hide = (link) => {
    link.dataset.href = link.getAttribute("href");
    link.removeAttribute("href");
  };
  const bring = (link) => link.setAttribute("href", link.dataset.href);
  const shown = { figures: true, terms: true };
  const show = (selector, kind, wanted) => {
    if (shown[kind] === wanted) return;
    shown[kind] = wanted;
    document.querySelectorAll(selector).forEach(wanted ? bring : hide);
  };
  let now = "all";
  const apply = () => {
    const way = wanted();
    if (way === now) return;
    root.dataset.marks = now = way;
    show("main a.fig, main a.to-chart", "figures", way === "all");
    show("main a.term, main .mark a", "terms", way !== "none");
    if (gongdu.margins) gongdu.margins();
  };
  ready(() => {
    if (!document.getElementById("to-marks")) return;
    apply();
    // 长者版开了或关了
    new MutationObserver(apply).observe(root, { attributes: true, attributeFilter: ["data-large"] });
    tool("to-marks", () => {
      kept.set("marks", WAYS[(WAYS.indexOf(now) + 1) % WAYS.length]);
      apply();
      say([WORDS.marks_all, WORDS.marks_terms, WORDS.marks_none][WAYS.indexOf(now)]);
    });
  });
})();
