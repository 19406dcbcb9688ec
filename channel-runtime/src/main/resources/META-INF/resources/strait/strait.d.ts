// Types of strait.js, which generated modules extend.

/** A 64-bit or larger integer, as text: JavaScript's numbers are not exact beyond 2^53. BigInt(x) reads it. */
export type Int64 = `${bigint}`;
/** A decimal number, as text. */
export type Decimal = `${number}`;
/** A UUID. crypto.randomUUID() returns one. */
export type Uuid = `${string}-${string}-${string}-${string}-${string}`;
/** A point in time, such as 2026-01-31T09:30:00Z. new Date().toISOString() returns one. */
export type Instant = string;
/** A date, such as 2026-01-31. */
export type LocalDate = string;
/** A time of day, such as 09:30:00. */
export type LocalTime = string;
/** A date and time without a zone, such as 2026-01-31T09:30:00. */
export type LocalDateTime = string;
/** A date and time with an offset, such as 2026-01-31T09:30:00+01:00. */
export type OffsetDateTime = string;
/** A time with an offset, such as 09:30:00+01:00. */
export type OffsetTime = string;
/** A date and time with a zone, such as 2026-01-31T09:30:00+01:00[Europe/Berlin]. */
export type ZonedDateTime = string;
/** A duration, such as PT1H30M. */
export type Duration = string;
/** A period, such as P1Y2M3D. */
export type Period = string;
/** A year, such as "2026". */
export type Year = string;
/** A month of a year, such as 2026-01. */
export type YearMonth = string;
/** A day of any year, such as --01-31. */
export type MonthDay = string;
/** A time zone, such as Europe/Berlin. */
export type ZoneId = string;
/** An offset, such as +01:00. */
export type ZoneOffset = string;
/** A URI, such as https://example.com/a. */
export type Uri = string;
/** Bytes in base64. */
export type Base64 = string;
/** The names that the contract lists, or one of a newer server. */
export type Open<Name extends string> = Name | (string & {});
/** A record of a newer server, which the contract does not list. */
export type Unlisted<By extends string = "type"> =
  { readonly [name in By]: "$unlisted" } & { readonly originalType: string };

export type Awaitable<T> = T | PromiseLike<T>;
/** The promise of an answer. It rejects with a StraitError. */
export type Answer<T> = Promise<T>;
/** Ends what it was returned for. Calling it again changes nothing. */
export type Unsubscribe = () => void;
/** What became of a message: it was sent, it waits for the connection, or it is reported to onDropped. */
export type Sent = "sent" | "queued" | "dropped";

export interface Violation {
  /** The field, as a JSON Pointer: "/text". */
  readonly path: string;
  /** The rule, such as "not-blank". */
  readonly rule: string;
  /** What is wrong, such as "must not be blank". */
  readonly message: string;
}

/** The rules of a message. They are a Standard Schema, for libraries of forms. */
export interface Rules<T> {
  /** Returns what is wrong with a value; empty if it is valid. */
  check(value: unknown): Violation[];
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "strait";
    readonly types?: { readonly input: T; readonly output: T } | undefined;
    readonly validate: (value: unknown) =>
      | { readonly value: T; readonly issues?: undefined }
      | { readonly issues: readonly { readonly message: string; readonly path: readonly string[] }[] };
  };
}

/**
 * What went wrong. The code is the server's, such as "forbidden", or one of the client's: "invalid", "room-invalid",
 * "timeout", "aborted", "unanswered", "unknown-answer", "overflow", "closed", "not-joined", "left".
 */
export class StraitError extends Error {
  constructor(code: string, message?: string, details?: object);
  readonly code: string;
  /** What is wrong with a message or a room. */
  readonly errors?: readonly Violation[];
  /** When to try again. */
  readonly retryMs?: number;
  /** Whether the server may have received the ask. */
  readonly sent?: boolean;
  /** The answer, if it is of a newer contract. */
  readonly frame?: unknown;
}

/** For handlers of the server's asks: throw refuse("busy", "Try again later."). */
export function refuse(code: string, message?: string): StraitError;

export interface Options {
  /** The base URL of the application. The default is the origin of this page; "." is the folder of the page. */
  base?: string | URL | undefined;
  /** Pairs for the query of the URL. A function is called before each connect. */
  query?: Record<string, string> | (() => Awaitable<Record<string, string>>) | undefined;
  /** Returns a token. Called before each connect, and before a token expires. */
  token?: ((context: { readonly refused: boolean }) => Awaitable<string>) | undefined;
  /**
   * Returns the trace that a message belongs to, such as the "traceparent" of W3C Trace Context. Called with each message.
   * The server's spans are then children of it.
   */
  trace?: (() => string | undefined) | undefined;
  /** Closes the connection. */
  signal?: AbortSignal | undefined;
  /** Connects with open() or retain() only. */
  lazy?: boolean | undefined;
  /** How many messages wait for the connection, and for how long. The default is 128 messages, each for 30 s. */
  queue?: { max?: number | undefined; maxAgeMs?: number | undefined } | undefined;
  /** What a hidden page does when the connection breaks. The default is "reconnect". */
  hidden?: "reconnect" | "wait" | undefined;
  /** The WebSocket class, where there is no global one. */
  WebSocket?: unknown;
}

