// The types of all modules compile strictly, with two compilers and two ways to resolve modules.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { linkModules } from "./modules.js";

const here = name => fileURLToPath(new URL(name, import.meta.url));

const compile = (compiler, config) => {
  try {
    execFileSync(process.execPath, [here(`node_modules/${compiler}/bin/tsc`), "-p", config]);
  } catch (error) {
    throw new Error(error.stdout?.toString() || error.message);
  }
};

for (const compiler of ["typescript", "typescript-5"]) {
  for (const config of ["tsconfig.json", "tsconfig.bundler.json"]) {
    test(`${compiler} with ${config}`, () => compile(compiler, here(`types/${config}`)));
  }
}

test("the examples of docs/browser.md compile, in their order", () => {
  linkModules(); // for the types of React
  const page = readFileSync(here("../../../../docs/browser.md"), "utf8");
  const folder = here("../../../target/strait/");
  const files = ["page.ts", "page.tsx"];
  for (const name of files) {
    const language = name.replace("page.", "");
    const examples = page.split("\n```").filter(part => part.startsWith(language + "\n"))
      .map(part => part.slice(language.length)).join("\n");
    writeFileSync(folder + name, examples.replaceAll("./strait/", "./").replaceAll("com.acme.", "dev.strait.clients."));
  }
  const compilerOptions = { jsx: "react-jsx" };
  const config = { extends: here("types/tsconfig.json"), compilerOptions, files, include: [] };
  writeFileSync(folder + "tsconfig.json", JSON.stringify(config));
  compile("typescript", folder);
});
