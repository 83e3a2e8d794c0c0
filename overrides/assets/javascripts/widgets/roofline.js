// The roofline model: a layer of a network on a chosen accelerator, with the batch size to move.
guide.widget("roofline", (element) => {
  const zh = guide.lang === "zh";
  const words = zh
    ? { chip: "加速器", batch: "批大小（同时处理的词元数）", width: "层宽 n", x: "算术强度（FLOP/字节）", y: "TFLOP/s",
        result: (i, s, p, bound) => `算术强度 ${i} FLOP/字节，至多 ${s} TFLOP/s，即峰值的 ${p}：${bound ? "受限于内存带宽" : "受限于计算"}。` }
    : { chip: "Accelerator", batch: "Tokens at once", width: "Width n", x: "arithmetic intensity, FLOPs for each byte", y: "TFLOP/s",
        result: (i, s, p, bound) => `Intensity ${i} FLOPs for each byte: at most ${s} TFLOP/s, ${p} of the peak. ${bound ? "Memory-bound: the arithmetic units wait for weights." : "Compute-bound: the weights arrive fast enough."}` };
  // dense BF16 TFLOP/s, TB/s: the page's table
  const chips = {
    a100: ["NVIDIA A100 80 GB", 312, 2.039], h100: ["NVIDIA H100 SXM", 989.4, 3.35], h200: ["NVIDIA H200", 989.4, 4.8],
    b200: ["NVIDIA B200", 2250, 8], mi300x: ["AMD MI300X", 1307.4, 5.3], v5p: ["Google TPU v5p", 459, 2.765],
    v6e: ["Google TPU v6e", 918, 1.638], tpu7x: ["Google TPU7x Ironwood", 2307, 7.38],
  };
  const state = { chip: "h100", batch: 0, width: "4096" };
  const left = 62, right = 490, top = 24, bottom = 270;
  const px = (v) => left + ((Math.log10(v) + 0.5) / 4.5) * (right - left);
  const py = (v) => top + ((3.7 - Math.log10(v)) / 4.2) * (bottom - top);
  const svg = guide.svg("svg", { viewBox: "0 0 500 318", role: "img", style: "--figure-width:500px" });
  const add = (tag, attributes, text = "") => svg.appendChild(guide.svg(tag, attributes, text));
  for (const v of [1, 10, 100, 1000, 10000]) {
    add("path", { class: "grid", d: `M${px(v)} ${top}V${bottom}` });
    add("text", { class: "small muted middle", x: Math.min(px(v), 472), y: bottom + 17 }, v.toLocaleString("en"));
  }
  for (const v of [1, 10, 100, 1000]) {
    add("path", { class: "grid", d: `M${left} ${py(v)}H${right}` });
    add("text", { class: "small muted end", x: left - 6, y: py(v) + 5 }, v.toLocaleString("en"));
  }
  add("text", { class: "small", x: 6, y: 14 }, words.y);
  add("text", { class: "small middle", x: (left + right) / 2, y: 310 }, words.x);
  const roof = add("path", { class: "line c1" });
  const drop = add("path", { class: "line dashed" });
  const mark = add("circle", { class: "solid c2", r: 7 });
  const label = add("text", { class: "small c1 end", x: right - 4 });
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");

  function draw() {
    const [name, peak, bandwidth] = chips[state.chip];
    const b = 2 ** state.batch, n = Number(state.width);
    const intensity = (2 * b * n * n) / (2 * (n * n + 2 * b * n));
    const speed = Math.min(peak, bandwidth * intensity);
    const ridge = peak / bandwidth;
    roof.setAttribute("d", `M${px(10 ** -0.5)} ${py(bandwidth * 10 ** -0.5)}L${px(ridge)} ${py(peak)}H${right}`);
    drop.setAttribute("d", `M${px(intensity)} ${bottom}V${py(speed)}H${left}`);
    mark.setAttribute("cx", px(intensity));
    mark.setAttribute("cy", py(speed));
    label.setAttribute("y", py(peak) - 8);
    label.textContent = `${name}: ${Math.round(peak).toLocaleString("en")}`;
    const digits = (v) => (v < 10 ? v.toFixed(1) : Math.round(v).toLocaleString("en"));
    const share = speed / peak;
    result.textContent = words.result(digits(intensity), digits(speed), `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`, intensity < ridge);
    svg.setAttribute("aria-label", result.textContent);
  }
  element.append(
    guide.html("div", { className: "guide-controls" },
      guide.select({ label: words.chip, options: Object.fromEntries(Object.entries(chips).map(([key, [name]]) => [key, name])), value: "h100", onInput: (v) => { state.chip = v; draw(); } }),
      guide.select({ label: words.width, options: { 1024: "1,024", 4096: "4,096", 16384: "16,384" }, value: "4096", onInput: (v) => { state.width = v; draw(); } }),
      guide.slider({ label: words.batch, min: 0, max: 14, step: 1, value: 0, show: (v) => (2 ** v).toLocaleString("en"), onInput: (v) => { state.batch = v; draw(); } })),
    svg, result);
  draw();
});
