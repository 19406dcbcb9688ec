// The recipes of docs/browser.md for frameworks: their types, and the same component on a page with each.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, test } from "node:test";
import { Window } from "happy-dom";
import { linkModules } from "./modules.js";
import { bundle, folder, writeRecipes } from "./recipes.js";
import { World, settle } from "../node/world.mjs";

const here = name => fileURLToPath(new URL(name, import.meta.url));

linkModules();
writeRecipes();

const window = new Window({ url: "https://example.com/" });
const page = window.document;

/** The globals of a page that the frameworks use. */
const PAGE = ["document", "location", "Node", "Element", "HTMLElement", "SVGElement", "Text", "Comment"];

let world;

beforeEach(() => {
  world = new World();
  world.enter();
  for (const name of PAGE) globalThis[name] = window[name];
  globalThis.navigator ??= window.navigator; // newer versions of Node have one
  Object.assign(globalThis, { window, WebSocket: world.webSocket() });
});

afterEach(() => {
  world.leave();
  for (const name of ["window", "WebSocket"]) delete globalThis[name];
});

/** Counts the subscribers of a store. */
const count = store => {
  const subscribe = store.subscribe.bind(store);
  const counter = { subscribers: 0 };
  store.subscribe = (...values) => {
    const stop = subscribe(...values);
    counter.subscribers++;
    return () => {
      counter.subscribers--;
      stop();
    };
  };
  return counter;
};

const entries = {
  Vue: `
    import { createApp } from "vue";
    import Lot from "./Lot.vue";
    export const mount = element => {
      const app = createApp(Lot);
      app.mount(element);
      return () => app.unmount();
    };`,
  Svelte: `
    import { mount as start, unmount } from "svelte";
    import Lot from "./Lot.svelte";
    export const mount = target => {
      const component = start(Lot, { target });
      return () => unmount(component);
    };`,
  Angular: `
    import "@angular/compiler";
    import { createApplication } from "@angular/platform-browser";
    import { Lot } from "./lot.component.js";
    export const mount = async element => {
      const app = await createApplication();
      app.bootstrap(Lot, element);
      return () => app.destroy();
    };`,
  Solid: `
    import { createComponent, render } from "solid-js/web";
    import { Lot } from "./Lot.tsx";
    export const mount = element => render(() => createComponent(Lot, {}), element);`,
};

for (const [framework, entry] of Object.entries(entries)) {
  test(`a component of ${framework} shows the state and a store, and closes its connection`, async () => {
    const { auction, price, mount } = await import(await bundle(framework, `export * from "./auction.js";${entry}`));
    const counters = [auction, price].map(count);
    const element = page.body.appendChild(page.createElement("div"));
    const update = () => world.advance(20);

    const unmount = await mount(element);
    await update();
    assert.equal(world.sockets.length, 1);
    const [socket] = world.sockets;
    const button = element.querySelector("button");
    assert.equal(button.disabled, true);

    socket.readyState = 1;
    socket.onopen();
    socket.onmessage({ data: JSON.stringify({ type: "$ready", conn: "c1", contract: "other" }) });
    await update();
    assert.equal(button.disabled, false);
    assert.equal(button.textContent, "");
    socket.onmessage({ data: JSON.stringify({ type: "price", cents: 100, events: [] }) });
    await update();
    assert.equal(button.textContent, "100");
    button.click();
    const { cents, $id } = socket.sent.at(-1);
    assert.equal(cents, 9900);
    socket.onmessage({ data: JSON.stringify({ type: "bid.leading", seq: 1, $re: $id }) });
    assert.deepEqual(counters.map(({ subscribers }) => subscribers), [1, 1]);

    unmount();
    await settle();
    assert.deepEqual(counters.map(({ subscribers }) => subscribers), [0, 0]);
    await world.advance(1_000);
    assert.equal(socket.isLeft, true);
  });
}

test("an app of React Native connects at once when it returns to the foreground", async () => {
  const file = await bundle("ReactNative", `import "./app.js"; export { listeners } from "react-native";`);
  const { listeners } = await import(file);
  const [socket] = world.sockets;
  assert.match(socket.url, /^wss:\/\/example\.com\/ws\/auction\/42/);
  socket.onclose({ code: 1006, reason: "" });
  listeners.change("background");
  assert.equal(world.sockets.length, 1);
  listeners.change("active");
  await settle();
  assert.equal(world.sockets.length, 2);
});

/** What the types of each need. React Native has no types of a page. */
const configs = {
  Vue: { files: ["Lot.vue.ts"], compilerOptions: {} },
  Svelte: { files: ["Lot.svelte.ts"], compilerOptions: {} },
  Angular: { files: ["lot.component.ts"], compilerOptions: { experimentalDecorators: true } },
  Solid: { files: ["Lot.tsx"], compilerOptions: { jsx: "preserve", jsxImportSource: "solid-js" } },
  ReactNative: { files: ["app.ts"], compilerOptions: { lib: ["es2024"], skipLibCheck: true } },
};

for (const [framework, config] of Object.entries(configs)) {
  test(`the types of the recipe for ${framework}`, () => {
    const file = `${folder}tsconfig.${framework}.json`;
    writeFileSync(file, JSON.stringify({ extends: here("types/tsconfig.bundler.json"), include: [], ...config }));
    try {
      execFileSync(process.execPath, [here("node_modules/typescript/bin/tsc"), "-p", file]);
    } catch (error) {
      throw new Error(error.stdout?.toString() || error.message);
    }
  });
}
