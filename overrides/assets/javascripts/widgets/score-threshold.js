// Chapter 5: the scores of a classifier for eights, and a threshold to move through them.
// The counts come from scripts/figures/applications.py (image_roc), 50 bins between 0 and 1.
guide.widget("score-threshold", (element) => {
  const say = (en, chinese) => (guide.lang === "zh" ? chinese : en);
  const ill = [0,0,1,1,2,3,2,1,1,5,2,1,2,1,3,2,0,1,3,1,1,1,2,1,3,0,3,5,1,3,2,3,1,3,2,2,4,4,0,5,3,1,1,1,1,2,0,0,0,0];
  const healthy = [260,217,113,55,44,29,26,14,4,11,10,4,3,6,5,2,3,0,0,2,1,0,1,0,1,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0];
  const sum = (list, from) => list.slice(from).reduce((a, b) => a + b, 0);
  const [allIll, allHealthy] = [sum(ill, 0), sum(healthy, 0)];

  const [left, right, base] = [16, 464, 122];
  const x = (score) => left + score * (right - left);
  const height = (count) => 13 * Math.sqrt(Math.min(count, 60)); // square root, so that ones are seen
  const picture = guide.svg("svg", { viewBox: "0 0 480 232", role: "img" });
  picture.style.setProperty("--figure-width", "480px");
  const width = (right - left) / 50 - 1;
  healthy.forEach((count, i) => {
    if (count) picture.append(guide.svg("rect", { class: "box", x: x(i / 50), y: base - height(count), width, height: height(count) }));
  });
  ill.forEach((count, i) => {
    if (count) picture.append(guide.svg("rect", { class: "solid c2", x: x(i / 50), y: base + 3, width, height: height(count) }));
  });
  picture.append(
    guide.svg("path", { class: "axis", d: `M${left} ${base + 1.5}H${right}` }),
    guide.svg("text", { class: "small end", x: right, y: 60 }, say("other digits (up)", "其他数字（向上）")),
    guide.svg("text", { class: "small strong end", x: right, y: 190 }, say("eights (down)", "数字 8（向下）")),
    guide.svg("text", { class: "small muted", x: left, y: 222 }, say("score 0", "得分 0")),
    guide.svg("text", { class: "small muted end", x: right, y: 222 }, say("score 1", "得分 1")),
  );
  const line = guide.svg("path", { class: "line c1" });
  const label = guide.svg("text", { class: "small middle", y: 222 }, say("threshold", "阈值"));
  picture.append(line, label);
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");

  const draw = (threshold) => {
    const from = Math.round(threshold * 50);
    const [tp, fp] = [sum(ill, from), sum(healthy, from)];
    line.setAttribute("d", `M${x(threshold)} 6V206`);
    label.setAttribute("x", Math.min(Math.max(x(threshold), 110), 370));
    const pc = (a, b) => (b ? `${((100 * a) / b).toFixed(0)} %` : "–");
    result.textContent = say(
      `Threshold ${threshold.toFixed(2)}: ${tp} of ${allIll} eights found (sensitivity ${pc(tp, allIll)}), ` +
        `${fp} of ${allHealthy} others flagged (specificity ${pc(allHealthy - fp, allHealthy)}); ` +
        `of ${tp + fp} alarms ${pc(tp, tp + fp)} are true (precision). AUC stays 0.974.`,
      `阈值 ${threshold.toFixed(2)}：${allIll} 个 8 中找到 ${tp} 个（灵敏度 ${pc(tp, allIll)}），` +
        `${allHealthy} 个其他数字中误报 ${fp} 个（特异度 ${pc(allHealthy - fp, allHealthy)}）；` +
        `${tp + fp} 次警报中 ${pc(tp, tp + fp)} 为真（精确率）。AUC 始终是 0.974。`,
    );
    picture.setAttribute("aria-label", result.textContent);
  };
  element.append(
    guide.html(
      "div",
      { className: "guide-controls" },
      guide.slider({
        label: say("Threshold", "阈值"), min: 0, max: 0.98, step: 0.02, value: 0.2,
        show: (value) => value.toFixed(2), onInput: draw,
      }),
    ),
    picture,
    result,
  );
  draw(0.2);
});
