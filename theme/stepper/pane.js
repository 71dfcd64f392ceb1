// One recording on the page: source, instructions, stack, variables, and what else there is of it.

/** An element with a class and children; texts become text. */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A titled part of the pane. */
function part(className, title) {
  const body = make("div", "body");
  const box = make("section", `part ${className}`, make("h4", "", title), body);
  return { box, body };
}

export class Pane {
  /** `go(line)` is called when a line is clicked. Side by side, there is room for less. */
  constructor(recording, compact, go) {
    this.recording = recording;
    this.shown = { code: -1 };
    this.source = part("source", "Source");
    this.instructions = part("instructions", "Instructions");
    this.stack = part("stack", "Value stack");
    this.locals = part("locals", "Variables");
    this.blocks = part("blocks", recording.version === "3.10" ? "Block stack" : "Exception table");
    this.calls = part("calls", "Calls");
    this.output = part("output", "Output");
    const parts = [this.source, this.instructions, this.stack, this.locals];
    const any = (field) => recording.steps.some((step) => step[field].length > 0);
    const handlers = recording.codes.some((code) => (code.handlers ?? []).length > 0);
    if (any("blocks") || handlers) parts.push(this.blocks);
    if (!compact && (recording.codes.length > 1 || recording.steps.some((step) => step.calls.length > 1))) parts.push(this.calls);
    if (!compact && recording.output !== "") parts.push(this.output);
    this.parts = parts;
    this.root = make("div", "pane");
    if (recording.label) {
      this.position = make("span", "of");
      this.root.append(make("h3", "label", recording.label, this.position));
    }
    this.root.append(...parts.map((p) => p.box));
    this.drawSource(go);
  }

  drawSource(go) {
    const { source, steps } = this.recording;
    const lines = steps.map((step) => step.line).filter((line) => line);
    // What no step comes near need not be shown.
    const first = Math.max(1, Math.min(...lines) - 1);
    const last = Math.min(source.length, Math.max(...lines) + 1);
    const runs = new Set(lines);
    this.lines = new Map();
    for (let number = first; number <= last; number += 1) {
      const code = make("code", "nohighlight");
      const row = make("div", runs.has(number) ? "line runs" : "line", make("span", "number", String(number)), code);
      code.textContent = source[number - 1] || " ";
      if (runs.has(number)) row.addEventListener("click", () => go(number));
      this.lines.set(number, { row, code });
      this.source.body.append(row);
    }
  }

  /** Shows a step; `before` is the one that was shown, if the two follow each other. */
  show(index, before) {
    const step = this.recording.steps[index];
    const old = before === undefined ? undefined : this.recording.steps[before];
    if (this.position) {
      const waits = before === index;
      this.root.classList.toggle("waits", waits);
      this.position.textContent = `${waits ? "waits at " : ""}step ${index + 1} of ${this.recording.steps.length}`;
    }
    this.showLine(step);
    this.showInstructions(step, index);
    this.showStack(step, old);
    this.showLocals(step, old);
    this.showBlocks(step);
    this.showCalls(step);
    this.output.body.textContent = [...this.recording.output].slice(0, step.output).join("");
    this.output.body.scrollTop = this.output.body.scrollHeight;
    // What can be scrolled must be within reach of the keyboard.
    for (const { body } of this.parts) {
      const scrolls = body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;
      if (scrolls) body.tabIndex = 0;
      else body.removeAttribute("tabindex");
    }
  }

  showLine(step) {
    const { source, codes } = this.recording;
    if (this.current) {
      this.current.row.classList.remove("current");
      this.current.code.textContent = source[this.current.number - 1] || " ";
    }
    this.current = undefined;
    const line = this.lines.get(step.line);
    if (!line) return;
    this.current = { ...line, number: step.line };
    line.row.classList.add("current");
    const columns = codes[step.code].instructions[step.at][5];
    if (columns && columns[1] > columns[0]) {
      const text = [...source[step.line - 1]];
      const slice = (from, to) => text.slice(from, to).join("");
      line.code.replaceChildren(slice(0, columns[0]), make("mark", "", slice(...columns)), slice(columns[1]));
    }
    scrollTo(this.source.body, line.row, line.row);
  }

