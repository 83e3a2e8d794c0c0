// How much memory weights and KV cache take, and the bandwidth bound on tokens per second.
guide.widget("kv-cache", (element) => {
  const zh = guide.lang === "zh";
  const words = zh
    ? {
        model: "模型", length: "每段对话的词元数", users: "同时对话数", bits: "权重位数", cacheBits: "缓存位数",
        weights: "权重", cache: "KV 缓存",
        say: (r) => `缓存每词元 ${r.token} KB；共 ${r.cache} GB，权重 ${r.weights} GB，至少需 ${r.gpus} 张 80 GB GPU。带宽上限：每段对话每秒 ${r.one} 个词元，合计 ${r.all} 个（每张 GPU 3.35 TB/s）。`,
      }
    : {
        model: "Model", length: "tokens per conversation", users: "conversations", bits: "Weight bits", cacheBits: "Cache bits",
        weights: "weights", cache: "KV cache",
        say: (r) => `The cache takes ${r.token} kB a token, ${r.cache} GB in all; the weights ${r.weights} GB: at least ${r.gpus} GPU${r.gpus > 1 ? "s" : ""} of 80 GB. Bandwidth bound at 3.35 TB/s a GPU: ${r.one} tokens per second for each conversation, ${r.all} together.`,
      };
  const models = {
    "8b": { name: "Llama 3 8B", n: 8.03e9, layers: 32, kv: 8, d: 128 },
    "70b": { name: "Llama 3 70B", n: 70.6e9, layers: 80, kv: 8, d: 128 },
    "8b-mha": { name: zh ? "8B，无 GQA（32 个 KV 头）" : "8B without GQA (32 KV heads)", n: 8.03e9, layers: 32, kv: 32, d: 128 },
  };
  const state = { model: "8b", length: 12, users: 4, bits: "16", cacheBits: "16" };
  const drawing = guide.svg("svg", { viewBox: "0 0 500 92", role: "img", style: "min-width: 0" });
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const text = (content, attributes) => {
    const node = guide.svg("text", { class: "small", ...attributes });
    node.textContent = content;
    return node;
  };

  function draw() {
    const m = models[state.model];
    const weights = (m.n * Number(state.bits)) / 8;
    const token = (2 * m.layers * m.kv * m.d * Number(state.cacheBits)) / 8;
    const users = 2 ** state.users;
    const cache = token * 2 ** state.length * users;
    const gpus = Math.ceil((weights + cache) / 80e9);
    const w = (bytes) => (bytes / (gpus * 80e9)) * 480;
    const lines = [];
    for (let i = 0; i <= gpus && gpus <= 40; i++) {
      lines.push(guide.svg("path", { class: "axis", d: `M${10 + (480 * i) / gpus} 28V72` }));
    }
    drawing.replaceChildren(
      text(`${words.weights} ${(weights / 1e9).toFixed(1)} GB`, { x: 10, y: 18, class: "small c1 strong" }),
      text(`${words.cache} ${(cache / 1e9).toFixed(1)} GB`, { x: 190, y: 18, class: "small c2 strong" }),
      guide.svg("rect", { class: "box", x: 10, y: 32, width: 480, height: 36 }),
      guide.svg("rect", { class: "box c1", x: 10, y: 32, width: w(weights), height: 36 }),
      guide.svg("rect", { class: "box c2", x: 10 + w(weights), y: 32, width: w(cache), height: 36 }),
      ...lines,
      text(`${gpus} × 80 GB`, { x: 490, y: 88, class: "small muted end" }),
    );
    const one = (gpus * 3.35e12) / (weights + cache);
    result.textContent = words.say({
      token: (token / 1e3).toFixed(0), cache: (cache / 1e9).toFixed(1), weights: (weights / 1e9).toFixed(1),
      gpus, one: one.toFixed(0), all: Math.round(one * users).toLocaleString("en"),
    });
    drawing.setAttribute("aria-label", result.textContent);
  }

  const choose = (key, label, options) =>
    guide.select({ label, options, value: state[key], onInput: (v) => { state[key] = v; draw(); } });
  element.append(
    guide.html("div", { className: "guide-controls" },
      choose("model", words.model, Object.fromEntries(Object.entries(models).map(([k, m]) => [k, m.name]))),
      guide.slider({
        label: words.length, min: 9, max: 17, step: 1, value: state.length,
        show: (v) => (2 ** v).toLocaleString("en"), onInput: (v) => { state.length = v; draw(); },
      }),
      guide.slider({
        label: words.users, min: 0, max: 9, step: 1, value: state.users,
        show: (v) => String(2 ** v), onInput: (v) => { state.users = v; draw(); },
      }),
      choose("bits", words.bits, { 16: "16", 8: "8", 4: "4" }),
      choose("cacheBits", words.cacheBits, { 16: "16", 8: "8", 4: "4" })),
    drawing, result,
  );
  draw();
});
