import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { isMessage } from "../../extension/background/messages.js";
import { Refusal, ask } from "../../extension/shared/protocol.js";

/** @param {unknown} reply */
function background(reply) {
  Object.assign(globalThis, { chrome: { runtime: { sendMessage: async () => reply } } });
}

afterEach(() => Reflect.deleteProperty(globalThis, "chrome"));

test("messages are told from what is none", () => {
  for (const message of [{ type: "status" }, { type: "tab", tabId: 3 }, { type: "save", profile: {} }, { type: "report", tabId: 3, format: "html" }]) {
    assert.ok(isMessage(message), JSON.stringify(message));
  }
  for (const other of [null, undefined, "status", {}, { type: "toString" }, { type: "tab" }, { type: "tab", tabId: "3" }, { type: "save", profile: null }]) {
    assert.ok(!isMessage(other), JSON.stringify(other));
  }
});

test("a good reply is handed on", async () => {
  background({ ok: true, profile: { emails: [] } });
  assert.deepEqual(await ask({ type: "profile" }), { ok: true, profile: { emails: [] } });
});

test("a refusal is thrown with its code", async () => {
  background({ ok: false, code: "bad_message", message: "no" });
  await assert.rejects(ask({ type: "profile" }), (error) => error instanceof Refusal && error.code === "bad_message");
});

test("silence is a refusal", async () => {
  background(undefined);
  await assert.rejects(ask({ type: "profile" }), { code: "no_reply" });
});
