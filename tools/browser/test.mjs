// Every page of the book in a real browser: `node test.mjs BOOK [PART OF A PATH]`.

import { readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism, loadavg } from "node:os";
import { join, relative } from "node:path";
import { chromium } from "playwright-core";
import { faults, follows, listen, overflow, painted, scriptless, settled, shifts, steppers, transferred, unfound } from "./checks.mjs";
import { serve } from "./server.mjs";

const WIDE = 1440;
const NARROW = [320, 768];
const HEIGHT = 900;
/** The first contentful paint of a page, in milliseconds, and what it transfers, in bytes. */
const PAINT = 1000;
const TRANSFER = 1_000_000;
/** How often a page is painted when that is timed: the best counts, and a slow one gets more chances, since a machine may do something else besides. */
const TURNS = [3, 10];
/** A page that has not come by then, in milliseconds, will not come. */
const PATIENCE = 120_000;

const [, , folder, part = ""] = process.argv;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The pages that a reader leafs through, the heaviest first: neither whole sources nor the book on one page. */
async function pages() {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((path) => !path.startsWith("source/") && !["print.html", "404.html", "toc.html"].includes(path))
    .filter((path) => path.includes(part));
  const sizes = new Map(await Promise.all(paths.map(async (path) => [path, (await stat(join(folder, path))).size])));
  return paths.sort((a, b) => sizes.get(b) - sizes.get(a));
}

/** Does something with a page of its own, which is wide and light. */
async function alone(browser, act, options = {}) {
  const context = await browser.newContext({ colorScheme: "light", viewport: { width: WIDE, height: HEIGHT }, ...options });
  context.setDefaultTimeout(PATIENCE);
  try {
    return await act(await context.newPage());
  } finally {
    await context.close();
  }
}

/** How long a page takes to paint, and what it transfers, while nothing else goes on here. */
async function weigh(browser, address, path) {
  let [best, bytes] = [Infinity, 0];
  for (let turn = 0; turn < TURNS[best > PAINT ? 1 : 0]; turn += 1) {
    await alone(browser, async (page) => {
      await page.goto(`${address}/${path}`, { waitUntil: "networkidle" });
      best = Math.min(best, await painted(page));
      bytes = await transferred(page);
    });
  }
  console.log(`${path}, the heaviest page: first paint after ${Math.round(best)} ms, ${bytes} bytes`);
  // On a machine that has much else to do, it says nothing of the page.
  const busy = loadavg()[0] > 2 * availableParallelism();
  const wrong = best > PAINT && !busy ? [`${path}: first paint after ${Math.round(best)} ms`] : [];
  return bytes > TRANSFER ? [...wrong, `${path}: ${bytes} bytes are transferred`] : wrong;
}

/** Everything that must hold of one page, by itself. */
async function check(page, address, path) {
  const heard = listen(page, address);
  const wrong = [];
  const look = async (scheme, found) => wrong.push(...(await found).map((what) => `${scheme}: ${what}`));
  await page.goto(`${address}/${path}`);
  await settled(page);
  await look("light", shifts(page));
  await look("light", steppers(page));
  await look("light", overflow(page, WIDE));
  await look("light", faults(page, axe, false));
  await look("dark", follows(page, "dark"));
  await look("dark", overflow(page, WIDE));
  await look("dark", faults(page, axe, true));
  // Loaded again, since a page that was wide has its table of contents open.
  await page.setViewportSize({ width: NARROW[0], height: HEIGHT });
  await page.reload();
  for (const scheme of ["dark", "light"]) {
    await look(scheme, follows(page, scheme));
    for (const width of NARROW) await look(scheme, overflow(page, width));
  }
  return [...heard, ...wrong].map((what) => `${path}: ${what}`);
}

const began = Date.now();
const server = await serve(folder);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
const wrong = [];
const say = (found) => {
  found.forEach((what) => console.log(what));
  wrong.push(...found);
};
const all = await pages();
if (all.length === 0) say([`there is no page with ${part} in its path`]);
else say(await weigh(browser, server.address, all[0]));
// As many pages at a time as there are processors.
const open = [...all];
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, async () => {
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const start = Date.now();
    const found = await alone(browser, (page) => check(page, server.address, path)).catch((error) => [`${path}: ${error.message}`]);
    console.log(`${path}: ${found.length === 0 ? "nothing" : `${found.length} faults`} (${Date.now() - start} ms)`);
    say(found);
  }
}));
if (all.length > 0) {
  say(await alone(browser, async (page) => {
    await page.goto(`${server.address}/${all[0]}`);
    return (await scriptless(page)).map((what) => `${all[0]}: without a script, ${what}`);
  }, { javaScriptEnabled: false }));
}
// The book on one page, for paper; and what its search finds.
if (part === "") {
  say(await alone(browser, async (page) => {
    const heard = listen(page, server.address);
    await page.goto(`${server.address}/print.html`);
    heard.push(...await unfound(page, server.address));
    return heard.map((what) => `print.html, search: ${what}`);
  }));
}
await browser.close();
server.close();
console.log(`browser-test: ${all.length} pages, ${wrong.length} faults, ${Math.round((Date.now() - began) / 1000)} s`);
process.exit(wrong.length > 0 ? 1 : 0);
