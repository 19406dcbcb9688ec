// Types of strait.react.js, which generated hooks use.
import type { Connection, ConnectionState, Options, Room, RoomState, Store } from "./strait.js";

/** The options of a hook. Components with the same channel, room, base and query share one connection. */
export interface HookOptions<Messages> extends Omit<Options, "signal" | "lazy"> {
  /** Functions for messages of the server by type; "*" stands for all. They may change with each render. */
  on?: ({
    readonly [Type in keyof Messages]?: (message: Messages[Type], room?: string) => void;
  } & { readonly "*"?: (message: Messages[keyof Messages], room?: string) => void }) | undefined;
}

/** The state of a connection, and the connection. It opens with the first component that uses it. */
export type Connected<C extends Connection<any>> = ConnectionState & { readonly connection: C };

/** The state of a room, the room, and its connection. It is left a second after its last component. */
export type Joined<R extends Room<any, any>, C extends Connection<any>> =
  RoomState & { readonly room: R; readonly connection: C };

/** Returns the value of a store, such as latest(connection, "price"). Keep the store itself, with useMemo. */
export function useStore<T>(store: Store<T>): T;

/** The hook of a channel, for generated modules. */
export function useConnection<Messages, C extends Connection<Messages>>(
  name: string, connect: (options: any) => C, options?: object): Connected<C>;

/** The hook of a room, for generated modules. */
export function useRoom<Messages, R extends Room<Messages, any>, C extends Connection<Messages>>(
  name: string, connect: (options: any) => C, room: unknown, options?: object): Joined<R, C>;
