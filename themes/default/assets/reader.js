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
    more.append(make("a", WORDS.in_table, { href: figure.getAttribute("href") }), quote, close);
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
      copy(address(link.hash)).then(() => {
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

  // 记在这台设备上的事：大字版、字号、读到哪里。存不了就不存。
  const kept = {
    get: (key) => { try { return localStorage.getItem("gongdu:" + key); } catch { return null; } },
    set: (key, value) => { try { value === null ? localStorage.removeItem("gongdu:" + key) : localStorage.setItem("gongdu:" + key, value); } catch { /* 私密浏览 */ } },
  };
  const root = document.documentElement;
  if (kept.get("large")) root.dataset.large = "";
  if (kept.get("size")) root.dataset.size = kept.get("size");

  const tools = () => {
    const bar = document.querySelector(".bar ul");
    const tool = (name, act) => {
      const button = make("button", name, { type: "button", class: "tool" });
      button.addEventListener("click", () => act(button));
      const item = make("li");
      item.append(button);
      bar.append(item);
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
    tool(WORDS.size, () => {
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
    tool(WORDS.share, () => {
      const url = location.href;
      if (navigator.share) navigator.share({ title: document.title, url }).catch(() => {});
      else copy(url).then(() => say(WORDS.copied_page), () => say(url));
    });
    return tool;
  };

  // 朗读：逐句，当前一句标出来；没有中文语音就不出现
  const spoken = (words) => words
    .replace(/[“"](\d+)[”"]/g, (all, digits) => [...digits].map((digit) => "零一二三四五六七八九"[digit]).join(""))
    .replace(/(\d+(?:\.\d+)?)\s*[%％]/g, "百分之$1")
    .replace(/(\d)[—–\-～~](\d)/g, "$1至$2")
    .replace(/(\d+)\.(\d+)/g, (all, whole, part) => whole + "点" + [...part].map((digit) => "零一二三四五六七八九"[digit]).join(""));
  const readAloud = (tool) => {
    const speech = window.speechSynthesis;
    const sentences = [...document.querySelectorAll("main .s")];
    if (!speech || !sentences.length) return;
    const chinese = () => speech.getVoices().find((voice) => /^(zh|cmn)/i.test(voice.lang));
    let at = 0, speed = 1, panel = null, paused = false, offered = false;
    const clear = () => document.querySelectorAll(".speaking").forEach((one) => one.classList.remove("speaking"));
    const stop = () => {
      speech.cancel();
      clear();
      if (panel) panel.remove();
      panel = null;
    };
    const speak = () => {
      speech.cancel();
      clear();
      const sentence = sentences[at];
      if (!sentence) return stop();
      const own = sentence.cloneNode(true);
      own.querySelectorAll("[data-ui]").forEach((extra) => extra.remove());
      const utterance = new SpeechSynthesisUtterance(spoken(own.textContent));
      const voice = chinese();
      utterance.lang = voice ? voice.lang : "zh-CN";
      if (voice) utterance.voice = voice;
      utterance.rate = speed;
      utterance.onend = () => { if (panel && !paused && sentences[at] === sentence) { at += 1; speak(); } };
      sentence.classList.add("speaking");
      sentence.scrollIntoView({ block: "center" });
      speech.speak(utterance);
    };
    const start = () => {
      if (panel) return stop();
      at = Math.max(0, sentences.findIndex((one) => one.getBoundingClientRect().top >= 0));
      panel = make("div", "", { class: "reading-on", role: "group", "aria-label": WORDS.read_aloud });
      const add = (name, act) => {
        const button = make("button", name, { type: "button" });
        button.addEventListener("click", () => act(button));
        panel.append(button);
      };
      add(WORDS.previous, () => { at = Math.max(0, at - 1); speak(); });
      add(WORDS.pause, (button) => {
        paused = !paused;
        button.textContent = paused ? WORDS.resume : WORDS.pause;
        if (paused) speech.cancel(); else speak();
      });
      add(WORDS.next, () => { at += 1; speak(); });
      add(fill(WORDS.speed, { n: speed }), (button) => {
        speed = speed >= 1.5 ? 0.75 : speed + 0.25;
        button.textContent = fill(WORDS.speed, { n: speed });
        if (!paused) speak();
      });
      add(WORDS.stop, stop);
      paused = false;
      document.body.append(panel);
      speak();
    };
    const offer = () => {
      if (offered || !chinese()) return;
      offered = true;
      tool(WORDS.read_aloud, start);
    };
    offer();
    speech.addEventListener("voiceschanged", offer);
    addEventListener("pagehide", () => speech.cancel());
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
  document.addEventListener("DOMContentLoaded", () => {
    readAloud(tools());
    resume();
  });

  // 数字表：筛选和排序
  const sift = (table) => {
    const rows = [...table.tBodies[0].rows];
    const first = new Map(rows.map((row, index) => [row, index]));
    const bar = make("div", "", { class: "sift", role: "search", "aria-label": WORDS.sift, "data-ui": "" });
    const field = (name, control) => {
      const label = make("label", name);
      label.append(control);
      bar.append(label);
      return control;
    };
    const choice = (name, key) => {
      const select = make("select");
      const values = [...new Set(rows.map((row) => row.dataset[key]))].filter(Boolean).sort();
      for (const value of ["", ...values]) select.append(new Option(value || WORDS.all, value));
      return field(name, select);
    };
    const words = field(WORDS.holding, make("input", "", { type: "search", size: "12" }));
    const choices = { when: choice(WORDS.when, "when"), unit: choice(WORDS.unit, "unit") };
    const count = make("output", "");
    bar.append(count);
    const show = () => {
      let shown = 0;
      for (const row of rows) {
        const fits = Object.keys(choices).every((key) => !choices[key].value || row.dataset[key] === choices[key].value);
        row.hidden = !(fits && row.textContent.includes(words.value.trim()));
        shown += !row.hidden;
      }
      count.textContent = fill(WORDS.count, { n: shown });
    };
    bar.addEventListener("input", show);
    const orders = [
      (a, b) => a.cells[0].textContent.localeCompare(b.cells[0].textContent, "zh-CN"),
      (a, b) => a.dataset.unit.localeCompare(b.dataset.unit, "zh-CN") || a.dataset.value - b.dataset.value,
    ];
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = make("button", "", { type: "button", "aria-label": fill(WORDS.sort, { column: head.textContent }), "data-ui": "" });
      head.append(" ", button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        // 升序、降序、原来的次序，轮着来
        const next = now === "ascending" ? "descending" : now === "descending" ? null : "ascending";
        if (next) head.setAttribute("aria-sort", next);
        const sign = next === "descending" ? -1 : 1;
        table.tBodies[0].append(...[...rows].sort((a, b) => (next ? sign * orders[column](a, b) : 0) || first.get(a) - first.get(b)));
      });
    });
    table.parentElement.before(bar);
    show();
  };
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".figure-table").forEach(sift));
})();
