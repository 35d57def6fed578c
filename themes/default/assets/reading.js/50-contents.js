// 目录：从底栏打开；宽屏上在一旁，放不下时自己滚动，键盘也能滚；全文页上随读到的地方走。
(() => {
  "use strict";
  const { plain, ready } = gongdu;
  const WIDE = matchMedia("(min-width: 64rem)");
  // 只滚目录自己，不动正文
  const show = (side, link) => {
    if (side.scrollHeight > side.clientHeight) side.scrollTop = link.offsetTop - side.clientHeight / 2;
  };
  ready(() => {
    const link = document.getElementById("to-contents");
    const fold = document.querySelector(".contents-fold");
    if (!fold) return;
    const side = fold.parentElement;
    const beside = () => {
      // 不能把折着的目录摊在一旁的浏览器，打开它
      if (WIDE.matches && !CSS.supports("selector(::details-content)")) fold.open = true;
      const scrolls = WIDE.matches && side.scrollHeight > side.clientHeight;
      scrolls ? side.setAttribute("tabindex", "0") : side.removeAttribute("tabindex");
      const current = side.querySelector("[aria-current]");
      if (scrolls && current) show(side, current);
    };
    beside();
    WIDE.addEventListener("change", beside);
    if (link) link.addEventListener("click", (event) => {
      if (!plain(event) || WIDE.matches) return;
      event.preventDefault();
      fold.open = true;
      fold.firstElementChild.focus();
      fold.scrollIntoView();
    });
  });
  ready(() => {
    const links = new Map([...document.querySelectorAll(".full .side .contents a")].map((link) => [link.hash.slice(1), link]));
    if (!links.size) return;
    let current = null;
    const watch = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const link = links.get(target.id);
        if (!isIntersecting || !link || link === current) continue;
        if (current) current.removeAttribute("aria-current");
        current = link;
        link.setAttribute("aria-current", "location");
        show(link.closest(".side"), link);
      }
    }, { rootMargin: "0px 0px -75%" });
    for (const id of links.keys()) watch.observe(document.getElementById(id));
  });
})();
