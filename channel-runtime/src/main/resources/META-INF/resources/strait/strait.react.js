// Strait: hooks for React 18 and later. Components share connections and rooms, which outlive a remount.

import { useEffect, useRef, useSyncExternalStore } from "react";
import { later, none } from "./source.js";

/** How long a connection or room outlives its last component. */
const LINGER_MS = 1_000;
/** How long one stays that only a render has used, because React may discard renders. */
const UNUSED_MS = 30_000;

const isServer = globalThis.window === undefined;
const IDLE = Object.freeze({ status: "idle", attempt: 0 });
const JOINING = Object.freeze({ status: "joining" });

/** A connection or a room that components share. It leaves the registry when none has used it for a while. */
class Shared {
  #registry;
  #key;
  #end;
  #users = 0;
  #stopRemoval = none;
  /** The rooms of a connection. */
  rooms = new Map();

  constructor(registry, key, source, end = none) {
    this.#registry = registry;
    this.#key = key;
    this.#end = end;
    this.source = source;
    this.subscribe = run => source.subscribe(run);
    this.getState = () => source.state;
    this.#keep(UNUSED_MS);
  }

  /** Keeps it until the returned function is called, and a while longer. */
  use() {
    this.#users++;
    this.#stopRemoval();
    this.#registry.set(this.#key, this);
    return () => { if (!--this.#users) this.#keep(LINGER_MS); };
  }

  #keep(ms) {
    if (isServer) return; // where nothing is shared between requests
    this.#registry.set(this.#key, this);
    this.#stopRemoval = later(ms, () => {
      if (this.#registry.get(this.#key) === this) this.#registry.delete(this.#key);
      this.#end(this.source);
    });
  }
}

const connections = new Map();

const shareConnection = (name, connect, options) => {
  const { room, base, query } = options;
  const key = JSON.stringify([name, room, base && String(base), typeof query === "function" || query]);
  const found = connections.get(key);
  if (found) return found;
  // The functions of the latest render count.
  const functions = {};
  for (const each of ["token", "query"]) {
    if (typeof options[each] === "function") functions[each] = context => shared.options[each](context);
  }
  const connection = connect({ ...options, ...functions, signal: undefined, lazy: true });
  const shared = new Shared(connections, key, connection);
  shared.options = options;
  return shared;
};

const shareRoom = ({ source, rooms }, room) => {
  const key = JSON.stringify(room);
  return rooms.get(key) ?? new Shared(rooms, key, source.join(room), handle => handle.leave());
};

/** Calls the functions of the latest render. The listeners stay the same as long as the types do. */
const useMessages = (source, on = {}) => {
  const latest = useRef(on);
  const types = JSON.stringify(Object.keys(on).sort());
  useEffect(() => { latest.current = on; });
  useEffect(() => {
    const off = JSON.parse(types).map(type => source.on(type, (...message) => latest.current[type]?.(...message)));
    return () => off.forEach(run => run());
  }, [source, types]);
};

const useOpen = (shared, options) => {
  useEffect(() => { shared.options = options; });
  useEffect(() => {
    const stop = [shared.use(), shared.source.retain(LINGER_MS)];
    return () => stop.forEach(run => run());
  }, [shared]);
};

const useStateOf = ({ subscribe, getState }, initial) => useSyncExternalStore(subscribe, getState, () => initial);

/** The hook of a channel, for generated modules. */
export const useConnection = (name, connect, options = {}) => {
  const shared = shareConnection(name, connect, options);
  useMessages(shared.source, options.on);
  useOpen(shared, options);
  return { ...useStateOf(shared, IDLE), connection: shared.source };
};

/** The hook of a room, for generated modules. */
export const useRoom = (name, connect, room, options = {}) => {
  const connection = shareConnection(name, connect, options);
  const shared = shareRoom(connection, room);
  useMessages(shared.source, options.on);
  useOpen(connection, options);
  useEffect(() => shared.use(), [shared]);
  return { ...useStateOf(shared, JOINING), room: shared.source, connection: connection.source };
};

/** Returns the value of a store, such as latest(connection, "price"). Keep the store itself, with useMemo. */
export const useStore = store => useSyncExternalStore(store.subscribe, () => store.value, () => store.value);
