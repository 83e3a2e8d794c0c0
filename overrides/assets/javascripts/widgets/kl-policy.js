// The optimum of reward minus beta times KL: pi* proportional to pi_ref exp(r / beta), for four answers.
guide.widget("kl-policy", (element) => {
  const zh = guide.lang === "zh";
  const words = zh
    ? {
        beta: "KL 权重 β", reward: "改变“奉承”的奖励", reference: "参考策略", optimal: "最优策略",
        answers: ["正确而清楚", "正确但冗长", "奉承", "离题"],
        say: (r) => `期望奖励 ${r.reward}，KL = ${r.kl} nats，目标值 ${r.objective}（等于 β ln Z）。最可能的回答：“${r.top}”，概率 ${r.p}。`,
      }
    : {
        beta: "KL weight β", reward: "reward of flattery", reference: "reference", optimal: "optimum",
        answers: ["right and clear", "right but long", "flattering", "off topic"],
        say: (r) => `Expected reward ${r.reward}, KL = ${r.kl} nats, objective ${r.objective} (which is β ln Z). Most likely answer: “${r.top}” with probability ${r.p}.`,
      };
  const reference = [0.15, 0.45, 0.3, 0.1];
  const rewards = [2, 1, 0.5, -1];
  const state = { logBeta: 0 };
  const drawing = guide.svg("svg", { viewBox: "0 0 500 236", role: "img", style: "min-width: 0" });
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const text = (content, attributes) => {
    const node = guide.svg("text", { class: "small", ...attributes });
    node.textContent = content;
    return node;
  };

  function draw() {
    const beta = 10 ** state.logBeta;
    const top = Math.max(...rewards);
    const scores = reference.map((p, i) => p * Math.exp((rewards[i] - top) / beta));
    const z = scores.reduce((a, b) => a + b);
    const policy = scores.map((s) => s / z);
    const mean = policy.reduce((sum, p, i) => sum + p * rewards[i], 0);
    const kl = policy.reduce((sum, p, i) => sum + (p > 1e-12 ? p * Math.log(p / reference[i]) : 0), 0);
    const bars = [];
    policy.forEach((p, i) => {
      const y = 30 + i * 52;
      bars.push(
        text(words.answers[i], { x: 8, y: y + 14 }),
        text(`r = ${rewards[i].toFixed(1)}`.replace("-", "−"), { x: 8, y: y + 32, class: "small muted" }),
        guide.svg("rect", { class: "box", x: 132, y, width: Math.max(300 * reference[i], 1), height: 16 }),
        text(reference[i].toFixed(3), { x: 138 + 300 * reference[i], y: y + 13, class: "small muted" }),
        guide.svg("rect", { class: "box c2", x: 132, y: y + 18, width: Math.max(300 * p, 1), height: 18 }),
        text(p.toFixed(3), { x: 138 + 300 * p, y: y + 32, class: "small strong" }),
      );
    });
    drawing.replaceChildren(
      text(`${words.reference} (upper) · ${words.optimal} (lower)`.replace(zh ? / \(upper\)| \(lower\)/g : /$^/, ""),
        { x: 132, y: 16, class: "small muted" }),
      ...bars,
    );
    const best = policy.indexOf(Math.max(...policy));
    result.textContent = words.say({
      reward: mean.toFixed(3), kl: kl.toFixed(3), objective: (mean - beta * kl).toFixed(3),
      top: words.answers[best], p: policy[best].toFixed(3),
    });
    drawing.setAttribute("aria-label", result.textContent);
  }

  element.append(
    guide.html("div", { className: "guide-controls" },
      guide.slider({
        label: words.beta, min: -1.3, max: 1.3, step: 0.05, value: state.logBeta,
        show: (v) => (10 ** v).toPrecision(2),
        onInput: (v) => { state.logBeta = v; draw(); },
      }),
      guide.slider({
        label: words.reward, min: -1, max: 4, step: 0.1, value: rewards[2], show: (v) => v.toFixed(1),
        onInput: (v) => { rewards[2] = v; draw(); },
      })),
    drawing, result,
  );
  draw();
});
