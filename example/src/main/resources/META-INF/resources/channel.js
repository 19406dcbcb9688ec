// A client for one channel over one WebSocket. It reconnects automatically, and dispatches messages by type.

const INITIAL_DELAY = 500;
const MAX_DELAY = 30_000;
const STABLE_AFTER = 30_000;
const POLICY_DELAY = 30_000;
const PING_INTERVAL = 25_000;
// No reconnect after these codes: the server rejected the client and would reject it again.
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
  #lastId = 0;
  #pending = new Map();

  /** `url()` returns the URL of each attempt. `onState` gets "connecting", "open", "waiting" (with ms) and "closed" (with a code). */
  constructor(url, onState = () => {}) {
    this.#url = url;
    this.#onState = onState;
    this.#connect();
  }

  on(type, handler) {
    this.#handlers.set(type, handler);
    return this;
  }

  /** Sends a message. Returns false if not connected. */
  send(type, fields = {}) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify({ type, ...fields }));
    return true;
  }

  /** Sends an ask and returns a promise of its answer. An error of the server or a disconnect rejects it. */
  ask(type, fields = {}) {
    const $id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      if (!this.send(type, { ...fields, $id })) return reject(new Error("Not connected."));
      this.#pending.set($id, { resolve, reject });
    });
  }

  /** Reconnects immediately instead of after the delay. */
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

  #handleAnswer(message) {
    const waiting = this.#pending.get(message.$re);
    if (!waiting) return false;
    this.#pending.delete(message.$re);
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
      this.#ping = setInterval(() => this.send("$ping"), PING_INTERVAL);
      this.#onState("open");
    };
    socket.onmessage = event => {
      const message = JSON.parse(event.data);
      if (message.type === "$bye") this.#retryMs = message.retryMs;
      if (this.#handleAnswer(message)) return;
      this.#handlers.get(message.type)?.(message);
    };
    socket.onclose = event => {
      clearInterval(this.#ping);
      for (const { reject } of this.#pending.values()) reject(new Error("The connection has closed."));
      this.#pending.clear();
      if (this.#closed) return;
      if (FINAL.has(event.code)) {
        this.#onState("closed", event.code);
        return;
      }
      if (event.code === 1008) this.#retryMs = POLICY_DELAY;
      this.#reconnect();
    };
  }

  #reconnect() {
    if (this.#openedAt && Date.now() - this.#openedAt > STABLE_AFTER) this.#attempt = 0;
    this.#openedAt = 0;
    const max = Math.min(MAX_DELAY, INITIAL_DELAY * 2 ** this.#attempt++);
    const delay = this.#retryMs ?? Math.max(100, Math.random() * max);
    this.#retryMs = undefined;
    this.#onState("waiting", delay);
    this.#timer = setTimeout(() => this.#connect(), delay);
  }
}
