// Pages that speak the protocols of other systems, with the examples at LUCENT_URL and ALEPHA_URL.

import assert from "node:assert/strict";
import { test } from "node:test";
import { closePage, newPage, screenshot } from "./browser.js";

const LUCENT_URL = process.env.LUCENT_URL ?? "http://localhost:8081";
const ALEPHA_URL = process.env.ALEPHA_URL ?? "http://localhost:8082";

async function open(url, options = {}) {
  const page = await newPage(url, { viewport: { width: 1000, height: 640 }, ...options });
  await page.goto(url);
  await page.locator("#status[data-state=open]").waitFor();
  return page;
}

async function send(page, panel, text) {
  const form = page.getByRole("region", { name: panel }).locator("form");
  await form.locator("input").fill(text);
  await form.locator("button").click();
}

const lines = (page, panel) => page.getByRole("region", { name: panel }).locator("li");
const line = (page, panel, text) => lines(page, panel).filter({ hasText: text }).waitFor();

test("Lucent's pages receive stored posts and each other's messages", async () => {
  const ann = await open(`${LUCENT_URL}/lucent.html`);
  const bob = await open(`${LUCENT_URL}/lucent.html`);
  await send(ann, "Posts", "Grüße aus Ulm");
  await line(ann, "Posts", "Grüße aus Ulm");
  await line(bob, "Posts", "Grüße aus Ulm");
  await send(bob, "Editors", "Who wrote that?");
  await line(ann, "Editors", "Who wrote that?");
  await send(ann, "Editors", "Me.");
  await line(bob, "Editors", "Me.");
  assert.equal(await lines(ann, "Editors").count(), 2);
  assert.equal(await lines(bob, "Editors").count(), 2);
  await send(ann, "Posts", " ");
  await line(ann, "Editors", "/title must not be blank");
  await screenshot(ann, "lucent");
  const cat = await open(`${LUCENT_URL}/lucent.html`, { viewport: { width: 390, height: 800 }, colorScheme: "dark" });
  await line(cat, "Posts", "Grüße aus Ulm"); // it is stored
  await screenshot(cat, "lucent-phone");
});

test("Alepha's pages chat in several rooms on one socket", async () => {
  const ann = await open(`${ALEPHA_URL}/alepha.html?user=ann`);
  await line(ann, "lobby", "ann is here");
  const bob = await open(`${ALEPHA_URL}/alepha.html?user=bob`);
  await line(ann, "kitchen", "bob is here");
  assert.equal(await lines(ann, "kitchen").filter({ hasText: "ann is here" }).count(), 1); // without the lobby's notice
  await send(ann, "kitchen", "Is there tea?");
  await line(bob, "kitchen", "Is there tea?");
  await send(bob, "lobby", "Hello!");
  await line(ann, "lobby", "Hello!");
  assert.equal(await lines(bob, "lobby").filter({ hasText: "tea" }).count(), 0);
  assert.equal(await lines(ann, "lobby").filter({ hasText: "Hello!" }).count(), 1);
  await closePage(bob);
  await line(ann, "kitchen", "bob has left");
  await screenshot(ann, "alepha");
});
