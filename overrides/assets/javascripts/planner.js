// The study planner's reasoning, apart from its page: preferences in, plan out. It reads no clock and
// draws no lots, so that the same input gives the same plan. All times are whole quarters of an hour,
// in minutes; all dates are texts like 2026-11-24.
guide.planner = (() => {
  const VERSION = 1;
  const FORMAT = "large-model-guide-plan";
  const QUARTER = 15;
  const UNCUT = 60;
  const HOURS = { least: 0.5, most: 80 };
  const LEVELS = ["beginner", "introductory", "intermediate", "advanced"];
  const LANGUAGES = ["en", "zh", "en,zh", "zh,en"];
  // Hours that a learner with this goal would give to one of its topics, and half of them to a topic
  // that is only needed on the way; what is far from it scores lower.
  const HOURS_PER_TOPIC = { understand: 2, build: 4, train: 6, production: 5, research: 8 };
  // What one has learnt before a resource of this level is the right one.
  const READY = { intermediate: ["python", "machine-learning", "deep-learning"], advanced: ["transformer"] };
  const THOROUGH = [1, 0.5, 0.25]; // of those hours, tried in turn when there is a last day

  // -- Dates ------------------------------------------------------------------------------------
  const DAY = 86400000;
  const isDate = (text) =>
    /^2[01]\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
  const addDays = (date, days) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
  const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  const quarters = (hours) => Math.max(QUARTER, Math.round((hours * 60) / QUARTER) * QUARTER);

  // -- Preferences --------------------------------------------------------------------------------
  const defaults = (catalogue, today) => ({
    goal: catalogue.goals[0].id,
    known: [],
    hours: 6,
    start: today,
    by: null, // the last day, if there is one
    languages: [guide.lang],
    budget: 0, // US dollars in all; null: whatever it costs
  });

  /**
   * Preferences made of whatever an address or a file holds: each value that cannot be used is replaced
   * by the default and reported as { code, value }.
   */
  function checked(raw, catalogue, today) {
    const preferences = defaults(catalogue, today);
    const problems = [];
    const report = (code, value) => problems.push({ code, value: String(value) });
    const given = (name) => raw[name] !== undefined && raw[name] !== null && raw[name] !== "";
    for (const name of Object.keys(raw)) if (!(name in preferences)) report("unknown", name);
    if (given("goal")) {
      if (catalogue.goals.some((goal) => goal.id === raw.goal)) preferences.goal = raw.goal;
      else report("goal", raw.goal);
    }
    if (given("known")) {
      const ids = Array.isArray(raw.known) ? raw.known : String(raw.known).split(",");
      const topics = new Set(catalogue.topics.map((topic) => topic.id));
      for (const id of ids) if (!topics.has(id)) report("topic", id);
      preferences.known = catalogue.topics.map((topic) => topic.id).filter((id) => ids.includes(id));
    }
    if (given("hours")) {
      const hours = Number(raw.hours);
      if (hours >= HOURS.least && hours <= HOURS.most) preferences.hours = hours;
      else report("hours", raw.hours);
    }
    for (const name of ["start", "by"]) {
      if (!given(name)) continue;
      if (isDate(raw[name])) preferences[name] = raw[name];
      else report("date", raw[name]);
    }
    if (preferences.by && preferences.by < addDays(preferences.start, 6)) {
      report("by", preferences.by);
      preferences.by = null;
    }
    if (given("languages")) {
      if (LANGUAGES.includes(String(raw.languages))) preferences.languages = String(raw.languages).split(",");
      else report("languages", raw.languages);
    }
    if (raw.budget === null || raw.budget === "any") preferences.budget = null;
    else if (given("budget")) {
      const budget = Number(raw.budget);
      if (budget >= 0 && budget < Infinity) preferences.budget = budget;
      else report("budget", raw.budget);
    }
    return { preferences, problems };
  }

  /** The part of an address after "#" that holds the preferences. */
  function toAddress(preferences) {
    const { goal, known, hours, start, by, languages, budget } = preferences;
    const values = { goal, known: known.join(","), hours, start, by: by ?? "", languages: languages.join(","), budget: budget ?? "any" };
    return Object.entries(values)
      .filter(([, value]) => value !== "")
      .map(([name, value]) => `${name}=${String(value).split(",").map(encodeURIComponent).join(",")}`)
      .join("&");
  }

  const fromAddress = (hash, catalogue, today) =>
    checked(Object.fromEntries(new URLSearchParams(hash.replace(/^#/, ""))), catalogue, today);

  // -- Choosing -----------------------------------------------------------------------------------
  const indexes = new WeakMap();
  /** Topics by id, and for each topic the resources that teach it well. */
  function index(catalogue) {
    if (!indexes.has(catalogue)) {
      const topics = new Map(catalogue.topics.map((topic) => [topic.id, topic]));
      const teaching = new Map(catalogue.topics.map((topic) => [topic.id, []]));
      for (const resource of catalogue.resources) {
        for (const [topic, part] of Object.entries(resource.topics)) {
          if (part.fit > 1 && part.hours && resource.status !== "retired") teaching.get(topic)?.push(resource);
        }
      }
      indexes.set(catalogue, { topics, teaching });
    }
    return indexes.get(catalogue);
  }

  /** The ids with all that they need, each after its needs; what is in `without` is left out. */
  function withNeeds(ids, topics, without = new Set()) {
    const order = [];
    const seen = new Set(without);
    const visit = (id) => {
      if (seen.has(id)) return;
      seen.add(id);
      topics.get(id).needs.forEach(visit);
      order.push(id);
    };
    ids.forEach(visit);
    return order;
  }

  /** What a resource costs in US dollars, at so many hours a week; undefined: not known. */
  function costOf(resource, hoursAWeek) {
    if (resource.cost !== "paid") return 0;
    const { price } = resource;
    if (!price || price.currency !== "USD") return undefined;
    const months = Math.max(1, Math.ceil((resource.hours ?? 0) / hoursAWeek / (365.25 / 12 / 7)));
    return price.amount * { once: 1, month: months, year: Math.ceil(months / 12) }[price.per];
  }

  /** Why a resource cannot teach the topic to this reader now: "language", "budget", "before" or "". */
  function obstacle(resource, preferences, state) {
    if (!preferences.languages.some((language) => resource.speaks.includes(language))) return "language";
    if (preferences.budget !== null && !state.used.has(resource.id)) {
      const cost = costOf(resource, preferences.hours);
      if (cost === undefined || state.cost + cost > preferences.budget) return "budget";
    }
    if (!resource.prerequisites.every((topic) => state.learnt.has(topic))) return "before";
    if (!resource.after.every((id) => state.used.get(id)?.whole)) return "before";
    return "";
  }

  /** Minutes that the part of the resource on this topic still takes; 0: it is in the plan already. */
  function minutesOf(resource, topic, used) {
    const part = resource.topics[topic];
    const before = used.get(resource.id);
    if (before?.whole || before?.parts.has(part.part)) return 0;
    const minutes = quarters(part.hours);
    return part.whole && before ? Math.max(QUARTER, minutes - before.minutes) : minutes;
  }

  /** How many levels the resource is above what the learner is ready for. */
  function tooHigh(resource, learnt) {
    const ready = (level) => READY[level].every((topic) => learnt.has(topic));
    const highest = !ready("intermediate") ? 1 : !ready("advanced") ? 2 : 3;
    return Math.max(0, LEVELS.indexOf(resource.level) - highest);
  }

  function score(resource, topic, minutes, preferences, wanted, { used, learnt }) {
    const ratio = Math.log2(Math.max(minutes, QUARTER) / wanted);
    const native = resource.languages.includes(preferences.languages[0]);
    return (
      (resource.topics[topic].fit === 3 ? 6 : 3) +
      (native ? 3 : 0) +
      (used.has(resource.id) ? 1.5 : 0) +
      (minutes === 0 ? 2 : ratio > 0 ? -2.5 * ratio : 0.5 * ratio) +
      (resource.cost === "free" ? 1 : resource.cost === "freemium" ? 0.5 : 0) -
      4 * tooHigh(resource, learnt) -
      LEVELS.indexOf(resource.level) * (preferences.goal === "understand" ? 1.5 : 0.5) +
      (preferences.goal === "understand" ? 0 : { none: 0, some: 0.5, much: 1 }[resource.hands_on]) +
      Math.min(1, Math.max(0, ((resource.year ?? 2015) - 2015) / 10)) -
      (resource.status === "current" ? 0 : 0.5)
    );
  }

  /** The steps of a plan for these topics, in order, and what could not be taught. */
  function choose(catalogue, preferences, extras, thorough) {
    const { topics, teaching } = index(catalogue);
    const goal = catalogue.goals.find((one) => one.id === preferences.goal);
    const known = new Set(withNeeds(preferences.known, topics));
    const state = { learnt: new Set(known), used: new Map(), cost: 0 };
    const steps = [];
    const missing = [];
    const pageOnly = [];
    let projects = goal.projects.map((id) => catalogue.projects.find((project) => project.id === id));

    function addProjects() {
      const ready = projects.filter((project) => project.needs.every((topic) => state.learnt.has(topic)));
      projects = projects.filter((project) => !ready.includes(project));
      for (const project of ready) {
        steps.push({ key: `project:${project.id}`, kind: "project", id: project.id, minutes: quarters(project.hours) });
      }
    }

    for (const id of withNeeds([...goal.core, ...extras], topics, known)) {
      const topic = topics.get(id);
      if (!topic.needs.every((need) => state.learnt.has(need))) {
        missing.push(id); // what it needs could not be taught
        continue;
      }
      const own = goal.core.includes(id) || goal.extra.includes(id);
      const wanted = HOURS_PER_TOPIC[goal.id] * 60 * thorough * (own ? 1 : 0.5);
      const readable = preferences.languages.includes(topic.pageLanguage);
      const obstacles = teaching.get(id).map((resource) => [resource, obstacle(resource, preferences, state)]);
      let best = null;
      for (const [resource, why] of obstacles) {
        if (why) continue;
        const minutes = minutesOf(resource, id, state.used);
        const points = score(resource, id, minutes, preferences, wanted, state);
        if (!best || points > best.points || (points === best.points && resource.id < best.resource.id)) {
          best = { resource, minutes, points };
        }
      }
      if (!best && !readable) {
        missing.push(id);
        continue;
      }
      if (readable) {
        steps.push({ key: `page:${id}`, kind: "page", topic: id, minutes: quarters(topic.hours) });
      }
      if (best) {
        const { resource, minutes } = best;
        const part = resource.topics[id];
        const again = state.used.get(resource.id);
        if (!again) state.cost += costOf(resource, preferences.hours) ?? 0;
        const record = again ?? { whole: false, parts: new Set(), minutes: 0 };
        record.whole ||= part.whole;
        record.parts.add(part.part);
        record.minutes += minutes;
        state.used.set(resource.id, record);
        // with no minutes left it is listed beside its topic, and takes no time a second time
        steps.push({ key: `resource:${resource.id}:${id}`, kind: "resource", topic: id, id: resource.id, part: part.part, minutes });
      } else {
        const nearest = obstacles.sort((a, b) => b[0].topics[id].fit - a[0].topics[id].fit)[0];
        pageOnly.push({ topic: id, why: nearest?.[1] ?? "none", resource: nearest?.[0].id });
      }
      if (topic.notebook && readable) {
        steps.push({ key: `notebook:${id}`, kind: "notebook", topic: id, minutes: 120 });
      }
      state.learnt.add(id);
      addProjects();
    }
    addProjects();
    const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
    return { steps, missing, pageOnly, minutes, cost: state.cost, known: [...known] };
  }

  // -- Placing in weeks -----------------------------------------------------------------------------
  /**
   * Weeks of a plan. What the log says is done stays in its week; the rest is placed from the week of
   * `today` on, in order, a step going on in the next week when its week is full.
   */
  function place(steps, preferences, log, today) {
    const { start } = preferences;
    const capacity = Math.floor((preferences.hours * 60) / QUARTER) * QUARTER;
    const thisWeek = Math.max(0, Math.floor(daysBetween(start, today) / 7));
    const weeks = [];
    const week = (i) =>
      (weeks[i] ??= { number: i + 1, from: addDays(start, 7 * i), to: addDays(start, 7 * i + 6), items: [] });
    const done = new Map();
    const used = new Map(); // minutes of each week that the log has filled
    const planned = new Map(steps.map((step) => [step.key, step]));
    for (const entry of log) {
      const step = planned.get(entry.key);
      if (!step) continue;
      const i = Math.min(thisWeek, Math.max(0, Math.floor(daysBetween(start, entry.date) / 7)));
      week(i).items.push({ step, minutes: entry.minutes, done: true, entry });
      done.set(entry.key, (done.get(entry.key) ?? 0) + entry.minutes);
      used.set(i, (used.get(i) ?? 0) + entry.minutes);
    }
    let i = thisWeek;
    let free = Math.max(0, capacity - (used.get(i) ?? 0));
    for (const step of steps) {
      let left = step.minutes - (done.get(step.key) ?? 0);
      if (step.minutes === 0 && !done.has(step.key)) week(i).items.push({ step, minutes: 0, done: false });
      while (left > 0) {
        // what takes an hour at most is not cut in two, but begins in the next week
        if (free === 0 || (free < left && left <= UNCUT && left <= capacity)) {
          i += 1;
          free = capacity;
        }
        const minutes = Math.min(free, left);
        week(i).items.push({ step, minutes, done: false, first: left === step.minutes, last: minutes === left });
        free -= minutes;
        left -= minutes;
      }
    }
    return Array.from({ length: weeks.length }, (_, n) => week(n));
  }

  const lastDay = (weeks) => {
    const busy = weeks.filter((week) => week.items.some((item) => !item.done));
    return busy.length ? busy.at(-1).to : null;
  };

  /**
   * The plan, or why there is none.
   *
   * @returns {{ ok: true, steps, weeks, end, minutes, cost, leftOut, pageOnly, known, shorter }
   *   | { ok: false, reason: "time" | "language", missing, minutes, nearest: { change, preferences }[] }}
   */
  function plan(catalogue, preferences, today, log = []) {
    const goal = catalogue.goals.find((one) => one.id === preferences.goal);
    const { topics } = index(catalogue);
    const known = new Set(withNeeds(preferences.known, topics));
    const attempt = (extras, thorough) => {
      const chosen = choose(catalogue, preferences, extras, thorough);
      const weeks = place(chosen.steps, preferences, log, today);
      const end = lastDay(weeks);
      const needed = withNeeds(goal.core, topics, known);
      const untaught = chosen.missing.filter((id) => needed.includes(id));
      return { ...chosen, weeks, end, untaught, inTime: !preferences.by || !end || end <= preferences.by };
    };
    const finish = (found, extras, thorough) => ({
      ok: true,
      ...found,
      shorter: thorough < 1,
      leftOut: [
        ...withNeeds(goal.extra, topics, new Set([...known, ...withNeeds([...goal.core, ...extras], topics, known)])).map((topic) => ({ topic, why: "time" })),
        ...found.missing.map((topic) => ({ topic, why: "language" })),
      ],
    });

    const first = attempt(goal.extra, 1);
    if (first.untaught.length) {
      const nearest = { ...preferences, languages: [...new Set([...preferences.languages, "en", "zh"])] };
      return { ok: false, reason: "language", missing: first.untaught, minutes: first.minutes, nearest: [{ change: "languages", preferences: nearest }] };
    }
    if (first.inTime) return finish(first, goal.extra, 1);
    for (const thorough of THOROUGH.slice(1)) {
      const found = attempt(goal.extra, thorough);
      if (found.inTime) return finish(found, goal.extra, thorough);
    }
    const shortest = THOROUGH.at(-1);
    let core;
    for (let count = goal.extra.length; count >= 0; count -= 1) {
      const extras = goal.extra.slice(0, count);
      core = attempt(extras, shortest);
      if (core.inTime) return finish(core, extras, shortest);
    }
    const nearest = [{ change: "by", preferences: { ...preferences, by: core.end } }];
    for (let hours = Math.floor(preferences.hours) + 1; hours <= HOURS.most; hours += 1) {
      const more = { ...preferences, hours };
      const weeks = place(choose(catalogue, more, [], shortest).steps, more, log, today);
      if (lastDay(weeks) <= preferences.by) {
        nearest.unshift({ change: "hours", preferences: more });
        break;
      }
    }
    return { ok: false, reason: "time", missing: [], minutes: core.minutes, nearest };
  }

  // -- Files ----------------------------------------------------------------------------------------
  /** The plan as a file's text: what was asked and what is done; the plan itself follows from these. */
  const toFile = (preferences, log) =>
    `${JSON.stringify({ format: FORMAT, version: VERSION, preferences, log }, null, 1)}\n`;

  /**
   * Reads what toFile wrote. A file that is no plan or of another version gives { problems } alone;
   * entries of the log that make no sense are reported and dropped.
   */
  function fromFile(text, catalogue, today) {
    let data;
    try {
      data = JSON.parse(text);
    } catch {
      return { problems: [{ code: "no-json", value: "" }] };
    }
    if (data === null || typeof data !== "object" || data.format !== FORMAT) return { problems: [{ code: "no-plan", value: "" }] };
    if (data.version !== VERSION) return { problems: [{ code: "version", value: String(data.version) }] };
    const raw = data.preferences;
    if (raw === null || typeof raw !== "object" || Array.isArray(raw)) return { problems: [{ code: "no-plan", value: "" }] };
    const { preferences, problems } = checked(raw, catalogue, today);
    const sound = (entry) =>
      entry !== null && typeof entry === "object" && typeof entry.key === "string" &&
      Number.isInteger(entry.minutes) && entry.minutes >= 0 && isDate(String(entry.date));
    const entries = Array.isArray(data.log) ? data.log : [];
    const log = entries.filter(sound).map(({ key, minutes, date }) => ({ key, minutes, date }));
    if (log.length < entries.length || !Array.isArray(data.log)) {
      problems.push({ code: "log", value: String(entries.length - log.length) });
    }
    return { preferences, log, problems };
  }

  // RFC 5545: text is escaped, a line has at most 75 octets, and no character is cut in two.
  const escapeText = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  function fold(line) {
    const encoder = new TextEncoder();
    let folded = "";
    let octets = 0;
    for (const character of line) {
      const size = encoder.encode(character).length;
      if (octets + size > 75) {
        folded += "\r\n ";
        octets = 1;
      }
      folded += character;
      octets += size;
    }
    return folded;
  }

  /**
   * An iCalendar file of whole-day events: { uid, from, to, summary, description }, the last day
   * included.
   */
  function toCalendar(events, name, today) {
    const compact = (date) => date.replaceAll("-", "");
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${name}//${VERSION}//EN`, "CALSCALE:GREGORIAN"];
    for (const { uid, from, to, summary, description } of events) {
      lines.push(
        "BEGIN:VEVENT",
        `UID:${uid}`,
        `DTSTAMP:${compact(today)}T000000Z`,
        `DTSTART;VALUE=DATE:${compact(from)}`,
        `DTEND;VALUE=DATE:${compact(addDays(to, 1))}`,
        `SUMMARY:${escapeText(summary)}`,
        `DESCRIPTION:${escapeText(description)}`,
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
      );
    }
    lines.push("END:VCALENDAR");
    return lines.map((line) => `${fold(line)}\r\n`).join("");
  }

  return { HOURS, checked, defaults, fromAddress, fromFile, plan, toAddress, toCalendar, toFile };
})();
