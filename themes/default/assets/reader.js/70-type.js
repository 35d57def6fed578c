// 长者版和字号。没有脚本，长者版是通往 #large 的链接。
(() => {
  "use strict";
  const { ready, tool, kept, say } = gongdu;
  const root = document.documentElement;
  const large = () => {
    const link = document.getElementById("to-large");
    const press = () => link.setAttribute("aria-pressed", String("large" in root.dataset));
    link.setAttribute("role", "button");
    press();
    const toggle = (event) => {
      event.preventDefault();
      if ("large" in root.dataset) delete root.dataset.large; else root.dataset.large = "";
      kept.set("large", "large" in root.dataset ? "1" : null);
      press();
    };
    link.addEventListener("click", toggle);
    link.addEventListener("keydown", (event) => { if (event.key === " ") toggle(event); });
  };
  const size = () => tool("to-size", () => {
    const size = (Number(root.dataset.size || 0) + 1) % 3;
    root.dataset.size = size;
    kept.set("size", size || null);
    say([WORDS.size_normal, WORDS.size_large, WORDS.size_larger][size]);
  });
  ready(large);
  ready(size);
})();
