// Rank, target layers and base model: how many parameters LoRA trains and what training holds in memory.
guide.widget("lora-rank", (element) => {
  const zh = guide.lang === "zh";
  const words = zh
    ? {
        rank: "秩 r", model: "模型", targets: "作用于", base: "冻结权重",
        all: "所有线性层", attention: "仅 q 与 v", bf16: "bfloat16（LoRA）", nf4: "4 位 NF4（QLoRA）",
        full: "全量微调", lora: "LoRA", frozen: "冻结权重", trained: "训练部分",
        say: (r) => `训练 ${r.count} 个参数，占 ${r.share}。权重、梯度与优化器状态共 ${r.memory} GB，全量微调为 ${r.full} GB（均不含激活值）。适配器文件（16 位）${r.file} MB。`,
      }
    : {
        rank: "Rank r", model: "Model", targets: "Adapters on", base: "Frozen weights",
        all: "all linear layers", attention: "queries and values only", bf16: "bfloat16 (LoRA)", nf4: "4-bit NF4 (QLoRA)",
        full: "Full fine-tuning", lora: "LoRA", frozen: "frozen", trained: "trained",
        say: (r) => `Trains ${r.count} parameters, ${r.share} of the model. Weights, gradients and optimiser states take ${r.memory} GB; full fine-tuning takes ${r.full} GB (both without activations). The adapter file, in 16 bits, has ${r.file} MB.`,
      };
  const models = {
    "8b": { name: "Llama 3 8B", d: 4096, kv: 1024, ff: 14336, layers: 32, vocab: 128256 },
    "70b": { name: "Llama 3 70B", d: 8192, kv: 1024, ff: 28672, layers: 80, vocab: 128256 },
  };
  const state = { power: 4, model: "8b", targets: "all", base: "bf16" };
  const drawing = guide.svg("svg", { viewBox: "0 0 500 126", role: "img", style: "min-width: 0" });
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const text = (content, attributes) => {
    const node = guide.svg("text", attributes);
    node.textContent = content;
    return node;
  };

  function draw() {
    const { d, kv, ff, layers, vocab } = models[state.model];
    const r = 2 ** state.power;
    const linear = layers * (2 * d * d + 2 * d * kv + 3 * d * ff);
    const total = linear + 2 * vocab * d + (2 * layers + 1) * d;
    const perRank = state.targets === "all"
      ? 2 * (d + d) + 2 * (d + kv) + 3 * (d + ff)
      : (d + d) + (d + kv);
    const trained = layers * perRank * r;
    // NF4: 4 bits and 0.127 bits of constants for each linear weight; the rest stays in 16 bits.
    const frozen = state.base === "bf16" ? 2 * total : (linear * 4.127) / 8 + 2 * (total - linear);
    const full = 16 * total;
    const memory = frozen + 16 * trained;
    const gb = (bytes) => (bytes / 1e9).toFixed(1);
    const w = (bytes) => (bytes / full) * 480;
    drawing.replaceChildren(
      text(`${words.full}: ${gb(full)} GB`, { class: "small strong", x: 10, y: 18 }),
      guide.svg("rect", { class: "box c3", x: 10, y: 26, width: 480, height: 28 }),
      text(`${state.base === "bf16" ? "LoRA" : "QLoRA"}: ${gb(memory)} GB = ${gb(frozen)} ${words.frozen} + ${gb(16 * trained)} ${words.trained}`,
        { class: "small strong", x: 10, y: 84 }),
      guide.svg("rect", { class: "box c1", x: 10, y: 92, width: w(frozen), height: 28 }),
      guide.svg("rect", { class: "box c2", x: 10 + w(frozen), y: 92, width: Math.max(w(16 * trained), 1), height: 28 }),
    );
    result.textContent = words.say({
      count: trained.toLocaleString("en"), share: `${((100 * trained) / total).toPrecision(2)} %`,
      memory: gb(memory), full: gb(full), file: ((2 * trained) / 1e6).toFixed(0),
    });
    drawing.setAttribute("aria-label", result.textContent);
  }

  const choose = (key, options, label) =>
    guide.select({ label, options, value: state[key], onInput: (v) => { state[key] = v; draw(); } });
  element.append(
    guide.html("div", { className: "guide-controls" },
      guide.slider({
        label: words.rank, min: 0, max: 9, step: 1, value: state.power, show: (v) => String(2 ** v),
        onInput: (v) => { state.power = v; draw(); },
      }),
      choose("model", { "8b": models["8b"].name, "70b": models["70b"].name }, words.model),
      choose("targets", { all: words.all, attention: words.attention }, words.targets),
      choose("base", { bf16: words.bf16, nf4: words.nf4 }, words.base)),
    drawing, result,
  );
  draw();
});
