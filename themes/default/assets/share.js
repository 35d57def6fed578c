// 分享的按钮：发送、复制、做成图片。由 reader.js 取来。图片在这台设备上画：原话一字不改，注明出处，知道网址的带上二维码。
(() => {
  "use strict";
  const { fill, make, own, copy, say, open, share } = gongdu;
  const { page, choose, part, shared } = share;
  const block = document.getElementById("share");
  const known = block.querySelector(".share-address a");
  const WECHAT = /MicroMessenger/.test(navigator.userAgent);
  const WIDTH = 1080;
  const EDGE = 90;

  // 一行里能放多少字就放多少；句读不放在行首，数字不拆开。网址没有断开的地方，`pieces` 是一个个的字
  const PIECES = /[“‘《（(]*(?:[\d.,·]+[%％‰]?|[A-Za-z]+|[^])[，。、；：！？”’》）)%％‰…—]*/gu;
  const linesOf = (draw, text, room, pieces = text.match(PIECES)) => {
    const lines = [""];
    for (const piece of pieces) {
      const line = lines[lines.length - 1] + piece;
      // 行末的句读可以出头
      if (line !== piece && draw.measureText(line.replace(/[，。、；：！？]$/, "")).width > room) lines.push(piece);
      else lines[lines.length - 1] = line;
    }
    return lines;
  };
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const [INK, MUTED, ACCENT, PAPER] = ["#1c1a17", "#5f584e", "#8f1d14", "#faf8f3"];
  const HEI = style("--hei");
  const SOURCE = `400 32px ${HEI}`;
  const load = (src) => new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = failed;
    image.src = src;
  });

  // 标题断在页上断得开的地方：分句之后，词间（<wbr>）
  const piecesOf = (title) => {
    const copy = title.cloneNode(true);
    copy.querySelectorAll("wbr, .clause + .clause").forEach((place) => place.before("\u200b"));
    return own(copy).split("\u200b");
  };
  // 要画的：数字大写，名字在上；句子；图表用它自己的图
  const subject = () => {
    const of = shared();
    const main = document.querySelector("main");
    const quote = main.querySelector(".f-sentence");
    if (of.figure) return { ...of.figure, text: own(of.element) };
    if (of.element) return { text: own(of.element) };
    const number = main.querySelector(".f-number");
    if (number && quote) return { name: own(main.querySelector(".f-of")), number: own(number), when: own(main.querySelector(".f-dated")), text: own(quote) };
    const chart = document.body.className === "chart-page" && main.querySelector('.downloads a[href$=".svg"]');
    return chart ? { name: own(main.querySelector("h1")), pieces: piecesOf(main.querySelector("h1")), chart: chart.href } : null;
  };
  // 图表：页上那张的字随宽度排，放在图片里字才大；颜色和线条照供下载的那张。取不来，就用那张本身
  const CHART_TYPE = 36;
  const charted = async (href) => {
    const chart = document.querySelector("main .chart > .c-chart").cloneNode(true);
    chart.setAttribute("width", WIDTH - 2 * EDGE);
    chart.setAttribute("height", Math.ceil(parseFloat(chart.getAttribute("height")) * CHART_TYPE));
    const own = `<style>svg { font-size: ${CHART_TYPE}px; line-height: 1.4; overflow: visible; } text { font-size: 1em; } .c-hit { fill: none; }</style>`;
    const [look] = (await (await fetch(href)).text()).match(/<style>[^]*?<\/style>/);
    const words = new XMLSerializer().serializeToString(chart).replace(">", ">" + look + own);
    return load(URL.createObjectURL(new Blob([words], { type: "image/svg+xml" })));
  };

  // 出处：报告和节的名字，网址从斜线后面断开
  const sourceOf = (draw, room) => {
    const report = document.querySelector(".report-title");
    const place = [report && own(report), document.body.className === "section" && own(document.querySelector("h1"))].filter(Boolean).join(" · ");
    const url = known ? page.url.replace(/^https?:\/\/|\/$/g, "") : "";
    draw.font = SOURCE;
    return [...linesOf(draw, place || page.title, room), ...linesOf(draw, url, room, url.match(/[^\/]{1,24}\/?/g) || [])].filter(Boolean);
  };
  const paintCode = (draw, code, side) => {
    draw.fillStyle = "#fff";
    draw.fillRect(0, 0, side, side);
    draw.scale(side / code.viewBox.baseVal.width, side / code.viewBox.baseVal.height);
    draw.strokeStyle = "#000";
    draw.stroke(new Path2D(code.querySelector("path").getAttribute("d")));
  };

  // 从上往下一样一样排好，再画；字少的放在正中
  const drawn = async () => {
    const { name, pieces, number, when, text, chart } = subject();
    const canvas = make("canvas", "");
    const draw = canvas.getContext("2d");
    const image = chart && await charted(chart).catch(() => load(chart));
    const todo = [];
    let y = EDGE + 20;
    const put = (words, weight, size, face, colour, leading, after, pieces) => {
      if (!words) return;
      const font = `${weight} ${size}px ${face}`;
      draw.font = font;
      for (const line of linesOf(draw, words, WIDTH - 2 * EDGE, pieces)) {
        const at = y + size;
        todo.push(() => { draw.font = font; draw.fillStyle = colour; draw.fillText(line, EDGE, at); });
        y += size * leading;
      }
      y += after;
    };
    put(name, 700, chart ? 52 : 46, HEI, INK, 1.4, chart ? 40 : 10, pieces);
    put(number, 900, number && number.length > 8 ? 92 : 128, HEI, ACCENT, 1.25, 10);
    put(when, 400, 36, HEI, MUTED, 1.4, 40);
    if (text) put(text, number ? 400 : 600, number || text.length > 120 ? 44 : 56, style("--song"), INK, 1.75, 40);
    if (image) {
      const at = y;
      const wide = WIDTH - 2 * EDGE;
      const high = image.height * wide / image.width;
      todo.push(() => { draw.globalCompositeOperation = "multiply"; draw.drawImage(image, EDGE, at, wide, high); draw.globalCompositeOperation = "source-over"; });
      y += high + 30;
    }
    const code = block.querySelector(".qr");
    const side = code ? 190 : 0;
    const lines = sourceOf(draw, WIDTH - 2 * EDGE - side - 30);
    const foot = Math.max(y + 30, WIDTH - 250);
    const under = foot + 36;
    canvas.width = WIDTH;
    canvas.height = Math.ceil(under + Math.max(side, lines.length * 46) + EDGE - 20);
    draw.fillStyle = PAPER;
    draw.fillRect(0, 0, WIDTH, canvas.height);
    draw.fillStyle = ACCENT;
    draw.fillRect(0, 0, WIDTH, 14);
    draw.fillRect(EDGE, foot, WIDTH - 2 * EDGE, 3);
    draw.translate(0, (foot - y - 30) / 2);
    for (const act of todo) act();
    draw.setTransform(1, 0, 0, 1, 0, 0);
    draw.font = SOURCE;
    draw.fillStyle = MUTED;
    lines.forEach((line, index) => draw.fillText(line, EDGE, under + 32 + index * 46));
    draw.translate(WIDTH - EDGE - side, under);
    if (code) paintCode(draw, code, side);
    return canvas;
  };
  // 能发送就发送，不能就存下；微信里存不下，长按图片就能转发
  const picture = async () => {
    const canvas = await drawn();
    // 不用 toBlob：它等浏览器空闲，手机上会等几秒，过后就不让发送了
    const bytes = Uint8Array.from(atob(canvas.toDataURL("image/png").split(",")[1]), (one) => one.charCodeAt(0));
    const blob = new Blob([bytes], { type: "image/png" });
    const name = shared().title.replace(/[\\/:*?"<>|\s]+/g, " ").slice(0, 40).trim() + ".png";
    const file = new File([blob], name, { type: "image/png" });
    if (navigator.canShare && navigator.canShare({ files: [file] })) return navigator.share({ files: [file] }).catch(() => {});
    const href = URL.createObjectURL(blob);
    const seen = block.querySelector(".share-seen") || make("img", "", { class: "share-seen" });
    seen.onload = () => seen.scrollIntoView({ block: "nearest" });
    seen.src = href;
    seen.alt = shared().title;
    ways.after(seen);
    if (WECHAT) return say(WORDS.hold_picture);
    make("a", "", { href, download: name }).click();
    say(WORDS.saved_picture);
  };

  const ways = make("p", "", { class: "share-ways" });
  const way = (name, act, of) => {
    const button = make("button", name, { type: "button", class: of || "" });
    button.addEventListener("click", act);
    ways.append(button);
    return button;
  };
  const pass = (words, done) => copy(words).then(() => say(done), () => say(words));
  const what = make("p", "", { class: "share-what" });
  // 一段里的各句，要哪一句选哪一句
  const sentences = make("select", "", { class: "share-sentence", "aria-label": WORDS.which });
  if (WECHAT) ways.append(make("span", WORDS.wechat, { class: "share-hint" }));
  if (navigator.share) way(WORDS.send, () => navigator.share({ title: shared().title, url: shared().url }).catch(() => {}));
  way(WORDS.copy_link, () => pass(shared().url, fill(WORDS.copied_link, { what: shared().title })));
  const citation = block.querySelector(".citation");
  if (citation) way(WORDS.copy_citation, () => {
    const filled = citation.cloneNode(true);
    // 瑞典人写日期的样子正是标准要的：2026-11-26
    filled.querySelector(".cite-day").textContent = new Date().toLocaleDateString("sv");
    filled.querySelector(".cite-address").textContent = shared().place || shared().url;
    pass(filled.textContent, WORDS.copied_citation);
  });
  const paint = way(WORDS.as_picture, () => picture().catch(() => say(WORDS.no_picture)), "share-paint");
  way(WORDS.whole_page, () => { choose(null); show(); }, "share-whole");
  way(WORDS.close, () => block.hidePopover(), "share-close");

  let paragraph = null;
  const show = (again) => {
    const of = shared();
    what.textContent = of.title;
    if (known) known.textContent = known.href = of.url;
    block.classList.toggle("of-part", of !== page);
    paint.hidden = !subject();
    // 两张图片里，只留这里画的
    block.classList.toggle("has-paint", !paint.hidden);
    const seen = block.querySelector(".share-seen");
    if (seen) seen.remove();
    if (again) return;
    paragraph = of.element && !of.figure ? of.element.closest("p[id]") : null;
    const all = paragraph ? [...paragraph.querySelectorAll(".s[id]")] : [];
    sentences.hidden = all.length < 2;
    sentences.replaceChildren(new Option(WORDS.whole_paragraph, ""), ...all.map((one) => new Option(part(one).title, one.id)));
    sentences.value = all.includes(of.element) ? of.element.id : "";
  };
  sentences.addEventListener("change", () => {
    choose(part(document.getElementById(sentences.value) || paragraph));
    show(true);
  });
  block.querySelector("h2").after(what, sentences, ways);
  show();

  // 从底栏打开时，页末的一块成了一张纸；合上就放回去
  share.open = (link) => {
    show();
    block.popover = "auto";
    block.classList.add("definition");
    block.setAttribute("role", "dialog");
    open(link, block);
  };
  block.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    for (const name of ["popover", "role"]) block.removeAttribute(name);
    block.classList.remove("definition", "of-part");
  });
})();
