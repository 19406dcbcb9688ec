// Strait: the socket of a connection, which is replaced when it breaks. Times are compared, and timers only wake up, because
// hidden pages run their timers once a minute.

import { later, none, report } from "./source.js";

const ATTEMPT_MS = 10_000; // token, query, socket and $ready
const SILENCE_MS = 25_000;
const PONG_MS = 10_000;
const WAKE_PONG_MS = 3_000;
const YOUNG_ATTEMPT_MS = 1_000;
const STABLE_MS = 30_000;
const FIRST_DELAY_MS = 500;
const MIN_DELAY_MS = 100;
const MAX_DELAY_MS = 30_000;
const MAX_LATE_HELLOS = 3;
const HANDSHAKES_BEFORE_WARNING = 3;

const LOST = 1006;
const POLICY = 1008;
const UNAUTHENTICATED = 4401;
const FORBIDDEN = 4403;
const NO_HELLO = 4408;
const FINAL = [1000, 1003, 1007, 4400, FORBIDDEN, 4409, 4410];

/**
 * Creates a link, which is idle.
 *
 * @param host the connection: $url(query), $hello(token), $become(state), $opened(frame, attempt), $received(frame),
 *   $unknown(data), $disconnected()
 */
export const createLink = (host, options) => {
  const WebSocket = options.WebSocket ?? globalThis.WebSocket;
  let status = "idle";
  let socket;
  /** Changes with each attempt and each loss, so that what is of an earlier one can be told. */
  let epoch = 0;
  let attempt = 0;
  let attemptSince;
  let failedHandshakes;
  let lateHellos;
  let isTokenRefused;
  let byeMs;
  /** The latest error of the server, which often tells why it closes. */
  let lastError;
  let openedAt;
  let heardAt;
  /** When the answer to a ping is due; undefined if none is. */
  let pongDue;
  let stopTimer = none;
  let stopBeat = none;
  let stopWatching = none;

  /** Whether a message can be sent now. A socket that is closing would discard it. */
  const isWritable = () => status === "open" && socket.readyState === 1;

  const send = frame => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));

  const become = state => {
    status = state.status;
    host.$become(state);
  };

  /** Drops the socket of an attempt. Its events are ignored from now on, because a close may take a minute. */
  const release = () => {
    stopTimer();
    stopBeat();
    pongDue = undefined;
    const released = socket;
    socket = undefined;
    if (!released) return;
    released.onopen = released.onmessage = released.onclose = null;
    try {
      released.close(1000);
    } catch (error) {
      report(error);
    }
  };

  /** Returns whether nothing else has happened meanwhile: the application may have closed or opened the connection. */
  const disconnect = next => {
    release();
    const current = ++epoch;
    status = next;
    host.$disconnected();
    return current === epoch && status === next;
  };

  /** Ends in a state, "idle" or "closed". */
  const end = state => {
    if (status === state.status) return;
    stopWatching();
    if (disconnect(state.status)) become(state);
  };

  /** With full jitter, so that clients do not return all at once. */
  const nextDelay = code => Math.max(MIN_DELAY_MS, Math.round(
    Math.random() * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt++))) + (code === POLICY ? MAX_DELAY_MS : 0);

  const lose = (code, reason, cause) => {
    if (status === "open" && Date.now() - openedAt >= STABLE_MS) attempt = 0;
    const why = { code, reason, error: lastError ?? cause };
    const retryMs = byeMs ?? nextDelay(code);
    if (!disconnect("waiting")) return;
    const isDenied = code === UNAUTHENTICATED;
    const isFinal = isDenied ? isTokenRefused || !options.token : FINAL.includes(code);
    isTokenRefused ||= isDenied;
    lateHellos = code === NO_HELLO ? lateHellos + 1 : 0;
    if (isFinal || lateHellos === MAX_LATE_HELLOS) return end({ status: "closed", attempt: 0, reason: why });
    const waitsForPage = options.hidden === "wait" && globalThis.document?.hidden;
    if (!waitsForPage) stopTimer = later(retryMs, connect);
    become({ status: "waiting", attempt, reason: why, retryMs });
  };

  const connect = () => {
    release();
    const current = ++epoch;
    lastError = byeMs = undefined;
    attemptSince = Date.now();
    stopTimer = later(ATTEMPT_MS, () => lose(LOST, "timeout"));
    become({ status: "connecting", attempt });
    dial(current).catch(error => { if (current === epoch) lose(LOST, String(error?.message ?? error), error); });
  };

  const dial = async current => {
    const { token: getToken, query } = options;
    const token = await getToken?.({ refused: isTokenRefused });
    const url = host.$url(typeof query === "function" ? await query() : query);
    if (current !== epoch) return;
    const dialed = new WebSocket(url); // without a subprotocol: browsers fail if the server does not choose it
    let hasOpened;
    socket = dialed;
    dialed.onopen = () => {
      hasOpened = true;
      failedHandshakes = 0;
      send(host.$hello(token));
    };
    dialed.onmessage = receive;
    dialed.onclose = ({ code, reason }) => {
      lose(code, reason);
      if (!hasOpened && ++failedHandshakes === HANDSHAKES_BEFORE_WARNING) explain(url);
    };
    dialed.onerror = none; // the ws package ends the process without it; a close follows
  };

  /** Browsers do not tell the status of a failed handshake, so the same URL is fetched once. */
  const explain = url => {
    console.warn(`Strait cannot connect to ${url.replace(/\?.*/, "")}: check the address and the allowed origins.`);
    globalThis.fetch?.(url.replace(/^ws/, "http"), { redirect: "manual" }).then(({ status: answer, type }) => {
      const isLogin = answer === 401 || type === "opaqueredirect" || (answer > 300 && answer < 400);
      const isOver = (answer === 403 || isLogin) && failedHandshakes >= HANDSHAKES_BEFORE_WARNING;
      if (isOver && (status === "waiting" || status === "connecting")) lose(isLogin ? UNAUTHENTICATED : FORBIDDEN, "refused");
    }, none);
  };

  const receive = ({ data }) => {
    heardAt = Date.now();
    pongDue = undefined;
    let frame = data;
    try {
      frame = JSON.parse(data);
    } catch { /* the text is an unknown frame */ }
    if (typeof frame !== "object" || !frame || Array.isArray(frame)) return host.$unknown(frame);
    if (frame.type !== "$error") lastError = undefined;
    if (frame.type === "$ready") opened(frame);
    else if (frame.type === "$bye") byeMs = frame.retryMs;
    else if (frame.type === "$expiring") reauthenticate().catch(report);
    else host.$received(frame);
  };

  const opened = frame => {
    if (status !== "connecting") return;
    stopTimer();
    openedAt = heardAt;
    isTokenRefused = false;
    lateHellos = 0;
    status = "open";
    beat();
    host.$opened(frame, attempt);
  };

  const reauthenticate = async () => {
    const current = epoch;
    const token = await options.token?.({ refused: false });
    if (token !== undefined && current === epoch && isWritable()) send({ type: "$auth", token });
  };

  const beat = () => {
    stopBeat();
    const now = Date.now();
    heardAt = Math.min(heardAt, now); // the clock may have been set back
    const due = pongDue ?? heardAt + SILENCE_MS;
    if (now < due) stopBeat = later(Math.min(due - now, SILENCE_MS), beat);
    else if (pongDue) lose(LOST, "no answer to a ping");
    else ping(PONG_MS);
  };

  const ping = pongMs => {
    const due = Date.now() + pongMs;
    if (pongDue <= due) return;
    pongDue = due;
    if (isWritable()) send({ type: "$ping" });
    beat();
  };

  const wake = () => {
    if (status === "open") ping(WAKE_PONG_MS);
    const isOld = status === "connecting" && Date.now() - attemptSince > YOUNG_ATTEMPT_MS;
    if (status === "waiting" || isOld) connect();
  };

  const watchPage = () => {
    if (!globalThis.addEventListener) return;
    const watching = new AbortController();
    const { document } = globalThis;
    const listen = (target, event, run) => target?.addEventListener(event, run, { signal: watching.signal });
    const wakeIfVisible = () => { if (!document?.hidden) wake(); };
    for (const event of ["online", "offline"]) listen(globalThis, event, wakeIfVisible);
    for (const event of ["visibilitychange", "resume"]) listen(document, event, wakeIfVisible);
    listen(globalThis, "pageshow", ({ persisted }) => { if (persisted) wake(); });
    listen(globalThis, "pagehide", () => { // an open socket would keep the page out of the back/forward cache
      if (disconnect("waiting")) {
        become({ status: "waiting", attempt, reason: { code: 1001, reason: "page hidden" } });
      }
    });
    stopWatching = () => watching.abort();
  };

  const open = () => {
    if (!["idle", "closed"].includes(status) || !WebSocket) return; // no WebSocket: on a server that renders pages
    attempt = failedHandshakes = lateHellos = 0;
    isTokenRefused = false;
    watchPage();
    connect();
  };

  return {
    open,
    end,
    wake,
    send,
    isWritable,
    reauthenticate,
    isClosed: () => status === "closed",
    noteError(error) {
      lastError = error;
    },
    /** Returns a function that tells whether the socket is still the same. */
    mark() {
      const current = epoch;
      return () => current === epoch && isWritable();
    },
  };
};
