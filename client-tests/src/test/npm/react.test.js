// The hooks for React, in a page whose sockets and clock are moved by hand.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Window } from "happy-dom";
import { linkModules } from "./modules.js";
import { World, settle } from "../node/world.mjs";

const target = new URL("../../../target/", import.meta.url);
linkModules();

globalThis.window = new Window({ url: "https://example.com/" });
globalThis.document = window.document;
globalThis.location = window.location;
globalThis.navigator ??= window.navigator; // newer versions of Node have one
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const React = (await import("react")).default;
const { createRoot, hydrateRoot } = await import("react-dom/client");
const { renderToString } = await import("react-dom/server");
const { useAuction } = await import(new URL("strait/dev.strait.clients.Auction.react.js", target));
const { useLobby, useLobbyRoom } = await import(new URL("strait/dev.strait.clients.Lobby.react.js", target));
const { latest } = await import(new URL("strait/strait.js", target));
const { useStore } = await import(new URL("strait/strait.react.js", target));

const { act, createElement, StrictMode, useMemo } = React;
const page = window.document;

let world;
let WebSocket;
let root;

beforeEach(() => {
  world = new World();
  world.enter();
  WebSocket = world.webSocket();
  root = createRoot(page.createElement("div"));
});

afterEach(async () => {
  await act(() => root.unmount());
  await world.advance(40_000); // nothing is shared with the next test
  world.leave();
  globalThis.document = page;
});

const render = element => act(async () => { root.render(createElement(StrictMode, null, element)); await settle(); });
const advance = ms => act(() => world.advance(ms));
const open = async (socket, ready) => act(async () => {
  socket.readyState = 1;
  socket.onopen();
  socket.onmessage({ data: JSON.stringify({ type: "$ready", conn: "c1", contract: "other", ...ready }) });
  await settle();
});
const serve = (socket, frame) => act(async () => { socket.onmessage({ data: JSON.stringify(frame) }); });
const inUse = () => world.sockets.filter(({ isLeft }) => !isLeft);

test("strict mode opens one socket, and a component sees the state", async () => {
  const seen = [];
  function Lot() {
    const { status, user, stale, connection } = useAuction({ lot: 1 }, { WebSocket });
    seen.push(status);
    assert.equal(typeof connection.bid, "function");
    return `${user} ${stale}`;
  }
  await render(createElement(Lot));
  assert.equal(world.sockets.length, 1);
  await open(world.sockets[0], { user: "ann" });
  assert.deepEqual([...new Set(seen)], ["idle", "connecting", "open"]);
});

test("a component that returns within a second keeps the connection; after that, it is closed", async () => {
  const Lot = () => useAuction({ lot: 2 }, { WebSocket }).status;
  await render(createElement(Lot));
  await open(world.sockets[0]);
  await render(null);
  await advance(999);
  assert.equal(inUse().length, 1);
  await render(createElement(Lot));
  await advance(5_000);
  assert.equal(inUse().length, 1);
  await render(null);
  await advance(1_000);
  assert.equal(inUse().length, 0);
  await render(createElement(Lot));
  assert.equal(inUse().length, 1);
  assert.equal(world.sockets.length, 2);
});

test("components with the same room share a connection, and others have their own", async () => {
  const Lot = ({ lot, user }) => useAuction({ lot }, { WebSocket, query: { user } }).status;
  const lots = [[3, "ann"], [3, "ann"], [4, "ann"], [3, "bob"]];
  await render(lots.map(([lot, user], key) => createElement(Lot, { key, lot, user })));
  assert.equal(world.sockets.length, 3);
});

