// 复制，并说一声。
(() => {
  "use strict";
  const { make } = gongdu;
  const status = make("p", "", { class: "toast", role: "status" });
  gongdu.ready(() => document.body.append(status));
  let timer = 0;
  gongdu.say = (words) => {
    status.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = ""; }, 2600);
  };
  gongdu.copy = (text) => navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
})();
