// What every page of the guide needs: mathematics, widgets, and scrolling by keyboard.
(() => {
  const base = document.currentScript.src.replace(/guide\.js.*$/, "");

  // -- Mathematics ------------------------------------------------------------------------------
  // The TeX stands in the page between \( \) or \[ \]; a notebook's stands between dollars.
  function renderFormula(element) {
    const tex = element.textContent.trim().replace(/^\\[([]|\\[)\]]$/g, "");
    katex.render(tex, element, {
      displayMode: element.tagName === "DIV",
      throwOnError: false,
      output: "htmlAndMathml",
    });
    // a header cell that holds nothing else needs a name that every screen reader can say
    if (element.closest("th")) {
      element.setAttribute("role", "math");
      element.setAttribute("aria-label", tex);
    }
  }

  function wrapNotebookMath() {
    const dollars = /\$\$([^$]+)\$\$|\$([^$\n]+)\$/g;
    for (const cell of document.querySelectorAll(".jp-RenderedMarkdown")) {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const nodes = [];
      while (walker.nextNode()) {
        if (!walker.currentNode.parentElement.closest("code, pre")) nodes.push(walker.currentNode);
      }
      for (const node of nodes) {
        const pieces = [];
        let last = 0;
        for (const match of node.data.matchAll(dollars)) {
          const element = document.createElement(match[1] ? "div" : "span");
          element.className = "arithmatex";
          element.textContent = match[1] ?? match[2];
          pieces.push(node.data.slice(last, match.index), element);
          last = match.index + match[0].length;
        }
        if (last) node.replaceWith(...pieces, node.data.slice(last));
      }
    }
  }

  // A formula is set when the reader comes near it, so that a page with hundreds of them opens at
  // once; printing sets them all. Each waits in the queue for a free moment.
  function renderMath() {
    wrapNotebookMath();
    const waiting = new Set(document.querySelectorAll(".arithmatex"));
    const near = [];
    const render = (element) => {
      if (!waiting.delete(element)) return;
      renderFormula(element);
      if (!waiting.size) document.documentElement.dataset.math = "ready";
    };
    const work = () => {
      const end = performance.now() + 4;
      while (near.length && performance.now() < end) render(near.shift());
      if (near.length) setTimeout(work);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        const idle = !near.length;
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          observer.unobserve(target);
          near.push(target);
        }
        if (idle && near.length) setTimeout(work);
      },
      { rootMargin: "250px 0px" },
    );
    for (const element of waiting) observer.observe(element);
    addEventListener("beforeprint", () => [...waiting].forEach(render));
  }

  // -- Widgets ----------------------------------------------------------------------------------
  // <div data-widget="softmax">what is shown without JavaScript</div>
  // is handed to widgets/softmax.js, which calls guide.widget("softmax", (element) => …).
  window.guide = {
    lang: document.documentElement.lang.startsWith("zh") ? "zh" : "en",

    /** Registers the function that builds the widget `name` in each element that asks for it. */
    widget(name, build) {
      for (const element of document.querySelectorAll(`[data-widget="${name}"]`)) {
        element.replaceChildren();
        element.classList.add("guide-widget");
        build(element);
      }
    },

    /** A labelled range input with its value beside it; `show` turns the number into text. */
    slider({ label, min, max, step = "any", value, show = String, onInput }) {
      const wrapper = document.createElement("label");
      wrapper.className = "guide-slider";
      const name = document.createElement("span");
      name.textContent = label;
      const input = Object.assign(document.createElement("input"), { type: "range", min, max, step, value });
      const output = document.createElement("output");
      const update = () => {
        output.textContent = show(Number(input.value));
        input.setAttribute("aria-valuetext", output.textContent);
        onInput(Number(input.value));
      };
      input.addEventListener("input", update);
      wrapper.append(name, input, output);
      output.textContent = show(Number(value));
      input.setAttribute("aria-valuetext", output.textContent);
      return wrapper;
    },

    /** A labelled choice; `options` maps each value to the words shown. */
    select({ label, options, value, onInput }) {
      const wrapper = document.createElement("label");
      wrapper.className = "guide-select";
      const name = document.createElement("span");
      name.textContent = label;
      const select = document.createElement("select");
      for (const [key, words] of Object.entries(options)) select.add(new Option(words, key, false, key === value));
      select.addEventListener("change", () => onInput(select.value));
      wrapper.append(name, select);
      return wrapper;
    },

    /** A labelled line of text: `{ input, wrapper }`, the wrapper to be put into the page. */
    textField({ label, value, onInput }) {
      const input = Object.assign(document.createElement("input"), { type: "text", value, spellcheck: false });
      input.addEventListener("input", () => onInput(input.value));
      const name = document.createElement("span");
      name.textContent = label;
      const wrapper = document.createElement("label");
      wrapper.className = "guide-select guide-text-field";
      wrapper.append(name, input);
      return { input, wrapper };
    },

    /** A button with words on it. */
    button(words, onClick) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "md-button guide-button";
      button.textContent = words;
      button.addEventListener("click", onClick);
      return button;
    },

    /** An SVG element with attributes and children. */
    svg(tag, attributes = {}, ...children) {
      const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.append(...children);
      return element;
    },

    /** An HTML element with properties and children. */
    html(tag, properties = {}, ...children) {
      const element = Object.assign(document.createElement(tag), properties);
      element.append(...children);
      return element;
    },
  };

  function loadWidgets() {
    const names = new Set([...document.querySelectorAll("[data-widget]")].map((e) => e.dataset.widget));
    for (const name of names) {
      const script = document.createElement("script");
      script.src = `${base}widgets/${name}.js`;
      document.head.append(script);
    }
  }

  // -- Scrolling --------------------------------------------------------------------------------
  // What scrolls sideways must be reachable by keyboard. Asked only of what the reader is near: the
  // width of what is far away would have to be laid out first.
  const SCROLLABLE =
    "div.arithmatex, .guide-scroll, .md-typeset__scrollwrap, .md-typeset table, .md-typeset pre, .md-typeset pre > code, .jp-OutputArea-output";
  const scrollables = new IntersectionObserver(
    (entries) => {
      const near = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target);
      // first read all, then write all: each change would make the next reading wait
      const wide = near.filter((element) => element.scrollWidth > element.clientWidth + 1);
      for (const element of wide) element.tabIndex = 0;
    },
    { rootMargin: "250px 0px" },
  );

  function watchScrollables() {
    scrollables.disconnect();
    for (const element of document.querySelectorAll(SCROLLABLE)) scrollables.observe(element);
  }

  // -- Names for screen readers ----------------------------------------------------------------
  // Material leaves its search dialog and the lists of chapters without a name, and makes a
  // landmark of every copy button.
  function nameParts() {
    const search = document.querySelector("[data-md-component=search]");
    search?.setAttribute("aria-label", search.querySelector("input").getAttribute("aria-label"));
    for (const nav of document.querySelectorAll("nav[data-md-level='1'][aria-labelledby]")) {
      nav.removeAttribute("aria-labelledby");
      nav.setAttribute("aria-label", nav.querySelector(".md-nav__title").textContent.trim());
    }
    for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) nav.setAttribute("role", "none");
  }

  // When Material, a widget or KaTeX has changed the page and it has come to rest.
  let due;
  function tidySoon() {
    clearTimeout(due);
    due = setTimeout(() => {
      nameParts();
      watchScrollables();
    }, 100);
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (window.katex) renderMath();
    loadWidgets();
    tidySoon();
    new MutationObserver(tidySoon).observe(document.body, { childList: true, subtree: true });
    addEventListener("resize", tidySoon);
    document.fonts.ready.then(tidySoon);
  });
})();
