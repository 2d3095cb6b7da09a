// A change of passphrase, and everything sealed anew: an old copy of the key opens nothing of it, and no death loses any.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newArchive } from "../../extension/background/archive.js";
import { newDecision } from "../../extension/background/decision.js";
import { newProfileStore } from "../../extension/background/profile.js";
import { newRenewal } from "../../extension/background/renewal.js";
import { line, newDisk } from "./diary.js";
import { Death, Memory } from "./memory.js";
import { FIRST, SECOND, wake } from "./vaults.js";

/** @typedef {import("../../extension/background/vault/cipher.js").Sealed} Sealed */
/** @typedef {import("../../extension/background/vault/vault.js").Vault} Vault */

const PROFILE = { source: { emails: ["jane.doe@example.com"] }, numbers: { emails: [1] }, highest: { emails: 1 } };
const DECISIONS = [newDecision({ kind: "pause", site: "shop.test", private: false, time: 1 })];
const LINES = [line(), line({ day: "2026-11-21" }), line({ day: "2026-11-21", site: "post.test" })];

/** @type {[name: string, before: string | null, change: (vault: Vault) => Promise<void>, after: string | null][]} */
const CHANGES = [
  ["set", null, (vault) => vault.setPassphrase(FIRST), FIRST],
  ["changed", FIRST, (vault) => vault.setPassphrase(SECOND), SECOND],
  ["removed", FIRST, (vault) => vault.removePassphrase(), null],
];

/** A browser's whole disk, and what is kept on it. */
class Machine {
  memory = new Memory();
  disk = newDisk(/** @type {any} */ (null));

  /** A worker's start. */
  async wake() {
    const vault = await wake(this.memory);
    const by = {
      seal: (/** @type {unknown} */ value) => vault.seal(value),
      open: (/** @type {Sealed} */ sealed) => vault.open(sealed),
      renew: async (/** @type {Sealed} */ sealed) => {
        // Each bucket costs a write, at which the worker may die as at any other.
        await this.memory.session.set({});
        return vault.renew(sealed);
      },
    };
    const profiles = newProfileStore(this.memory.local, vault);
    const archive = newArchive(this.memory.local, vault, (error) => assert.fail(String(error)));
    const { diary, store } = this.disk.open({ by });
    /** @type {unknown[]} */
    const failures = [];
    const renew = newRenewal({ vault, stores: [profiles, archive, diary], fail: (error) => failures.push(error) });
    return { vault, profiles, archive, diary, store, renew, failures };
  }

  /** With something in every store. @param {string | null} passphrase */
  async fill(passphrase) {
    const worker = await this.wake();
    if (passphrase !== null) await worker.vault.setPassphrase(passphrase);
    await worker.renew();
    await worker.profiles.save(PROFILE);
    worker.archive.keep(DECISIONS);
    await worker.archive.kept();
    await worker.diary.add("first", LINES);
    return worker;
  }

  /** @returns {Promise<Sealed[]>} everything that is sealed on the disk */
  async sealed() {
    const { store } = this.disk.open();
    const kept = /** @type {{ sealed: Sealed }[]} */ (["profile", "decisions"].map((key) => this.memory.onDisk.get(key)));
    return [...kept, ...(await store.rows(""))].map(({ sealed }) => sealed);
  }

  /** Whoever copied the disk's key record, and the device's key with it, and knows its passphrase. @param {string | null} passphrase */
  async thief(passphrase) {
    const copy = new Memory();
    copy.onDisk.set("vault", structuredClone(this.memory.onDisk.get("vault")));
    copy.deviceKey = this.memory.deviceKey;
    const vault = await wake(copy);
    if (passphrase !== null) assert.equal(await vault.unlock(passphrase), true);
    return vault;
  }
}

/** @param {Vault} thief @param {Sealed[]} sealed */
async function opened(thief, sealed) {
  const results = await Promise.allSettled(sealed.map((one) => thief.open(one)));
  return results.filter(({ status }) => status === "fulfilled").length;
}

/** @param {Awaited<ReturnType<Machine["wake"]>>} worker */
async function holdsEverything({ profiles, archive, diary }) {
  assert.deepEqual(await profiles.load(), PROFILE);
  assert.deepEqual(await archive.recall(), DECISIONS);
  assert.deepEqual(new Set(await diary.read(30)), new Set(LINES));
}

