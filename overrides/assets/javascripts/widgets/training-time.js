// Chapter 1: how long a training run would take on a number of GPUs.
guide.widget("training-time", (element) => {
  const zh = guide.lang === "zh";
  const say = (en, chinese) => (zh ? chinese : en);
  const runs = [
    ["Transformer big (2017)", 2.3e19],
    ["BERT-large (2018)", 2.7e20],
    ["GPT-3 (2020)", 3.14e23],
    ["DeepSeek-V3 (2024)", 3.3e24],
    ["Llama 3.1 405B (2024)", 3.8e25],
  ];
  const PER_SECOND = 989e12 * 0.4;
  const [MINUTE, DAY, YEAR] = [60, 86400, 86400 * 365.25];
  const marks = [
    [MINUTE, say("1 min", "1 分钟")],
    [DAY, say("1 day", "1 天")],
    [YEAR, say("1 year", "1 年")],
    [80 * YEAR, say("a life", "一辈子")],
  ];
  const round = (x) => Number(x.toPrecision(x < 10 ? 2 : x < 1000 ? 3 : 4)).toLocaleString("en");
  const duration = (s) => {
    if (s < 1) return say("under 1 s", "不到 1 秒");
    if (s < MINUTE) return say(`${round(s)} s`, `${round(s)} 秒`);
    if (s < 3600) return say(`${round(s / MINUTE)} min`, `${round(s / MINUTE)} 分钟`);
    if (s < DAY) return say(`${round(s / 3600)} hours`, `${round(s / 3600)} 小时`);
    if (s < YEAR) return say(`${round(s / DAY)} days`, `${round(s / DAY)} 天`);
    return say(`${round(s / YEAR)} years`, `${round(s / YEAR)} 年`);
  };

  // a log scale from 0.1 s to 10,000 years
  const [left, right] = [176, 410];
  const x = (s) => left + Math.max(0, (Math.log10(s) + 1) / 12.5) * (right - left);
  const picture = guide.svg("svg", { viewBox: "0 0 500 202", role: "img" });
  picture.style.setProperty("--figure-width", "500px");
  for (const [s, words] of marks) {
    picture.append(
      guide.svg("path", { class: "grid", d: `M${x(s).toFixed(1)} 24V198` }),
      s > YEAR // beside the label of one year
        ? guide.svg("text", { class: "small", x: (x(s) - 8).toFixed(1), y: 16 }, words)
        : guide.svg("text", { class: "small middle", x: x(s).toFixed(1), y: 16 }, words),
    );
  }
  const rows = runs.map(([name], row) => {
    const y = 32 + row * 34;
    const bar = guide.svg("rect", { class: `box c${row + 1}`, x: left, y, height: 24, rx: 3 });
    const value = guide.svg("text", {
      class: "small strong",
      y: y + 17,
      style: "paint-order: stroke; stroke: var(--guide-paper); stroke-width: 6px",
    });
    picture.append(guide.svg("text", { class: "small end", x: left - 8, y: y + 17 }, name), bar, value);
    return { bar, value };
  });
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const draw = (gpus) => {
    runs.forEach(([, flop], row) => {
      const s = flop / (PER_SECOND * gpus);
      rows[row].bar.setAttribute("width", Math.max(2, x(s) - left));
      rows[row].value.setAttribute("x", Math.max(left + 2, x(s)) + 7);
      rows[row].value.textContent = duration(s);
    });
    const gpt3 = duration(runs[2][1] / (PER_SECOND * gpus));
    const many = gpus > 1;
    result.textContent = say(
      `With ${gpus.toLocaleString("en")} GPU${many ? "s" : ""} GPT-3 takes ${gpt3}${many ? ", if dividing the work loses nothing" : ""}.`,
      `用 ${gpus.toLocaleString("en")} 张 GPU 训练 GPT-3 要 ${gpt3}${many ? "（假定分工没有损耗）" : ""}。`,
    );
    picture.setAttribute("aria-label", result.textContent);
  };
  const gpusOf = (exponent) => {
    const n = 10 ** exponent;
    return n < 10 ? Math.round(n) : Number(n.toPrecision(2));
  };
  element.append(
    guide.html(
      "div",
      { className: "guide-controls" },
      guide.slider({
        label: say("H100 GPUs", "H100 数量"),
        min: 0, max: 5, step: 0.1, value: 0,
        show: (e) => gpusOf(e).toLocaleString("en"),
        onInput: (e) => draw(gpusOf(e)),
      }),
    ),
    picture,
    result,
  );
  draw(1);
});
