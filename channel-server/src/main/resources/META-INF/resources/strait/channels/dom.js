// The page of channels: makes elements.

/** Returns an element. Properties that begin with "on" are listeners; null and false are left out. */
export const h = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "list") element[name] = value;
    else if (value !== null && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== false && child !== undefined));
  return element;
};

/** Returns a field with its label. */
export const labelled = (text, input, note) =>
  h("label", { className: "field" }, h("span", {}, text, note ? h("small", {}, note) : null), input);

/** Copies a text and tells it on the button. */
export const copy = async (button, text) => {
  const label = button.dataset.label ??= button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Not allowed";
  }
  setTimeout(() => { button.textContent = label; }, 1_500);
};
