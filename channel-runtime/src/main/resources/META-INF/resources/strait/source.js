// Strait: what connections and rooms have in common, and stores of messages.

const MAX_TIMER_MS = 2 ** 31 - 1;

export const none = () => {};

/** Runs a function later; never if the time is infinite. Returns a function that prevents it. */
export const later = (ms, run) => {
  const timer = ms < Infinity ? setTimeout(run, Math.min(ms, MAX_TIMER_MS)) : undefined;
  return () => clearTimeout(timer);
};

export const report = error => globalThis.reportError ? globalThis.reportError(error) : console.error(error);

/** Calls functions that are not ours: whatever one throws is reported, and the others are still called. */
export const callAll = (runs, ...values) => {
  for (const run of runs) {
    try {
      run(...values);
    } catch (error) {
      report(error);
    }
  }
};

/** What went wrong, with a code: the server's, or one of the client's own. */
export class StraitError extends Error {
  constructor(code, message, details) {
    super(message ?? code);
    this.name = "StraitError";
    this.code = code;
    Object.assign(this, details);
  }
}

/** For handlers of the server's asks: throw refuse("busy", "Try again later."). */
export const refuse = (code, message) => new StraitError(code, message);

/** What is wrong with a message that is not sent for it. */
export const invalid = errors => new StraitError(
  "invalid", errors.map(({ path, message }) => (path + " " + message).trim()).join("; "), { errors, sent: false });

/** Calls a function when a signal aborts, also if it has already. Returns a function that prevents it. */
export const onAbort = (signal, run) => {
  signal?.addEventListener("abort", run);
  if (signal?.aborted) run();
  return () => signal?.removeEventListener("abort", run);
};

/** Functions by name. A name may be anything that a server sends. */
export class Listeners {
  #all = new Map();

  add(name, run, { signal, once } = {}) {
    const listeners = this.#all.get(name) ?? new Set();
    const listener = (...values) => {
      if (once) off();
      run(...values);
    };
    const off = () => {
      listeners.delete(listener);
      ignore?.();
    };
    this.#all.set(name, listeners.add(listener));
    let ignore;
    ignore = onAbort(signal, off);
    return off;
  }

  /** Calls the functions of a name. Returns whether there are any. */
  call(name, ...values) {
    const listeners = this.#all.get(name) ?? new Set();
    const isAny = listeners.size > 0;
    for (const run of [...listeners]) if (listeners.has(run)) callAll([run], ...values);
    return isAny;
  }
}

const READY = ["open", "joined"];
const OVER = ["closed", "left", "refused"];

/** Returns why no more messages can come; undefined as long as they can. */
export const endOf = ({ status, error, reason }) =>
  OVER.includes(status) ? error ?? reason?.error ?? new StraitError(status, undefined, { reason }) : undefined;

/** Something with a state to subscribe to, and messages to listen to. */
export class Source {
  #state;
  #subscribers = new Listeners();
  #messages = new Listeners();

  constructor(state) {
    this.#state = Object.freeze(state);
  }

  get state() {
    return this.#state;
  }

  /** Calls a function now and on each change of the state. Returns a function that ends this. */
  subscribe(run) {
    // One that changes the state must not make the others see an old one last.
    const off = this.#subscribers.add("", state => { if (state === this.#state) run(state); });
    callAll([run], this.#state);
    return off;
  }

  /** Calls a function for each message of a type; "*" stands for all. Returns a function that ends this. */
  on(type, run, options) {
    return this.#messages.add(type, run, options);
  }

  /** Resolves with the next message of a type. */
  next(type, { signal, timeoutMs } = {}) {
    const stop = [];
    return new Promise((resolve, reject) => {
      stop.push(this.on(type, resolve), this.#whenOver(reject), onAbort(signal, () => reject(signal.reason)));
      if (timeoutMs) stop.push(later(timeoutMs, () => reject(new StraitError("timeout"))));
    }).finally(() => callAll(stop));
  }

  /** Resolves when the connection is open, or the room joined. */
  ready() {
    let off;
    return new Promise((resolve, reject) => {
      off = this.subscribe(state => {
        const error = endOf(state);
        if (error) reject(error);
        else if (READY.includes(state.status)) resolve();
      });
    }).finally(() => off());
  }

  /** Iterates over all messages. A consumer that is too slow gets an error "overflow". */
  messages({ signal, max = 1024 } = {}) {
    const waiting = [];
    const stop = [];
    let wake;
    let isDone;
    const end = () => {
      isDone = true;
      callAll(stop);
      wake?.();
    };
    // Not in the generator, so that messages count from now on.
    stop.push(this.on("*", message => {
      if (waiting.push(message) > max) end();
      wake?.();
    }), this.#whenOver(end), onAbort(signal, end));
    return (async function* () {
      try {
        while (waiting.length || !isDone) {
          if (waiting.length > max) throw new StraitError("overflow", `More than ${max} messages wait for this iterator.`);
          if (waiting.length) yield waiting.shift();
          else await new Promise(resolve => { wake = resolve; });
        }
      } finally {
        end();
      }
    })();
  }

  [Symbol.asyncIterator]() {
    return this.messages();
  }

  /** Calls a function, not at once, when no more messages can come. */
  #whenOver(run) {
    return this.subscribe(state => {
      const error = endOf(state);
      if (error) queueMicrotask(() => run(error));
    });
  }

  // For Strait itself.

  $become(state) {
    this.#state = Object.freeze(state);
    this.#subscribers.call("", this.#state);
  }

  $deliver(name, ...message) {
    this.#messages.call(name, ...message);
    this.#messages.call("*", ...message);
  }
}

/** A value that changes while it has subscribers. */
const store = (value, start) => {
  const subscribers = new Listeners();
  let count = 0;
  let stop;
  const change = next => {
    value = next(value);
    subscribers.call("", value);
  };
  return {
    get value() {
      return value;
    },
    subscribe(run) {
      const off = subscribers.add("", run);
      if (count++ === 0) stop = start(change);
      callAll([run], value);
      let isOff = false;
      return () => {
        if (!isOff && --count === 0) stop();
        isOff = true;
        off();
      };
    },
  };
};

/** A store of the latest message of a type; undefined before the first. */
export const latest = (source, type) => store(undefined, change => source.on(type, message => change(() => message)));

/** A store of the last messages of a type, the oldest first. */
export const collect = (source, type, max = 100) =>
  store([], change => source.on(type, message => change(list => [...list, message].slice(-max))));