  showInstructions(step, index) {
    const code = this.recording.codes[step.code];
    if (this.shown.code !== step.code) {
      this.shown.code = step.code;
      this.rows = code.instructions.map(([offset, , argument, meaning, , , caches, fields]) => {
        const name = make("span", "name");
        const rest = meaning !== "" ? meaning : argument ?? "";
        const row = make("div", "row", make("span", "number", String(offset)), name, make("span", "meaning", String(rest)));
        if (caches > 0) row.append(make("span", "caches", `+${caches}`));
        const values = (fields ?? []).map(() => make("b"));
        const cache = make("div", "cache", ...(fields ?? []).map((field, at) => make("span", "", `${field} `, values[at])));
        return { row, name, cache, values };
      });
      this.instructions.body.replaceChildren(...this.rows.flatMap(({ row, cache }) => [row, cache]));
      this.instructions.box.firstChild.textContent = `Instructions of ${code.name}`;
    }
    // What the first step finds rewritten is not new.
    const rewritten = new Set(index > 0 ? step.quick.map(([at]) => at) : []);
    const refilled = new Set(index > 0 ? step.refilled : []);
    this.rows.forEach(({ row, name, cache, values }, at) => {
      const now = step.names[step.code][at];
      const quick = now !== code.instructions[at][1];
      name.textContent = now;
      row.classList.toggle("current", at === step.at);
      row.classList.toggle("quick", quick);
      row.classList.toggle("new", rewritten.has(at));
      // Until it is adaptive, an instruction makes no use of its cache.
      cache.hidden = !quick || values.length === 0;
      cache.classList.toggle("new", refilled.has(at));
      values.forEach((value, field) => { value.textContent = String(step.caches[step.code][at][field]); });
    });
    const { row, cache } = this.rows[step.at];
    scrollTo(this.instructions.body, row, cache.hidden ? row : cache);
  }

  /** A place and its value, if it has one: what it looks like, its type, and its reference count; `before` is what lay there, null if nothing is known of that. */
  place(value, before, ...name) {
    const [index, count] = counted(value);
    const [indexBefore, countBefore] = counted(before ?? -1);
    const cell = make("li", before !== null && index !== indexBefore ? "new" : "", ...name);
    if (index < 0) {
      cell.append(make("span", "value none", "–"));
      return cell;
    }
    const [kind, text] = this.recording.values[index];
    const shown = make("span", "value", make("span", "text", text), make("span", "type", kind));
    if (count !== null) {
      const changed = before !== null && index === indexBefore && count !== countBefore;
      shown.append(make("span", changed ? "count new" : "count", multiple(count)));
    }
    cell.append(shown);
    return cell;
  }

  showStack(step, old) {
    const cells = step.stack.map((value, at) => this.place(value, old ? old.stack[at] : -1));
    fill(this.stack.body, "ol", cells.reverse(), "empty");
  }

  showLocals(step, old) {
    const known = old && old.code === step.code;
    const before = new Map(known ? old.locals : []);
    const cells = step.locals.map(([name, value]) => this.place(value, known ? before.get(name) : null, make("span", "name", name)));
    fill(this.locals.body, "ul", cells, "none");
  }

  showBlocks(step) {
    const code = this.recording.codes[step.code];
    if (this.recording.version === "3.10") {
      const cells = step.blocks.map(([kind, handler, level]) => {
        const text = kind === "try" ? `try: to ${handler}, stack of ${level}` : `handling, stack of ${level}`;
        return make("li", "", text);
      });
      fill(this.blocks.body, "ol", cells.reverse(), "empty");
      return;
    }
    const offset = code.instructions[step.at][0];
    const cells = (code.handlers ?? []).map(([start, end, target, depth]) => {
      const inside = offset >= start && offset < end;
      return make("li", inside ? "inside" : "", `${start} to ${end - 2} → ${target}, stack of ${depth}`);
    });
    fill(this.blocks.body, "ul", cells, "none");
  }

  showCalls(step) {
    const cells = step.calls.map(([code, line]) => make("li", "", `${this.recording.codes[code].name}, line ${line}`));
    fill(this.calls.body, "ol", cells.reverse(), "");
  }
}

/** A value's index, and its reference count; null if it has none, or none was recorded. */
function counted(value) {
  return Array.isArray(value) ? value : [value, null];
}

/** From 2³¹ on, an object is immortal. */
function multiple(count) {
  return count < 2 ** 31 ? `×${count}` : "×∞";
}

function fill(body, tag, cells, empty) {
  body.replaceChildren(cells.length > 0 ? make(tag, "", ...cells) : make("p", "empty", empty));
}

/** Scrolls a part, and nothing but that part, so that what lies between two rows can be seen. */
function scrollTo(body, first, last) {
  const top = first.offsetTop - body.offsetTop;
  const bottom = last.offsetTop + last.offsetHeight - body.offsetTop;
  if (top < body.scrollTop || bottom > body.scrollTop + body.clientHeight) {
    body.scrollTop = Math.max(0, top - body.clientHeight / 2);
  }
}
