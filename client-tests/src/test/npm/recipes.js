// The recipes of docs/browser.md: the blocks that name a file, bundled as the tools of the frameworks do it.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { transformAsync } from "@babel/core";
import solid from "babel-preset-solid";
import { build } from "esbuild";
import * as svelte from "svelte/compiler";
import * as vue from "vue/compiler-sfc";

export const folder = fileURLToPath(new URL("../../../target/recipes/", import.meta.url));

const page = readFileSync(new URL("../../../../docs/browser.md", import.meta.url), "utf8");

/** Writes the blocks to files. The scripts of components get a file, too, so that their types are checked. */
export const writeRecipes = () => {
  mkdirSync(folder, { recursive: true });
  for (const [, name, block] of page.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)) {
    const text = block.replaceAll("./strait/", "../strait/").replaceAll("com.acme.", "dev.strait.clients.");
    writeFileSync(folder + name, text);
    const script = /<script.*?>\n(.*?)<\/script>/s.exec(text);
    if (script) writeFileSync(`${folder}${name}.ts`, script[1]);
  }
};

const compilers = {
  async Vue({ path, source }) {
    const id = basename(path);
    const { descriptor } = vue.parse(source, { filename: path });
    return { contents: vue.compileScript(descriptor, { id, inlineTemplate: true }).content, loader: "ts" };
  },
  async Svelte({ path, source }) {
    return { contents: svelte.compile(source, { filename: path, generate: "client" }).js.code };
  },
  async Solid({ path, source }) {
    const { code } = await transformAsync(source, {
      filename: path, presets: [solid], parserOpts: { plugins: ["jsx", "typescript"] }, babelrc: false, configFile: false });
    return { contents: code, loader: "ts" };
  },
};

/** In place of React Native, which runs on devices only. */
const APP = `
  export const listeners = {};
  export const AppState = { addEventListener: (type, run) => { listeners[type] = run; } };`;

/** Bundles a module for a page, and returns the file. */
export const bundle = async (framework, entry) => {
  const outfile = `${folder}${framework}.bundle.mjs`;
  const compile = compilers[framework];
  const plugin = {
    name: "recipes",
    setup({ onLoad, onResolve }) {
      onLoad({ filter: /Lot\.(vue|svelte|tsx)$/ }, ({ path }) => compile({ path, source: readFileSync(path, "utf8") }));
      onResolve({ filter: /^react-native$/ }, ({ path }) => ({ path, namespace: "app" }));
      onLoad({ filter: /^/, namespace: "app" }, () => ({ contents: APP }));
    },
  };
  await build({
    stdin: { contents: entry, resolveDir: folder, loader: "ts" },
    bundle: true, format: "esm", platform: "browser", logLevel: "error", outfile,
    plugins: [plugin],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  return outfile;
};
