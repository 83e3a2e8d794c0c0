// How sure is an accuracy? The 95 % interval (Wilson) for a test set of n items.
guide.widget("test-set-size", (element) => {
  const zh = guide.lang === "zh";
  const T = zh
    ? {
        n: "测试集大小", a: "测得的准确率", gap: "想分辨的差别",
        label: "准确率的 95% 区间",
        says: (n, k, lo, hi) => `${n.toLocaleString("zh")} 个样本中答对 ${k.toLocaleString("zh")} 个：真实准确率很可能在 ${lo}% 到 ${hi}% 之间。`,
        need: (gap, m) => `要分辨两个相差 ${gap} 个百分点的模型（各用一套独立的测试样本，显著性水平 5%，功效 80%），每个模型大约需要 ${m.toLocaleString("zh")} 个样本；在同一批样本上配对比较需要的更少。`,
      }
    : {
        n: "Test items", a: "Measured accuracy", gap: "Difference to see",
        label: "95 % interval of the accuracy",
        says: (n, k, lo, hi) => `${k.toLocaleString("en")} of ${n.toLocaleString("en")} right: the true accuracy is likely between ${lo} % and ${hi} %.`,
        need: (gap, m) => `To tell two models apart that differ by ${gap} points takes about ${m.toLocaleString("en")} items for each (separate test sets, 5 % level, 80 % power). Comparing on the same items takes fewer.`,
      };
  let n = 400;
  let accuracy = 0.96;
  let gap = 0.01;
  const W = 460;
  const svg = guide.svg("svg", { viewBox: `0 0 ${W} 92`, style: "min-width:0", role: "img", "aria-label": T.label });
  const results = [guide.html("p"), guide.html("p")];
  results[0].setAttribute("aria-live", "polite");
  const x = (p) => 24 + ((p - 0.5) / 0.5) * (W - 48);
  function draw() {
    const k = Math.round(n * accuracy);
    const p = k / n;
    const z = 1.96;
    const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
    const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
    const [lo, hi] = [Math.max(0.5, centre - half), Math.min(1, centre + half)];
    svg.replaceChildren(
      ...[0.5, 0.6, 0.7, 0.8, 0.9, 1].flatMap((v) => [
        guide.svg("path", { class: "grid", d: `M${x(v)} 14V62` }),
        guide.svg("text", { class: "small middle muted", x: x(v), y: 82 }, `${Math.round(v * 100)} %`),
      ]),
      guide.svg("rect", { class: "box c1", x: x(lo), y: 26, width: Math.max(2, x(hi) - x(lo)), height: 24, rx: 3 }),
      guide.svg("path", { class: "line c2", d: `M${x(p)} 18V58` }),
    );
    results[0].textContent = T.says(n, k, (100 * lo).toFixed(1), (100 * hi).toFixed(1));
    const q = Math.max(0.001, Math.min(accuracy - gap, 0.999));
    const m = Math.ceil((1.96 + 0.8416) ** 2 * (accuracy * (1 - accuracy) + q * (1 - q)) / gap ** 2);
    results[1].textContent = T.need(Number((100 * gap).toFixed(1)), m);
  }
  element.append(
    guide.html(
      "div",
      { className: "guide-controls" },
      guide.slider({ label: T.n, min: 1.3, max: 4, step: 0.05, value: Math.log10(n), show: (v) => String(Math.round(10 ** v)), onInput: (v) => { n = Math.round(10 ** v); draw(); } }),
      guide.slider({ label: T.a, min: 0.55, max: 0.99, step: 0.01, value: accuracy, show: (v) => `${Math.round(100 * v)} %`, onInput: (v) => { accuracy = v; draw(); } }),
      guide.slider({ label: T.gap, min: 0.005, max: 0.1, step: 0.005, value: gap, show: (v) => (100 * v).toFixed(1), onInput: (v) => { gap = v; draw(); } }),
    ),
    svg,
    ...results,
  );
  draw();
});
