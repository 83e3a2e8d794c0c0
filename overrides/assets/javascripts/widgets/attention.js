// The weights of self-attention over one short sentence, from small vectors given below.
guide.widget("attention", (element) => {
  const zh = guide.lang === "zh";
  // What each token looks for (query) and can be found by (key):
  // [a living thing, an action, a property, a small word]
  const tokens = [
    { word: "the", query: [2, 0, 0, 1], key: [0, 0, 0, 2] },
    { word: "cat", query: [1, 2, 1, 0], key: [3, 0, 0, 0] },
    { word: "sat", query: [2, 1, 0, 0], key: [0, 3, 0, 0] },
    { word: "because", query: [0, 2, 2, 0], key: [0, 0, 0, 3] },
    { word: "it", query: [3, 0, 0, 1], key: [1, 0, 0, 1] },
    { word: "was", query: [1, 0, 2, 0], key: [0, 1, 0, 2] },
    { word: "tired", query: [3, 0, 1, 0], key: [0, 0, 3, 0] },
  ];
  const count = tokens.length;
  const state = { reader: 4, divisor: 2, causal: true };

  const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  function weightsOf(i) {
    const scores = tokens.map((token, j) =>
      state.causal && j > i ? -Infinity : dot(tokens[i].query, token.key) / state.divisor);
    const top = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - top));
    const sum = powers.reduce((a, b) => a + b);
    return powers.map((power) => power / sum);
  }

  const left = 76, top = 40, cell = 46, high = 34;
  const svg = guide.svg("svg", { viewBox: `0 0 ${left + count * cell + 6} ${top + count * high + 6}`, role: "img" });
  svg.setAttribute("aria-label", zh ? "注意力权重表" : "Table of attention weights");
  svg.style.setProperty("--figure-width", "404px");
  const cells = [];
  const names = [];
  tokens.forEach((token, j) => {
    const name = guide.svg("text", { class: "middle small", x: left + j * cell + cell / 2, y: top - 12 });
    name.textContent = token.word;
    svg.append(name);
  });
  tokens.forEach((token, i) => {
    const name = guide.svg("text", { class: "end", x: left - 10, y: top + i * high + 23 });
    name.textContent = token.word;
    names.push(name);
    svg.append(name);
    cells.push(tokens.map((_, j) => {
      const x = left + j * cell, y = top + i * high;
      const shade = guide.svg("rect", { class: "solid c1", x: x + 1, y: y + 1, width: cell - 2, height: high - 2, rx: 3 });
      const number = guide.svg("text", { class: "middle small", x: x + cell / 2, y: y + 22 });
      const area = guide.svg("g", {}, shade, number);
      area.addEventListener("pointerenter", () => choose(i));
      area.addEventListener("click", () => choose(i));
      svg.append(area);
      return { shade, number };
    }));
  });
  const frame = guide.svg("rect", { class: "line c2", x: left - 1, width: count * cell + 2, height: high, rx: 4, fill: "none" });
  svg.append(frame);
  const result = guide.html("p");

  function draw() {
    tokens.forEach((_, i) => weightsOf(i).forEach((weight, j) => {
      const masked = state.causal && j > i;
      cells[i][j].shade.setAttribute("opacity", masked ? 0 : (0.04 + 0.46 * weight).toFixed(3));
      cells[i][j].number.textContent = masked ? "–" : weight.toFixed(2);
    }));
    names.forEach((name, i) => name.setAttribute("class", i === state.reader ? "end strong c2" : "end"));
    frame.setAttribute("y", top + state.reader * high);
    const weights = weightsOf(state.reader);
    const order = weights.map((w, j) => [w, j]).sort((a, b) => b[0] - a[0]).slice(0, 2);
    const entropy = -weights.reduce((sum, w) => sum + (w > 0 ? w * Math.log(w) : 0), 0);
    const spread = Math.exp(entropy).toFixed(1);
    const said = order.map(([w, j]) => `${zh ? "「" : "“"}${tokens[j].word}${zh ? "」" : "”"} ${(100 * w).toFixed(0)}%`);
    const me = tokens[state.reader].word;
    result.textContent = zh
      ? `「${me}」主要读取 ${said.join("、")}；权重的分散程度相当于 ${spread} 个词元。`
      : `“${me}” reads mostly ${said.join(" and ")}; its weights are as spread as over ${spread} equal tokens.`;
    slider.querySelector("input").value = state.reader;
    slider.querySelector("output").textContent = me;
    slider.querySelector("input").setAttribute("aria-valuetext", me);
  }
  function choose(i) {
    state.reader = i;
    draw();
  }

  const slider = guide.slider({
    label: zh ? "查询" : "Query", min: 0, max: count - 1, step: 1, value: state.reader,
    show: (i) => tokens[i].word, onInput: choose,
  });
  const divisor = guide.slider({
    label: zh ? "分数除以" : "Divide scores by", min: -2, max: 4, step: 0.5, value: 1,
    show: (x) => (2 ** x === 2 ? "√d_k = 2" : (2 ** x).toFixed(2)),
    onInput: (x) => { state.divisor = 2 ** x; draw(); },
  });
  const mask = guide.select({
    label: zh ? "掩码" : "Mask",
    options: zh ? { causal: "因果（只看过去）", none: "无" } : { causal: "causal (past only)", none: "none" },
    value: "causal",
    onInput: (value) => { state.causal = value === "causal"; draw(); },
  });
  element.append(
    guide.html("div", { className: "guide-controls" }, slider, divisor, mask),
    guide.html("div", { className: "guide-scroll" }, svg),
    result,
  );
  draw();
});
