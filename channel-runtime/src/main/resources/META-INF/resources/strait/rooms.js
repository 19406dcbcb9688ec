// Strait: the rooms that a connection is in, or wants to be in again.

import { Connection } from "./connection.js";
import { Source, later, none } from "./source.js";

const JOIN_WINDOW_MS = 500;
const MAX_JOINS = 40; // in a window
const JOIN_TIMEOUT_MS = 5_000;

/** A room of a connection. Several of the same name share one seat, which is left with the last of them. */
export class Room extends Source {
  #connection;
  #seat;

  constructor(connection, room, name) {
    super({ status: "joining" });
    this.#connection = connection;
    this.room = room;
    this.name = name;
    this.#seat = connection.$rooms.enter(this);
  }

  /** Leaves the room. */
  leave() {
    if (!this.#seat.handles.delete(this)) return;
    this.$become({ status: "left" });
    if (!this.#seat.handles.size) this.#connection.$rooms.leave(this.#seat);
  }

  $send(type, fields, options) {
    return this.#connection.$send(type, fields, options, this.#seat.handles.has(this) ? this.#seat : {});
  }
}

/** A connection to a channel whose clients join rooms. */
export class RoomConnection extends Connection {
  $createRooms(link, outbox) {
    this.$rooms = createRooms(link, outbox);
    return this.$rooms;
  }
}

/** Creates the rooms of a connection: none. A seat is a place in a room, which survives reconnects. */
export const createRooms = (link, outbox) => {
  const seats = new Map();
  /** The joins that were not answered yet, by id. */
  const asked = new Map();
  let windowAt = 0;
  let count = 0;
  let stopTimer = none;

  const change = (seat, state) => {
    seat.status = state.status;
    for (const handle of [...seat.handles]) handle.$become(state);
  };

  const end = (seat, state) => {
    seats.delete(seat.name);
    change(seat, state);
    outbox.leave(seat);
  };

  /** Asks for the rooms that are not joined yet: a few at a time, again if there is no answer. */
  const join = () => {
    stopTimer();
    if (!link.isWritable()) return;
    const now = Date.now();
    if (Math.abs(now - windowAt) >= JOIN_WINDOW_MS) { // the clock may have been set back
      windowAt = now;
      count = 0;
    }
    const waiting = [...seats.values()].filter(({ status }) => status === "joining");
    for (const seat of waiting) {
      if (now < seat.dueAt || count === MAX_JOINS || !outbox.takeToken()) continue;
      count++;
      seat.dueAt = now + JOIN_TIMEOUT_MS;
      const $id = outbox.nextId();
      asked.set($id, seat);
      link.send({ type: "$join", room: seat.name, $id });
    }
    if (waiting[0]) stopTimer = later(windowAt + JOIN_WINDOW_MS - now, join);
  };

  /** Returns and forgets the seat whose join an id belongs to, if it still waits. */
  const takeAsked = (id, name) => {
    const seat = asked.get(id) ?? seats.get(name);
    asked.delete(id);
    return seat;
  };

  return {
    join,

    enter(handle) {
      const { name } = handle;
      const seat = seats.get(name) ?? { name, handles: new Set(), status: "joining", dueAt: 0 };
      seats.set(name, seat);
      seat.handles.add(handle);
      handle.$become({ status: seat.status });
      join();
      return seat;
    },

    /** Leaves the room of a seat without handles. */
    leave(seat) {
      if (seats.get(seat.name) !== seat) return;
      end(seat, { status: "left" });
      // With an id, so that the answer differs from a leave by the server.
      if (seat.dueAt && link.isWritable()) link.send({ type: "$leave", room: seat.name, $id: outbox.nextId() });
    },

    joined({ room, $re }) {
      const seat = takeAsked($re, room);
      if (seat?.status !== "joining") return;
      change(seat, { status: "joined" });
      outbox.flush();
    },

    /** The server has removed the connection from a room. */
    left({ room, $re }) {
      const seat = seats.get(room);
      // While a join waits for its answer, it is about an earlier membership.
      const isPending = seat?.status === "joining" && seat.dueAt;
      if (seat && !isPending && $re === undefined) end(seat, { status: "left" });
    },

    /** Takes an error. Returns whether it answers a join. */
    refused(id, error) {
      const seat = takeAsked(id);
      if (seat?.status !== "joining") return !!seat;
      if (error.code === "rate") seat.dueAt = Date.now() + error.retryMs;
      else end(seat, { status: "refused", error });
      return true;
    },

    /** Returns what listens to a room. */
    handles: name => [...seats.get(name)?.handles ?? []],

    /** Changes the state of all rooms, when the connection closes for good or opens again. */
    become(state) {
      for (const seat of seats.values()) change(seat, state);
    },

    disconnected() {
      stopTimer();
      asked.clear();
      for (const seat of seats.values()) {
        seat.dueAt = 0;
        if (seat.status === "joined") change(seat, { status: "joining" });
      }
    },
  };
};
