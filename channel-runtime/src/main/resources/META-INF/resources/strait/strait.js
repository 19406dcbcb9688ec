// Strait: what generated modules import. Use these modules, such as com.acme.Chat.js.

export * from "./checks.js";
export { Connection, channel } from "./connection.js";
export { Room, RoomConnection } from "./rooms.js";
export { StraitError, collect, latest, refuse } from "./source.js";
