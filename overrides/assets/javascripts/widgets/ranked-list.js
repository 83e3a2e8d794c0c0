// Chapter 5: a ranked list whose results can be moved; reciprocal rank, recall@k and nDCG@k follow.
guide.widget("ranked-list", (element) => {
  const say = (en, chinese) => (guide.lang === "zh" ? chinese : en);
  let order = ["a", "B", "c", "d", "E", "f", "G", "h"]; // capitals are relevant
  let k = 5;
  const list = guide.html("ol");
  list.style.cssText = "margin:0 0 .6rem;padding:0;list-style:none;display:grid;gap:.2rem;max-width:26rem";
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const good = (item) => item === item.toUpperCase();

  const move = (from, to) => {
    if (to < 0 || to >= order.length) return;
    const item = order.splice(from, 1)[0];
    order.splice(to, 0, item);
    draw();
    list.children[to].querySelector(from < to ? ".down" : ".up").focus();
  };
  const arrow = (label, className, disabled, onClick) => {
    const button = guide.button(className === "up" ? "↑" : "↓", onClick);
    button.classList.add(className);
    button.setAttribute("aria-label", label);
    button.setAttribute("aria-disabled", disabled);
    button.style.cssText = `min-width:2.4rem;margin:0;${disabled ? "opacity:.4" : ""}`;
    return button;
  };
  function draw() {
    list.replaceChildren(
      ...order.map((item, i) => {
        const words = good(item) ? say("relevant", "相关") : say("not relevant", "不相关");
        const label = guide.html("span", { textContent: `${i + 1}. ${good(item) ? "●" : "○"} ${words}` });
        label.style.cssText = `flex:1;font-size:.74rem;${good(item) ? "font-weight:700;" : ""}${i < k ? "" : "opacity:.7"}`;
        const row = guide.html("li", {}, label,
          arrow(say(`move place ${i + 1} up`, `第 ${i + 1} 位上移`), "up", i === 0, () => move(i, i - 1)),
          arrow(say(`move place ${i + 1} down`, `第 ${i + 1} 位下移`), "down", i === order.length - 1, () => move(i, i + 1)));
        row.style.cssText = `display:flex;gap:.3rem;align-items:center;margin:0;padding-left:.5rem;border-left:4px solid ${i < k ? "var(--fig-1)" : "transparent"}`;
        return row;
      }),
    );
    const places = order.flatMap((item, i) => (good(item) ? [i + 1] : []));
    const inside = places.filter((place) => place <= k);
    const dcg = inside.reduce((sum, place) => sum + 1 / Math.log2(place + 1), 0);
    let ideal = 0;
    for (let place = 1; place <= Math.min(k, places.length); place += 1) ideal += 1 / Math.log2(place + 1);
    result.textContent = say(
      `Reciprocal rank 1/${places[0]} = ${(1 / places[0]).toFixed(2)}; recall@${k} = ${inside.length}/${places.length} = ${(inside.length / places.length).toFixed(2)}; ` +
        `nDCG@${k} = ${dcg.toFixed(2)}/${ideal.toFixed(2)} = ${(dcg / ideal).toFixed(2)}.`,
      `倒数排名 1/${places[0]} = ${(1 / places[0]).toFixed(2)}；recall@${k} = ${inside.length}/${places.length} = ${(inside.length / places.length).toFixed(2)}；` +
        `nDCG@${k} = ${dcg.toFixed(2)}/${ideal.toFixed(2)} = ${(dcg / ideal).toFixed(2)}。`,
    );
  }
  element.append(
    guide.html("div", { className: "guide-controls" },
      guide.slider({ label: "k", min: 1, max: 8, step: 1, value: k, onInput: (value) => { k = value; draw(); } })),
    list,
    result,
  );
  draw();
});
