// Selecting a figure: its row of the table and its checks are shown in the panel, what it was computed from is lit up in the text.
(() => {
  "use strict";
  const element = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const target = (link) => link.getAttribute("href").slice(1);

  const panel = element("detail");
  const text = element("text");
  const checks = all("table.checks tbody tr");
  let selected = null;

  // Every figure that a check rests on, with the checks.
  const checksThatUse = new Map();
  for (const row of checks) {
    for (const link of all(".words a.ref", row)) {
      const id = target(link);
      if (id === row.dataset.stated) continue;
      checksThatUse.set(id, [...(checksThatUse.get(id) ?? []), row]);
    }
  }

  function describeCheck(row) {
    const result = row.querySelector(".result").cloneNode(true);
    const check = make("div", { className: "check " + row.className });
    check.append(make("p", { className: "result" }, ...result.childNodes), ...clones(row.querySelector(".words")));
    check.append(...clones(row.cells[row.cells.length - 1]));
    return check;
  }

  const clones = (from) => [...from.childNodes].map((node) => node.cloneNode(true));

  function describe(id) {
    const row = element("row-" + id);
    const close = make("button", { type: "button", className: "close", title: "Close" }, "✕");
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", deselect);
    const heading = make("h2", {}, make("span", {}, row.cells[0].textContent), close);
    const own = checks.filter((check) => check.dataset.stated === id).map(describeCheck);
    const list = make("dl");
    const heads = row.closest("table").tHead.rows[0].cells;
    for (const cell of [...row.cells].slice(1)) {
      if (cell.textContent.trim() === "") continue;
      list.append(make("dt", {}, heads[cell.cellIndex].textContent), make("dd", {}, ...clones(cell)));
    }
    const used = checksThatUse.get(id) ?? [];
    if (used.length > 0) {
      const links = used.flatMap((check, i) => [i > 0 ? ", " : "", ...clones(check.cells[1]), " (", check.cells[0].textContent.trim(), ")"]);
      list.append(make("dt", {}, "Used to check"), make("dd", {}, ...links));
    }
    panel.classList.remove("empty");
    panel.replaceChildren(heading, ...own, list);
    panel.scrollTop = 0;
  }

  function unlight() {
    for (const lit of all("[data-lit]")) lit.removeAttribute("data-lit");
    for (const current of all("[aria-current]")) current.removeAttribute("aria-current");
  }

  function light(id) {
    const own = checks.filter((check) => check.dataset.stated === id);
    for (const link of own.flatMap((check) => all(".words a.ref", check))) {
      const operand = element(target(link));
      if (operand && operand.id !== id) operand.dataset.lit = link.dataset.part;
    }
    for (const link of all("a.ref", element("row-" + id)).slice(1)) {
      const name = target(link);
      for (const mention of all(`[data-name="${name}"]`, text)) mention.dataset.lit = "";
      const period = element(name);
      if (period && period.classList.contains("period")) period.dataset.lit = "";
    }
    element(id).setAttribute("aria-current", "true");
    element("row-" + id).setAttribute("aria-current", "true");
  }

  function select(id) {
    unlight();
    selected = id;
    light(id);
    describe(id);
    history.replaceState(null, "", "#" + id);
  }

  function deselect() {
    unlight();
    const figure = selected && element(selected);
    selected = null;
    panel.classList.add("empty");
    panel.replaceChildren(make("p", { className: "hint" }, hint));
    history.replaceState(null, "", location.pathname + location.search);
    figure?.focus({ preventScroll: true });
  }

  // On a phone the panel covers the lower half of the page.
  function behindPanel(figure) {
    const [at, cover] = [figure.getBoundingClientRect(), panel.getBoundingClientRect()];
    return at.bottom > cover.top && at.right > cover.left;
  }

  const isFigure = (id) => /^f\d+$/.test(id) && element(id) !== null && element("row-" + id) !== null;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.figure, a.ref");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const inText = link.classList.contains("figure");
    const id = inText ? target(link).replace(/^row-/, "") : target(link);
    if (!isFigure(id)) return;
    event.preventDefault();
    select(id);
    const figure = element(id);
    if (!inText || behindPanel(figure)) figure.scrollIntoView({ block: "start" });
    figure.focus({ preventScroll: true });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && selected) deselect();
    const figure = event.target.closest?.("a.figure");
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!figure || !step || event.ctrlKey || event.metaKey || event.altKey) return;
    const figures = all("a.figure[id]", text);
    const next = figures[figures.indexOf(figure) + step];
    if (!next) return;
    event.preventDefault();
    select(next.id);
    next.focus();
    if (behindPanel(next)) next.scrollIntoView({ block: "start" });
  });

  // Sorting: rows are ordered by their cells' keys, or words; empty cells come last.
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const key = (row, column) => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();

  function sort(head) {
    const table = head.closest("table");
    const descending = head.getAttribute("aria-sort") === "ascending";
    const numbers = head.dataset.sort === "number";
    const direction = descending ? -1 : 1;
    const keyed = [...table.tBodies[0].rows].map((row) => [key(row, head.cellIndex), row]);
    keyed.sort(([a], [b]) => {
      if (a === "" || b === "") return (a === "") - (b === "");
      return direction * (numbers ? Number(a) - Number(b) : collator.compare(a, b));
    });
    table.tBodies[0].append(...keyed.map(([, row]) => row));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  }

  for (const head of all("th[data-sort]")) {
    const button = make("button", { type: "button" }, ...head.childNodes);
    button.addEventListener("click", () => sort(head));
    head.append(button);
  }

  if (!panel) return;
  const hint = panel.textContent.trim();
  panel.hidden = element("facts") === null || text.querySelector("a.figure") === null;
  panel.classList.add("empty");
  const wanted = location.hash.slice(1);
  if (isFigure(wanted)) {
    select(wanted);
    element(wanted).scrollIntoView({ block: "center" });
  }
})();
