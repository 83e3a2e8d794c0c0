// Logits → softmax → cross-entropy, with the slope p − q, for three classes.
guide.widget("softmax-loss", (element) => {
  const { svg, html } = guide;
  const zh = guide.lang === "zh";
  const logits = [2, 1, -1];
  let right = 1;
  let smoothing = 0;
  const signed = (v, digits = 3) => (Math.abs(v) < 0.5 * 10 ** -digits ? 0 : v).toFixed(digits).replace("-", "−");

  const box = svg("svg", { viewBox: "0 0 400 208", role: "img", style: "--figure-width: 460px" });
  const result = html("p");
  result.setAttribute("aria-live", "polite");

  function draw() {
    const top = Math.max(...logits);
    const powers = logits.map((z) => Math.exp(z - top));
    const sum = powers.reduce((a, b) => a + b);
    const p = powers.map((e) => e / sum);
    const q = p.map((_, c) => (1 - smoothing) * (c === right) + smoothing / 3);
    const loss = -q.reduce((all, qc, c) => all + qc * (logits[c] - top - Math.log(sum)), 0);
    const parts = [];
    const put = (x, y, words, classes) => parts.push(svg("text", { x, y, class: classes }, words));
    put(62, 16, zh ? "概率 p(竖线:目标 q)" : "p (line: target q)", "muted");
    put(330, 16, zh ? "梯度 p − q" : "slope p − q", "muted middle");
    p.forEach((pc, c) => {
      const y = 34 + 56 * c;
      put(2, y + 24, `${zh ? "类别" : "class"} ${c + 1}`, c === right ? "strong" : "");
      parts.push(svg("rect", { x: 62, y, width: 140, height: 36, class: "grid" }));
      parts.push(svg("rect", { x: 62, y, width: Math.max(0.5, 140 * pc), height: 36, class: "box c1" }));
      parts.push(svg("path", { d: `M${62 + 140 * q[c]} ${y - 5}v46`, class: "line c3" }));
      put(210, y + 24, pc.toFixed(3), "");
      const slope = pc - q[c];
      const width = 62 * Math.abs(slope);
      parts.push(svg("rect", { x: slope < 0 ? 330 - width : 330, y, width: Math.max(0.5, width), height: 36, class: "box c2" }));
      parts.push(svg("path", { d: `M330 ${y - 5}v46`, class: "axis" }));
      // the number stands on the side where the bar is not
      put(slope < 0 ? 337 : 323, y + 24, signed(slope), slope < 0 ? "" : "end");
    });
    box.replaceChildren(...parts);
    const guess = Math.log(3).toFixed(3);
    const words = zh
      ? `正确类别 ${right + 1} 的概率 ${p[right].toFixed(3)};损失 ${loss.toFixed(3)}(随机猜测:${guess})。`
      : `Class ${right + 1} is right and has probability ${p[right].toFixed(3)}. Loss ${loss.toFixed(3)} (guessing costs ${guess}).`;
    result.textContent = words;
    box.setAttribute("aria-label", words);
  }

  const sliders = logits.map((value, c) =>
    guide.slider({
      label: `z${"₁₂₃"[c]}`, min: -8, max: 8, step: 0.1, value,
      show: (z) => z.toFixed(1).replace("-", "−"),
      onInput: (z) => { logits[c] = z; draw(); },
    }),
  );
  const smooth = guide.slider({
    label: zh ? "标签平滑 ε" : "label smoothing ε", min: 0, max: 0.5, step: 0.01, value: 0,
    show: (e) => e.toFixed(2),
    onInput: (e) => { smoothing = e; draw(); },
  });
  const choice = guide.select({
    label: zh ? "正确类别" : "right class", options: { 0: "1", 1: "2", 2: "3" }, value: "1",
    onInput: (c) => { right = Number(c); draw(); },
  });
  element.append(html("div", { className: "guide-controls" }, ...sliders, smooth, choice), box, result);
  draw();
});
