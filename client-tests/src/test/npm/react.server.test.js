// The hooks for React on a server, where nothing connects and nothing is shared between requests.

import assert from "node:assert/strict";
import { test } from "node:test";
import { linkModules } from "./modules.js";

linkModules();

const target = new URL("../../../target/", import.meta.url);
const { createElement } = (await import("react")).default;
const { renderToString } = await import("react-dom/server");
const { useAuction } = await import(new URL("strait/dev.strait.clients.Auction.react.js", target));
const { useLobbyRoom } = await import(new URL("strait/dev.strait.clients.Lobby.react.js", target));

class WebSocket {
  constructor() {
    throw new Error("A server must not connect.");
  }
}

const connections = [];

function Lot({ token }) {
  const { status, connection } = useAuction({ lot: 1 }, { WebSocket, token: () => token });
  connections.push(connection);
  return status;
}

const Blue = () => useLobbyRoom({ name: "blue" }, { WebSocket }).status;

test("a component is rendered with the state before the first connect", () => {
  assert.equal(renderToString(createElement(Lot)), "idle");
  assert.equal(renderToString(createElement(Blue)), "joining");
});

test("requests do not share a connection, because it has the token of one", () => {
  connections.length = 0;
  renderToString(createElement(Lot, { token: "of ann" }));
  renderToString(createElement(Lot, { token: "of bob" }));
  assert.notEqual(connections[0], connections[1]);
});

test("no timer keeps the process alive", () => {
  assert.deepEqual(process.getActiveResourcesInfo().filter(name => name === "Timeout"), []);
});
