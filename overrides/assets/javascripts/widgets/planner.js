// The planner's page: a form, the plan week by week, and what can be done with it. A plan is kept in
// the browser only when the reader saves it; an address or a file never touches a saved one.
guide.widget("planner", (element) => {
  const { html, button, select, catalogue, planner, lang } = guide;
  const KEY = "guide.plan";
  const W = {
    en: {
      goal: "I want to", hours: "Hours a week", start: "From", by: "Done by (optional)", languages: "Language", budget: "Money",
      languageNames: { en: "English", zh: "Chinese", "en,zh": "English, else Chinese", "zh,en": "Chinese, else English" },
      budgets: { 0: "nothing", 50: "up to US$50", 200: "up to US$200", 500: "up to US$500", any: "whatever it costs" }, upTo: (n) => `up to US$${n}`,
      know: "What do you know already?", knowHint: "Tick what you could explain to somebody. What a topic rests on counts as known too.",
      presets: { none: "Nothing yet", code: "I can program", maths: "… and school mathematics", ml: "… and a first course in machine learning", roadmap: "What I ticked on the roadmap" },
      form: "Your preferences", plan: "Your plan", save: "Save in this browser", saved: "Saved in this browser", export: "Save as a file", import: "Open a file", calendar: "Calendar file (.ics)", print: "Print", share: "Copy address", copied: "Address copied.", notCopied: "The address of this page holds the plan.", forget: "Forget the saved plan", back: "Back to my saved plan",
      replace: "This browser has a saved plan already. Replace it?", yes: "Replace it", no: "Keep it",
      summary: (w, h, end) => `${w} ${w === 1 ? "week" : "weeks"}, ${h}, done on ${end}`, cost: (n) => `costs US$${n} at most`, free: "costs nothing", done: (h) => `${h} done`,
      allDone: "Everything is done.", week: (n) => `Week ${n}`, due: (d) => `due on ${d}`, goesOn: "goes on", continued: "continued",
      kinds: { page: "read", notebook: "run", project: "project" }, notebookOf: (t) => `Notebook: ${t}`, beside: (t) => `for ${t}`, same: "part of what is planned already",
      tick: (t) => `Done: ${t}`, tickHint: "Save the plan to tick off what is done.", past: "Its first day has passed: what is not done is placed from this week on.",
      leftOut: "What was left out, and why", time: "no room before your last day", languageWhy: "neither a page nor a resource in your language",
      knownTopics: (list) => `You know: ${list}.`, shorter: "To be done in time, shorter resources were taken than the best ones.",
      pageOnly: { language: "only in another language", budget: "not within your money", before: "asks for more than you know at that point", none: "nothing in the catalogue has a known length" }, pageOnlyText: (t, why, r) => `${t}: this guide's page alone; ${r ? `“${r}” is ${why}` : why}`,
      noPlan: "No plan fits.", noTime: (h, by) => `Even the shortest one takes ${h}, more than there are until ${by}.`, noLanguage: (list) => `There is neither a page nor a resource in your language for: ${list}.`, nearest: "The nearest that do:",
      near: { hours: (p) => `${p.hours} hours a week instead`, by: (p, date) => `the same hours, done by ${date}`, languages: () => "English and Chinese" },
      problem: { unknown: (v) => `“${v}” means nothing here`, goal: (v) => `there is no goal “${v}”`, topic: (v) => `there is no topic “${v}”`, hours: (v) => `${v} hours a week is not between ${planner.HOURS.least} and ${planner.HOURS.most}`, date: (v) => `“${v}” is no date between 2000 and 2200`, by: (v) => `${v} leaves not even one week`, languages: (v) => `“${v}” is no choice of languages`, budget: (v) => `“${v}” is no amount of money`, "no-json": () => "the file is broken: it cannot be read", "no-plan": () => "the file is no study plan of this guide", version: (v) => `the file is of version ${v}, and this page reads version 1`, log: (v) => `${v} ticks make no sense and were left out` },
      addressProblem: (list) => `Not everything in this address can be used: ${list}. The rest is applied.`, fileProblem: (list) => `The file was opened, but not everything in it can be used: ${list}.`, fileRefused: (list) => `Nothing was opened: ${list}. Your plan is as it was.`, formProblem: (list) => `That cannot be planned: ${list}. The plan below is the last one that could.`, storage: "What this browser had saved is broken and was left alone; saving will replace it.", noStorage: "This browser does not keep anything; save the plan as a file.",
      range: (week) => dates.formatRange(new Date(week.from), new Date(week.to)),
      join: "; ", comma: ", ", pause: ", ", time_: (minutes) => (minutes < 60 ? `${minutes} min` : `${+(minutes / 60).toFixed(2)} h`), title: "Study plan",
    },
    zh: {
      goal: "我想", hours: "每周小时数", start: "开始日期", by: "截止日期（可选）", languages: "语言", budget: "花费",
      languageNames: { en: "英文", zh: "中文", "en,zh": "优先英文，中文也可", "zh,en": "优先中文，英文也可" },
      budgets: { 0: "不花钱", 50: "50 美元以内", 200: "200 美元以内", 500: "500 美元以内", any: "不限" }, upTo: (n) => `${n} 美元以内`,
      know: "你已经会什么？", knowHint: "能讲给别人听的，就勾上。一个主题所依赖的内容也算已掌握。",
      presets: { none: "什么都还不会", code: "会编程", maths: "……也会中学数学", ml: "……还学过一门机器学习入门", roadmap: "我在路线图上勾选的" },
      form: "你的情况", plan: "你的计划", save: "保存在本浏览器", saved: "已保存在本浏览器", export: "存为文件", import: "打开文件", calendar: "日历文件（.ics）", print: "打印", share: "复制网址", copied: "网址已复制。", notCopied: "本页网址就包含这份计划。", forget: "删除保存的计划", back: "回到我保存的计划",
      replace: "本浏览器里已经保存了一份计划。要替换吗？", yes: "替换", no: "保留原来的",
      summary: (w, h, end) => `${w} 周，共 ${h}，${end}完成`, cost: (n) => `最多花 ${n} 美元`, free: "不花钱", done: (h) => `已完成 ${h}`,
      allDone: "全部完成。", week: (n) => `第 ${n} 周`, due: (d) => `${d}前完成`, goesOn: "未完，下周继续", continued: "接上周",
      kinds: { page: "阅读", notebook: "运行", project: "项目" }, notebookOf: (t) => `笔记本：${t}`, beside: (t) => `学「${t}」`, same: "已包含在前面的安排中",
      tick: (t) => `已完成：${t}`, tickHint: "保存计划之后，就可以勾选已完成的部分。", past: "开始日期已过：尚未完成的部分从本周排起。",
      leftOut: "舍去了什么，为什么", time: "截止日期前排不下", languageWhy: "没有你所选语言的页面或资源",
      knownTopics: (list) => `你已掌握：${list}。`, shorter: "为了赶上截止日期，选用了比最佳资源更短的资源。",
      pageOnly: { language: "只有其他语言", budget: "超出预算", before: "要求的基础在那时还不具备", none: "目录里没有已知时长的资源" }, pageOnlyText: (t, why, r) => `${t}：只读本指南的页面；${r ? `「${r}」${why}` : why}`,
      noPlan: "排不出合适的计划。", noTime: (h, by) => `最短也要 ${h}，${by}之前没有这么多时间。`, noLanguage: (list) => `下列主题没有你所选语言的页面或资源：${list}。`, nearest: "最接近的可行方案：",
      near: { hours: (p) => `改为每周 ${p.hours} 小时`, by: (p, date) => `每周小时数不变，${date}完成`, languages: () => "中文和英文都接受" },
      problem: { unknown: (v) => `「${v}」在这里没有意义`, goal: (v) => `没有「${v}」这个目标`, topic: (v) => `没有「${v}」这个主题`, hours: (v) => `每周 ${v} 小时不在 ${planner.HOURS.least} 到 ${planner.HOURS.most} 之间`, date: (v) => `「${v}」不是 2000 到 2200 年之间的日期`, by: (v) => `到 ${v} 连一周都不到`, languages: (v) => `「${v}」不是可选的语言`, budget: (v) => `「${v}」不是金额`, "no-json": () => "文件已损坏，无法读取", "no-plan": () => "这不是本指南的学习计划文件", version: (v) => `文件是第 ${v} 版，本页只能读第 1 版`, log: (v) => `有 ${v} 条完成记录无法理解，已略去` },
      addressProblem: (list) => `网址中有些内容无法使用：${list}。其余已生效。`, fileProblem: (list) => `文件已打开，但有些内容无法使用：${list}。`, fileRefused: (list) => `没有打开：${list}。你的计划没有变动。`, formProblem: (list) => `这样排不出来：${list}。下面仍是上一份可行的计划。`, storage: "本浏览器保存的内容已损坏，暂且没有改动；再次保存时会替换它。", noStorage: "本浏览器无法保存内容，请存为文件。",
      range: (week) => `${day(week.from)} – ${day(week.to)}`,
      join: "；", comma: "、", pause: "，", time_: (minutes) => (minutes < 60 ? `${minutes} 分钟` : `${+(minutes / 60).toFixed(2)} 小时`), title: "学习计划",
    },
  }[lang];

  const today = (() => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  })();
  const topics = new Map(catalogue.topics.map((topic) => [topic.id, topic]));
  const resources = new Map(catalogue.resources.map((resource) => [resource.id, resource]));
  const projects = new Map(catalogue.projects.map((project) => [project.id, project]));
  const dates = new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", { day: "numeric", month: lang === "zh" ? "long" : "short", year: "numeric", timeZone: "UTC" });
  const day = (date) => dates.format(new Date(date));
  const named = (ids) => ids.map((id) => topics.get(id).name).join(W.comma);
  const explain = (problems) => problems.map(({ code, value }) => W.problem[code](value)).join(W.join);

  let preferences;
  let log = [];
  let isSaved = false; // whether what is shown is the plan that this browser keeps
  let result;

  // -- Keeping --------------------------------------------------------------------------------------
  /** The kept plan { preferences, log }, null if there is none, or { broken: true }. */
  function kept() {
    let text;
    try {
      text = localStorage.getItem(KEY);
    } catch {
      return null;
    }
    if (text === null) return null;
    const read = planner.fromFile(text, catalogue, today);
    return read.preferences ? read : { broken: true };
  }

  function keep() {
    try {
      localStorage.setItem(KEY, planner.toFile(preferences, log));
      isSaved = true;
    } catch {
      say(W.noStorage);
    }
  }

  // -- The form -------------------------------------------------------------------------------------
  const notice = html("p", { className: "guide-notice", hidden: true });
  notice.setAttribute("role", "alert");
  function say(text) {
    notice.hidden = !text;
    notice.textContent = text;
  }

  function field(label, type, name, attributes = {}) {
    const input = html("input", { type, ...attributes });
    input.addEventListener("change", () => ask({ [name]: input.value }));
    return { input, wrapper: html("label", { className: "guide-select" }, html("span", {}, label), input) };
  }

  const goal = select({ label: W.goal, options: Object.fromEntries(catalogue.goals.map((one) => [one.id, one.name])), value: "", onInput: (value) => ask({ goal: value }) });
  const hours = field(W.hours, "number", "hours", { min: planner.HOURS.least, max: planner.HOURS.most, step: 0.5 });
  const start = field(W.start, "date", "start");
  const by = field(W.by, "date", "by");
  const languages = select({ label: W.languages, options: W.languageNames, value: "", onInput: (value) => ask({ languages: value }) });
  const budget = select({ label: W.budget, options: W.budgets, value: "", onInput: (value) => ask({ budget: value }) });
  const knownBoxes = new Map(catalogue.topics.map((topic) => [topic.id, html("input", { type: "checkbox" })]));
  const know = html("details", { className: "guide-more" }, html("summary", {}, W.know), html("p", { className: "guide-note" }, W.knowHint));
  const PRESETS = {
    none: [],
    code: ["python", "notebooks"],
    maths: ["python", "notebooks", "linear-algebra", "calculus", "probability"],
    ml: ["python", "notebooks", "linear-algebra", "calculus", "probability", "deep-learning", "evaluation", "losses"],
  };
  const presets = Object.entries(PRESETS).map(([name, ids]) => button(W.presets[name], () => ask({ known: ids })));
  presets.push(button(W.presets.roadmap, () => ask({ known: [...guide.progress.known()].filter((id) => topics.has(id)) })));
  know.append(html("div", { className: "guide-chips" }, ...presets));
  for (const [track, name] of Object.entries(catalogue.tracks)) {
    const pills = catalogue.topics.filter((topic) => topic.track === track).map((topic) => {
      const box = knownBoxes.get(topic.id);
      box.addEventListener("change", () => ask({ known: catalogue.topics.map((one) => one.id).filter((id) => knownBoxes.get(id).checked) }));
      return html("label", { className: "guide-pill" }, box, topic.name);
    });
    know.append(html("fieldset", { className: "guide-pills" }, html("legend", {}, name), ...pills));
  }
  const form = html("form", { className: "guide-filters" }, html("div", { className: "guide-controls" }, goal, hours.wrapper, start.wrapper, by.wrapper, languages, budget), know);
  form.setAttribute("aria-label", W.form);
  form.addEventListener("submit", (event) => event.preventDefault());

  function showForm() {
    goal.querySelector("select").value = preferences.goal;
    hours.input.value = preferences.hours;
    start.input.value = preferences.start;
    by.input.value = preferences.by ?? "";
    languages.querySelector("select").value = preferences.languages.join(",");
    const money = budget.querySelector("select");
    const amount = String(preferences.budget ?? "any");
    if (![...money.options].some((option) => option.value === amount)) money.add(new Option(W.upTo(amount), amount));
    money.value = amount;
    for (const [id, box] of knownBoxes) box.checked = preferences.known.includes(id);
  }

  /** Plans anew with some preferences changed; what cannot be planned changes nothing. */
  function ask(changes) {
    const raw = { ...preferences, languages: preferences.languages.join(","), ...changes };
    const { preferences: next, problems } = planner.checked(raw, catalogue, today);
    if (problems.length) {
      say(W.formProblem(explain(problems)));
      return;
    }
    preferences = next;
    isSaved = false;
    say("");
    history.replaceState(null, "", `#${planner.toAddress(preferences)}`);
    show();
  }

  // -- The plan -------------------------------------------------------------------------------------
  const summary = html("p", { className: "guide-count" });
  summary.setAttribute("role", "status");
  const actions = html("div", { className: "guide-chips guide-actions" });
  const remarks = html("div", { className: "guide-remarks" });
  const weeks = html("ol", { className: "guide-weeks" });
  const asked = html("p", { className: "guide-asked" }); // on paper, where the form is not
  element.append(form, notice, html("h2", { id: "plan" }, W.plan), asked, summary, actions, remarks, weeks);

  function describe(step) {
    if (step.kind === "project") {
      const project = projects.get(step.id);
      return { kind: W.kinds.project, name: project.name, href: project.page, part: "" };
    }
    const topic = topics.get(step.topic);
    if (step.kind === "page") return { kind: W.kinds.page, name: topic.name, href: topic.page, part: "" };
    if (step.kind === "notebook") return { kind: W.kinds.notebook, name: W.notebookOf(topic.name), href: topic.notebook, part: "" };
    const resource = resources.get(step.id);
    const what = W.beside(topic.name);
    return { kind: catalogue.words.kind[resource.kind], name: resource.title, href: resource.url, part: `${step.part}${W.pause}${what}` };
  }

  function line(item, week) {
    const { kind, name, href, part } = describe(item.step);
    const time = item.minutes ? W.time_(item.minutes) : W.same;
    const notes = [
      part,
      time,
      !item.done && item.first === false && W.continued,
      !item.done && item.last === false && W.goesOn,
      item.step.kind === "project" && item.last && W.due(day(week.to)),
    ].filter(Boolean);
    const row = html("li", { className: item.done ? "done" : "" });
    if (isSaved && item.minutes) {
      const box = html("input", { type: "checkbox", checked: item.done });
      box.setAttribute("aria-label", W.tick(`${name}${W.pause}${time}`));
      box.addEventListener("change", () => tick(item, week, box));
      row.append(box);
    }
    row.append(
      html("span", { className: "guide-kind" }, kind),
      html("span", {}, html("a", { href }, name), html("span", { className: "guide-card-facts" }, ` ${notes.join(" · ")}`)),
    );
    return row;
  }

  function tick(item, week, box) {
    if (item.done) log = log.filter((entry) => entry !== item.entry);
    else log = [...log, { key: item.step.key, minutes: item.minutes, date: today < week.from ? today : today > week.to ? week.to : today }];
    const place = [...weeks.querySelectorAll("input")].indexOf(box);
    keep();
    show();
    weeks.querySelectorAll("input")[place]?.focus();
  }

  function showWeeks() {
    weeks.replaceChildren(
      ...result.weeks.filter((week) => week.items.length).map((week) => {
        const minutes = week.items.reduce((sum, item) => sum + item.minutes, 0);
        const range = W.range(week);
        const heading = html("h3", {}, `${W.week(week.number)} `, html("span", { className: "guide-card-facts" }, `${range} · ${W.time_(minutes)}`));
        return html("li", {}, heading, html("ul", {}, ...week.items.map((item) => line(item, week))));
      }),
    );
  }

  function showRemarks() {
    remarks.replaceChildren();
    const add = (text) => remarks.append(html("p", { className: "guide-note" }, text));
    if (!isSaved) add(W.tickHint);
    if (preferences.start < today && result.end) add(W.past);
    if (result.shorter) add(W.shorter);
    if (result.known.length) add(W.knownTopics(named(result.known)));
    const left = [
      ...result.leftOut.map(({ topic, why }) => `${topics.get(topic).name}: ${why === "time" ? W.time : W.languageWhy}`),
      ...result.pageOnly.map(({ topic, why, resource }) => W.pageOnlyText(topics.get(topic).name, W.pageOnly[why], resources.get(resource)?.title)),
    ];
    if (left.length) {
      remarks.append(html("details", { className: "guide-more" }, html("summary", {}, `${W.leftOut} (${left.length})`), html("ul", {}, ...left.map((text) => html("li", {}, text)))));
    }
  }

  function showRefusal() {
    summary.textContent = W.noPlan;
    const why = result.reason === "time" ? W.noTime(W.time_(result.minutes), day(preferences.by)) : W.noLanguage(named(result.missing));
    const ways = result.nearest.map(({ change, preferences: near }) =>
      button(W.near[change](near, near.by && day(near.by)), () => ask({ hours: near.hours, by: near.by, languages: near.languages.join(",") })),
    );
    remarks.replaceChildren(html("p", {}, why), html("p", {}, W.nearest), html("div", { className: "guide-chips" }, ...ways));
    weeks.replaceChildren();
  }

  function show() {
    result = planner.plan(catalogue, preferences, today, log);
    showForm();
    showActions();
    const { name } = catalogue.goals.find((one) => one.id === preferences.goal);
    asked.textContent = [name, `${W.hours}: ${preferences.hours}`, `${W.start}: ${day(preferences.start)}`].join(" · ");
    if (!result.ok) {
      showRefusal();
      return;
    }
    const doneMinutes = result.weeks.flatMap((week) => week.items).reduce((sum, item) => sum + (item.done ? item.minutes : 0), 0);
    const money = result.cost ? W.cost(Math.ceil(result.cost)) : W.free;
    const busy = result.weeks.filter((week) => week.items.length).length;
    summary.textContent = [
      result.end ? W.summary(busy, W.time_(result.minutes), day(result.end)) : W.allDone,
      result.end && money,
      doneMinutes > 0 && W.done(W.time_(doneMinutes)),
    ].filter(Boolean).join(" · ");
    showRemarks();
    showWeeks();
  }

  // -- What can be done with it ---------------------------------------------------------------------
  function download(text, name, type) {
    const link = html("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function events() {
    const text = (item) => {
      const { kind, name, part } = describe(item.step);
      return `${kind}: ${[name, part, W.time_(item.minutes)].filter(Boolean).join(W.pause)}`;
    };
    return result.weeks.flatMap((week) => {
      const open = week.items.filter((item) => !item.done && item.minutes);
      if (!open.length) return [];
      const minutes = open.reduce((sum, item) => sum + item.minutes, 0);
      const uid = (what) => `${what}-${week.from}-${preferences.goal}@large-model-guide`;
      const events = [{ uid: uid("week"), from: week.from, to: week.to, summary: `${W.title}, ${W.week(week.number)} (${W.time_(minutes)})`, description: open.map(text).join("\n") }];
      for (const item of open.filter((one) => one.step.kind === "project" && one.last)) {
        const { name } = describe(item.step);
        events.push({ uid: uid(item.step.id), from: week.to, to: week.to, summary: `${W.kinds.project}: ${name}`, description: W.due(day(week.to)) });
      }
      return events;
    });
  }

  const file = html("input", { type: "file", accept: "application/json,.json", hidden: true });
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    const read = planner.fromFile(await chosen.text(), catalogue, today);
    file.value = ""; // so that the same file can be chosen again
    if (!read.preferences) {
      say(W.fileRefused(explain(read.problems)));
      return;
    }
    ({ preferences, log } = read);
    isSaved = false;
    history.replaceState(null, "", `#${planner.toAddress(preferences)}`);
    say(read.problems.length ? W.fileProblem(explain(read.problems)) : "");
    show();
  });
  element.append(file);

  async function share() {
    const address = `${location.href.split("#")[0]}#${planner.toAddress(preferences)}`;
    history.replaceState(null, "", address);
    try {
      await navigator.clipboard.writeText(address);
      say(W.copied);
    } catch {
      say(W.notCopied);
    }
  }

  function save() {
    const before = kept();
    if (before && !before.broken && planner.toFile(before.preferences, before.log) !== planner.toFile(preferences, log)) {
      const yes = button(W.yes, () => {
        keep();
        say("");
        show();
        actions.querySelector("button").focus();
      });
      const no = button(W.no, () => {
        say("");
        actions.querySelector("button").focus();
      });
      say(W.replace);
      notice.append(" ", yes, " ", no);
      yes.focus();
      return;
    }
    keep();
    show();
    actions.querySelector("button").focus();
  }

  function showSaved() {
    const saved = kept();
    ({ preferences, log } = saved);
    isSaved = true;
    history.replaceState(null, "", location.href.split("#")[0]);
    show();
  }

  function showActions() {
    const saved = kept();
    const buttons = [];
    if (!isSaved && result.ok) buttons.push(button(W.save, save));
    if (!isSaved && saved && !saved.broken) buttons.push(button(W.back, showSaved));
    if (isSaved) {
      buttons.push(button(W.forget, () => {
        localStorage.removeItem(KEY);
        isSaved = false;
        show();
      }));
    }
    if (result.ok) {
      buttons.push(
        button(W.calendar, () => download(planner.toCalendar(events(), "Learn Large AI Models", today), "study-plan.ics", "text/calendar")),
        button(W.export, () => download(planner.toFile(preferences, log), "study-plan.json", "application/json")),
        button(W.print, () => print()),
      );
    }
    buttons.push(button(W.share, share), button(W.import, () => file.click()));
    actions.replaceChildren(...buttons);
    if (isSaved) actions.prepend(html("span", { className: "guide-note" }, `✓ ${W.saved}`));
  }

  function begin() {
    const saved = kept();
    let problems = [];
    if (location.hash.includes("=")) {
      ({ preferences, problems } = planner.fromAddress(location.hash, catalogue, today));
      log = [];
      isSaved = false;
    } else if (saved && !saved.broken) {
      ({ preferences, log } = saved);
      isSaved = true;
    } else {
      preferences = planner.defaults(catalogue, today);
      preferences.known = [...guide.progress.known()].filter((id) => topics.has(id));
      if (lang === "zh") preferences.languages = ["zh", "en"];
    }
    show();
    if (problems.length) say(W.addressProblem(explain(problems)));
    else if (saved?.broken) say(W.storage);
  }
  addEventListener("hashchange", begin);
  begin();
});
