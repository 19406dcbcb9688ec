// Runs the scenarios that are made for browsers.

import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Steps } from "./steps.mjs";
import { World } from "./world.mjs";

const folder = new URL("../../../target/strait/", import.meta.url);
const { scenarios } = JSON.parse(readFileSync(new URL("../resources/scenarios.json", import.meta.url), "utf8"));
const strait = await import(new URL("strait.js", folder));
const modules = {
  auction: await import(new URL("dev.strait.clients.Auction.js", folder)),
  lobby: await import(new URL("dev.strait.clients.Lobby.js", folder)),
};
const contract = name =>
  readFileSync(new URL(`dev.strait.clients.${name}.js`, folder), "utf8").match(/contract: "(\w+)"/)[1];

const creators = {
  auction: Object.assign(
    options => modules.auction.connectAuction({ room: { lot: 42 }, ...options }),
    { ...strait, rules: modules.auction, contract: contract("Auction") }),
  lobby: Object.assign(
    options => modules.lobby.connectLobby(options),
    { ...strait, rules: modules.lobby, contract: contract("Lobby") }),
};

/** Replaces "@" and "@code" by the values of one case. */
const fill = (value, [one, code]) => JSON.parse(JSON.stringify(value), (name, part) =>
  part === "@" ? one : part === "@code" ? code : part);

const cases = scenarios.flatMap(({ each = [[]], ...scenario }) => each.map(values => {
  const list = [values].flat();
  return { ...scenario, name: [scenario.name, ...list].join(" "), steps: fill(scenario.steps, list) };
}));

for (const { row, name, channel = "auction", clients = ["browser", "java"], steps } of cases) {
  if (!clients.includes("browser")) continue;
  test(`${row}: ${name}`, async () => {
    const world = new World();
    world.enter();
    try {
      const run = new Steps(world, creators[channel]);
      for (const [index, step] of steps.entries()) {
        try {
          await run.run(step);
        } catch (error) {
          error.message = `step ${index + 1} ${JSON.stringify(step)}: ${error.message}`;
          throw error;
        }
      }
    } finally {
      world.leave();
    }
  });
}
