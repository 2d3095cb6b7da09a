// A passphrase over the profile: what is asked, what is watched meanwhile, and what the badge is told.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { REQUEST, newBackground, stubBrowser } from "./background.js";
import { EMAIL } from "./inspector.js";
import { Memory } from "./memory.js";

const PASSPHRASE = "correct horse battery";

let memory = new Memory();

beforeEach(() => {
  memory = new Memory();
  stubBrowser(memory);
});

afterEach(() => Reflect.deleteProperty(globalThis, "chrome"));

/** A worker's start. */
async function wake() {
  const background = newBackground(memory);
  await background.watch.start();
  return background;
}

/** With a profile under a passphrase, and the browser opened anew. */
async function wakeLocked() {
  const { ask } = await wake();
  await ask({ type: "save", profile: { emails: [EMAIL] } });
  assert.deepEqual(await ask({ type: "set_passphrase", passphrase: PASSPHRASE }), { ok: true });
  memory.restart();
  return wake();
}

test("a locked profile means that nothing is watched, and the status says so", async () => {
  const { watch } = await wakeLocked();
  const status = watch.status();
  assert.equal(status.watching, false);
  assert.equal(status.reason, "locked");
  assert.equal(status.guarded, true);
  assert.deepEqual(status.identifiers, []);
  watch.handle("webRequest.onBeforeRequest", [REQUEST]);
  assert.deepEqual(watch.state.exchanges, {});
  assert.equal(watch.state.failures.count, 0);
});

test("unlocking takes the profile into use before it is answered", async () => {
  const { watch, ask } = await wakeLocked();
  assert.deepEqual(await ask({ type: "unlock", passphrase: "something else" }), { ok: true, unlocked: false });
  assert.equal(watch.status().reason, "locked");
  assert.deepEqual(await ask({ type: "unlock", passphrase: PASSPHRASE }), { ok: true, unlocked: true });
  assert.equal(watch.status().watching, true);
  watch.handle("webRequest.onBeforeRequest", [REQUEST]);
  assert.ok(watch.state.exchanges["1"]);
});

test("locking ends the watch at once", async () => {
  const { watch, ask } = await wakeLocked();
  await ask({ type: "unlock", passphrase: PASSPHRASE });
  assert.deepEqual(await ask({ type: "lock" }), { ok: true });
  assert.equal(watch.status().reason, "locked");
  watch.handle("webRequest.onBeforeRequest", [REQUEST]);
  assert.deepEqual(watch.state.exchanges, {});
});

test("without a passphrase locking changes nothing", async () => {
  const { watch, ask } = await wake();
  await ask({ type: "save", profile: { emails: [EMAIL] } });
  await ask({ type: "lock" });
  assert.equal(watch.status().watching, true);
});

test("a locked profile is neither told nor replaced", async () => {
  const { ask } = await wakeLocked();
  const before = memory.dump();
  assert.equal((await ask({ type: "profile" })).code, "locked");
  assert.equal((await ask({ type: "save", profile: { emails: ["other@example.com"] } })).code, "locked");
  assert.equal(memory.dump(), before);
});

test("a passphrase is changed and removed only by whoever knows it", async () => {
  const { watch, ask } = await wakeLocked();
  await ask({ type: "unlock", passphrase: PASSPHRASE });
  for (const message of [
    { type: "set_passphrase", passphrase: "another passphrase" },
    { type: "set_passphrase", passphrase: "another passphrase", current: "wrong" },
    { type: "remove_passphrase", current: "wrong" },
  ]) {
    assert.equal((await ask(message)).code, "wrong_passphrase");
  }
  assert.deepEqual(await ask({ type: "remove_passphrase", current: PASSPHRASE }), { ok: true });
  assert.equal(watch.status().guarded, false);
  memory.restart();
  assert.equal((await wake()).watch.status().watching, true);
});

test("a passphrase of fewer than eight characters is refused", async () => {
  const { watch, ask } = await wake();
  assert.equal((await ask({ type: "set_passphrase", passphrase: "1234567" })).code, "short_passphrase");
  assert.equal(watch.status().guarded, false);
});

test("whoever forgot the passphrase can delete everything and start anew", async () => {
  const { watch, ask } = await wakeLocked();
  assert.deepEqual(await ask({ type: "delete" }), { ok: true });
  assert.equal(memory.onDisk.size, 0);
  assert.equal(watch.status().reason, "no_profile");
  await ask({ type: "save", profile: { emails: [EMAIL] } });
  assert.equal(watch.status().watching, true);
});

test("a profile whose key the device lost is told to be unreadable, until it is saved anew", async () => {
  const { ask } = await wake();
  await ask({ type: "save", profile: { emails: [EMAIL] } });
  memory.deviceKey = undefined;
  const { watch, ask: askAgain } = await wake();
  assert.equal((await askAgain({ type: "profile" })).profile, null);
  assert.equal(watch.status().reason, "failed");
  assert.equal(watch.status().unreadable, true);
  await askAgain({ type: "save", profile: { emails: [EMAIL] } });
  assert.equal(watch.status().reason, null);
  assert.equal((await wake()).watch.status().watching, true);
});
