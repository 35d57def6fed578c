// 记在这台设备上的事：长者版、字号、读到哪里。存不了就不存。
(() => {
  "use strict";
  const root = document.documentElement;
  const kept = {
    get: (key) => { try { return localStorage.getItem("gongdu:" + key); } catch { return null; } },
    // 私密浏览时存不了，就不存
    set: (key, value) => { try { value === null ? localStorage.removeItem("gongdu:" + key) : localStorage.setItem("gongdu:" + key, value); } catch {} },
  };
  if (kept.get("large")) root.dataset.large = "";
  if (kept.get("size")) root.dataset.size = kept.get("size");
  gongdu.kept = kept;
})();
