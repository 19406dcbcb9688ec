// The page of channels: the documentation of one channel.

import { h } from "./dom.js";
import { fieldsOf, shortName, typeOf } from "./schema.js";

const ROOMS = {
  path: "The path names the room.",
  joined: "Clients join rooms over one connection.",
  none: "The channel has no rooms.",
};

/** Returns the messages of a direction, with their operations. */
export const messagesOf = (document, action) => Object.values(document.operations)
  .filter(operation => operation.action === action)
  .map(({ messages: [{ $ref }], reply }) => ({
    ...document.components.messages[keyOf($ref)],
    replies: (reply?.messages ?? []).map(({ $ref: answer }) => document.components.messages[keyOf(answer)]),
  }));

const keyOf = reference => reference.slice(reference.lastIndexOf("/") + 1);

export const channelOf = document => Object.values(document.channels)[0];

const badge = (text, title) => h("span", { className: "badge", title }, text);

/** The names of the schemas that a schema refers to, also through others. */
const referredBy = (document, schema, found = new Set()) => {
  for (const [name, value] of Object.entries(schema ?? {})) {
    if (name === "$ref") {
      const key = keyOf(value);
      if (found.has(key)) continue;
      found.add(key);
      referredBy(document, document.components.schemas[key], found);
    } else if (typeof value === "object" && value) referredBy(document, value, found);
  }
  return found;
};

/** The types that messages contain: records with their fields, and unions with their variants. */
const types = document => {
  const used = new Set();
  for (const { payload } of Object.values(document.components.messages)) referredBy(document, payload, used);
  const all = [...used].sort().map(key => [key, document.components.schemas[key]]);
  if (!all.length) return null;
  return h("section", {}, h("h3", {}, "Types"), h("div", { className: "types" }, all.map(([key, schema]) =>
    h("article", { className: "message", id: "type-" + key }, h("h4", {}, h("code", {}, key)),
      schema.description ? h("p", {}, schema.description) : null,
      schema.oneOf ? h("p", {}, "One of: ", schema.oneOf.map(({ $ref }) => keyOf($ref)).join(", ")) : [tagOf(schema), fields(schema)]))));
};

const tagOf = ({ properties = {} }) => Object.entries(properties)
  .filter(([, { const: tag }]) => typeof tag === "string")
  .map(([name, { const: tag }]) => h("p", {}, h("code", {}, `${name}: ${JSON.stringify(tag)}`)));

const fields = payload => {
  const all = fieldsOf(payload);
  if (!all.length) return h("p", { className: "quiet" }, "No fields.");
  return h("dl", {}, all.map(({ name, schema, isRequired }) => [
    h("dt", {}, h("code", {}, name), " ", h("span", { className: "type" }, typeOf(schema)), isRequired ? null : [" ", badge("optional")]),
    h("dd", {}, schema.description ?? ""),
  ]));
};

const message = ({ name, description, payload, examples = [], replies, ...rest }) => h("article", { className: "message" },
  h("h4", {}, h("code", {}, name),
    replies.length ? badge("ask", "It has an answer.") : null,
    rest["x-strait-volatile"] ? badge("volatile", "It is dropped rather than queued.") : null,
    rest["x-strait-deprecated"] ? badge("deprecated") : null,
    (rest["x-strait-roles"] ?? []).map(role => badge("role " + role, "Only for clients with one of these roles."))),
  description ? h("p", {}, description) : null,
  fields(payload),
  replies.filter(reply => reply.name !== "$error").map(reply => h("div", { className: "answer" },
    h("h5", {}, "Answer ", h("code", {}, reply.name)), reply.description ? h("p", {}, reply.description) : null, fields(reply.payload))),
  examples.map(example => h("details", {}, h("summary", {}, "Example"), h("pre", {}, JSON.stringify(example.payload, null, 2)))));

/** Returns the documentation of a channel. */
export const documentation = (name, document) => {
  const channel = channelOf(document);
  const limit = channel["x-strait-max-message-bytes"];
  const column = (title, all) => h("section", {}, h("h3", {}, title),
    all.length ? all.map(message) : h("p", { className: "quiet" }, "None."));
  return [
    h("h2", { title: name }, shortName(name)),
    document.info.description ? h("p", {}, document.info.description) : null,
    h("p", { className: "facts" }, h("code", {}, channel.address), " ", ROOMS[channel["x-strait-rooms"]],
      limit ? ` Messages have at most ${limit} bytes.` : null),
    h("p", { className: "files" }, [".js", ".d.ts", ".asyncapi.json"].map(end =>
      [h("a", { href: `./${name}${end}` }, shortName(name) + end), " "]).flat()),
    h("div", { className: "directions" },
      column("You send", messagesOf(document, "receive")), column("You receive", messagesOf(document, "send"))),
    types(document),
  ];
};
