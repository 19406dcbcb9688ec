// Two users in two browsers, with the example at BASE_URL. Screenshots are written to SCREENSHOTS for review.

import assert from "node:assert/strict";
import { test } from "node:test";
import { closePage, newPage, screenshot } from "./browser.js";

const BASE_URL = process.env.BASE_URL ?? "http://localhost:8080";

async function join(user, room, options = {}, prepare) {
  const page = await newPage(user, { viewport: { width: 1180, height: 760 }, ...options }, prepare);
  await page.goto(`${BASE_URL}/?user=${user}&room=${room}`);
  await page.locator("#status[data-state=open]").waitFor();
  return page;
}

/** Sends a message once the page is connected. Until then the button is disabled. */
async function say(page, text) {
  await page.locator("#status[data-state=open]").waitFor();
  await page.fill("#text", text);
  await page.press("#text", "Enter");
}

const expectMessage = (page, text) => page.locator("#messages .text", { hasText: text }).waitFor();

test("two pages exchange messages, and show who is present and who is typing", async () => {
  const ann = await join("ann", "two");
  const bob = await join("bob", "two");
  await ann.getByText("2 here").waitFor();
  await bob.getByText("2 here").waitFor();

  await ann.locator("#text").pressSequentially("Ahoy");
  await bob.getByText("ann is typing").waitFor();
  await screenshot(bob, "typing");
  await ann.press("#text", "Enter");
  await expectMessage(ann, "Ahoy");
  await expectMessage(bob, "Ahoy");
  await bob.locator("#typing", { hasText: "typing" }).waitFor({ state: "detached" });

  await say(bob, "Ahoy yourself, 🌊 how is the strait?");
  await expectMessage(ann, "how is the strait?");
  await say(ann, "<b>calm</b> & \"quiet\"");
  await expectMessage(bob, "<b>calm</b> & \"quiet\"");
  await expectMessage(ann, "<b>calm</b> & \"quiet\"");
  assert.equal(await ann.locator("#messages li").count(), 3);
  assert.equal(await bob.locator("#messages li").count(), 3);
  await screenshot(ann, "desktop");

  await closePage(bob);
  await ann.getByText("only you").waitFor();
});

test("rooms are isolated", async () => {
  const ann = await join("ann", "red");
  const bob = await join("bob", "blue");
  await say(ann, "in red");
  await expectMessage(ann, "in red");
  await say(bob, "in blue");
  await expectMessage(bob, "in blue");
  assert.equal(await ann.getByText("in blue").count(), 0);
  assert.equal(await bob.getByText("in red").count(), 0);
  await bob.getByRole("button", { name: "lobby" }).click();
  await bob.getByText("Nothing has been said").waitFor({ state: "hidden" }).catch(() => {});
  await say(bob, "moved");
  await expectMessage(bob, "moved");
});

test("the price is live, a low bid is refused, and a timer ends the auction", async () => {
  const ann = await join("ann", "auction");
  const bob = await join("bob", "auction");
  // Not in the last seconds of a lot: it could be sold before both pages are checked.
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
  await screenshot(bob, "auction");
  // A timer on the server announces the end.
  await bob.locator("#sales li", { hasText: "to ann" }).waitFor({ timeout: 60_000 });
  await ann.locator("#sales li", { hasText: "to ann" }).waitFor();
  await screenshot(bob, "sold");
});

test("a lost connection is shown and reconnects", async () => {
  let drop;
  const ann = await join("ann", "storm", {}, page => page.routeWebSocket(/\/ws\/chat\//, socket => {
    socket.connectToServer();
    drop = () => socket.close({ code: 1012, reason: "restart" });
  }));
  const bob = await join("bob", "storm");
  await ann.evaluate(() => { Math.random = () => 6; }); // reconnect after some seconds, so that the state is visible
  const waiting = ann.locator("#status[data-state=waiting]").waitFor();
  await drop();
  await waiting;
  await screenshot(ann, "reconnecting");
  await ann.locator("#status[data-state=open]").waitFor();
  await say(ann, "I am");
  await expectMessage(ann, "I am"); // has rejoined the room
  await say(bob, "are you back?");
  await expectMessage(ann, "are you back?");
});

test("the page fits a phone", async () => {
  const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
  const ann = await join("ann", "phone", phone);
  const bob = await join("bob", "phone", { ...phone, colorScheme: "dark" });
  for (const page of [ann, bob]) {
    await page.locator("#here .count", { hasText: "2 here" }).waitFor({ state: "attached" });
  }
  for (const text of ["Is this the harbour?", "It is. And the tide is in."]) {
    await say(ann, text);
    await expectMessage(bob, text);
  }
  await say(bob, "Then let us sail. ".repeat(8));
  await expectMessage(ann, "Then let us sail.");
  for (const page of [ann, bob]) {
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    assert.ok(await page.locator("#say").isVisible());
  }
  await screenshot(ann, "phone");
  await screenshot(bob, "phone-dark");
});

test("users without a name are asked for one", async () => {
  const page = await newPage("anonymous");
  await page.goto(BASE_URL);
  await page.locator("#welcome[open]").waitFor();
  await screenshot(page, "welcome");
  await page.fill("#name", "carol");
  await page.getByRole("button", { name: "Come in" }).click();
  await page.locator("#status[data-state=open]").waitFor();
  await page.locator(".avatar[title=carol]").first().waitFor();
});
