// A page's word: its form, and what it counts for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readTold } from "../../extension/background/told.js";
import { newState, reduce } from "../../extension/background/state.js";
import { attempted, committed, finding, sent, sighting } from "./events.js";

/** @typedef {import("../../extension/background/testimony.js").Testimony} Testimony */

const message = { type: "told", kind: "message", url: "wss://chat.test/live", method: "GET", text: "hello", cut: false, dropped: 0 };
const body = { ...message, kind: "body", url: "https://tracker.test/in", method: "PATCH" };

test("messages, bodies and fields of forms are read as what they are", () => {
  assert.deepEqual(readTold(message)?.part, { messages: [new TextEncoder().encode("hello")] });
  assert.deepEqual(readTold({ ...body, text: undefined, base64: "aGVsbG8=" })?.part, { body: { bytes: new TextEncoder().encode("hello") } });
  assert.deepEqual(readTold({ ...body, name: "file" })?.part, { body: { form: [["file", new TextEncoder().encode("hello")]] } });
  assert.deepEqual(readTold({ ...body, cut: true })?.part.unread, ["body_truncated"]);
  assert.deepEqual(readTold({ type: "told", kind: "dropped", dropped: 7 })?.dropped, 7);
});

test("anything of another form, kind or size is not read", () => {
  const others = [
    null,
    "told",
    [],
    { ...message, type: "status" },
    { ...message, kind: "verdict" },
    { ...message, url: "https://chat.test/" },
    { ...message, url: "wss://" },
    { ...body, url: "file:///etc/passwd" },
    { ...body, url: `https://tracker.test/${"a".repeat(20_000)}` },
    { ...body, method: "patch me" },
    { ...body, text: undefined },
    { ...body, text: "a".repeat(400_000) },
    { ...body, text: undefined, base64: "*" },
    { ...body, name: { toString: () => "name" } },
    { ...body, dropped: -1 },
    { ...body, dropped: Number.NaN },
    { ...body, dropped: undefined },
  ];
  assert.deepEqual(others.filter((other) => readTold(other)), []);
});

/**
 * @param {Partial<Testimony>} different
 * @returns {Testimony}
 */
function told(different) {
  const findings = [finding({ witness: "page", carrier: "message" })];
  const verdict = { recipient: finding().recipient, findings, skips: [] };
  return { type: "told", request: sighting({ requestId: "" }), verdict, bytes: 0, masked: {}, match: undefined, socket: null, pieces: 1, dropped: 0, ...different };
}

/** @param {import("../../extension/background/state.js").LedgerEvent[]} events */
function page(...events) {
  const state = events.reduce(reduce, newState());
  const found = state.tabs[1]?.pages["A"];
  assert.ok(found);
  return { ...found, entries: Object.values(found.entries), exchanges: state.exchanges };
}

test("a message counts as sent where the browser saw its connection being opened", () => {
  const opened = { ...attempted({ requestId: "7" }), socket: "chat.test" };
  const counts = (/** @type {import("../../extension/background/state.js").LedgerEvent[]} */ ...events) => page(...events).entries.map(({ counts }) => [counts.attempted, counts.sent]);
  assert.deepEqual(counts(committed("A"), /** @type {any} */ (opened), told({ socket: "chat.test" })), [[0, 1]]);
  assert.deepEqual(counts(committed("A"), /** @type {any} */ (opened), told({ socket: "other.test" })), [[1, 0]]);
});

test("what is told of a request shares its fate", () => {
  const match = /** @type {const} */ ({ requestId: "7", fate: "attempted" });
  const asked = [committed("A"), attempted({ requestId: "7" }), told({ match })];
  const fates = (/** @type {import("../../extension/background/state.js").LedgerEvent[]} */ ...more) =>
    page(...asked, ...more).entries.map(({ counts }) => Object.entries(counts).filter(([, count]) => count > 0));
  assert.deepEqual(fates(), [[["attempted", 1]]]);
  assert.deepEqual(fates(sent({ requestId: "7" })), [[["sent", 1]]]);
  assert.deepEqual(fates({ type: "failed", requestId: "7", ending: "blocked" }), [[["blocked", 1]]]);
  assert.deepEqual(fates(sent({ requestId: "7" }), { type: "failed", requestId: "7", ending: "blocked" }), [[["blocked", 1]]]);
});

test("what is told of a request that has ended has the fate that is remembered of it", () => {
  const { entries } = page(committed("A"), told({ match: { requestId: "gone", fate: "failed" } }));
  assert.deepEqual(entries.map(({ counts }) => counts.failed), [1]);
});

test("what the browser showed as well is not told twice", () => {
  const seen = attempted({ requestId: "7" }, [finding({ carrier: "message" })]);
  const { entries, told: pieces } = page(committed("A"), seen, told({}));
  assert.deepEqual([entries.length, entries[0]?.finding.witness, pieces], [1, undefined, 1]);
});

test("what was left out is counted", () => {
  const { told: pieces, untold } = page(committed("A"), told({ pieces: 0, verdict: null, dropped: 9 }), told({ dropped: 1 }));
  assert.deepEqual([pieces, untold], [1, 10]);
});
