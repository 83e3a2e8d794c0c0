// Polynomials of degree 0 to 11 through twelve noisy points of a sine: training error and the error
// on forty new points. Least squares in Legendre polynomials, columns made orthogonal one after the other.
guide.widget("polynomial-fit", (element) => {
  const zh = guide.lang === "zh";
  const words = zh
    ? { degree: "多项式次数", show: "显示新数据点", train: "训练误差", fresh: "新数据误差", points: "● 训练点　○ 新数据点　虚线：真实正弦",
        verdict: ["欠拟合：两个误差都大。", "拟合得当：两个误差都小。", "过拟合：训练误差继续下降，新数据上的误差却上升。"] }
    : { degree: "Degree", show: "Show the new points", train: "Training error", fresh: "Error on new points", points: "● training points   ○ new points   dashed: the true sine",
        verdict: ["Underfitting: both errors are large.", "A good fit: both errors are small.", "Overfitting: the training error still falls, the error on new points has risen."] };

  const train = {
    x: [0.0, 0.02, 0.04, 0.27, 0.54, 0.61, 0.64, 0.73, 0.81, 0.82, 0.91, 0.94],
    y: [-0.58, 0.07, -0.06, 0.81, -0.38, -0.72, -0.67, -0.73, -0.96, -0.56, -0.7, -0.28],
  };
  const fresh = {
    x: [0.58, 0.36, 0.94, 0.92, 0.64, 0.61, 0.65, 0.37, 0.13, 0.68, 0.49, 0.29, 0.46, 0.84, 0.88, 0.34, 0.54, 0.3, 0.56, 0.32, 0.37, 0.84, 0.21, 0.59, 0.08, 0.78, 0.74, 0.23, 0.82, 0.06, 0.32, 0.14, 0.42, 0.75, 0.22, 0.05, 0.38, 0.19, 0.09, 0.55],
    y: [-0.4, 0.71, 0.03, -0.15, -0.61, -1.19, -0.8, 0.9, 0.98, -1.06, 0.52, 0.64, 0.08, -0.61, -0.67, 1.34, -0.2, 0.79, -0.46, 0.63, 0.41, -0.69, 1.11, -0.21, 0.29, -0.56, -1.07, 1.39, -1.01, 0.18, 0.97, 1.03, 0.52, -1.15, 0.65, -0.04, 0.81, 1.18, 0.49, -0.58],
  };

  // values of the Legendre polynomials 0 … degree at x, for x in [0, 0.94] mapped to [-1, 1]
  function basis(x, degree) {
    const t = (2 * x) / 0.94 - 1;
    const p = [1, t];
    for (let k = 2; k <= degree; k++) p.push(((2 * k - 1) * t * p[k - 1] - (k - 1) * p[k - 2]) / k);
    return p.slice(0, degree + 1);
  }
  const dot = (a, b) => a.reduce((sum, v, i) => sum + v * b[i], 0);

  // least squares: orthogonalise the columns twice, project y, substitute back
  function fit(degree) {
    const rows = train.x.map((x) => basis(x, degree));
    const q = [];
    const r = [];
    for (let j = 0; j <= degree; j++) {
      let column = rows.map((row) => row[j]);
      r.push(new Array(degree + 1).fill(0));
      for (let pass = 0; pass < 2; pass++) {
        for (let i = 0; i < j; i++) {
          const c = dot(q[i], column);
          r[i][j] += c;
          column = column.map((v, k) => v - c * q[i][k]);
        }
      }
      const size = Math.sqrt(dot(column, column));
      r[j][j] = size;
      q.push(column.map((v) => v / size));
    }
    const c = q.map((column) => dot(column, train.y));
    for (let i = degree; i >= 0; i--) {
      for (let j = i + 1; j <= degree; j++) c[i] -= r[i][j] * c[j];
      c[i] /= r[i][i];
    }
    return (x) => dot(c, basis(x, degree));
  }
  const error = (f, set) => set.x.reduce((sum, x, i) => sum + (f(x) - set.y[i]) ** 2, 0) / set.x.length;
  const fits = Array.from({ length: 12 }, (_, d) => fit(d));
  const errors = fits.map((f) => [error(f, train), error(f, fresh)]);

  const width = 500, height = 400, left = 40, right = 490;
  const px = (x) => left + (x / 0.96) * (right - left);
  const py = (y) => 12 + ((2 - y) / 4) * 220;
  const svg = guide.svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", style: `--figure-width:${width}px` });
  const add = (tag, attributes, text = "") => svg.appendChild(guide.svg(tag, attributes, text));
  for (const y of [-2, -1, 0, 1, 2]) {
    add("path", { class: "grid", d: `M${left} ${py(y)}H${right}` });
    add("text", { class: "small muted end", x: left - 6, y: py(y) + 5 }, String(y).replace("-", "−"));
  }
  const steps = Array.from({ length: 201 }, (_, i) => (i / 200) * 0.96);
  add("path", { class: "line dashed", d: steps.map((x, i) => `${i ? "L" : "M"}${px(x).toFixed(1)} ${py(Math.sin(2 * Math.PI * x)).toFixed(1)}`).join("") });
  const rings = add("g", {});
  fresh.x.forEach((x, i) => rings.append(guide.svg("circle", { class: "line c2", cx: px(x), cy: py(fresh.y[i]), r: 3.5, style: "stroke-width:1.2" })));
  const curve = add("path", { class: "line c1" });
  train.x.forEach((x, i) => add("circle", { class: "solid c1", cx: px(x), cy: py(train.y[i]), r: 5 }));

  // below: both errors for every degree, on a logarithmic scale
  const ex = (d) => left + 14 + (d / 11) * (right - left - 28);
  const ey = (e) => 262 + ((3 - Math.log10(Math.min(1e3, Math.max(1e-3, e)))) / 6) * 106;
  for (const e of [0.001, 0.1, 10, 1000]) {
    add("path", { class: "grid", d: `M${left} ${ey(e)}H${right}` });
    add("text", { class: "small muted end", x: left - 6, y: ey(e) + 5 }, String(e));
  }
  for (let d = 0; d < 12; d++) add("text", { class: "small muted middle", x: ex(d), y: 388 }, String(d));
  [0, 1].forEach((which) => {
    add("path", { class: `line c${which + 1}${which ? " dashed" : ""}`, d: errors.map((e, d) => `${d ? "L" : "M"}${ex(d).toFixed(1)} ${ey(e[which]).toFixed(1)}`).join("") });
  });
  const marks = [0, 1].map((which) => add("circle", { class: `solid c${which + 1}`, r: 6 }));
  add("text", { class: "small c2", x: ex(3.6), y: 280 }, words.fresh);
  add("text", { class: "small c1", x: ex(0.2), y: 356 }, words.train);

  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const format = (e) => (e >= 100 ? e.toFixed(0) : e.toFixed(3));
  function draw(degree) {
    const f = fits[degree];
    let pen = false;
    curve.setAttribute("d", steps.filter((x) => x <= 0.945).map((x) => {
      const y = f(x);
      if (Math.abs(y) > 2.05) { pen = false; return ""; }
      const piece = `${pen ? "L" : "M"}${px(x).toFixed(1)} ${py(y).toFixed(1)}`;
      pen = true;
      return piece;
    }).join(""));
    marks.forEach((mark, which) => {
      mark.setAttribute("cx", ex(degree));
      mark.setAttribute("cy", ey(errors[degree][which]));
    });
    const verdict = words.verdict[degree < 3 ? 0 : degree < 8 ? 1 : 2];
    result.textContent = `${words.train}: ${format(errors[degree][0])}. ${words.fresh}: ${format(errors[degree][1])}. ${verdict}`;
    svg.setAttribute("aria-label", result.textContent);
  }
  const slider = guide.slider({ label: words.degree, min: 0, max: 11, step: 1, value: 3, onInput: draw });
  element.append(guide.html("div", { className: "guide-controls" }, slider), svg, guide.html("p", { textContent: words.points }), result);
  draw(3);
});
