import { connectAuction } from "./strait/dev.strait.example.Auction.js";
import { connectChat } from "./strait/dev.strait.example.Chat.js";

const $ = id => document.getElementById(id);
const query = new URLSearchParams(location.search);
const money = new Intl.NumberFormat(undefined, { style: "currency", currency: "EUR" });
const ROOMS = ["lobby", "harbour", "deck"];

let user = query.get("user") ?? read("name");
let room = query.get("room") ?? "lobby";
let chat, auction, lot;

function read(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function keep(key, value) {
  try { localStorage.setItem(key, value); } catch { /* not available in private windows */ }
}

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function hue(name) {
  let hash = 7;
  for (const char of name) hash = (hash * 31 + char.codePointAt(0)) % 360;
  return hash;
}

function avatar(name) {
  const face = make("span", { className: "avatar", title: name, textContent: [...name][0]?.toUpperCase() ?? "?" });
  face.style.setProperty("--hue", hue(name));
  return face;
}

function toast(text) {
  $("toast").textContent = text;
  $("toast").classList.add("shown");
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => $("toast").classList.remove("shown"), 4000);
}

function enable(form, isOpen) {
  for (const button of document.querySelectorAll(`${form} button`)) button.disabled = !isOpen;
}

// ---- connection state

let countdown;
function showState({ status, retryMs, stale }) {
  clearInterval(countdown);
  const say = text => { $("status").lastElementChild.textContent = text; };
  $("status").dataset.state = status;
  if (status === "waiting" && retryMs) {
    const until = Date.now() + retryMs;
    const tick = () => say(`reconnecting in ${Math.max(0, Math.ceil((until - Date.now()) / 1000))} s`);
    tick();
    countdown = setInterval(tick, 250);
  } else {
    say(status === "open" ? "connected" : status === "closed" ? "refused" : "connecting");
  }
  if (stale) toast("There is a new version. Load the page again.");
  enable("#say", status === "open");
}

$("status").onclick = () => { chat?.wake(); auction?.wake(); };

// ---- the chat

const typing = new Map();

function showRooms() {
  const names = ROOMS.includes(room) ? ROOMS : [...ROOMS, room];
  $("rooms").replaceChildren(...names.map(name => {
    const tab = make("button", { type: "button", textContent: name, onclick: () => enter(name) });
    if (name === room) tab.setAttribute("aria-current", "true");
    return tab;
  }), make("button", { type: "button", className: "add", textContent: "+", title: "Another room", onclick: () => {
    const name = prompt("Name of the room")?.trim().toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    if (name) enter(name.slice(0, 40));
  } }));
  $("rooms").querySelector("[aria-current]").scrollIntoView({ block: "nearest", inline: "center" });
}

function enter(name) {
  room = name;
  chat?.close();
  $("messages").replaceChildren();
  $("here").replaceChildren();
  typing.clear();
  showTyping();
  showRooms();
  const address = new URL(location);
  address.searchParams.set("room", room);
  history.replaceState(null, "", address);
  chat = connectChat({ room: { room }, query: { user } });
  chat.subscribe(showState);
  chat.on("said", showSaid);
  chat.on("typing-now", message => setTyping(message.user, message.on));
  chat.on("here", message => $("here").replaceChildren(...message.users.map(avatar), countOf(message.users)));
  chat.on("notice", message => toast(message.text));
  chat.onError(error => toast(error.message));
}

function countOf(users) {
  return make("span", { className: "count", textContent: users.length === 1 ? "only you" : `${users.length} here` });
}

