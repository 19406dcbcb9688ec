// Lets the modules in target import what is installed here, such as React.

import { symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";

export function linkModules() {
  const link = fileURLToPath(new URL("../../../target/node_modules", import.meta.url));
  try {
    symlinkSync(fileURLToPath(new URL("node_modules", import.meta.url)), link);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}
