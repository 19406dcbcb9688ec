// A server in a process of its own, which a test stops and starts again.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";

export class Server {
  #arguments;
  #process;

  /** Arguments: the port, the class path, the main class, and system properties. */
  constructor(port, classPath, main, properties = {}) {
    this.url = `http://localhost:${port}`;
    const all = Object.entries({ port, ...properties }).map(([name, value]) => `-D${name}=${value}`);
    this.#arguments = [...all, "-cp", classPath, main];
  }

  async start() {
    const started = spawn("java", this.#arguments, { stdio: "inherit" });
    started.gone = new Promise(resolve => started.on("exit", resolve));
    this.#process = started;
    for (let i = 0; i < 600; i++) {
      const isUp = await fetch(`${this.url}/healthz`).then(({ ok }) => ok, () => false);
      if (isUp) return;
      assert.equal(started.exitCode, null, "the server exited");
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error("the server did not start");
  }

  /** Stops the server if it runs. */
  async stop(signal = "SIGKILL") {
    this.#process?.kill(signal);
    await this.#process?.gone;
  }
}