for (const [name, before, change, after] of CHANGES) {
  test(`an old copy of the key opens nothing once a passphrase is ${name}, and nothing is lost`, async () => {
    const machine = new Machine();
    const worker = await machine.fill(before);
    const thief = await machine.thief(before);
    assert.equal(await opened(thief, await machine.sealed()), 5);
    await change(worker.vault);
    await worker.renew();
    assert.equal(worker.vault.unrenewed, undefined);
    assert.equal(await opened(thief, await machine.sealed()), 0);
    assert.deepEqual(worker.failures, []);
    await holdsEverything(worker);
    machine.memory.restart();
    const woken = await machine.wake();
    if (after !== null) assert.equal(await woken.vault.unlock(after), true);
    await holdsEverything(woken);
  });

  test(`a worker that dies at any write while a passphrase is ${name} loses nothing, and the next one ends what it began`, async () => {
    let deaths = 0;
    for (let writes = 0; ; writes += 1) {
      const machine = new Machine();
      const worker = await machine.fill(before);
      const thief = await machine.thief(before);
      machine.memory.writesLeft = writes;
      const ended = await change(worker.vault).then(() => "done", (error) => error);
      if (ended === "done") await worker.renew();
      else assert.ok(ended instanceof Death, String(ended));
      machine.memory.restart();
      const woken = await machine.wake();
      const changed = woken.vault.guarded === (after !== null) && (before === null || after === null || (await woken.vault.unlock(after)));
      if (woken.vault.locked) assert.ok(await woken.vault.unlock(changed && after !== null ? after : /** @type {string} */ (before)));
      await holdsEverything(woken);
      await woken.renew();
      await holdsEverything(woken);
      assert.equal(woken.vault.unrenewed, undefined);
      assert.equal(await opened(thief, await machine.sealed()), changed ? 0 : 5, `${writes} writes`);
      if (ended === "done" && worker.failures.length === 0) break;
      deaths += 1;
    }
    assert.ok(deaths > 7, `${deaths} deaths`);
  });
}

test("what a later version has saved opens after a change of passphrase, too", async () => {
  const machine = new Machine();
  const worker = await machine.fill(null);
  const { onDisk } = machine.memory;
  for (const key of ["profile", "decisions"]) onDisk.set(key, { .../** @type {object} */ (onDisk.get(key)), version: 99 });
  await worker.vault.setPassphrase(FIRST);
  await worker.renew();
  machine.memory.restart();
  const woken = await machine.wake();
  assert.equal(await woken.vault.unlock(FIRST), true);
  assert.equal(await opened(woken.vault, await machine.sealed()), 5);
  assert.deepEqual(["profile", "decisions"].map((key) => /** @type {{ version: number }} */ (onDisk.get(key)).version), [99, 99]);
});

test("what is saved while everything is sealed anew is kept", async () => {
  const machine = new Machine();
  const worker = await machine.fill(null);
  await worker.vault.setPassphrase(FIRST);
  const renewed = worker.renew();
  const other = { ...PROFILE, source: { emails: ["other@example.com"] } };
  await Promise.all([renewed, worker.profiles.save(other), worker.diary.add("second", [line({ site: "late.test" })])]);
  assert.deepEqual(await worker.profiles.load(), other);
  assert.equal((await worker.diary.read(30)).length, 4);
  assert.equal(worker.vault.unrenewed, undefined);
});

test("two changes in a row end with one key, under which everything is", async () => {
  const machine = new Machine();
  const worker = await machine.fill(null);
  const thieves = [await machine.thief(null)];
  await worker.vault.setPassphrase(FIRST);
  const renewed = worker.renew();
  thieves.push(await machine.thief(FIRST));
  await worker.vault.setPassphrase(SECOND);
  await renewed;
  await worker.renew();
  for (const thief of thieves) assert.equal(await opened(thief, await machine.sealed()), 0);
  await holdsEverything(worker);
});

test("locked in the middle, it goes on once it is unlocked", async () => {
  const machine = new Machine();
  const worker = await machine.fill(null);
  await worker.vault.setPassphrase(FIRST);
  await Promise.all([worker.renew(), worker.vault.lock()]);
  assert.notEqual(worker.vault.unrenewed, undefined);
  assert.equal(await worker.vault.unlock(FIRST), true);
  await worker.renew();
  assert.equal(worker.vault.unrenewed, undefined);
  assert.deepEqual(worker.failures, []);
  await holdsEverything(worker);
});

test("what nobody can open any more stays as it is, and holds up nothing", async () => {
  const machine = new Machine();
  const worker = await machine.fill(null);
  machine.memory.onDisk.set("decisions", { version: 1, sealed: { version: 1, iv: "AAAA", data: "AAAA" } });
  await worker.vault.setPassphrase(FIRST);
  await worker.renew();
  assert.equal(worker.vault.unrenewed, undefined);
  assert.deepEqual(worker.failures, []);
  assert.deepEqual(await worker.profiles.load(), PROFILE);
});
