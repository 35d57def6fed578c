// 点名词就地打开解释；点段落记号复制链接。没有这个脚本，两者都是普通链接。
(() => {
  "use strict";
  const plain = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  let source = null;
  const open = (term, definition) => {
    if (definition.matches(":popover-open")) {
      definition.hidePopover();
      if (source === term) return;
    }
    source = term;
    definition.showPopover({ source: term });
    definition.focus();
    term.setAttribute("aria-expanded", "true");
  };

  document.addEventListener("toggle", (event) => {
    if (!event.target.matches(".definition") || event.newState !== "closed" || !source) return;
    source.removeAttribute("aria-expanded");
    const lost = document.activeElement === document.body || event.target.contains(document.activeElement);
    if (lost) source.focus({ preventScroll: true });
    source = null;
  }, true);

  const status = document.createElement("p");
  status.className = "toast";
  status.setAttribute("role", "status");
  document.addEventListener("DOMContentLoaded", () => document.body.append(status));
  let timer = 0;
  const say = (words) => {
    status.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = ""; }, 2600);
  };

  const copy = (anchor) => navigator.clipboard.writeText(anchor.href).then(() => {
    history.replaceState(null, "", anchor.hash);
    say("已复制链接 " + anchor.hash);
  }, () => { location.hash = anchor.hash; });

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || !plain(event) || !(event.target instanceof Element)) return;
    const term = event.target.closest("a.term");
    const definition = term && document.getElementById("d-" + term.dataset.term);
    if (definition && definition.showPopover) {
      event.preventDefault();
      open(term, definition);
      return;
    }
    const anchor = event.target.closest("a.anchor");
    if (anchor && navigator.clipboard) {
      event.preventDefault();
      copy(anchor);
    }
  });
})();
