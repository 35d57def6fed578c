// 接着上次读：记下读到的段落，在目录后面给一个链接。
(() => {
  "use strict";
  const { zh, make, address, ready, kept } = gongdu;
  const note = (key) => {
    const paragraphs = [...document.querySelectorAll(".section .text > p[id]")];
    if (!paragraphs.length) return;
    let waiting = 0;
    addEventListener("scroll", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const here = paragraphs.find((one) => one.getBoundingClientRect().bottom > 80);
        if (here && scrollY > 200) kept.set(key, JSON.stringify({ url: address("#" + here.id), title: document.querySelector("h1").textContent }));
      }, 400);
    }, { passive: true });
  };
  const offer = (key) => {
    const contents = document.getElementById("contents");
    if (!contents) return;
    // 记的也许是别的东西
    try {
      const last = JSON.parse(kept.get(key));
      if (!last || new URL(last.url).origin !== location.origin) return;
      const line = make("p", WORDS.last_read, { class: "resume", "data-ui": "" });
      line.append(make("a", last.title, { ...zh, href: last.url }));
      contents.after(line);
    } catch {}
  };
  ready(() => {
    const report = document.querySelector(".report-title");
    if (!report) return;
    const key = "at:" + new URL(report.href).pathname;
    note(key);
    offer(key);
  });
})();
