// Chapter 5: from the reliability of a step to that of a task, with and without a check that allows a second try.
guide.widget("agent-reliability", (element) => {
  const say = (en, chinese) => (guide.lang === "zh" ? chinese : en);
  const state = { p: 0.95, n: 20, catch: 0.5 };
  const [left, right, top, bottom] = [50, 466, 14, 190];
  const most = 50;
  const x = (n) => left + (n / most) * (right - left);
  const y = (q) => bottom - q * (bottom - top);
  const picture = guide.svg("svg", { viewBox: "0 0 480 232", role: "img" });
  picture.style.setProperty("--figure-width", "480px");
  for (const q of [0, 0.25, 0.5, 0.75, 1]) {
    picture.append(
      guide.svg("path", { class: "grid", d: `M${left} ${y(q)}H${right}` }),
      guide.svg("text", { class: "small muted end", x: left - 6, y: y(q) + 4.5 }, `${100 * q} %`),
    );
  }
  for (const n of [0, 10, 20, 30, 40, 50]) {
    picture.append(guide.svg("text", { class: "small muted middle", x: x(n), y: bottom + 17 }, String(n)));
  }
  picture.append(guide.svg("text", { class: "small middle", x: (left + right) / 2, y: bottom + 38 }, say("steps in the task", "任务的步数")));
  const plain = guide.svg("path", { class: "line c2 dashed" });
  const checked = guide.svg("path", { class: "line c1" });
  const mark = guide.svg("circle", { class: "solid c1", r: 5 });
  picture.append(plain, checked, mark);
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");

  const curve = (p) => Array.from({ length: most + 1 }, (_, n) => `${n ? "L" : "M"}${x(n).toFixed(1)} ${y(p ** n).toFixed(1)}`).join("");
  const percent = (q) => `${(100 * q).toFixed(q > 0.995 && q < 1 ? 2 : 1)} %`;
  const draw = () => {
    // an error is noticed with probability `catch`; the step is then tried once more
    const p = state.p + (1 - state.p) * state.catch * state.p;
    plain.setAttribute("d", curve(state.p));
    checked.setAttribute("d", curve(p));
    mark.setAttribute("cx", x(state.n));
    mark.setAttribute("cy", y(p ** state.n));
    result.textContent = say(
      `${percent(state.p)} a step, ${state.n} steps: ${percent(state.p ** state.n)} of the tasks without a check (dashed). ` +
        `If ${Math.round(100 * state.catch)} % of the errors are noticed and the step is tried once more: ${percent(p)} a step, ${percent(p ** state.n)} of the tasks (solid).`,
      `每步 ${percent(state.p)}，共 ${state.n} 步：没有检查时任务成功率 ${percent(state.p ** state.n)}（虚线）。` +
        `若 ${Math.round(100 * state.catch)} % 的错误被发现并重试一次：每步 ${percent(p)}，任务 ${percent(p ** state.n)}（实线）。`,
    );
    picture.setAttribute("aria-label", result.textContent);
  };
  const slider = (label, key, min, max, step, show) =>
    guide.slider({ label, min, max, step, value: state[key], show, onInput: (value) => { state[key] = value; draw(); } });
  element.append(
    guide.html("div", { className: "guide-controls" },
      slider(say("A step succeeds", "单步成功率"), "p", 0.8, 0.999, 0.001, percent),
      slider(say("Steps", "步数"), "n", 1, 50, 1, String),
      slider(say("Errors noticed", "错误被发现"), "catch", 0, 1, 0.05, (c) => `${Math.round(100 * c)} %`)),
    picture,
    result,
  );
  draw();
});
