// profile.toml in the settings: the same file that the command line reads.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, stringify } from "smol-toml";
import { FileProblem, joinProfiles, readProfile, writeProfile } from "../../extension/options/toml.js";

/** The parser makes objects without a prototype. @param {string} text */
const read = (text) => structuredClone(readProfile(text, /** @type {any} */ (parse)));

const FILE = `# every key is optional
emails = ["jane.doe@example.com"]
country = "US"

[[names]]
person = "Jane"
given = "Jane"

[[addresses]]
street = "123 Main St"
`;

const SOURCE = {
  emails: ["jane.doe@example.com"],
  country: "US",
  names: [{ person: "Jane", given: "Jane" }],
  addresses: [{ street: "123 Main St" }],
};

test("the command line's file is read", () => {
  assert.deepEqual(read(FILE), SOURCE);
  assert.deepEqual(read(`\uFEFF${FILE}`), SOURCE);
  assert.deepEqual(read(""), {});
});

test("what is written is read again as it was, whatever stands in it", () => {
  const source = { ...SOURCE, others: [{ label: 'a "label"', value: "back\\slash # and\ttab" }], emails: ["ünï@example.com"] };
  const text = writeProfile(source, stringify, "a remark\nof two lines");
  assert.deepEqual(read(text), source);
  assert.ok(text.startsWith("# a remark of two lines\n"));
});

/** @type {[string, string, string][]} */
const REFUSED = [
  ['country = "US"\nemails = ["open', "not_toml", "2"],
  ['mails = ["a@b.example"]', "unknown_key", "mails"],
  ['[[names]]\ngiven = "Jane"\nnick = "J"', "unknown_key", "names[0].nick"],
  ['emails = "a@b.example"', "not_text", "emails"],
  ["emails = [7]", "not_text", "emails[0]"],
  ["birth_dates = [1984-03-07]", "not_text", "birth_dates[0]"],
  ["[names]\ngiven = 'Jane'", "not_text", "names"],
  ["[[cards]]\nlast4 = 1111", "not_text", "cards[0].last4"],
  ["country = 1", "not_text", "country"],
];

for (const [text, code, place] of REFUSED) {
  test(`${code} at ${place} is refused, and nothing of the file is told but the place`, () => {
    assert.throws(() => read(text), (error) => error instanceof FileProblem && error.code === code && error.place === place);
  });
}

test("an import adds what is not there yet, behind what is", () => {
  const { joined, added } = joinProfiles({ emails: ["jd@example.org"] }, { emails: ["jane.doe@example.com", "jd@example.org"], country: "DE" });
  assert.deepEqual(joined, { emails: ["jd@example.org", "jane.doe@example.com"], country: "DE" });
  assert.equal(added, 1);
});

test("an import changes nothing that is there", () => {
  const before = { emails: ["jd@example.org"], country: "US" };
  assert.deepEqual(joinProfiles(before, { country: "DE" }), { joined: before, added: 0 });
});
