// 搜索：把一份报告的全部句子取来，一字不差地找。没有脚本时，页上的名词索引和数字索引照样能用。
(() => {
  "use strict";
  const { make } = gongdu;
  const form = document.querySelector(".search-form");
  if (!form) return;
  const field = form.elements.q;
  const scope = form.elements.in;
  const list = document.querySelector(".results");
  const count = document.querySelector(".result-count");
  const say = count.dataset;
  // 一次列出的句数；其余按一下再列
  const FIRST = 100;

  // 每份报告的句子放在一个脚本文件里，这样从磁盘打开也能用
  const books = new Map();
  const waiting = new Map();
  gongdu.search = (id, pages) => {
    books.set(id, pages);
    waiting.get(id)?.();
  };
  const load = (id, source) => new Promise((ready) => {
    if (books.has(id)) return ready();
    waiting.set(id, ready);
    const script = make("script", "", { src: source });
    script.onerror = ready;
    document.head.append(script);
  });

  // 先照原样找；一处也没有，再不管全角半角、大小写和引号的样子
  const exact = (words) => words;
  const folded = (words) => words.normalize("NFKC").toLowerCase().replace(/[“”"'‘’「」『』\s]/g, "");
  // 一段里的各句；命中可以跨句，跨到的句子都算
  const within = (sentences, wanted) => {
    const whole = sentences.join("");
    const hits = new Set();
    for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
      let start = 0;
      sentences.forEach((sentence, index) => {
        const end = start + sentence.length;
        if (start < at + wanted.length && at < end) hits.add(index);
        start = end;
      });
    }
    return hits;
  };
  const find = (book, parts, fold) => {
    const found = [];
    for (const [page, title, leaves] of book) {
      for (const [id, ...sentences] of leaves) {
        const texts = sentences.map(fold);
        const hits = parts.map((part) => within(texts, part));
        if (hits.some((one) => one.size === 0)) continue;
        const all = new Set(hits.flatMap((one) => [...one]));
        for (const index of [...all].sort((a, b) => a - b)) {
          found.push({ title, text: sentences[index], href: page + "#" + (/p\d+$/.test(id) ? id + "s" + (index + 1) : id) });
        }
      }
    }
    return found;
  };

  // 报告里没有这些字，才取日常说法的字词表，照它另找
  let everyday;
  gongdu.everyday = (table) => { everyday = table; waiting.get("everyday")?.(); };
  // 人们打的字在报告里怎样写：表里的一行；没有的，去掉地名末尾的镇、街道、村
  const meant = (wanted) => {
    if (!everyday) return null;
    const name = Object.keys(everyday.rows).find((one) => folded(one) === folded(wanted));
    if (name) return everyday.rows[name];
    const end = everyday.endings.find((one) => wanted.endsWith(one) && wanted.length > one.length + 1);
    return end ? [[wanted.slice(0, -end.length)], []] : null;
  };
  // 不是这个意思的词先去掉，别的字的位置不变
  const without = (text, not) => not.reduce((left, phrase) => left.split(phrase).join("\0".repeat(phrase.length)), text);
  const findMeant = (book, [words, not]) => {
    const found = [];
    for (const [page, title, leaves] of book) {
      for (const [id, ...sentences] of leaves) {
        if (!/p\d+$/.test(id)) continue;
        sentences.forEach((text, index) => {
          const left = without(text, not);
          const hits = words.filter((word) => left.includes(word));
          if (hits.length && !everyday.left_out.some((thanks) => text.includes(thanks))) {
            found.push({ title, text, hits, href: page + "#" + id + "s" + (index + 1) });
          }
        });
      }
    }
    return found;
  };

  // 标出命中的字；找的时候折过的，折过的每个字都记着原来在哪里
  const marked = (text, parts, fold, not) => {
    let flat = "";
    const places = [];
    [...text].reduce((at, sign) => {
      for (const folded of fold(sign)) {
        flat += folded;
        for (let unit = 0; unit < folded.length; unit += 1) places.push([at, at + sign.length]);
      }
      return at + sign.length;
    }, 0);
    flat = without(flat, not);
    const link = make("a");
    let at = 0;
    let done = 0;
    for (;;) {
      const next = parts.map((part) => [flat.indexOf(part, at), part]).filter(([where]) => where >= 0).sort((a, b) => a[0] - b[0])[0];
      if (!next) break;
      at = next[0] + next[1].length;
      const [start, end] = [places[next[0]][0], places[at - 1][1]];
      link.append(text.slice(done, start), make("mark", text.slice(start, end)));
      done = end;
    }
    link.append(text.slice(done));
    return link;
  };

  const show = (found, parts, fold, not = []) => {
    list.replaceChildren();
    const add = (some) => {
      for (const { title, text, href } of some) {
        const item = make("li");
        const link = marked(text, parts, fold, not);
        link.href = href;
        item.append(link, make("span", title, { class: "quiet" }));
        list.append(item);
      }
    };
    add(found.slice(0, FIRST));
    if (found.length <= FIRST) return;
    const rest = make("button", say.rest.replace("{n}", found.length - FIRST), { type: "button" });
    rest.addEventListener("click", () => { rest.parentElement.remove(); add(found.slice(FIRST)); });
    const item = make("li");
    item.append(rest);
    list.append(item);
  };

  let latest = 0;
  const search = async () => {
    const own = latest += 1;
    const wanted = field.value.trim();
    const address = new URL(location.href);
    wanted ? address.searchParams.set("q", wanted) : address.searchParams.delete("q");
    if (scope) scope.value ? address.searchParams.set("in", scope.value) : address.searchParams.delete("in");
    // 从磁盘打开的页面不许改地址
    try { history.replaceState(null, "", address); } catch { /* file:// */ }
    const index = document.querySelector(".without-search");
    if (!wanted) { list.replaceChildren(); count.textContent = ""; index.hidden = false; return; }
    const sources = [...document.querySelectorAll("[data-search]")].filter((one) => !scope || !scope.value || one.dataset.report === scope.value);
    count.textContent = say.wait;
    await Promise.all(sources.map((one) => load(one.dataset.report, one.dataset.search)));
    if (own !== latest) return;
    const lost = sources.filter((one) => !books.has(one.dataset.report)).length;
    const everywhere = (findIn) => sources.flatMap((one) => findIn(books.get(one.dataset.report) || [])
      .map((hit) => ({ ...hit, href: one.dataset.root + hit.href, title: sources.length > 1 ? one.textContent + " · " + hit.title : hit.title })));
    const words = wanted.split(/\s+/);
    const tries = [[[wanted], exact], [words, exact], [[folded(wanted)], folded], [words.map(folded), folded]];
    let parts, fold, found = [];
    for (const [some, as] of tries) {
      [parts, fold] = [some.filter(Boolean), as];
      found = parts.length ? everywhere((book) => find(book, parts, fold)) : [];
      if (found.length) break;
    }
    let not = [], instead = "";
    if (!found.length) {
      if (!everyday) await load("everyday", form.dataset.src);
      if (own !== latest) return;
      const row = meant(wanted);
      if (row) found = everywhere((book) => findMeant(book, row)).sort((a, b) => b.hits.length - a.hits.length);
      if (found.length) {
        // 长的先标：同一处有两个，标长的
        parts = [...new Set(found.flatMap((one) => one.hits))].sort((a, b) => b.length - a.length);
        [fold, not] = [exact, row[1]];
        instead = say.instead.replace("{words}", parts.join("、")).replace("{query}", wanted) + " ";
      }
    }
    index.hidden = found.length > 0;
    const counted = found.length === 0 ? say.none : (found.length === 1 ? say.one : say.many).replace("{n}", found.length);
    count.textContent = instead + (lost ? (found.length ? counted + " " : "") + say.lost : counted);
    show(found, parts, fold, not);
  };

  const asked = new URL(location.href).searchParams;
  field.value = asked.get("q") || "";
  if (scope && asked.get("in")) scope.value = asked.get("in");
  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  form.addEventListener("input", search);
  if (field.value) search();
})();
