// Chapter 7: stages and micro-batches of a pipeline, and the share of time spent waiting.
guide.widget("pipeline-bubble", (element) => {
  const say = (en, chinese) => (guide.lang === "zh" ? chinese : en);
  const state = { p: 4, m: 4 };
  const picture = guide.svg("svg", { viewBox: "0 0 480 210", role: "img" });
  picture.style.setProperty("--figure-width", "480px");
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const draw = () => {
    const { p, m } = state;
    const columns = m + p - 1;
    const w = 464 / columns;
    const h = 200 / p;
    picture.replaceChildren();
    for (let s = 0; s < p; s++) {
      for (let t = 0; t < columns; t++) {
        const busy = t >= s && t < s + m;
        picture.append(guide.svg("rect", {
          class: busy ? "box c1" : "box dashed", x: 8 + t * w, y: 4 + s * h, width: w - 1, height: h - 3,
        }));
        if (busy && w > 22 && h > 18) {
          const number = guide.svg("text", { class: "small middle", x: 8 + (t + 0.5) * w, y: 4 + (s + 0.5) * h + 3 });
          number.textContent = String(t - s + 1);
          picture.append(number);
        }
      }
    }
    const idle = ((100 * (p - 1)) / columns).toFixed(0);
    result.textContent = say(
      `${p} stages, ${m} micro-batches: ${columns} time steps, ${p - 1} of them idle at each stage: ${idle} %.`,
      `${p} 个阶段，${m} 个微批次：共 ${columns} 个时间步，每个阶段空闲 ${p - 1} 步，占 ${idle} %。`,
    );
    picture.setAttribute("aria-label", result.textContent);
  };
  const slider = (key, label, min, max) => guide.slider({
    label, min, max, step: 1, value: state[key], onInput: (v) => { state[key] = v; draw(); },
  });
  element.append(
    guide.html("div", { className: "guide-controls" },
      slider("p", say("Stages p", "阶段数 p"), 2, 12),
      slider("m", say("Micro-batches m", "微批次数 m"), 1, 64)),
    picture, result,
  );
  draw();
});
