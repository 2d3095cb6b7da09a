import assert from "node:assert/strict";
import { test } from "node:test";
import { deleteProfile, loadProfile, reduceCards, saveProfile } from "../../extension/background/profile.js";

function newArea() {
  /** @type {Map<string, unknown>} */
  const items = new Map();
  return {
    items,
    /** @param {string} key */
    get: async (key) => (items.has(key) ? { [key]: items.get(key) } : {}),
    /** @param {{ [key: string]: unknown }} written */
    set: async (written) => Object.entries(written).forEach(([key, value]) => items.set(key, value)),
    /** @param {string} key */
    remove: async (key) => void items.delete(key),
  };
}

test("a profile is saved under a version, loaded and deleted", async () => {
  const area = newArea();
  assert.equal(await loadProfile(area), null);
  await saveProfile(area, { emails: ["jane.doe@example.com"] });
  assert.deepEqual(area.items.get("profile"), { version: 1, source: { emails: ["jane.doe@example.com"] } });
  assert.deepEqual(await loadProfile(area), { emails: ["jane.doe@example.com"] });
  await deleteProfile(area);
  assert.equal(await loadProfile(area), null);
});

test("a later version's profile is refused, not guessed at", async () => {
  const area = newArea();
  area.items.set("profile", { version: 2, vault: "…" });
  await assert.rejects(loadProfile(area));
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
