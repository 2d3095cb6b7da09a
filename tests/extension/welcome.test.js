// The page that opens after installing, and when it does not.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { newProfileStore } from "../../extension/background/profile.js";
import { Vault } from "../../extension/background/vault/vault.js";
import { welcome } from "../../extension/background/welcome.js";
import { Memory } from "./memory.js";

let memory = new Memory();
/** @type {string[]} */
let opened = [];

beforeEach(() => {
  memory = new Memory();
  opened = [];
  const chrome = {
    runtime: { getURL: (/** @type {string} */ path) => path },
    tabs: { create: async (/** @type {{ url: string }} */ { url }) => void opened.push(url) },
  };
  Object.assign(globalThis, { chrome });
});

afterEach(() => Reflect.deleteProperty(globalThis, "chrome"));

const profiles = () => newProfileStore(memory.local, new Vault(memory));

test("whoever installs it is welcomed", async () => {
  await welcome({ reason: "install" }, profiles());
  assert.deepEqual(opened, ["welcome/welcome.html"]);
});

test("nobody is welcomed after an update, of the extension or of the browser", async () => {
  for (const reason of ["update", "chrome_update", "browser_update", "shared_module_update"]) await welcome({ reason }, profiles());
  assert.deepEqual(opened, []);
});

test("whoever saved details already is not welcomed again", async () => {
  await memory.local.set({ profile: { version: 2, sealed: {} } });
  await welcome({ reason: "install" }, profiles());
  assert.deepEqual(opened, []);
});
