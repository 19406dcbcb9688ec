// Shared by the pages for existing clients: the status and the lines of a list.

const status = document.querySelector("#status");

export function show(state, text) {
  status.dataset.state = state;
  status.querySelector("span").textContent = text;
}

export function line(list, author, text, className = "") {
  const item = document.createElement("li");
  item.className = className;
  if (author) {
    item.append(Object.assign(document.createElement("b"), { textContent: author }));
  }
  item.append(text);
  list.append(item);
  list.scrollTop = list.scrollHeight;
  return item;
}

export const socketUrl = path => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`;
