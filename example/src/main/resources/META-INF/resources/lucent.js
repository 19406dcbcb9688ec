// A client as Lucent's pages have it: one socket, rooms by frames, no library.

const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`);
const status = document.querySelector("#status");
const send = frame => socket.send(JSON.stringify(frame));

function show(state, text) {
  status.dataset.state = state;
  status.querySelector("span").textContent = text;
}

function line(list, author, text, className = "") {
  const item = document.createElement("li");
  item.className = className;
  if (author) {
    item.append(Object.assign(document.createElement("b"), { textContent: author }));
  }
  item.append(text);
  const lines = document.querySelector(list);
  lines.append(item);
  lines.scrollTop = lines.scrollHeight;
  return item;
}

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
      const time = Object.assign(document.createElement("time"), {
        textContent: new Date(message.doc.createdAt).toLocaleTimeString(),
      });
      line("#posts", `#${message.doc.id}`, message.doc.title).append(time);
      break;
    }
    case "message":
      line("#notes", message.from.slice(0, 4), message.payload.note);
      break;
    case "error":
      line("#notes", "", message.message, "error");
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
  line("#notes", "you", note.value);
  note.value = "";
};
