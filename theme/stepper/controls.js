// The buttons under a stepper, its slider, and the list of places to go to.

import { make } from "./pane.js";
import { hasCounts } from "./recording.js";

/** Milliseconds from step to step, by speed. */
export const SPEEDS = [["slow", 1600], ["normal", 800], ["fast", 300]];

function button(sign, label, act) {
  const made = make("button", "", sign);
  made.type = "button";
  made.title = label;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

export class Controls {
  /** `player` is told what to do; `places` are groups of `[label, tick]` to go to. */
  constructor(player, count, places) {
    this.first = button("«", "First step", () => player.go(0));
    this.previous = button("‹", "Previous step", () => player.go(player.tick - 1));
    this.play = button("Play", "Play", () => player.toggle());
    this.play.className = "play";
    this.next = button("›", "Next step", () => player.go(player.tick + 1));
    this.last = button("»", "Last step", () => player.go(count - 1));
    this.slider = make("input", "slider");
    Object.assign(this.slider, { type: "range", min: 0, max: count - 1, step: 1 });
    this.slider.setAttribute("aria-label", "Step");
    this.slider.addEventListener("input", () => player.go(Number(this.slider.value)));
    this.position = make("a", "position");
    this.position.title = "A link to this step";
    this.speed = make("select", "speed", ...SPEEDS.map(([name]) => new Option(name, name, name === "normal", name === "normal")));
    this.speed.setAttribute("aria-label", "Speed");
    this.speed.addEventListener("change", () => player.restart());
    this.jump = this.places(player, places);
    this.counts = button("Counts", "Reference counts (key c)", () => player.count(!player.counts));
    this.counts.setAttribute("aria-keyshortcuts", "c");
    this.counts.hidden = !player.recordings.some(hasCounts);
    this.count = count;
    this.root = make("div", "controls", this.first, this.previous, this.play, this.next, this.last,
      this.slider, this.position, this.speed, this.counts, this.jump);
    this.root.setAttribute("role", "group");
    this.root.setAttribute("aria-label", "Playback");
  }

  places(player, groups) {
    const select = make("select", "jump", new Option("go to …", ""));
    select.setAttribute("aria-label", "Go to");
    for (const [label, entries] of groups) {
      if (entries.length === 0) continue;
      const group = make("optgroup");
      group.label = label;
      group.append(...entries.map(([name, place]) => new Option(name, place)));
      select.append(group);
    }
    select.addEventListener("change", () => {
      if (select.value !== "") player.place(select.value);
      select.value = "";
    });
    return select;
  }

  get delay() {
    return SPEEDS.find(([name]) => name === this.speed.value)[1];
  }

  show(tick, link, playing, said) {
    this.slider.value = tick;
    this.slider.setAttribute("aria-valuetext", `step ${tick + 1} of ${this.count}${said ? `: ${said}` : ""}`);
    this.position.textContent = `${tick + 1} / ${this.count}`;
    this.position.href = link;
    this.first.disabled = this.previous.disabled = tick === 0;
    this.next.disabled = this.last.disabled = tick === this.count - 1;
    this.play.textContent = playing ? "Pause" : "Play";
    this.play.setAttribute("aria-label", playing ? "Pause" : "Play");
  }
}
