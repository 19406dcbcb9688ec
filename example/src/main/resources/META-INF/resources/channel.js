// One channel of the server over one WebSocket: reconnects by itself, and hands on what comes by its type.

const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
const STEADY = 30_000;
const AFTER_POLICY = 30_000;
const PING = 25_000;
// After these there is no use in coming back: the server has refused, not failed.
const FINAL = new Set([1000, 1003, 1007, 4400, 4401, 4403]);

export class Channel {
  #url;
  #socket;
  #handlers = new Map();
  #onState;
  #attempt = 0;
  #openedAt = 0;
  #retryMs;
  #timer;
  #ping;
  #closed = false;
  #asked = 0;
  #answers = new Map();

  /** `url` is asked at each connect; `onState` hears "connecting", "open", "waiting" (with ms) and "closed" (with a code). */
  constructor(url, onState = () => {}) {
    this.#url = url;
    this.#onState = onState;
    this.#connect();
  }

  on(type, handler) {
    this.#handlers.set(type, handler);
    return this;
  }

  /** Sends a message; false while there is no connection. */
  send(type, fields = {}) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify({ type, ...fields }));
    return true;
  }

  /** Sends a message that asks, and promises its answer; an error of the server, or its absence, rejects. */
  ask(type, fields = {}) {
    const $id = ++this.#asked;
    return new Promise((resolve, reject) => {
      if (!this.send(type, { ...fields, $id })) return reject(new Error("Not connected."));
      this.#answers.set($id, { resolve, reject });
    });
  }

  /** Connects at once, instead of when the time has come. */
  retryNow() {
    if (this.#closed || this.#socket?.readyState <= WebSocket.OPEN) return;
    clearTimeout(this.#timer);
    this.#connect();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#ping);
    this.#socket?.close(1000);
  }

  #isAnswer(message) {
    const waiting = this.#answers.get(message.$re);
    if (!waiting) return false;
    this.#answers.delete(message.$re);
    if (message.type === "$error") waiting.reject(Object.assign(new Error(message.message ?? message.code), message));
    else waiting.resolve(message);
    return true;
  }

  #connect() {
    this.#onState("connecting");
    const socket = new WebSocket(this.#url());
    this.#socket = socket;
    socket.onopen = () => {
      this.#openedAt = Date.now();
      this.#ping = setInterval(() => this.send("$ping"), PING);
      this.#onState("open");
    };
    socket.onmessage = event => {
      const message = JSON.parse(event.data);
      if (message.type === "$bye") this.#retryMs = message.retryMs;
      if (this.#isAnswer(message)) return;
      this.#handlers.get(message.type)?.(message);
    };
    socket.onclose = event => {
      clearInterval(this.#ping);
      for (const { reject } of this.#answers.values()) reject(new Error("The connection has closed."));
      this.#answers.clear();
      if (this.#closed) return;
      if (FINAL.has(event.code)) {
        this.#onState("closed", event.code);
        return;
      }
      if (event.code === 1008) this.#retryMs = AFTER_POLICY;
      this.#again();
    };
  }

  #again() {
    if (this.#openedAt && Date.now() - this.#openedAt > STEADY) this.#attempt = 0;
    this.#openedAt = 0;
    const most = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** this.#attempt++);
    const delay = this.#retryMs ?? Math.max(100, Math.random() * most);
    this.#retryMs = undefined;
    this.#onState("waiting", delay);
    this.#timer = setTimeout(() => this.#connect(), delay);
  }
}
