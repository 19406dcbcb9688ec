// The page of channels: what schemas say, in words, and what forms enter.

/** Returns the schema that a reference names. */
export const resolve = (document, schema) => {
  if (schema.$ref) {
    const parts = schema.$ref.slice(2).split("/").map(part => part.replace(/~1/g, "/").replace(/~0/g, "~"));
    return resolve(document, parts.reduce((node, part) => node[part], document));
  }
  const [only] = schema.allOf ?? [];
  return only && !schema.type ? { ...resolve(document, only), description: schema.description } : schema;
};

const nameOf = reference => reference.slice(reference.lastIndexOf("/") + 1);

/** Returns a type in a few words. */
export const typeOf = schema => {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" or ");
  if (schema.allOf && !schema.type) return typeOf(schema.allOf[0]);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(" | ");
  if (schema.type === "array") return "list of " + typeOf(schema.items ?? {});
  if (schema.type === "object" && schema.additionalProperties) return "map to " + typeOf(schema.additionalProperties);
  return schema.format ?? schema.contentEncoding ?? [schema.type ?? "any"].flat().join(" or ");
};

/** Returns the fields of a message, without those of the protocol. */
export const fieldsOf = payload => Object.entries(payload.properties ?? {})
  .filter(([name, { const: tag }]) => !name.startsWith("$") && typeof tag !== "string")
  .map(([name, schema]) => ({ name, schema, isRequired: (payload.required ?? []).includes(name) }));

/** Returns the schema of a value that may also be null. */
const withoutNull = schema => schema.anyOf?.find(({ type }) => type !== "null") ?? schema;

/** Returns how a form enters a value: "boolean", "enum", "text", "number", or "json" for everything else. */
export const kindOf = (document, schema) => {
  const { type, enum: names } = resolve(document, withoutNull(schema));
  if (names) return "enum";
  if (type === "boolean") return "boolean";
  if (type === "integer" || type === "number") return "number";
  return type === "string" ? "text" : "json";
};

export const namesOf = (document, schema) => resolve(document, withoutNull(schema)).enum;

/** Whether a text may be long enough for several lines. */
export const isLong = (document, schema) => (resolve(document, withoutNull(schema)).maxLength ?? 0) > 120;

/** Returns a shortened name of a channel. */
export const shortName = name => name.slice(name.lastIndexOf(".") + 1);
