// What the reader knows: topics ticked on the roadmap or at the end of a page, kept in this browser.
guide.progress = (() => {
  const KEY = "guide.known";
  const WORDS = { en: { know: "I know this", known: "known" }, zh: { know: "我已掌握", known: "已掌握" } }[guide.lang];

  /** Ids of the known topics; none where the browser keeps nothing or what it kept is broken. */
  function known() {
    try {
      const ids = JSON.parse(localStorage.getItem(KEY));
      return new Set(Array.isArray(ids) ? ids : []);
    } catch {
      return new Set();
    }
  }

  function mark(topic, isKnown) {
    const ids = known();
    if (isKnown) ids.add(topic);
    else ids.delete(topic);
    try {
      localStorage.setItem(KEY, JSON.stringify([...ids]));
    } catch {
      // a browser that keeps nothing: the tick stands until the page is left
    }
  }

  function showOnRoadmap(topic, isKnown) {
    for (const link of document.querySelectorAll(`.guide-roadmap a[data-topic="${topic}"]`)) {
      link.classList.toggle("known", isKnown);
      const name = link.querySelector("text").textContent;
      if (isKnown) link.setAttribute("aria-label", `${name} – ${WORDS.known}`);
      else link.removeAttribute("aria-label");
    }
  }

  const ids = known();
  for (const place of document.querySelectorAll("[data-topic][data-name]")) {
    const { topic, name } = place.dataset;
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: ids.has(topic) });
    const label = document.createElement("label");
    label.className = "guide-tick";
    label.append(box);
    if (place.tagName === "DIV") label.append(`${WORDS.know}: ${name}`);
    else box.setAttribute("aria-label", `${WORDS.know}: ${name}`);
    box.addEventListener("change", () => {
      mark(topic, box.checked);
      showOnRoadmap(topic, box.checked);
    });
    place.replaceChildren(label);
  }
  for (const topic of ids) showOnRoadmap(topic, true);

  // A topic that is pointed at shows its lines, the ones it needs and the ones that need it.
  const roadmap = document.querySelector(".guide-roadmap");
  for (const link of roadmap?.querySelectorAll("a[data-topic]") ?? []) {
    const lines = roadmap.querySelectorAll(
      `path[data-from="${link.dataset.topic}"], path[data-to="${link.dataset.topic}"]`,
    );
    for (const [event, on] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]]) {
      link.addEventListener(event, () => lines.forEach((line) => line.classList.toggle("pointed", on)));
    }
  }
  return { known };
})();
