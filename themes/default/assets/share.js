// 分享的按钮：发送、复制、做成图片。由 reader.js 取来。图片在这台设备上画：原话一字不改，注明出处，知道网址的带上二维码。
(() => {
  "use strict";
  const { fill, make, own, copy, say, open, share } = gongdu;
  const { page, choose, part, shared } = share;
  const block = document.getElementById("share");
  const WECHAT = /MicroMessenger/.test(navigator.userAgent);
  const WIDTH = 1080;
  const EDGE = 90;

  // 一行里能放多少字就放多少；句读不放在行首，数字不拆开。网址没有断开的地方，`pieces` 是一个个的字
  const PIECES = /[“‘《（(]*(?:[\d.,·]+[%％‰]?|[A-Za-z]+|[^])[，。、；：！？”’》）)%％‰…—]*/gu;
  const linesOf = (draw, text, room = WIDTH - 2 * EDGE, pieces = text.match(PIECES)) => {
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
  const load = (src) => new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = failed;
    image.src = src;
  });

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
    return chart ? { chart: chart.href } : null;
  };

  // 从上往下一样一样排好，再画
  const drawn = async () => {
    const { name, number, when, text, chart } = subject();
    const canvas = make("canvas", "");
    const draw = canvas.getContext("2d");
    const [ink, muted, accent, paper] = ["#1c1a17", "#5f584e", "#8f1d14", "#faf8f3"];
    const [song, hei] = [style("--song"), style("--hei")];
    const image = chart && await load(chart);
    const todo = [];
    let y = EDGE + 20;
    const put = (words, weight, size, face, colour, leading, after) => {
      if (!words) return;
      const font = `${weight} ${size}px ${face}`;
      draw.font = font;
      for (const line of linesOf(draw, words)) {
        const at = y + size;
        todo.push(() => { draw.font = font; draw.fillStyle = colour; draw.fillText(line, EDGE, at); });
        y += size * leading;
      }
      y += after;
    };
    put(name, 700, 46, hei, ink, 1.4, 10);
    put(number, 900, number && number.length > 8 ? 92 : 128, hei, accent, 1.25, 10);
    put(when, 400, 36, hei, muted, 1.4, 40);
    if (text) put(text, number ? 400 : 600, number || text.length > 120 ? 44 : 56, song, ink, 1.75, 40);
    if (image) {
      const high = image.height * (WIDTH - 60) / image.width;
      const at = y;
      todo.push(() => draw.drawImage(image, 30, at, WIDTH - 60, high));
      y += high + 30;
    }
    const code = block.querySelector(".qr");
    const report = document.querySelector(".report-title");
    const heading = document.querySelector("h1");
    const foot = Math.max(y + 30, WIDTH - 250);
    y = foot + 36;
    const side = code ? 190 : 0;
    const place = [report && own(report), document.body.className === "section" && own(heading)].filter(Boolean).join(" · ");
    draw.font = `400 32px ${hei}`;
    const known = block.querySelector(".share-address a");
    const words = [place || page.title, known ? page.url.replace(/^https?:\/\//, "") : ""];
    const lines = [].concat(...words.filter(Boolean).map((one) => linesOf(draw, one, WIDTH - 2 * EDGE - side - 30, [...one])));
    lines.forEach((line, index) => {
      const at = y + 32 + index * 46;
      todo.push(() => { draw.font = `400 32px ${hei}`; draw.fillStyle = muted; draw.fillText(line, EDGE, at); });
    });
    canvas.width = WIDTH;
    canvas.height = Math.ceil(y + Math.max(side, lines.length * 46) + EDGE - 20);
    draw.fillStyle = paper;
    draw.fillRect(0, 0, WIDTH, canvas.height);
    draw.fillStyle = accent;
    draw.fillRect(0, 0, WIDTH, 14);
    draw.fillRect(EDGE, foot, WIDTH - 2 * EDGE, 3);
    for (const act of todo) act();
    if (code) {
      draw.translate(WIDTH - EDGE - side, y);
      draw.fillStyle = "#fff";
      draw.fillRect(0, 0, side, side);
      draw.scale(side / code.viewBox.baseVal.width, side / code.viewBox.baseVal.height);
      draw.strokeStyle = "#000";
      draw.stroke(new Path2D(code.querySelector("path").getAttribute("d")));
    }
    return canvas;
  };
  // 能发送就发送，不能就存下；微信里存不下，长按图片就能转发
  const picture = async () => {
    const canvas = await drawn();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    const file = new File([blob], "gongdu.png", { type: "image/png" });
    if (navigator.canShare && navigator.canShare({ files: [file] })) return navigator.share({ files: [file] }).catch(() => {});
    const href = URL.createObjectURL(blob);
    const seen = block.querySelector(".share-seen") || make("img", "", { class: "share-seen" });
    seen.src = href;
    seen.alt = shared().title;
    ways.after(seen);
    if (WECHAT) return say(WORDS.hold_picture);
    make("a", "", { href, download: "gongdu.png" }).click();
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

  const known = block.querySelector(".share-address a");
  let paragraph = null;
  const show = (again) => {
    const of = shared();
    what.textContent = of.title;
    if (known) known.textContent = known.href = of.url;
    block.classList.toggle("of-part", of !== page);
    paint.hidden = !subject();
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