function showSaid(message) {
  setTyping(message.user, false);
  const isMine = message.user === user;
  const list = $("messages");
  const last = list.lastElementChild;
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const time = new Date(message.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const entry = make("li", { className: isMine ? "mine" : "" },
    avatar(message.user),
    make("div", { className: "bubble" },
      make("b", { textContent: message.user }),
      make("span", { className: "text", textContent: message.text }),
      make("time", { textContent: time, dateTime: message.at })));
  entry.dataset.user = message.user;
  entry.style.setProperty("--hue", hue(message.user));
  if (last?.dataset.user === message.user) entry.classList.add("again");
  list.append(entry);
  if (list.children.length > 500) list.firstElementChild.remove();
  if (isAtEnd || isMine) list.scrollTop = list.scrollHeight;
}

function setTyping(name, on) {
  clearTimeout(typing.get(name));
  typing.delete(name);
  if (on) typing.set(name, setTimeout(() => setTyping(name, false), 6000));
  showTyping();
}

function showTyping() {
  const names = [...typing.keys()];
  const who = names.length > 2 ? "Several people are" : `${names.join(" and ")} ${names.length > 1 ? "are" : "is"}`;
  $("typing").replaceChildren(...(names.length ? [make("i"), make("i"), make("i"), `${who} typing`] : []));
}

let isTyping = false;
let quiet;
function typed() {
  if (!isTyping) isTyping = chat.typing({ on: true }) === "sent";
  clearTimeout(quiet);
  quiet = setTimeout(stopTyping, 2500);
}

function stopTyping() {
  clearTimeout(quiet);
  if (isTyping) chat.typing({ on: false });
  isTyping = false;
}

$("text").oninput = () => ($("text").value ? typed() : stopTyping());
$("say").onsubmit = event => {
  event.preventDefault();
  const text = $("text").value;
  if (!text.trim()) return;
  stopTyping();
  if (chat.say({ text }) === "queued") toast("Not connected. Your message waits.");
  $("text").value = "";
};

// ---- the auction

let isBidding = false;
function watch() {
  auction = connectAuction({ room: { lot: 42 }, query: { user } });
  auction.subscribe(({ status }) => {
    isBidding = status === "open";
    enable("#bid", isBidding);
  });
  auction.on("price", showPrice);
  auction.on("sold", showSold);
  auction.onError(error => toast(error.message));
}

function verdict(text, kind) {
  $("verdict").textContent = text;
  $("verdict").className = kind;
}

function showPrice(price) {
  const isNew = !lot || lot.cents !== price.cents || lot.title !== price.title;
  if (lot?.title !== price.title) lot = { length: new Date(price.endsAt) - Date.now() };
  Object.assign(lot, price);
  $("title").textContent = price.title;
  $("price").textContent = money.format(price.cents / 100);
  $("leader").replaceChildren(...(price.leader
    ? [avatar(price.leader), price.leader === user ? "You lead" : `${price.leader} leads`]
    : ["No bid yet"]));
  $("cents").placeholder = (price.minimumCents / 100).toFixed(2);
  document.querySelector(".quick").replaceChildren(...[0, 400, 900].map(more => {
    const cents = price.minimumCents + more;
    return make("button", { type: "button", textContent: money.format(cents / 100), disabled: !isBidding, onclick: () => bid(cents) });
  }));
  if (isNew) {
    $("price").classList.remove("changed");
    void $("price").offsetWidth; // restarts the animation
    $("price").classList.add("changed");
    verdict(price.leader === user ? "Your bid stands." : "", "good");
  }
}

function showSold(sold) {
  const text = sold.winner ? `${sold.title}: ${money.format(sold.cents / 100)} to ${sold.winner}` : `${sold.title}: not sold`;
  $("sales").prepend(make("li", { textContent: text }));
  while ($("sales").children.length > 4) $("sales").lastElementChild.remove();
  if (sold.winner === user) toast(`Sold to you: ${sold.title}`);
}

async function bid(cents) {
  try {
    const outcome = await auction.bid({ cents });
    switch (outcome.type) {
      case "bid.leading": break; // the price message reports it to everyone
      case "bid.too-low": verdict(`too low: at least ${money.format(outcome.minimumCents / 100)}`, "bad"); break;
      case "bid.too-late": verdict("too late", "bad"); break;
    }
  } catch (refused) {
    const [first] = refused.errors ?? [];
    verdict(first ? `The bid ${first.message}.` : refused.message, "bad");
  }
}

$("bid").onsubmit = event => {
  event.preventDefault();
  const amount = Number(($("cents").value || $("cents").placeholder).replace(",", "."));
  if (Number.isFinite(amount)) bid(Math.round(amount * 100));
  $("cents").value = "";
};

setInterval(() => {
  if (!lot) return;
  const left = Math.max(0, new Date(lot.endsAt) - Date.now());
  $("countdown").textContent = `${Math.floor(left / 60000)}:${String(Math.floor(left / 1000) % 60).padStart(2, "0")}`;
  $("remaining").style.width = `${Math.min(100, left / Math.max(lot.length, 60000) * 100)}%`;
  $("remaining").classList.toggle("late", left < 10000);
}, 250);

// ---- start

function start() {
  enter(room);
  watch();
  $("text").focus({ preventScroll: true });
}

showRooms();
if (user) {
  start();
} else {
  $("welcome").showModal();
  $("welcome").oncancel = event => event.preventDefault();
  $("welcome").onclose = () => {
    user = $("name").value.trim() || "guest";
    keep("name", user);
    start();
  };
}
