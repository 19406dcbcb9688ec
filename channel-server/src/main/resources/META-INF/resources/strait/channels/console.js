// The page of channels: connects to a channel with its generated client, sends, and answers.

import { h, labelled } from "./dom.js";
import { channelOf, messagesOf } from "./doc.js";
import { createForm } from "./form.js";
import { createFrames } from "./frames.js";
import { refuse } from "../strait.js";

const DROPPED = 4999; // a code after which clients reconnect

/** Reads "a=1&b=2". */
const pairs = text => Object.fromEntries(new URLSearchParams(text));

/** Returns inputs for the components of a room, and what they say. Without components, a room is a text. */
const roomInputs = ({ parameters = {}, "x-strait-room": key }) => {
  const names = Object.keys(key ?? parameters);
  const inputs = (names.length ? names : ["room"]).map(name => [name, key?.[name]?.enum
    ? h("select", {}, key[name].enum.map(value => h("option", {}, value)))
    : h("input", { autocomplete: "off", value: parameters[name]?.examples?.[0] ?? "" })]);
  const valueOf = (name, { value }) => {
    const isNumber = key?.[name]?.type === "integer" && value.trim() !== "" && Number.isSafeInteger(Number(value));
    return isNumber ? Number(value) : value;
  };
  return {
    fields: inputs.map(([name, input]) => labelled(h("code", {}, name), input)),
    read: () => names.length ? Object.fromEntries(inputs.map(([name, input]) => [name, valueOf(name, input)])) : inputs[0][1].value,
  };
};

/**
 * Returns a console for a channel.
 *
 * @returns {{ element, close() }}
 */
