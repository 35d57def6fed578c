// 点段落记号复制链接。没有脚本，它就是链接。
(() => {
  "use strict";
  const { fill, tap, copy, say, share } = gongdu;
  tap("a.anchor", (link, event) => {
    event.preventDefault();
    const part = share.part(link.closest("[id]"));
    share.choose(part);
    copy(part.url).then(() => {
      history.replaceState(null, "", link.hash);
      say(fill(WORDS.copied_link, { what: part.title }));
    }, () => { location.hash = link.hash; });
  });
})();
