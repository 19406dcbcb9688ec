// The steps of scenarios.json for the browser client. ScenarioTest has the same steps for the Java client.

import assert from "node:assert/strict";
import { settle } from "./world.mjs";

/** Binds placeholders such as "#1" to numbers that the client chose, and replaces them. */
class Bindings {
  #values = new Map();

  set(name, value) {
    this.#values.set(name, value);
  }

  matches(expected, actual) {
    if (typeof expected === "string" && /^#\w+$/.test(expected)) {
      if (!this.#values.has(expected)) this.#values.set(expected, actual);
      return this.#values.get(expected) === actual;
    }
    if (typeof expected !== "object" || expected === null) return Object.is(expected, actual);
    if (typeof actual !== "object" || actual === null || Array.isArray(expected) !== Array.isArray(actual)) return false;
    const names = Object.keys(expected);
    return Object.keys(actual).length === names.length && names.every(name => this.matches(expected[name], actual[name]));
  }

  fill(value) {
    if (typeof value === "string" && this.#values.has(value)) return this.#values.get(value);
    if (typeof value !== "object" || value === null) return value;
    return Array.isArray(value) ? value.map(each => this.fill(each))
      : Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.fill(each)]));
  }
}

/** Whether an object has these properties, at any depth. */
const includes = (actual, expected) => typeof expected !== "object" || expected === null ? Object.is(actual, expected)
  : actual != null && Object.entries(expected).every(([name, value]) => includes(actual[name], value));

/** Replaces "Infinity", which JSON cannot have. */
const numbers = options => typeof options !== "object" || options instanceof AbortSignal || Array.isArray(options) ? options
  : Object.fromEntries(Object.entries(options).map(([name, value]) => [name, value === "Infinity" ? Infinity : numbers(value)]));

export class Steps {
  #world;
  #create;
  #client;
  #socket;
  #old;
  #seen = 0;
  #bindings = new Bindings();
  #named = new Map();
  #tokens = [];
  #statuses = [];

  constructor(world, create) {
    this.#world = world;
    this.#create = create;
    this.#bindings.set("#contract", create.contract);
  }

  async run([verb, ...values]) {
    assert.ok(verb in this, "there is no step " + verb);
    await this[verb](...values);
    await settle();
  }

  async repeat(count, ...steps) {
    for (let i = 0; i < count; i++) {
      for (const step of steps) await this.run(step);
    }
  }

  #next(what) {
    assert.ok(this.#world.log.length, "nothing happened; expected " + JSON.stringify(what));
    return this.#world.log.shift();
  }

  // The client

  async client(options = {}) {
    const { tokens, traces, signal, hasWebSocket = true, ...rest } = numbers(options);
    if (traces) rest.trace = () => traces.shift();
    if (tokens) {
      rest.token = context => {
        const token = tokens.length > 1 ? tokens.shift() : tokens[0];
        this.#tokens.push(context);
        if (token === "fail") throw new Error("no token");
        return token === "hang" ? new Promise(() => {}) : token;
      };
    }
    if (signal) rest.signal = this.#signal(signal);
    if (hasWebSocket) rest.WebSocket = this.#world.webSocket();
    this.#client = this.#create({ base: "https://example.com/app/", ...rest });
    await settle();
    const log = this.#world.log;
    this.#client.onUnknown(frame => log.push(["unknown", frame]));
    this.#client.onDropped(({ type, reason }) => log.push(["dropped", type, reason]));
  }

  /** Creating the client fails. */
  async clientFails(options, code) {
    assert.throws(() => this.#create({ WebSocket: this.#world.webSocket(), ...options }), { code });
    assert.equal(this.#world.sockets.length, 0);
  }

  hears() {
    this.#client.onError((error, refused) => this.#world.log.push(["error", error.code, refused?.type ?? null]));
  }

  #signal(name) {
    if (!this.#named.has(name)) this.#named.set(name, new AbortController());
    return this.#named.get(name).signal;
  }

  abort(name) {
    this.#signal(name);
    this.#named.get(name).abort();
  }

  close() {
    this.#client.close();
  }

  open() {
    this.#client.open();
  }

  wake() {
    this.#client.wake();
  }

  retain(name) {
    this.#named.set(name, this.#client.retain(1_000));
  }

  release(name) {
    this.#named.get(name)();
  }

  renew() {
    return this.#client.reauthenticate();
  }

  // Messages

  say(type, fields, result, room) {
    const source = room ? this.#named.get(room) : this.#client;
    assert.equal(source[type](fields), result);
  }

  sayFails(type, fields, errors) {
    assert.throws(() => this.#client[type](fields), error => {
      assert.equal(error.code, "invalid");
      assert.deepEqual(error.errors, errors);
      return true;
    });
  }

  ask(name, type, fields, { signal, ...options } = {}) {
    if (signal) options.signal = this.#signal(signal);
    options = numbers(options);
    const outcome = { isDone: false };
    this.#named.set(name, outcome);
    this.#client[type](fields, options).then(
      value => Object.assign(outcome, { isDone: true, value }),
      error => Object.assign(outcome, { isDone: true, error }));
  }

