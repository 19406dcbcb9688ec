import { connectTeam } from "./strait/dev.strait.example.cluster.Team.js";

const element = (id) => document.getElementById(id);
const user = new URLSearchParams(location.search).get("user") ?? `guest-${Math.floor(Math.random() * 1000)}`;
const team = connectTeam({ room: { room: "lobby" }, query: { user } });

/** Nodes have colors: those of neighbors differ much. */
const hue = (node) => [...node].reduce((sum, character) => sum * 7 + character.codePointAt(0) * 137, 0) % 360;

function show(id, text, isBad = false) {
  element(id).textContent = text;
  element(id).dataset.state = isBad ? "bad" : "good";
}

team.subscribe(({ status }) => show("connection", status, status !== "open"));

team.on("status", ({ node, others, isConnected, people, isComplete }) => {
  element("node").textContent = node;
  document.documentElement.style.setProperty("--hue", hue(node));
  document.title = `${node} — Strait`;
  show("redis", isConnected ? "connected" : "not reachable", !isConnected);
  show("others", others.length ? others.join(", ") : "none", !others.length);
  show("people", isComplete ? `${people}` : `${people} or more`, !isComplete);
});

team.on("said", ({ user: from, text, node }) => {
  const item = document.createElement("li");
  item.style.setProperty("--hue", hue(node));
  const origin = document.createElement("small");
  origin.textContent = node;
  const name = document.createElement("b");
  name.textContent = from;
  item.append(origin, name, text);
  element("messages").append(item);
  item.scrollIntoView({ block: "end" });
});

element("say").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = element("text").value.trim();
  if (text) {
    team.say({ text });
    element("text").value = "";
  }
});
