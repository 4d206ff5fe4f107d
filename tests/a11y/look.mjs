// Opens a page as a reader does, at two widths, and says what axe and the console have to say of it, as JSON.
// Usage: node look.mjs PAGE.html   (CHROMIUM: the browser's path)
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const axe = require("axe-core");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const page_url = pathToFileURL(process.argv[2]).href;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const said = { widths: {}, requests: [], console: [], sorted: null, filtered: null };

const watch = (page) => {
  page.on("request", (one) => { if (one.url() !== page_url && !one.url().startsWith("data:")) said.requests.push(one.url()); });
  page.on("console", (one) => { if (["error", "warning"].includes(one.type())) said.console.push(one.text()); });
  page.on("pageerror", (one) => said.console.push(String(one)));
};

// With our content security policy set aside: it would stop axe, which is put into the page.
for (const width of [1280, 320]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  watch(page);
  await page.goto(page_url);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  await page.evaluate(axe.source);
  const result = await page.evaluate((tags) => axe.run(document, { runOnly: { type: "tag", values: tags } }), TAGS);
  said.widths[width] = {
    violations: result.violations.map((one) => ({ id: one.id, help: one.help, nodes: one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)) })),
    incomplete: result.incomplete.map((one) => one.id),
    passes: result.passes.length,
    scroll: await page.evaluate(() => document.documentElement.scrollWidth),
  };
  await context.close();
}

// As it is, policy and all: sorting and filtering work, and nothing is asked for or complained of.
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
watch(page);
await page.goto(page_url);
await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
const button = page.locator("table.sortable th button").first();
if (await button.count()) {
  await button.click();
  said.sorted = await page.evaluate(() => document.querySelector("table.sortable th[aria-sort]")?.getAttribute("aria-sort") ?? null);
}
const box = page.locator("input[type=search]").first();
if (await box.count()) {
  await box.fill("zzz-no-such-words");
  said.filtered = await page.evaluate(() => document.querySelector("[role=status]")?.textContent ?? null);
}
await context.close();
await browser.close();
process.stdout.write(JSON.stringify(said));
