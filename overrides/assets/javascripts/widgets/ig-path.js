// Chapter 7: integrated gradients of 1 − exp(−x) along the path from 0.
guide.widget("ig-path", (element) => {
  const say = (en, chinese) => (guide.lang === "zh" ? chinese : en);
  const picture = guide.svg("svg", { viewBox: "0 0 480 210", role: "img" });
  picture.style.setProperty("--figure-width", "480px");
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const px = (x) => 30 + x * 86;
  const py = (y) => 180 - y * 150;
  const curve = (f, to) => {
    const points = [];
    for (let i = 0; i <= 60; i++) points.push(`${px((to * i) / 60).toFixed(1)} ${py(f((to * i) / 60)).toFixed(1)}`);
    return points.join("L");
  };
  const label = (x, y, words, classes) => {
    const node = guide.svg("text", { x, y, class: classes });
    node.textContent = words;
    return node;
  };
  const slope = (x) => Math.exp(-x);
  const draw = (x) => {
    picture.replaceChildren(
      guide.svg("path", { class: "soft c4", d: `M${px(0)} ${py(0)}L${curve(slope, x)}L${px(x)} ${py(0)}Z` }),
      guide.svg("path", { class: "axis", d: `M30 180H470M30 20V180` }),
      guide.svg("path", { class: "line c1", d: `M${curve((t) => 1 - slope(t), 5)}` }),
      guide.svg("path", { class: "line c2 dashed", d: `M${curve(slope, 5)}` }),
      guide.svg("path", { class: "axis", d: `M${px(x)} 24V180` }),
      label(466, 58, "f(x)", "small c1 end"),
      label(466, 162, say("gradient", "梯度"), "small c2 end"),
      label(30, 200, "0", "small muted middle"),
      label(460, 200, "x = 5", "small muted middle"),
    );
    result.textContent = say(
      `x = ${x.toFixed(1)}: gradient here ${slope(x).toFixed(3)}; area under the gradient so far ` +
        `${(1 - slope(x)).toFixed(3)} = f(x) − f(0).`,
      `x = ${x.toFixed(1)}：此处梯度 ${slope(x).toFixed(3)}；梯度下方已累积的面积 ` +
        `${(1 - slope(x)).toFixed(3)} = f(x) − f(0)。`,
    );
    picture.setAttribute("aria-label", result.textContent);
  };
  element.append(
    guide.html("div", { className: "guide-controls" }, guide.slider({
      label: say("End of the path, x", "路径终点 x"), min: 0.1, max: 5, step: 0.1, value: 2,
      show: (v) => v.toFixed(1), onInput: draw,
    })),
    picture, result,
  );
  draw(2);
});
