// 朗读：逐句，当前一句标出来。按下“朗读”时才取来。
(() => {
  "use strict";
  const digits = (words) => [...words].map((digit) => "零一二三四五六七八九"[digit] || digit).join("");
  // 四位一节：万、亿、万亿；节内补零
  const section = (number) => {
    let words = "";
    for (const [index, digit] of [...String(number).padStart(4, "0")].entries()) {
      if (digit !== "0") words += digits(digit) + ["千", "百", "十", ""][index];
      else if (words && !words.endsWith("零")) words += "零";
    }
    return words.replace(/零+$/, "");
  };
  const count = (words) => {
    if (words.length > 16 || /^0\d/.test(words)) return digits(words);
    const groups = words.replace(/\B(?=(\d{4})+$)/g, ",").split(",");
    let said = "";
    groups.forEach((group, index) => {
      const name = ["", "万", "亿", "万亿"][groups.length - 1 - index];
      if (!Number(group)) return;
      if (said && group[0] === "0") said += "零";
      said += section(Number(group)) + name;
    });
    return (said || "零").replace(/^一十/, "十");
  };
  const number = (words) => {
    const [whole, part] = words.split(".");
    return count(whole) + (part ? "点" + digits(part) : "");
  };
  // 写给耳朵的：6.5% 是百分之六点五，“431”是四三一，2023年是二零二三年
  const spoken = (words) => words
    .replace(/[０-９．％]/g, (sign) => sign.normalize("NFKC"))
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replace(/[“"]([\dA-Za-z+]+)[”"]/g, (all, code) => digits(code.replace(/\+/g, "加")))
    .replace(/(\d%?)\s*[—–\-~]+\s*(?=\d)/g, "$1至")
    .replace(/\d{4}(?=年|至\d{4}年)/g, digits)
    .replace(/(\d[\d.]*)\s*至\s*(\d[\d.]*)\s*%/g, "$1%至$2%")
    .replace(/(\d+(?:\.\d+)?)\s*([%‰])/g, (all, words, sign) => (sign === "%" ? "百分之" : "千分之") + number(words))
    .replace(/\d+\.\d+/g, number)
    .replace(/\d+/g, count);

  const { fill, make, own } = gongdu;
  const speech = window.speechSynthesis;
  const sentences = [...document.querySelectorAll("main .s")];
  const chinese = () => speech.getVoices().find((voice) => /^(zh|cmn)/i.test(voice.lang));
  let at = 0, speed = 1, panel = null, paused = false;
  const clear = () => document.querySelectorAll(".speaking").forEach((one) => one.classList.remove("speaking"));
  const stop = () => {
    speech.cancel();
    clear();
    panel?.remove();
    panel = null;
    document.getElementById("to-aloud").focus();
  };
  const speak = () => {
    speech.cancel();
    clear();
    const sentence = sentences[at];
    if (!sentence) return stop();
    const utterance = new SpeechSynthesisUtterance(spoken(own(sentence)));
    utterance.voice = chinese();
    utterance.lang = utterance.voice.lang;
    utterance.rate = speed;
    // 这一句读不出来，不再往下
    utterance.onerror = ({ error }) => { if (panel && !paused && error !== "canceled" && error !== "interrupted") stop(); };
    utterance.onend = () => { if (panel && !paused && sentences[at] === sentence) { at += 1; speak(); } };
    sentence.classList.add("speaking");
    sentence.scrollIntoView({ block: "center" });
    speech.speak(utterance);
  };
  const start = () => {
    at = Math.max(0, sentences.findIndex((one) => one.getBoundingClientRect().top >= 0));
    paused = false;
    panel = make("div", "", { class: "reading-on", role: "group", "aria-label": WORDS.read_aloud });
    const add = (name, act) => {
      const button = make("button", name, { type: "button" });
      button.addEventListener("click", () => act(button));
      panel.append(button);
      return button;
    };
    // 停着的时候换一句，就从那一句接着读
    const rest = (wanted) => {
      paused = wanted;
      pause.textContent = paused ? WORDS.resume : WORDS.pause;
      if (paused) speech.cancel(); else speak();
    };
    add(WORDS.previous, () => { at = Math.max(0, at - 1); rest(false); });
    const pause = add(WORDS.pause, () => rest(!paused));
    add(WORDS.next, () => { at += 1; rest(false); });
    add(fill(WORDS.speed, { n: speed }), (button) => {
      speed = speed >= 1.5 ? 0.75 : speed + 0.25;
      button.textContent = fill(WORDS.speed, { n: speed });
      if (!paused) speak();
    });
    add(WORDS.stop, stop);
    document.body.append(panel);
    pause.focus();
    speak();
  };
  addEventListener("pagehide", () => speech.cancel());
  gongdu.aloud = () => (panel ? stop() : start());
})();
