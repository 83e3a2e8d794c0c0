// The finder's reasoning, apart from its page: which resources fit, in which order, and why.
guide.finder = (() => {
  // A facet is a filter. With `many`, several values may be ticked, and one of them must fit.
  const FACETS = {
    q: {},
    goal: {},
    topic: {},
    hours: {},
    level: { many: true },
    language: { many: true },
    cost: { many: true },
    kind: { many: true },
    formats: { many: true },
    hands_on: { many: true },
    certificate: { many: true },
  };
  const HOURS = ["3", "10", "30", "60", "100"];
  const LANGUAGES = ["en", "zh", "zh-subtitles"];
  const MOST_COMPARED = 4;

  /** The values that a facet can have, in order; none for the free text. */
  function values(facet, catalogue) {
    if (facet === "goal") return catalogue.goals.map((goal) => goal.id);
    if (facet === "topic") return catalogue.topics.map((topic) => topic.id);
    if (facet === "hours") return HOURS;
    if (facet === "language") return LANGUAGES;
    return Object.keys(catalogue.words[facet]);
  }

  const empty = () => ({
    ...Object.fromEntries(Object.entries(FACETS).map(([facet, { many }]) => [facet, many ? [] : ""])),
    compare: [],
  });

  /** The state that an address holds after "#"; what cannot be used is listed in `problems`. */
  function fromAddress(hash, catalogue) {
    const state = empty();
    const problems = [];
    for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
      if (name === "compare") {
        const ids = new Set(catalogue.resources.map((resource) => resource.id));
        const asked = text.split(",").filter(Boolean);
        problems.push(...asked.filter((id) => !ids.has(id)));
        state.compare = asked.filter((id) => ids.has(id)).slice(0, MOST_COMPARED);
      } else if (name === "q") {
        state.q = text;
      } else if (FACETS[name]) {
        const possible = values(name, catalogue);
        const asked = FACETS[name].many ? text.split(",").filter(Boolean) : [text];
        problems.push(...asked.filter((value) => !possible.includes(value)));
        const sound = possible.filter((value) => asked.includes(value));
        state[name] = FACETS[name].many ? sound : (sound[0] ?? "");
      } else {
        problems.push(name);
      }
    }
    return { state, problems };
  }

  function toAddress(state) {
    return Object.entries(state)
      .map(([name, value]) => [name, [value].flat().map(encodeURIComponent).join(",")])
      .filter(([, text]) => text)
      .map(([name, text]) => `${name}=${text}`)
      .join("&");
  }

  const prepared = new WeakMap();
  /** Texts to search in and the topics of each goal, made once for a catalogue. */
  function prepare(catalogue) {
    if (!prepared.has(catalogue)) {
      const names = new Map(catalogue.topics.map((topic) => [topic.id, topic.name]));
      const texts = new Map(
        catalogue.resources.map((resource) => {
          const topics = Object.keys(resource.topics).map((id) => names.get(id));
          const rest = [resource.provider, resource.platform, ...resource.instructors, resource.summary, ...topics];
          return [resource, { title: resource.title.toLowerCase(), rest: rest.join(" ").toLowerCase() }];
        }),
      );
      const goals = new Map(
        catalogue.goals.map((goal) => [goal.id, { core: new Set(goal.core), extra: new Set(goal.extra) }]),
      );
      prepared.set(catalogue, { names, texts, goals });
    }
    return prepared.get(catalogue);
  }

  const TESTS = {
    q: (resource, q, { texts }) => {
      const { title, rest } = texts.get(resource);
      return q.toLowerCase().split(/\s+/).every((word) => title.includes(word) || rest.includes(word));
    },
    goal: (resource, goal, { goals }) => {
      const { core, extra } = goals.get(goal);
      return Object.entries(resource.topics).some(([id, part]) => part.fit > 1 && (core.has(id) || extra.has(id)));
    },
    topic: (resource, topic) => topic in resource.topics,
    hours: (resource, most) => resource.hours !== null && resource.hours <= Number(most),
    level: (resource, levels) => levels.includes(resource.level),
    language: (resource, languages) =>
      languages.some((language) =>
        language === "zh-subtitles" ? resource.subtitles?.includes("zh") : resource.languages.includes(language),
      ),
    cost: (resource, costs) => costs.includes(resource.cost),
    kind: (resource, kinds) => kinds.includes(resource.kind),
    formats: (resource, formats) => formats.some((format) => resource.formats.includes(format)),
    hands_on: (resource, amounts) => amounts.includes(resource.hands_on),
    certificate: (resource, certificates) => certificates.includes(resource.certificate),
  };

  const isActive = (state, facet) => state[facet].length > 0;
  const active = (state) => Object.keys(FACETS).filter((facet) => isActive(state, facet));

  function points(resource, state, { texts, goals }) {
    let sum = Math.max(0, (resource.year ?? 2015) - 2015) / 10;
    if (resource.status === "retired") sum -= 20;
    else if (resource.status !== "current") sum -= 1;
    // the reader's language first, unless another one is asked for
    if (!state.language.length && resource.languages.includes(guide.lang)) sum += 10;
    if (state.topic) sum += 10 * resource.topics[state.topic].fit;
    if (state.goal) {
      const { core, extra } = goals.get(state.goal);
      for (const [id, part] of Object.entries(resource.topics)) {
        sum += part.fit * (core.has(id) ? 2 : extra.has(id) ? 1 : 0);
      }
    }
    if (state.q) {
      for (const word of state.q.toLowerCase().split(/\s+/)) sum += texts.get(resource).title.includes(word) ? 8 : 0;
    }
    return sum;
  }

  /**
   * The resources that fit, the best first; with no goal, topic or text asked for, in the order of the
   * catalogue.
   */
  function search(catalogue, state) {
    const ready = prepare(catalogue);
    const facets = active(state);
    const found = catalogue.resources.filter((resource) =>
      facets.every((facet) => TESTS[facet](resource, state[facet], ready)),
    );
    if (!state.q && !state.goal && !state.topic) return found;
    const ranks = new Map(found.map((resource) => [resource, points(resource, state, ready)]));
    return found.sort((a, b) => ranks.get(b) - ranks.get(a) || (a.id < b.id ? -1 : 1));
  }

  /** For each active facet, how many resources would fit without it. */
  function withoutEach(catalogue, state) {
    return active(state).map((facet) => ({
      facet,
      count: search(catalogue, { ...state, [facet]: FACETS[facet].many ? [] : "" }).length,
    }));
  }

  /** The topics of the resource that serve what is asked for, the strongest first. */
  function serving(catalogue, resource, state) {
    if (state.topic) return [state.topic];
    if (!state.goal) return [];
    const { core, extra } = prepare(catalogue).goals.get(state.goal);
    const worth = (id) => resource.topics[id].fit * (core.has(id) ? 2 : extra.has(id) ? 1 : 0);
    return Object.keys(resource.topics)
      .filter((id) => worth(id) > 1)
      .sort((a, b) => worth(b) - worth(a));
  }

  return { FACETS, MOST_COMPARED, active, empty, fromAddress, search, serving, toAddress, values, withoutEach };
})();
