// Checks messages with the rules of the modules. Prints what a client would send, and what the rules find wrong with it.

import { readFileSync, writeFileSync } from "node:fs";

const [, , input, output] = process.argv;
const folder = new URL("../../../../channel-tests/target/strait/", import.meta.url);
const modules = new Map();

/** Returns the rules of a module by wire type. */
const load = async contract => {
  const url = new URL(`dev.strait.tests.zoo.${contract}.js`, folder);
  const all = await import(url);
  const entries = readFileSync(url, "utf8").matchAll(/^    "?([\w.:-]+)"?: \{ rules: (\w+)/gm);
  return new Map([...entries].map(([, type, name]) => [type, all[name]]));
};

const lines = [];
for (const line of readFileSync(input, "utf8").trim().split("\n")) {
  const { contract, frame } = JSON.parse(line);
  if (!modules.has(contract)) modules.set(contract, await load(contract));
  const { type, ...fields } = JSON.parse(frame);
  const rules = modules.get(contract).get(type);
  if (!rules) throw new Error(`${contract} has no ${type}`);
  const text = JSON.stringify(type === undefined ? fields : { type, ...fields });
  lines.push(JSON.stringify({ contract, text, errors: rules.check(fields) }));
}
writeFileSync(output, lines.join("\n") + "\n");
