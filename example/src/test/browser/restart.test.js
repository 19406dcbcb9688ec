// Two pages under the Content Security Policy of index.html, while the server stops and starts again. This test runs its own server, with
// the class path in CLASS_PATH.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { newPage } from "./browser.js";
import { Server } from "./server.js";

const server = new Server(process.env.RESTART_PORT ?? "18083", process.env.CLASS_PATH, "dev.strait.example.Example");
const URL = server.url;

afterEach(() => server.stop());

async function join(user) {
  const page = await newPage(user, {}, async page => {
    page.on("console", message => {
      if (message.text().includes("Content Security Policy")) assert.fail(message.text());
    });
  });
  await page.goto(`${URL}/?user=${user}&room=harbour`);
  await page.evaluate(() => { window.isFirstLoad = true; });
  await isOpen(page);
  return page;
}

const isOpen = page => page.locator("#status[data-state=open]").waitFor({ timeout: 60_000 });

async function talk(from, to, text) {
  await Promise.all([isOpen(from), isOpen(to)]);
  await from.fill("#text", text);
  await from.press("#text", "Enter");
  await to.locator("#messages .text", { hasText: text }).waitFor();
}

for (const signal of ["SIGTERM", "SIGKILL"]) {
  test(`two pages are back in their room after ${signal}, without being loaded again`, async () => {
    await server.start();
    const ann = await join("ann");
    const bob = await join("bob");
    await talk(ann, bob, "before");
    await server.stop(signal);
    await ann.locator("#status:not([data-state=open])").waitFor();
    await server.start();
    await talk(ann, bob, "after");
    await talk(bob, ann, "and back");
    assert.ok(await ann.evaluate(() => window.isFirstLoad));
    assert.ok(await bob.evaluate(() => window.isFirstLoad));
  });
}

test("a page returns from the back/forward cache with a new connection", async () => {
  await server.start();
  const ann = await join("ann");
  const bob = await join("bob");
  await ann.evaluate(() => {
    window.restored = new Promise(resolve => addEventListener("pageshow", ({ persisted }) => resolve(persisted)));
  });
  await ann.goto(`${URL}/style.css`);
  await ann.goBack({ waitUntil: "commit" });
  assert.equal(await ann.evaluate(() => window.restored), true);
  await talk(bob, ann, "welcome back");
  await talk(ann, bob, "thanks");
});
