// 分享：本页，或刚点过、选过的段落、句子、数字。写按钮、画图片的脚本 share.js，要分享时才取；没有脚本时，分享是通到页末的链接。
(() => {
  "use strict";
  const { make, own, address, plain, ready } = gongdu;
  const source = document.currentScript.dataset.share;
  const page = { title: document.title, url: address("") };
  let chosen = null;
  // 要分享的是页上的一部分
  const choose = (part) => { chosen = part; };
  const part = (element) => {
    const words = own(element);
    // 一句的链接带上开头几个字，认得的浏览器标出来；编号才是根据
    const text = element.matches(".s") ? ":~:text=" + encodeURIComponent(words.slice(0, 9)).replace(/-/g, "%2D") : "";
    return { element, title: words.length > 24 ? words.slice(0, 24) + "…" : words, url: page.url + "#" + element.id + text };
  };
  const share = gongdu.share = { page, choose, part, shared: () => chosen || page };

  // 不认得这种链接的浏览器，只留编号
  const [hash, text] = location.hash.split(":~:");
  if (text) location.replace(hash);

  ready(() => {
    const block = document.getElementById("share");
    if (!block) return;
    const known = block.querySelector(".share-address a");
    if (known) page.url = known.href;
    // 网址指着的一段、一句；这时浏览器还不一定落到了那里，不问 :target
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.matches("main p, main .s, main .fig")) choose(part(target));
    // 选了一句里的字，就是要这一句
    document.addEventListener("selectionchange", () => {
      const { isCollapsed, anchorNode } = getSelection();
      if (isCollapsed) return;
      const sentence = (anchorNode.closest ? anchorNode : anchorNode.parentElement).closest("main .s[id]");
      if (sentence) choose(part(sentence));
    });
    let loading = null;
    const load = () => loading = loading || new Promise((done, failed) => {
      const script = make("script", "", { src: source });
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
    const link = document.getElementById("to-share");
    if (block.showPopover) {
      link.setAttribute("role", "button");
      const press = (event) => {
        if (event.type === "click" ? !plain(event) : event.key !== " ") return;
        event.preventDefault();
        load().then(() => share.open(link), () => { location.hash = "share"; });
      };
      link.addEventListener("click", press);
      link.addEventListener("keydown", press);
    }
    new IntersectionObserver((entries, watch) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      load().catch(() => {});
    }).observe(block);
  });
})();
