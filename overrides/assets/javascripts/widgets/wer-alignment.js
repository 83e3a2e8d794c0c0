// Chapter 5: word error rate of two texts, with the alignment shown.
guide.widget("wer-alignment", (element) => {
  const say = (en, chinese) => (guide.lang === "zh" ? chinese : en);
  const field = (label, value) => guide.textField({ label, value, onInput: () => draw() });
  const reference = field(say("Said", "原话"), "take fifteen milligrams but do not drive");
  const hypothesis = field(say("Written", "识别结果"), "take fifty milligrams but do drive today");
  const table = guide.html("table");
  const box = guide.html("div", { tabIndex: 0 }, table);
  box.style.overflowX = "auto";
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", say("Alignment", "对齐"));
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");

  const split = (text) => {
    const clean = text.toLowerCase().replace(/[.,!?;:，。！？；：]/g, " ").trim();
    // Chinese is written without spaces: one unit a character
    return /[\u4e00-\u9fff]/.test(clean) ? [...clean.replace(/\s+/g, "")] : clean.split(/\s+/).filter(Boolean);
  };
  const align = (r, h) => {
    const d = Array.from({ length: r.length + 1 }, (_, i) => Array.from({ length: h.length + 1 }, (__, j) => (i ? (j ? 0 : i) : j)));
    for (let i = 1; i <= r.length; i += 1) {
      for (let j = 1; j <= h.length; j += 1) {
        d[i][j] = Math.min(d[i - 1][j - 1] + (r[i - 1] === h[j - 1] ? 0 : 1), d[i - 1][j] + 1, d[i][j - 1] + 1);
      }
    }
    const steps = [];
    let [i, j] = [r.length, h.length];
    while (i || j) {
      if (i && j && r[i - 1] === h[j - 1]) steps.push([r[(i -= 1)], h[(j -= 1)], "="]);
      else if (i && d[i][j] === d[i - 1][j] + 1) steps.push([r[(i -= 1)], "–", "D"]);
      else if (j && d[i][j] === d[i][j - 1] + 1) steps.push(["–", h[(j -= 1)], "I"]);
      else steps.push([r[(i -= 1)], h[(j -= 1)], "S"]);
    }
    return steps.reverse();
  };
  const colour = { S: "var(--fig-2)", D: "var(--fig-5)", I: "var(--fig-3)" };
  function draw() {
    const [r, h] = [split(reference.input.value).slice(0, 40), split(hypothesis.input.value).slice(0, 40)];
    const steps = align(r, h);
    const row = (name, cell, strong) =>
      guide.html("tr", {}, guide.html("th", { textContent: name, scope: "row" }),
        ...steps.map((step) => {
          const td = guide.html("td", { textContent: step[cell] });
          td.style.cssText = `padding:.35rem .5rem;text-align:center;white-space:nowrap;${step[2] === "=" ? "" : `color:${colour[step[2]]};`}${strong && step[2] !== "=" ? "font-weight:700" : ""}`;
          return td;
        }));
    table.replaceChildren(row(say("said", "原话"), 0), row(say("written", "识别"), 1), row(say("change", "改动"), 2, true));
    const n = (kind) => steps.filter((step) => step[2] === kind).length;
    const [s, dl, ins] = [n("S"), n("D"), n("I")];
    const wer = r.length ? (100 * (s + dl + ins)) / r.length : 0;
    result.textContent = say(
      `${s} substituted (S), ${dl} deleted (D), ${ins} inserted (I), ${r.length} words said: WER = ${s + dl + ins}/${r.length} = ${wer.toFixed(0)} %.`,
      `替换 (S) ${s}，删除 (D) ${dl}，插入 (I) ${ins}，原话 ${r.length} 个单位：错误率 = ${s + dl + ins}/${r.length} = ${wer.toFixed(0)} %。`,
    );
  }
  element.append(guide.html("div", { className: "guide-controls" }, reference.wrapper, hypothesis.wrapper), box, result);
  draw();
});
