// Chapter 5: of a hundred alarms of a test, how many are true, at a given prevalence.
guide.widget("ppv-prevalence", (element) => {
  const say = (en, chinese) => (guide.lang === "zh" ? chinese : en);
  const state = { prevalence: Math.log10(0.078), sensitivity: 0.975, specificity: 0.934 };
  const percent = (p) => `${(100 * p).toFixed(p < 0.0995 ? 1 : 0)} %`;

  const picture = guide.svg("svg", { viewBox: "0 0 480 236", role: "img" });
  picture.style.setProperty("--figure-width", "480px");
  const dots = [];
  for (let i = 0; i < 100; i += 1) {
    const dot = guide.svg("circle", { cx: 22 + (i % 10) * 21, cy: 38 + Math.floor(i / 10) * 21, r: 8 });
    dots.push(dot);
    picture.append(dot);
  }
  picture.append(
    guide.svg("text", { class: "small", x: 14, y: 18 }, say("100 alarms of this test", "这个检测发出的 100 次警报")),
    guide.svg("circle", { class: "solid c2", cx: 262, cy: 60, r: 8 }),
    guide.svg("text", { class: "small", x: 278, y: 65 }, say("really ill", "真有病")),
    guide.svg("circle", { class: "box", cx: 262, cy: 88, r: 8 }),
    guide.svg("text", { class: "small", x: 278, y: 93 }, say("healthy: a false alarm", "健康：误报")),
  );
  const big = guide.svg("text", { class: "strong", x: 252, y: 132 });
  const found = guide.svg("text", { class: "small", x: 252, y: 160 });
  const missed = guide.svg("text", { class: "small", x: 252, y: 182 });
  const falseAlarms = guide.svg("text", { class: "small", x: 252, y: 204 });
  picture.append(big, found, missed, falseAlarms);
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");

  const draw = () => {
    const p = 10 ** state.prevalence;
    const people = 10000;
    const tp = people * p * state.sensitivity;
    const fn = people * p - tp;
    const fp = people * (1 - p) * (1 - state.specificity);
    const ppv = tp + fp > 0 ? tp / (tp + fp) : 1;
    const whole = Math.round(100 * ppv);
    dots.forEach((dot, i) => dot.setAttribute("class", i < whole ? "solid c2" : "box"));
    const n = (x) => (x < 10 ? x.toFixed(1) : Math.round(x).toLocaleString("en"));
    big.textContent = `PPV = ${percent(ppv)}`;
    found.textContent = say(`of 10,000: ${n(tp)} ill found`, `1 万人中：查出 ${n(tp)} 名病人`);
    missed.textContent = say(`${n(fn)} ill missed`, `漏掉 ${n(fn)} 名病人`);
    falseAlarms.textContent = say(`${n(fp)} healthy flagged`, `误报 ${n(fp)} 名健康人`);
    result.textContent = say(
      `At a prevalence of ${percent(p)}, ${percent(ppv)} of the alarms are true.`,
      `患病率为 ${percent(p)} 时，警报中有 ${percent(ppv)} 是真的。`,
    );
    picture.setAttribute("aria-label", result.textContent);
  };
  const slider = (label, key, min, max, step, show) =>
    guide.slider({
      label, min, max, step, value: state[key], show,
      onInput: (value) => {
        state[key] = value;
        draw();
      },
    });
  element.append(
    guide.html(
      "div",
      { className: "guide-controls" },
      slider(say("Prevalence", "患病率"), "prevalence", -3, Math.log10(0.5), 0.001, (x) => percent(10 ** x)),
      slider(say("Sensitivity", "灵敏度"), "sensitivity", 0.5, 1, 0.001, (x) => `${(100 * x).toFixed(1)} %`),
      slider(say("Specificity", "特异度"), "specificity", 0.5, 1, 0.001, (x) => `${(100 * x).toFixed(1)} %`),
    ),
    picture,
    result,
  );
  draw();
});
