import assert from "node:assert/strict";
import { test } from "node:test";
import { newProfileStore, reduceCards } from "../../extension/background/profile.js";
import { Vault } from "../../extension/background/vault/vault.js";
import { Memory } from "./memory.js";

const SOURCE = { emails: ["jane.doe@example.com"] };
const SAVED = { source: SOURCE, numbers: { emails: [1] }, highest: { emails: 1 } };

/** A worker's start. @param {Memory} memory */
const newStore = (memory) => newProfileStore(memory.local, new Vault({ ...memory, rounds: 2 }));

test("a profile is saved sealed and under a version, loaded and deleted", async () => {
  const memory = new Memory();
  const store = newStore(memory);
  assert.equal(await store.load(), null);
  await store.save(SAVED);
  assert.equal(/** @type {any} */ (memory.onDisk.get("profile")).version, 2);
  assert.ok(!memory.dump().includes("jane"));
  assert.deepEqual(await store.load(), SAVED);
  await store.erase();
  assert.equal(await store.load(), null);
});

test("a profile that the first version kept in the clear is read once, and sealed in its place", async () => {
  const memory = new Memory();
  memory.onDisk.set("profile", { version: 1, source: SOURCE });
  assert.deepEqual(await newStore(memory).load(), SAVED);
  assert.ok(!memory.dump().includes("jane"));
  assert.deepEqual(await newStore(memory).load(), SAVED);
});

test("a worker that dies while it migrates loses nothing", async () => {
  for (let writes = 0; writes < 5; writes += 1) {
    const memory = new Memory();
    memory.onDisk.set("profile", { version: 1, source: SOURCE });
    memory.writesLeft = writes;
    await newStore(memory).load().catch(() => {});
    memory.writesLeft = Infinity;
    assert.deepEqual(await newStore(memory).load(), SAVED, `${writes} writes`);
    assert.ok(!memory.dump().includes("jane"));
  }
});

test("a later version's profile is refused, not guessed at", async () => {
  const memory = new Memory();
  memory.onDisk.set("profile", { version: 3, vault: "…" });
  await assert.rejects(newStore(memory).load());
});

test("of a whole card number only the first six and last four digits are kept", () => {
  const { source, reduced } = reduceCards({ cards: [{ number: "4111 1111-1111 1234", person: "Jane" }, { last4: "9999" }] });
  assert.deepEqual(source.cards, [{ person: "Jane", first6: "411111", last4: "1234" }, { last4: "9999" }]);
  assert.deepEqual(reduced, ["cards[0]"]);
});

test("what is no card number is left for the profile's own check to refuse", () => {
  const given = { cards: [{ number: "12" }] };
  assert.deepEqual(reduceCards(given), { source: given, reduced: [] });
});

test("a profile without cards stays as it is", () => {
  assert.deepEqual(reduceCards({ emails: ["a@b.example"] }), { source: { emails: ["a@b.example"] }, reduced: [] });
});