export const createConsole = (document, module) => {
  const channel = channelOf(document);
  const outgoing = messagesOf(document, "receive");
  const asks = messagesOf(document, "send").filter(({ replies }) => replies.length);
  const kind = channel["x-strait-rooms"];
  const tags = [...new Set(["type", ...Object.values(document.components.messages).flatMap(({ payload }) =>
    Object.entries(payload.properties).filter(([, { const: value }]) => typeof value === "string").map(([name]) => name))])];
  const frames = createFrames(type => outgoing.find(({ name }) => name === type)?.["x-strait-method"], tags,
    kind === "joined" ? "room" : "connection");
  let connection;
  let socket;
  let room;

  /** Shows the frames of each connection, and lets one send any text. */
  class Tapped extends WebSocket {
    constructor(url) {
      super(url);
      socket = this;
      this.addEventListener("message", ({ data }) => frames.add("in", data));
    }

    send(text) {
      frames.add("out", text);
      super.send(text);
    }
  }

  const state = h("p", { className: "state", role: "status" }, "not connected");
  const result = h("pre", { className: "result", role: "status" });
  const token = h("input", { autocomplete: "off", placeholder: "none" });
  const query = h("input", { autocomplete: "off", placeholder: "user=ann" });
  const roomOf = roomInputs(channel);

  const show = text => {
    result.textContent = text;
    if (text) result.scrollIntoView({ block: "nearest" });
  };
  const failed = error => show([error.code, error.message].filter(Boolean).join(": "));

  const close = () => {
    questions.replaceChildren();
    connection?.close();
    connection = room = undefined;
  };

  const open = () => {
    close();
    show("");
    const options = { base: "..", WebSocket: Tapped, query: pairs(query.value) };
    if (token.value) options.token = () => token.value;
    if (kind === "path") options.room = roomOf.read();
    try {
      connection = module[channel["x-strait-connect"]](options);
    } catch (error) {
      return failed(error);
    }
    connection.subscribe(({ status, reason, user, retryMs }) => {
      state.dataset.status = status;
      state.textContent = [status, user && "as " + user, retryMs && `next attempt in ${retryMs} ms`,
        reason && `close code ${reason.code} ${reason.reason}`.trim(), reason?.error?.message].filter(Boolean).join(", ");
    });
    connection.onUnknown(() => frames.mark("unknown"));
    connection.onError(error => failed(error));
    connection.onDropped(({ type, reason }) => show(`${type} is not sent: ${reason}`));
    for (const ask of asks) connection.answer(ask.name, message => answer(ask, message));
    return undefined;
  };

  const join = () => {
    if (!connection) open();
    try {
      room = connection.join(roomOf.read());
      room.subscribe(({ status, error }) => show(`room ${room.name}: ${status}${error ? ", " + error.message : ""}`));
    } catch (error) {
      failed(error);
    }
  };

  const send = async (message, form) => {
    const source = kind === "joined" ? room : connection;
    if (!source) return show(kind === "joined" ? "Join a room first." : "Connect first.");
    const since = performance.now();
    try {
      const outcome = await source[message["x-strait-method"]](form.fields());
      return show(typeof outcome === "string" ? outcome
        : `${JSON.stringify(outcome, null, 2)}\n${(performance.now() - since).toFixed(1)} ms`);
    } catch (error) {
      return failed(error);
    }
  };

  const sendAnyway = text => {
    if (socket?.readyState !== 1) return show("Connect first.");
    socket.send(text);
    return show("sent without a check");
  };

  const sender = message => {
    const { payload, examples = [] } = message;
    const form = createForm(document, payload, examples[0]?.payload, fields => module[message["x-strait-rules"]].check(fields));
    const tag = Object.entries(payload.properties).find(([, { const: value }]) => typeof value === "string");
    const raw = h("textarea", { rows: 4, spellcheck: false, ariaLabel: "JSON" });
    const asText = () => JSON.stringify({
      ...(tag && { [tag[0]]: tag[1].const }), ...form.fields(), ...(room && { $room: room.name }), $id: "page-" + Date.now() });
    return h("details", { className: "sender", name: "sender" },
      h("summary", {}, h("code", {}, message.name)),
      h("form", { onsubmit: event => {
        event.preventDefault();
        send(message, form);
      } },
      form.element,
      h("p", { className: "actions" },
        h("button", { className: "primary" }, message.replies.length ? "Ask" : "Send"),
        h("button", { type: "button", title: "Let the server say what is wrong", onclick: () => sendAnyway(asText()) }, "Send anyway"))),
      h("details", { ontoggle: event => { if (event.target.open) raw.value = asText(); } },
        h("summary", {}, "Raw JSON"), raw,
        h("p", { className: "actions" }, h("button", { type: "button", onclick: () => sendAnyway(raw.value) }, "Send"))));
  };

  /** Shows a form for an ask of the server, and settles with what was entered. The form ends with its connection. */
  const answer = (ask, message) => new Promise((resolve, reject) => {
    const outcomes = ask.replies.filter(({ name }) => name !== "$error");
    const problem = h("p", { className: "problem", role: "alert" });
    const place = h("div", {});
    const dialog = h("section", { className: "asked", role: "alert" });
    let form;
    let outcome;
    const settle = run => {
      stopWatching?.();
      dialog.remove();
      run();
    };
    const choose = name => {
      outcome = outcomes.find(each => each.name === name);
      form = createForm(document, outcome.payload, outcome.examples?.[0]?.payload,
        fields => module[outcome["x-strait-rules"]].check(fields));
      place.replaceChildren(form.element);
    };
    const submit = event => {
      event.preventDefault();
      if (!form.isValid()) {
        problem.textContent = "The answer is not valid.";
        return;
      }
      const [by, { const: tag }] = Object.entries(outcome.payload.properties).find(([, { const: value }]) => typeof value === "string") ?? ["", {}];
      settle(() => resolve({ ...(outcomes.length > 1 && { [by]: tag }), ...form.fields() }));
    };
    const select = h("select", { ariaLabel: "Answer", onchange: ({ target }) => choose(target.value) },
      outcomes.map(({ name }) => h("option", { value: name }, name)));
    dialog.append(
      h("h3", {}, "The server asks: ", h("code", {}, ask.name)),
      h("pre", {}, JSON.stringify(message, null, 2)),
      h("form", { onsubmit: submit }, outcomes.length > 1 ? select : "", place, problem,
        h("p", { className: "actions" }, h("button", { className: "primary" }, "Answer"),
          h("button", { type: "button", onclick: () => settle(() => reject(refuse("refused", "Refused in the console."))) }, "Refuse"))));
    choose(outcomes[0].name);
    questions.append(dialog);
    dialog.scrollIntoView({ block: "nearest" });
    const stopWatching = connection?.subscribe(({ status }) => {
      if (status !== "open") queueMicrotask(() => settle(() => reject(refuse("gone", "The connection is gone."))));
    });
  });

  const questions = h("div", {});
  const element = h("div", {},
    h("form", { className: "connect", onsubmit: event => {
      event.preventDefault();
      open();
    } },
    kind === "path" ? roomOf.fields : null,
    labelled("Query", query), labelled("Token", token),
    h("p", { className: "actions" },
      h("button", { className: "primary" }, "Connect"),
      h("button", { type: "button", title: "Breaks the connection, so that you can watch the client reconnect",
        onclick: () => socket?.close(DROPPED) }, "Drop"),
      h("button", { type: "button", onclick: close }, "Close")), state),
    kind === "joined" ? h("form", { className: "connect", onsubmit: event => {
      event.preventDefault();
      join();
    } }, roomOf.fields, h("p", { className: "actions" }, h("button", { className: "primary" }, "Join"),
      h("button", { type: "button", onclick: () => room?.leave() }, "Leave"))) : null,
    questions,
    h("section", {}, h("h3", {}, "Send"), outgoing.map(sender), result),
    frames.element);
  return { element, close };
};
