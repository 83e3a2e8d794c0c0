// How a gradient shrinks or grows on its way back through time: a plain RNN and an LSTM's cell state.
guide.widget("gradient-over-time", (element) => {
  const zh = guide.lang === "zh";
  const state = { factor: 0.9, forget: 0.99, steps: 100 };
  const left = 62, right = 404, top = 18, bottom = 238, low = -12, high = 6;
  const y = (exponent) => top + (bottom - top) * (high - Math.max(low, Math.min(high, exponent))) / (high - low);
  const x = (step) => left + (right - left) * step / 100;
  const power = (value) => {
    if (value >= 0.001 && value < 10000) return value.toPrecision(2).replace(/e.*/, "");
    const exponent = Math.floor(Math.log10(value));
    return `${(value / 10 ** exponent).toFixed(1)} · 10${[...String(exponent)].map((c) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(c)]).join("")}`;
  };

  const svg = guide.svg("svg", { viewBox: "0 0 480 284", role: "img" });
  svg.setAttribute("aria-label", zh ? "梯度大小随回传步数的变化，对数坐标" : "Size of the gradient against steps back, logarithmic");
  svg.style.setProperty("--figure-width", "480px");
  const text = (words, attributes) => {
    const node = guide.svg("text", attributes);
    node.textContent = words;
    svg.append(node);
    return node;
  };
  for (let exponent = low; exponent <= high; exponent += 3) {
    svg.append(guide.svg("path", { class: exponent === 0 ? "axis" : "grid", d: `M${left} ${y(exponent)}H${right}` }));
    const names = { 6: "10⁶", 3: "10³", 0: "1", "-3": "10⁻³", "-6": "10⁻⁶", "-9": "10⁻⁹", "-12": "10⁻¹²" };
    text(names[exponent], { class: "end small", x: left - 8, y: y(exponent) + 5 });
  }
  for (const step of [0, 25, 50, 75, 100]) text(step, { class: "middle small", x: x(step), y: bottom + 20 });
  text(zh ? "向后回传的步数" : "steps back", { class: "middle small muted", x: (left + right) / 2, y: bottom + 40 });
  const curves = [
    { line: guide.svg("path", { class: "line c2" }), name: text("RNN", { class: "small strong c2" }), value: () => state.factor },
    { line: guide.svg("path", { class: "line c1 dashed" }), name: text("LSTM", { class: "small strong c1" }), value: () => state.forget },
  ];
  curves.forEach((curve) => svg.append(curve.line));
  const result = guide.html("p");

  function draw() {
    const ends = curves.map((curve) => {
      const slope = Math.log10(curve.value());
      const points = [];
      for (let step = 0; step <= state.steps; step++) {
        const exponent = step * slope;
        if (exponent < low || exponent > high) break;
        points.push(`${x(step).toFixed(1)} ${y(exponent).toFixed(1)}`);
      }
      curve.line.setAttribute("d", `M${points.join("L")}`);
      const [endX, endY] = points.at(-1).split(" ").map(Number);
      curve.name.setAttribute("x", endX + 8);
      return endY;
    });
    const apart = Math.abs(ends[0] - ends[1]) < 18;
    curves.forEach((curve, i) => {
      const shift = apart ? (ends[i] <= ends[1 - i] && !(ends[i] === ends[1 - i] && i) ? -9 : 9) : 0;
      curve.name.setAttribute("y", ends[i] + 5 + shift);
    });
    const rnn = power(state.factor ** state.steps), lstm = power(state.forget ** state.steps);
    result.textContent = zh
      ? `回传 ${state.steps} 步之后：RNN 的梯度是原来的 ${rnn} 倍，LSTM 细胞状态的梯度是原来的 ${lstm} 倍。`
      : `After ${state.steps} steps back, the RNN's gradient is ${rnn} times what it was, the one along the LSTM's cell state ${lstm} times.`;
  }
  element.append(
    guide.html("div", { className: "guide-controls" },
      guide.slider({ label: zh ? "RNN：权重 × 斜率" : "RNN: weight × slope", min: 0.5, max: 1.5, step: 0.01, value: state.factor, show: (v) => v.toFixed(2), onInput: (v) => { state.factor = v; draw(); } }),
      guide.slider({ label: zh ? "LSTM：遗忘门" : "LSTM: forget gate", min: 0.8, max: 1, step: 0.005, value: state.forget, show: (v) => v.toFixed(3), onInput: (v) => { state.forget = v; draw(); } }),
      guide.slider({ label: zh ? "步数" : "Steps", min: 1, max: 100, step: 1, value: state.steps, onInput: (v) => { state.steps = v; draw(); } }),
    ),
    guide.html("div", { className: "guide-scroll" }, svg),
    result,
  );
  draw();
});
