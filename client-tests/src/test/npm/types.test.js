// The types of all modules compile strictly, with two compilers and two ways to resolve modules.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

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
  const page = readFileSync(here("../../../../docs/browser.md"), "utf8");
  const examples = [...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, example]) => example).join("\n");
  const folder = here("../../../target/strait/");
  writeFileSync(folder + "page.ts", examples.replaceAll("./strait/", "./").replaceAll("com.acme.", "dev.strait.clients."));
  writeFileSync(folder + "tsconfig.json", JSON.stringify({ extends: here("types/tsconfig.json"), files: ["page.ts"], include: [] }));
  compile("typescript", folder);
});
