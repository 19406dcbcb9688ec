// The newsroom on Spring Boot: sign-in, roles, a scheduled job that emits, and sign-out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage, screenshot } from "./browser.js";

const URL = process.env.SPRING_URL ?? "http://localhost:18089";

async function signIn(user, options = {}) {
  const page = await newPage(user, options);
  await page.goto(URL);
  await page.fill("input[name=username]", user);
  await page.fill("input[name=password]", user);
  await page.click("button[type=submit]");
  await page.locator("#status[data-state=open]").waitFor();
  return page;
}

test("an editor publishes, and readers comment", async () => {
  const ann = await signIn("ann");
  const eve = await signIn("eve");
  await eve.fill("#headline", "The ferry is back in service");
  await eve.click("#publish button");
  await ann.locator("#headlines li", { hasText: "The ferry is back in service" }).waitFor();
  await eve.locator("#notice", { hasText: "Sent to 2 readers." }).waitFor();
  await ann.fill("#text", "At last!");
  await ann.click("#comment button");
  await eve.locator("#comments li", { hasText: "At last!" }).waitFor();
  await screenshot(eve, "spring");
});

test("a scheduled job reports the number of readers", async () => {
  const ann = await signIn("ann");
  await ann.locator("#readers", { hasText: "1 reader" }).waitFor();
  const bob = await signIn("bob");
  await ann.locator("#readers", { hasText: "2 readers" }).waitFor();
  await bob.locator("#readers", { hasText: "2 readers" }).waitFor();
});

test("readers cannot publish", async () => {
  const ann = await signIn("ann");
  assert.ok(await ann.locator("#publish").isHidden());
  await ann.evaluate(() => { document.getElementById("publish").hidden = false; });
  await ann.fill("#headline", "Fake");
  await ann.click("#publish button");
  await ann.locator("#notice", { hasText: "Your roles do not allow this message." }).waitFor();
  await ann.fill("#text", "x".repeat(300));
  await ann.click("#comment button");
  await ann.locator("#comments li").waitFor();
});

test("signing out in another tab ends the connection", async () => {
  const ann = await signIn("ann");
  const tab = await ann.context().newPage();
  await tab.goto(`${URL}/logout`);
  await tab.click("button[type=submit]");
  await ann.bringToFront();
  await ann.locator("#status[data-state=closed]").waitFor();
  assert.equal(await ann.locator("#status").textContent(), "signed out");
});

test("the page fits a phone, also in the dark", async () => {
  const ann = await signIn("ann", { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  await ann.fill("#text", "On my way");
  await ann.click("#comment button");
  await ann.locator("#comments li", { hasText: "On my way" }).waitFor();
  assert.ok(await ann.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await screenshot(ann, "spring-phone-dark");
});
