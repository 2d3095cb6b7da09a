// A diary on a stand-in for IndexedDB, and lines for it.

import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { Diary } from "../../extension/background/diary/diary.js";
import { Store } from "../../extension/background/diary/store.js";

/** @typedef {import("../../extension/background/diary/line.js").Line} Line */
/** @typedef {import("../../extension/background/diary/diary.js").Seal} Seal */

Object.assign(globalThis, { IDBKeyRange });

export const NOON = new Date(2026, 10, 22, 12).getTime();
export const TODAY = "2026-11-22";

/** @param {Partial<Line>} [different] @returns {Line} */
export function line(different = {}) {
  return {
    day: TODAY,
    site: "shop.test",
    recipient: "Meta",
    domain: "facebook.com",
    tracker: true,
    identifier: "email-1",
    kind: "email",
    masked: "j•••@example.com",
    chain: [],
    digest: null,
    expected: false,
    count: 1,
    ...different,
  };
}

/** What seals and opens, counted; the tests of the vault itself are elsewhere. */
export function newSeal() {
  const counts = { sealed: 0, opened: 0 };
  let open = true;
  return {
    counts,
    /** @param {import("../../extension/background/vault/cipher.js").Sealed} sealed */
    renew: async (sealed) => sealed,
    /** @param {boolean} is */
    lock(is) {
      open = !is;
    },
    /** @param {unknown} value */
    async seal(value) {
      if (!open) throw Object.assign(new Error("locked"), { code: "locked" });
      counts.sealed += 1;
      return { version: /** @type {1} */ (1), iv: "iv", data: Buffer.from(JSON.stringify(value)).toString("base64") };
    },
    /** @param {{ data: string }} sealed */
    async open({ data }) {
      if (!open) throw Object.assign(new Error("locked"), { code: "locked" });
      counts.opened += 1;
      return JSON.parse(Buffer.from(data, "base64").toString());
    },
  };
}

/**
 * A browser's disk; a diary that is opened on it again finds what was there.
 *
 * @template {Seal} [Used=ReturnType<typeof newSeal>]
 * @param {Used} [given]
 */
export function newDisk(given) {
  const factory = new IDBFactory();
  /** @type {{ [key: string]: unknown }} */
  const settings = {};
  const area = {
    get: async () => settings,
    /** @param {{ [key: string]: unknown }} items */
    set: async (items) => void Object.assign(settings, items),
  };
  const seal = /** @type {Used} */ (given ?? newSeal());
  return {
    seal,
    /** @param {{ now?: number, limits?: { lines: number, bytes: number }, by?: Seal }} [how] `by`: what seals it from now on */
    open({ now = NOON, limits, by = seal } = {}) {
      const store = new Store(factory, limits);
      return { store, diary: new Diary({ store, seal: by, area, now: () => now }) };
    },
  };
}
