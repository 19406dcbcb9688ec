// The page of channels: a form for one message.

import { h, labelled } from "./dom.js";
import { fieldsOf, isLong, kindOf, namesOf, typeOf } from "./schema.js";

const inputFor = (document, schema, value) => {
  const kind = kindOf(document, schema);
  switch (kind) {
    case "boolean": return { kind, element: h("input", { type: "checkbox", checked: value === true }) };
    case "enum": return { kind, element: h("select", {}, namesOf(document, schema).map(name =>
      h("option", { value: name, selected: name === value }, name))) };
    case "json": return { kind, element: h("textarea", { rows: 2, spellcheck: false, value: JSON.stringify(value ?? null) }) };
    default: return { kind, element: isLong(document, schema)
      ? h("textarea", { rows: 2, value: value ?? "" })
      : h("input", { autocomplete: "off", value: value ?? "", inputMode: kind === "number" ? "decimal" : "text" }) };
  }
};

/** Returns what an input says; a number or JSON that is none stays a text, which the rules refuse. */
const read = ({ kind, element }) => {
  const { value } = element;
  if (kind === "boolean") return element.checked;
  if (kind === "enum" || kind === "text") return value;
  try {
    const parsed = JSON.parse(value);
    return Number.isInteger(parsed) && !Number.isSafeInteger(parsed) ? value : parsed; // it would be another number
  } catch {
    return value;
  }
};

/**
 * Returns a form for the fields of a message.
 *
 * @param check returns what is wrong with the fields
 * @returns {{ element, fields(), isValid() }}
 */
export const createForm = (document, payload, example, check) => {
  const inputs = fieldsOf(payload).map(({ name, schema, isRequired }) => {
    const input = inputFor(document, schema, example?.[name]);
    const problem = h("small", { className: "problem", role: "status" });
    const isGiven = isRequired ? null
      : h("input", { type: "checkbox", checked: example?.[name] !== undefined, title: "Send " + name, ariaLabel: "Send " + name, onchange: () => validate() });
    const row = h("div", { className: "row" },
      labelled(h("code", {}, name), input.element, typeOf(schema)), isGiven, problem);
    input.element.addEventListener("input", () => {
      if (isGiven) isGiven.checked = true;
      validate();
    });
    return { ...input, name, isGiven, problem };
  });

  const fields = () => Object.fromEntries(inputs
    .filter(({ isGiven }) => !isGiven || isGiven.checked)
    .map(input => [input.name, read(input)]));

  const validate = () => {
    const problems = check(fields());
    for (const { name, element, problem } of inputs) {
      const own = problems.filter(({ path }) => path === "/" + name || path.startsWith(`/${name}/`));
      element.setAttribute("aria-invalid", String(own.length > 0));
      problem.textContent = own.map(({ path, message }) => `${path.slice(name.length + 1)} ${message}`.trim()).join("; ");
    }
    return !problems.length;
  };

  const element = h("div", { className: "inputs" },
    inputs.length ? inputs.map(({ problem }) => problem.parentElement) : h("p", { className: "quiet" }, "No fields."));
  validate();
  return { element, fields, isValid: validate };
};
