// Two nodes with a Redis server between them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { newPage, screenshot } from "./browser.js";
import { Server } from "./server.js";

const PORTS = [18085, 18086];
const REDIS_PORT = 16390;
const server = new Server(PORTS[0], process.env.CLUSTER_CLASS_PATH, "dev.strait.example.cluster.ClusterExample",
  { ports: PORTS.join(), "redis.port": REDIS_PORT });

before(() => server.start());
after(() => server.stop("SIGTERM"));

async function open(node, user, options) {
  const page = await newPage(user, options);
  await page.goto(`http://localhost:${PORTS[node]}/?user=${user}`);
  await page.locator("#connection", { hasText: "open" }).waitFor();
  return page;
}

async function say(page, text) {
  await page.fill("#text", text);
  await page.click("button");
}

test("people on two nodes talk, and see who serves them", async () => {
  const ann = await open(0, "ann");
  const bob = await open(1, "bob", { viewport: { width: 390, height: 700 }, colorScheme: "dark" });
  await ann.locator("#node", { hasText: "web-1" }).waitFor();
  await bob.locator("#node", { hasText: "web-2" }).waitFor();
  await ann.locator("#others", { hasText: "web-2" }).waitFor();
  await ann.locator("#people", { hasText: /^2$/ }).waitFor();
  await bob.locator("#people", { hasText: /^2$/ }).waitFor();
  await say(ann, "hello from one");
  await bob.locator("#messages li", { hasText: "hello from one" }).waitFor();
  await say(bob, "hello from two");
  await ann.locator("#messages li", { hasText: "hello from two" }).waitFor();
  assert.deepEqual(await ann.locator("#messages small").allTextContents(), ["web-1", "web-2"]);
  await screenshot(ann, "cluster");
  await screenshot(bob, "cluster-phone-dark");
});

test("a server that hangs is shown, and the page goes on alone until it is back", async () => {
  const ann = await open(0, "ann");
  const bob = await open(1, "bob");
  await ann.locator("#people", { hasText: /^2$/ }).waitFor();
  const pause = spawnSync("redis-cli", ["-p", String(REDIS_PORT), "client", "pause", "8000", "all"]);
  assert.equal(pause.status, 0);
  await ann.locator("#redis", { hasText: "not reachable" }).waitFor();
  await ann.locator("#people", { hasText: "1 or more" }).waitFor();
  await screenshot(ann, "cluster-alone");
  await say(ann, "alone");
  await ann.locator("#messages li", { hasText: "alone" }).waitFor();
  await ann.locator("#redis", { hasText: /^connected$/ }).waitFor();
  await bob.locator("#redis", { hasText: /^connected$/ }).waitFor();
  await ann.locator("#people", { hasText: /^2$/ }).waitFor();
  await say(ann, "together");
  await bob.locator("#messages li", { hasText: "together" }).waitFor();
  assert.equal(await bob.locator("#messages li", { hasText: "alone" }).count(), 0);
});
