// A 3 × 3 kernel steps over a small image; the output fills as it goes.
guide.widget("convolution", (element) => {
  const zh = guide.lang === "zh";
  // A house under a sky, 0 to 9: the larger the number, the stronger the ink.
  const image = [
    "0000000000",
    "0000990000",
    "0009999000",
    "0099999900",
    "0999999990",
    "0055555500",
    "0055115500",
    "0055115500",
    "0055115500",
    "3333333333",
  ].map((row) => [...row].map(Number));
  const kernels = {
    vertical: { en: "vertical edges", zh: "竖直边缘", k: [[1, 0, -1], [1, 0, -1], [1, 0, -1]], scale: 1 },
    horizontal: { en: "horizontal edges", zh: "水平边缘", k: [[1, 1, 1], [0, 0, 0], [-1, -1, -1]], scale: 1 },
    blur: { en: "blur (mean of nine)", zh: "模糊（九个数的均值）", k: [[1, 1, 1], [1, 1, 1], [1, 1, 1]], scale: 9 },
    sharpen: { en: "sharpen", zh: "锐化", k: [[0, -1, 0], [-1, 5, -1], [0, -1, 0]], scale: 1 },
    outline: { en: "outline (Laplace)", zh: "轮廓（拉普拉斯）", k: [[0, 1, 0], [1, -4, 1], [0, 1, 0]], scale: 1 },
  };
  const size = image.length, out = size - 2;
  const state = { kernel: "vertical", step: 35 };
  const value = (i, j) => {
    const { k, scale } = kernels[state.kernel];
    let sum = 0;
    for (let u = 0; u < 3; u++) for (let v = 0; v < 3; v++) sum += k[u][v] * image[i + u][j + v];
    return sum / scale;
  };
  const show = (x) => (Number.isInteger(x) ? String(x) : x.toFixed(1)).replace("-", "−");

  const cell = 22, top = 30, second = 266;
  const svg = guide.svg("svg", { viewBox: `0 0 464 ${top + size * cell + 6}`, role: "img" });
  svg.setAttribute("aria-label", zh ? "左：输入图像与卷积核窗口；右：输出" : "Left: image with the kernel’s window. Right: output");
  svg.style.setProperty("--figure-width", "464px");
  const label = (x, words) => {
    const text = guide.svg("text", { class: "middle small strong", x, y: 18 });
    text.textContent = words;
    svg.append(text);
  };
  label(4 + (size * cell) / 2, zh ? "图像 10 × 10" : "image 10 × 10");
  label(second + (out * cell) / 2, zh ? "输出 8 × 8" : "output 8 × 8");
  image.forEach((row, i) => row.forEach((brightness, j) => {
    svg.append(guide.svg("rect", { class: "solid", x: 4 + j * cell, y: top + i * cell, width: cell - 1, height: cell - 1, opacity: (0.06 + 0.3 * brightness / 9).toFixed(2) }));
    const number = guide.svg("text", { class: "middle small", x: 4 + j * cell + cell / 2, y: top + i * cell + 16 });
    number.textContent = brightness;
    svg.append(number);
  }));
  const marks = [];
  for (let n = 0; n < out * out; n++) {
    const i = Math.floor(n / out), j = n % out;
    svg.append(guide.svg("rect", { class: "grid", x: second + j * cell, y: top + i * cell, width: cell - 1, height: cell - 1 }));
    const mark = guide.svg("rect", { class: "solid" });
    marks.push(mark);
    svg.append(mark);
  }
  const frame = guide.svg("rect", { class: "line c3", width: 3 * cell, height: 3 * cell, rx: 3 });
  const target = guide.svg("rect", { class: "line c3", width: cell, height: cell, rx: 3 });
  svg.append(frame, target);
  const result = guide.html("p");
  const legend = guide.html("p", { textContent: zh
    ? "右侧：方块为正，圆点为负，面积表示大小。"
    : "Right: squares are positive, discs negative; the larger, the stronger." });

  function draw() {
    const here = { i: Math.floor(state.step / out), j: state.step % out };
    const all = marks.map((_, n) => value(Math.floor(n / out), n % out));
    const largest = Math.max(...all.map(Math.abs));
    marks.forEach((mark, n) => {
      const i = Math.floor(n / out), j = n % out;
      const side = n <= state.step ? (cell - 3) * Math.sqrt(Math.abs(all[n]) / largest) : 0;
      const negative = all[n] < 0;
      mark.setAttribute("class", negative ? "solid c2" : "solid c1");
      mark.setAttribute("x", second + j * cell + (cell - 1 - side) / 2);
      mark.setAttribute("y", top + i * cell + (cell - 1 - side) / 2);
      mark.setAttribute("width", side);
      mark.setAttribute("height", side);
      mark.setAttribute("rx", negative ? side / 2 : 0);
    });
    frame.setAttribute("x", 4 + here.j * cell - 0.5);
    frame.setAttribute("y", top + here.i * cell - 0.5);
    target.setAttribute("x", second + here.j * cell - 0.5);
    target.setAttribute("y", top + here.i * cell - 0.5);
    const { k, scale } = kernels[state.kernel];
    const terms = [];
    for (let u = 0; u < 3; u++) for (let v = 0; v < 3; v++) if (k[u][v]) {
      terms.push(`${k[u][v] < 0 ? "− " : terms.length ? "+ " : ""}${Math.abs(k[u][v])}·${image[here.i + u][here.j + v]}`);
    }
    const sum = terms.join(" ");
    result.textContent = `${zh ? `第 ${here.i + 1} 行第 ${here.j + 1} 列：` : `Row ${here.i + 1}, column ${here.j + 1}: `}${scale === 1 ? sum : `(${sum}) / ${scale}`} = ${show(all[state.step])}`;
  }
  const slider = guide.slider({
    label: zh ? "位置" : "Position", min: 0, max: out * out - 1, step: 1, value: state.step,
    show: (n) => `${Math.floor(n / out) + 1}, ${(n % out) + 1}`,
    onInput: (n) => { state.step = n; draw(); },
  });
  const select = guide.select({
    label: zh ? "卷积核" : "Kernel",
    options: Object.fromEntries(Object.entries(kernels).map(([key, kernel]) => [key, kernel[guide.lang]])),
    value: state.kernel,
    onInput: (key) => { state.kernel = key; draw(); },
  });
  const fill = guide.button(zh ? "扫完整幅图" : "Run to the end", () => {
    const input = slider.querySelector("input");
    input.value = out * out - 1;
    input.dispatchEvent(new Event("input"));
  });
  element.append(guide.html("div", { className: "guide-controls" }, select, slider, fill), guide.html("div", { className: "guide-scroll" }, svg), result, legend);
  draw();
});
