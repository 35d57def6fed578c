// 就地打开一张纸，合上后回到打开它的链接；点名词打开的是它的解释。没有脚本，名词通往名词解释。
(() => {
  "use strict";
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
  gongdu.open = open;
  gongdu.tap("a.term[href]", (link, event) => {
    const sheet = link.showPopover && document.getElementById("d-" + link.dataset.term);
    if (!sheet) return;
    event.preventDefault();
    open(link, sheet);
  });
})();
