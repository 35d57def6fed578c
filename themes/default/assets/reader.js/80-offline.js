// 离线：站主要求时才有这一段。请浏览器装上替网页存副本的脚本；从磁盘打开的不用。
(() => {
  "use strict";
  const worker = new URL("../sw.js", document.currentScript.src);
  if (navigator.serviceWorker && /^http/.test(worker.protocol)) gongdu.ready(() => navigator.serviceWorker.register(worker).catch(() => {}));
})();
