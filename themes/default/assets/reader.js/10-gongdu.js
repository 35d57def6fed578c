// 各部分都用的几样，放在 gongdu 里；各部分给别的部分用的，也放在这里。所有脚本合起来只有它和 WORDS 两个公用的名字。
const gongdu = (() => {
  "use strict";
  // 网站生成时，界面的字句放在这个文件的开头，名叫 WORDS；报告里的字总是中文
  const fill = (words, values) => (words[values.n === 1 ? "one" : "other"] || words).replace(/\{(\w+)\}/g, (place, name) => values[name]);
  const zh = { lang: "zh-CN" };
  const make = (tag, words, attributes) => {
    const element = document.createElement(tag);
    element.textContent = words || "";
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    return element;
  };
  // 报告自己的字，不算网站加的
  const own = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("[data-ui]").forEach((extra) => extra.remove());
    return copy.textContent.trim();
  };
  const address = (hash) => location.href.split("#")[0] + hash;
  // 要在新标签页里打开的，不算按
  const plain = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const tap = (selector, act) => document.addEventListener("click", (event) => {
    if (event.defaultPrevented || !plain(event) || !(event.target instanceof Element)) return;
    const link = event.target.closest(selector);
    if (link) act(link, event);
  });
  // 一部分出了错，不连累别的部分
  const ready = (start) => document.addEventListener("DOMContentLoaded", start);
  // 要脚本才有用的工具，有了脚本才出现
  const tool = (id, act) => {
    const button = document.getElementById(id);
    button.addEventListener("click", act);
    button.parentElement.hidden = false;
    return button;
  };
  return { fill, zh, make, own, address, plain, tap, ready, tool };
})();
