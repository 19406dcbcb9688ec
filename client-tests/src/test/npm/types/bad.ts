// What must not compile. Each line has its error.

import { AuctionConnection, connectAuction } from "../../../../target/strait/dev.strait.clients.Auction.js";
import { useAuction } from "../../../../target/strait/dev.strait.clients.Auction.react.js";
import { connectLobby } from "../../../../target/strait/dev.strait.clients.Lobby.js";
import { latest } from "../../../../target/strait/strait.js";

// @ts-expect-error a room is required
connectAuction({});
// @ts-expect-error options are required
connectAuction();
// @ts-expect-error the lot is a number
connectAuction({ room: { lot: "42" } });
// @ts-expect-error there is no such option
connectAuction({ room: { lot: 42 }, tokens: () => "" });
// @ts-expect-error a token is a text
connectAuction({ room: { lot: 42 }, token: () => 7 });
// @ts-expect-error connections are made by connectAuction
new AuctionConnection({ room: { lot: 42 } });

const lot = connectAuction({ room: { lot: 42 } });
// @ts-expect-error there is no such message
lot.on("prize", () => {});
// @ts-expect-error an ask is answered, not listened to
lot.on("confirm-age", () => {});
// @ts-expect-error a price has no such field
lot.on("price", ({ amount }) => amount);
// @ts-expect-error received messages do not change
lot.on("price", price => { price.cents = 1; });
// @ts-expect-error a variant may be one of a newer server
lot.on("price", ({ events }) => events.map(event => event.by));
// @ts-expect-error the cents are required
lot.bid({});
// @ts-expect-error the cents are a number
lot.bid({ cents: "1" });
// @ts-expect-error a bid has no such field
lot.bid({ cents: 1, text: "" });
// @ts-expect-error the outcome depends on the type
lot.bid({ cents: 1 }).then(outcome => outcome.seq);
// @ts-expect-error a message that is no ask has no answer
lot.shout({ text: "", tags: [] }).then();
// @ts-expect-error the tags are texts
lot.shout({ text: "", tags: [1] });
// @ts-expect-error there is no such message
lot.whisper({ text: "" });
// @ts-expect-error there is no such ask
lot.answer("confirm", () => ({ over18: true }));
// @ts-expect-error the answer needs a field
lot.answer("confirm-age", () => ({}));
// @ts-expect-error there is no such message
latest(lot, "prize");
// @ts-expect-error the latest price may be undefined
latest(lot, "price").value.cents;
// @ts-expect-error the state does not change from here
lot.state.status = "open";
// @ts-expect-error there is no such status
lot.subscribe(({ status }) => status === "connected");

const lobby = connectLobby();
// @ts-expect-error messages belong to a room
lobby.post({ text: "" });
// @ts-expect-error a room has a key
lobby.join("blue");
// @ts-expect-error rooms have no such status
lobby.join({ name: "blue" }).state.status === "open";
// @ts-expect-error a room does not close
lobby.join({ name: "blue" }).close();

// @ts-expect-error there is no such message
useAuction({ lot: 1 }, { on: { prize: () => {} } });
// @ts-expect-error a hook closes the connection itself
useAuction({ lot: 1 }, { signal: new AbortController().signal });
// @ts-expect-error the room of the path has a key
useAuction();
