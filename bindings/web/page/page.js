// A text area with marks under it. The worker analyses each state of the text; until it answers, the marks move with the letters.
(() => {
  "use strict";
  const draft = element("draft"), under = element("under"), paper = element("paper"), panel = element("detail");
  const hint = panel.textContent.trim();

  // ---- The worker. One that does not answer in time is ended and started anew.
  const TIME_LIMIT = 30000;
  const inline = element("module");
  const packed = inline?.textContent;
  const script = inline ? URL.createObjectURL(new Blob([element("worker").textContent], { type: "text/javascript" })) : "worker.js";
  inline?.remove();
  const waiting = new Map();
  let worker = null;
  let number = 0;

  function start() {
    worker = new Worker(script);
    worker.onmessage = ({ data }) => {
      const task = waiting.get(data.number);
      if (!task) return;
      waiting.delete(data.number);
      clearTimeout(task.timer);
      task.resolve(data.result);
    };
    ask({ kind: "load", base64: packed, url: inline ? undefined : new URL("newsfacts.wasm", location.href).href }, 120000).then((result) => {
      if (result.error) complain(`This browser cannot run the program: ${result.error}`);
    });
  }

  function ask(task, limit = TIME_LIMIT) {
    return new Promise((resolve) => {
      const sent = ++number;
      const timer = setTimeout(() => {
        const stalled = [...waiting.values()];
        waiting.clear();
        worker.terminate();
        start();
        for (const other of stalled) {
          clearTimeout(other.timer);
          other.resolve({ error: `the program took longer than ${limit / 1000} seconds and was stopped` });
        }
      }, limit);
      waiting.set(sent, { resolve, timer });
      worker.postMessage({ ...task, number: sent }, task.bytes ? [task.bytes] : []);
    });
  }

  function complain(words) {
    element("problem").hidden = !words;
    element("problem").textContent = words ?? "";
  }

  // ---- Places: the program counts code points, the page UTF-16 units. They differ after the first astral character only.
  function placer(text) {
    const jumps = [];
    for (let i = 0, points = 0; i < text.length; i++, points++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < text.length) { jumps.push(points); i++; }
    }
    return (point) => {
      let [low, high] = [0, jumps.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (jumps[middle] < point) low = middle + 1; else high = middle;
      }
      return point + low;
    };
  }

  // ---- What is shown.
  let text = "";                // the letters under which the marks lie
  let marks = [];               // {start, end, state, check}: in order, none over another
  let checks = [];              // as the program gave them, with start and end
  let places = new Map();       // figure → [start, end], in units of `text`
  let selected = null;          // the fingerprint or id of the check in the panel
  let lines = [];               // {key, node} of each line under the text area
  const ignored = new Set();    // fingerprints

  const grave = { wrong: 0, doubtful: 1, silenced: 2, right: 3, open: 4 };
  const isFinding = (check) => check.state === "wrong" || check.state === "doubtful";
  const name = (check) => check.fingerprint ?? check.id;
  const current = () => checks.find((check) => name(check) === selected);

  // The stretches to be drawn: the marks with the state of the selection.
  function drawn() {
    const check = current();
    const lit = new Map();
    for (const id of check?.operands ?? []) if (places.has(id)) lit.set(places.get(id)[0], places.get(id));
    const list = marks.map((mark) => ({ ...mark, classes: mark.state + (check && mark.start === check.start ? " current" : "") }));
    for (const [start, end] of lit.values()) {
      const over = list.find((mark) => mark.start < end && mark.end > start);
      if (over) over.classes += " lit"; else list.push({ start, end, classes: "lit" });
    }
    return list.sort((a, b) => a.start - b.start);
  }

  function lineNode(content, own) {
    const node = make("div");
    let at = 0;
    for (const [start, end, classes] of own) {
      node.append(content.slice(at, start), make("mark", { className: classes }, content.slice(start, end)));
      at = end;
    }
    node.append(content.slice(at));
    return node;
  }

  // Draws the lines that changed: those alike at the head and at the tail stay.
  function draw() {
    const list = drawn();
    const fresh = [];
    let at = 0, next = 0;
    for (const content of text.split("\n")) {
      const end = at + content.length;
      const own = [];
      while (next < list.length && list[next].end <= at) next++;
      for (let i = next; i < list.length && list[i].start < end; i++) {
        own.push([Math.max(list[i].start - at, own.at(-1)?.[1] ?? 0), Math.min(list[i].end, end) - at, list[i].classes]);
      }
      fresh.push({ content, own, key: own.length > 0 ? content + "\u0000" + own.join("\u0000") : content });
      at = end + 1;
    }
    let head = 0;
    while (head < fresh.length && head < lines.length && fresh[head].key === lines[head].key) head++;
    let tail = 0;
    while (tail < Math.min(fresh.length, lines.length) - head && fresh.at(-1 - tail).key === lines.at(-1 - tail).key) tail++;
    const after = lines[lines.length - tail]?.node ?? null;
    for (const line of lines.slice(head, lines.length - tail)) line.node.remove();
    const made = fresh.slice(head, fresh.length - tail).map(({ content, own, key }) => ({ key, node: lineNode(content, own) }));
    const fragment = document.createDocumentFragment();
    fragment.append(...made.map((line) => line.node));
    under.insertBefore(fragment, after);
    lines = [...lines.slice(0, head), ...made, ...lines.slice(lines.length - tail)];
  }

  // The text changed between two places: what lies behind moves along, what lies across is gone until the program has read it anew.
  function shift(before, after) {
    let head = 0;
    const shorter = Math.min(before.length, after.length);
    while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
    let tail = 0;
    while (tail < shorter - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
    const [cut, by] = [before.length - tail, after.length - before.length];
    const moved = ([start, end]) => (end <= head ? [start, end] : start >= cut ? [start + by, end + by] : null);
    const keep = (list) => list.flatMap((one) => {
      const place = moved([one.start, one.end]);
      return place ? [{ ...one, start: place[0], end: place[1] }] : [];
    });
    marks = keep(marks);
    checks = keep(checks);
    places = new Map([...places].flatMap(([id, place]) => (moved(place) ? [[id, moved(place)]] : [])));
  }

  // ---- Analysis: never two at a time, always of the last state.
  let busy = false;
  let dirty = false;
  let timer = 0;

  function changed() {
    const now = draft.value;
    if (now !== text) {
      shift(text, now);
      text = now;
      draw();
    }
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(analyze, text.length > 100000 ? 250 : 0);
  }

  async function analyze() {
    if (busy || !dirty) return;
    busy = true;
    dirty = false;
    const asked = text;
    const began = performance.now();
    const request = { text: asked, date: element("date").value, country: element("country").value, ignored: [...ignored] };
    const result = await ask({ kind: "analyze", draft: request });
    element("country").removeAttribute("aria-invalid");
    if (result.error) {
      complain(`Not checked: ${result.error}.`);
      if (result.error.includes("country")) element("country").setAttribute("aria-invalid", "true");
    } else {
      complain();
      take(asked, result);
      // For whoever measures: from the request to the marks.
      document.documentElement.dataset.took = String(Math.round(performance.now() - began));
    }
    busy = false;
    if (dirty) analyze(); else document.documentElement.dataset.settled = String(Number(document.documentElement.dataset.settled ?? 0) + 1);
  }

  function take(asked, result) {
    const place = placer(asked);
    places = new Map(Object.entries(result.facts).map(([id, [start, end]]) => [id, [place(start), place(end)]]));
    checks = result.checks.flatMap((check) => {
      const at = places.get(check.stated);
      return at ? [{ ...check, start: at[0], end: at[1], fingerprint: check.fingerprint ?? undefined }] : [];
    });
    const byStart = new Map();
    for (const check of checks) {
      const other = byStart.get(check.start);
      if (!other || grave[check.state] < grave[other.state]) byStart.set(check.start, check);
    }
    marks = [];
    for (const check of [...byStart.values()].sort((a, b) => a.start - b.start)) {
      if (check.start >= (marks.at(-1)?.end ?? 0)) marks.push({ start: check.start, end: check.end, state: check.state, check: name(check) });
    }
    const now = text;
    if (now !== asked) shift(asked, now);
    if (document.activeElement === draft && !current()) selected = null;
    draw();
    tell(result);
    describe();
    element("figures").open && table();
  }

  let spoken = 0;
  function tell(result) {
    const verdict = element("verdict");
    verdict.innerHTML = text.trim() === "" ? "" : result.verdict;
    const counts = result.counts;
    const words = verdict.querySelector(".headline")?.textContent.trim().replace(/^\S\s/, "") ?? "";
    clearTimeout(spoken);
    // Whoever listens hears of it when the typing rests.
    spoken = setTimeout(() => { element("status").textContent = words && `${words}. ${counts.right} add up, ${counts.open} could not be checked.`; }, 1200);
    element("unchecked").hidden = result.reasons.length === 0;
    element("reasons").replaceChildren(...result.reasons.map(([reason, count]) => make("li", {}, `${count} × ${reason}`)));
    const findings = checks.filter(isFinding);
    for (const id of ["next", "previous"]) element(id).disabled = findings.length === 0;
    number_of(findings);
  }

  function number_of(findings = checks.filter(isFinding)) {
    const index = findings.sort((a, b) => a.start - b.start).findIndex((check) => name(check) === selected);
    element("at").textContent = findings.length === 0 ? "" : index < 0 ? `${findings.length} to look at` : `${index + 1} of ${findings.length}`;
  }

  // ---- The explanation of one check.
  function button(words, act, properties = {}) {
    const made = make("button", { type: "button", ...properties }, words);
    made.addEventListener("click", act);
    return made;
  }

  function describe() {
    const check = current();
    number_of();
    if (!check) {
      panel.className = "empty";
      panel.replaceChildren(make("p", { className: "hint" }, hint));
      return;
    }
    const close = button("✕", deselect, { className: "close", title: "Close" });
    close.setAttribute("aria-label", "Close");
    const words = make("div", { className: "words" });
    words.innerHTML = check.words;
    const acts = make("div", { className: "acts" });
    if (check.suggestion && isFinding(check)) {
      acts.append(button(`Put ${check.suggestion}`, () => replace(check), { id: "apply", className: "primary" }), button("Copy it", () => copied(check.suggestion)));
    }
    const box = make("div", { className: "check " + check.state },
      make("p", { className: "result" }, make("span", { ariaHidden: "true" }, check.sign), " " + check.result),
      words, ...(check.formula ? [make("p", { className: "formula" }, check.formula)] : []));
    if (check.because?.length > 0) box.append(make("ul", { className: "because" }, ...check.because.map((why) => make("li", {}, why))));
    box.append(acts);
    const parts = [make("h2", {}, make("span", {}, check.text), close), box];
    if (isFinding(check)) parts.push(...ignoring(check, acts));
    panel.className = "";
    panel.replaceChildren(...parts);
  }

  function ignoring(check, acts) {
    acts.append(button("Ignore", () => {
      ignored.add(check.fingerprint);
      selected = null;
      draft.focus();
      dirty = true;
      analyze();
    }, { id: "ignore", title: "Leave this finding out until the page is closed" }));
    const remark = `<!-- newsfacts: ignore ${check.rule} -->`;
    return [make("details", {}, make("summary", {}, "Ignore it in the newsroom’s own runs"),
      make("p", {}, "By a remark on the same line: ", make("code", {}, remark), " ", button("Copy", () => copied(remark), { id: "copy-remark" })),
      make("p", {}, "Or under silence in newsfacts.toml: ", make("code", {}, check.fingerprint), " ", button("Copy", () => copied(check.fingerprint), { id: "copy-fingerprint" })))];
  }

  function select(check, show) {
    selected = name(check);
    draw();
    describe();
    if (!show) return;
    draft.focus({ preventScroll: true });
    draft.setSelectionRange(check.start, check.end);
    reveal();
  }

  function reveal() {
    under.querySelector("mark.current")?.scrollIntoView({ block: "nearest" });
    const mark = under.querySelector("mark.current")?.getBoundingClientRect();
    const frame = paper.getBoundingClientRect();
    if (mark && (mark.top < frame.top + 20 || mark.bottom > frame.bottom - 40)) paper.scrollTop += mark.top - frame.top - frame.height / 3;
  }

  function deselect() {
    selected = null;
    draw();
    describe();
    draft.focus();
  }

  function step(by) {
    const findings = checks.filter(isFinding).sort((a, b) => a.start - b.start);
    if (findings.length === 0) return;
    const at = findings.findIndex((check) => name(check) === selected);
    const near = by > 0 ? findings.findIndex((check) => check.start >= draft.selectionStart) : findings.findLastIndex((check) => check.end <= draft.selectionStart);
    const next = at >= 0 ? at + by : near >= 0 ? near : by > 0 ? 0 : findings.length - 1;
    select(findings[(next + findings.length) % findings.length], true);
  }

  // The caret in a marked figure explains it.
  function follow() {
    if (document.activeElement !== draft) return;
    const [start, end] = [draft.selectionStart, draft.selectionEnd];
    const mark = marks.find((mark) => mark.start <= start && end <= mark.end);
    if (mark && mark.check !== selected) {
      const check = checks.find((check) => name(check) === mark.check);
      if (check) select(check, false);
    }
  }

  // ---- Changes of the text that can be undone.
  function put(words, start, end) {
    draft.focus({ preventScroll: true });
    draft.setSelectionRange(start, end);
    // Typed in this way it can be undone; not for long texts, which browsers type letter by letter.
    if (words.length > 20000 || !document.execCommand("insertText", false, words)) draft.setRangeText(words, start, end, "end");
    changed();
  }

  function replace(check) {
    const { start, end, suggestion } = check;
    selected = null;
    put(suggestion, start, end);
    describe();
  }

  async function copied(words) {
    await copy(words);
    element("copied").textContent = "Copied.";
    setTimeout(() => { element("copied").textContent = ""; }, 3000);
  }

  async function table() {
    const { text: html } = await ask({ kind: "figures" });
    if (html !== undefined) element("figures-table").innerHTML = html;
  }

  // ---- Files, and rich text from the clipboard.
  async function open(file) {
    const result = await ask({ kind: "open", name: file.name, bytes: await file.arrayBuffer() });
    if (result.error) return complain(result.error);
    if (result.date) element("date").value = result.date;
    put(result.text, 0, draft.value.length);
    draft.setSelectionRange(0, 0);
    paper.scrollTop = 0;
    complain(result.warnings.join(" "));
  }

  // What HTML prints, with lists as bullets and tables as rows of cells.
  function plain(html) {
    let out = "";
    const block = (gap) => { out = out.replace(/[ \t]+$/, ""); if (out !== "") out += "\n".repeat(Math.max(0, gap - /\n*$/.exec(out)[0].length)); };
    const ownText = (node) => node.textContent.replace(/\s+/g, " ").trim();
    const rows = (table) => [...table.rows].map((row) => [...row.cells].map((cell) => ownText(cell) + " | ".repeat(Math.max(0, cell.colSpan - 1)).trimEnd()).join(" | "));
    const style = (node) => node.getAttribute?.("style") ?? "";
    const isItem = (node) => node.nodeName === "P" && (/^MsoListParagraph/.test(node.className) || /mso-list:\s*l/.test(style(node)));
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const words = node.data.replace(/[ \t\r\n]+/g, " ");
        out += /\s$/.test(out) || out === "" ? words.trimStart() : words;
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT|HEAD|META|TITLE|TEMPLATE)$/.test(node.nodeName) || /mso-list:\s*Ignore/i.test(style(node))) return;
      if (node.nodeName === "BR") { out += "\n"; return; }
      if (node.nodeName === "TABLE") { block(2); out += rows(node).join("\n"); block(2); return; }
      const item = node.nodeName === "LI" || isItem(node);
      const isBlock = item || /^(P|DIV|H[1-6]|UL|OL|BLOCKQUOTE|SECTION|ARTICLE|HEADER|FOOTER|PRE|DL|DT|DD|FIGURE|FIGCAPTION|TR)$/.test(node.nodeName);
      const inItem = node.parentElement?.closest("li") != null;
      if (isBlock) block(item || inItem ? 1 : 2);
      if (item) out += node.nodeName === "LI" && node.parentElement.nodeName === "OL" ? `${[...node.parentElement.children].indexOf(node) + 1}. ` : "• ";
      node.childNodes.forEach(walk);
      if (isBlock) block(item || inItem ? 1 : 2);
    };
    walk(new DOMParser().parseFromString(html, "text/html").body);
    return out.trim();
  }

  draft.addEventListener("paste", (event) => {
    const html = event.clipboardData.getData("text/html");
    if (event.clipboardData.files.length > 0 && !html) {
      event.preventDefault();
      return open(event.clipboardData.files[0]);
    }
    if (!/<(table|li)\b|mso-list/i.test(html)) return;
    event.preventDefault();
    put(plain(html), draft.selectionStart, draft.selectionEnd);
  });

  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
      event.preventDefault();
      paper.classList.toggle("over", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length > 0) open(event.dataTransfer.files[0]);
    });
  }

  // ---- Keys and buttons.
  draft.addEventListener("input", changed);
  document.addEventListener("selectionchange", follow);
  draft.addEventListener("keyup", follow);
  draft.addEventListener("click", follow);
  document.addEventListener("keydown", (event) => {
    if (event.key === "F8") { event.preventDefault(); step(event.shiftKey ? -1 : 1); }
    if (event.key === "Escape" && selected) deselect();
  });
  element("next").addEventListener("click", () => step(1));
  element("previous").addEventListener("click", () => step(-1));
  element("file").addEventListener("change", ({ target }) => { if (target.files.length > 0) open(target.files[0]); target.value = ""; });
  element("example").addEventListener("click", () => put(element("sample").textContent.trim() + "\n", 0, draft.value.length));
  for (const id of ["date", "country"]) element(id).addEventListener("change", () => { dirty = true; analyze(); });
  element("settings").addEventListener("submit", (event) => event.preventDefault());
  element("figures").addEventListener("toggle", () => { if (element("figures").open) table(); });
  for (const form of ["csv", "json"]) {
    element("copy-" + form).addEventListener("click", async () => { const { text: words } = await ask({ kind: form }); if (words) copied(words); });
  }
  // References in explanations, in the list of findings and in the table lead to the figure in the text.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.ref");
    if (!link) return;
    event.preventDefault();
    const id = link.getAttribute("href").slice(1);
    const finding = checks.filter((check) => check.stated === id).sort((a, b) => grave[a.state] - grave[b.state])[0];
    if (finding && !panel.contains(link)) return select(finding, true);
    const place = places.get(id);
    if (!place) return;
    draft.focus({ preventScroll: true });
    draft.setSelectionRange(...place);
    const at = under.querySelector("mark.lit, mark.current");
    at?.scrollIntoView({ block: "nearest" });
  });

  const today = new Date();
  element("date").value ||= new Date(today - today.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  start();
  if (draft.value) changed();
})();
