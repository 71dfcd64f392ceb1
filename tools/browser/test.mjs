// Every page of the book in a real browser: `node test.mjs BOOK [PART OF A PATH]`.

import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { chromium } from "playwright-core";
import { faults, listen, overflow, shifts, steppers, unfound } from "./checks.mjs";
import { serve } from "./server.mjs";

const WIDE = 1440;
const NARROW = [320, 768];
const SCHEMES = ["light", "dark"];
/** The first contentful paint of a page, in milliseconds, and what it transfers, in bytes. */
const PAINT = 1000;
const TRANSFER = 1_000_000;

const [, , folder, part = ""] = process.argv;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The pages that a reader leafs through: neither whole sources nor the book on one page. */
async function pages() {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((path) => !path.startsWith("source/") && !["print.html", "404.html", "toc.html"].includes(path))
    .sort();
}

async function check(browser, address, path, scheme) {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width: WIDE, height: 900 } });
  const page = await context.newPage();
  let transferred = 0;
  page.on("response", async (response) => { transferred += (await response.body().catch(() => "")).length; });
  const wrong = listen(page, address);
  await page.goto(`${address}/${path}`, { waitUntil: "networkidle" });
  if (scheme === "light") {
    if (transferred > TRANSFER) wrong.push(`${transferred} bytes are transferred`);
    const paint = () => page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
    let first = await paint();
    // A machine that does something else besides gets more than one chance.
    for (let turn = 0; turn < 3 && first > PAINT; turn += 1) {
      await page.reload({ waitUntil: "networkidle" });
      first = await paint();
    }
    // A remark and no fault: it says as much of the machine as of the page.
    if (first > PAINT) console.log(`${path}: first paint after ${Math.round(first)} ms`);
    wrong.push(...await shifts(page));
    wrong.push(...await steppers(page));
  }
  wrong.push(...await faults(page, axe));
  wrong.push(...await overflow(page, WIDE));
  // Loaded again, since a page that was wide has its table of contents open.
  await page.setViewportSize({ width: NARROW[0], height: 900 });
  await page.reload({ waitUntil: "load" });
  for (const width of NARROW) wrong.push(...await overflow(page, width));
  await context.close();
  return wrong.map((what) => `${path} (${scheme}): ${what}`);
}

const server = await serve(folder);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
const wrong = [];
let count = 0;
for (const path of (await pages()).filter((path) => path.includes(part))) {
  const found = [];
  for (const scheme of SCHEMES) found.push(...await check(browser, server.address, path, scheme));
  found.forEach((what) => console.log(what));
  if (found.length === 0) console.log(`${path}: nothing`);
  wrong.push(...found);
  count += 1;
}
// The book on one page, for paper; and what its search finds.
if (part === "") {
  const page = await browser.newPage();
  const heard = listen(page, server.address);
  await page.goto(`${server.address}/print.html`, { waitUntil: "load" });
  heard.push(...await unfound(page, server.address));
  wrong.push(...heard);
  heard.forEach((what) => console.log(`print.html, search: ${what}`));
}
await browser.close();
server.close();
console.log(`browser-test: ${count} pages, ${wrong.length} faults`);
process.exit(wrong.length > 0 ? 1 : 0);
