// Temperature, top-k, top-p and min-p on ten logits: which tokens remain and with what probability.
guide.widget("sampling-explorer", (element) => {
  const zh = guide.lang === "zh";
  const words = zh
    ? {
        prompt: "今天天气很", temperature: "温度 T", draw: "抽 20 次",
        tokens: ["好", "热", "冷", "不错", "糟", "晴朗", "差", "怪", "甜", "椅子"],
        note: "虚线：截断前；实心：截断并重新归一后",
        say: (r) => `剩下 ${r.kept} 个词元。“${r.top}”的概率为 ${r.p}，熵为 ${r.entropy} nats，相当于 ${r.perplexity} 个等可能的选择。`,
      }
    : {
        prompt: "The weather today is", temperature: "temperature T", draw: "Draw 20 tokens",
        tokens: ["nice", "hot", "cold", "lovely", "bad", "sunny", "awful", "odd", "sweet", "chair"],
        note: "dashed: before cutting; filled: after, renormalised",
        say: (r) => `${r.kept} of 10 tokens remain. “${r.top}” has probability ${r.p}; the entropy is ${r.entropy} nats, as uncertain as ${r.perplexity} equally likely tokens.`,
      };
  const logits = [3.2, 2.7, 2.4, 2.0, 1.5, 1.2, 0.6, -0.2, -1.0, -2.5];
  const state = { t: 1, k: 10, p: 1, m: 0 };
  const drawing = guide.svg("svg", { viewBox: "0 0 500 282", role: "img", style: "min-width: 0" });
  const result = guide.html("p");
  const drawn = guide.html("p");
  result.setAttribute("aria-live", "polite");
  drawn.setAttribute("aria-live", "polite");
  const text = (content, attributes) => {
    const node = guide.svg("text", { class: "small", ...attributes });
    node.textContent = content;
    return node;
  };

  function distributions() {
    const scaled = logits.map((l) => Math.exp((l - logits[0]) / state.t));
    const sum = scaled.reduce((a, b) => a + b);
    const before = scaled.map((s) => s / sum);
    let mass = 0;
    const after = before.map((p, i) => { // the logits are sorted
      const keep = i < state.k && (mass < state.p || i === 0) && p >= state.m * before[0];
      mass += p;
      return keep ? p : 0;
    });
    const rest = after.reduce((a, b) => a + b);
    return [before, after.map((p) => p / rest)];
  }

  function draw() {
    const [before, after] = distributions();
    const nodes = [text(`${words.prompt} …`, { x: 8, y: 16, class: "small strong" })];
    before.forEach((p, i) => {
      const y = 30 + i * 23;
      nodes.push(
        text(words.tokens[i], { x: 8, y: y + 14, class: after[i] ? "small" : "small muted" }),
        guide.svg("rect", { class: after[i] ? "box c1" : "box", x: 70, y, width: Math.max(330 * after[i], 0.5), height: 18 }),
        guide.svg("rect", { class: "line dashed", x: 70, y: y + 3, height: 12, width: Math.abs(p - after[i]) > 0.001 ? 330 * p : 0 }),
        text(after[i] ? after[i].toFixed(3) : "–", { x: 78 + 330 * Math.max(after[i], p), y: y + 14, class: "small mono" }),
      );
    });
    nodes.push(text(words.note, { x: 70, y: 276, class: "small muted" }));
    drawing.replaceChildren(...nodes);
    const entropy = after.reduce((sum, p) => sum - (p ? p * Math.log(p) : 0), 0);
    result.textContent = words.say({
      kept: after.filter(Boolean).length, top: words.tokens[0], p: after[0].toFixed(3),
      entropy: entropy.toFixed(2), perplexity: Math.exp(entropy).toFixed(1),
    });
    drawing.setAttribute("aria-label", result.textContent);
  }

  function sample() {
    const after = distributions()[1];
    const out = Array.from({ length: 20 }, () => {
      let u = Math.random();
      const i = after.findIndex((p) => (u -= p) < 0);
      return words.tokens[i < 0 ? 0 : i];
    });
    drawn.textContent = out.join(zh ? "，" : ", ");
  }

  const slider = (key, label, min, max, step, show) => guide.slider({
    label, min, max, step, value: state[key], show,
    onInput: (v) => { state[key] = v; draw(); },
  });
  element.append(
    guide.html("div", { className: "guide-controls" },
      slider("t", words.temperature, 0.1, 3, 0.05, (v) => v.toFixed(2)),
      slider("k", "top-k", 1, 10, 1, String),
      slider("p", "top-p", 0.05, 1, 0.05, (v) => v.toFixed(2)),
      slider("m", "min-p", 0, 0.5, 0.01, (v) => v.toFixed(2)),
      guide.button(words.draw, sample)),
    drawing, result, drawn,
  );
  draw();
});
