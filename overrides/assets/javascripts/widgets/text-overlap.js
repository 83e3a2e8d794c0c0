// Chapter 5: exact match, token F1 and BLEU of a candidate against a reference, as one types.
guide.widget("text-overlap", (element) => {
  const say = (en, chinese) => (guide.lang === "zh" ? chinese : en);
  const examples = {
    wrong: ["you can return the shoes within thirty days of delivery", "you can return the shoes within sixty days of delivery"],
    paraphrase: ["you can return the shoes within thirty days of delivery", "shoes may be sent back for a month after they arrive"],
    short: ["you can return the shoes within thirty days of delivery", "you can return the shoes"],
    repeated: ["the cat sat on the mat", "the the the the the the"],
  };
  const field = (label, value) => guide.textField({ label, value, onInput: () => draw() });
  const reference = field(say("Reference", "参考"), examples.wrong[0]);
  const candidate = field(say("Candidate", "候选"), examples.wrong[1]);
  const table = guide.html("table");
  const result = guide.html("p");
  result.setAttribute("aria-live", "polite");

  const split = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
  const runs = (words, n) => {
    const counts = new Map();
    for (let i = 0; i + n <= words.length; i += 1) {
      const run = words.slice(i, i + n).join(" ");
      counts.set(run, (counts.get(run) || 0) + 1);
    }
    return counts;
  };
  const total = (counts) => [...counts.values()].reduce((a, b) => a + b, 0);
  const shared = (a, b) => [...a].reduce((sum, [run, k]) => sum + Math.min(k, b.get(run) || 0), 0);

  function draw() {
    const [r, c] = [split(reference.input.value), split(candidate.input.value)];
    const rows = [1, 2, 3, 4].map((n) => {
      const [ours, theirs] = [runs(c, n), runs(r, n)];
      return { n, match: shared(ours, theirs), all: total(ours) };
    });
    table.replaceChildren(
      guide.html("tr", {}, ...[say("Runs of", "连续词数"), say("found in the reference", "在参考中出现"), "pₙ"].map((h) => guide.html("th", { textContent: h, scope: "col" }))),
      ...rows.map(({ n, match, all }) =>
        guide.html("tr", {}, ...[
          say(`${n} word${n > 1 ? "s" : ""}`, `${n}`),
          say(`${match} of ${all}`, `${all} 个中的 ${match} 个`),
          all ? (match / all).toFixed(2) : "–",
        ].map((cell) => guide.html("td", { textContent: cell })))),
    );
    const brevity = c.length ? Math.min(1, Math.exp(1 - r.length / c.length)) : 0;
    const zero = rows.some(({ match }) => match === 0);
    const bleu = zero ? 0 : brevity * Math.exp(rows.reduce((s, { match, all }) => s + Math.log(match / all), 0) / 4);
    const f1 = r.length + c.length ? (2 * rows[0].match) / (r.length + c.length) : 0;
    const exact = r.join(" ") === c.join(" ") ? 1 : 0;
    result.textContent = say(
      `Brevity penalty ${brevity.toFixed(2)}, BLEU ${bleu.toFixed(2)}, token F1 ${f1.toFixed(2)}, exact match ${exact}.`,
      `长度惩罚 ${brevity.toFixed(2)}，BLEU ${bleu.toFixed(2)}，词元 F1 ${f1.toFixed(2)}，完全匹配 ${exact}。`,
    );
  }
  const choice = guide.select({
    label: say("Example", "例子"),
    value: "wrong",
    options: {
      wrong: say("one wrong word", "错一个词"),
      paraphrase: say("right, in other words", "换一种说法"),
      short: say("right and cut short", "正确但太短"),
      repeated: say("one word repeated", "重复一个词"),
    },
    onInput: (key) => {
      [reference.input.value, candidate.input.value] = examples[key];
      draw();
    },
  });
  element.append(guide.html("div", { className: "guide-controls" }, choice, reference.wrapper, candidate.wrapper), table, result);
  draw();
});
