// Strait: the messages of a connection on their way out. Each is sent once, or reported as dropped.

import { StraitError, invalid, later, none, onAbort } from "./source.js";

const ASK_TIMEOUT_MS = 10_000;
const MAX_SENT = 128;

/**
 * Creates an empty outbox.
 *
 * @param maxBytes the maximum size of a message until the server has told another
 * @param dropped called with each message that is not sent
 */
export const createOutbox = (link, { max = 128, maxAgeMs = 30_000 } = {}, maxBytes = 65_536, dropped) => {
  let lastId = 0;
  let queue = [];
  /** The last messages that were sent, by id, for the errors that answer them. */
  const sent = new Map();
  /** The asks that were sent, by id. */
  const asks = new Map();
  /** The ids of asks that were given up. These stay known, so that a late answer is not taken for an unknown frame. */
  const late = [];
  /** Messages a second; undefined if there is no limit. */
  let rate;
  let tokens;
  let tokensAt;
  let stopExpiry = none;
  let stopFlush = none;

  /** Returns an id that was not used before. */
  const nextId = () => ++lastId;

  const createEntry = (type, body, fields, isVolatile, seat) => {
    const id = isVolatile ? undefined : nextId();
    const text = JSON.stringify({ ...body, $room: seat?.name, $id: id });
    if (text.length * 3 > maxBytes && new TextEncoder().encode(text).length > maxBytes) {
      throw invalid([{ path: "", rule: "size", message: `must have at most ${maxBytes} bytes` }]);
    }
    return { type, fields, seat, id, text, isVolatile, isSent: false, at: Date.now() };
  };

  const canSend = ({ seat }) => link.isWritable() && (!seat || seat.status === "joined");

  /** The server refuses what exceeds its rate. */
  const takeToken = () => {
    if (!rate) return true;
    const now = Date.now();
    tokens = Math.min(rate, tokens + Math.max(0, now - tokensAt) * rate / 1000);
    tokensAt = now;
    return tokens >= 1 && tokens--;
  };

  const trySend = entry => {
    if (!canSend(entry) || !takeToken()) return false;
    link.send(entry.text);
    entry.isSent = true;
    if (entry.fail) asks.set(entry.id, entry);
    else if (entry.id) {
      sent.set(entry.id, { type: entry.type, fields: entry.fields });
      if (sent.size > MAX_SENT) sent.delete(sent.keys().next().value);
    }
    return true;
  };

  const drop = ({ type, fields, fail }, reason) => {
    if (fail) fail(new StraitError(reason));
    else dropped({ type, fields, reason });
    return "dropped";
  };

  const dropAll = (reason, isDropped) => {
    const all = queue.filter(isDropped);
    queue = queue.filter(entry => !isDropped(entry));
    for (const entry of all) drop(entry, reason);
  };

  /** Drops what has waited for too long. Asks have a timeout of their own. */
  const expire = () => {
    stopExpiry();
    const now = Date.now();
    dropAll("expired", ({ at, fail }) => !fail && now - at >= maxAgeMs);
    const oldest = queue.find(({ fail }) => !fail);
    if (oldest) stopExpiry = later(oldest.at + maxAgeMs - now, expire);
  };

  /** Sends what can be sent, in order. */
  const flush = () => {
    stopFlush();
    const waiting = queue;
    const blocked = new Set();
    queue = [];
    for (const entry of waiting) {
      if (!blocked.has(entry.seat) && trySend(entry)) continue;
      blocked.add(entry.seat);
      queue.push(entry);
    }
    if (queue.some(canSend)) stopFlush = later(Math.ceil(1000 / rate), flush);
  };

  const submit = entry => {
    const { seat } = entry;
    if (seat && !["joining", "joined"].includes(seat.status)) return drop(entry, "not-joined");
    if (link.isClosed()) return drop(entry, "closed");
    if (!queue.some(other => other.seat === seat) && trySend(entry)) return "sent";
    if (entry.isVolatile) return drop(entry, "volatile");
    if (queue.length >= max) return drop(entry, "overflow");
    queue.push(entry);
    expire();
    flush();
    return "queued";
  };

  return {
    nextId,
    flush,
    takeToken,

    /** Sends a message, now or later. Returns "sent", "queued" or "dropped". */
    say: (...message) => submit(createEntry(...message)),

    /** Sends an ask, now or later. Resolves with the frame of the answer. */
    ask(type, body, fields, { timeoutMs = ASK_TIMEOUT_MS, signal } = {}, seat) {
      const stop = [];
      return new Promise((resolve, reject) => {
        const entry = createEntry(type, body, fields, false, seat);
        const giveUp = code => {
          queue = queue.filter(other => other !== entry);
          entry.fail(new StraitError(code));
          if (entry.isSent && late.push(entry.id) > MAX_SENT) asks.delete(late.shift());
        };
        entry.resolve = resolve;
        entry.fail = error => reject(Object.assign(error, { sent: entry.isSent }));
        stop.push(later(timeoutMs, () => giveUp("timeout")), onAbort(signal, () => giveUp("aborted")));
        if (!signal?.aborted) submit(entry);
      }).finally(() => stop.forEach(each => each()));
    },

    /** Returns and forgets the ask of an id, if there is one. */
    takeAsk(id) {
      const ask = asks.get(id);
      asks.delete(id);
      return ask;
    },

    /** Returns the message of an id, if it is one of the last. */
    sent: id => sent.get(id),

    /** Applies the limits that the server has told. */
    obey({ maxMessageBytes = maxBytes, maxMessagesPerSecond }) {
      maxBytes = maxMessageBytes;
      rate = tokens = maxMessagesPerSecond;
      tokensAt = Date.now();
    },

    /** Drops the messages for a room that was left or refused. */
    leave: seat => dropAll("not-joined", entry => entry.seat === seat),

    /** What was sent can no longer be answered. */
    disconnected() {
      stopFlush();
      sent.clear();
      for (const ask of asks.values()) ask.fail(new StraitError("unanswered"));
      asks.clear();
      late.length = 0;
    },

    /** Drops everything that waits. */
    close() {
      stopExpiry();
      dropAll("closed", () => true);
    },
  };
};
