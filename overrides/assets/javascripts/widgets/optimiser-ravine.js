// A ball in the ravine L = ½(x² + 25 y²): learning rate, momentum, and number of steps.
guide.widget("optimiser-ravine", (element) => {
  const { svg, html } = guide;
  const zh = guide.lang === "zh";
  const curvature = [1, 25];
  const state = { method: "momentum", rate: 0.07, beta: 0, steps: 40 };
  const loss = (p) => (curvature[0] * p[0] ** 2 + curvature[1] * p[1] ** 2) / 2;

  function path() {
    let p = [-9, 1.6];
    const m = [0, 0], v = [0, 0], points = [p];
    for (let t = 1; t <= state.steps; t++) {
      p = p.map((x, i) => {
        const g = curvature[i] * x;
        if (state.method === "adam") {
          m[i] = state.beta * m[i] + (1 - state.beta) * g;
          v[i] = 0.999 * v[i] + 0.001 * g * g;
          const corrected = m[i] / (1 - state.beta ** t);
          return x - (10 * state.rate * corrected) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
        }
        m[i] = state.beta * m[i] + g;
        return x - state.rate * (state.method === "nesterov" ? g + state.beta * m[i] : m[i]);
      });
      points.push(p);
      if (!(loss(p) < 1e6)) break;
    }
    return points;
  }

  const px = (x) => 250 + x * 24;
  const py = (y) => 92 - y * 44;
  const box = svg("svg", { viewBox: "0 0 400 184", role: "img", style: "--figure-width: 560px; min-width: 0" });
  const clip = svg("clipPath", { id: "ravine-clip" });
  clip.append(svg("rect", { x: 4, y: 4, width: 392, height: 176 }));
  const defs = svg("defs");
  defs.append(clip);
  const drawing = svg("g", { "clip-path": "url(#ravine-clip)" });
  box.append(defs, svg("rect", { x: 4, y: 4, width: 392, height: 176, class: "grid" }), drawing);
  const result = html("p");
  result.setAttribute("aria-live", "polite");

  function draw() {
    const points = path();
    const parts = [0.5, 2, 8, 18, 32, 60].map((level) =>
      svg("ellipse", {
        class: "grid", cx: px(0), cy: py(0),
        rx: 24 * Math.sqrt(2 * level), ry: 44 * Math.sqrt((2 * level) / 25),
      }),
    );
    const inside = points.map(([x, y]) => [Math.max(-40, Math.min(40, x)), Math.max(-9, Math.min(9, y))]);
    parts.push(svg("path", { class: "line c1", d: `M${inside.map(([x, y]) => `${px(x).toFixed(1)} ${py(y).toFixed(1)}`).join("L")}` }));
    for (const [x, y] of inside) parts.push(svg("circle", { class: "solid c1", cx: px(x), cy: py(y), r: 2 }));
    const last = inside.at(-1);
    parts.push(svg("path", { class: "line c4", d: `M${px(0) - 6} ${py(0)}h12M${px(0)} ${py(0) - 6}v12` }));
    parts.push(svg("circle", { class: "solid c2", cx: px(last[0]), cy: py(last[1]), r: 6 }));
    parts.push(svg("text", { class: "small", x: px(-9) + 10, y: py(1.6) - 6 }, zh ? "起点" : "start"));
    drawing.replaceChildren(...parts);
    const end = loss(points.at(-1));
    const diverged = !(end < loss(points[0]));
    const rate = state.method === "adam" ? 10 * state.rate : state.rate;
    const limit = (2 * (1 + state.beta)) / 25;
    const verdict = diverged
      ? zh ? "发散：损失越来越大。" : "It diverges: the loss grows."
      : end < 0.001 ? (zh ? "到达谷底。" : "It has arrived.") : zh ? "还在路上。" : "It is on its way.";
    const bound =
      state.method === "momentum"
        ? zh ? `稳定上限 2(1+β)/25 = ${limit.toFixed(3)}。` : ` The limit of stability is 2(1 + β)/25 = ${limit.toFixed(3)}.`
        : "";
    result.textContent = zh
      ? `学习率 ${rate.toFixed(3)}，走了 ${points.length - 1} 步，损失 ${end.toPrecision(2)}（开始 ${loss(points[0]).toFixed(1)}）。${verdict}${bound}`
      : `Rate ${rate.toFixed(3)}, ${points.length - 1} steps, loss ${end.toPrecision(2)} (at the start ${loss(points[0]).toFixed(1)}). ${verdict}${bound}`;
    box.setAttribute("aria-label", result.textContent);
  }

  const set = (name) => (value) => { state[name] = value; draw(); };
  element.append(
    html(
      "div", { className: "guide-controls" },
      guide.select({
        label: zh ? "方法" : "method",
        options: { momentum: zh ? "带动量的梯度下降" : "gradient descent with momentum", nesterov: "Nesterov", adam: zh ? "Adam（学习率 × 10）" : "Adam (rate × 10)" },
        value: state.method, onInput: set("method"),
      }),
      guide.slider({ label: zh ? "学习率" : "learning rate", min: 0.002, max: 0.12, step: 0.002, value: state.rate, show: (x) => x.toFixed(3), onInput: set("rate") }),
      guide.slider({ label: zh ? "动量 β" : "momentum β", min: 0, max: 0.98, step: 0.02, value: state.beta, show: (x) => x.toFixed(2), onInput: set("beta") }),
      guide.slider({ label: zh ? "步数" : "steps", min: 1, max: 100, step: 1, value: state.steps, onInput: set("steps") }),
    ),
    box, result,
  );
  draw();
});
