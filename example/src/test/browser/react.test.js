// The example with React, built by Vite and served by Java, under the Content Security Policy of its page. This test runs its own
// server, with the class path in REACT_CLASS_PATH.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { newPage, screenshot } from "./browser.js";
import { Server } from "./server.js";

const folder = name => fileURLToPath(new URL(`../../../../example-react/${name}`, import.meta.url));

const serverOf = frontend => new Server(
  process.env.REACT_PORT ?? "18084", process.env.REACT_CLASS_PATH, "dev.strait.example.react.PollExample", { frontend });
const PRODUCTION = serverOf(folder("frontend/dist"));
const DEVELOPMENT = serverOf(folder("target/development"));
const LOST = /net::ERR_CONNECTION|WebSocket connection to .* failed/;

let problems;
let isStopped;

beforeEach(() => {
  problems = [];
  isStopped = false;
});

afterEach(async () => {
  await PRODUCTION.stop();
  await DEVELOPMENT.stop();
  assert.deepEqual(problems, []);
});

/** Opens a page that reports errors, violations of its policy, sockets, and how often it listens to its URL. */
async function open(server, poll, options = {}) {
  const page = await newPage(poll, options);
  page.sockets = [];
  page.on("websocket", socket => page.sockets.push(socket.url()));
  page.on("console", message => {
    const isExpected = isStopped && LOST.test(message.text());
    if (message.type() === "error" && !isExpected) problems.push(message.text());
  });
  await page.addInitScript(() => {
    window.violations = [];
    window.listens = 0;
    document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => window.violations.push(violatedDirective));
    const { addEventListener } = window;
    window.addEventListener = (type, ...rest) => {
      if (type === "hashchange") window.listens++;
      addEventListener.call(window, type, ...rest);
    };
  });
  await page.goto(`${server.url}/#${poll}`);
  await isLive(page);
  return page;
}

const isLive = page => page.locator("[data-status=open]").waitFor({ timeout: 60_000 });
const choice = (page, text) => page.locator(".choice", { hasText: text });
const hasVotes = (page, text, votes) => choice(page, text).locator(".votes", { hasText: new RegExp(`^${votes}$`) }).waitFor();

async function vote(page, text) {
  await isLive(page);
  await choice(page, text).click();
  await page.locator(".choice[aria-pressed=true]", { hasText: text }).waitFor();
}

async function ask(page, question, choices) {
  await page.getByLabel("Your question").fill(question);
  for (const [index, text] of choices.entries()) {
    if (index > 1) await page.getByText("Add a choice").click();
    await page.getByLabel(`Choice ${index + 1}`, { exact: true }).fill(text);
  }
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.getByRole("heading", { name: question }).waitFor();
}

const violationsOf = page => page.evaluate(() => window.violations);

test("two pages see each other's votes and questions", async () => {
  await PRODUCTION.start();
  const ann = await open(PRODUCTION, "two");
  const bob = await open(PRODUCTION, "two");
  await ann.getByText("2 people here").waitFor();
  await vote(ann, "Dark theme");
  await hasVotes(bob, "Dark theme", 1);
  await vote(bob, "Dark theme");
  await hasVotes(ann, "Dark theme", 2);
  await vote(ann, "Offline mode"); // instead of the other
  await hasVotes(bob, "Dark theme", 1);
  await hasVotes(bob, "Offline mode", 1);

  await bob.getByRole("button", { name: "Ask", exact: true }).click();
  await bob.getByText("Your question must not be blank.").waitFor();
  await ask(bob, "Where do we eat?", ["At the harbour", "In the park", "At home"]);
  await ann.getByRole("heading", { name: "Where do we eat?" }).waitFor();
  assert.equal(await ann.locator(".choice[aria-pressed=true]").count(), 0);
  await vote(ann, "In the park");
  await hasVotes(bob, "In the park", 1);

  assert.deepEqual(await violationsOf(ann), []);
  assert.deepEqual(await violationsOf(bob), []);
  assert.equal(await ann.evaluate(() => window.listens), 1, "effects run once in production");
});

test("strict mode runs effects twice and opens one socket", async () => {
  await DEVELOPMENT.start();
  const ann = await open(DEVELOPMENT, "strict");
  const bob = await open(DEVELOPMENT, "strict");
  await vote(ann, "Better search");
  await hasVotes(bob, "Better search", 1);
  assert.equal(await ann.evaluate(() => window.listens), 2);
  assert.equal(ann.sockets.length, 1);

  await ann.evaluate(() => { location.hash = "another"; });
  await ann.getByText("#another").waitFor();
  await hasVotes(ann, "Better search", 0);
  await bob.getByText("1 person here").waitFor();
  assert.equal(ann.sockets.length, 2);
  assert.deepEqual(await violationsOf(ann), []);
});

test("both pages are back after the server was killed, without being loaded again", async () => {
  await PRODUCTION.start();
  const ann = await open(PRODUCTION, "back");
  const bob = await open(PRODUCTION, "back");
  for (const page of [ann, bob]) await page.evaluate(() => { window.isFirstLoad = true; });
  await vote(ann, "Dark theme");
  isStopped = true;
  await PRODUCTION.stop();
  await ann.locator("[data-status=waiting], [data-status=connecting]").waitFor();
  await PRODUCTION.start();
  await ann.getByText("2 people here").waitFor({ timeout: 60_000 });
  await vote(bob, "Keyboard shortcuts");
  await hasVotes(ann, "Keyboard shortcuts", 1);
  await hasVotes(ann, "Dark theme", 0);
  for (const page of [ann, bob]) {
    assert.ok(await page.evaluate(() => window.isFirstLoad));
    assert.deepEqual(await violationsOf(page), []);
  }
});

test("the policy of the page is in force", async () => {
  await PRODUCTION.start();
  const page = await open(PRODUCTION, "policy");
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.isHacked = true;";
    document.body.append(script);
  });
  assert.deepEqual(await violationsOf(page), ["script-src-elem"]);
  assert.equal(await page.evaluate(() => window.isHacked), undefined);
  problems = problems.filter(text => !text.includes("Content Security Policy"));
});

test("the page fits desktops and phones, light and dark", async () => {
  await PRODUCTION.start();
  const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };
  const pages = [];
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await open(PRODUCTION, "looks", { viewport, colorScheme, deviceScaleFactor: size === "phone" ? 2 : 1 });
      pages.push([`react-${size}-${colorScheme}`, page]);
    }
  }
  const votes = ["Dark theme", "Offline mode", "Dark theme", "Better search"];
  for (const [index, text] of votes.entries()) await vote(pages[index][1], text);
  for (const [name, page] of pages) {
    await hasVotes(page, "Better search", 1);
    await page.mouse.move(0, 0);
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    await screenshot(page, name);
  }
});