  answered(name, value) {
    const outcome = this.#named.get(name);
    assert.ok(outcome.isDone && !outcome.error, "not answered: " + outcome.error);
    assert.deepEqual(outcome.value, value);
  }

  rejected(name, expected) {
    const { error } = this.#named.get(name);
    assert.ok(error && includes(error, expected), `${JSON.stringify(error)} instead of ${JSON.stringify(expected)}`);
  }

  pending(name) {
    assert.ok(!this.#named.get(name).isDone, "no longer pending");
  }

  listen(name, type, { once, signal, throws } = {}) {
    const off = this.#client.on(type, (message, room) => {
      this.#world.log.push(room === undefined ? [name, message] : [name, message, room]);
      if (throws) throw new Error("broken handler");
    }, { once, signal: signal && this.#signal(signal) });
    this.#named.set(name, off);
  }

  unlisten(name) {
    this.#named.get(name)();
  }

  answer(type, how) {
    this.#client.answer(type, async (ask, room, trace) => {
      this.#world.log.push(trace ? ["asked", ask, trace] : ["asked", ask]);
      if (how.refuse) throw this.#create.refuse(...how.refuse);
      if (how.wait) return new Promise(resolve => { this.#named.set(how.wait, resolve); });
      return how.value;
    });
  }

  resolve(name, value) {
    this.#named.get(name)(value);
  }

  iterate(name, max, room) {
    const source = room ? this.#named.get(room) : this.#client;
    this.#named.set(name, source.messages({ max }));
  }

  async iterated(name, expected) {
    const { value, done } = await this.#named.get(name).next();
    assert.deepEqual(done ? "done" : value, expected);
  }

  async iterationFails(name, code) {
    await assert.rejects(this.#named.get(name).next(), { code });
  }

  // What handlers do

  onState(status, call) {
    this.#client.subscribe(state => { if (state.status === status) this.#client[call](); });
  }

  onRoom(name, status, call) {
    this.#named.get(name).subscribe(state => { if (state.status === status) this.#client[call](); });
  }

  onDropped(call) {
    this.#client.onDropped(() => this.#client[call](), { once: true });
  }

  joinsAgain(name, room) {
    this.#named.get(name).on("posted", () => this.join(name + "+", room));
  }

  /** Records the states that a later subscriber sees. */
  records() {
    this.#client.subscribe(({ status }) => this.#statuses.push(status));
  }

  recorded(...statuses) {
    assert.deepEqual(this.#statuses, statuses);
  }

  lacksError() {
    assert.equal(this.#client.state.reason.error, undefined);
  }

  // Rooms

  join(name, room) {
    const joined = this.#client.join(room);
    this.#named.set(name, joined);
    joined.on("posted", message => this.#world.log.push([name, message]));
  }

  joinMany(name, count) {
    for (let i = 0; i < count; i++) this.join(name + i, { name: name + i });
  }

  leave(name) {
    this.#named.get(name).leave();
  }

  room(name, state) {
    assert.ok(includes(this.#named.get(name).state, state), JSON.stringify(this.#named.get(name).state));
  }

  // The server

  connects(query) {
    const next = this.#world.sockets[this.#seen];
    assert.ok(next, "the client did not connect");
    this.#seen++;
    this.#old = this.#socket;
    this.#socket = next;
    if (query !== undefined) assert.ok(next.url.endsWith(query), next.url);
  }

  connectsNot() {
    assert.equal(this.#world.sockets.length, this.#seen, "the client connected");
  }

  accepts() {
    this.#socket.readyState = 1;
    this.#socket.onopen?.();
  }

  /** The handshake fails, as a browser tells it. */
  refuses() {
    this.#socket.readyState = 3;
    this.#socket.onclose?.({ code: 1006, reason: "" });
  }

  async ready(fields = {}) {
    this.serves({ type: "$ready", v: 1, conn: "c1", contract: this.#create.contract, ...fields });
  }

  /** Connects, says hello and is ready. */
  async opens(fields) {
    this.connects();
    this.accepts();
    await settle();
    const hello = this.#socket.sent.shift();
    assert.equal(hello.type, "$hello");
    await this.ready(fields);
  }

  /** The same with the latest of several attempts. */
  async opensLast() {
    this.#seen = this.#world.sockets.length - 1;
    await this.opens();
  }

  serves(frame) {
    this.servesText(JSON.stringify(this.#bindings.fill(frame)));
  }

  servesText(text) {
    this.#socket.onmessage?.({ data: text });
  }

  /** The socket before the current one still sends something. */
  servesOld(frame) {
    this.#old.onmessage?.({ data: JSON.stringify(frame) });
  }

  closes(code, reason = "") {
    this.#socket.readyState = 3;
    this.#socket.onclose?.({ code, reason });
  }

  sends(...frames) {
    for (const frame of frames) {
      const sent = this.#socket.sent.shift();
      assert.ok(sent && this.#bindings.matches(frame, sent), `${JSON.stringify(sent)} instead of ${JSON.stringify(frame)}`);
    }
  }

  sendsNothing() {
    assert.deepEqual(this.#socket.sent, []);
  }

  /** The number of frames of a type that were sent. Joins are answered, but for the room of one name. */
  sent(type, count, answered, unanswered) {
    const { sent } = this.#socket;
    const those = sent.filter(frame => frame.type === type);
    assert.equal(those.length, count);
    this.#socket.sent = sent.filter(frame => frame.type !== type);
    for (const { room, $id } of answered ? those : []) {
      if (room !== answered + unanswered) this.serves({ type: "$joined", room, $re: $id });
    }
  }

  /** The client has given up the current socket. */
  leaves() {
    assert.ok(this.#socket.isLeft);
    assert.equal(this.#socket.onmessage, null);
  }

  // Time

  async advances(ms) {
    await this.#world.advance(ms);
  }

  chance(value) {
    this.#world.chance = value;
  }

  // What happened

  happens(...events) {
    for (const event of events) assert.deepEqual(this.#next(event), event);
  }

  happensFrom(name) {
    assert.equal(this.#next(name)[0], name);
  }

  happensUnknown() {
    this.happensFrom("unknown");
  }

  hasCleanPrototypes() {
    assert.equal({}.evil, undefined);
    assert.equal(Object.prototype.constructor, Object);
  }

  /** The client asks for a URL, which has a status. */
  async fetches(url, status) {
    const { url: fetched, resolve } = this.#world.fetches.shift();
    assert.equal(fetched, url);
    resolve({ status });
  }

  happensNothing() {
    assert.deepEqual(this.#world.log, []);
  }

  state(expected) {
    assert.ok(includes(this.#client.state, expected), JSON.stringify(this.#client.state));
  }

  asksForToken(...contexts) {
    assert.deepEqual(this.#tokens, contexts);
    this.#tokens = [];
  }

  warns(count) {
    assert.equal(this.#world.warnings.length, count);
  }

  timers(count) {
    assert.equal(this.#world.timers, count);
  }

  // Only in browsers

  page() {
    this.#world.openPage();
  }

  shows(isVisible) {
    document.hidden = !isVisible;
    document.dispatchEvent(new Event("visibilitychange"));
  }

  fires(event, fields = {}) {
    (event === "resume" ? document : globalThis).dispatchEvent(Object.assign(new Event(event), fields));
  }

  stores(name, kind, type) {
    const store = this.#create[kind](this.#client, type, 2);
    this.#named.set(name, store);
    this.#named.set(name + ".off", store.subscribe(() => {}));
  }

  stored(name, value) {
    assert.deepEqual(this.#named.get(name).value ?? null, value);
  }

  checks(type, value, issues) {
    const { issues: found } = this.#create.rules[type]["~standard"].validate(value);
    assert.deepEqual(found ?? [], issues);
  }
}
