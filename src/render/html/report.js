// Selecting a figure, a period or a name: its row of the table is shown in the panel, and what belongs to it is lit up in the text:
// of a figure its checks and what it was computed from, of a period or a name its figures.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const target = (link) => link.getAttribute("href").slice(1);

  const panel = element("detail");
  const text = element("text");
  const checks = all("table.checks tbody tr[data-stated]");
  const figures = all("table.facts tbody tr");
  // The mark that is selected.
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
    const fit = element(row.dataset.stated)?.dataset.fit;
    if (fit && row.classList.contains("wrong")) check.append(button(`Copy ${fit}`, () => copy(fit), "copy"));
    return check;
  }

  function button(words, act, className) {
    const made = make("button", { type: "button", className }, words);
    made.addEventListener("click", act);
    return made;
  }

  // From finding to finding.
  const findings = () => all("a.figure.wrong[id]", text);

  function step(by) {
    const marks = findings();
    if (marks.length === 0) return;
    const at = marks.indexOf(selected);
    const next = marks[(at < 0 ? (by > 0 ? 0 : marks.length - 1) : at + by + marks.length) % marks.length];
    select(next.id, next);
    next.scrollIntoView({ block: "center" });
    next.focus({ preventScroll: true });
  }

  const clones = (from) => [...from.childNodes].map((node) => node.cloneNode(true));

  function describe(id, mark) {
    const row = element("row-" + id);
    const close = make("button", { type: "button", className: "close", title: "Close" }, "✕");
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", deselect);
    const heading = make("h2", {}, make("span", {}, row.cells[0].textContent), close);
    const own = checks.filter((check) => check.dataset.stated === id).map(describeCheck);
    const list = make("dl");
    const heads = row.closest("table").tHead.rows[0].cells;
    for (const cell of [...row.cells].slice(1)) {
      if (cell.textContent.trim() === "" || cell.dataset.label === "Also") continue;
      list.append(make("dt", {}, heads[cell.cellIndex].textContent), make("dd", {}, ...clones(cell)));
    }
    const listed = (head, entries) => {
      if (entries.length === 0) return;
      list.append(make("dt", {}, head), make("dd", {}, ...entries.flatMap((entry, i) => (i > 0 ? [", ", ...entry] : entry))));
    };
    const links = (rows) => rows.map((figure) => clones(figure.cells[0]));
    const isOf = (figure, column) => all(`td[data-label="${column}"] a[href="#${id}"]`, figure).length > 0;
    const used = checksThatUse.get(id) ?? [];
    listed("Used to check", used.map((check) => [...clones(check.cells[1]), ` (${check.cells[0].textContent.trim()})`]));
    listed("Figures", links(figures.filter((figure) => isOf(figure, "Period") || isOf(figure, "Whose"))));
    listed("Says", links(figures.filter((figure) => isOf(figure, "Who says so"))));
    panel.classList.remove("empty");
    const steps = make("p", { className: "steps" });
    if (findings().length > 1 && mark?.classList.contains("wrong")) {
      const count = `${findings().indexOf(mark) + 1} of ${findings().length}`;
      steps.append(button("← Previous", () => step(-1), "previous"), button("Next →", () => step(1), "next"), make("span", { className: "hint" }, count));
    }
    panel.replaceChildren(heading, ...(steps.childNodes.length > 0 ? [steps] : []), ...own, list);
    panel.scrollTop = 0;
  }

  function unlight() {
    for (const lit of all("[data-lit]")) lit.removeAttribute("data-lit");
    for (const current of all("[aria-current]")) current.removeAttribute("aria-current");
  }

  function light(id, mark) {
    const row = element("row-" + id);
    for (const check of checks.filter((check) => check.dataset.stated === id)) {
      for (const link of all(".words a.ref", check)) {
        const operand = element(target(link));
        if (operand && operand.id !== id) operand.dataset.lit = link.dataset.part;
      }
    }
    const related = isFigure(id)
      ? all("a.ref", row).slice(1).map(target)
      : figures.filter((figure) => all(`a[href="#${id}"]`, figure).length > 0).map((figure) => figure.id.replace(/^row-/, ""));
    for (const other of isFigure(id) ? related : [id, ...related]) {
      for (const found of all(`[href="#row-${other}"]`, text)) found.dataset.lit ??= "";
    }
    mark.removeAttribute("data-lit");
    mark.setAttribute("aria-current", "true");
    row.setAttribute("aria-current", "true");
  }

  function select(id, mark) {
    unlight();
    selected = mark;
    light(id, mark);
    describe(id, mark);
    history.replaceState(null, "", "#" + id);
  }

  function deselect() {
    unlight();
    const mark = selected;
    selected = null;
    panel.classList.add("empty");
    panel.replaceChildren(make("p", { className: "hint" }, hint));
    history.replaceState(null, "", location.pathname + location.search);
    mark?.focus({ preventScroll: true });
  }

  // On a phone the panel covers the lower half of the page.
  function behindPanel(mark) {
    const [at, cover] = [mark.getBoundingClientRect(), panel.getBoundingClientRect()];
    return at.bottom > cover.top && at.right > cover.left;
  }

  const isFigure = (id) => id.startsWith("f");
  const isMarked = (id) => /^[fte]\d+$/.test(id) && element(id) !== null && element("row-" + id) !== null;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#text a[href], a.ref");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const inText = !link.classList.contains("ref");
    const id = target(link).replace(/^row-/, "");
    if (!isMarked(id)) return;
    event.preventDefault();
    const mark = inText ? link : element(id);
    select(id, mark);
    if (!inText || behindPanel(mark)) mark.scrollIntoView({ block: "start" });
    mark.focus({ preventScroll: true });
  });

  // From figure to figure, or from one of the other marks to the next.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && selected) deselect();
    if (event.key === "F8") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
    const mark = event.target.closest?.("#text a[href]");
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!mark || !step || event.ctrlKey || event.metaKey || event.altKey) return;
    const marks = all(mark.classList.contains("figure") ? "a.figure[id]" : "a[href]:not(.figure)", text);
    const next = marks[marks.indexOf(mark) + step];
    if (!next) return;
    event.preventDefault();
    select(target(next).replace(/^row-/, ""), next);
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

  // The search leaves the rows of figures, names and periods that hold all of its words.
  const search = element("search");
  search?.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const row of all("table.cards tbody tr")) {
      const held = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => held.includes(word));
      if (!row.hidden && row.closest("table").classList.contains("facts")) found++;
    }
    element("found").textContent = words.length > 0 ? `${found} of ${figures.length} figures` : "";
  });

  if (!panel) return;
  const hint = panel.textContent.trim();
  panel.hidden = text.querySelector("a[href]") === null;
  panel.classList.add("empty");
  const wanted = location.hash.slice(1).replace(/^row-/, "");
  if (isMarked(wanted)) {
    select(wanted, element(wanted));
    element(wanted).scrollIntoView({ block: "center" });
  } else if (matchMedia("(min-width: 60rem)").matches && findings().length > 0) {
    // Beside the text there is room for the first finding.
    const first = findings()[0];
    unlight();
    selected = first;
    light(first.id, first);
    describe(first.id, first);
  }
})();
