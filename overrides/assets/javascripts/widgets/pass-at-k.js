// Chapter 5: pass@k from n samples of which c passed, unbiased and by the plug-in formula.
guide.widget("pass-at-k", (element) => {
  const say = (en, chinese) => (guide.lang === "zh" ? chinese : en);
  const state = { n: 20, c: 2, k: 5 };
  const [left, right, top, bottom] = [50, 466, 14, 190];
  const picture = guide.svg("svg", { viewBox: "0 0 480 232", role: "img" });
  picture.style.setProperty("--figure-width", "480px");
  const y = (q) => bottom - q * (bottom - top);
  for (const q of [0, 0.25, 0.5, 0.75, 1]) {
    picture.append(
      guide.svg("path", { class: "grid", d: `M${left} ${y(q)}H${right}` }),
      guide.svg("text", { class: "small muted end", x: left - 6, y: y(q) + 4.5 }, `${100 * q} %`),
    );
  }
  const ticks = guide.svg("g");
  const plug = guide.svg("path", { class: "line c2 dashed" });
  const exact = guide.svg("path", { class: "line c1" });
  const mark = guide.svg("circle", { class: "solid c1", r: 5 });
  picture.append(ticks, plug, exact, mark, guide.svg("text", { class: "small middle", x: (left + right) / 2, y: bottom + 38 }, say("k, the samples that may be tried", "可以尝试的样本数 k")));
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");

  const unbiased = (n, c, k) => {
    if (n - c < k) return 1;
    let none = 1;
    for (let i = n - c + 1; i <= n; i += 1) none *= 1 - k / i;
    return 1 - none;
  };
  const percent = (q) => `${(100 * q).toFixed(1)} %`;
  const draw = () => {
    const { n } = state;
    const c = Math.min(state.c, n);
    const k = Math.min(state.k, n);
    const x = (value) => left + ((value - 1) / Math.max(1, n - 1)) * (right - left);
    const line = (f) => Array.from({ length: n }, (_, i) => `${i ? "L" : "M"}${x(i + 1).toFixed(1)} ${y(f(i + 1)).toFixed(1)}`).join("");
    exact.setAttribute("d", line((i) => unbiased(n, c, i)));
    plug.setAttribute("d", line((i) => 1 - (1 - c / n) ** i));
    mark.setAttribute("cx", x(k));
    mark.setAttribute("cy", y(unbiased(n, c, k)));
    const shown = [...new Set([1, Math.round(n / 4), Math.round(n / 2), Math.round((3 * n) / 4), n])].filter((v) => v >= 1);
    ticks.replaceChildren(...shown.map((v) => guide.svg("text", { class: "small muted middle", x: x(v), y: bottom + 17 }, String(v))));
    result.textContent = say(
      `${c} of ${n} samples passed: pass@1 ${percent(c / n)}, pass@${k} ${percent(unbiased(n, c, k))} (solid, unbiased); the plug-in formula says ${percent(1 - (1 - c / n) ** k)} (dashed).`,
      `${n} 个样本中 ${c} 个通过：pass@1 为 ${percent(c / n)}，pass@${k} 为 ${percent(unbiased(n, c, k))}（实线，无偏）；直接代入公式得 ${percent(1 - (1 - c / n) ** k)}（虚线）。`,
    );
    picture.setAttribute("aria-label", result.textContent);
  };
  const slider = (label, key, min, max) =>
    guide.slider({ label, min, max, step: 1, value: state[key], onInput: (value) => { state[key] = value; draw(); } });
  element.append(
    guide.html("div", { className: "guide-controls" },
      slider(say("n, samples", "样本数 n"), "n", 2, 100),
      slider(say("c, passed", "通过数 c"), "c", 0, 50),
      slider("k", "k", 1, 100)),
    picture,
    result,
  );
  draw();
});
