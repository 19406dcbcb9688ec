// A client like Alepha's useRoom: the URL names the rooms, frames have an envelope, and a marker names the room of a frame.

import { line, show, socketUrl } from "./old-clients.js";

const rooms = ["lobby", "kitchen"];
const user = new URLSearchParams(location.search).get("user") ?? "guest";
const socket = new WebSocket(socketUrl(`/ws/chat?roomIds=${rooms.join(",")}&user=${encodeURIComponent(user)}`));
const lists = new Map();

for (const room of rooms) {
  const panel = document.createElement("section");
  panel.className = "panel";
  panel.ariaLabel = room;
  panel.innerHTML = `
    <h2></h2>
    <ol class="lines" aria-live="polite" data-empty="No messages yet."></ol>
    <form class="row"><input maxlength="500" autocomplete="off" placeholder="Say something"><button>Send</button></form>`;
  panel.querySelector("h2").textContent = room;
  const input = panel.querySelector("input");
  input.ariaLabel = `Message to ${room}`;
  const list = panel.querySelector("ol");
  lists.set(room, list);
  panel.querySelector("form").onsubmit = event => {
    event.preventDefault();
    socket.send(JSON.stringify({ roomId: room, message: { content: input.value } }));
    line(list, user, input.value);
    input.value = "";
  };
  document.querySelector("#rooms-of-page").append(panel);
}

socket.onopen = () => show("open", `connected as ${user}`);
socket.onclose = event => show("closed", event.reason || "disconnected");

socket.onmessage = event => {
  const { __alephaRoom: room, ...message } = JSON.parse(event.data);
  const targets = room === undefined ? [...lists.values()] : [lists.get(room)];
  for (const list of targets) {
    if (message.error !== undefined) {
      line(list, "", message.error, "error");
    } else if (message.type === "append") {
      line(list, message.username, message.content);
    } else if (message.type === "system") {
      line(list, "", message.message, "notice");
    }
  }
};
