// The background without a browser: its parts over storage in memory.

import { newAddressBook } from "../../extension/background/addresses.js";
import { newArchive } from "../../extension/background/archive.js";
import { Aliases } from "../../extension/background/aliases.js";
import { answer } from "../../extension/background/messages.js";
import { newProfileStore } from "../../extension/background/profile.js";
import { newRenewal } from "../../extension/background/renewal.js";
import { Scribe } from "../../extension/background/scribe.js";
import { newState } from "../../extension/background/state.js";
import { ImportedTrackers } from "../../extension/background/trackers.js";
import { Vault } from "../../extension/background/vault/vault.js";
import { TypedWords } from "../../extension/background/typed.js";
import { Watch } from "../../extension/background/watch.js";
import { newDisk } from "./diary.js";
import { EMAIL, standIn } from "./inspector.js";
import { newMemoryShelf } from "./shelf.js";

/** @typedef {import("./memory.js").Memory} Memory */

/** A page's request with a detail in its URL, as Chromium tells of it. */
export const REQUEST = {
  requestId: "1",
  url: `https://tracker.test/?e=${EMAIL}`,
  method: "GET",
  type: "image",
  tabId: 1,
  frameId: 0,
  timeStamp: 2000,
  documentId: "A",
  initiator: "https://site.test",
};

/** What of a browser the background asks for: `chrome`. @param {Memory} memory @param {{ permitted: boolean }} browser */
export function stubBrowser(memory, browser = { permitted: true }) {
  const chrome = {
    permissions: { contains: async (/** @type {chrome.permissions.Permissions} */ { origins }) => origins !== undefined && browser.permitted },
    tabs: { query: async () => [] },
    storage: { local: memory.local },
  };
  Object.assign(globalThis, { chrome });
}

/**
 * @param {Memory} memory
 * @param {Partial<import("../../types/leaklight.js").Wasm>} [instead] of the wasm's stand-in
 * @param {import("../../extension/background/shelf.js").Shelf} [shelf] of imported lists
 * @param {Aliases} [aliases]
 */
export function newBackground(memory, instead = {}, shelf = newMemoryShelf(), aliases = new Aliases(undefined)) {
  const wasm = { ...standIn, ...instead };
  // Few rounds: the tests wait for each.
  const vault = new Vault({ ...memory, rounds: 2 });
  const profiles = newProfileStore(memory.local, vault);
  const archive = newArchive(memory.local, vault, (error) => watch.fail("decisions", error));
  const { diary } = newDisk(vault).open();
  const scribe = new Scribe({
    diary,
    saved: async () => {},
    opened: () => vault.opened(),
    dispatch: (event) => watch.dispatch(event),
    fail: (error) => watch.fail("diary", error),
    pause: async () => {},
  });
  /** @typedef {import("../../extension/background/state.js").State} State */
  const [shown, ruled, kept] = [/** @type {State[]} */ ([]), /** @type {State[]} */ ([]), /** @type {State[]} */ ([])];
  const watch = new Watch({
    wasm,
    vault,
    profiles,
    archive,
    ledger: { load: async () => newState(), save: (state) => void kept.push(state), saved: async () => {} },
    scribe: { see: (state) => scribe.see(state) },
    badges: { show: (state) => void shown.push(state), light: async () => {}, cleared() {} },
    rules: { show: (state) => void ruled.push(state), applied: async () => {} },
    addresses: newAddressBook(),
    aliases,
    imported: new ImportedTrackers(wasm, shelf),
    typed: new TypedWords(wasm, /** @type {any} */ ({ get: async () => ({}), set: async () => {} })),
    notices: { check: async () => {}, show() {}, clicked: async () => {} },
    now: () => 5000,
  });
  /** @type {(() => Promise<void>)[]} */
  const erasers = [profiles.erase, archive.erase, () => scribe.wipe()];
  const renew = newRenewal({ vault, stores: [profiles, archive, diary], fail: (error) => watch.fail("renewal", error) });
  return {
    watch,
    vault,
    renew,
    diary,
    scribe,
    erasers,
    /** States whose badges were shown, in turn. */
    shown,
    /** States by which the browser's rules were set. */
    ruled,
    /** States that the ledger was to keep. */
    kept,
    /** @param {unknown} message @returns {Promise<any>} */
    ask: (message) => answer(message, { watch, wasm, vault, profiles, renew, listen: () => false, diary, scribe, erasers }),
  };
}
