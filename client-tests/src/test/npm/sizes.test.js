// The modules stay small: minified by terser, and compressed by gzip. Prints the sizes, also as esbuild minifies.

import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { build } from "esbuild";
import { minify } from "terser";

const folder = fileURLToPath(new URL("../../../target/strait/", import.meta.url));

const bundle = async (contents, options) => {
  const { outputFiles: [file] } = await build({
    stdin: { contents, resolveDir: folder }, bundle: true, format: "esm", write: false, logLevel: "error", ...options });
  return file.text;
};
const compressed = text => gzipSync(text, { level: 9 }).length;

const measure = async (name, contents, external, max) => {
  const { code } = await minify(await bundle(contents, { external }), { module: true, compress: { passes: 2 } });
  const size = compressed(code);
  const other = compressed(await bundle(contents, { external, minify: true }));
  console.log(`${name}: ${size} bytes (at most ${max}); by esbuild ${other} bytes`);
  assert.ok(size <= max, `${name} has ${size} bytes`);
};

const use = (name, module) => `import { ${name} } from "./${module}.js"; globalThis.used = ${name};`;

test("strait.js", () => measure("strait.js", `export * from "./strait.js";`, ["./checks.js"], 6_300));

test("one channel with its room in the path", () =>
  measure("one channel, path", use("connectAuction", "dev.strait.clients.Auction"), [], 7_000));

test("one channel whose clients join rooms", () =>
  measure("one channel, rooms", use("connectLobby", "dev.strait.clients.Lobby"), [], 7_000));

test("one channel with its hooks for React", () =>
  measure("one channel, React", use("useAuction", "dev.strait.clients.Auction.react"), ["react"], 7_600));

test("the rules of one message, for a form", () =>
  measure("rules of a form", use("Shout", "dev.strait.clients.Auction"), [], 2_300));
