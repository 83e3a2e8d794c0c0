// Chapter 5: a forecaster who exaggerates or hedges, and the reliability diagram that shows it.
guide.widget("calibration-curve", (element) => {
  const say = (en, chinese) => (guide.lang === "zh" ? chinese : en);
  const [left, right, top, bottom] = [68, 278, 14, 224];
  const x = (p) => left + p * (right - left);
  const y = (q) => bottom - q * (bottom - top);
  const picture = guide.svg("svg", { viewBox: "0 0 480 268", role: "img" });
  picture.style.setProperty("--figure-width", "480px");
  for (const t of [0, 0.25, 0.5, 0.75, 1]) {
    picture.append(
      guide.svg("path", { class: "grid", d: `M${left} ${y(t)}H${right}M${x(t)} ${top}V${bottom}` }),
      guide.svg("text", { class: "small muted end", x: left - 6, y: y(t) + 4.5 }, String(t)),
      guide.svg("text", { class: "small muted middle", x: x(t), y: bottom + 17 }, String(t)),
    );
  }
  picture.append(
    guide.svg("path", { class: "line dashed", d: `M${x(0)} ${y(0)}L${x(1)} ${y(1)}` }),
    guide.svg("text", { class: "small middle", x: (left + right) / 2, y: bottom + 37 }, say("probability that was said", "预报的概率")),
    guide.svg("text", { class: "small middle", transform: `translate(16 ${(top + bottom) / 2}) rotate(-90)` }, say("how often it rained", "实际下雨的频率")),
  );
  const dots = guide.svg("g");
  picture.append(dots);
  const words = [40, 66, 100, 126, 160, 186].map((place, i) => {
    const text = guide.svg("text", { class: i % 2 ? "small muted" : "strong", x: 306, y: place });
    picture.append(text);
    return text;
  });
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");

  // days whose true chance of rain is spread evenly over the logit from -3 to 3
  const days = Array.from({ length: 601 }, (_, i) => {
    const logit = -3 + i / 100;
    return { logit, chance: 1 / (1 + Math.exp(-logit)), weight: Math.exp(-(logit ** 2) / 4) };
  });
  const total = days.reduce((sum, day) => sum + day.weight, 0);
  const draw = (sure) => {
    const bins = Array.from({ length: 10 }, () => ({ w: 0, p: 0, q: 0 }));
    let brier = 0;
    for (const { logit, chance, weight } of days) {
      const p = 1 / (1 + Math.exp(-sure * logit));
      const bin = bins[Math.min(9, Math.floor(p * 10))];
      const w = weight / total;
      bin.w += w;
      bin.p += w * p;
      bin.q += w * chance;
      brier += w * (chance * (1 - p) ** 2 + (1 - chance) * p ** 2);
    }
    const full = bins.filter((bin) => bin.w > 1e-6);
    dots.replaceChildren(...full.map((bin) => guide.svg("circle", { class: "box c1", cx: x(bin.p / bin.w), cy: y(bin.q / bin.w), r: 3 + 14 * Math.sqrt(bin.w) })));
    const ece = full.reduce((sum, bin) => sum + Math.abs(bin.p - bin.q), 0);
    const kind = sure > 1.04 ? say("too sure", "过于自信") : sure < 0.96 ? say("too timid", "过于保守") : say("calibrated", "校准良好");
    [words[0].textContent, words[1].textContent] = [`ECE ${ece.toFixed(3)}`, kind];
    [words[2].textContent, words[3].textContent] = [`${say("Brier score", "布里尔分数")} ${brier.toFixed(3)}`, say("mean squared error", "概率的均方误差")];
    [words[4].textContent, words[5].textContent] = ["AUC 0.79", say("the order never changes", "排序始终不变")];
    const last = full[full.length - 1];
    result.textContent = say(
      `When it says ${Math.round((100 * last.p) / last.w)} %, it rains on ${Math.round((100 * last.q) / last.w)} % of the days: ${kind}. ECE ${ece.toFixed(3)}, Brier score ${brier.toFixed(3)}; the ranking of the days, and so AUC, stays the same.`,
      `它说 ${Math.round((100 * last.p) / last.w)} % 时，实际有 ${Math.round((100 * last.q) / last.w)} % 的日子下雨：${kind}。ECE ${ece.toFixed(3)}，布里尔分数 ${brier.toFixed(3)}；日子的排序和 AUC 不变。`,
    );
    picture.setAttribute("aria-label", result.textContent);
  };
  element.append(
    guide.html("div", { className: "guide-controls" },
      guide.slider({
        label: say("Confidence: logits times", "自信程度：logit 乘以"), min: 0.3, max: 3, step: 0.1, value: 2,
        show: (value) => value.toFixed(1), onInput: draw,
      })),
    picture,
    result,
  );
  draw(2);
});
