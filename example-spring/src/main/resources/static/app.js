import { connectNews } from "./strait/dev.strait.example.spring.News.js";

const $ = id => document.getElementById(id);
const TOPICS = ["harbour", "weather", "sports"];

let topic = new URLSearchParams(location.search).get("topic") ?? TOPICS[0];
let news;

const me = await (await fetch("/me")).json();
$("user").firstElementChild.textContent = me.name;
$("publish").hidden = !me.isEditor;

function item(text, by, at) {
  const entry = document.createElement("li");
  const time = document.createElement("time");
  time.dateTime = at;
  time.textContent = `${by}, ${new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}`;
  entry.append(text, time);
  return entry;
}

function notice(text) {
  $("notice").textContent = text;
}

function showState({ status }) {
  $("status").dataset.state = status;
  $("status").textContent = { open: "connected", closed: "signed out", waiting: "reconnecting" }[status] ?? "connecting";
  for (const button of document.querySelectorAll("form button")) button.disabled = status !== "open";
}

function enter(name) {
  topic = name;
  news?.close();
  $("headlines").replaceChildren();
  $("comments").replaceChildren();
  $("topics").replaceChildren(...TOPICS.map(known => {
    const tab = document.createElement("button");
    tab.textContent = known;
    tab.onclick = () => enter(known);
    if (known === topic) tab.setAttribute("aria-current", "page");
    return tab;
  }));
  news = connectNews({ room: { topic } });
  news.subscribe(showState);
  news.on("published", ({ editor, headline, at }) => $("headlines").prepend(item(headline, editor, at)));
  news.on("commented", ({ user, text, at }) => $("comments").prepend(item(text, user, at)));
  news.on("readers", ({ count }) => {
    $("readers").textContent = count === 1 ? "1 reader" : `${count} readers`;
  });
  news.onError(error => notice(error.message));
}

$("comment").onsubmit = event => {
  event.preventDefault();
  news.comment({ text: $("text").value });
  $("text").value = "";
};

$("publish").onsubmit = async event => {
  event.preventDefault();
  try {
    const { readers } = await news.publish({ headline: $("headline").value });
    notice(`Sent to ${readers === 1 ? "1 reader" : `${readers} readers`}.`);
    $("headline").value = "";
  } catch (refused) {
    notice(refused.message);
  }
};

enter(topic);
