// 朗读的按钮：没有中文语音就不出现；朗读的脚本 aloud.js 按下时才取。
(() => {
  "use strict";
  const { make, ready, tool } = gongdu;
  ready(() => {
    const speech = window.speechSynthesis;
    if (!speech || !document.querySelector("main .s")) return;
    const offer = () => {
      if (!speech.getVoices().some((voice) => /^(zh|cmn)/i.test(voice.lang))) return;
      speech.removeEventListener("voiceschanged", offer);
      const button = tool("to-aloud", () => {
        if (gongdu.aloud) return gongdu.aloud();
        const script = make("script", "", { src: button.dataset.src });
        script.onload = () => gongdu.aloud();
        document.head.append(script);
      });
    };
    speech.addEventListener("voiceschanged", offer);
    offer();
  });
})();
