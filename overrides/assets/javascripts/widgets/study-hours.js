// Chapter 1: hours a week and chosen chapters → hours, weeks and the day one is done.
// The minutes and page counts are those of the table in how-to-use.md.
guide.widget("study-hours", (element) => {
  const zh = guide.lang === "zh";
  const say = (en, chinese) => (zh ? chinese : en);
  const kinds = { idea: [30, 15], algorithm: [60, 120], code: [30, 90], project: [30, 570], lookup: [15, 0] };
  const chapters = [
    [say("1 Background", "1 背景介绍"), { idea: 5 }],
    [say("2 Concepts", "2 核心概念"), { idea: 6, algorithm: 1 }],
    [say("3 Algorithms", "3 核心算法"), { algorithm: 15 }],
    [say("4 Practice", "4 实践"), { code: 3, project: 1 }],
    [say("5 Applications", "5 应用场景"), { idea: 7 }],
    [say("6 Resources", "6 资源"), { lookup: 5 }],
    [say("7 Outlook", "7 展望"), { idea: 4 }],
    [say("8 FAQ", "8 问答"), { lookup: 2 }],
  ];
  const REPEAT = 1.15;
  const state = { perWeek: 6, depth: 1, chosen: chapters.map(() => true), start: new Date() };

  const hours = (pages, depth) =>
    (REPEAT / 60) *
    Object.entries(pages).reduce((sum, [kind, n]) => sum + n * (kinds[kind][0] + depth * kinds[kind][1]), 0);
  const format = (date) =>
    date.toLocaleDateString(zh ? "zh-CN" : "en-GB", { day: "numeric", month: "long", year: "numeric" });

  const [left, right] = [140, 430];
  const picture = guide.svg("svg", { viewBox: "0 0 500 262", role: "img" });
  picture.style.setProperty("--figure-width", "500px");
  const axis = guide.svg("g");
  picture.append(axis);
  const rows = chapters.map(([name], row) => {
    const y = 6 + row * 28;
    const label = guide.svg("text", { class: "small end", x: left - 10, y: y + 15 }, name);
    const bar = guide.svg("rect", { class: `box c${(row % 6) + 1}`, y, height: 20, rx: 3 });
    const value = guide.svg("text", { class: "small", y: y + 15 });
    picture.append(label, bar, value);
    return { label, bar, value };
  });
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");

  const draw = () => {
    const each = chapters.map(([, pages], i) => (state.chosen[i] ? hours(pages, state.depth) : 0));
    const total = each.reduce((a, b) => a + b, 0);
    const weeks = total / state.perWeek;
    const x = (h) => left + (h / Math.max(total, 0.1)) * (right - left);
    axis.replaceChildren();
    const every = [1, 2, 4, 5, 10, 20, 50, 100].find((step) => weeks / step <= 5) ?? 100;
    for (let week = 0; week <= weeks + 0.01; week += every) {
      const at = x(week * state.perWeek);
      axis.append(
        guide.svg("path", { class: "grid", d: `M${at.toFixed(1)} 0V234` }),
        guide.svg("text", { class: "small middle", x: at.toFixed(1), y: 252 }, week ? say(`wk ${week}`, `${week} 周`) : say("start", "开始")),
      );
    }
    let done = 0;
    each.forEach((h, i) => {
      rows[i].bar.setAttribute("x", x(done));
      rows[i].bar.setAttribute("width", h ? Math.max(2, x(done + h) - x(done)) : 0);
      rows[i].value.setAttribute("x", x(done + h) + 6);
      rows[i].value.textContent = h ? say(`${h.toFixed(1)} h`, `${h.toFixed(1)} 小时`) : "";
      rows[i].label.classList.toggle("muted", !h);
      done += h;
    });
    const end = new Date(state.start);
    end.setDate(end.getDate() + Math.ceil(weeks * 7));
    result.textContent = total
      ? say(
          `${total.toFixed(0)} hours at ${state.perWeek} a week: ${Math.ceil(weeks)} week${Math.ceil(weeks) > 1 ? "s" : ""}. ` +
            `Starting on ${format(state.start)} you are done on ${format(end)}.`,
          `共 ${total.toFixed(0)} 小时，每周 ${state.perWeek} 小时，要 ${Math.ceil(weeks)} 周。` +
            `${format(state.start)}开始，${format(end)}学完。`,
        )
      : say("Choose at least one chapter.", "请至少选一章。");
    picture.setAttribute("aria-label", result.textContent);
  };

  const date = guide.html("input", { type: "date" });
  const pad = (n) => String(n).padStart(2, "0");
  date.value = `${state.start.getFullYear()}-${pad(state.start.getMonth() + 1)}-${pad(state.start.getDate())}`;
  date.addEventListener("change", () => {
    if (!date.value) return;
    const [year, month, day] = date.value.split("-").map(Number);
    state.start = new Date(year, month - 1, day);
    draw();
  });
  const boxes = chapters.map(([name], i) => {
    const box = guide.html("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => {
      state.chosen[i] = box.checked;
      draw();
    });
    return guide.html("label", { className: "guide-select" }, box, guide.html("span", {}, name));
  });
  element.append(
    guide.html(
      "div",
      { className: "guide-controls" },
      guide.slider({
        label: say("Hours a week", "每周小时数"),
        min: 1, max: 20, step: 1, value: 6,
        show: (h) => say(`${h} h`, `${h} 小时`),
        onInput: (h) => {
          state.perWeek = h;
          draw();
        },
      }),
      guide.select({
        label: say("How", "方式"),
        options: { 1: say("work through", "动手学完"), 0: say("read only", "只通读") },
        value: "1",
        onInput: (depth) => {
          state.depth = Number(depth);
          draw();
        },
      }),
      guide.html("label", { className: "guide-select" }, guide.html("span", {}, say("Start", "开始日期")), date),
    ),
    guide.html("div", { className: "guide-controls" }, ...boxes),
    picture,
    result,
  );
  draw();
});
