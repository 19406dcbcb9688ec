// The types of all modules compile strictly, with two compilers and two ways to resolve modules.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const here = name => fileURLToPath(new URL(name, import.meta.url));

for (const compiler of ["typescript", "typescript-5"]) {
  for (const config of ["tsconfig.json", "tsconfig.bundler.json"]) {
    test(`${compiler} with ${config}`, () => {
      try {
        execFileSync(process.execPath, [here(`node_modules/${compiler}/bin/tsc`), "-p", here(`types/${config}`)]);
      } catch (error) {
        throw new Error(error.stdout?.toString() || error.message);
      }
    });
  }
}
