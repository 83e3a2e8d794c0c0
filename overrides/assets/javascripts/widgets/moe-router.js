// Eight tokens, four experts: who is chosen, what exceeds the capacity, and the balancing loss.
guide.widget("moe-router", (element) => {
  const zh = guide.lang === "zh";
  const words = zh
    ? {
        step: "下一个词元", all: "全部", reset: "重来", k: "每词元专家数 k", capacity: "容量系数", skew: "路由器对专家 1 的偏好",
        expert: "专家", load: "负载", tokens: ["我", "在", "巴黎", "买", "了", "3", "本", "书"],
        say: (r) => `已路由 ${r.done} 个词元，容量为每专家 ${r.cap} 个。被丢弃的分配：${r.dropped}/${r.total}。均衡损失 E·Σ fᵢPᵢ = ${r.loss}（均匀时为 1）。`,
      }
    : {
        step: "Next token", all: "All", reset: "Start again", k: "experts per token k", capacity: "capacity factor", skew: "router’s liking for expert 1",
        expert: "expert", load: "load", tokens: ["I", "bought", "3", "books", "in", "Paris", "last", "May"],
        say: (r) => `${r.done} tokens routed; each expert has room for ${r.cap}. Assignments dropped: ${r.dropped} of ${r.total}. Balancing loss E·Σ fᵢPᵢ = ${r.loss} (1 when even).`,
      };
  const logits = [
    [1.2, 0.2, -0.4, 0.1], [0.3, 1.5, 0.4, -0.6], [-0.5, 0.2, 0.6, 1.9], [0.4, 0.9, 1.3, -0.2],
    [1.6, -0.3, 0.5, 0.2], [0.1, 0.0, 1.8, 0.9], [0.7, 1.0, -0.2, 0.5], [-0.1, 0.3, 1.0, 1.4],
  ];
  const state = { done: 3, k: 2, capacity: 1.25, skew: 1 };
  const drawing = guide.svg("svg", { viewBox: "0 0 500 340", role: "img", style: "min-width: 0" });
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const text = (content, attributes) => {
    const node = guide.svg("text", { class: "small middle", ...attributes });
    node.textContent = content;
    return node;
  };

  function draw() {
    const room = Math.ceil((state.capacity * state.k * logits.length) / 4);
    const load = [0, 0, 0, 0];
    const wanted = [0, 0, 0, 0];
    const mean = [0, 0, 0, 0];
    let dropped = 0;
    const nodes = [0, 1, 2, 3].map((e) => text(`${words.expert} ${e + 1}`, { x: 130 + e * 95, y: 18, class: "small strong middle" }));
    logits.forEach((row, t) => {
      const y = 28 + t * 30;
      const routed = t < state.done;
      nodes.push(text(words.tokens[t], { x: 70, y: y + 18, class: routed ? "small end" : "small muted end" }));
      const scores = row.map((z, e) => Math.exp(z + (e === 0 ? state.skew : 0)));
      const sum = scores.reduce((a, b) => a + b);
      const p = scores.map((s) => s / sum);
      const chosen = [0, 1, 2, 3].sort((a, b) => p[b] - p[a]).slice(0, state.k);
      const kept = chosen.reduce((a, e) => a + p[e], 0);
      for (let e = 0; e < 4; e++) {
        const x = 88 + e * 95;
        let kind = "grid";
        let label = "";
        if (routed) {
          mean[e] += p[e];
          label = p[e].toFixed(2);
          if (chosen.includes(e)) {
            wanted[e] += 1;
            if (load[e] < room) {
              load[e] += 1;
              kind = "box c1";
              label = `× ${(p[e] / kept).toFixed(2)}`;
            } else {
              dropped += 1;
              kind = "box c5 dashed";
              label = zh ? "已满" : "full";
            }
          }
        }
        nodes.push(guide.svg("rect", { class: kind, x, y, width: 85, height: 26, rx: 4 }));
        nodes.push(text(label, { x: x + 42, y: y + 18, class: kind === "grid" ? "small muted middle" : "small strong middle" }));
      }
    });
    nodes.push(text(words.load, { x: 70, y: 300, class: "small strong end" }));
    for (let e = 0; e < 4; e++) {
      const x = 88 + e * 95;
      const w = (n) => Math.min(85, (85 * n) / 8);
      nodes.push(
        guide.svg("rect", { class: "grid", x, y: 284, width: 85, height: 22 }),
        guide.svg("rect", { class: "box c1", x, y: 284, width: Math.max(w(load[e]), 0.5), height: 22 }),
        guide.svg("path", { class: "line dashed", d: `M${x + w(room)} 278V312` }),
        text(`${load[e]} / ${room}`, { x: x + 42, y: 330 }),
      );
    }
    drawing.replaceChildren(...nodes);
    const total = state.done * state.k;
    const loss = state.done
      ? 4 * wanted.reduce((sum, n, e) => sum + (n / total) * (mean[e] / state.done), 0)
      : 1;
    result.textContent = words.say({ done: state.done, cap: room, dropped, total, loss: loss.toFixed(2) });
    drawing.setAttribute("aria-label", result.textContent);
  }

  const slider = (key, label, min, max, step, show) => guide.slider({
    label, min, max, step, value: state[key], show, onInput: (v) => { state[key] = v; draw(); },
  });
  element.append(
    guide.html("div", { className: "guide-controls" },
      guide.button(words.step, () => { state.done = Math.min(8, state.done + 1); draw(); }),
      guide.button(words.all, () => { state.done = 8; draw(); }),
      guide.button(words.reset, () => { state.done = 0; draw(); }),
      slider("k", words.k, 1, 4, 1, String),
      slider("capacity", words.capacity, 0.5, 2, 0.25, (v) => v.toFixed(2)),
      slider("skew", words.skew, -2, 3, 0.25, (v) => v.toFixed(2))),
    drawing, result,
  );
  draw();
});
