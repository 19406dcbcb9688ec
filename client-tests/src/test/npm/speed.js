// Prints what it costs to check a message, as a ratio to JSON.stringify of the same message in the same run.

import { Shout } from "../../../target/strait/dev.strait.clients.Auction.js";

const message = { text: "a text of usual size", tags: ["one", "two"] };
const ROUNDS = 15;
const COUNT = 100_000;
let sink = 0;

const time = run => {
  const start = process.hrtime.bigint();
  for (let i = 0; i < COUNT; i++) sink += run().length;
  return Number(process.hrtime.bigint() - start) / COUNT;
};

const ratios = [];
for (let i = 0; i < ROUNDS; i++) {
  const check = time(() => Shout.check(message));
  const stringify = time(() => JSON.stringify(message));
  ratios.push(check / stringify);
}
if (!sink) throw new Error("nothing was measured");
ratios.sort((a, b) => a - b);
const [min, median, max] = [ratios[0], ratios[ROUNDS >> 1], ratios[ROUNDS - 1]].map(ratio => ratio.toFixed(2));
console.log(`check / JSON.stringify on ${process.version}: ${median} (${min} to ${max})`);
