// Chapter 7: a calibrated score, two groups with different base rates, a threshold for each.
guide.widget("fairness-threshold", (element) => {
  const say = (en, chinese) => (guide.lang === "zh" ? chinese : en);
  // People with score 1 to 10; a share (score - 0.5)/10 of them has the outcome, in both groups.
  const groups = [
    { name: "A", people: [40, 60, 80, 100, 120, 120, 100, 80, 60, 40], from: 6 },
    { name: "B", people: [130, 140, 130, 110, 90, 70, 50, 40, 25, 15], from: 6 },
  ];
  const picture = guide.svg("svg", { viewBox: "0 0 480 300", role: "img" });
  picture.style.setProperty("--figure-width", "480px");
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const text = (x, y, words, classes) => {
    const node = guide.svg("text", { x, y, class: classes });
    node.textContent = words;
    return node;
  };

  const rates = ({ people, from }) => {
    let [tp, fp, fn, tn] = [0, 0, 0, 0];
    people.forEach((n, i) => {
      const yes = (n * (i + 0.5)) / 10;
      if (i + 1 >= from) [tp, fp] = [tp + yes, fp + n - yes];
      else [fn, tn] = [fn + yes, tn + n - yes];
    });
    return {
      base: (tp + fn) / (tp + fp + fn + tn), fpr: fp / (fp + tn), fnr: fn / (fn + tp), ppv: tp / (tp + fp),
    };
  };
  const percent = (x) => `${(100 * x).toFixed(0)} %`;

  const draw = () => {
    picture.replaceChildren();
    groups.forEach((group, row) => {
      const bottom = 122 + row * 144;
      const r = rates(group);
      picture.append(text(8, bottom - 96, `${say("Group", "群体")} ${group.name}`, "small strong"));
      picture.append(text(472, bottom - 96, `${say("base rate", "基率")} ${percent(r.base)}`, "small muted end"));
      group.people.forEach((n, i) => {
        const x = 14 + i * 46;
        const height = n * 0.55;
        const yes = (height * (i + 0.5)) / 10;
        const flagged = i + 1 >= group.from;
        picture.append(
          guide.svg("rect", { class: flagged ? "box c4" : "box", x, y: bottom - height, width: 38, height: height - yes }),
          guide.svg("rect", { class: "solid c1", x, y: bottom - yes, width: 38, height: yes }),
          text(x + 19, bottom + 16, String(i + 1), "small muted middle"),
        );
      });
      const cut = 10 + (group.from - 1) * 46;
      picture.append(guide.svg("path", { class: "line c2", d: `M${cut} ${bottom - 86}V${bottom + 4}` }));
    });
    const [a, b] = groups.map(rates);
    const line = (name, key) => `${name} ${percent(a[key])} / ${percent(b[key])}`;
    result.textContent = say(
      `A / B: ${line("false positive rate", "fpr")}; ${line("false negative rate", "fnr")}; ` +
        `${line("right among the flagged (PPV)", "ppv")}. Dark: the outcome happens. Right of the line: flagged.`,
      `A / B：${line("假阳性率", "fpr")}；${line("假阴性率", "fnr")}；` +
        `${line("被标记者中属实的比例（PPV）", "ppv")}。深色：结果发生；竖线右侧：被标记。`,
    );
    picture.setAttribute("aria-label", result.textContent);
  };
  const slider = (group) => guide.slider({
    label: say(`Group ${group.name}: flag from score`, `群体 ${group.name}：从此分数起标记`),
    min: 2, max: 10, step: 1, value: group.from,
    onInput: (value) => { group.from = value; draw(); },
  });
  element.append(guide.html("div", { className: "guide-controls" }, ...groups.map(slider)), picture, result);
  draw();
});
