// 点名词就地打开解释，点数字就地看它说的是什么，点段落记号复制链接。没有这个脚本，三者都是普通链接。
(() => {
  "use strict";
  // 网站生成时，界面的字句放在这个文件的开头，名叫 WORDS；报告里的字总是中文
  const fill = (words, values) => (words[values.n === 1 ? "one" : "other"] || words).replace(/\{(\w+)\}/g, (place, name) => values[name]);
  const zh = { lang: "zh-CN" };
  const plain = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const make = (tag, words, attributes) => {
    const element = document.createElement(tag);
    element.textContent = words || "";
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    return element;
  };
  // 数字表和朗读的脚本也用这两样
  window.gongdu = { fill, make };

  // 就地打开
  let source = null;
  const open = (link, sheet) => {
    if (sheet.matches(":popover-open")) {
      const same = source === link;
      sheet.hidePopover();
      if (same) return;
    }
    source = link;
    sheet.showPopover({ source: link });
    sheet.focus();
    link.setAttribute("aria-expanded", "true");
  };
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches(".definition") || event.newState !== "closed" || !source) return;
    source.removeAttribute("aria-expanded");
    const lost = document.activeElement === document.body || event.target.contains(document.activeElement);
    if (lost) source.focus({ preventScroll: true });
    source = null;
  }, true);

  // 复制，并说一声
  const status = make("p", "", { class: "toast", role: "status" });
  document.addEventListener("DOMContentLoaded", () => document.body.append(status));
  let timer = 0;
  const say = (words) => {
    status.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = ""; }, 2600);
  };
  const copy = (text) => navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
  const address = (hash) => location.href.split("#")[0] + hash;

  // 数字卡片：指标、年份、图表、引用
  const card = (figure) => {
    let sheet = document.getElementById("f-card");
    if (!sheet) {
      sheet = make("div", "", { id: "f-card", class: "definition f-card", popover: "", role: "dialog", tabindex: "-1", "aria-labelledby": "f-card-name" });
      document.body.append(sheet);
    }
    const sentence = figure.closest(".s");
    const more = make("p", "", { class: "d-more" });
    const quote = make("button", WORDS.copy_quote, { type: "button" });
    quote.addEventListener("click", () => {
      const own = sentence.cloneNode(true);
      own.querySelectorAll("[data-ui]").forEach((extra) => extra.remove());
      const report = document.querySelector(".report-title");
      const words = fill(WORDS.quote, { sentence: own.textContent.trim(), report: report ? report.textContent : document.title, link: address("#" + figure.id) });
      copy(words).then(() => say(WORDS.copied_quote), () => { location.hash = figure.id; });
    });
    const close = make("button", WORDS.close, { type: "button", popovertarget: "f-card", popovertargetaction: "hide" });
    const charts = sentence ? [...sentence.querySelectorAll(".to-chart")] : [];
    for (const chart of charts) more.append(make("a", chart.getAttribute("aria-label"), { href: chart.getAttribute("href") }));
    const pass = make("button", WORDS.share, { type: "button" });
    pass.addEventListener("click", () => {
      sheet.hidePopover();
      chosen = { title: figure.dataset.of + "：" + figure.textContent, url: new URL(figure.getAttribute("href"), page.url).href.replace(/index\.html$/, ""), place: page.url + "#" + figure.id };
      document.getElementById("to-share").click();
    });
    more.append(make("a", WORDS.own_page, { href: figure.getAttribute("href") }), pass, quote, close);
    const facts = make("dl", "");
    for (const [name, value, lang] of [[WORDS.words, figure.textContent, zh], [WORDS.when, figure.dataset.when]]) facts.append(make("dt", name), make("dd", value, lang));
    sheet.replaceChildren(make("p", figure.dataset.of, { ...zh, class: "d-term", id: "f-card-name" }), facts, more);
    return sheet;
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || !plain(event) || !(event.target instanceof Element)) return;
    const link = event.target.closest("a.term, a.fig, a.anchor");
    if (!link) return;
    if (link.matches(".anchor")) {
      if (!navigator.clipboard) return;
      event.preventDefault();
      chosen = paragraph(link.closest("[id]"));
      copy(chosen.url).then(() => {
        history.replaceState(null, "", link.hash);
        say(fill(WORDS.copied_link, { link: link.hash }));
      }, () => { location.hash = link.hash; });
    } else if (link.showPopover) {
      const sheet = link.matches(".fig") ? card(link) : document.getElementById("d-" + link.dataset.term);
      if (!sheet) return;
      event.preventDefault();
      open(link, sheet);
    }
  });

  // 记在这台设备上的事：长者版、字号、读到哪里。存不了就不存。
  const kept = {
    get: (key) => { try { return localStorage.getItem("gongdu:" + key); } catch { return null; } },
    set: (key, value) => { try { value === null ? localStorage.removeItem("gongdu:" + key) : localStorage.setItem("gongdu:" + key, value); } catch { /* 私密浏览 */ } },
  };
  const root = document.documentElement;
  if (kept.get("large")) root.dataset.large = "";
  if (kept.get("size")) root.dataset.size = kept.get("size");

  const tools = () => {
    // 要脚本才有用的工具，有了脚本才出现
    const tool = (id, act) => {
      const button = document.getElementById(id);
      button.addEventListener("click", act);
      button.parentElement.hidden = false;
      return button;
    };
    const large = document.getElementById("to-large");
    const press = () => large.setAttribute("aria-pressed", String("large" in root.dataset));
    large.setAttribute("role", "button");
    press();
    const toggle = (event) => {
      event.preventDefault();
      if ("large" in root.dataset) delete root.dataset.large; else root.dataset.large = "";
      kept.set("large", "large" in root.dataset ? "1" : null);
      press();
    };
    large.addEventListener("click", toggle);
    large.addEventListener("keydown", (event) => { if (event.key === " ") toggle(event); });
    tool("to-size", () => {
      const size = (Number(root.dataset.size || 0) + 1) % 3;
      root.dataset.size = size;
      kept.set("size", size || null);
      say([WORDS.size_normal, WORDS.size_large, WORDS.size_larger][size]);
    });
    const toContents = document.getElementById("to-contents");
    const fold = document.querySelector(".contents-fold");
    if (toContents && fold) toContents.addEventListener("click", (event) => {
      if (!plain(event) || fold.firstElementChild.offsetParent === null) return;
      event.preventDefault();
      fold.open = true;
      fold.firstElementChild.focus();
      fold.scrollIntoView();
    });
    // 朗读的脚本要用时才取；没有中文语音就不出现
    const speech = window.speechSynthesis;
    if (!speech || !document.querySelector("main .s")) return;
    const offer = () => {
      if (!speech.getVoices().some((voice) => /^(zh|cmn)/i.test(voice.lang))) return;
      speech.removeEventListener("voiceschanged", offer);
      const button = tool("to-aloud", () => {
        if (window.gongduAloud) return window.gongduAloud();
        const script = make("script", "", { src: button.dataset.src });
        script.onload = () => window.gongduAloud();
        document.head.append(script);
      });
    };
    speech.addEventListener("voiceschanged", offer);
    offer();
  };

  // 全文页的目录随读到的地方走
  const whereabouts = () => {
    const links = new Map([...document.querySelectorAll(".full .side .contents a")].map((link) => [link.hash.slice(1), link]));
    if (!links.size) return;
    let current = null;
    const watch = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const link = links.get(target.id);
        if (!isIntersecting || !link || link === current) continue;
        current?.removeAttribute("aria-current");
        current = link;
        link.setAttribute("aria-current", "location");
        // 只滚目录自己，不动正文
        const side = link.closest(".side");
        if (side.scrollHeight > side.clientHeight) side.scrollTop = link.offsetTop - side.clientHeight / 2;
      }
    }, { rootMargin: "0px 0px -75%" });
    for (const id of links.keys()) watch.observe(document.getElementById(id));
  };

  // 接着上次读
  const resume = () => {
    const way = document.querySelector(".report-title");
    if (!way) return;
    const key = "at:" + new URL(way.href).pathname;
    const paragraphs = [...document.querySelectorAll(".section .text > p[id]")];
    if (paragraphs.length) {
      let waiting = 0;
      addEventListener("scroll", () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => {
          const here = paragraphs.find((one) => one.getBoundingClientRect().bottom > 80);
          if (here && scrollY > 200) kept.set(key, JSON.stringify({ url: address("#" + here.id), title: document.querySelector("h1").textContent }));
        }, 400);
      }, { passive: true });
    }
    const contents = document.getElementById("contents");
    if (!contents) return;
    try {
      const last = JSON.parse(kept.get(key));
      if (!last || new URL(last.url).origin !== location.origin) return;
      const line = make("p", WORDS.last_read, { class: "resume", "data-ui": "" });
      line.append(make("a", last.title, { ...zh, href: last.url }));
      contents.after(line);
    } catch { /* 记的是别的东西 */ }
  };
  // 宽屏：本段的名词和数字写在右边空白处，写得下多少写多少
  const WIDE = matchMedia("(min-width: 80rem)");
  const inMargin = () => {
    for (const paragraph of document.querySelectorAll(".section .text > p[id]")) {
      const room = paragraph.clientHeight;
      const notes = make("span", "", { class: "margin", "aria-hidden": "true", "data-ui": "" });
      const add = (name, words, kind) => {
        const note = make("span", "", { class: kind });
        note.append(make("b", name, zh), " ", make("span", words, zh));
        notes.append(note);
        if (notes.offsetHeight > room) note.remove();
      };
      paragraph.append(notes);
      const seen = new Set();
      for (const link of paragraph.querySelectorAll("a.term, a.fig")) {
        const term = link.dataset.term;
        if (term && !seen.has(term)) add(link.textContent, document.querySelector("#d-" + term + " .d-text").textContent.trim(), "m-term");
        else if (!term) add(link.textContent, link.dataset.of, "m-fig");
        seen.add(term);
      }
      if (!notes.firstChild) notes.remove();
    }
  };
  const margins = () => {
    document.querySelectorAll(".margin").forEach((notes) => notes.remove());
    if (WIDE.matches && !("large" in root.dataset)) inMargin();
  };

  // 分享：本页，或刚点过的段落、数字。没有脚本时，分享是通到页末的链接。
  const page = { title: document.title, url: address("") };
  let chosen = null;
  const paragraph = (own) => {
    const copy = own.cloneNode(true);
    copy.querySelectorAll("[data-ui]").forEach((extra) => extra.remove());
    const words = copy.textContent.trim();
    return { title: words.length > 24 ? words.slice(0, 24) + "…" : words, url: page.url + "#" + own.id };
  };
  const sharing = () => {
    const block = document.getElementById("share");
    const link = document.getElementById("to-share");
    if (!block) return;
    const known = block.querySelector(".share-address a");
    if (known) page.url = known.href;
    const shared = () => chosen || page;
    const what = make("p", "", { class: "share-what" });
    const ways = make("p", "", { class: "share-ways" });
    const way = (name, act, of) => {
      const button = make("button", name, { type: "button", class: of || "" });
      button.addEventListener("click", act);
      ways.append(button);
    };
    const pass = (words, done) => copy(words).then(() => say(done), () => say(words));
    const show = () => {
      what.textContent = shared().title;
      if (known) known.textContent = known.href = shared().url;
      block.classList.toggle("of-part", Boolean(chosen));
    };
    if (navigator.share) way(WORDS.send, () => navigator.share(shared()).catch(() => {}));
    way(WORDS.copy_link, () => pass(shared().url, fill(WORDS.copied_link, { link: shared().url })));
    const citation = block.querySelector(".citation");
    if (citation) way(WORDS.copy_citation, () => {
      const own = citation.cloneNode(true);
      // 瑞典人写日期的样子正是标准要的：2026-11-26
      own.querySelector(".cite-day").textContent = new Date().toLocaleDateString("sv");
      own.querySelector(".cite-address").textContent = shared().place || shared().url;
      pass(own.textContent, WORDS.copied_citation);
    });
    way(WORDS.whole_page, () => { chosen = null; show(); }, "share-whole");
    way(WORDS.close, () => block.hidePopover(), "share-close");
    block.querySelector("h2").after(what, ways);
    const target = document.querySelector("main :is(p, .s, .fig):target");
    if (target) chosen = paragraph(target);
    if (!block.showPopover) return;
    link.setAttribute("role", "button");
    const openShare = (event) => {
      if (event.type === "click" ? !plain(event) : event.key !== " ") return;
      event.preventDefault();
      show();
      block.popover = "auto";
      block.classList.add("definition");
      block.setAttribute("role", "dialog");
      open(link, block);
    };
    link.addEventListener("click", openShare);
    link.addEventListener("keydown", openShare);
    block.addEventListener("toggle", (event) => {
      if (event.newState !== "closed") return;
      for (const name of ["popover", "role"]) block.removeAttribute(name);
      block.classList.remove("definition", "of-part");
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    tools();
    sharing();
    whereabouts();
    margins();
    WIDE.addEventListener("change", margins);
    document.fonts?.ready.then(margins);
    resume();
  });
})();
