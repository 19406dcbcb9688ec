// The page of channels: the frames of a connection, both directions.

import { copy, h } from "./dom.js";

const MAX_FRAMES = 500;

const time = () => new Date().toTimeString().slice(0, 8) + "." + String(Date.now() % 1000).padStart(3, "0");

const parse = text => {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
};

/**
 * Returns a list of frames.
 *
 * @param methodOf returns the method of the client for a type, if it has one
 * @param tags the fields that may tell the type
 * @param sender what sends, in the copied JavaScript
 * @returns {{ element, add(direction, text), mark(text, kind), close() }}
 */
export const createFrames = (methodOf, tags, sender) => {
  let isPaused = false;
  const list = h("ol", { className: "frames", ariaLabel: "Frames", tabIndex: 0 });
  const filter = h("input", { type: "search", placeholder: "Filter", ariaLabel: "Filter frames", oninput: () => [...list.children].forEach(show) });
  const pause = h("button", { type: "button", ariaPressed: "false", onclick: () => {
    isPaused = !isPaused;
    pause.ariaPressed = String(isPaused);
    pause.textContent = isPaused ? "Go on" : "Pause";
  } }, "Pause");
  const show = item => { item.hidden = !item.textContent.toLowerCase().includes(filter.value.toLowerCase()); };

  const asCall = (type, frame) => {
    const fields = Object.fromEntries(Object.entries(frame).filter(([name]) => !tags.includes(name) && !name.startsWith("$")));
    return `${sender}.${methodOf(type)}(${JSON.stringify(fields)});`;
  };

  const add = (direction, text) => {
    if (isPaused) return undefined;
    const frame = parse(text);
    const type = tags.map(tag => frame[tag]).find(text => typeof text === "string") ?? "";
    const room = frame.$room ?? (String(type).startsWith("$") ? frame.room : undefined);
    const isError = type === "$error";
    const item = h("li", { className: `${direction}${isError ? " refused" : ""}${type.startsWith?.("$") ? " control" : ""}` },
      h("details", {},
        h("summary", {},
          h("span", { className: "arrow", title: direction === "out" ? "sent" : "received" }, direction === "out" ? "↑" : "↓"),
          h("time", {}, time()), h("code", {}, String(type)),
          room ? h("span", { className: "type" }, String(room)) : null,
          h("span", { className: "size" }, `${new TextEncoder().encode(text).length} B`)),
        h("pre", {}, type ? JSON.stringify(frame, null, 2) : text),
        h("p", { className: "actions" },
          h("button", { type: "button", onclick: event => copy(event.target, text) }, "Copy JSON"),
          direction === "out" && methodOf(type)
            ? h("button", { type: "button", onclick: event => copy(event.target, asCall(type, frame)) }, "Copy as JavaScript") : null)));
    list.prepend(item);
    show(item);
    if (list.children.length > MAX_FRAMES) list.lastChild.remove();
    return item;
  };

  return {
    element: h("section", { className: "log" },
      h("div", { className: "bar" }, h("h3", {}, "Frames"), filter, pause,
        h("button", { type: "button", onclick: () => list.replaceChildren() }, "Clear")),
      list),
    add,
    /** Marks the last frame that was received. */
    mark: kind => list.querySelector("li.in")?.classList.add(kind),
  };
};