test("messages reach the functions of the latest render, once", async () => {
  const seen = [];
  function Lot({ name }) {
    const listen = { shouted: ({ text }) => seen.push(name + ": " + text) };
    return useAuction({ lot: 5 }, { WebSocket, on: name === "none" ? undefined : listen }).status;
  }
  await render(createElement(Lot, { name: "first" }));
  await open(world.sockets[0]);
  await serve(world.sockets[0], { type: "shouted", text: "a" });
  await render(createElement(Lot, { name: "second" }));
  await serve(world.sockets[0], { type: "shouted", text: "b" });
  await render(createElement(Lot, { name: "none" }));
  await serve(world.sockets[0], { type: "shouted", text: "c" });
  assert.deepEqual(seen, ["first: a", "second: b"]);
});

test("the token function of the latest render counts", async () => {
  const Lot = ({ token }) => useAuction({ lot: 6 }, { WebSocket, token: () => token }).status;
  await render(createElement(Lot, { token: "old" }));
  await open(world.sockets[0]);
  assert.equal(world.sockets[0].sent[0].token, "old");
  await render(createElement(Lot, { token: "new" }));
  await serve(world.sockets[0], { type: "$expiring" });
  await settle();
  assert.deepEqual(world.sockets[0].sent.at(-1), { type: "$auth", token: "new" });
});

test("a reconnect does not unmount anything", async () => {
  let mounts = 0;
  function Lot() {
    React.useEffect(() => { mounts++; }, []);
    return useAuction({ lot: 7 }, { WebSocket }).status;
  }
  await render(createElement(Lot));
  await open(world.sockets[0]);
  const before = mounts;
  await act(async () => world.sockets[0].onclose({ code: 1006, reason: "" }));
  await advance(250);
  assert.equal(world.sockets.length, 2);
  await open(world.sockets[1]);
  assert.equal(mounts, before);
});

test("a room is joined once, and left a second after its last component", async () => {
  const seen = [];
  function Blue({ name }) {
    const on = { posted: ({ text }) => seen.push(name + ": " + text) };
    const { status, room } = useLobbyRoom({ name: "blue" }, { WebSocket, on });
    assert.equal(typeof room.post, "function");
    return status;
  }
  const Lobby = () => useLobby({ WebSocket }).status;
  await render(["a", "b"].map(name => createElement(Blue, { key: name, name })));
  const [socket] = world.sockets;
  await open(socket);
  const joins = socket.sent.filter(({ type }) => type === "$join");
  assert.equal(joins.length, 1);
  await serve(socket, { type: "$joined", room: "blue", $re: joins[0].$id });
  await serve(socket, { type: "posted", $room: "blue", text: "hi" });
  assert.deepEqual(seen, ["a: hi", "b: hi"]);
  await render(createElement(Lobby)); // keeps the connection
  await advance(999);
  assert.equal(socket.sent.some(({ type }) => type === "$leave"), false);
  await advance(1);
  assert.equal(socket.sent.some(({ type }) => type === "$leave"), true);
  assert.equal(inUse().length, 1);
});

test("a component sees the value of a store", async () => {
  let shown;
  function Lot() {
    const { connection } = useAuction({ lot: 8 }, { WebSocket });
    shown = useStore(useMemo(() => latest(connection, "price"), [connection]))?.cents;
    return shown;
  }
  await render(createElement(Lot));
  await open(world.sockets[0]);
  assert.equal(shown, undefined);
  await serve(world.sockets[0], { type: "price", cents: 100, events: [] });
  assert.equal(shown, 100);
});

test("a page that the server has rendered is idle at first, and then connects", async () => {
  const errors = [];
  const Lot = () => createElement("p", null, useAuction({ lot: 9 }, { WebSocket }).status);
  const html = renderToString(createElement(Lot));
  assert.equal(html, "<p>idle</p>");
  const container = page.createElement("div");
  container.innerHTML = html;
  let hydrated;
  await act(async () => {
    hydrated = hydrateRoot(container, createElement(Lot), { onRecoverableError: error => errors.push(error) });
    await settle();
  });
  assert.deepEqual(errors, []);
  assert.equal(container.textContent, "connecting");
  await act(() => hydrated.unmount());
});
