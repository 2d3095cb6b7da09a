// The vault: what it keeps, and from whom.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Vault } from "../../extension/background/vault/vault.js";
import { Memory } from "./memory.js";
import { FIRST, VALUE, filled, wake } from "./vaults.js";

const unreadable = { name: "VaultError", code: "unreadable" };

test("what is sealed opens again, also after the worker's death and a restart of the browser", async () => {
  const memory = new Memory();
  const { vault, sealed } = await filled(memory, null);
  assert.deepEqual(await vault.open(sealed), VALUE);
  memory.restart();
  assert.deepEqual(await (await wake(memory)).open(sealed), VALUE);
});

test("what is sealed is plain JSON with a version, and names nothing of the value", async () => {
  const { sealed } = await filled(new Memory(), null);
  assert.deepEqual(JSON.parse(JSON.stringify(sealed)), sealed);
  assert.deepEqual(Object.keys(sealed).sort(), ["data", "iv", "version"]);
  assert.ok(!Buffer.from(sealed.data, "base64").toString("latin1").includes("jane"));
});

test("the same value is never sealed alike twice", async () => {
  const { vault, sealed } = await filled(new Memory(), null);
  const again = await vault.seal(VALUE);
  assert.notEqual(again.iv, sealed.iv);
  assert.notEqual(again.data, sealed.data);
});

test("a value of a megabyte is sealed and opened", async () => {
  const { vault } = await filled(new Memory(), null);
  const long = "x".repeat(1_000_000);
  assert.equal(await vault.open(await vault.seal(long)), long);
});

test("nothing is stored before something is sealed", async () => {
  const memory = new Memory();
  const vault = await wake(memory);
  assert.equal(memory.onDisk.size + memory.inSession.size, 0);
  assert.equal(memory.deviceKey, undefined);
  assert.equal(vault.locked, false);
});

test("without a passphrase the disk holds no key that could be read: the device's can be used only", async () => {
  const memory = new Memory();
  await filled(memory, null);
  assert.equal(memory.deviceKey?.extractable, false);
  assert.equal(memory.inSession.size, 0);
});

test("erased, it leaves nothing, and what was sealed stays shut for good", async () => {
  for (const passphrase of [null, FIRST]) {
    const memory = new Memory();
    const { vault, sealed } = await filled(memory, passphrase);
    await vault.erase();
    assert.equal(memory.onDisk.size + memory.inSession.size, 0);
    assert.equal(memory.deviceKey, undefined);
    assert.equal(vault.locked, false);
    await assert.rejects(vault.open(sealed), unreadable);
    await vault.seal("new");
    await assert.rejects(vault.open(sealed), unreadable);
  }
});

test("what was changed on the disk does not open", async () => {
  const { vault, sealed } = await filled(new Memory(), null);
  const bytes = Buffer.from(sealed.data, "base64");
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  await assert.rejects(vault.open({ ...sealed, data: bytes.toString("base64") }), unreadable);
  await assert.rejects(vault.open({ ...sealed, version: /** @type {any} */ (2) }), unreadable);
});

test("where the device lost its key, that is known, and sealing starts anew", async () => {
  const memory = new Memory();
  const { sealed } = await filled(memory, null);
  memory.deviceKey = undefined;
  const vault = await wake(memory);
  assert.equal(vault.lost, true);
  assert.equal(vault.locked, false);
  await assert.rejects(vault.open(sealed), unreadable);
  assert.equal(await vault.open(await vault.seal("new")), "new");
  assert.equal(vault.lost, false);
});

test("storage that cannot be read is written over by nobody, and is read again at the next call", async () => {
  const memory = new Memory();
  const { sealed } = await filled(memory, null);
  const get = memory.local.get;
  const vault = new Vault({ ...memory, rounds: 2 });
  memory.local.get = async () => Promise.reject(new Error("disk"));
  const before = memory.dump();
  await assert.rejects(vault.start());
  await assert.rejects(vault.seal(VALUE));
  assert.equal(memory.dump(), before);
  memory.local.get = get;
  assert.deepEqual(await vault.open(sealed), VALUE);
});

test("a later version's vault is refused, not written over, and may be erased", async () => {
  const memory = new Memory();
  memory.onDisk.set("vault", { version: 2 });
  const vault = new Vault({ ...memory, rounds: 2 });
  await assert.rejects(vault.start());
  await assert.rejects(vault.seal(VALUE));
  assert.deepEqual(memory.onDisk.get("vault"), { version: 2 });
  await vault.erase();
  assert.equal(await vault.open(await vault.seal("new")), "new");
});

test("two that seal first at the same time use one key", async () => {
  const memory = new Memory();
  const vault = await wake(memory);
  const sealed = await Promise.all([vault.seal(1), vault.seal(2)]);
  const woken = await wake(memory);
  assert.deepEqual(await Promise.all(sealed.map((one) => woken.open(one))), [1, 2]);
});
