// A notebook of three cells with a kernel: run them in any order, delete one, restart.
guide.widget("notebook-state", (element) => {
  const zh = guide.lang === "zh";
  const T = zh
    ? {
        run: "运行", remove: "删除第一个单元格", restart: "重启内核", all: "重启并全部运行",
        kernel: "内核中的变量：", none: "（空）", shown: "笔记本上显示：", fresh: "从头运行会得到：", nothing: "（还没有输出）",
        same: "两者一致。", differ: "两者不一致：别人运行你的笔记本会得到另一个结果。",
        deleted: "（此单元格已删除）", name: "NameError：price 未定义",
      }
    : {
        run: "Run", remove: "Delete the first cell", restart: "Restart the kernel", all: "Restart and run all",
        kernel: "Variables in the kernel: ", none: "(none)", shown: "The notebook shows: ", fresh: "A fresh run prints: ", nothing: "(no output yet)",
        same: "The two agree.", differ: "The two differ: whoever runs your notebook gets something else.",
        deleted: "(this cell was deleted)", name: "NameError: price is not defined",
      };
  const cells = ["price = 100", "price = price * 1.2", "print(price)"];
  let s;
  const list = guide.html("div");
  const lines = [guide.html("p"), guide.html("p"), guide.html("p"), guide.html("p")];
  lines[3].setAttribute("aria-live", "polite");
  const text = (v) => String(Number(v.toFixed(2)));

  function start() {
    s = { price: null, counter: 0, counts: [null, null, null], output: null, first: s ? s.first : true };
  }
  function run(k) {
    s.counter += 1;
    s.counts[k] = s.counter;
    if (k === 0) s.price = 100;
    else if (s.price === null) s.output = T.name;
    else if (k === 1) s.price *= 1.2;
    else s.output = text(s.price);
  }
  function draw() {
    list.replaceChildren(
      ...cells.map((code, k) => {
        const gone = k === 0 && !s.first;
        const button = guide.button(T.run, () => { run(k); draw(); list.querySelectorAll("button")[s.first ? k : k - 1]?.focus(); });
        button.setAttribute("aria-label", `${T.run}: ${code}`);
        const row = guide.html(
          "div",
          {},
          guide.html("code", { textContent: `[${s.counts[k] ?? " "}]` }),
          guide.html("code", { textContent: gone ? T.deleted : code }),
          ...(gone ? [] : [button]),
        );
        row.style.cssText = "display:grid;grid-template-columns:2.2rem minmax(8rem,14rem) auto;gap:.5rem;align-items:center;justify-content:start;margin:.3rem 0";
        return row;
      }),
    );
    const fresh = s.first ? "120" : T.name;
    lines[0].textContent = T.kernel + (s.price === null ? T.none : `price = ${text(s.price)}`);
    lines[1].textContent = T.shown + (s.output ?? T.nothing);
    lines[2].textContent = T.fresh + fresh;
    lines[3].textContent = s.output === null ? "" : s.output === fresh ? T.same : T.differ;
    lines[3].style.fontWeight = "650";
    remove.disabled = !s.first;
  }
  const remove = guide.button(T.remove, () => { s.first = false; draw(); });
  element.append(
    list,
    guide.html(
      "div",
      { className: "guide-controls" },
      remove,
      guide.button(T.restart, () => { start(); draw(); }),
      guide.button(T.all, () => {
        const first = s.first;
        start();
        for (const k of first ? [0, 1, 2] : [1, 2]) { run(k); if (s.output === T.name) break; }
        draw();
      }),
    ),
    ...lines,
  );
  start();
  draw();
});
