// A network of two hidden neurons on the XOR problem: two numbers and the activation to choose.
guide.widget("xor-network", (element) => {
  const zh = guide.lang === "zh";
  const words = zh
    ? { bias: "h₂ 的偏置", weight: "h₂ 的输出权重", activation: "激活函数", relu: "ReLU", none: "无（线性）", input: "输入空间", hidden: "隐藏层空间",
        key: "实心：XOR = 1；空心：XOR = 0；底色区域：网络输出大于 ½（回答 1）",
        result: (n, f) => `${f}：四个输入中有 ${n} 个正确。` }
    : { bias: "Bias of h₂", weight: "Output weight of h₂", activation: "Activation", relu: "ReLU", none: "none (linear)", input: "input space", hidden: "hidden space",
        key: "Filled: XOR = 1. Hollow: XOR = 0. Shaded: the network's output is above ½, it answers 1.",
        result: (n, f) => `${f}: ${n} of 4 inputs right.` };
  const data = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]];
  const state = { bias: -1, weight: 0, activation: "relu" };
  const g = (z) => (state.activation === "relu" ? Math.max(0, z) : z);
  const hidden = (a, b) => [g(a + b), g(a + b + state.bias)];
  const output = (h) => h[0] + state.weight * h[1];

  const svg = guide.svg("svg", { viewBox: "0 0 500 260", role: "img", style: "--figure-width:500px" });
  const size = 200, cells = 100;
  const views = [
    { left: 34, range: [-0.5, 1.5, -0.5, 1.5], title: words.input, x: "x₁", y: "x₂", ticks: [0, 1] },
    { left: 286, range: [-1, 3, -2, 2], title: words.hidden, x: "h₁", y: "h₂", ticks: [0, 1, 2] },
  ];
  for (const view of views) {
    const [x0, x1, y0, y1] = view.range;
    view.px = (x) => view.left + ((x - x0) / (x1 - x0)) * size;
    view.py = (y) => 30 + ((y1 - y) / (y1 - y0)) * size;
    svg.append(guide.svg("text", { class: "small strong middle", x: view.left + size / 2, y: 18 }, view.title));
    view.area = svg.appendChild(guide.svg("path", { class: "soft c2", style: "stroke:none" }));
    for (const t of view.ticks) {
      svg.append(guide.svg("path", { class: "grid", d: `M${view.px(t)} 30V230` }));
      if (t >= y0 && t <= y1) svg.append(guide.svg("path", { class: "grid", d: `M${view.left} ${view.py(t)}h${size}` }));
      svg.append(guide.svg("text", { class: "small muted middle", x: view.px(t), y: 247 }, String(t)));
      if (t < 2) svg.append(guide.svg("text", { class: "small muted end", x: view.left - 5, y: view.py(t) + 5 }, String(t)));
    }
    svg.append(guide.svg("text", { class: "math middle", x: view.left + size - 8, y: 224 }, view.x));
    svg.append(guide.svg("text", { class: "math middle", x: view.left + 14, y: 46 }, view.y));
    view.points = svg.appendChild(guide.svg("g"));
  }
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const signed = (v) => `${v < 0 ? "−" : "+"} ${Math.abs(v).toFixed(1)}`;

  function draw() {
    views.forEach((view, which) => {
      const [x0, x1, y0, y1] = view.range;
      const step = size / cells;
      let d = "";
      for (let i = 0; i < cells; i++) {
        for (let j = 0; j < cells; j++) {
          const x = x0 + ((i + 0.5) / cells) * (x1 - x0);
          const y = y1 - ((j + 0.5) / cells) * (y1 - y0);
          const h = which ? [x, y] : hidden(x, y);
          if (output(h) > 0.5) d += `M${view.left + i * step} ${30 + j * step}h${step}v${step}h${-step}z`;
        }
      }
      view.area.setAttribute("d", d);
      view.points.replaceChildren(...data.map(([a, b, label]) => {
        const [x, y] = which ? hidden(a, b) : [a, b];
        return guide.svg("circle", { class: label ? "solid c2" : "box c1", cx: view.px(x), cy: view.py(y), r: 7, style: label ? "" : "fill:var(--guide-paper)" });
      }));
    });
    const right = data.filter(([a, b, label]) => (output(hidden(a, b)) > 0.5 ? 1 : 0) === label).length;
    const f = state.activation === "relu" ? ["max(0, x₁ + x₂)", `max(0, x₁ + x₂ ${signed(state.bias)})`] : ["x₁ + x₂", `(x₁ + x₂ ${signed(state.bias)})`];
    const output_words = `ŷ = ${f[0]} ${signed(state.weight)} · ${f[1]}`;
    result.textContent = words.result(right, output_words);
    svg.setAttribute("aria-label", result.textContent);
  }
  const show = (v) => v.toFixed(1).replace("-", "−");
  const sliders = [
    guide.slider({ label: words.bias, min: -2, max: 1, step: 0.1, value: -1, show, onInput: (v) => { state.bias = v; draw(); } }),
    guide.slider({ label: words.weight, min: -4, max: 2, step: 0.1, value: 0, show, onInput: (v) => { state.weight = v; draw(); } }),
  ];
  for (const slider of sliders) slider.firstChild.style.minWidth = "10em"; // one column
  element.append(
    guide.html("div", { className: "guide-controls" }, ...sliders,
      guide.select({ label: words.activation, options: { relu: words.relu, none: words.none }, value: "relu", onInput: (v) => { state.activation = v; draw(); } })),
    svg, guide.html("p", { textContent: words.key }), result);
  draw();
});
