// Chapter 1: how much memory the weights of a model take, and on which machines they fit.
guide.widget("model-memory", (element) => {
  const zh = guide.lang === "zh";
  const say = (en, chinese) => (zh ? chinese : en);
  const formats = [
    { name: "FP32", bytes: 4 },
    { name: "BF16", bytes: 2 },
    { name: "INT8", bytes: 1 },
    { name: "INT4", bytes: 0.5 },
  ];
  const machines = [
    { gb: 8, words: say("phone, 8 GB", "手机 8 GB") },
    { gb: 80, words: say("GPU, 80 GB", "GPU 80 GB") },
    { gb: 640, words: say("8 GPUs", "8 张 GPU") },
  ];
  const presets = {
    60e6: "AlexNet (2012)",
    1.542e9: "GPT-2 (2019)",
    70e9: "Llama 2 70B (2023)",
    175e9: "GPT-3 (2020)",
    671e9: "DeepSeek-V3 (2024)",
    2.8e12: "Kimi K3 (2026)",
  };

  const round = (x) => Number(x.toPrecision(3)).toLocaleString("en", { maximumFractionDigits: 3 });
  const memory = (gb) =>
    gb >= 1000 ? `${round(gb / 1000)} TB` : gb >= 1 ? `${round(gb)} GB` : `${round(gb * 1000)} MB`;
  const count = (n) => {
    if (zh) return n >= 1e12 ? `${round(n / 1e12)} 万亿` : n >= 1e8 ? `${round(n / 1e8)} 亿` : `${round(n / 1e4)} 万`;
    return n >= 1e12 ? `${round(n / 1e12)} T` : n >= 1e9 ? `${round(n / 1e9)} B` : `${round(n / 1e6)} M`;
  };

  // a log scale from 1 MB to 100 TB
  const [left, right] = [56, 400];
  const x = (gb) => left + ((Math.log10(gb) + 3) / 8) * (right - left);
  const picture = guide.svg("svg", { viewBox: "0 0 500 218", role: "img" });
  picture.style.setProperty("--figure-width", "500px");
  const places = [ // label’s y, anchor: so that no line crosses a label
    [40, "end"],
    [18, "end"],
    [40, "start"],
  ];
  machines.forEach(({ gb, words }, i) => {
    const [y, anchor] = places[i];
    picture.append(
      guide.svg("path", { class: "line dashed", d: `M${x(gb)} ${y - 10}V206` }),
      guide.svg("text", { class: `small ${anchor}`, x: x(gb) + (anchor === "end" ? -6 : 6), y }, words),
    );
  });
  const bars = formats.map(({ name }, row) => {
    const y = 74 + row * 35;
    const bar = guide.svg("rect", { class: `box c${row + 1}`, x: left, y, height: 24, rx: 3 });
    const value = guide.svg("text", {
      class: "small strong",
      y: y + 17,
      style: "paint-order: stroke; stroke: var(--guide-paper); stroke-width: 6px",
    });
    picture.append(guide.svg("text", { class: "small end", x: left - 8, y: y + 17 }, name), bar, value);
    return { bar, value };
  });
  picture.append(guide.svg("path", { class: "axis", d: `M${left} 66V210` }));

  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const draw = (n) => {
    formats.forEach(({ bytes }, row) => {
      const gb = (n * bytes) / 1e9;
      bars[row].bar.setAttribute("width", Math.max(2, x(gb) - left));
      bars[row].value.setAttribute("x", Math.max(left + 2, x(gb)) + 7);
      bars[row].value.textContent = memory(gb);
    });
    const [bf16, int4] = [(n * 2) / 1e9, (n * 0.5) / 1e9];
    const gpus = Math.ceil(bf16 / 80);
    const phones = Math.ceil(int4 / 8);
    result.textContent = say(
      `${count(n)} parameters: ${memory(bf16)} in BF16, so at least ${gpus} GPU${gpus > 1 ? "s" : ""} of 80 GB; ` +
        `in INT4 ${memory(int4)}, ${phones > 1 ? `the whole memory of ${round(phones)} phones` : "less than one phone’s memory"}. ` +
        "Weights only: activations and the KV cache come on top.",
      `${count(n)}个参数：BF16 占 ${memory(bf16)}，至少要 ${gpus} 张 80 GB 的 GPU；` +
        `压到 INT4 是 ${memory(int4)}，${phones > 1 ? `相当于 ${round(phones)} 部手机的全部内存` : "一部手机的内存就够"}。` +
        "这里只算权重，激活值和键值缓存另计。",
    );
    picture.setAttribute("aria-label", result.textContent);
  };

  const slider = guide.slider({
    label: say("Parameters", "参数量"),
    min: 6, max: 13, step: 0.01, value: Math.log10(70e9),
    show: (value) => count(10 ** value),
    onInput: (value) => {
      choice.querySelector("select").selectedIndex = -1; // no real model any more
      draw(10 ** value);
    },
  });
  const input = slider.querySelector("input");
  const choice = guide.select({
    label: say("A real model", "真实模型"),
    options: presets,
    value: "70000000000",
    onInput: (value) => {
      input.value = Math.log10(Number(value));
      input.dispatchEvent(new Event("input"));
      // the slider’s steps are coarser than the published number
      slider.querySelector("output").textContent = count(Number(value));
      choice.querySelector("select").value = value;
      draw(Number(value));
    },
  });
  element.append(guide.html("div", { className: "guide-controls" }, slider, choice), picture, result);
  draw(70e9);
});
