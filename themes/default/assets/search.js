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
  // 繁体字对应的简体字：各份报告只带自己的字用得着的
  const simple = new Map();
  const learn = (pairs) => { const signs = [...pairs]; for (let at = 0; at < signs.length; at += 2) simple.set(signs[at], signs[at + 1]); };
  gongdu.search = (id, pages, pairs, targets) => {
    learn(pairs);
    pages.targets = new Set(targets);
    books.set(id, pages);
    const ready = waiting.get(id);
    if (ready) ready();
  };
  const load = (id, source) => new Promise((ready) => {
    if (books.has(id)) return ready();
    waiting.set(id, ready);
    const script = make("script", "", { src: source });
    script.onerror = ready;
    document.head.append(script);
  });

  // 不管全角半角、大小写、繁简、引号的样子和空格。一个字一个字地折，折过的各字都记得原来在哪里
  const folded = (words) => [...words].map((sign) => [...sign.normalize("NFKC").toLowerCase()].map((one) => simple.get(one) || one).join("")
    .replace(/[“”"'‘’「」『』\s]/g, "")).join("");
  const exact = (words) => words;
  // 折过的每个字，原来从哪里到哪里：两个数
  const places = (text, fold) => {
    const found = [];
    let at = 0;
    for (const sign of text) {
      for (let unit = fold(sign).length; unit > 0; unit -= 1) found.push(at, at + sign.length);
      at += sign.length;
    }
    return found;
  };
  // 折过的段落留着，再找时不用重折
  const flats = new Map();
  const flatOf = (whole) => {
    if (!flats.has(whole)) flats.set(whole, { flat: folded(whole) });
    return flats.get(whole);
  };
  // 一段话里找到的各处，从哪里到哪里，照原来的字算
  const within = (whole, wanted, fold) => {
    const own = fold === folded ? flatOf(whole) : { flat: whole };
    const found = [];
    for (let at = own.flat.indexOf(wanted); at >= 0; at = own.flat.indexOf(wanted, at + 1)) {
      own.places = own.places || places(whole, fold);
      found.push([own.places[2 * at], own.places[2 * (at + wanted.length) - 1]]);
    }
    return found;
  };
  // 一句的编号：照段落的编号数；改动过的段落列出各句的编号
  const own = (id, index) => id.map ? id[index + 1] : /p\d+$/.test(id) ? id + "s" + (index + 1) : id;
  // 命中可以跨句，跨到的句子都算，各标各的一截；原样命中的句子记下来，排在前面
  const find = (book, parts, fold, wanted) => {
    const found = [];
    for (const [page, title, leaves] of book) {
      for (const [id, ...sentences] of leaves) {
        const whole = sentences.join("");
        const hits = parts.map((part) => within(whole, part, fold));
        if (hits.some((one) => one.length === 0)) continue;
        const all = [].concat(...hits);
        let start = 0;
        sentences.forEach((text, index) => {
          const end = start + text.length;
          const hit = all.filter(([from, to]) => from < end && to > start);
          if (hit.length) {
            found.push({
              title, text, href: page + "#" + own(id, index),
              ranges: hit.map(([from, to]) => [Math.max(from - start, 0), Math.min(to, end) - start]),
              exact: hit.some(([from, to]) => whole.slice(from, to) === wanted),
            });
          }
          start = end;
        });
      }
    }
    return found;
  };

  // 报告里没有这些字，或者只有一两句，才取日常说法的字词表，照它另找，列在后面
  const FEW = 3;
  let everyday;
  gongdu.everyday = (table) => { everyday = table; learn(table.script); waiting.get("everyday")(); };
  // 人们打的字在报告里怎样写：表里的一行；没有的，去掉地名末尾的镇、街道、村
  const meant = (wanted, isNowhere) => {
    if (!everyday) return null;
    const name = Object.keys(everyday.rows).find((one) => folded(one) === folded(wanted));
    if (name) return everyday.rows[name];
    const end = isNowhere && everyday.endings.find((one) => wanted.endsWith(one) && wanted.length > one.length + 1);
    return end ? [[wanted.slice(0, -end.length)], []] : null;
  };
  // 今年的目标在前，再看对上几个字词。不是这个意思的词先去掉，别的字的位置不变
  const without = (text, not) => not.reduce((left, phrase) => left.split(phrase).join("\0".repeat(phrase.length)), text);
  const findMeant = (book, [words, not]) => {
    const found = [];
    for (const [page, title, leaves] of book) {
      for (const [id, ...sentences] of leaves) {
        if (own(id, 0) === id) continue;
        sentences.forEach((text, index) => {
          const left = without(text, not);
          const hits = words.filter((word) => left.includes(word));
          if (hits[0] && !everyday.left_out.some((thanks) => text.includes(thanks))) {
            const ranges = [].concat(...hits.map((word) => within(left, word, exact)));
            found.push({ title, text, hits, ranges, href: page + "#" + own(id, index), target: book.targets.has(own(id, index)) });
          }
        });
      }
    }
    return found;
  };

  // 标出命中的字，叠着的连成一处
  const marked = (text, ranges) => {
    const link = make("a");
    let done = 0;
    const sorted = ranges.slice().sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    for (let at = 0; at < sorted.length; at += 1) {
      const start = sorted[at][0];
      let end = sorted[at][1];
      while (at + 1 < sorted.length && sorted[at + 1][0] < end) { at += 1; end = Math.max(end, sorted[at][1]); }
      link.append(text.slice(done, start), make("mark", text.slice(start, end)));
      done = end;
    }
    link.append(text.slice(done));
    return link;
  };

  const show = (found) => {
    list.replaceChildren();
    const add = (some) => {
      for (const { title, text, href, ranges } of some) {
        const item = make("li");
        const link = marked(text, ranges);
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
    try { history.replaceState(null, "", address); } catch {}
    const index = document.querySelector(".without-search");
    if (!wanted) { list.replaceChildren(); count.textContent = ""; index.hidden = false; return; }
    const sources = [...document.querySelectorAll("[data-search]")].filter((one) => !scope || !scope.value || one.dataset.report === scope.value);
    count.textContent = say.wait;
    await Promise.all(sources.map((one) => load(one.dataset.report, one.dataset.search)));
    if (own !== latest) return;
    const lost = sources.filter((one) => !books.has(one.dataset.report)).length;
    const everywhere = (findIn) => sources.flatMap((one) => findIn(books.get(one.dataset.report) || [])
      .map((hit) => ({ ...hit, href: one.dataset.root + hit.href, title: sources.length > 1 ? one.textContent + " · " + hit.title : hit.title })));
    // 整句先找，再找各个词都有的段；只有引号或空格的，照原样找
    const whole = folded(wanted);
    const fold = whole ? folded : exact;
    const words = wanted.split(/\s+/).map(fold).filter(Boolean);
    let found = everywhere((book) => find(book, [whole || wanted], fold, wanted));
    // 分开写的几个词，连着的在前；单个的字和符号（6.5 %）多半是多打了空格，连着的找不到才分开找
    if (words.length > 1 && (!found.length || words.every((word) => word.length > 1))) {
      const listed = new Set(found.map((one) => one.href));
      found = found.concat(everywhere((book) => find(book, words, fold, wanted)).filter((one) => !listed.has(one.href)));
    }
    found.sort((a, b) => b.exact - a.exact);
    let instead = "";
    if (found.length < FEW) {
      if (!everyday) await load("everyday", form.dataset.src);
      if (own !== latest) return;
      const row = meant(wanted, !found.length);
      const listed = new Set(found.map((one) => one.href));
      const more = row ? everywhere((book) => findMeant(book, row)).filter((one) => !listed.has(one.href)) : [];
      more.sort((a, b) => b.target - a.target || b.hits.length - a.hits.length);
      if (more.length) {
        const said = [...new Set([].concat(...more.map((one) => one.hits)))].sort((a, b) => b.length - a.length);
        instead = (found.length ? say.also : say.instead).replace("{words}", said.join("、")).replace("{query}", wanted) + " ";
        found = found.concat(more);
      }
    }
    index.hidden = !!found.length;
    const counted = !found.length ? say.none : (found.length > 1 ? say.many : say.one).replace("{n}", found.length);
    count.textContent = instead + (lost ? (found.length ? counted + " " : "") + say.lost : counted);
    show(found);
  };

  const asked = new URL(location.href).searchParams;
  field.value = asked.get("q") || "";
  if (scope && asked.get("in")) scope.value = asked.get("in");
  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  // 输入法还没选定字，不找也不说
  form.addEventListener("input", (event) => { if (!event.isComposing) search(); });
  form.addEventListener("compositionend", search);
  // 不会弹出键盘的，光标先放好
  if (!field.value && matchMedia("(hover: hover) and (pointer: fine)").matches) field.focus({ preventScroll: true });
  if (field.value) search();
})();
