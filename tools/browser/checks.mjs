// What must hold of a page. Each check returns what is wrong, as sentences.

/** Notes what a page complains of, from now on. */
export function listen(page, address) {
  const heard = [];
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => heard.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => heard.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("data:")) heard.push(`elsewhere: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) heard.push(`${response.status()}: ${response.url()}`);
  });
  return heard;
}

/** Elements that stick out of the window and that nothing lets one scroll to. */
export async function overflow(page, width) {
  await page.setViewportSize({ width, height: 900 });
  const found = await page.evaluate(() => {
    const scrolls = (element) => ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(element).overflowX);
    const out = [];
    for (const element of document.querySelectorAll(".content main *")) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.right <= innerWidth + 1) continue;
      let parent = element.parentElement;
      while (parent.tagName !== "MAIN" && !scrolls(parent)) parent = parent.parentElement;
      if (parent.tagName === "MAIN") out.push(`${element.tagName.toLowerCase()}.${element.className} ends at ${Math.round(box.right)}: ${element.textContent.trim().slice(0, 40)}`);
    }
    return out.slice(0, 3);
  });
  return found.map((what) => `at ${width} px: ${what}`);
}

/** Waits until a page has loaded what it needs, fonts included. */
export async function settled(page) {
  await page.evaluate(async () => { await document.fonts.ready; });
}

/** When the page was first painted, in milliseconds. */
export async function painted(page) {
  return page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity);
}

/** What was transferred for the page, in bytes. */
export async function transferred(page) {
  return page.evaluate(() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .reduce((sum, { transferSize }) => sum + transferSize, 0));
}

/** Turns the system light or dark; the page must follow. */
export async function follows(page, scheme) {
  await page.emulateMedia({ colorScheme: scheme });
  const is = (scheme) => getComputedStyle(document.documentElement).colorScheme === scheme;
  return page.waitForFunction(is, scheme, { timeout: 10_000 }).then(() => [], () => ["the page does not follow the system"]);
}

/** What axe-core finds serious or critical; with `colours`, of colours only, all else being as it was. */
export async function faults(page, axe, colours) {
  await page.evaluate(axe);
  const found = await page.evaluate(async (colours) => {
    // What is folded away is read, too; but for the tables of steps, of which there are enough.
    document.querySelectorAll("details:not(.table)").forEach((details) => { details.open = true; });
    // Colours on their way from one theme to the other are nobody's: they are let arrive.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const only = colours ? { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } } : {};
    const result = await globalThis.axe.run(document, { resultTypes: ["violations"], ...only });
    return result.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0].target.join(" ")}`);
  }, colours);
  return found.map((what) => `axe: ${what}`);
}

/** How far things have moved by themselves since the page began. */
export async function shifts(page) {
  const score = await page.evaluate(() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 100);
  }));
  return score > 0.02 ? [`layout shift of ${score.toFixed(3)}`] : [];
}

/** The instruction that each step of a recording is at. */
function instructions(recording) {
  let last = {};
  return recording.steps.map((step) => {
    last = { ...last, ...step };
    return recording.codes[last.code].instructions[last.at][0];
  });
}

/**
 * Presses keys, and says what the stepper shows after each: its step, of how many, the offsets of
 * the instructions, whether it rests at a stop, the reference counts. It is asked in the page, since asking takes longer.
 */
async function press(page, stepper, keys) {
  await stepper.evaluate((element) => {
    const position = element.querySelector(".position");
    element.seen = [];
    element.watcher = new MutationObserver(() => element.seen.push({
      at: position.textContent.split(" / ").map(Number),
      offsets: [...element.querySelectorAll(".row.current .number")].map((number) => number.textContent),
      rests: element.querySelector(".said.now") !== null,
      counts: [...element.querySelectorAll(".count")].map((count) => count.textContent).join(" "),
    }));
    element.watcher.observe(position, { childList: true });
  });
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
  return stepper.evaluate((element) => {
    element.watcher.disconnect();
    return element.seen;
  });
}

/** The reference counts of a step, as they are shown: those on the stack from its top, then those of the variables. */
function counts(recording) {
  let last = {};
  return recording.steps.map((step) => {
    last = { ...last, ...step };
    const values = [...last.stack.toReversed(), ...last.locals.map(([, value]) => value)];
    const counts = values.map((value) => Array.isArray(value) ? value[1] : null);
    return counts.filter((count) => count !== null).map((count) => count < 2 ** 31 ? `×${count}` : "×∞").join(" ");
  });
}

