// Strait: the rules of a contract, as generated modules use them.
//
// A rule is a function (value, context) that adds what is wrong to the context. It rejects only what the server is certain
// to reject, in the same order, with the same paths and sentences. Within a record, types and missing fields come first,
// then the constraints of the fields that passed. If context.isCopying, a rule returns a copy with declared fields only;
// undefined if the value is sent as it is. If rule.isOptional, a value may be absent.

const LONE_SURROGATE = /\p{Surrogate}/u;
// String.isBlank of Java: JavaScript's white space is another set.
const BLANK = /^[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const INTEGER = /^(?:0|-?[1-9]\d*)$/;
const MAX_LISTED = 20;


const violation = (c, rule, message) =>
  ({ path: c.at.map(name => "/" + String(name).replace(/~/g, "~0").replace(/\//g, "~1")).join(""), rule, message });
const flaw = (c, rule, message) => { c.found.push(violation(c, rule, message)); };
const mismatch = (c, value, message) => flaw(c, "type", value == null ? "must not be null" : message);
const flawAt = (c, name, rule, message) => {
  c.at.push(name);
  flaw(c, rule, message);
  c.at.pop();
};

const isMet = ({ ok, min, max }, value, length) => ok ? ok(value, length) : length >= min && length <= max;

/** Adds what constraints do not allow. A pattern is not tried on a text that a size does not allow. */
const constrain = (c, checks, value, length, unit) => {
  let isSizeWrong = false;
  for (const check of checks) {
    if (check.isPattern && isSizeWrong) continue;
    if (isMet(check, value, length)) continue;
    isSizeWrong ||= !check.ok;
    (c.later ??= []).push(violation(c, check.rule, check.message ?? sizeMessage(check, unit)));
  }
};

const count = (n, unit) => n + " " + (n === 1 ? unit : unit === "entry" ? "entries" : unit + "s");
const sizeMessage = ({ min, max }, unit) =>
  "must have " + (min === max ? count(max, unit)
    : max === Infinity ? "at least " + count(min, unit)
    : min > 0 ? "between " + min + " and " + count(max, unit)
    : "at most " + count(max, unit));

/** All constraints have the same properties, which makes them faster. Those of a size have bounds instead of a condition. */
const check = (rule, ok, message, isPattern = false, min = 0, max = Infinity) => ({ rule, ok, message, isPattern, min, max });

const isNotBlank = text => {
  const first = text.charCodeAt(0);
  return (first > 32 && first < 127) || !BLANK.test(text); // most texts start so
};

// Constraints. A message of the contract replaces the default one.

export const sized = (min, max, message) => check("size", undefined, message, false, min, max);
export const notEmpty = message => check("not-empty", undefined, message ?? "must not be empty", false, 1);
export const notBlank = message => check("not-blank", isNotBlank, message ?? "must not be blank");
export const email = message => check("email", isEmail, message ?? "must be an e-mail address");
export const pattern = (regex, message, rule = "pattern") => check(rule, value => regex.test(value), message, true);
export const isTrue = message => check("assert-true", value => value, message ?? "must be true");
export const isFalse = message => check("assert-false", value => !value, message ?? "must be false");
export const atLeast = (bound, rule, message) =>
  check(rule, value => value >= bound, message ?? "must be at least " + bound);
export const atMost = (bound, rule, message) => check(rule, value => value <= bound, message ?? "must be at most " + bound);
export const above = (bound, rule, message) =>
  check(rule, value => value > bound, message ?? "must be greater than " + bound);
export const below = (bound, rule, message) => check(rule, value => value < bound, message ?? "must be less than " + bound);
/** For a number, or a text with a number. Numbers with an exponent are left to the server. */
export const digits = (integer, fraction, message) => check("digits", value => {
  const [, whole, rest = ""] = /^-?(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  return !whole || ((whole === "0" && rest ? 0 : whole.length) <= integer && rest.length <= fraction);
}, message ?? `must have at most ${integer} digits before the point and ${fraction} behind it`);
/** Applies a constraint on numbers to a text. Long numbers, and those with an exponent, are left to the server. */
export const numeric = ({ rule, ok, message }) =>
  check(rule, value => NUMBER.test(value) && (value.length > 15 || /e/i.test(value) || ok(Number(value))), message);
/** Several constraints that count as one. */
export const all = (rule, message, ...checks) => check(rule, (value, length) =>
  checks.every(part => isMet(part, value, length)), message);

const isEmail = text => {
  const at = text.indexOf("@");
  return at <= 64 && text.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]+$/.test(text.slice(0, at)) && at > 0
    && text.slice(at + 1).split(".").every(label => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(label));
};

// Values

const isWellFormed = text => text.isWellFormed ? text.isWellFormed() : !LONE_SURROGATE.test(text);

const isText = (value, c) => {
  if (typeof value !== "string") return mismatch(c, value, "must be a string");
  return isWellFormed(value) || flaw(c, "format", "must not contain an unpaired surrogate");
};

export const text = (...checks) => (value, c) => {
  if (isText(value, c)) constrain(c, checks, value, value.length, "character");
};
export const char = () => (value, c) => {
  if (isText(value, c) && value.length !== 1) flaw(c, "type", "must be one character");
};
export const bool = (...checks) => (value, c) => {
  if (typeof value !== "boolean") mismatch(c, value, "must be true or false");
  else constrain(c, checks, value);
};

const number = (c, value) => Number.isFinite(value) || mismatch(c, value, "must be a number");
const integer = (min, max, range) => (...checks) => (value, c) => {
  if (!number(c, value)) return;
  if (!Number.isInteger(value) || Math.abs(value) >= 1e21) flaw(c, "type", "must be an integer");
  else if (value < min || value > max) flaw(c, "type", "must be an integer between " + (range ?? min + " and " + max));
  else constrain(c, checks, value);
};
export const byte = /* @__PURE__ */ integer(-128, 127);
export const short = /* @__PURE__ */ integer(-32768, 32767);
export const int = /* @__PURE__ */ integer(-2147483648, 2147483647);
export const long = /* @__PURE__ */ integer(
  -9223372036854775808, 9223372036854774784, "-9223372036854775808 and 9223372036854775807");
export const bigInteger = /* @__PURE__ */ integer(-Infinity, Infinity);
export const decimal = (...checks) => (value, c) => {
  if (number(c, value)) constrain(c, checks, value);
};
export const float = (...checks) => (value, c) => {
  if (!number(c, value)) return;
  const rounded = Math.fround(value);
  if (Number.isFinite(rounded)) constrain(c, checks, rounded);
  else flaw(c, "type", "must be within the range of a float");
};

/** A number in a string. */
const quoted = (isValid, convert, message) => (...checks) => (value, c) => {
  if (!isText(value, c)) return;
  if (isValid(value)) constrain(c, checks, convert(value));
  else flaw(c, "format", message);
};
const isLong = text => INTEGER.test(text) && text.length <= 20 && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
export const longText = /* @__PURE__ */ quoted(
  isLong, BigInt, "must be an integer between -9223372036854775808 and 9223372036854775807 in a string");
export const bigIntegerText = /* @__PURE__ */ quoted(
  text => /^-?(?:0|[1-9]\d{0,98})$/.test(text), BigInt, "must be an integer in a string");
export const decimalText = /* @__PURE__ */ quoted(
  text => text.length <= 100 && NUMBER.test(text), String, "must be a number in a string");

export const oneOf = (...names) => (value, c) => {
  if (typeof value !== "string") mismatch(c, value, "must be a string");
  else if (!names.includes(value)) {
    flaw(c, "enum", "must be one of " + names.slice(0, MAX_LISTED).join(", ") + (names.length > MAX_LISTED ? ", ..." : ""));
  }
};
export const base64 = (...checks) => (value, c) => {
  if (!isText(value, c)) return;
  if (value.length % 4 || !/^[A-Za-z\d+/]*={0,2}$/.test(value)) flaw(c, "format", "must be bytes in base64");
  else constrain(c, checks, value, value.length / 4 * 3 - (value.match(/=*$/)[0].length), "byte");
};

/** A text that the server parses. The expression accepts at least what the server accepts. */
const format = (regex, message, isPossible) => () => (value, c) => {
  if (isText(value, c) && !(value.length <= 128 && regex.test(value) && (!isPossible || isPossible(value)))) {
    flaw(c, "format", "must be " + message);
  }
};
/** Whether a text does not begin with a date that the calendar lacks. */
const isInCalendar = text => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  return !year || (month >= 1 && month <= 12 && day >= 1
    && day <= (month == 2 ? (year % 4 || (year % 100 === 0 && year % 400) ? 28 : 29) : [4, 6, 9, 11].includes(+month) ? 30 : 31));
};
const DATE = "[-+]?\\d{4,10}-\\d\\d-\\d\\d";
const TIME = "\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{0,9})?)?";
const OFFSET = "(?:Z|[-+]\\d\\d(?::?\\d\\d(?::?\\d\\d)?)?)";
const whole = (...parts) => new RegExp("^" + parts.join("") + "$", "i");
export const instant = /* @__PURE__ */ format(
  /* @__PURE__ */ whole(DATE, "T", TIME, OFFSET), "an instant such as 2026-01-31T09:30:00Z", isInCalendar);
export const date = /* @__PURE__ */ format(/* @__PURE__ */ whole(DATE), "a date such as 2026-01-31", isInCalendar);
export const time = /* @__PURE__ */ format(/* @__PURE__ */ whole(TIME), "a time such as 09:30:00");
export const dateTime = /* @__PURE__ */ format(
  /* @__PURE__ */ whole(DATE, "T", TIME), "a date and time such as 2026-01-31T09:30:00", isInCalendar);
export const offsetDateTime = /* @__PURE__ */ format(/* @__PURE__ */ whole(DATE, "T", TIME, OFFSET),
  "a date and time with offset such as 2026-01-31T09:30:00+01:00", isInCalendar);
export const offsetTime = /* @__PURE__ */ format(
  /* @__PURE__ */ whole(TIME, OFFSET), "a time with offset such as 09:30:00+01:00");
export const zonedDateTime = /* @__PURE__ */ format(/* @__PURE__ */ whole(DATE, "T", TIME, OFFSET, "?(?:\\[.*\\])?"),
  "a date and time with zone such as 2026-01-31T09:30:00+01:00[Europe/Berlin]", isInCalendar);
export const duration = /* @__PURE__ */ format(/^[-+]?P[-+\dDTHMS.,]+$/i, "a duration such as PT1H30M");
export const period = /* @__PURE__ */ format(/^[-+]?P[-+\dYMWD]+$/i, "a period such as P1Y2M3D");
export const year = /* @__PURE__ */ format(/^[-+]?\d{1,10}$/, "a year such as \"2026\"");
export const yearMonth = /* @__PURE__ */ format(/^[-+]?\d{4,10}-(?:0[1-9]|1[0-2])$/, "a month such as 2026-01");
export const monthDay = /* @__PURE__ */ format(/^--(?:0[1-9]|1[0-2])-\d\d$/, "a day of the year such as --01-31");
export const zone = /* @__PURE__ */ format(/^[-+~\w/]+[-+~:.\w/]*$/, "a time zone such as Europe/Berlin");
export const offset = /* @__PURE__ */ format(/^(?:Z|[-+][\d:]+)$/, "an offset such as +01:00");
export const uuid = /* @__PURE__ */ format(
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, "a UUID such as 123e4567-e89b-12d3-a456-426614174000");
export const uri = () => (value, c) => {
  if (isText(value, c) && (!value || value.length > 2048)) flaw(c, "format", "must be a URI such as https://example.com/a");
};
/** Values that only the server can check. */
export const any = () => (value, c) => {
  if (value == null) mismatch(c, value);
};

// Containers

export const optional = rule =>
  Object.assign((value, c) => value == null ? undefined : rule(value, c), { isOptional: true });

/** Applies a rule to a part of a value. Returns the copy. */
const part = (c, name, rule, value) => {
  c.at.push(name);
  const copy = rule(value, c) ?? value;
  c.at.pop();
  return copy;
};

/** Checks the parts of a container; of one with too many, only their types. Returns their copies. */
const parts = (c, checks, unit, all, count, each) => {
  const { later } = c;
  const exceeded = checks.find(({ max }) => count > max);
  if (exceeded) c.later = undefined;
  else constrain(c, checks, undefined, count, unit);
  const copies = c.isCopying ? [] : undefined;
  const end = exceeded ? exceeded.max + 1 : all.length;
  for (let i = 0; i < end; i++) {
    const copy = each(all[i], i);
    copies?.push(copy);
  }
  if (exceeded) {
    c.later = later;
    flaw(c, exceeded.rule, exceeded.message ?? sizeMessage(exceeded, unit));
  }
  return copies;
};
const isList = (c, value) => Array.isArray(value) || mismatch(c, value, "must be an array");

export const list = (item, ...checks) => (value, c) => isList(c, value)
  && parts(c, checks, "element", value, value.length, (element, index) => part(c, index, item, element));

/** Equal elements count once, so constraints that they violate have the path of the set. */
export const set = (item, ...checks) => (value, c) => isList(c, value)
  && parts(c, checks, "element", value, checks[0] && new Set(value.map(element => JSON.stringify(element))).size,
    (element, index) => {
      const { later } = c;
      c.later = undefined;
      const copy = part(c, index, item, element);
      const own = c.later?.map(({ rule, message }) => violation(c, rule, message)) ?? [];
      c.later = own[0] ? [...(later ?? []), ...own] : later;
      return copy;
    });

export const map = (key, item, ...checks) => (value, c) => {
  if (!isObject(c, value)) return;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const copies = parts(c, checks, "entry", entries, entries.length, ([name, entry]) => {
    const ofKey = { at: [...c.at, name], found: [] };
    key(name, ofKey);
    const prefixed = found => found.map(({ path, rule, message }) => ({ path, rule, message: "the key " + message }));
    c.found.push(...prefixed(ofKey.found));
    if (ofKey.later) (c.later ??= []).push(...prefixed(ofKey.later));
    return [name, part(c, name, item, entry)];
  });
  return copies && Object.fromEntries(copies);
};
/** The key of a map that is an integer. */
export const intKey = (min, max) => (name, c) => {
  if (!isLong(name) || BigInt(name) < min || BigInt(name) > max) flaw(c, "type", `must be an integer between ${min} and ${max}`);
};
export const uuidKey = () => (name, c) => uuid()(/[A-F]/.test(name) ? "" : name, c);

const isObject = (c, value) =>
  typeof value === "object" && value && !Array.isArray(value) || mismatch(c, value, "must be an object");

/** The records of a sealed interface, by the property that tells them apart. */
export const union = (by, variants) => (value, c) => {
  if (!isObject(c, value)) return;
  const type = value[by];
  if (typeof type === "string" && Object.hasOwn(variants, type)) {
    const copy = variants[type](value, c, by);
    return copy && { [by]: type, ...copy };
  }
  if (type === undefined) flawAt(c, by, "required", "is required");
  else if (typeof type !== "string") flawAt(c, by, "type", "must be a string");
  else flawAt(c, by, "unknown-type", "must be one of " + Object.keys(variants).join(", "));
};

/**
 * A record. It is also what applications use to check a form: check(value) returns what is wrong, and "~standard" is a
 * Standard Schema.
 */
export const record = (fields, isStrict) => {
  const declared = Object.entries(fields).map(([name, of]) =>
    ({ name, of, isOptional: !!of.isOptional, isInherited: name in Object.prototype }));
  const rule = (value, c, by = "type") => {
    if (!isObject(c, value)) return;
    const { later } = c;
    const copy = c.isCopying ? {} : undefined;
    let missing;
    c.later = undefined;
    for (const { name, of, isOptional, isInherited } of declared) {
      const field = isInherited && !Object.hasOwn(value, name) ? undefined : value[name];
      if (field !== undefined) {
        const checked = part(c, name, of, field);
        if (copy) copy[name] = checked;
      } else if (!isOptional) (missing ??= []).push(name);
    }
    if (isStrict) {
      for (const name of Object.keys(value)) {
        const isDeclared = value[name] === undefined || Object.hasOwn(fields, name) || name === by || name[0] === "$";
        if (!isDeclared) flawAt(c, name, "unknown", "is an unknown field");
      }
    }
    missing?.forEach(name => flawAt(c, name, "required", "is required"));
    if (c.later) c.found.push(...c.later);
    c.later = later;
    return copy;
  };
  return Object.assign(rule, {
    check: value => inspect(rule, value, false).errors,
    "~standard": {
      version: 1,
      vendor: "strait",
      validate(value) {
        const { errors } = inspect(rule, value, false);
        return errors[0] ? { issues: errors.map(({ path, message }) => ({ message, path: segments(path) })) } : { value };
      },
    },
  });
};
const segments = path => path.split("/").slice(1).map(name => name.replace(/~1/g, "/").replace(/~0/g, "~"));

/** Records that refer to themselves or to later ones. */
export const lazy = rule => (value, c, by) => rule()(value, c, by);

/** Returns what a rule finds wrong with a value, and a copy with declared fields only. */
export const inspect = (rule, value, isCopying = true) => {
  const c = { at: [], found: [], later: undefined, isCopying };
  const copy = rule(value, c) ?? value;
  return { errors: c.later ? [...c.found, ...c.later] : c.found, value: copy };
};

/** A component of a room's name. In a path, "." and ".." are not valid. */
const roomComponent = excluded => (...checks) => (value, c) => {
  if (typeof value !== "string") mismatch(c, value, "must be a string");
  else if (!/^[^\p{Cc}\p{Cs}]{1,128}$/u.test(value) || excluded.test(value)) {
    flaw(c, "room", "must be 1 to 128 characters, without control characters and without white space at either end");
  } else constrain(c, checks, value, value.length, "character");
};
export const roomText = /* @__PURE__ */ roomComponent(/^\p{White_Space}|\p{White_Space}$/u);
export const pathText = /* @__PURE__ */ roomComponent(/^\p{White_Space}|\p{White_Space}$|^\.\.?$/u);

/** Calls a function with each value of a received map. */
export const each = (entries, run) => {
  for (const value of Object.values(entries ?? {})) run(value);
};

/** Marks a received record of a sealed interface that this contract does not list. */
export const listed = (value, by, variants) => {
  if (!value) return;
  if (Object.hasOwn(variants, value[by])) variants[value[by]]?.(value);
  else {
    value.originalType = value[by];
    value[by] = "$unlisted";
  }
};
