// A mixture of three 2-D Gaussians under the DDPM schedule: noise it with a slider, look at the
// exact score, and let the exact score carry fresh noise back to the data.
guide.widget("diffusion-noising", (element) => {
  const zh = guide.lang === "zh";
  const words = zh
    ? {
        slider: "时间步 t", arrows: "箭头", score: "得分：密度上升的方向", guess: "从每个点指向去噪估计", none: "不显示",
        button: "从纯噪声开始去噪", note: "圆点 = 样本，圆圈 = 三个簇的中心。",
        state: (t, a) => `t = ${t}：ᾱ = ${a.toFixed(a < 0.01 ? 4 : 2)}；每个点 = ${Math.sqrt(a).toFixed(2)} × 数据 + ${Math.sqrt(1 - a).toFixed(2)} × 噪声。`,
        done: (n) => `去噪完成：140 个点中有 ${n.join("、")} 个分别落到三个簇里（数据的比例是 50%、30%、20%）。`,
      }
    : {
        slider: "Time step t", arrows: "Arrows", score: "score: uphill in density", guess: "from each point to its clean guess", none: "none",
        button: "Denoise fresh noise", note: "Dots are samples; rings are the centres of the three clusters.",
        state: (t, a) => `At t = ${t}, ᾱ = ${a.toFixed(a < 0.01 ? 4 : 2)}: each dot is ${Math.sqrt(a).toFixed(2)} × data + ${Math.sqrt(1 - a).toFixed(2)} × noise.`,
        done: (n) => `Denoised: of 140 dots, ${n[0]}, ${n[1]} and ${n[2]} ended in the three clusters (the data has 70, 42 and 28).`,
      };

  const T = 1000;
  const abar = [1];
  for (let t = 1; t <= T; t++) abar.push(abar[t - 1] * (1 - (1e-4 + ((0.02 - 1e-4) * (t - 1)) / (T - 1))));
  const clusters = [
    { w: 0.5, x: 1.4, y: 0.8 },
    { w: 0.3, x: -1.5, y: 0.9 },
    { w: 0.2, x: 0.1, y: -1.3 },
  ];
  const width = 0.22;

  let seed = 7;
  const uniform = () => ((seed = (seed * 1664525 + 1013904223) % 4294967296) + 0.5) / 4294967296;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const data = [];
  clusters.forEach((c) => {
    for (let i = 0; i < Math.round(c.w * 140); i++) data.push([c.x + width * normal(), c.y + width * normal()]);
  });
  const noise = data.map(() => [normal(), normal()]);

  // score of the noised mixture: responsibilities times (centre − point) / variance
  function score([x, y], a) {
    const variance = a * width * width + 1 - a;
    const root = Math.sqrt(a);
    const logs = clusters.map((c) => Math.log(c.w) - ((root * c.x - x) ** 2 + (root * c.y - y) ** 2) / (2 * variance));
    const top = Math.max(...logs);
    const shares = logs.map((l) => Math.exp(l - top));
    const sum = shares.reduce((p, q) => p + q, 0);
    let sx = 0;
    let sy = 0;
    clusters.forEach((c, k) => {
      sx += ((shares[k] / sum) * (root * c.x - x)) / variance;
      sy += ((shares[k] / sum) * (root * c.y - y)) / variance;
    });
    return [sx, sy];
  }
  const clean = (p, a) => {
    const s = score(p, a);
    return p.map((v, i) => (v + (1 - a) * s[i]) / Math.sqrt(a));
  };

  const W = 480, H = 340, scale = 58;
  const px = (x) => W / 2 + x * scale;
  const py = (y) => H / 2 - y * scale;
  const svg = guide.svg("svg", { viewBox: `0 0 ${W} ${H}`, style: "min-width:0", role: "img", "aria-label": words.note });
  const grid = guide.svg("g");
  const dots = guide.svg("g");
  const rings = guide.svg("g");
  svg.append(guide.svg("rect", { class: "box", x: 1, y: 1, width: W - 2, height: H - 2, rx: 4 }), grid, dots, rings);
  for (const c of clusters) {
    rings.append(guide.svg("circle", { class: "line c2", cx: px(c.x), cy: py(c.y), r: 9 }));
  }
  const circles = data.map(() => {
    const circle = guide.svg("circle", { class: "solid c1", r: 2.6 });
    dots.append(circle);
    return circle;
  });

  let t = 150;
  let mode = "score";
  let points = [];
  let timer = 0;
  const text = guide.html("p");
  text.setAttribute("aria-live", "polite");

  function arrow(from, to) {
    const [x1, y1, x2, y2] = [px(from[0]), py(from[1]), px(to[0]), py(to[1])];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length < 1.5) return;
    const ux = (x2 - x1) / length, uy = (y2 - y1) / length, h = Math.min(5, length / 2);
    grid.append(
      guide.svg("path", {
        class: "line c3",
        style: "stroke-width:1.2",
        d: `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}M${(x2 - h * (ux + 0.6 * uy)).toFixed(1)} ${(y2 - h * (uy - 0.6 * ux)).toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}L${(x2 - h * (ux - 0.6 * uy)).toFixed(1)} ${(y2 - h * (uy + 0.6 * ux)).toFixed(1)}`,
      }),
    );
  }

  function draw() {
    const a = abar[t];
    points.forEach((p, i) => {
      circles[i].setAttribute("cx", px(p[0]).toFixed(1));
      circles[i].setAttribute("cy", py(p[1]).toFixed(1));
    });
    grid.replaceChildren();
    if (mode === "score") {
      for (let i = -4; i <= 4; i++) {
        for (let j = -2; j <= 2; j++) {
          const p = [i * 0.9, j * 1.1];
          const s = score(p, a);
          const size = Math.hypot(...s);
          const shown = (0.42 * size) / (size + 0.6); // long scores are shortened, directions are kept
          arrow(p, [p[0] + (s[0] / size) * shown, p[1] + (s[1] / size) * shown]);
        }
      }
    } else if (mode === "guess" && t > 0) {
      points.forEach((p, i) => i % 4 === 0 && arrow(p, clean(p, a)));
    }
  }

  function noised() {
    const a = abar[t];
    points = data.map((p, i) => p.map((v, k) => Math.sqrt(a) * v + Math.sqrt(1 - a) * noise[i][k]));
    text.textContent = words.state(t, a);
    draw();
  }

  const slider = guide.slider({
    label: words.slider, min: 0, max: T, step: 10, value: t,
    onInput: (value) => { clearInterval(timer); t = value; noised(); },
  });
  const input = slider.querySelector("input");
  const output = slider.querySelector("output");
  function setTime(value) {
    t = value;
    input.value = value;
    output.textContent = String(value);
  }

  function step(to) {
    const [a, b] = [abar[t], abar[to]];
    points = points.map((p) => {
      const s = score(p, a);
      return p.map((v, i) => {
        const e = -Math.sqrt(1 - a) * s[i];
        return (Math.sqrt(b) * (v - Math.sqrt(1 - a) * e)) / Math.sqrt(a) + Math.sqrt(1 - b) * e;
      });
    });
    setTime(to);
  }

  function finish() {
    clearInterval(timer);
    const counts = [0, 0, 0];
    for (const p of points) {
      const distances = clusters.map((c) => Math.hypot(p[0] - c.x, p[1] - c.y));
      counts[distances.indexOf(Math.min(...distances))]++;
    }
    draw();
    text.textContent = words.done(counts);
  }

  const button = guide.button(words.button, () => {
    clearInterval(timer);
    setTime(T);
    points = data.map(() => [normal(), normal()]);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      while (t > 0) step(t - 20);
      finish();
      return;
    }
    timer = setInterval(() => {
      step(t - 20);
      if (t <= 0) finish();
      else { text.textContent = words.state(t, abar[t]); draw(); }
    }, 60);
  });

  const select = guide.select({
    label: words.arrows, value: mode,
    options: { score: words.score, guess: words.guess, none: words.none },
    onInput: (value) => { mode = value; draw(); },
  });
  element.append(guide.html("div", { className: "guide-controls" }, slider, select, button), svg, text, guide.html("p", { textContent: words.note }));
  noised();
});
