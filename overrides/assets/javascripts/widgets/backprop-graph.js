// Steps through the forward and the backward pass of L = (tanh(w·x + b) − y)².
guide.widget("backprop-graph", (element) => {
  const { svg, html } = guide;
  const zh = guide.lang === "zh";
  const inputs = { w: 0.5, x: 2, b: 0, y: 0 };
  let step = 0;
  const rounded = (digits) => (v) => (Math.abs(v) < 0.5 * 10 ** -digits ? 0 : v).toFixed(digits).replace("-", "−");
  const number = rounded(3);
  const short = rounded(2); // what fits into the drawing

  function values() {
    const { w, x, b, y } = inputs;
    const u = w * x, z = u + b, h = Math.tanh(z), e = h - y, L = e * e;
    const ge = 2 * e, gz = ge * (1 - h * h);
    return { w, x, b, y, u, z, h, e, L, g: { L: 1, e: ge, h: ge, y: -ge, z: gz, u: gz, b: gz, w: gz * x, x: gz * w } };
  }

  // What each step shows: which values or slopes it adds, and what is done in words.
  const steps = [
    { say: () => (zh ? "输入已给定。按“下一步”开始前向计算。" : "The inputs are given. Press Next to start the forward pass.") },
    { value: "u", say: (v) => `u = w · x = ${number(v.w)} · ${number(v.x)} = ${number(v.u)}` },
    { value: "z", say: (v) => `z = u + b = ${number(v.u)} + ${number(v.b)} = ${number(v.z)}` },
    { value: "h", say: (v) => `h = tanh z = tanh ${number(v.z)} = ${number(v.h)}` },
    { value: "e", say: (v) => `e = h − y = ${number(v.h)} − ${number(v.y)} = ${number(v.e)}` },
    { value: "L", say: (v) => `L = e² = ${number(v.L)}` },
    { slopes: ["L"], say: () => (zh ? "反向从损失开始：∂L/∂L = 1" : "Backward starts at the loss: ∂L/∂L = 1") },
    { slopes: ["e"], say: (v) => `∂L/∂e = 2e · 1 = ${number(v.g.e)}` },
    { slopes: ["h", "y"], say: (v) => `${zh ? "减法" : "subtraction"}: ∂L/∂h = ${number(v.g.h)}, ∂L/∂y = ${number(v.g.y)}` },
    { slopes: ["z"], say: (v) => `∂L/∂z = ∂L/∂h · (1 − h²) = ${number(v.g.h)} · ${number(1 - v.h * v.h)} = ${number(v.g.z)}` },
    { slopes: ["u", "b"], say: (v) => `${zh ? "加法原样复制" : "addition copies"}: ∂L/∂u = ∂L/∂b = ${number(v.g.u)}` },
    {
      slopes: ["w", "x"],
      say: (v) =>
        `${zh ? "乘法交换因子" : "multiplication swaps"}: ∂L/∂w = ${number(v.g.u)} · x = ${number(v.g.w)}, ∂L/∂x = ${number(v.g.u)} · w = ${number(v.g.x)}`,
    },
  ];

  const box = svg("svg", { viewBox: "0 0 520 250", role: "img", style: "--figure-width: 560px; min-width: 0" });
  const marker = svg("marker", { id: "bp-head", viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse" });
  marker.append(svg("path", { class: "head", d: "M0 0 10 5 0 10z" }));
  const defs = svg("defs");
  defs.append(marker);
  const drawing = svg("g");
  box.append(defs, drawing);

  // Places: a quantity stands on the arrow into the operation that uses it.
  const at = {
    w: [24, 58], x: [24, 154], u: [146, 106], b: [197, 224], z: [246, 106], h: [343, 106], y: [395, 224], e: [441, 106], L: [500, 106],
  };
  const operations = [[96, "×"], [197, "+"], [295, "tanh"], [395, "−"], [474, "( )²"]];
  const arrows = {
    w: "M46 62L74 90", x: "M46 150L74 122", u: "M121 106H172", b: "M197 206V132", z: "M222 106H270", h: "M320 106H370", y: "M395 206V132", e: "M420 106H449", L: "M498 106H517",
  };

  function draw() {
    const v = values();
    const shown = new Set(["w", "x", "b", "y"]);
    const slopes = new Set();
    steps.slice(0, step + 1).forEach((s) => {
      if (s.value) shown.add(s.value);
      (s.slopes ?? []).forEach((name) => slopes.add(name));
    });
    const now = steps[step].value ? [steps[step].value] : steps[step].slopes ?? [];
    const parts = [];
    const put = (x, y, words, classes) => parts.push(svg("text", { x, y, class: classes }, words));
    for (const [name, d] of Object.entries(arrows)) {
      const back = slopes.has(name);
      const path = svg("path", { d, class: back ? "line c2 dashed" : "line" });
      path.setAttribute(back ? "marker-start" : "marker-end", "url(#bp-head)");
      parts.push(path);
    }
    for (const [x, words] of operations) {
      parts.push(svg("circle", { cx: x, cy: 106, r: 24, class: "box c1" }));
      put(x, 111, words, words.length > 2 ? "small middle" : "middle");
    }
    for (const name of ["w", "x", "b", "y"]) {
      const [x, y] = at[name];
      parts.push(svg("rect", { x: x - 20, y: y - 17, width: 40, height: 34, rx: 6, class: "box c3" }));
      put(x, y + 5, name, "math middle");
    }
    // values above the arrow, slopes below it
    const spots = {
      w: [4, 34, 93, ""], x: [4, 189, 208, ""], b: [223, 222, 242, ""], y: [421, 222, 242, ""],
      u: [146, 74, 152, "middle"], z: [246, 50, 152, "middle"], h: [345, 74, 152, "middle"], e: [432, 50, 152, "middle"], L: [519, 74, 176, "end"],
    };
    for (const [name, [x, top, low, anchor]] of Object.entries(spots)) {
      const strong = now.includes(name) ? " strong" : "";
      if (shown.has(name)) put(x, top, `${name} = ${short(v[name])}`, `${anchor}${strong}`);
      if (slopes.has(name)) put(x, low, `∂ ${short(v.g[name])}`, `c2 ${anchor}${strong}`);
    }
    drawing.replaceChildren(...parts);
    const words = steps[step].say(v);
    result.textContent = `${zh ? "第" : "Step"} ${step}${zh ? " 步" : ""} / ${steps.length - 1}: ${words}`;
    box.setAttribute("aria-label", words);
    back.disabled = step === 0;
    next.disabled = step === steps.length - 1;
  }

  const result = html("p");
  result.setAttribute("aria-live", "polite");
  const go = (to) => { step = Math.max(0, Math.min(steps.length - 1, to)); draw(); };
  const back = guide.button(zh ? "上一步" : "Back", () => go(step - 1));
  const next = guide.button(zh ? "下一步" : "Next", () => go(step + 1));
  const all = guide.button(zh ? "全部显示" : "Show all", () => go(steps.length - 1));
  const sliders = Object.entries(inputs).map(([name, value]) =>
    guide.slider({
      label: name, min: -3, max: 3, step: 0.1, value,
      show: (x) => x.toFixed(1).replace("-", "−"),
      onInput: (x) => { inputs[name] = x; draw(); },
    }),
  );
  element.append(
    html("div", { className: "guide-controls" }, ...sliders),
    html("div", { className: "guide-controls" }, back, next, all),
    box, result,
  );
  go(steps.length - 1);
});
