// One activation function, a point on it, and the tangent there.
guide.widget("activation-explorer", (element) => {
  const { svg, html } = guide;
  const zh = guide.lang === "zh";
  const sigmoid = (z) => 1 / (1 + Math.exp(-z));
  // erf by Abramowitz and Stegun 7.1.26, exact to 1.5e-7
  const erf = (x) => {
    const t = 1 / (1 + 0.3275911 * Math.abs(x));
    const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return Math.sign(x) * (1 - poly * Math.exp(-x * x));
  };
  const normal = (z) => (1 + erf(z / Math.SQRT2)) / 2;
  const density = (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const functions = {
    sigmoid: [sigmoid, (z) => sigmoid(z) * (1 - sigmoid(z))],
    tanh: [Math.tanh, (z) => 1 - Math.tanh(z) ** 2],
    ReLU: [(z) => Math.max(0, z), (z) => (z > 0 ? 1 : 0)],
    "leaky ReLU (0.1)": [(z) => (z > 0 ? z : 0.1 * z), (z) => (z > 0 ? 1 : 0.1)],
    GELU: [(z) => z * normal(z), (z) => normal(z) + z * density(z)],
    SiLU: [(z) => z * sigmoid(z), (z) => sigmoid(z) + z * sigmoid(z) * (1 - sigmoid(z))],
    [zh ? "无（恒等）" : "none (identity)"]: [(z) => z, () => 1],
  };
  let name = "sigmoid";
  let z = 1;
  const number = (v) => (Math.abs(v) < 5e-4 ? 0 : v).toFixed(3).replace("-", "−");
  const px = (x) => 36 + ((x + 6) / 12) * 350;
  const py = (y) => 14 + ((3 - y) / 5) * 210;

  const box = svg("svg", { viewBox: "0 0 400 250", role: "img", style: "--figure-width: 460px; min-width: 0" });
  const result = html("p");
  result.setAttribute("aria-live", "polite");

  // A path that leaves out what is above or below the picture.
  function path(f) {
    let d = "", pen = false;
    for (let x = -6; x <= 6.001; x += 0.05) {
      const y = f(x);
      const inside = y >= -2 && y <= 3;
      if (inside) d += `${pen ? "L" : "M"}${px(x).toFixed(1)} ${py(y).toFixed(1)}`;
      pen = inside;
    }
    return d;
  }

  function draw() {
    const [f, slope] = functions[name];
    const parts = [];
    const put = (x, y, words, classes) => parts.push(svg("text", { x, y, class: classes }, words));
    for (let x = -6; x <= 6; x += 2) {
      parts.push(svg("path", { class: "grid", d: `M${px(x)} 14V224` }));
      put(px(x), 242, String(x).replace("-", "−"), "small muted middle");
    }
    for (let y = -2; y <= 3; y += 1) {
      parts.push(svg("path", { class: "grid", d: `M36 ${py(y)}H386` }));
      put(30, py(y) + 5, String(y).replace("-", "−"), "small muted end");
    }
    parts.push(svg("path", { class: "axis", d: `M36 ${py(0)}H386M${px(0)} 14V224` }));
    const [y, m] = [f(z), slope(z)];
    parts.push(svg("path", { class: "line c4 dashed", d: path(slope) }));
    parts.push(svg("path", { class: "line c1", d: path(f) }));
    parts.push(svg("path", { class: "line c2", d: path((x) => (Math.abs(x - z) < 2 ? y + m * (x - z) : 9)) }));
    if (y >= -2 && y <= 3) parts.push(svg("circle", { class: "solid c2", cx: px(z), cy: py(y), r: 5 }));
    parts.push(svg("path", { class: "line c1", d: "M46 26h22" }), svg("path", { class: "line c4 dashed", d: "M46 46h22" }), svg("path", { class: "line c2", d: "M46 66h22" }));
    put(74, 31, zh ? "函数" : "function", "small");
    put(74, 51, zh ? "导数" : "slope", "small");
    put(74, 71, zh ? "切线" : "tangent", "small");
    box.replaceChildren(...parts);
    const small = Math.abs(m) < 0.01;
    const words = zh
      ? `${name}：f(${z.toFixed(1)}) = ${number(y)}，斜率 ${number(m)}。${small ? "饱和：几乎没有梯度通过。" : ""}十个这样的因子相乘：${(m ** 10).toExponential(1)}。`
      : `${name}: f(${z.toFixed(1)}) = ${number(y)}, slope ${number(m)}. ${small ? "Saturated: hardly any gradient passes. " : ""}Ten such factors multiplied: ${(m ** 10).toExponential(1)}.`;
    result.textContent = words.replaceAll("-", "−");
    box.setAttribute("aria-label", result.textContent);
  }

  const choice = guide.select({
    label: zh ? "函数" : "function",
    options: Object.fromEntries(Object.keys(functions).map((key) => [key, key])),
    value: name,
    onInput: (key) => { name = key; draw(); },
  });
  const slider = guide.slider({
    label: "z", min: -6, max: 6, step: 0.1, value: z,
    show: (v) => v.toFixed(1).replace("-", "−"),
    onInput: (v) => { z = v; draw(); },
  });
  element.append(html("div", { className: "guide-controls" }, choice, slider), box, result);
  draw();
});
