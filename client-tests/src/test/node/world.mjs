// A world for one scenario: a server that does what the steps say, and a clock, timers and chance that are moved by hand.

const immediate = globalThis.setImmediate;
const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  fetch: globalThis.fetch,
  now: Date.now,
  random: Math.random,
  warn: console.warn,
};

/** Lets promises settle. */
export const settle = () => new Promise(resolve => immediate(() => immediate(resolve)));

export class World {
  now = 1_700_000_000_000;
  chance = 0.5;
  sockets = [];
  log = [];
  warnings = [];
  fetches = [];
  #timers = new Map();
  #nextTimer = 1;

  enter() {
    globalThis.setTimeout = (run, ms = 0) => {
      this.#timers.set(this.#nextTimer, { run, at: this.now + ms });
      return this.#nextTimer++;
    };
    globalThis.clearTimeout = timer => this.#timers.delete(timer);
    globalThis.reportError = error => this.log.push(["reported", error.message]);
    globalThis.fetch = url => new Promise(resolve => this.fetches.push({ url, resolve }));
    delete globalThis.WebSocket; // which newer versions of Node have
    console.warn = (...text) => this.warnings.push(text);
    Date.now = () => this.now;
    Math.random = () => this.chance;
  }

  leave() {
    const { setTimeout, clearTimeout, fetch } = real;
    Object.assign(globalThis, { setTimeout, clearTimeout, fetch });
    console.warn = real.warn;
    Date.now = real.now;
    Math.random = real.random;
    delete globalThis.reportError;
    for (const name of ["document", "addEventListener", "dispatchEvent"]) delete globalThis[name];
  }

  /** Moves the clock; timers that are due run in order, and may set others. */
  async advance(ms) {
    if (ms < 0) { // the clock is set back, and timers keep their durations
      this.now += ms;
      for (const timer of this.#timers.values()) timer.at += ms;
      return;
    }
    const until = this.now + ms;
    for (;;) {
      const [next] = [...this.#timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      const [timer, { run, at }] = next;
      this.now = Math.max(this.now, at);
      this.#timers.delete(timer);
      run();
      await settle();
    }
    this.now = until;
  }

  get timers() {
    return this.#timers.size;
  }

  /** Gives the page events, as a browser does. */
  openPage() {
    const page = new EventTarget();
    globalThis.document = Object.assign(new EventTarget(), { hidden: false });
    globalThis.addEventListener = page.addEventListener.bind(page);
    globalThis.dispatchEvent = page.dispatchEvent.bind(page);
  }

  /** The class of sockets in this world. */
  webSocket() {
    const world = this;
    return class {
      readyState = 0;
      sent = [];
      isLeft = false;

      constructor(url) {
        this.url = url;
        world.sockets.push(this);
      }

      send(text) {
        if (this.readyState !== 1) throw new Error("not open");
        this.sent.push(JSON.parse(text));
      }

      close(code) {
        this.closeCode = code;
        this.isLeft = true;
        this.readyState = 2; // the peer may take a long time to answer
      }
    };
  }
}
