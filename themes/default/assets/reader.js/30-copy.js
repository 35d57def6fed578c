// 复制，并说一声。
(() => {
  "use strict";
  const { make } = gongdu;
  const status = make("p", "", { class: "toast", role: "status" });
  gongdu.ready(() => document.body.append(status));
  // 点开的纸在最上面一层：话要说在它上面
  const raise = (shown) => {
    if (!status.showPopover) return;
    status.popover = "manual";
    if (status.matches(":popover-open")) status.hidePopover();
    if (shown) status.showPopover();
  };
  let timer = 0;
  gongdu.say = (words) => {
    status.textContent = words;
    raise(true);
    clearTimeout(timer);
    // 话长，就多留一会
    timer = setTimeout(() => { status.textContent = ""; raise(false); }, 2000 + 80 * words.length);
  };
  // 没有剪贴板的（旧浏览器，不是 https 的网址），选中一格里的字来复制
  const bySelection = (text) => {
    const had = document.activeElement;
    const field = make("textarea", text, { class: "skip", readonly: "" });
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    had.focus({ preventScroll: true });
    return done ? Promise.resolve() : Promise.reject();
  };
  gongdu.copy = (text) => navigator.clipboard ? navigator.clipboard.writeText(text).catch(() => bySelection(text)) : bySelection(text);
})();
