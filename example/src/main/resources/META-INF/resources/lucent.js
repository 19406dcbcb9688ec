// A client like those of Lucent's pages: one socket, frames that join rooms, no library.

import { line, show, socketUrl } from "./old-clients.js";

const posts = document.querySelector("#posts");
const notes = document.querySelector("#notes");
const socket = new WebSocket(socketUrl("/ws"));
const send = frame => socket.send(JSON.stringify(frame));

socket.onopen = () => {
  send({ type: "join", room: "posts" });
  send({ type: "join", room: "editors" });
  show("open", "connected");
};
socket.onclose = () => show("closed", "disconnected");

socket.onmessage = event => {
  const message = JSON.parse(event.data);
  switch (message.type) {
    case "post:created": {
      const time = document.createElement("time");
      time.textContent = new Date(message.doc.createdAt).toLocaleTimeString();
      line(posts, `#${message.doc.id}`, message.doc.title).append(time);
      break;
    }
    case "message":
      line(notes, message.from.slice(0, 4), message.payload.note);
      break;
    case "error":
      line(notes, "", message.message, "error");
      break;
  }
};

document.querySelector("#write").onsubmit = event => {
  event.preventDefault();
  const title = document.querySelector("#title");
  send({ type: "post:create", title: title.value });
  title.value = "";
};

document.querySelector("#tell").onsubmit = event => {
  event.preventDefault();
  const note = document.querySelector("#note");
  send({ type: "broadcast", room: "editors", payload: { note: note.value } });
  line(notes, "you", note.value);
  note.value = "";
};
