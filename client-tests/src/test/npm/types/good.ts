// What users write. It must compile.

import { connectAuction, Shout, type Messages, type Price, type ToClient } from "../../../../target/strait/dev.strait.clients.Auction.js";
import { useAuction } from "../../../../target/strait/dev.strait.clients.Auction.react.js";
import { useLobby, useLobbyRoom } from "../../../../target/strait/dev.strait.clients.Lobby.react.js";
import { connectLobby } from "../../../../target/strait/dev.strait.clients.Lobby.js";
import { useStore } from "../../../../target/strait/strait.react.js";
import { collect, latest, refuse, StraitError, type Instant, type Int64, type Uuid } from "../../../../target/strait/strait.js";

const lot = connectAuction({ room: { lot: 42 }, token: async ({ refused }) => (refused ? "new" : "old"), signal: new AbortController().signal });

lot.subscribe(({ status, user, reason }) => console.log(status, user?.length, reason?.code));
const off: () => void = lot.on("price", ({ cents, events }) => {
  for (const event of events) {
    switch (event.type) {
      case "raised": BigInt(event.by); break;
      case "extended": event.seconds.toFixed(); break;
      case "$unlisted": event.originalType.length; break;
      default: event satisfies never;
    }
  }
  return cents;
}, { once: true });
off();
lot.on("*", message => { if (message.type === "shouted") message.text.length; });
lot.onError((error, refused) => { if (error.code === "rate") error.retryMs?.toFixed(); return refused?.type; });
lot.onDropped(({ reason }) => reason === "expired");

const outcome = await lot.bid({ cents: 9900 }, { timeoutMs: 2000 });
switch (outcome.type) {
  case "bid.leading": outcome.seq.toFixed(); break;
  case "bid.too-low": outcome.minimumCents.toFixed(); break;
  default: outcome satisfies never;
}
const sent: "sent" | "queued" | "dropped" = lot.shout({ text: "hi", tags: [] });
lot.point({ x: 1 });
lot.answer("confirm-age", async ({ lot: name }) => {
  if (!name) throw refuse("busy");
  return { over18: true };
});

const price: Price = await lot.next("price", { timeoutMs: 100 });
for await (const message of lot) message satisfies ToClient;
const store = latest(lot, "price");
store.value?.cents.toFixed();
const all: readonly Messages["shouted"][] = collect(lot, "shouted", 10).value;

const violations = Shout.check({ text: "" });
violations[0]?.message.length;
const checked = await Shout["~standard"].validate(price);
if (!checked.issues) checked.value.text.length;

const lobby = connectLobby({ base: ".", query: () => ({ user: "ann" }), queue: { max: 10 } });
const room = lobby.join({ name: "blue" });
room.on("posted", ({ text }) => text.length);
room.post({ text: "hi" });
room.leave();
connectLobby();

const instant: Instant = new Date().toISOString();
const id: Uuid = crypto.randomUUID();
const large: Int64 = `${2n ** 60n}`;
try {
  await lot.ready();
} catch (error) {
  if (error instanceof StraitError) error.errors?.[0]?.path.length;
}
export { all, id, instant, large, sent };

const { status, user: name, stale, connection } = useAuction({ lot: 42 }, {
  token: () => "a",
  on: { price: ({ cents }) => cents.toFixed(), "*": message => message satisfies ToClient },
});
if (status === "open") name?.length;
stale satisfies boolean | undefined;
connection.shout({ text: "hi", tags: [] });
useStore(latest(connection, "price"))?.cents.toFixed();
useLobby().connection.join({ name: "blue" });
const blue = useLobbyRoom({ name: "blue" }, { on: { posted: ({ text }) => text.length } });
if (blue.status === "refused") blue.error;
blue.room.post({ text: "hi" });
