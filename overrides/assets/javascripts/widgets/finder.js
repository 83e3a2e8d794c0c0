// The finder's page: filters above, the page's own list of cards below. The list is in the page
// without JavaScript too; here its cards are put into order, given reasons and shown a few at a time.
guide.widget("finder", (element) => {
  const { html, button, select, catalogue, finder, lang } = guide;
  const AT_ONCE = 20;
  const W = {
    en: {
      q: "Search", qHint: "title, person, topic", goal: "I want to", topic: "Topic", hours: "At most", any: "any",
      level: "Level", language: "Language", cost: "Cost", kind: "Kind", formats: "Format", hands_on: "Practice", certificate: "Certificate",
      languages: { en: "in English", zh: "in Chinese", "zh-subtitles": "Chinese subtitles" },
      hoursValue: (h) => `${h} hours`, more: "More filters", filters: "Filters",
      fit: (n, all) => (n === all ? `All ${all} resources` : `${n} of ${all} fit`),
      none: "Nothing fits all of this.", without: (name, n) => `Without ${name}: ${n}`,
      remove: (name) => `Remove filter: ${name}`, clear: "Clear all filters", next: (n) => `Show ${n} more`,
      compare: "Compare", compareOf: (title) => `Compare ${title}`, comparison: "Side by side", full: "Four is the most that can be compared; take one out first.",
      takeOut: (title) => `Take ${title} out of the comparison`, problems: (list) => `This address asks for something that is not in the catalogue (${list}); the rest is applied.`,
      best: (topic, where) => `among the best for ${topic}: ${where}`, teaches: (topic, where) => `teaches ${topic}: ${where}`, reasons: "Why it fits", unstated: "not stated",
      rows: { provider: "Provider", kind: "Kind", year: "Edition", level: "Level", hours: "Time", cost: "Cost", languages: "Language", subtitles: "Subtitles", certificate: "Certificate", formats: "Formats", hands_on: "Practice", topics: "Teaches", checked: "Looked up" },
      time: (h) => `${h} h`, comma: ", ", pause: ", ",
    },
    zh: {
      q: "搜索", qHint: "名称、人名、主题", goal: "我想", topic: "主题", hours: "最多", any: "不限",
      level: "难度", language: "语言", cost: "费用", kind: "类型", formats: "形式", hands_on: "练习", certificate: "证书",
      languages: { en: "英文", zh: "中文", "zh-subtitles": "中文字幕" },
      hoursValue: (h) => `${h} 小时`, more: "更多条件", filters: "筛选条件",
      fit: (n, all) => (n === all ? `共 ${all} 项资源` : `${all} 项中有 ${n} 项符合`),
      none: "没有资源同时满足这些条件。", without: (name, n) => `去掉${name}：${n} 项`,
      remove: (name) => `移除条件：${name}`, clear: "清除全部条件", next: (n) => `再显示 ${n} 项`,
      compare: "对比", compareOf: (title) => `对比 ${title}`, comparison: "并排对比", full: "最多同时对比四项，请先移出一项。",
      takeOut: (title) => `把 ${title} 移出对比`, problems: (list) => `网址中有目录里没有的内容（${list}），其余条件已生效。`,
      best: (topic, where) => `「${topic}」最佳之选：${where}`, teaches: (topic, where) => `讲授「${topic}」：${where}`, reasons: "符合的理由", unstated: "未说明",
      rows: { provider: "提供者", kind: "类型", year: "版本", level: "难度", hours: "用时", cost: "费用", languages: "语言", subtitles: "字幕", certificate: "证书", formats: "形式", hands_on: "练习", topics: "讲授", checked: "查证日期" },
      time: (h) => `${h} 小时`, comma: "、", pause: "，",
    },
  }[lang];

  const resources = new Map(catalogue.resources.map((resource) => [resource.id, resource]));
  const topicNames = new Map(catalogue.topics.map((topic) => [topic.id, topic.name]));
  const list = document.getElementById("resources");
  const cards = new Map([...list.children].map((card) => [card.dataset.id, card]));
  let { state, problems } = finder.fromAddress(location.hash, catalogue);
  let shown = AT_ONCE;

  function nameOf(facet, value) {
    if (facet === "q") return lang === "zh" ? `「${value}」` : `“${value}”`;
    if (facet === "goal") return catalogue.goals.find((goal) => goal.id === value).name;
    if (facet === "topic") return topicNames.get(value);
    if (facet === "hours") return `${W.hours} ${W.hoursValue(value)}`;
    if (facet === "language") return W.languages[value];
    return catalogue.words[facet][value];
  }

  // -- The filters --------------------------------------------------------------------------------
  const search = html("input", { type: "search", placeholder: W.qHint, spellcheck: false, autocomplete: "off" });
  search.addEventListener("input", () => change({ q: search.value.trim() }));
  const searchField = html("label", { className: "guide-select guide-text-field" }, html("span", {}, W.q), search);

  function choice(facet, options) {
    return select({
      label: W[facet],
      options: { "": W.any, ...options },
      value: state[facet],
      onInput: (value) => change({ [facet]: value }),
    });
  }

  function topicChoice() {
    const wrapper = choice("topic", {});
    const menu = wrapper.querySelector("select");
    for (const [track, name] of Object.entries(catalogue.tracks)) {
      const group = html("optgroup", { label: name });
      for (const topic of catalogue.topics.filter((one) => one.track === track)) group.append(new Option(topic.name, topic.id));
      menu.append(group);
    }
    return wrapper;
  }

  const named = (facet) =>
    Object.fromEntries(finder.values(facet, catalogue).map((value) => [value, nameOf(facet, value)]));
  const menus = {
    goal: choice("goal", named("goal")),
    topic: topicChoice(),
    hours: choice("hours", Object.fromEntries(finder.values("hours").map((h) => [h, W.hoursValue(h)]))),
  };

  const boxes = new Map(); // "facet value" to its checkbox
  function group(facet) {
    const labels = finder.values(facet, catalogue).map((value) => {
      const box = html("input", { type: "checkbox" });
      boxes.set(`${facet} ${value}`, box);
      box.addEventListener("change", () => {
        const values = finder.values(facet, catalogue).filter((one) => boxes.get(`${facet} ${one}`).checked);
        change({ [facet]: values });
      });
      return html("label", { className: "guide-pill" }, box, nameOf(facet, value));
    });
    return html("fieldset", { className: "guide-pills" }, html("legend", {}, W[facet]), ...labels);
  }

  const more = html("details", { className: "guide-more" }, html("summary", {}, W.more));
  more.append(...["kind", "formats", "hands_on", "certificate"].map(group));
  const form = html("form", { className: "guide-filters" });
  form.setAttribute("aria-label", W.filters);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.append(
    html("div", { className: "guide-controls" }, searchField, ...Object.values(menus)),
    ...["level", "language", "cost"].map(group),
    more,
  );

  // -- The results --------------------------------------------------------------------------------
  const count = html("p", { className: "guide-count" });
  count.setAttribute("role", "status");
  const chips = html("div", { className: "guide-chips" });
  const notice = html("p", { className: "guide-notice", hidden: true });
  notice.setAttribute("role", "alert");
  const advice = html("div", { className: "guide-advice" });
  const comparison = html("section", { className: "guide-comparison", hidden: true });
  const next = button("", () => {
    const first = shown;
    shown += AT_ONCE;
    show();
    list.children[first]?.querySelector("a").focus();
  });
  element.append(form, notice, chips, count, advice);
  list.after(next, comparison);

  function chip(facet, value) {
    const name = nameOf(facet, value);
    const remove = html("button", { type: "button", className: "guide-chip" }, name, html("span", { ariaHidden: "true" }, " ×"));
    remove.setAttribute("aria-label", W.remove(name));
    remove.addEventListener("click", () => {
      const place = [...chips.children].indexOf(remove);
      change({ [facet]: finder.FACETS[facet].many ? state[facet].filter((one) => one !== value) : "" });
      (chips.children[place] ?? chips.lastElementChild ?? search).focus(); // the button itself is gone
    });
    return remove;
  }

  function reasons(resource) {
    const list = finder.serving(catalogue, resource, state).slice(0, 3).map((topic) => {
      const { fit, part, hours } = resource.topics[topic];
      const where = [part, hours && W.time(hours)].filter(Boolean).join(W.pause);
      return (fit === 3 ? W.best : W.teaches)(topicNames.get(topic), where);
    });
    for (const facet of finder.active(state)) {
      if (finder.FACETS[facet].many) {
        const own = facet === "formats" ? resource.formats : facet === "language" ? null : [resource[facet]];
        const fitting = state[facet].filter((value) =>
          own ? own.includes(value) : value === "zh-subtitles" ? resource.subtitles?.includes("zh") : resource.languages.includes(value),
        );
        list.push(...fitting.map((value) => nameOf(facet, value)));
      } else if (facet === "hours") {
        list.push(W.time(resource.hours));
      }
    }
    return list;
  }

  function dress(card, resource) {
    card.querySelector(".guide-reasons")?.remove();
    const why = reasons(resource);
    if (why.length) {
      const items = why.map((reason) => html("li", {}, reason));
      const block = html("ul", { className: "guide-reasons" }, ...items);
      block.setAttribute("aria-label", W.reasons);
      card.append(block);
    }
    let box = card.querySelector(".guide-compare input");
    if (!box) {
      box = html("input", { type: "checkbox" });
      box.setAttribute("aria-label", W.compareOf(resource.title));
      box.addEventListener("change", () => compare(resource.id, box));
      card.append(html("label", { className: "guide-compare" }, box, W.compare));
    }
    box.checked = state.compare.includes(resource.id);
  }

  function compare(id, box) {
    if (box?.checked && state.compare.length >= finder.MOST_COMPARED) {
      box.checked = false;
      say(W.full);
      return;
    }
    change({ compare: state.compare.includes(id) ? state.compare.filter((one) => one !== id) : [...state.compare, id] }, false);
  }

  function cell(resource, row) {
    const words = catalogue.words;
    if (row === "hours") return resource.hours ? W.time(resource.hours) : W.unstated;
    if (row === "topics") return Object.keys(resource.topics).map((id) => topicNames.get(id)).join(W.comma);
    if (row === "languages" || row === "subtitles") return resource[row]?.map((code) => words.language[code] ?? code).join(W.comma) || W.unstated;
    if (row === "formats") return resource.formats.map((format) => words.formats[format]).join(W.comma);
    if (row === "year" || row === "provider" || row === "checked") return String(resource[row] ?? W.unstated);
    return words[row][resource[row]] ?? W.unstated;
  }

  function showComparison() {
    comparison.hidden = !state.compare.length;
    if (comparison.hidden) return;
    const compared = state.compare.map((id) => resources.get(id));
    const head = html("tr", {}, html("td"), ...compared.map((resource) => {
      const out = button("×", () => compare(resource.id));
      out.className = "guide-out";
      out.setAttribute("aria-label", W.takeOut(resource.title));
      const cell = html("th", {}, html("a", { href: resource.url }, resource.title), out);
      cell.scope = "col";
      return cell;
    }));
    const rows = Object.entries(W.rows).map(([row, name]) => {
      const label = html("th", {}, name);
      label.scope = "row";
      return html("tr", {}, label, ...compared.map((resource) => html("td", {}, cell(resource, row))));
    });
    const table = html("table", {}, html("thead", {}, head), html("tbody", {}, ...rows));
    comparison.replaceChildren(html("h2", { id: "compare" }, W.comparison), html("div", { className: "md-typeset__scrollwrap" }, html("div", { className: "md-typeset__table" }, table)));
  }

  function say(text) {
    notice.hidden = !text;
    notice.textContent = text;
  }

  function showControls() {
    if (search.value.trim() !== state.q) search.value = state.q;
    for (const [facet, menu] of Object.entries(menus)) menu.querySelector("select").value = state[facet];
    for (const [key, box] of boxes) {
      const [facet, value] = key.split(" ");
      box.checked = state[facet].includes(value);
    }
    if (["kind", "formats", "hands_on", "certificate"].some((facet) => state[facet].length)) more.open = true;
  }

  function show() {
    const found = finder.search(catalogue, state);
    count.textContent = W.fit(found.length, catalogue.resources.length);
    const active = finder.active(state);
    chips.replaceChildren(...active.flatMap((facet) => [state[facet]].flat().map((value) => chip(facet, value))));
    if (active.length > 1) chips.append(button(W.clear, () => {
      change({ ...finder.empty(), compare: state.compare });
      search.focus();
    }));
    advice.replaceChildren();
    if (!found.length) {
      const ways = finder.withoutEach(catalogue, state).filter((way) => way.count).map(({ facet, count }) => {
        const names = [state[facet]].flat().map((value) => nameOf(facet, value)).join(W.comma);
        return button(W.without(names, count), () => change({ [facet]: finder.FACETS[facet].many ? [] : "" }));
      });
      advice.append(html("p", {}, W.none), ...ways);
    }
    const visible = found.slice(0, shown);
    for (const resource of visible) dress(cards.get(resource.id), resource);
    list.replaceChildren(...visible.map((resource) => cards.get(resource.id)));
    next.hidden = found.length <= shown;
    next.textContent = W.next(Math.min(AT_ONCE, found.length - shown));
    showComparison();
  }

  function change(changes, fromStart = true) {
    state = { ...state, ...changes };
    if (fromStart) shown = AT_ONCE;
    say("");
    const address = finder.toAddress(state);
    // from a folder on disk only the part after # may change
    history.replaceState(null, "", address ? `#${address}` : location.href.split("#")[0]);
    showControls();
    show();
  }

  addEventListener("hashchange", () => {
    ({ state, problems } = finder.fromAddress(location.hash, catalogue));
    shown = AT_ONCE;
    begin();
  });

  function begin() {
    showControls();
    show();
    say(problems.length ? W.problems(problems.join(W.comma)) : "");
  }
  begin();
});
