// 搜索：把报告的句子取来，一字不差地找。报告多了，哪几份可能有这些字，在 holders.js 里；找不到的怎样另找，在 otherwise.js 里，用到才取。
// 没有脚本时，页上的名词索引和数字索引照样能用。
(() => {
  "use strict";
  const { make } = gongdu;
  const form = document.querySelector(".search-form");
  if (!form) return;
  const { dataset, elements } = form;
  const field = elements.q;
  const list = document.querySelector(".results");
  const count = document.querySelector(".result-count");
  const index = document.querySelector(".without-search");
  const say = count.dataset;
  const all = [...document.querySelectorAll("[data-search]")];
  // 一次列出的句数；一次取来的句子，千字节。其余的按一下再列、再查
  const FIRST = 100;
  const ROOM = 50;
  // 找到的不到这么多句，就另找，列在后面
  const FEW = 3;

  // 取来的都是脚本，这样从磁盘打开也能用；来了的记在 come 里，没来的下次再取
  const come = new Map();
  const coming = new Map();
  const load = (key, src) => {
    if (!coming.has(key)) {
      coming.set(key, new Promise((done) => {
        const script = make("script", "", { src });
        script.onload = done;
        script.onerror = () => { coming.delete(key); done(); };
        document.head.append(script);
      }));
    }
    return coming.get(key);
  };
  // 页上写明在哪里的；只有一份报告的，没有 holders
  const bring = (name) => dataset[name] && load(name, dataset[name]);

  // 繁体字对应的简体字：各份报告只带自己有的，其余的在 traditional 里
  const simple = new Map();
  let bent;
  const learn = (pairs) => {
    const signs = [...pairs];
    for (let at = 0; at < signs.length; at += 2) simple.set(signs[at], signs[at + 1]);
    bent = 0;
  };
  gongdu.search = (id, pages, pairs, initials, targets) => { learn(pairs); come.set(id, [JSON.parse(unpacked(pages)), initials, new Set(targets)]); };
  gongdu.everyday = (table) => come.set("everyday", table);
  gongdu.traditional = learn;
  learn(dataset.characters);

  // 句子的字，常用的是一个符号，别的是国标码的两个；再别的照写，两头各有一个 \x7f。\x01 是两句之间的 ","
  const OFTEN = "\x01，。、业建和发化的展新全大进实国加设“”工力动推产中一政区人高生民强增持务市体成等制作";
  const SIGNS = "$%&'()*+,-./xyz{|}~XYZ[]^_\x60abcdefghijklmnopq";
  let signs;
  const standard = () => signs = signs || new TextDecoder("gbk").decode(Uint8Array.from({ length: 55 * 188 }, (_, at) => 161 + (at % 2 ? (at >> 1) % 94 : at / 188)));
  const sign = (code) => (code[1] ? signs[94 * code.charCodeAt(0) + code.charCodeAt(1) - 33 * 95] : OFTEN[SIGNS.indexOf(code)]);
  const unpacked = (text) => {
    standard();
    return text.split("\x7f").map((run, at) => (at % 2 ? run : run.replace(/[!#0-W].|./g, sign))).join("").split("\x01").join('","');
  };

  // 不管全角半角、大小写、繁简、引号的样子和空格。一个字一个字地折，折过的各字都记得原来在哪里
  const folded = (words) => {
    // 多数字怎样折都是自己，不用一个个看
    bent = bent || new RegExp("[^\\u4e00-\\u9fffa-z\\d.%、。]|[" + [...simple.keys()].join("") + "]", "gu");
    return words.replace(bent, (sign) => [...sign.normalize("NFKC").toLowerCase()].map((one) => simple.get(one) || one).join("")
      .replace(/[“”"'‘’「」『』\s]/g, ""));
  };
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
    for (let at = -1; (at = own.flat.indexOf(wanted, at + 1)) >= 0;) {
      own.places = own.places || places(whole, fold);
      found.push([own.places[2 * at], own.places[2 * (at + wanted.length) - 1]]);
    }
    return found;
  };
  // 一句的编号：照段落的编号数；改动过的段落列出各句的编号
  const own = (id, index) => id.map ? id[index + 1] : /p\d+$/.test(id) ? id + "s" + (index + 1) : id;
  // 命中可以跨句，跨到的句子都算，各标各的一截；原样命中的句子记下来，排在前面
  const find = ([book], parts, fold, wanted) => {
    const found = [];
    for (const [page, title, leaves] of book) {
      for (const [id, ...sentences] of leaves) {
        const whole = sentences.join("");
        const hits = parts.map((part) => within(whole, part, fold));
        if (hits.some((one) => one.length === 0)) continue;
        const all = hits.flat();
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

  const picked = (name) => (elements[name] ? elements[name].value : "");
  // 可能有几组词中的一组的报告，先查的在前
  const holders = async (ways) => {
    await bring("holders");
    return gongdu.holders ? gongdu.holders(ways, all, form, load) : all;
  };
  // 另找要用的；国标里没有的字多半是繁体，才取繁体字的表
  const others = (words) => Promise.all(["otherwise", "everyday", [...words].some((one) => one > "~" && !standard().includes(one)) && "traditional"].map(bring));

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

  const add = (some) => {
    for (const { title, text, href, ranges } of some) {
      const item = make("li");
      const link = marked(text, ranges);
      link.href = href;
      item.append(link, make("span", title, { class: "quiet" }));
      list.append(item);
    }
  };
  const more = (words, n, act) => {
    const item = make("li");
    const button = make("button", words.replace("{n}", n), { type: "button" });
    button.addEventListener("click", () => { item.remove(); act(); });
    item.append(button);
    list.append(item);
    return item;
  };

  let latest = 0;
  const search = async () => {
    const own = latest += 1;
    const wanted = field.value.trim();
    const address = new URL(location.href);
    for (const name of ["q", "in", "year"]) {
      const value = picked(name).trim();
      value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
    }
    // 从磁盘打开的页面不许改地址
    try { history.replaceState(null, "", address); } catch {}
    if (!wanted) { list.replaceChildren(); count.textContent = ""; index.hidden = false; return; }
    count.textContent = say.wait;
    let lost = 0;
    let few = [];

    // 一份一份地找，到了就列；找到了，或者不用再找了，是真
    const look = async (ways, findIn, said = () => "", first = []) => {
      const queue = await holders(ways);
      // 只有一两份可能有的，多半要另找，先取
      if (all[1] && queue.length < FEW) others(wanted);
      const found = first.slice();
      let read = 0;
      let shown = 0;
      let limit = FIRST;
      let last;
      const show = (end) => {
        const n = found.length;
        const paused = read === end && end < queue.length;
        if (!n && !paused) return;
        if (last) last.remove();
        if (!shown) list.replaceChildren();
        add(found.slice(shown, limit));
        shown = Math.min(limit, n);
        index.hidden = n > 0;
        const counted = (read < queue.length ? say.part : n > 1 ? say.many : say.one)
          .replace("{n}", n).replace("{read}", read).replace("{all}", queue.length);
        count.textContent = (n ? said(found) : "") + counted + (lost ? " " + say.lost : "");
        if (shown < n) last = more(say.rest, n - shown, () => { limit = n; show(end); });
        else if (paused) last = more(say.more, queue.length - end, () => { limit = n + FIRST; step(); });
      };
      const step = async () => {
        const before = found.length;
        let end = read;
        // 先取一份，早些有答案，再取几份；还没有的，再取一回，不一直取下去
        for (let round = 0; round < (found.length > before ? 2 : 3) && end < queue.length; round += 1) {
          for (let room = round ? ROOM : 1; end < queue.length && room > 0; end += 1) {
            room -= queue[end].dataset.weight;
            load(queue[end].dataset.report, queue[end].dataset.search);
          }
          while (read < end) {
            const one = queue[read];
            const { report, root } = one.dataset;
            await load(report, one.dataset.search);
            if (own !== latest) return;
            read += 1;
            const book = come.get(report);
            if (!book) lost += 1;
            for (const hit of book ? findIn(book) : []) {
              const href = root + hit.href;
              if (!first.some((own) => own.href === href)) found.push({ ...hit, href, title: all[1] ? one.textContent + " · " + hit.title : hit.title });
            }
            if (found.length) show();
          }
        }
        if (read) show(end);
      };
      if (own === latest) await step();
      few = read < queue.length ? [] : found.slice(0, FEW);
      return own !== latest || found.length > first.length || read < queue.length;
    };

    // 整句先找，再找各个词都有的段；只有引号或空格的，照原样找
    const literally = async () => {
      const whole = folded(wanted);
      const fold = whole ? folded : exact;
      const words = wanted.split(/\s+/).map(fold).filter(Boolean);
      const together = [whole || wanted];
      // 分开写的几个词，连着的在前；单个的字和符号（6.5 %）多半是多打了空格，连着的找不到才分开找
      const both = words[1] && words.every((word) => word[1]);
      const apart = (book) => find(book, words, fold, wanted);
      return await look(both ? [together, words] : [together], (book) => {
        const found = find(book, together, fold, wanted);
        const listed = new Set(found.map(({ href }) => href));
        return found.concat(both ? apart(book).filter(({ href }) => !listed.has(href)) : []).sort((a, b) => b.exact - a.exact);
      }) || (words[1] && !both && await look([words], apart));
    };
    if (await literally() && (!few[0] || few.length === FEW)) return;
    const asked = folded(wanted);
    await others(asked);
    // 刚认得的繁体字，照原样再找一遍
    if (own !== latest || (!few[0] && asked !== folded(wanted) && await literally())) return;
    if (gongdu.otherwise && await gongdu.otherwise(wanted, few, look, come.get("everyday"))) return;
    if (own !== latest || few[0]) return;
    list.replaceChildren();
    count.textContent = lost ? say.lost : say.none;
    index.hidden = false;
  };

  gongdu.searching = { exact, find, flatOf, folded, own, say, within };
  const asked = new URL(location.href).searchParams;
  field.value = asked.get("q") || "";
  // 从前的地址写的是报告的编号
  const named = all.find(({ dataset }) => dataset.report === asked.get("in"));
  const { place = asked.get("in"), year = asked.get("year") } = named ? named.dataset : {};
  if (elements.in) { elements.in.value = place || ""; elements.year.value = year || ""; }
  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  // 输入法还没选定字，不找也不说
  form.addEventListener("input", (event) => { if (!event.isComposing) search(); });
  form.addEventListener("compositionend", search);
  // 要搜了，先取
  form.addEventListener("focusin", () => bring("holders"));
  // 不会弹出键盘的，光标先放好
  if (!field.value && matchMedia("(hover: hover) and (pointer: fine)").matches) field.focus({ preventScroll: true });
  if (field.value) search();
})();
