// One browser per test file. Each page has its own context, and errors on a page fail the test.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, afterEach, before } from "node:test";
import { chromium } from "playwright-core";

const SCREENSHOTS = process.env.SCREENSHOTS ?? "../../../target/screenshots";

let browser;
let contexts = [];
const errors = [];

before(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  browser = await chromium.launch({
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});

afterEach(async () => {
  await Promise.all(contexts.map(context => context.close()));
  contexts = [];
  assert.deepEqual(errors.splice(0), []);
});

after(() => browser?.close());

/** Opens a page, which is closed after the test. */
export async function newPage(name, options, prepare = async () => {}) {
  const context = await browser.newContext(options);
  contexts.push(context);
  const page = await context.newPage();
  page.on("pageerror", error => errors.push(`${name}: ${error}`));
  await prepare(page);
  return page;
}

/** Closes a page in the middle of a test. */
export async function closePage(page) {
  contexts = contexts.filter(context => context !== page.context());
  await page.context().close();
}

export function screenshot(page, name) {
  return page.screenshot({ path: `${SCREENSHOTS}/${name}.png` });
}
