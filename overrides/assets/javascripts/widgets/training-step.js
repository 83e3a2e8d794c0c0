// One training step of the smallest model there is, y = w·x, line by line, in three frameworks;
// with the forgotten zero_grad to be tried out.
guide.widget("training-step", (element) => {
  const zh = guide.lang === "zh";
  const T = zh
    ? {
        framework: "框架", next: "执行下一行", reset: "重新开始", forget: "忘记清零梯度（PyTorch）",
        rate: "学习率", yes: "是", no: "否",
        intro: "模型 ŷ = w·x，数据 x = 2，y = 6，因此最好的 w 是 3。",
        says: ["前向：ŷ = w·x", "损失：(ŷ − y)²", "把上一步的梯度清零", "反向：dL/dw = 2(ŷ − y)x", "更新：w ← w − 学习率 × 梯度"],
        state: (s) => `第 ${s.step} 步。w = ${s.w}，ŷ = ${s.p}，损失 = ${s.l}，梯度 = ${s.g}`,
        by: "。执行者：", skipped: "这一行被忘掉了",
      }
    : {
        framework: "Framework", next: "Run the next line", reset: "Start again", forget: "Forget zero_grad (PyTorch)",
        rate: "Learning rate", yes: "yes", no: "no",
        intro: "The model is ŷ = w·x; the data is x = 2, y = 6, so the best w is 3.",
        says: ["forward: ŷ = w·x", "loss: (ŷ − y)²", "clear the last gradient", "backward: dL/dw = 2(ŷ − y)x", "update: w ← w − rate × gradient"],
        state: (s) => `Step ${s.step}: w = ${s.w}, ŷ = ${s.p}, loss = ${s.l}, gradient = ${s.g}`,
        by: " – done by: ", skipped: "this line was forgotten",
      };
  const code = {
    NumPy: ["p = w * x", "loss = (p - y) ** 2", "–", "g = 2 * (p - y) * x", "w = w - rate * g"],
    PyTorch: ["p = model(x)", "loss = loss_fn(p, y)", "optimiser.zero_grad()", "loss.backward()", "optimiser.step()"],
    Keras: ["model.fit(x, y)", "model.fit(x, y)", "model.fit(x, y)", "model.fit(x, y)", "model.fit(x, y)"],
  };
  const own = {
    NumPy: zh ? ["你", "你", "不需要", "你", "你"] : ["you", "you", "not needed", "you", "you"],
    PyTorch: zh ? ["你", "你", "你", "自动微分", "优化器"] : ["you", "you", "you", "autograd", "the optimiser"],
    Keras: zh ? ["fit", "fit", "fit", "fit", "fit"] : ["fit", "fit", "fit", "fit", "fit"],
  };
  let framework = "PyTorch";
  let forget = "no";
  let rate = 0.05;
  let s;
  let line;
  const list = guide.html("ol");
  list.style.cssText = "list-style:none;margin:0;padding:0;font-size:.75rem";
  const text = guide.html("p");
  text.setAttribute("aria-live", "polite");
  const show = (v) => (v === null ? "–" : Math.abs(v) > 1e4 ? v.toExponential(1) : String(Number(v.toFixed(3))));

  function draw() {
    list.replaceChildren(
      ...code[framework].map((c, i) => {
        const skipped = i === 2 && framework === "PyTorch" && forget === "yes";
        const here = i === line;
        const item = guide.html(
          "li",
          {},
          guide.html("span", { textContent: here ? "▶" : "" }),
          guide.html("code", { textContent: skipped ? `# ${c}` : c }),
          guide.html("span", { textContent: skipped ? T.skipped : `${T.says[i]}${T.by}${own[framework][i]}` }),
        );
        item.style.cssText = "display:flex;flex-wrap:wrap;gap:.1rem .5rem;align-items:baseline;margin:0;padding:.25rem .4rem;border-radius:.2rem";
        const [arrow, source, meaning] = item.children;
        arrow.style.flex = "0 0 1rem";
        source.style.flex = "0 0 10.5rem";
        meaning.style.flex = "1 1 12rem";
        if (here) { item.style.background = "var(--guide-accent-soft)"; item.setAttribute("aria-current", "step"); }
        return item;
      }),
    );
    text.textContent = T.state({ step: s.step, w: show(s.w), p: show(s.p), l: show(s.l), g: show(s.g) });
  }
  function reset() {
    s = { step: 1, w: 0.5, p: null, l: null, g: null };
    line = 0;
    draw();
  }
  function run() {
    if (line === 0) s.p = s.w * 2;
    if (line === 1) s.l = (s.p - 6) ** 2;
    if (line === 2 && !(framework === "PyTorch" && forget === "yes")) s.g = framework === "NumPy" ? s.g : 0;
    if (line === 3) s.g = (framework === "NumPy" ? 0 : (s.g ?? 0)) + 2 * (s.p - 6) * 2;
    if (line === 4) { s.w -= rate * s.g; s.step += 1; }
    line = (line + 1) % 5;
    draw();
  }
  element.append(
    guide.html("p", { textContent: T.intro }),
    guide.html(
      "div",
      { className: "guide-controls" },
      guide.select({ label: T.framework, value: framework, options: { NumPy: "NumPy", PyTorch: "PyTorch", Keras: "Keras" }, onInput: (v) => { framework = v; reset(); } }),
      guide.select({ label: T.forget, value: forget, options: { no: T.no, yes: T.yes }, onInput: (v) => { forget = v; reset(); } }),
      guide.slider({ label: T.rate, min: 0.01, max: 0.3, step: 0.01, value: rate, show: (v) => v.toFixed(2), onInput: (v) => { rate = v; reset(); } }),
    ),
    list,
    text,
    guide.html("div", { className: "guide-controls" }, guide.button(T.next, run), guide.button(T.reset, reset)),
  );
  reset();
});
