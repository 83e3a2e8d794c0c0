// A training budget and a model size: the tokens it buys, the loss the scaling law predicts, and
// how far the choice is from the compute-optimal one.
guide.widget("compute-budget", (element) => {
  const zh = guide.lang === "zh";
  const words = zh
    ? {
        budget: "预算 C（FLOP）", size: "模型大小 ÷ 最优大小", law: "所用拟合",
        corrected: "Besiroglu 等 2024（修正）", published: "Hoffmann 等 2022（原文）",
        params: "参数量 N（对数）", loss: "预测损失", optimum: "最优",
        say: (r) => `N = ${r.n} 个参数，D = ${r.d} 个词元（每参数 ${r.ratio} 个）。预测损失 ${r.loss}，最优为 ${r.best}（N = ${r.bestN}），多出 ${r.extra} nats；过训练倍数 ${r.over}，推理每词元便宜 ${r.cheap} 倍。`,
      }
    : {
        budget: "Budget C (FLOPs)", size: "model size ÷ optimal size", law: "Fit",
        corrected: "Besiroglu et al. 2024 (corrected)", published: "Hoffmann et al. 2022 (as printed)",
        params: "parameters N (logarithmic)", loss: "predicted loss", optimum: "optimum",
        say: (r) => `N = ${r.n} parameters, D = ${r.d} tokens: ${r.ratio} tokens per parameter. Predicted loss ${r.loss} nats; the optimum (N = ${r.bestN}) has ${r.best}, so this choice costs ${r.extra} nats. Over-training factor ${r.over}; each generated token costs ${r.cheap} times the optimum’s FLOPs.`,
      };
  const fits = {
    corrected: { E: 1.8172, A: 482.01, B: 2085.43, a: 0.3478, b: 0.3658 },
    published: { E: 1.69, A: 406.4, B: 410.7, a: 0.34, b: 0.28 },
  };
  const state = { power: 23, shrink: -0.5, fit: "corrected" };
  const loss = (f, n, c) => f.E + f.A / n ** f.a + f.B / (c / 6 / n) ** f.b;
  const optimum = (f, c) =>
    ((f.a * f.A) / (f.b * f.B)) ** (1 / (f.a + f.b)) * (c / 6) ** (f.b / (f.a + f.b));
  const short = (value) => {
    const units = zh
      ? [[1e12, " 万亿"], [1e8, " 亿"], [1e4, " 万"]]
      : [[1e12, " T"], [1e9, " B"], [1e6, " M"]];
    for (const [size, unit] of units) if (value >= size) return (value / size).toPrecision(3) + unit;
    return value.toPrecision(3);
  };
  const plain = (v) => (v < 1000 ? v.toPrecision(3) : Math.round(v).toLocaleString("en"));
  const drawing = guide.svg("svg", { viewBox: "0 0 500 258", role: "img", style: "min-width: 0" });
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");

  function draw() {
    const f = fits[state.fit];
    const c = 10 ** state.power;
    const best = optimum(f, c);
    const n = best * 10 ** state.shrink;
    const bestLoss = loss(f, best, c);
    const span = 2; // decades each side of the optimum
    const centre = Math.log10(best);
    const top = bestLoss + 1.05 * (loss(f, best / 100, c) - bestLoss);
    const x = (log) => 54 + ((log - centre + span) / (2 * span)) * 430;
    const y = (v) => 206 - ((v - bestLoss) / (top - bestLoss)) * 172;
    const points = [];
    for (let i = 0; i <= 120; i++) {
      const log = centre - span + (i / 120) * 2 * span;
      const v = loss(f, 10 ** log, c);
      if (v <= top * 1.001) points.push(`${x(log).toFixed(1)},${y(v).toFixed(1)}`);
    }
    const text = (content, attributes) => {
      const node = guide.svg("text", { class: "small", ...attributes });
      node.textContent = content;
      return node;
    };
    drawing.replaceChildren(
      guide.svg("path", { class: "axis", d: "M54 22V214H488" }),
      text(words.loss, { x: 4, y: 14, class: "small muted" }),
      text(top.toFixed(2), { x: 48, y: y(top) + 4, class: "small end" }),
      text(bestLoss.toFixed(2), { x: 48, y: y(bestLoss) + 4, class: "small end" }),
      guide.svg("path", { class: "grid", d: `M54 ${y(bestLoss)}H488` }),
      ...[-2, -1, 0, 1, 2].map((k) =>
        text(short(best * 10 ** k), { x: Math.min(x(centre + k), 462), y: 232, class: "small middle" })),
      text(words.params, { x: 270, y: 251, class: "small muted middle" }),
      guide.svg("polyline", { class: "line c1", points: points.join(" ") }),
      guide.svg("path", { class: "line dashed", d: `M${x(centre)} 30V214` }),
      text(words.optimum, { x: x(centre) + 6, y: 42, class: "small muted" }),
      guide.svg("circle", { class: "solid c2", cx: x(Math.log10(n)), cy: y(loss(f, n, c)), r: 7 }),
    );
    const d = c / 6 / n;
    const report = {
      n: short(n), d: short(d), ratio: plain(d / n), loss: loss(f, n, c).toFixed(3),
      best: bestLoss.toFixed(3), bestN: short(best), extra: (loss(f, n, c) - bestLoss).toFixed(3),
      over: plain(d / n / (c / 6 / best / best)),
      cheap: zh ? (best / n).toPrecision(3) : (n / best).toPrecision(3),
    };
    result.textContent = words.say(report);
    drawing.setAttribute("aria-label", result.textContent);
  }

  element.append(
    guide.html("div", { className: "guide-controls" },
      guide.slider({
        label: words.budget, min: 19, max: 26, step: 0.1, value: state.power,
        show: (v) => `10^${v.toFixed(1)}`,
        onInput: (v) => { state.power = v; draw(); },
      }),
      guide.slider({
        label: words.size, min: -1.8, max: 1, step: 0.05, value: state.shrink,
        show: (v) => `× ${(10 ** v).toPrecision(2)}`,
        onInput: (v) => { state.shrink = v; draw(); },
      }),
      guide.select({
        label: words.law, options: { corrected: words.corrected, published: words.published },
        value: state.fit, onInput: (v) => { state.fit = v; draw(); },
      })),
    drawing, result,
  );
  draw();
});
