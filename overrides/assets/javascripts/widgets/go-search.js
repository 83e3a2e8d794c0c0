// Chapter 1: the search of AlphaGo Zero on three moves, step by step.
guide.widget("go-search", (element) => {
  const zh = guide.lang === "zh";
  const say = (en, chinese) => (zh ? chinese : en);
  const moves = ["A", "B", "C"];
  const worth = [0.1, 0.5, 0];
  const state = { priorOfB: 0.2, c: 1, visits: [0, 0, 0] };

  // what B does not get is shared between A and C as 7 to 1
  const priors = () => [(1 - state.priorOfB) * 0.875, state.priorOfB, (1 - state.priorOfB) * 0.125];
  const parts = () => {
    const total = state.visits.reduce((a, b) => a + b, 0);
    return priors().map((prior, i) => ({
      q: state.visits[i] ? worth[i] : 0,
      bonus: (state.c * prior * Math.sqrt(total)) / (1 + state.visits[i]),
    }));
  };
  const simulate = (times) => {
    for (let i = 0; i < times; i++) {
      const sums = parts().map(({ q, bonus }) => q + bonus);
      state.visits[sums.indexOf(Math.max(...sums))] += 1;
    }
    draw();
  };

  const left = 70;
  const picture = guide.svg("svg", { viewBox: "0 0 500 196", role: "img" });
  picture.style.setProperty("--figure-width", "500px");
  picture.append(
    guide.svg("rect", { class: "box c1", x: left, y: 6, width: 16, height: 14, rx: 2 }),
    guide.svg("text", { class: "small", x: left + 22, y: 18 }, say("Q: looks good so far", "Q：目前看着不错")),
    guide.svg("rect", { class: "box c2", x: left + 190, y: 6, width: 16, height: 14, rx: 2 }),
    guide.svg("text", { class: "small", x: left + 212, y: 18 }, say("bonus: deserves a try", "奖励项：值得一试")),
  );
  const rows = moves.map((move, i) => {
    const y = 36 + i * 54;
    const value = guide.svg("rect", { class: "box c1", x: left, y, height: 26, rx: 2 });
    const bonus = guide.svg("rect", { class: "box c2", y, height: 26, rx: 2 });
    const words = guide.svg("text", { class: "small", x: left, y: y + 43 });
    picture.append(guide.svg("text", { class: "strong end", x: left - 12, y: y + 20 }, move), value, bonus, words);
    return { value, bonus, words };
  });
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");

  function draw() {
    const now = parts();
    const prior = priors();
    const scale = 400 / Math.max(1, ...now.map(({ q, bonus }) => q + bonus));
    rows.forEach(({ value, bonus, words }, i) => {
      const width = now[i].q * scale;
      value.setAttribute("width", width);
      bonus.setAttribute("x", left + width);
      bonus.setAttribute("width", now[i].bonus * scale);
      words.textContent = say(
        `prior ${prior[i].toFixed(2)}, tried ${state.visits[i]} times, Q + bonus = ${(now[i].q + now[i].bonus).toFixed(2)}`,
        `先验 ${prior[i].toFixed(2)}，试过 ${state.visits[i]} 次，Q + 奖励 = ${(now[i].q + now[i].bonus).toFixed(2)}`,
      );
    });
    const total = state.visits.reduce((a, b) => a + b, 0);
    const best = moves[state.visits.indexOf(Math.max(...state.visits))];
    result.textContent = total
      ? say(
          `After ${total} simulation${total > 1 ? "s" : ""} ${best} has been tried most often and would be played.`,
          `推演 ${total} 次之后，试得最多的是 ${best}，实战就下 ${best}。`,
        )
      : say("Nothing tried yet. Run a simulation.", "还没有推演，点一下按钮。");
    picture.setAttribute("aria-label", result.textContent);
  }
  const restart = () => {
    state.visits = [0, 0, 0];
    draw();
  };
  const slider = (label, key, max, value) =>
    guide.slider({
      label, min: 0, max, step: 0.05, value,
      show: (x) => x.toFixed(2),
      onInput: (x) => {
        state[key] = x;
        restart();
      },
    });
  element.append(
    guide.html(
      "div",
      { className: "guide-controls" },
      slider(say("Prior of B", "B 的先验"), "priorOfB", 0.9, 0.2),
      slider(say("Curiosity c", "好奇心 c"), "c", 3, 1),
    ),
    guide.html(
      "div",
      { className: "guide-controls" },
      guide.button(say("1 simulation", "推演 1 次"), () => simulate(1)),
      guide.button(say("10 simulations", "推演 10 次"), () => simulate(10)),
      guide.button(say("Start again", "重来"), restart),
    ),
    picture,
    result,
  );
  simulate(10);
});
