// How many tokens a picture becomes: side, patch size, and merging of neighbouring patches.
guide.widget("patch-tokens", (element) => {
  const zh = guide.lang === "zh";
  const words = zh
    ? {
        side: "图像边长（像素）", patch: "图块边长", merge: "合并相邻图块", none: "不合并", by: (m) => `每 ${m} × ${m} 块合成 1 个词元`,
        label: "被切成图块的图片",
        resized: (s) => `先缩放到 ${s} 像素，使图块正好铺满。`,
        patches: (s, p, n) => `${s} / ${p} = ${n}，所以有 ${n} × ${n} = ${(n * n).toLocaleString("zh")} 个图块。`,
        tokens: (k) => `语言模型得到 ${k.toLocaleString("zh")} 个词元；8,192 个词元的上下文最多放得下 ${Math.floor(8192 / k)} 张这样的图。`,
        pairs: (n) => `视觉编码器的每个注意力头要比较 ${(n ** 4).toLocaleString("zh")} 对图块。`,
      }
    : {
        side: "Image side in pixels", patch: "Patch side", merge: "Merge neighbours", none: "no merging", by: (m) => `${m} × ${m} patches into one token`,
        label: "A picture cut into patches",
        resized: (s) => `Scaled to ${s} pixels first, so that the patches fit. `,
        patches: (s, p, n) => `${s} / ${p} = ${n}, so there are ${n} × ${n} = ${(n * n).toLocaleString("en")} patches.`,
        tokens: (k) => `The language model receives ${k.toLocaleString("en")} tokens; a context of 8,192 holds ${Math.floor(8192 / k)} such pictures.`,
        pairs: (n) => `Each attention head of the vision encoder compares ${(n ** 4).toLocaleString("en")} pairs of patches.`,
      };
  let side = 224;
  let patch = 16;
  let merge = 1;
  const S = 300;
  const svg = guide.svg("svg", { viewBox: `0 0 ${S} ${S}`, style: "min-width:0;max-width:300px", role: "img", "aria-label": words.label });
  svg.append(
    guide.svg("rect", { class: "box", x: 1, y: 1, width: S - 2, height: S - 2 }),
    guide.svg("circle", { class: "soft c4", cx: 232, cy: 66, r: 30 }),
    guide.svg("path", { class: "soft c6", d: "M1 232C70 188 120 196 170 222S260 246 299 214V299H1Z" }),
    guide.svg("path", { class: "soft c2", d: "M60 238V150L110 108L160 150V238Z" }),
    guide.svg("path", { class: "soft c1", d: "M96 238V192H124V238Z" }),
    guide.svg("rect", { class: "soft c3", x: 216, y: 176, width: 12, height: 58 }),
    guide.svg("circle", { class: "soft c6", cx: 222, cy: 154, r: 32 }),
  );
  const fine = guide.svg("path", { class: "axis", style: "stroke-width:.6" });
  const coarse = guide.svg("path", { class: "line c5", style: "stroke-width:1.3" });
  svg.append(fine, coarse);
  const lines = (n) => {
    let d = "";
    for (let i = 0; i <= n; i++) {
      const at = Math.min(S - 1, Math.max(1, (i * S) / n)).toFixed(1);
      d += `M${at} 1V${S - 1}M1 ${at}H${S - 1}`;
    }
    return d;
  };
  const results = [guide.html("p"), guide.html("p"), guide.html("p")];
  function draw() {
    const grid = Math.floor(side / (patch * merge)) * merge; // what does not fill a token is resized away
    fine.setAttribute("d", merge > 1 ? lines(grid) : "");
    coarse.setAttribute("d", lines(grid / merge));
    const used = grid * patch;
    results[0].textContent = (used < side ? words.resized(used) : "") + words.patches(used, patch, grid);
    results[1].textContent = words.tokens((grid / merge) ** 2);
    results[2].textContent = words.pairs(grid);
  }
  element.append(
    guide.html(
      "div",
      { className: "guide-controls" },
      guide.slider({ label: words.side, min: 112, max: 1344, step: 112, value: side, onInput: (v) => { side = v; draw(); } }),
      guide.select({ label: words.patch, value: "16", options: { 14: "14", 16: "16", 28: "28" }, onInput: (v) => { patch = Number(v); draw(); } }),
      guide.select({ label: words.merge, value: "1", options: { 1: words.none, 2: words.by(2), 4: words.by(4) }, onInput: (v) => { merge = Number(v); draw(); } }),
    ),
    svg,
    ...results,
  );
  draw();
});
