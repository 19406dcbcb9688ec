// Two people in two browsers, on the example that runs at BASE_URL. Screenshots go to SCREENSHOTS, for people to look at.

import assert from "node:assert/strict";
import { test } from "node:test";
import { leave, newPage, shot } from "./browser.js";

const BASE_URL = process.env.BASE_URL ?? "http://localhost:8080";

async function person(user, room, options = {}, prepare) {
  const page = await newPage(user, { viewport: { width: 1180, height: 760 }, ...options }, prepare);
  await page.goto(`${BASE_URL}/?user=${user}&room=${room}`);
  await page.locator("#status[data-state=open]").waitFor();
  return page;
}

/** Once the page is connected: before that its button is off, and what is typed stays in the box. */
async function say(page, text) {
  await page.locator("#status[data-state=open]").waitFor();
  await page.fill("#text", text);
  await page.press("#text", "Enter");
}

const said = (page, text) => page.locator("#messages .text", { hasText: text }).waitFor();

test("two pages exchange messages, and see who is here and who is typing", async () => {
  const ann = await person("ann", "two");
  const bob = await person("bob", "two");
  await ann.getByText("2 here").waitFor();
  await bob.getByText("2 here").waitFor();

  await ann.locator("#text").pressSequentially("Ahoy");
  await bob.getByText("ann is typing").waitFor();
  await shot(bob, "typing");
  await ann.press("#text", "Enter");
  await said(ann, "Ahoy");
  await said(bob, "Ahoy");
  await bob.locator("#typing", { hasText: "typing" }).waitFor({ state: "detached" });

  await say(bob, "Ahoy yourself, 🌊 how is the strait?");
  await said(ann, "how is the strait?");
  await say(ann, "<b>calm</b> & \"quiet\"");
  await said(bob, "<b>calm</b> & \"quiet\"");
  await said(ann, "<b>calm</b> & \"quiet\"");
  assert.equal(await ann.locator("#messages li").count(), 3);
  assert.equal(await bob.locator("#messages li").count(), 3);
  await shot(ann, "desktop");

  await leave(bob);
  await ann.getByText("only you").waitFor();
});

test("rooms are isolated", async () => {
  const ann = await person("ann", "red");
  const bob = await person("bob", "blue");
  await say(ann, "in red");
  await said(ann, "in red");
  await say(bob, "in blue");
  await said(bob, "in blue");
  assert.equal(await ann.getByText("in blue").count(), 0);
  assert.equal(await bob.getByText("in red").count(), 0);
  await bob.getByRole("button", { name: "lobby" }).click();
  await bob.getByText("Nothing has been said").waitFor({ state: "hidden" }).catch(() => {});
  await say(bob, "moved");
  await said(bob, "moved");
});

test("the price is live, a low bid is refused, and the hammer falls by itself", async () => {
  const ann = await person("ann", "auction");
  const bob = await person("bob", "auction");
  // Not in the last seconds of a lot, or it is sold before both have looked.
  await ann.waitForFunction(() => {
    const [minutes, seconds] = document.getElementById("countdown").textContent.split(":").map(Number);
    return minutes * 60 + seconds >= 7;
  });
  await ann.locator(".quick button").first().click();
  await ann.getByText("You lead").waitFor();
  await bob.getByText("ann leads").waitFor();
  assert.equal(await bob.textContent("#price"), await ann.textContent("#price"));
  await bob.fill("#cents", "0.01");
  await bob.getByRole("button", { name: "Bid", exact: true }).click();
  await bob.locator("#verdict.bad", { hasText: "too low" }).waitFor();
  await shot(bob, "auction");
  // Nobody does anything: a timer on the server announces the end.
  await bob.locator("#sales li", { hasText: "to ann" }).waitFor({ timeout: 60_000 });
  await ann.locator("#sales li", { hasText: "to ann" }).waitFor();
  await shot(bob, "sold");
});

test("a lost connection is shown, comes back and goes on", async () => {
  let drop;
  const ann = await person("ann", "storm", {}, page => page.routeWebSocket(/\/ws\/chat\//, socket => {
    socket.connectToServer();
    drop = () => socket.close({ code: 1012, reason: "restart" });
  }));
  const bob = await person("bob", "storm");
  await ann.evaluate(() => { Math.random = () => 6; }); // some seconds, so that it can be seen
  const waiting = ann.locator("#status[data-state=waiting]").waitFor();
  await drop();
  await waiting;
  await shot(ann, "reconnecting");
  await ann.locator("#status[data-state=open]").waitFor();
  await say(ann, "I am");
  await said(ann, "I am"); // in the room, too
  await say(bob, "are you back?");
  await said(ann, "are you back?");
});

test("it fits a phone", async () => {
  const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
  const ann = await person("ann", "phone", phone);
  const bob = await person("bob", "phone", { ...phone, colorScheme: "dark" });
  for (const page of [ann, bob]) {
    await page.locator("#here .count", { hasText: "2 here" }).waitFor({ state: "attached" });
  }
  for (const text of ["Is this the harbour?", "It is. And the tide is in."]) {
    await say(ann, text);
    await said(bob, text);
  }
  await say(bob, "Then let us sail. ".repeat(8));
  await said(ann, "Then let us sail.");
  for (const page of [ann, bob]) {
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    assert.ok(await page.locator("#say").isVisible());
  }
  await shot(ann, "phone");
  await shot(bob, "phone-dark");
});

test("who has no name is asked for it", async () => {
  const page = await newPage("nobody");
  await page.goto(BASE_URL);
  await page.locator("#welcome[open]").waitFor();
  await shot(page, "welcome");
  await page.fill("#name", "carol");
  await page.getByRole("button", { name: "Come in" }).click();
  await page.locator("#status[data-state=open]").waitFor();
  await page.locator(".avatar[title=carol]").first().waitFor();
});
