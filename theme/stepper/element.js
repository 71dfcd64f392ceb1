// <adder-stepper>: plays the recordings that lie in it as JSON, one or several side by side.
//
// Keys, while something in it has the focus: ← → step, Home End first and last, Page Up and
// Page Down to the stop before or after, space plays, c shows the reference counts or hides them.
// The address #stepper-10-1@12 leads to a step.

import { align, expand, linesThatRun, nextRewritten, stepAtLine } from "./recording.js";
import { make, Pane } from "./pane.js";
import { Controls } from "./controls.js";

class AdderStepper extends HTMLElement {
  connectedCallback() {
    if (this.panes) return;
    const data = this.querySelector("script[type='application/json']");
    this.recordings = JSON.parse(data.textContent).map(expand);
    this.ticks = align(this.recordings);
    this.tick = 0;
    const compact = this.recordings.length > 1;
    this.panes = this.recordings.map((recording, r) => new Pane(recording, compact, (line) => this.place(`line ${r} ${line}`)));
    this.controls = new Controls(this, this.ticks.length, this.groups());
    this.said = make("p", "said");
    this.said.setAttribute("aria-live", "polite");
    const stage = make("div", "stage", ...this.panes.map((pane) => pane.root));
    stage.tabIndex = 0;
    stage.setAttribute("role", "group");
    stage.setAttribute("aria-label", "Recording: arrow keys step through it");
    this.player = make("div", "player", stage, make("div", "desk", this.said, this.controls.root));
    const placeholder = this.querySelector(":scope > .waiting");
    if (placeholder) placeholder.replaceWith(this.player);
    else this.prepend(this.player);
    this.addEventListener("keydown", (event) => this.key(event));
    addEventListener("hashchange", () => this.follow());
    this.showCounts(this.recordings.some((recording) => recording.counts) || wished());
    this.show();
    this.follow();
  }

  /** Shows the reference counts or hides them because the reader wants it so, here and in all steppers that follow. */
  count(shown) {
    wish(shown);
    document.querySelectorAll("adder-stepper").forEach((stepper) => stepper.showCounts(shown));
  }

  showCounts(shown) {
    this.counts = shown;
    this.player.classList.toggle("counts", shown);
    this.controls.counts.setAttribute("aria-pressed", String(shown));
  }

  /** The tick at which recording `r` is first at `step`. */
  tickOf(r, step) {
    return Math.max(0, this.ticks.findIndex((steps) => steps[r] >= step));
  }

  /** Where one can go to, by kind. */
  groups() {
    const [first] = this.recordings;
    const stops = first.stops.map(([step, html]) => [plain(html), `tick ${this.tickOf(0, step)}`]);
    const lines = linesThatRun(first).map((line) => [`${line}: ${first.source[line - 1].trim()}`, `line 0 ${line}`]);
    const rewritten = this.recordings.flatMap((recording, r) =>
      recording.steps.some((step) => step.quick.length > 0) ? [["the next rewritten instruction", `quick ${r}`]] : []);
    return [["Stops", stops], ["Lines", lines], ["Specialization", rewritten.slice(0, 1)]];
  }

  place(name) {
    const [kind, r, line] = name.split(" ");
    if (kind === "tick") return this.go(Number(r));
    const recording = this.recordings[Number(r)];
    const now = this.ticks[this.tick][Number(r)];
    const step = kind === "line" ? stepAtLine(recording, Number(line), now + 1) : nextRewritten(recording, now);
    if (step >= 0) this.go(this.tickOf(Number(r), step));
  }

  /** Goes to a tick because the reader wants to. */
  go(tick) {
    this.pause();
    this.move(tick);
    history.replaceState(null, "", this.link());
  }

  move(tick) {
    const before = this.tick;
    this.tick = Math.min(Math.max(tick, 0), this.ticks.length - 1);
    this.show(this.tick === before + 1 ? before : undefined);
  }

  link() {
    return `#${this.id}@${this.tick + 1}`;
  }

  show(before) {
    this.panes.forEach((pane, r) => pane.show(this.ticks[this.tick][r], before === undefined ? undefined : this.ticks[before][r]));
    const html = this.sentence(this.tick);
    // What was said last stands until something else is said.
    if (html) this.said.innerHTML = html;
    else if (before === undefined) this.said.innerHTML = this.lastSentence(this.tick);
    this.said.classList.toggle("now", Boolean(html));
    this.controls.show(this.tick, this.link(), Boolean(this.timer), html && this.said.textContent);
  }

  /** What is said at a tick: of each recording whose stop begins there. */
  sentence(tick) {
    const said = this.recordings.map((recording, r) => {
      const step = this.ticks[tick][r];
      if (tick > 0 && this.ticks[tick - 1][r] === step) return "";
      return recording.stops.filter((stop) => stop[0] === step).map((stop) => stop[1]).join(" ");
    });
    return said.filter((text) => text).join(" ");
  }

  lastSentence(tick) {
    for (let back = tick; back >= 0; back -= 1) {
      const html = this.sentence(back);
      if (html) return html;
    }
    return "";
  }

  toggle() {
    if (this.timer) return this.rest();
    if (this.tick === this.ticks.length - 1) this.move(0);
    this.timer = setTimeout(() => this.turn(), this.controls.delay / 2);
    this.show();
  }

  /** One step of the playback, which rests at each stop and at the end. */
  turn() {
    this.timer = undefined;
    const last = this.tick + 1 >= this.ticks.length - 1;
    if (!last && !this.sentence(this.tick + 1)) this.timer = setTimeout(() => this.turn(), this.controls.delay);
    this.move(this.tick + 1);
  }

  restart() {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.turn(), this.controls.delay);
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  rest() {
    this.pause();
    this.show();
  }

  key(event) {
    const inList = event.target instanceof HTMLSelectElement || event.target.closest("summary, table");
    if (inList || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stop = (towards) => {
      let tick = this.tick + towards;
      while (tick > 0 && tick < this.ticks.length - 1 && !this.sentence(tick)) tick += towards;
      return tick;
    };
    const ticks = {
      ArrowLeft: () => this.tick - 1,
      ArrowRight: () => this.tick + 1,
      Home: () => 0,
      End: () => this.ticks.length - 1,
      PageUp: () => stop(-1),
      PageDown: () => stop(1),
    };
    const plays = event.key === " " && event.target.classList.contains("stage");
    const counts = event.key === "c" && !this.controls.counts.hidden;
    if (!plays && !counts && !ticks[event.key]) return;
    // mdBook's arrow keys turn the page.
    event.preventDefault();
    event.stopPropagation();
    if (plays) this.toggle();
    else if (counts) this.count(!this.counts);
    else this.go(ticks[event.key]());
  }

  /** Goes where the address says, if it says a step of this stepper. */
  follow() {
    const [id, step] = decodeURIComponent(location.hash.slice(1)).split("@");
    if (id !== this.id || !/^\d+$/.test(step ?? "")) return;
    this.move(Number(step) - 1);
    this.scrollIntoView({ block: "center" });
  }
}

/** Whether the reader has asked for reference counts, on this page or one before. A page may be kept from remembering anything. */
function wished() {
  try {
    return sessionStorage.getItem("adder-counts") === "shown";
  } catch {
    return false;
  }
}

function wish(shown) {
  try {
    sessionStorage.setItem("adder-counts", shown ? "shown" : "hidden");
  } catch { /* Then it holds for this page. */ }
}

function plain(html) {
  const text = make("p");
  text.innerHTML = html;
  const said = text.textContent;
  return said.length > 60 ? `${said.slice(0, 57)}…` : said;
}

customElements.define("adder-stepper", AdderStepper);
