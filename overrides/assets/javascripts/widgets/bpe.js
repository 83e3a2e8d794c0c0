// Byte-level byte-pair encoding: merges learned here from a small corpus, applied to the reader's text.
guide.widget("bpe", (element) => {
  const zh = guide.lang === "zh";
  const corpus = `The model reads tokens, not letters. A token is a piece of text that was frequent when the
    tokeniser was trained. The tokeniser starts with bytes and merges the most frequent pair, again and again. The more
    merges it learns, the longer the tokens become, and the shorter the text. Rare words are broken into pieces. The
    older the text, the rarer the words. The model learns a vector for each token. The vector of a token is learned from
    the text in which the token stands. A large model is trained on a large text. Training a large language model is
    learning to predict the next token. The next token is predicted from the tokens before it.
    大模型读的是词元，不是字母。词元是训练分词器时常见的文字片段。分词器从字节开始，一次又一次地合并最常见的一对。
    大语言模型的训练，就是学习预测下一个词元。模型为每个词元学习一个向量。大模型用大量的文字训练。`;
  const pattern = / ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+/gu;
  const most = 200;
  const encoder = new TextEncoder();
  // A token is an array of bytes, written as a string of characters 0 to 255.
  const bytesOf = (text) => [...encoder.encode(text)].map((byte) => String.fromCharCode(byte));

  function merge(parts, first, second) {
    const merged = [];
    for (let i = 0; i < parts.length; i++) {
      if (parts[i] === first && parts[i + 1] === second) merged.push(first + parts[++i]);
      else merged.push(parts[i]);
    }
    return merged;
  }
  function learn() {
    const counts = new Map();
    for (const word of corpus.replace(/\s+/g, " ").match(pattern)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const words = [...counts].map(([word, count]) => ({ parts: bytesOf(word), count }));
    const merges = [];
    while (merges.length < most) {
      const pairs = new Map();
      for (const { parts, count } of words) {
        for (let i = 0; i + 1 < parts.length; i++) {
          const key = `${parts[i]}\u{1F517}${parts[i + 1]}`;
          pairs.set(key, (pairs.get(key) ?? 0) + count);
        }
      }
      let best, top = 1; // a pair seen once is not worth a token
      for (const [key, count] of pairs) if (count > top) [best, top] = [key, count];
      if (!best) break;
      const [first, second] = best.split("\u{1F517}");
      merges.push({ first, second, count: top });
      for (const word of words) word.parts = merge(word.parts, first, second);
    }
    return merges;
  }
  const merges = learn();
  const state = { text: zh ? "大模型读的是词元，the tokens，不是字母。" : "The oldest models read letters; 大模型 reads tokens.", count: 60, view: "text" };

  const hex = (token) => [...token].map((c) => c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")).join(" ");
  function readable(token) {
    const text = new TextDecoder().decode(Uint8Array.from(token, (c) => c.charCodeAt(0)));
    return text.includes("\uFFFD") ? hex(token) : text.replaceAll(" ", "␣").replaceAll("\n", "⏎");
  }

  const area = guide.html("textarea", { value: state.text, rows: 2, maxLength: 400, spellcheck: false });
  area.style.cssText = "width:100%;box-sizing:border-box;font:inherit;color:inherit;background:var(--guide-surface);border:1px solid var(--guide-line);border-radius:.2rem;padding:.4rem;resize:vertical";
  const label = guide.html("label", {}, zh ? "你的文字" : "Your text", area);
  label.style.cssText = "display:block;font-size:.72rem;margin-bottom:.5rem";
  area.addEventListener("input", () => { state.text = area.value; draw(); });
  const tokens = guide.html("div");
  tokens.style.cssText = "display:flex;flex-wrap:wrap;gap:.2rem;margin:.6rem 0;font-family:var(--md-code-font);font-size:.72rem";
  const result = guide.html("p");
  const latest = guide.html("p");

  function draw() {
    const encoded = (state.text.match(pattern) ?? []).flatMap((word) =>
      merges.slice(0, state.count).reduce((parts, { first, second }) => merge(parts, first, second), bytesOf(word)));
    tokens.replaceChildren(...encoded.map((token, i) => {
      const box = guide.html("span", { className: `c${(i % 6) + 1}`, textContent: state.view === "text" ? readable(token) : hex(token) });
      box.style.cssText = "background:var(--c-soft);border:1px solid var(--c);border-radius:.2rem;padding:0 .25rem;color:var(--guide-ink)";
      return box;
    }));
    const bytes = encoder.encode(state.text).length;
    const characters = [...state.text].length;
    const ratio = encoded.length ? (bytes / encoded.length).toFixed(2) : "–";
    result.textContent = zh
      ? `${characters} 个字符，${bytes} 个字节 → ${encoded.length} 个词元，平均每个词元 ${ratio} 个字节。词表：256 + ${state.count} = ${256 + state.count}。`
      : `${characters} characters, ${bytes} bytes → ${encoded.length} tokens, ${ratio} bytes per token. Vocabulary: 256 + ${state.count} = ${256 + state.count}.`;
    const last = merges[state.count - 1];
    latest.textContent = !last
      ? (zh ? "还没有合并：每个字节是一个词元。" : "No merges yet: each byte is a token.")
      : (zh
        ? `第 ${state.count} 次合并：${readable(last.first)} + ${readable(last.second)} → ${readable(last.first + last.second)}（在语料中出现 ${last.count} 次）。`
        : `Merge ${state.count}: ${readable(last.first)} + ${readable(last.second)} → ${readable(last.first + last.second)}, met ${last.count} times in the corpus.`);
  }
  element.append(
    label,
    guide.html("div", { className: "guide-controls" },
      guide.slider({ label: zh ? "合并次数" : "Merges", min: 0, max: merges.length, step: 1, value: state.count, onInput: (n) => { state.count = n; draw(); } }),
      guide.select({ label: zh ? "显示" : "Show", options: zh ? { text: "文字", bytes: "字节" } : { text: "text", bytes: "bytes" }, value: state.view, onInput: (view) => { state.view = view; draw(); } }),
    ),
    tokens, result, latest,
  );
  draw();
});
