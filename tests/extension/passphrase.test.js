// A passphrase over the vault: set, given, changed, taken away, forgotten.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ROUNDS } from "../../extension/background/vault/cipher.js";
import { Memory } from "./memory.js";
import { FIRST, SECOND, VALUE, filled, wake } from "./vaults.js";

const locked = { name: "VaultError", code: "locked" };

test("with a passphrase nothing on the disk opens anything", async () => {
  const memory = new Memory();
  const { sealed } = await filled(memory, FIRST);
  assert.equal(memory.deviceKey, undefined);
  memory.restart();
  const vault = await wake(memory);
  assert.equal(vault.locked, true);
  await assert.rejects(vault.open(sealed), locked);
  await assert.rejects(vault.seal(VALUE), locked);
  await assert.rejects(vault.setPassphrase(SECOND), locked);
  await assert.rejects(vault.removePassphrase(), locked);
});

test("the right passphrase unlocks, a wrong one does not", async () => {
  const memory = new Memory();
  const { sealed } = await filled(memory, FIRST);
  memory.restart();
  const vault = await wake(memory);
  assert.equal(await vault.unlock(SECOND), false);
  assert.equal(await vault.unlock(""), false);
  assert.equal(vault.locked, true);
  assert.equal(await vault.unlock(FIRST), true);
  assert.deepEqual(await vault.open(sealed), VALUE);
});

test("a passphrase is the same however a keyboard composes its letters", async () => {
  const memory = new Memory();
  await filled(memory, "Z\u00fcrich am See");
  assert.equal(await (await wake(memory)).unlock("Zu\u0308rich am See"), true);
});

test("unlocked it stays so while the browser runs, whatever becomes of the worker", async () => {
  const memory = new Memory();
  const { sealed } = await filled(memory, FIRST);
  const vault = await wake(memory);
  assert.equal(vault.locked, false);
  assert.deepEqual(await vault.open(sealed), VALUE);
  memory.restart();
  assert.equal((await wake(memory)).locked, true);
});

test("locking forgets the key at once, also in memory", async () => {
  const memory = new Memory();
  const { vault, sealed } = await filled(memory, FIRST);
  await vault.lock();
  assert.equal(vault.locked, true);
  assert.equal(memory.inSession.size, 0);
  await assert.rejects(vault.open(sealed), locked);
  assert.equal((await wake(memory)).locked, true);
});

test("without a passphrase there is nothing to lock", async () => {
  const { vault, sealed } = await filled(new Memory(), null);
  await vault.lock();
  assert.equal(vault.locked, false);
  assert.deepEqual(await vault.open(sealed), VALUE);
});

test("another passphrase takes the place of the first", async () => {
  const memory = new Memory();
  const { vault, sealed } = await filled(memory, FIRST);
  await vault.setPassphrase(SECOND);
  memory.restart();
  const woken = await wake(memory);
  assert.equal(await woken.unlock(FIRST), false);
  assert.equal(await woken.unlock(SECOND), true);
  assert.deepEqual(await woken.open(sealed), VALUE);
});

test("a passphrase that is removed is asked for no more", async () => {
  const memory = new Memory();
  const { vault, sealed } = await filled(memory, FIRST);
  await vault.removePassphrase();
  assert.equal(vault.guarded, false);
  assert.equal(memory.inSession.size, 0);
  memory.restart();
  assert.deepEqual(await (await wake(memory)).open(sealed), VALUE);
});

test("what was sealed before a change of passphrase opens after it, and the other way round", async () => {
  const memory = new Memory();
  const { vault, sealed } = await filled(memory, null);
  await vault.setPassphrase(FIRST);
  const later = await vault.seal("later");
  await vault.removePassphrase();
  assert.deepEqual(await vault.open(sealed), VALUE);
  assert.equal(await vault.open(later), "later");
});

test("as many rounds of PBKDF2 are made as OWASP asks for, with a salt of each passphrase's own", async () => {
  assert.equal(ROUNDS, 600_000);
  const memory = new Memory();
  const vault = await wake(memory, undefined);
  const salts = new Set();
  for (const passphrase of [FIRST, FIRST]) {
    await vault.setPassphrase(passphrase);
    salts.add(/** @type {any} */ (memory.onDisk.get("vault")).salt);
  }
  assert.equal(salts.size, 2);
  for (const salt of salts) assert.ok(Buffer.from(salt, "base64").length >= 16);
});

test("a passphrase under fewer rounds than are asked for now is put under more when it is next given", async () => {
  const memory = new Memory();
  const { sealed } = await filled(memory, FIRST);
  memory.restart();
  const vault = await wake(memory, 3);
  assert.equal(await vault.unlock(FIRST), true);
  assert.equal(/** @type {any} */ (memory.onDisk.get("vault")).rounds, 3);
  memory.restart();
  const later = await wake(memory, 3);
  assert.equal(await later.unlock(FIRST), true);
  assert.deepEqual(await later.open(sealed), VALUE);
});

test("whoever waits for the vault is told when it opens", async () => {
  const memory = new Memory();
  await filled(memory, FIRST);
  memory.restart();
  const vault = await wake(memory);
  /** @type {string[]} */
  const told = [];
  const waiting = vault.opened().then(() => told.push("opened"));
  await vault.unlock(SECOND);
  assert.deepEqual(told, []);
  await vault.unlock(FIRST);
  await waiting;
  assert.deepEqual(told, ["opened"]);
  await vault.opened();
});

test("listeners are told of every change, until they no longer want to be", async () => {
  const memory = new Memory();
  const { vault } = await filled(memory, null);
  /** @type {string[]} */
  const told = [];
  const stop = vault.onChange(() => told.push(`${vault.guarded} ${vault.locked}`));
  await vault.setPassphrase(FIRST);
  await vault.lock();
  await vault.unlock(FIRST);
  await vault.removePassphrase();
  stop();
  await vault.erase();
  assert.deepEqual(told, ["true false", "true true", "true false", "false false"]);
});

test("a locked vault can be erased by whoever forgot the passphrase", async () => {
  const memory = new Memory();
  await filled(memory, FIRST);
  memory.restart();
  const vault = await wake(memory);
  await vault.erase();
  assert.equal(vault.locked, false);
  assert.equal(await vault.open(await vault.seal("new")), "new");
});