export interface ListenOptions {
  signal?: AbortSignal | undefined;
  once?: boolean | undefined;
}

export interface AskOptions {
  /** The time to wait for the connection and for the answer. The default is 10 s. */
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface CloseReason {
  readonly code: number;
  readonly reason: string;
  /** The last error of the server before the close, or what failed here. */
  readonly error?: unknown;
}

export interface ConnectionState {
  readonly status: "idle" | "connecting" | "open" | "waiting" | "closed";
  /** How many attempts have failed in a row. */
  readonly attempt: number;
  /** Why the connection broke or closed. */
  readonly reason?: CloseReason;
  /** The time until the next attempt. */
  readonly retryMs?: number;
  /** The user id, as the server knows it. */
  readonly user?: string | undefined;
  /** The id of the connection. */
  readonly id?: string;
  /** Whether the server has another version of the contract, so that the page should be loaded again. */
  readonly stale?: boolean;
}

export interface RoomState {
  readonly status: "joining" | "joined" | "left" | "refused" | "closed";
  readonly error?: unknown;
}

/** A value that changes. It is also a store for Svelte. */
export interface Store<T> {
  readonly value: T;
  /** Calls a function now and on each change. */
  subscribe(run: (value: T) => void): Unsubscribe;
}

/** What connections and rooms have in common. Messages maps types to messages. */
export abstract class Source<Messages, State> implements AsyncIterable<Messages[keyof Messages]> {
  /** Not a value: it tells TypeScript the messages. */
  readonly $messages?: Messages;
  /** The current state. Each change makes a new object. */
  readonly state: State;
  /** Calls a function now and on each change of the state. */
  subscribe(run: (state: State) => void): Unsubscribe;
  /** Calls a function for each message of a type; "*" stands for all. */
  on<Type extends keyof Messages & string>(
    type: Type, run: (message: Messages[Type], room?: string) => void, options?: ListenOptions): Unsubscribe;
  on(type: "*", run: (message: Messages[keyof Messages], room?: string) => void, options?: ListenOptions): Unsubscribe;
  /** Resolves with the next message of a type. */
  next<Type extends keyof Messages & string>(
    type: Type, options?: { signal?: AbortSignal | undefined; timeoutMs?: number | undefined }): Promise<Messages[Type]>;
  /** Iterates over all messages. A consumer that is too slow gets an error "overflow". */
  messages(options?: { signal?: AbortSignal | undefined; max?: number | undefined }): AsyncIterableIterator<Messages[keyof Messages]>;
  [Symbol.asyncIterator](): AsyncIterator<Messages[keyof Messages]>;
  /** Resolves when the connection is open, or the room joined. Rejects when it never will be. */
  ready(): Promise<void>;
}

/** A connection to a channel. */
export abstract class Connection<Messages> extends Source<Messages, ConnectionState> {
  /** Connects, unless it is connected or connecting. */
  open(): void;
  /** Closes for good; open() starts again. */
  close(): void;
  /** Opens the connection if it is idle, and keeps it open until the returned function is called, and a while longer. */
  retain(lingerMs?: number): Unsubscribe;
  /** Checks the connection, or connects at once. Call it when an app returns to the foreground. */
  wake(): void;
  /** Requests a new token and sends it. This also happens by itself before a token expires. */
  reauthenticate(): Promise<void>;
  /** Calls a function with each frame that this module does not know. */
  onUnknown(run: (frame: unknown) => void, options?: ListenOptions): Unsubscribe;
  /** Calls a function with each error of the server, and the message that was refused if it is known. */
  onError(
    run: (error: StraitError, refused?: { readonly type: string; readonly fields: unknown }) => void,
    options?: ListenOptions): Unsubscribe;
  /** Calls a function with each message that is not sent. */
  onDropped(
    run: (dropped: { readonly type: string; readonly fields: unknown;
      readonly reason: "volatile" | "overflow" | "expired" | "closed" | "not-joined" }) => void,
    options?: ListenOptions): Unsubscribe;
}

/** A room of a connection. */
export abstract class Room<Messages, Key = string> extends Source<Messages, RoomState> {
  readonly room: Key;
  /** The name of the room on the wire. */
  readonly name: string;
  /** Leaves the room, unless there is another object of the same room. */
  leave(): void;
}

/** A store of the latest message of a type; undefined before the first. */
export function latest<Messages, Type extends keyof Messages & string>(
  source: Source<Messages, any>, type: Type): Store<Messages[Type] | undefined>;

/** A store of the last messages of a type, the oldest first. */
export function collect<Messages, Type extends keyof Messages & string>(
  source: Source<Messages, any>, type: Type, max?: number): Store<readonly Messages[Type][]>;
