// The smallest language model: draws the next word from counts of word pairs in this guide.
// The counts are in next-word-en.js and next-word-zh.js, written by scripts/next_word_model.py.
(() => {
  const WORDS = {
    en: {
      write: "Write ten words",
      again: "Start again",
      temperature: "Temperature",
      text: "Written so far",
      choose: (word) => `Next word after “${word}”: press one, or let the model draw`,
      source: (n) => `Counted in ${n.toLocaleString("en")} words of this guide. At a low temperature the likeliest word nearly always wins, and the text runs in circles; at a high one, rare words get their chance.`,
      space: " ",
    },
    zh: {
      write: "写十五个字",
      again: "重新开始",
      temperature: "温度",
      text: "已写出的文字",
      choose: (word) => `「${word}」之后的下一个字：点选一个，或让模型抽取`,
      source: (n) => `统计自本指南中文版的 ${n.toLocaleString("en")} 个字。温度低时几乎总是选最可能的字，写着写着就原地打转；温度高时，少见的字也有机会。`,
      space: "",
    },
  };
  const SHOWN = 7;

  function build(element) {
    const words = WORDS[guide.lang];
    const { start, total, followers } = guide.nextWords;
    let text = [start];
    let temperature = 1;

    /** The followers of the last word with p ∝ count^(1/temperature), the likeliest first. */
    function distribution() {
      const pairs = followers[text.at(-1)] ?? followers[start];
      const weights = pairs.map(([, count]) => count ** (1 / temperature));
      const sum = weights.reduce((a, b) => a + b, 0);
      return pairs.map(([word], i) => ({ word, p: weights[i] / sum }));
    }

    function draw() {
      let rest = Math.random();
      const candidates = distribution();
      return (candidates.find(({ p }) => (rest -= p) < 0) ?? candidates[0]).word;
    }

    function append(word) {
      text.push(word);
      show();
    }

    function write() {
      const length = guide.lang === "zh" ? 15 : 10;
      for (let i = 0; i < length; i++) text.push(draw());
      show();
    }

    const written = guide.html("p", { className: "guide-next-text" });
    written.setAttribute("role", "status");
    written.setAttribute("aria-label", words.text);
    const question = guide.html("p", { className: "guide-next-question" });
    const candidates = guide.html("div", { className: "guide-next-words" });

    function show() {
      if (text.length > 60) text = text.slice(-60);
      const joined = text.join(words.space).replace(/ ([.,])/g, "$1");
      written.replaceChildren(joined, guide.html("span", { className: "guide-next-caret", ariaHidden: "true" }));
      question.textContent = words.choose(text.at(-1));
      candidates.replaceChildren(
        ...distribution().slice(0, SHOWN).map(({ word, p }) => {
          const percent = `${(100 * p).toFixed(p < 0.1 ? 1 : 0)} %`;
          const button = guide.html("button", { type: "button" }, guide.html("span", {}, word), guide.html("span", {}, percent));
          button.style.setProperty("--p", p);
          button.addEventListener("click", () => append(word));
          return button;
        }),
      );
    }

    element.classList.add("guide-next");
    element.append(
      written,
      question,
      candidates,
      guide.html(
        "div",
        { className: "guide-controls" },
        guide.slider({
          label: words.temperature, min: 0.2, max: 3, step: 0.1, value: 1,
          show: (t) => t.toFixed(1),
          onInput: (t) => { temperature = t; show(); },
        }),
        guide.button(words.write, write),
        guide.button(words.again, () => { text = [start]; show(); }),
      ),
      guide.html("p", { className: "guide-note" }, words.source(total)),
    );
    show();
  }

  const script = document.createElement("script");
  script.src = document.currentScript.src.replace(/next-word\.js.*$/, `next-word-${guide.lang}.js`);
  script.onload = () => guide.widget("next-word", build);
  document.head.append(script);
})();
