// What a page knows: the poll in its URL, and the id of its voter.

import { useSyncExternalStore } from "react";

const listen = (run: () => void) => {
  addEventListener("hashchange", run);
  return () => removeEventListener("hashchange", run);
};

const readName = () => location.hash.toLowerCase().replace(/[^a-z0-9-]/g, "").slice(0, 40) || "lobby";

/** Returns the name of the poll, such as "lunch" at /#lunch. */
export const usePollName = () => useSyncExternalStore(listen, readName);

const newId = () => [...crypto.getRandomValues(new Uint32Array(3))].map(part => part.toString(36)).join("");

/** The same after a reload. Each tab is a voter of its own, so that one person can try the poll. */
export const voter = sessionStorage.getItem("voter") ?? newId();
sessionStorage.setItem("voter", voter);
