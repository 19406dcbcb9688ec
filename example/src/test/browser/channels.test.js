// The page that documents the channels of a server, and its console.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, screenshot } from "./browser.js";

const BASE = process.env.BASE_URL ?? "http://localhost:8080";
const AUCTION = BASE + "/channels#dev.strait.example.Auction";

const open = async (name, options, url = AUCTION) => {
  const page = await newPage(name, options);
  await page.goto(url);
  await page.waitForSelector("#console .connect");
  return page;
};

const connect = async (page, lot = "42") => {
  await page.locator("#console .connect input").first().fill(lot);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
};

const send = page => page.locator(".sender[open] form button.primary").click();

test("the page documents each channel", async () => {
  const page = await open("docs", {});
  await page.waitForSelector("h2:has-text('Auction')");
  const text = await page.locator("#channel").innerText();
  for (const part of ["/ws/auction/{lot}", "bid", "cents", "integer", "bid.too-low", "price"]) assert.ok(text.includes(part), part);
  await page.getByRole("link", { name: "Chat", exact: true }).click();
  await page.waitForSelector("h2:has-text('Chat')");
  assert.match(await page.locator("#channel").innerText(), /Clients join rooms|The path names the room/);
  const { url } = await page.evaluate(async link => {
    const response = await fetch(link);
    return { url: response.url, ok: response.ok };
  }, await page.locator("a", { hasText: "asyncapi.json" }).getAttribute("href"));
  assert.match(url, /dev\.strait\.example\.Chat\.asyncapi\.json$/);
});

test("a form shows what is wrong while one types, and an ask shows its answer", async () => {
  const page = await open("console", {});
  await connect(page);
  await page.waitForSelector("[data-status=open]");
  await page.locator("summary", { hasText: "bid" }).first().click();
  const cents = page.locator(".sender[open] .inputs input");
  await cents.fill("0");
  assert.equal(await cents.getAttribute("aria-invalid"), "true");
  assert.match(await page.locator(".problem").first().innerText(), /must be/);
  await send(page);
  await page.waitForSelector(".result:has-text('invalid')");
  await cents.fill("1");
  assert.equal(await cents.getAttribute("aria-invalid"), "false");
  await send(page);
  await page.waitForSelector(".result:has-text('bid.too-low')");
  await page.waitForSelector(".frames li.in:has-text('bid.too-low')");
});

test("what the rules refuse can be sent anyway, and the server answers", async () => {
  const page = await open("anyway", {});
  await connect(page);
  await page.waitForSelector("[data-status=open]");
  await page.locator("summary", { hasText: "bid" }).first().click();
  await page.locator(".sender[open] .inputs input").fill("0");
  await page.getByRole("button", { name: "Send anyway" }).click();
  await page.waitForSelector(".frames li.refused:has-text('/cents')");
});

test("a connection that is dropped returns", async () => {
  const page = await open("drop", {});
  await connect(page);
  await page.waitForSelector("[data-status=open]");
  await page.getByRole("button", { name: "Drop" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".frames li.out code").length > 1);
  await page.waitForSelector("[data-status=open]");
});

test("frames can be filtered and cleared", async () => {
  const page = await open("frames", {});
  await connect(page);
  await page.waitForSelector(".frames li.in:has-text('price')");
  await page.getByPlaceholder("Filter").fill("price");
  await page.waitForFunction(() => [...document.querySelectorAll(".frames li")].every(({ hidden, textContent }) => hidden !== textContent.includes("price")));
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await page.locator(".frames li").count(), 0);
});

for (const [size, viewport] of Object.entries({ desktop: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`nothing overflows: ${size}, ${colorScheme}`, async () => {
      const page = await open("shot", { viewport, colorScheme });
      await connect(page);
      await page.waitForSelector("[data-status=open]");
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await screenshot(page, `channels-${size}-${colorScheme}`);
    });
  }
}
