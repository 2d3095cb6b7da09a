// The table of messages: every topic under messages/ is in it, and no two topics name the same message.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fits } from "../../extension/background/message.js";
import { isMessage } from "../../extension/background/messages.js";

const FOLDER = new URL("../../extension/background/messages/", import.meta.url);
/** @type {{ [type: string]: unknown }} */
const SAMPLES = { string: "s", number: 1, boolean: true, object: {} };

/** @typedef {{ [type: string]: import("../../extension/background/message.js").Kind<any, unknown> }} Topic */

/** @type {[type: string, shape: { [field: string]: import("../../extension/background/message.js").FieldType }][]} */
const kinds = [];
for (const file of readdirSync(FOLDER)) {
  const topics = /** @type {Topic[]} */ (Object.values(await import(new URL(file, FOLDER).href)));
  for (const topic of topics) for (const [type, { shape }] of Object.entries(topic)) kinds.push([type, shape]);
}

test("every message of every topic is answered", () => {
  assert.ok(kinds.length >= 8, `${kinds.length}`);
  for (const [type, shape] of kinds) {
    const fields = Object.entries(shape).map(([key, kind]) => [key, SAMPLES[kind.replace("?", "")]]);
    assert.ok(isMessage({ type, ...Object.fromEntries(fields) }), type);
  }
});

test("no two topics name the same message", () => {
  const types = kinds.map(([type]) => type);
  assert.deepEqual(types, [...new Set(types)]);
});

test("a field that may be left out may not be something else", () => {
  assert.ok(fits({}, { tab: "number?" }));
  assert.ok(fits({ tab: 1 }, { tab: "number?" }));
  assert.ok(!fits({ tab: "1" }, { tab: "number?" }));
  assert.ok(!fits({ tab: null }, { tab: "number?" }));
});
