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

/** What axe-core finds serious or critical. */
export async function faults(page, axe) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const result = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return result.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0].target.join(" ")}`);
  });
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

/** Steps through every stepper of the page, to the end and back, by keyboard. */
export async function steppers(page) {
  const wrong = [];
  const count = await page.locator("adder-stepper").count();
  for (let number = 0; number < count; number += 1) {
    const stepper = page.locator("adder-stepper").nth(number);
    const id = await stepper.getAttribute("id");
    const recordings = JSON.parse(await stepper.locator("script").textContent());
    await stepper.locator(".stage").focus();
    const at = async () => (await stepper.locator(".position").textContent()).split(" / ").map(Number);
    const offsets = () => stepper.locator(".row.current .number").allTextContents();
    const [, ticks] = await at();
    for (const [key, from, to] of [["ArrowRight", 1, ticks], ["ArrowLeft", ticks, 1]]) {
      await page.keyboard.press(key === "ArrowRight" ? "Home" : "End");
      for (let tick = from; tick !== to + Math.sign(to - from); tick += Math.sign(to - from)) {
        const [now] = await at();
        if (now !== tick) wrong.push(`${id}: ${key} led to ${now}, not ${tick}`);
        if (recordings.length === 1) {
          const wanted = String(instructions(recordings[0])[tick - 1]);
          const [shown] = await offsets();
          if (shown !== wanted) wrong.push(`${id}: step ${tick} shows the instruction at ${shown}, not ${wanted}`);
        }
        if (tick !== to) await page.keyboard.press(key);
      }
    }
    await page.keyboard.press("End");
    const ends = recordings.map((recording) => String(instructions(recording).at(-1)));
    if (String(await offsets()) !== String(ends)) wrong.push(`${id}: the end is not that of the recording`);
    const stops = recordings[0].stops.filter(([, say]) => say).length;
    await page.keyboard.press("Home");
    let rests = (await stepper.locator(".said.now").count()) ? 1 : 0;
    for (let turn = 0; turn <= stops; turn += 1) {
      await page.keyboard.press("PageDown");
      if (await stepper.locator(".said.now").count()) rests += 1;
    }
    if (rests < stops) wrong.push(`${id}: Page Down comes to ${rests} stops of ${stops}`);
  }
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
