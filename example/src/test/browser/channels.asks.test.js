// The console answers asks of a server. The server and its channel are made here, because no example has such an ask.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newPage } from "./browser.js";

const BASE = process.env.BASE_URL ?? "http://localhost:8080";

/** The module of the channel, as the processor writes it. */
const MODULE = `
import * as $ from "./strait.js";
export const ConfirmYes = $.record({});
export const ConfirmNo = $.record({ why: $.text($.notBlank()) });
const asking = $.channel({
  abi: 1, name: "test.Asking", path: "/ws/asking", contract: "c", send: {}, receive: {},
  asks: { confirm: { rules: $.union("type", { "confirm.yes": ConfirmYes, "confirm.no": ConfirmNo }) } },
});
export class AskingConnection extends $.Connection {
  constructor(options) { super(asking, options); }
}
export const connectAsking = options => new AskingConnection(options);
`;

const tagged = (type, fields = {}) => ({
  type: "object", required: ["type", ...Object.keys(fields)], properties: { type: { type: "string", const: type }, ...fields } });

const DOCUMENT = {
  info: { title: "test.Asking" },
  channels: { asking: { address: "/ws/asking", "x-strait-rooms": "none", "x-strait-connect": "connectAsking" } },
  operations: {
    sendConfirm: {
      action: "send", messages: [{ $ref: "#/channels/asking/messages/Confirm" }],
      reply: { messages: ["ConfirmYes", "ConfirmNo", "Error"].map(name => ({ $ref: "#/channels/asking/messages/" + name })) },
    },
  },
  components: {
    messages: {
      Confirm: { name: "confirm", payload: tagged("confirm", { what: { type: "string" } }) },
      ConfirmYes: { name: "confirm.yes", "x-strait-rules": "ConfirmYes", payload: tagged("confirm.yes") },
      ConfirmNo: { name: "confirm.no", "x-strait-rules": "ConfirmNo", payload: tagged("confirm.no", { why: { type: "string" } }) },
      Error: { name: "$error", payload: tagged("$error") },
    },
    schemas: {},
  },
};

/** Opens the page with this channel, and connects. Returns the page and what the server does. */
const openAsked = async name => {
  const page = await newPage(name, {});
  const received = [];
  let socket;
  await page.route("**/strait/channels.json", route => route.fulfill({ json: ["test.Asking"] }));
  await page.route("**/strait/test.Asking.asyncapi.json", route => route.fulfill({ json: DOCUMENT }));
  await page.route("**/strait/test.Asking.js", route => route.fulfill({ contentType: "text/javascript", body: MODULE }));
  await page.routeWebSocket("**/ws/asking*", connected => {
    socket = connected;
    connected.onMessage(text => {
      const frame = JSON.parse(text);
      received.push(frame);
      if (frame.type === "$hello") connected.send(JSON.stringify({ type: "$ready", v: 1, conn: "c1", contract: "c" }));
    });
  });
  await page.goto(BASE + "/channels");
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.waitForSelector("[data-status=open]");
  socket.send(JSON.stringify({ type: "confirm", what: "Delete it?", $id: "s1" }));
  await page.waitForSelector(".asked");
  return { page, received, socket: () => socket };
};

const lastFrame = async ({ page, received }, type) => {
  await page.waitForFunction(wanted => [...document.querySelectorAll(".frames li.out code")].some(({ textContent }) => textContent === wanted), type);
  return received.at(-1);
};

test("an ask has a form for each outcome, which stays until the answer is valid", async () => {
  const asked = await openAsked("outcomes");
  const { page } = asked;
  assert.match(await page.locator(".asked").innerText(), /Delete it\?/);
  await page.locator(".asked select").selectOption("confirm.no");
  await page.locator(".asked button.primary").click();
  await page.waitForSelector(".asked:has-text('The answer is not valid.')");
  await page.locator(".asked .inputs input").fill("It is needed.");
  await page.locator(".asked button.primary").click();
  assert.deepEqual(await lastFrame(asked, "confirm.no"), { type: "confirm.no", why: "It is needed.", $re: "s1" });
  assert.equal(await page.locator(".asked").count(), 0);
});

test("an ask can be refused", async () => {
  const asked = await openAsked("refused");
  await asked.page.locator(".asked").getByRole("button", { name: "Refuse" }).click();
  assert.deepEqual(await lastFrame(asked, "$error"),
    { type: "$error", code: "refused", message: "Refused in the console.", $re: "s1" });
});

test("the form of an ask goes with its connection", async () => {
  const { page, socket } = await openAsked("gone");
  await socket().close({ code: 1012, reason: "restart" });
  await page.waitForFunction(() => !document.querySelector(".asked"));
});
