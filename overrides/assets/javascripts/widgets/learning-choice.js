// Chapter 1: a small decision aid. Each answer gives points to four ways of learning.
guide.widget("learning-choice", (element) => {
  const zh = guide.lang === "zh";
  const say = (en, chinese) => (zh ? chinese : en);
  const ways = [
    ["course", say("Course with exercises", "带作业的课程")],
    ["video", say("Lecture videos", "讲座视频")],
    ["book", say("Book or guide", "书或教程")],
    ["project", say("Project of your own", "自己的项目")],
  ];
  // answer: points for course, video, book, project; the reason shown for the winner
  const questions = [
    {
      label: say("I want to", "我想"),
      answers: [
        [say("get an overview", "先有个全貌"), [1, 3, 2, 0], say("an overview is quickest from a few good talks", "建立全貌，听几场好讲座最快")],
        [say("understand the formulas", "看懂公式"), [2, 0, 3, 1], say("a formula wants to be read at your own speed", "公式要按自己的速度读")],
        [say("build something", "做出东西"), [1, 0, 1, 3], say("building is learned by building", "做东西只能靠做来学")],
        [say("look something up", "查一个问题"), [0, 0, 3, 0], say("text can be searched", "文字可以检索")],
      ],
    },
    {
      label: say("Without a deadline I", "没有截止日期时，我"),
      answers: [
        [say("usually stop", "多半会停下"), [3, 0, 0, 1], say("a course brings dates and other people", "课程有日期，也有同学")],
        [say("carry on", "照样学"), [0, 1, 2, 2], say("you do not need somebody else’s calendar", "你用不着别人的日程表")],
      ],
    },
    {
      label: say("When I am stuck", "卡住的时候"),
      answers: [
        [say("I need somebody to ask", "我需要有人可问"), [3, 0, 0, 0], say("a course has a forum and graded exercises", "课程有讨论区和批改")],
        [say("I find out by myself", "我自己能查明白"), [0, 1, 2, 2], say("you can repair your own gaps", "你能自己补上缺口")],
      ],
    },
    {
      label: say("Hours a week", "每周时间"),
      answers: [
        [say("under 3", "不到 3 小时"), [0, 2, 2, 0], say("small pieces fit into small hours", "零碎时间配零碎内容")],
        [say("3 to 8", "3 到 8 小时"), [2, 1, 2, 2], say("enough for exercises", "够做练习了")],
        [say("more than 8", "8 小时以上"), [3, 1, 2, 3], say("enough for a full course and a project", "够完整跟一门课，再做一个项目")],
      ],
    },
    {
      label: say("Internet", "网络"),
      answers: [
        [say("always", "一直有"), [1, 1, 0, 0], ""],
        [say("seldom", "很少"), [-2, -2, 3, 1], say("a book works offline", "书离线也能读")],
      ],
    },
  ];
  const chosen = questions.map(() => 0);
  const bars = guide.svg("svg", { viewBox: "0 0 460 136", role: "img" });
  bars.style.setProperty("--figure-width", "460px");
  const rows = ways.map(([, name], row) => {
    const bar = guide.svg("rect", { class: `box c${row + 1}`, x: 172, y: 6 + row * 33, height: 22, rx: 3 });
    const points = guide.svg("text", { class: "small strong", y: 22 + row * 33 });
    bars.append(guide.svg("text", { class: "small end", x: 162, y: 22 + row * 33 }, name), bar, points);
    return { bar, points };
  });
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");
  const draw = () => {
    const totals = ways.map((_, way) =>
      questions.reduce((sum, question, i) => sum + question.answers[chosen[i]][1][way], 0),
    );
    rows.forEach(({ bar, points }, way) => {
      const width = Math.max(0, totals[way]) * 19;
      bar.setAttribute("width", Math.max(2, width));
      points.setAttribute("x", 180 + width);
      points.textContent = Math.max(0, totals[way]);
    });
    const order = ways.map((_, way) => way).sort((a, b) => totals[b] - totals[a]);
    const [first, second] = order;
    const reasons = questions
      .map((question, i) => question.answers[chosen[i]])
      .filter((answer) => answer[1][first] === Math.max(...answer[1]) && answer[2])
      .map((answer) => answer[2]);
    result.textContent = say(
      `Begin with: ${ways[first][1].toLowerCase()}; beside it: ${ways[second][1].toLowerCase()}. Because ${reasons.join("; ") || "no other form is ahead"}.`,
      `先用：${ways[first][1]}；搭配：${ways[second][1]}。理由：${reasons.join("；") || "其他形式都不占优"}。`,
    );
    bars.setAttribute("aria-label", result.textContent);
  };
  const controls = questions.map((question, i) =>
    guide.select({
      label: question.label,
      options: Object.fromEntries(question.answers.map(([words], j) => [j, words])),
      value: "0",
      onInput: (value) => {
        chosen[i] = Number(value);
        draw();
      },
    }),
  );
  element.append(guide.html("div", { className: "guide-controls" }, ...controls), bars, result);
  draw();
});
