// A recording, as `adder trace` writes it (schema 1; chapter 22's crate documents it), made ready
// to be played: every step whole, and the places that one may want to go to.

/** Of these a step holds only what is not as it was in the step before. */
const KEPT = ["code", "at", "calls", "locals", "stack", "blocks", "output"];

/**
 * Makes each step whole; `names[code][at]` are its instructions as they read at that step,
 * `caches[code][at]` what is in the caches behind them.
 */
export function expand(recording) {
  let names = recording.codes.map((code) => code.instructions.map((instruction) => instruction[1]));
  let caches = recording.codes.map((code) => code.instructions.map((instruction) => (instruction[7] ?? []).map(() => 0)));
  let last = {};
  const steps = recording.steps.map((short) => {
    const step = {};
    for (const field of KEPT) step[field] = field in short ? short[field] : last[field];
    step.quick = short.quick ?? [];
    if (step.quick.length > 0) {
      names = names.slice();
      names[step.code] = names[step.code].slice();
      for (const [at, name] of step.quick) names[step.code][at] = name;
    }
    step.names = names;
    step.refilled = (short.caches ?? []).map(([at]) => at);
    if (step.refilled.length > 0) {
      caches = caches.slice();
      caches[step.code] = caches[step.code].slice();
      for (const [at, values] of short.caches) caches[step.code][at] = values;
    }
    step.caches = caches;
    step.line = recording.codes[step.code].instructions[step.at][4];
    last = step;
    return step;
  });
  return { ...recording, steps };
}

/** Whether a reference count of anything was recorded. */
export function hasCounts(recording) {
  const counted = (value) => Array.isArray(value) && value[1] !== null;
  return recording.steps.some(({ stack, locals }) => stack.some(counted) || locals.some(([, value]) => counted(value)));
}

/** The step at or after `from` that runs `line`, going round; -1 if none does. */
export function stepAtLine(recording, line, from) {
  const count = recording.steps.length;
  for (let ahead = 0; ahead < count; ahead += 1) {
    const index = (from + ahead) % count;
    const before = recording.steps[(index + count - 1) % count];
    const enters = before.line !== line || before.code !== recording.steps[index].code || ahead === 0;
    if (recording.steps[index].line === line && enters) return index;
  }
  return -1;
}

/** The next step after `from` at which instructions have been rewritten; -1 if there is none. */
export function nextRewritten(recording, from) {
  return recording.steps.findIndex((step, index) => index > from && step.quick.length > 0);
}

/** The lines that run, in order. */
export function linesThatRun(recording) {
  const lines = new Set(recording.steps.map((step) => step.line).filter((line) => line));
  return [...lines].sort((a, b) => a - b);
}

/**
 * A common clock for recordings that are played side by side: `ticks[t][r]` is the step of
 * recording r at tick t. Two calls of the same code meet at each instruction that both execute;
 * other recordings, where all have as many stops, at each of these. The one that is there first waits.
 */
export function align(recordings) {
  if (recordings.length === 2 && sameCode(...recordings)) return alignCalls(...recordings);
  const counts = recordings.map((recording) => recording.steps.length);
  const stops = recordings.map((recording) => recording.stops.map((stop) => stop[0]));
  const meet = stops.every((list) => list.length === stops[0].length);
  const marks = counts.map((count, r) => [0, ...(meet ? stops[r] : []), count - 1]);
  const ticks = [];
  for (let segment = 1; segment < marks[0].length; segment += 1) {
    const lengths = marks.map((list) => list[segment] - list[segment - 1]);
    const length = Math.max(...lengths);
    for (let tick = ticks.length > 0 ? 1 : 0; tick <= length; tick += 1) {
      ticks.push(marks.map((list, r) => list[segment - 1] + Math.min(tick, lengths[r])));
    }
  }
  return ticks;
}

function sameCode(one, other) {
  const first = ({ version, file, codes }) => [version, file, codes[0].name, codes[0].line].join();
  return first(one) === first(other);
}

/** The longest row of steps that two recordings have in common; between these, each goes on by itself. */
function alignCalls(one, other) {
  const places = ({ codes, steps }) => steps.map(({ code, at }) => `${codes[code].line} ${at}`);
  const [a, b] = [places(one), places(other)];
  const common = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  const ticks = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const meet = i < a.length && j < b.length && a[i] === b[j];
    const first = !meet && (j === b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1]));
    if (meet || first) i += 1;
    if (meet || !first) j += 1;
    ticks.push([Math.max(i - 1, 0), Math.max(j - 1, 0)]);
  }
  return ticks;
}
