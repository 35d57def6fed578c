// 分享：本页，或刚点过的段落、数字。没有脚本时，分享是通到页末的链接。
(() => {
  "use strict";
  const { fill, make, own, address, plain, ready, copy, say, open } = gongdu;
  const page = { title: document.title, url: address("") };
  let chosen = null;
  const shared = () => chosen || page;
  // 要分享的是页上的一部分
  const choose = (part) => { chosen = part; };
  const part = (element) => {
    const words = own(element);
    // 一句的链接带上开头几个字，认得的浏览器标出来；编号才是根据
    const text = element.matches(".s") ? ":~:text=" + encodeURIComponent(words.slice(0, 9)).replace(/-/g, "%2D") : "";
    return { title: words.length > 24 ? words.slice(0, 24) + "…" : words, url: page.url + "#" + element.id + text };
  };
  gongdu.share = { page, choose, part };

  // 发送、复制的按钮；没有脚本就没有它们
  const buttons = (block, show) => {
    const ways = make("p", "", { class: "share-ways" });
    const way = (name, act, of) => {
      const button = make("button", name, { type: "button", class: of || "" });
      button.addEventListener("click", act);
      ways.append(button);
    };
    const pass = (words, done) => copy(words).then(() => say(done), () => say(words));
    if (navigator.share) way(WORDS.send, () => navigator.share(shared()).catch(() => {}));
    way(WORDS.copy_link, () => pass(shared().url, fill(WORDS.copied_link, { link: shared().url })));
    const citation = block.querySelector(".citation");
    if (citation) way(WORDS.copy_citation, () => {
      const filled = citation.cloneNode(true);
      // 瑞典人写日期的样子正是标准要的：2026-11-26
      filled.querySelector(".cite-day").textContent = new Date().toLocaleDateString("sv");
      filled.querySelector(".cite-address").textContent = shared().place || shared().url;
      pass(filled.textContent, WORDS.copied_citation);
    });
    way(WORDS.whole_page, () => { choose(null); show(); }, "share-whole");
    way(WORDS.close, () => block.hidePopover(), "share-close");
    return ways;
  };

  // 从底栏打开时，页末的一块成了一张纸；合上就放回去
  const asSheet = (block, show) => {
    const link = document.getElementById("to-share");
    link.setAttribute("role", "button");
    const press = (event) => {
      if (event.type === "click" ? !plain(event) : event.key !== " ") return;
      event.preventDefault();
      show();
      block.popover = "auto";
      block.classList.add("definition");
      block.setAttribute("role", "dialog");
      open(link, block);
    };
    link.addEventListener("click", press);
    link.addEventListener("keydown", press);
    block.addEventListener("toggle", (event) => {
      if (event.newState !== "closed") return;
      for (const name of ["popover", "role"]) block.removeAttribute(name);
      block.classList.remove("definition", "of-part");
    });
  };

  // 不认得这种链接的浏览器，只留编号
  const [hash, text] = location.hash.split(":~:");
  if (text) location.replace(hash);

  ready(() => {
    const block = document.getElementById("share");
    if (!block) return;
    const known = block.querySelector(".share-address a");
    if (known) page.url = known.href;
    const what = make("p", "", { class: "share-what" });
    const show = () => {
      what.textContent = shared().title;
      if (known) known.textContent = known.href = shared().url;
      block.classList.toggle("of-part", Boolean(chosen));
    };
    block.querySelector("h2").after(what, buttons(block, show));
    const target = document.querySelector("main p:target, main .s:target, main .fig:target");
    if (target) choose(part(target));
    if (block.showPopover) asSheet(block, show);
  });
})();
