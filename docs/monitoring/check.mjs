// Checks alerts.yml and dashboard.json: Prometheus understands each query, and each meter is among those of an application.
//
//   node docs/monitoring/check.mjs http://localhost:8080/actuator/prometheus

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const read = name => readFileSync(new URL(name, import.meta.url), "utf8");
const alerts = read("alerts.yml");
const dashboard = JSON.parse(read("dashboard.json"));
const queries = dashboard.panels.flatMap(panel => panel.targets.map(target => target.expr));
const labels = dashboard.templating.list.map(variable => variable.query?.query ?? "");

// The queries of the dashboard as rules, because promtool checks rules only.
const folder = mkdtempSync(join(tmpdir(), "strait-"));
const rules = join(folder, "dashboard.yml");
writeFileSync(rules, JSON.stringify({
  groups: [{
    name: "dashboard",
    rules: queries.map((query, i) => ({ record: `query:${i}`, expr: query.replaceAll("$__rate_interval", "5m") })),
  }],
}));
writeFileSync(join(folder, "alerts.yml"), alerts);
for (const file of [rules, join(folder, "alerts.yml")]) {
  execFileSync("promtool", ["check", "rules", file], { stdio: ["ignore", "inherit", "inherit"] });
}

const page = await (await fetch(process.argv[2])).text();
const exported = new Set([...page.matchAll(/^(strait_\w+)\{/gm)].map(([, name]) => name));
const named = new Set([alerts, ...queries, ...labels].join("\n").match(/\bstrait_server_\w+/g));
const missing = [...named].filter(name => !exported.has(name));
if (missing.length > 0) {
  console.error(`Not among the meters of ${process.argv[2]}: ${missing.join(", ")}`);
  process.exit(1);
}
console.log(`${named.size} meters are named, and all of them exist`);