/** The key for reference counts shows those of the recording, and hides them; if there are any, that is said by a button. */
async function counting(page, stepper, recordings) {
  const id = await stepper.getAttribute("id");
  const recorded = recordings.map(counts);
  const button = await stepper.$("button[aria-pressed]");
  if (await button.isVisible() !== recorded.flat().some((text) => text !== "")) return [`${id}: is there a button for counts?`];
  if (!await button.isVisible()) return [];
  const shown = () => stepper.$$eval(".pane", (panes) => panes.map((pane) =>
    [...pane.querySelectorAll(".count")].filter((count) => count.checkVisibility()).map((count) => count.textContent).join(" ")));
  const pressed = () => button.getAttribute("aria-pressed");
  const wrong = [];
  await page.keyboard.press("End");
  if (await pressed() === "false") {
    if ((await shown()).join("") !== "") wrong.push(`${id}: counts that nobody asked for`);
    await page.keyboard.press("c");
  }
  const [now, wanted] = [await shown(), recorded.map((texts) => texts.at(-1))];
  if (String(now) !== String(wanted)) wrong.push(`${id}: the end counts ${now}, not ${wanted}`);
  await page.keyboard.press("c");
  if (await pressed() !== "false" || (await shown()).join("") !== "") wrong.push(`${id}: counts are not hidden again`);
  return wrong;
}

/** Steps through every stepper of the page, to the end and back, by keyboard. */
export async function steppers(page) {
  const wrong = await page.$$eval("adder-stepper", (steppers) => steppers
    .filter((stepper) => stepper.querySelector("[aria-pressed]").ariaPressed !== String(stepper.recordings.some(({ counts }) => counts)))
    .map(({ id }) => `${id}: counts are not shown as its author wants`));
  for (const stepper of await page.$$("adder-stepper")) {
    const id = await stepper.getAttribute("id");
    const recordings = await stepper.$eval("script", (script) => JSON.parse(script.textContent));
    const recorded = recordings.map((recording) => instructions(recording).map(String));
    const counted = counts(recordings[0]);
    await (await stepper.$(".stage")).focus();
    wrong.push(...await counting(page, stepper, recordings));
    const [first] = await press(page, stepper, ["Home"]);
    const ticks = first.at[1];
    const all = Array.from({ length: ticks }, (_, tick) => tick + 1);
    for (const [start, key, way] of [["Home", "ArrowRight", all], ["End", "ArrowLeft", all.toReversed()]]) {
      const seen = await press(page, stepper, [start, ...Array(ticks - 1).fill(key)]);
      if (seen.length !== ticks) wrong.push(`${id}: ${ticks} keys, and it moves ${seen.length} times`);
      seen.forEach((now, turn) => {
        const tick = way[turn];
        if (now.at[0] !== tick) wrong.push(`${id}: ${key} led to ${now.at[0]}, not ${tick}`);
        if (recorded.length === 1 && now.offsets[0] !== recorded[0][tick - 1]) {
          wrong.push(`${id}: step ${tick} shows the instruction at ${now.offsets[0]}, not ${recorded[0][tick - 1]}`);
        }
        if (recorded.length === 1 && now.counts !== counted[tick - 1]) wrong.push(`${id}: step ${tick} counts ${now.counts}, not ${counted[tick - 1]}`);
      });
    }
    const [end] = await press(page, stepper, ["End"]);
    if (String(end.offsets) !== String(recorded.map((offsets) => offsets.at(-1)))) wrong.push(`${id}: the end is not that of the recording`);
    const stops = recordings[0].stops.filter(([, say]) => say).length;
    const rests = (await press(page, stepper, ["Home", ...Array(stops + 1).fill("PageDown")])).filter(({ rests }) => rests);
    const reached = new Set(rests.map(({ at }) => at[0])).size;
    if (reached < stops) wrong.push(`${id}: Page Down comes to ${reached} stops of ${stops}`);
  }
  return wrong;
}

/** Where there is no script, steppers are tables, and tabs follow each other. */
export async function scriptless(page) {
  const wrong = [];
  for (const stepper of await page.locator("adder-stepper").all()) {
    const id = await stepper.getAttribute("id");
    if (await stepper.locator(".waiting").isVisible()) wrong.push(`${id} waits for one`);
    if (await stepper.locator("tbody tr").count() < 2) wrong.push(`${id} has no table`);
  }
  for (const tab of await page.locator(".tabs > .tab").all()) if (!await tab.isVisible()) wrong.push("a tab cannot be seen");
  return wrong;
}

/** Instructions of the reference that the book's search does not find. */
export async function unfound(page, address) {
  const names = [];
  for (const version of ["310", "311"]) {
    await page.goto(`${address}/appendices/opcodes-${version}.html`, { waitUntil: "load" });
    names.push(...await page.locator("main h3").allTextContents());
  }
  await page.addScriptTag({ url: `${address}/searchindex.js` });
  const missing = await page.evaluate((names) => {
    const index = globalThis.elasticlunr.Index.load(globalThis.search.index);
    return names.filter((name) => index.search(name, globalThis.search.search_options).length === 0);
  }, names);
  return names.length < 200 ? [`search: only ${names.length} instructions`] : missing.map((name) => `search: no ${name}`);
}
