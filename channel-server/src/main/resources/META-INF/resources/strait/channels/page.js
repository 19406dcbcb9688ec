// The page of channels: lists the channels of the server, and shows one of them.

import { createConsole } from "./console.js";
import { documentation } from "./doc.js";
import { h } from "./dom.js";
import { shortName } from "./schema.js";

const list = document.getElementById("channels");
const main = document.getElementById("channel");
const side = document.getElementById("console");
let current;

const read = async name => {
  const response = await fetch("./" + name, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${name} cannot be read: ${response.status}`);
  return response.json();
};

/** Returns the name in an address, which encodes it. */
const chosen = ({ hash }) => {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
};

/** Shows a channel, unless another one was chosen meanwhile. */
const show = async name => {
  current?.close();
  current = undefined;
  for (const link of list.querySelectorAll("a")) {
    if (chosen(link) === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  try {
    const [description, module] = await Promise.all([read(name + ".asyncapi.json"), import(`../${name}.js`)]);
    if (chosen(location) !== name) return;
    document.title = shortName(name) + " – Channels";
    main.replaceChildren(...documentation(name, description).filter(Boolean));
    current = createConsole(description, module);
    side.replaceChildren(h("h2", {}, "Console"), current.element);
  } catch (error) {
    main.replaceChildren(h("p", { role: "alert" }, `${shortName(name)} cannot be shown. ${error.message}`));
    side.replaceChildren();
  }
};

const names = await read("channels.json");
list.append(h("ul", {}, names.map(name =>
  h("li", {}, h("a", { href: "#" + name, title: name }, shortName(name))))));
if (!names.length) main.replaceChildren(h("p", {}, "This server has no channels that generated clients can use."));

const choose = () => {
  const name = chosen(location);
  if (names.includes(name)) show(name);
  else if (names[0]) location.replace("#" + names[0]);
};
document.getElementById("to-console").addEventListener("click", () => side.scrollIntoView());
addEventListener("hashchange", choose);
choose();
