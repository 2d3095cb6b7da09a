// Plays a recorded trace of browser events to the watch, as the browser did.

import { readFileSync, readdirSync } from "node:fs";
import { newAddressBook } from "../../extension/background/addresses.js";
import { newProfileStore } from "../../extension/background/profile.js";
import { Aliases } from "../../extension/background/aliases.js";
import { ImportedTrackers } from "../../extension/background/trackers.js";
import { Vault } from "../../extension/background/vault/vault.js";
import { TypedWords } from "../../extension/background/typed.js";
import { Watch } from "../../extension/background/watch.js";
import { EMAIL, standIn } from "./inspector.js";
import { Memory } from "./memory.js";
import { newMemoryShelf } from "./shelf.js";

/** @typedef {import("../../extension/background/state.js").State} State */

/**
 * @typedef {object} Trace
 * @property {[method: string, host: string, path: string, body: string][]} received what the servers got
 * @property {[name: string, args: any[]][]} events what the browser told
 */

const FOLDER = new URL("traces/", import.meta.url);

/** @returns {string[]} names of all traces */
export function traceNames() {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(/\.json$/, ""))
    .sort();
}

/**
 * @param {string} name
 * @returns {Trace}
 */
export function loadTrace(name) {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8"), (_, value) =>
    typeof value?.$bytes === "string" ? new Uint8Array(Buffer.from(value.$bytes, "base64")).buffer : value,
  );
}

/**
 * @param {Trace} trace
 * @param {{
 *   deaths?: boolean,
 *   profile?: import("../../types/leaklight.js").ProfileSource,
 *   decisions?: import("../../extension/background/decision.js").Decision[],
 * }} [how] `deaths`: the worker dies between every two events, and wakes with what was stored; `decisions` made before
 * @returns {State}
 */
export function replay({ events }, { deaths = false, profile = { emails: [EMAIL] }, decisions = [] } = {}) {
  let time = 0;
  const now = () => time;
  let { watch, addresses } = wake(profile, now);
  watch.dispatch({ type: "recalled", decisions });
  for (const [name, args] of events) {
    if (deaths) {
      const { state } = watch;
      const stored = JSON.stringify(state);
      const before = addresses;
      ({ watch, addresses } = wake(profile, now));
      watch.state = JSON.parse(stored);
      // The browser tells a waking worker what is on screen, and no more.
      for (const { current } of Object.values(state.tabs)) {
        const url = current === null ? undefined : before.of(current);
        if (current !== null && url !== undefined) addresses.note(current, url);
      }
    }
    time = args[0]?.timeStamp ?? time;
    watch.handle(name, args);
  }
  return watch.state;
}

/**
 * @param {import("../../types/leaklight.js").ProfileSource} profile
 * @param {() => number} now
 */
function wake(profile, now) {
  const addresses = newAddressBook();
  const memory = new Memory();
  const vault = new Vault(memory);
  const watch = new Watch({
    vault,
    profiles: newProfileStore(memory.local, vault),
    wasm: standIn,
    ledger: { load: async () => watch.state, save() {}, saved: async () => {} },
    scribe: { see() {} },
    badges: { show() {}, light: async () => {}, cleared() {} },
    rules: { show() {}, applied: async () => {} },
    archive: { recall: async () => [], keep() {}, kept: async () => {}, renew: async () => {}, erase: async () => {} },
    addresses,
    aliases: new Aliases(undefined),
    imported: new ImportedTrackers(standIn, newMemoryShelf()),
    typed: new TypedWords(standIn, /** @type {any} */ ({ get: async () => ({}), set: async () => {} })),
    notices: { check: async () => {}, show() {}, clicked: async () => {} },
    now,
  });
  watch.use(profile);
  return { watch, addresses };
}
