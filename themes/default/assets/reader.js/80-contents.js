// 目录：从底栏打开；全文页上随读到的地方走。
(() => {
  "use strict";
  const { plain, ready } = gongdu;
  ready(() => {
    const link = document.getElementById("to-contents");
    const fold = document.querySelector(".contents-fold");
    if (link && fold) link.addEventListener("click", (event) => {
      if (!plain(event) || fold.firstElementChild.offsetParent === null) return;
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
        current?.removeAttribute("aria-current");
        current = link;
        link.setAttribute("aria-current", "location");
        // 只滚目录自己，不动正文
        const side = link.closest(".side");
        if (side.scrollHeight > side.clientHeight) side.scrollTop = link.offsetTop - side.clientHeight / 2;
      }
    }, { rootMargin: "0px 0px -75%" });
    for (const id of links.keys()) watch.observe(document.getElementById(id));
  });
})();
