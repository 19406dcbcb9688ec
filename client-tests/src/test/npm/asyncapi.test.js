// The AsyncAPI documents of all contracts of the tests: the official parser accepts them, and their examples are valid.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import asyncapi from "@asyncapi/parser";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const WARNING = 1; // and errors are 0
const root = new URL("../../../../", import.meta.url);
const folders = ["client-tests/target/test-classes/", "channel-tests/target/test-classes/", "example/target/classes/"]
  .map(folder => new URL(folder + "META-INF/resources/strait/", root))
  .filter(existsSync);
const documents = folders.flatMap(folder =>
  readdirSync(folder).filter(name => name.endsWith(".asyncapi.json")).map(name => [name, new URL(name, folder)]));

const parser = new asyncapi.Parser();

test("there are documents", () => assert.ok(documents.length > 30, String(documents.length)));

for (const [name, file] of documents) {
  const text = readFileSync(file, "utf8");

  test(name + " is accepted by the official parser", async () => {
    const { document, diagnostics } = await parser.parse(text);
    assert.deepEqual(diagnostics.filter(({ severity }) => severity <= WARNING), []);
    assert.ok(document);
  });

  test(name + " has valid examples", () => {
    const ajv = addFormats(new Ajv({ strict: false }));
    ajv.addSchema(JSON.parse(text), "document");
    for (const [key, { examples = [] }] of Object.entries(JSON.parse(text).components.messages)) {
      const validate = ajv.compile({ $ref: `document#/components/messages/${key}/payload` });
      for (const { payload } of examples) {
        assert.ok(validate(payload), `${key}: ${JSON.stringify(payload)} ${JSON.stringify(validate.errors)}`);
      }
    }
  });
}
