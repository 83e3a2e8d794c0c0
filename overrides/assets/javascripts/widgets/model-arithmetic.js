// Memory, training FLOPs and time of a model from six numbers; presets are models with published data.
guide.widget("model-arithmetic", (element) => {
  const zh = guide.lang === "zh";
  const words = zh
    ? {
        preset: "模型", own: "自定义", total: "参数总量 N", active: "每词元激活参数", tokens: "训练词元 D", count: "加速器数量", mfu: "利用率 MFU",
        chip: "加速器", precision: "推理权重格式",
        rows: ["推理权重", "训练状态（16 字节/参数）", "训练计算量 6·N激活·D", "每参数词元数", "训练时间", "加速器小时", "能耗（加速器满功率）"],
        fits: (n, chip) => `至少 ${n} 块 ${chip}`, per: (n) => `每块 ${n}（分片后）`, over: "放不下", days: "天", hours: "小时", years: "年", note: "不含激活值与 KV 缓存。",
      }
    : {
        preset: "Model", own: "your own", total: "Parameters N", active: "Active per token", tokens: "Training tokens D", count: "Accelerators", mfu: "Utilisation, MFU",
        chip: "Accelerator", precision: "Weights, in use",
        rows: ["Weights, in use", "Training state, 16 bytes each", "Training compute, 6 · N(active) · D", "Tokens per parameter", "Training time", "Accelerator hours", "Energy, accelerators at full power"],
        fits: (n, chip) => `at least ${n} × ${chip}`, per: (n) => `${n} on each if divided evenly`, over: "does not fit", days: "days", hours: "hours", years: "years", note: "Activations and KV cache come on top.",
      };
  // dense BF16 FLOP/s, bytes, watts
  const chips = {
    a100: ["A100", 312e12, 80e9, 400], h100: ["H100", 989.4e12, 80e9, 700], h200: ["H200", 989.4e12, 141e9, 700],
    b200: ["B200", 2250e12, 180e9, 1000], mi300x: ["MI300X", 1307.4e12, 192e9, 750],
  };
  const presets = {
    gpt3: ["GPT-3 (2020)", 174.6e9, 174.6e9, 300e9, "a100", 1024, 0.4],
    llama8: ["Llama 3.1 8B", 8.03e9, 8.03e9, 15e12, "h100", 2048, 0.4],
    llama70: ["Llama 3.1 70B", 70.6e9, 70.6e9, 15e12, "h100", 8192, 0.4],
    llama405: ["Llama 3.1 405B", 405.9e9, 405.9e9, 15.6e12, "h100", 16384, 0.4],
    deepseek: ["DeepSeek-V3", 671e9, 37e9, 14.8e12, "h100", 2048, 0.35],
    small: [zh ? "10 亿参数，20 词元/参数" : "1 bn, 20 tokens each", 1e9, 1e9, 20e9, "h100", 8, 0.4],
  };
  const bytes = { "4.0": "FP32", "2.0": "BF16", "1.0": zh ? "8 位" : "8 bits", "0.5": zh ? "4 位" : "4 bits" };
  const state = { total: 8.03e9, active: 8.03e9, tokens: 15e12, count: 2048, mfu: 0.4, chip: "h100", bytes: "2.0" };

  const three = (v) => (v >= 100 ? Math.round(v).toLocaleString("en") : v >= 10 ? v.toFixed(1) : v.toFixed(2));
  const amount = (v) => {
    const units = zh ? [[1e12, " 万亿"], [1e8, " 亿"], [1e4, " 万"]] : [[1e12, " tn"], [1e9, " bn"], [1e6, " m"]];
    const [size, name] = units.find(([u]) => v >= u) ?? [1, ""];
    const x = v / size;
    return `${x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2)}${name}`;
  };
  const size = (v) => (v >= 1e12 ? `${three(v / 1e12)} TB` : v >= 1e9 ? `${three(v / 1e9)} GB` : `${three(v / 1e6)} MB`);
  const power = (v) => {
    const e = Math.floor(Math.log10(v));
    const superscript = String(e).replace(/\d/g, (d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[d]);
    return `${(v / 10 ** e).toFixed(2)} × 10${superscript} FLOPs`;
  };
  const time = (seconds) => {
    const days = seconds / 86400;
    return days >= 730 ? `${three(days / 365)} ${words.years}` : days >= 2 ? `${three(days)} ${words.days}` : `${three(seconds / 3600)} ${words.hours}`;
  };

  const cells = words.rows.map(() => [guide.html("td"), guide.html("td")]);
  const table = guide.html("table", {}, guide.html("tbody", {}, ...words.rows.map((name, i) =>
    guide.html("tr", {}, guide.html("th", { textContent: name, scope: "row" }), ...cells[i]))));
  table.querySelectorAll("th").forEach((th) => (th.style.cssText = "text-align:left;font-weight:400"));

  function draw() {
    const [chip, peak, memory, watts] = chips[state.chip];
    const active = Math.min(state.active, state.total);
    const weights = state.total * Number(state.bytes);
    const training = 16 * state.total;
    const flops = 6 * active * state.tokens;
    const seconds = flops / (state.count * peak * state.mfu);
    const hours = (seconds * state.count) / 3600;
    const each = training / state.count;
    const energy = (hours * watts) / 1000;
    const values = [
      [size(weights), words.fits(Math.ceil(weights / memory).toLocaleString("en"), chip)],
      [size(training), each > memory ? `${words.per(size(each))}: ${words.over}` : words.per(size(each))],
      [power(flops), ""],
      [three(state.tokens / active), active < state.total ? (zh ? "按激活参数" : "counting active ones") : ""],
      [time(seconds), `${state.count.toLocaleString("en")} × ${chip}`],
      [hours >= 1e6 ? `${three(hours / 1e6)}${zh ? " 百万" : " million"}` : three(hours), ""],
      [energy >= 1e6 ? `${three(energy / 1e6)} GWh` : energy >= 1e3 ? `${three(energy / 1e3)} MWh` : `${three(energy)} kWh`, ""],
    ];
    values.forEach((row, i) => row.forEach((text, j) => (cells[i][j].textContent = text)));
  }

  const log = (key, label, low, high, round) => {
    const wrapper = guide.slider({
      label, min: Math.log10(low), max: Math.log10(high), step: 0.01, value: Math.log10(state[key]),
      show: (v) => (round ? round(10 ** v).toLocaleString("en") : amount(10 ** v)),
      onInput: (v) => {
        const dense = key === "total" && !setting && state.active >= state.total;
        state[key] = round ? round(10 ** v) : 10 ** v;
        if (!setting) preset.querySelector("select").value = "own";
        if (dense) sliders.active.set(state.total); // a dense model stays dense
        draw();
      },
    });
    wrapper.set = (v) => {
      const input = wrapper.querySelector("input");
      input.value = Math.log10(v);
      input.dispatchEvent(new Event("input"));
      state[key] = v; // exactly, not the slider's step
      wrapper.querySelector("output").textContent = round ? v.toLocaleString("en") : amount(v);
    };
    return wrapper;
  };
  let setting = false;
  const sliders = {
    total: log("total", words.total, 1e7, 2e12),
    active: log("active", words.active, 1e7, 2e12),
    tokens: log("tokens", words.tokens, 1e8, 1e14),
    count: log("count", words.count, 1, 131072, Math.round),
  };
  const mfu = guide.slider({
    label: words.mfu, min: 5, max: 70, step: 1, value: 40, show: (v) => `${v} %`, onInput: (v) => { state.mfu = v / 100; draw(); },
  });
  const chip = guide.select({ label: words.chip, options: Object.fromEntries(Object.entries(chips).map(([k, [name]]) => [k, name])), value: "h100", onInput: (v) => { state.chip = v; draw(); } });
  const precision = guide.select({ label: words.precision, options: bytes, value: "2.0", onInput: (v) => { state.bytes = v; draw(); } });
  const preset = guide.select({
    label: words.preset, options: { ...Object.fromEntries(Object.entries(presets).map(([k, [name]]) => [k, name])), own: words.own }, value: "llama8",
    onInput: (key) => {
      if (!presets[key]) return;
      const [, total, active, tokens, chipKey, count, use] = presets[key];
      setting = true;
      sliders.total.set(total); sliders.active.set(active); sliders.tokens.set(tokens); sliders.count.set(count);
      mfu.querySelector("input").value = use * 100;
      mfu.querySelector("input").dispatchEvent(new Event("input"));
      chip.querySelector("select").value = chipKey;
      state.chip = chipKey;
      setting = false;
      draw();
    },
  });
  for (const control of [...Object.values(sliders), mfu]) control.firstChild.style.minWidth = "8.5em"; // one column
  element.append(
    guide.html("div", { className: "guide-controls" }, preset, chip, precision),
    guide.html("div", { className: "guide-controls" }, ...Object.values(sliders), mfu),
    guide.html("div", { className: "guide-scroll" }, table), guide.html("p", { textContent: words.note }));
  draw();
});
