// Strait: the connection that generated modules extend.

import { inspect } from "./checks.js";
import { createLink } from "./link.js";
import { createOutbox } from "./outbox.js";
import { Listeners, Source, endOf, StraitError, invalid, later, none, onAbort, report } from "./source.js";

const ABI = 1;

/** Describes a channel, for generated modules. */
export const channel = definition => {
  if (definition.abi !== ABI) throw new Error("This module needs another strait.js.");
  return { ...definition, roomName: room => nameOf(partsOf(definition.room, room)) };
};

/** Returns the components of a room's name: by name, or as a text if rooms have no key. */
const partsOf = (rules, room) => {
  const { errors, value } = inspect(rules, room);
  if (errors[0]) throw new StraitError("room-invalid", "Invalid room: " + invalid(errors).message, { errors });
  return value;
};

const nameOf = parts => {
  if (typeof parts === "string") return parts;
  const texts = Object.values(parts).map(String);
  return texts.length === 1 ? texts[0] : texts.map(text => text.replace(/%/g, "%25").replace(/\//g, "%2F")).join("/");
};

/** Removes the fields of the protocol. */
const strip = frame => {
  for (const name of Object.keys(frame)) if (name[0] === "$") delete frame[name];
  return frame;
};

const has = (types, name) => typeof name === "string" && Object.hasOwn(types, name);

/** Whether a frame is of one of these types, and has the shape of it. Marks what is not listed. */
const isKnown = (types, name, frame) => {
  try {
    return has(types, name) && (types[name]?.(frame), strip(frame));
  } catch {
    return false;
  }
};

/** A connection to a channel, with everything but the methods of its messages. */
export class Connection extends Source {
  #channel;
  #options;
  #link;
  #outbox;
  #rooms;
  #answers = new Map();
  #events = new Listeners();
  #retained = 0;
  #stopLinger = none;

  constructor(channel, options = {}) {
    super({ status: "idle", attempt: 0 });
    this.#channel = channel;
    this.#options = options;
    this.#link = createLink(this, options);
    this.#outbox = createOutbox(this.#link, options.queue, channel.maxMessageBytes, drop => this.#events.call("dropped", drop));
    this.#rooms = this.$createRooms(this.#link, this.#outbox);
    if (!options.lazy) this.open();
    onAbort(options.signal, () => this.close());
  }

  /** Connects, unless it is connected or connecting. */
  open() {
    this.#stopLinger();
    if (this.state.status === "closed") this.#rooms?.become({ status: "joining" });
    this.#link.open();
  }

  /** Closes for good; open() starts again. */
  close() {
    this.#stopLinger();
    this.#link.end({ status: "closed", attempt: 0, reason: { code: 1000, reason: "" } });
  }

  /** Opens the connection if it is idle, and keeps it open until the returned function is called. */
  retain(lingerMs = 1_000) {
    this.#retained++;
    this.#stopLinger();
    if (this.state.status === "idle") this.open();
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      if (--this.#retained) return;
      this.#stopLinger = later(lingerMs, () => {
        if (this.state.status !== "closed") this.#link.end({ status: "idle", attempt: 0 });
      });
    };
  }

  /** Checks the connection, or connects at once. Call it when an app returns to the foreground. */
  wake() {
    this.#link.wake();
  }

  /** Requests a new token and sends it. This also happens by itself before a token expires. */
  reauthenticate() {
    return this.#link.reauthenticate();
  }

  /** Calls a function with each frame that this module does not know. */
  onUnknown(run, options) {
    return this.#events.add("unknown", run, options);
  }

  /** Calls a function with each error of the server, and the message that was refused if it is known. */
  onError(run, options) {
    return this.#events.add("error", run, options);
  }

  /** Calls a function with each message that is not sent: { type, fields, reason }. */
  onDropped(run, options) {
    return this.#events.add("dropped", run, options);
  }

  /** Answers an ask of the server. A later handler of the same type replaces an earlier one. */
  answer(type, handler) {
    this.#answers.set(type, handler);
    return () => { if (this.#answers.get(type) === handler) this.#answers.delete(type); };
  }

  // For the link

  $url(query = {}) {
    const { base = "/", room = {} } = this.#options;
    const root = new URL(base, globalThis.location?.href).href.replace(/\/?([?#].*)?$/, "").replace(/^http/, "ws");
    const path = this.#channel.path.replace(/\{([^}]+)\}/g, (variable, name) => encodeURIComponent(room[name]));
    const pairs = Object.entries({ ...query, hello: 1 }).map(pair => pair.map(encodeURIComponent).join("="));
    return root + path + "?" + pairs.join("&");
  }

  $hello(token) {
    return { type: "$hello", contract: this.#channel.contract, token };
  }

  $opened(ready, attempt) {
    const { conn: id, user, contract } = ready;
    this.#outbox.obey(ready);
    this.$become({ status: "open", attempt, id, user, stale: contract !== this.#channel.contract });
    this.#rooms?.join();
    this.#outbox.flush();
  }

  $disconnected() {
    this.#rooms?.disconnected();
    this.#outbox.disconnected();
  }

  $become(state) {
    super.$become(state);
    const { status } = state;
    if (!["idle", "closed"].includes(status) || this.state !== state) return;
    this.#outbox.close();
    if (status === "closed") this.#rooms?.become({ status, error: endOf(state) });
  }

  // Received frames

  $unknown(frame) {
    this.#events.call("unknown", frame);
  }

  $received(frame) {
    const { type, $room, $id, $re, $trace } = frame;
    switch (type) {
      case "$joined": return this.#rooms?.joined(frame);
      case "$left": return this.#rooms?.left(frame);
      case "$error": return this.#failed(frame);
    }
    if (typeof type === "string" && type[0] === "$") return; // of a newer server
    const { receive, receiveBy = "type", asks = {} } = this.#channel;
    if ($re !== undefined) return this.#answered($re, frame);
    const name = receiveBy ? frame[receiveBy] : Object.keys({ ...receive, ...asks })[0];
    if (has(asks, name)) return this.#asked(name, asks[name], strip(frame), $id, $room, $trace);
    if (!isKnown(receive, name, frame)) return this.$unknown(frame);
    for (const room of this.#rooms?.handles($room) ?? []) room.$deliver(name, frame);
    this.$deliver(name, frame, $room);
  }

  #answered(id, frame) {
    const ask = this.#outbox.takeAsk(id);
    if (!ask) return this.$unknown(frame);
    const { answers, answersBy = "type" } = this.#channel.send[ask.type];
    const types = Object.keys(answers);
    const name = frame[answersBy] ?? (types.length === 1 ? types[0] : undefined);
    if (isKnown(answers, name, frame)) ask.resolve(frame);
    else ask.fail(new StraitError("unknown-answer", "The answer is of a newer contract.", { frame }));
  }

  #failed({ $re, code, message, errors, retryMs }) {
    const error = new StraitError(code, message ?? (errors && invalid(errors).message), { errors, retryMs });
    this.#link.noteError(error);
    const ask = this.#outbox.takeAsk($re);
    if (ask) return ask.fail(error);
    if (this.#rooms?.refused($re, error)) return;
    const refused = this.#outbox.sent($re);
    if (!this.#events.call("error", error, refused)) console.warn("Strait: the server refused a message.", error, refused);
  }

  async #asked(name, { rules, type, by = "type", mark }, ask, $re, room, trace) {
    const isSame = this.#link.mark();
    const reply = body => { if (isSame()) this.#link.send({ ...body, $re }); };
    const handler = this.#answers.get(name);
    try {
      if (!handler) throw new StraitError("unsupported");
      mark?.(ask);
      const answer = await handler(ask, room, trace);
      const { errors, value } = inspect(rules, answer);
      if (errors[0]) throw new Error(invalid(errors).message);
      reply({ ...(type && { [by]: type }), ...value });
    } catch (error) {
      const { code = "failed", message } = error instanceof StraitError ? error : {};
      reply({ type: "$error", code, message });
      if (code === "failed") report(error);
    }
  }

  // For generated modules

  $send(type, fields = {}, options, seat) {
    const { rules, answers, volatile } = this.#channel.send[type];
    const { sendBy = "type" } = this.#channel;
    const { errors, value } = inspect(rules, fields);
    if (errors[0] && answers) return Promise.reject(invalid(errors));
    if (errors[0]) throw invalid(errors);
    const body = { ...(sendBy && { [sendBy]: type }), ...value, $trace: this.#options.trace?.() };
    if (!answers) return this.#outbox.say(type, body, fields, volatile, seat);
    return this.#outbox.ask(type, body, fields, options, seat);
  }

  /** Returns the rooms of the connection, if its clients join rooms. */
  $createRooms() {}
}
