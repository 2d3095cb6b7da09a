// What is looked for on one tab only.

import assert from "node:assert/strict";
import { test } from "node:test";
import { TypedWords, isTyped } from "../../extension/background/typed.js";
import { newState, reduce } from "../../extension/background/state.js";
import { committed, finding, sent, attempted } from "./events.js";
import { standIn } from "./inspector.js";

const PARCEL = "PARCEL-1";

/** Finds one parcel's number. @type {Pick<import("../../types/leaklight.js").Wasm, "Inspector">} */
const parcels = {
  Inspector: /** @type {any} */ (class {
    /** @param {import("../../types/leaklight.js").ProfileSource} source */
    constructor({ others = [] }) {
      if (others.some(({ value }) => (value ?? "").length < 3)) throw Object.assign(new Error("bad profile"), { code: "bad_profile", problems: [] });
      this.others = others;
    }
    look = (/** @type {{ url?: string }} */ { url }) => ({ bytes: 0, ...(url?.includes(PARCEL) && { look: { parcel: true } }) });
    weigh = () => ({ recipient: finding().recipient, findings: [finding({ identifier: { id: "other-1", kind: "other" } })], skips: [] });
    identifiers = () => this.others.map((_, index) => ({ id: `other-${index + 1}`, kind: "other", masked: "parcel P•••" }));
    free() {}
  }),
};

function newArea() {
  /** @type {{ [key: string]: unknown }} */
  const items = {};
  return { items, area: /** @type {any} */ ({ get: async () => ({ ...items }), set: async (/** @type {object} */ more) => void Object.assign(items, more) }) };
}

/** @returns {import("../../extension/background/exchange.js").Reader} */
const profileReader = () => ({ inspector: new standIn.Inspector({ emails: [] }), masked: { "email-1": "j•••" }, address: () => undefined });

test("what is typed is found on its tab, under an id and a mask of its own, beside what the profile finds", async () => {
  const words = new TypedWords(parcels, newArea().area);
  await words.add(3, { value: PARCEL, label: "parcel" });
  const { inspector, masked } = words.extend(3, profileReader());
  const { look } = inspector.look({ url: `https://tracker.test/?p=${PARCEL}` });
  assert.ok(look);
  const { findings } = inspector.weigh({ url: "https://tracker.test/", method: "GET" }, [{ hits: [], skips: [], ...look }]);
  assert.deepEqual(findings.map(({ identifier }) => identifier.id), ["typed-1"]);
  assert.deepEqual(masked, { "email-1": "j•••", "typed-1": "parcel P•••" });
  const reader = profileReader();
  assert.equal(words.extend(4, reader), reader);
});

test("it outlives the worker in memory, and is forgotten with its tab", async () => {
  const { area, items } = newArea();
  await new TypedWords(parcels, area).add(3, { value: PARCEL });
  const words = new TypedWords(parcels, area);
  await words.load();
  assert.equal(words.of(3).length, 1);
  await words.forget(3);
  assert.deepEqual([words.of(3), items.typed], [[], {}]);
});

test("too little is refused, and changes nothing", async () => {
  const words = new TypedWords(parcels, newArea().area);
  await words.add(3, { value: PARCEL });
  await assert.rejects(words.add(3, { value: "x" }), { code: "bad_profile" });
  assert.equal(words.of(3).length, 1);
});

test("no diary tells of it", () => {
  const found = [finding({ identifier: { id: "typed-1", kind: "other" } }), finding()];
  const events = [committed("A"), attempted({ requestId: "1" }, found), sent({ requestId: "1" }, found)];
  const state = /** @type {import("../../extension/background/state.js").LedgerEvent[]} */ ([
    ...events,
    { type: "completed", requestId: "1", fromCache: false },
  ]).reduce(reduce, { ...newState(), decisions: [] });
  const lines = Object.values(state.outbox.lines);
  assert.equal(lines.length, 1);
  assert.doesNotMatch(JSON.stringify(lines), /typed/);
  assert.ok(isTyped("typed-1") && !isTyped("other-1"));
});
