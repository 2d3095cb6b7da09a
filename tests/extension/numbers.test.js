import assert from "node:assert/strict";
import { test } from "node:test";
import { numbered } from "../../extension/background/numbers.js";

const first = numbered({ emails: ["a@x.example", "b@x.example", "c@x.example"], country: "US" }, null);

test("the first entries are numbered from 1, list by list", () => {
  assert.deepEqual(first.numbers, { emails: [1, 2, 3] });
  const both = numbered({ emails: ["a@x.example"], phones: ["+1 212-555-0143"] }, null);
  assert.deepEqual(both.numbers, { emails: [1], phones: [1] });
});

test("an entry keeps its number when one before it is deleted", () => {
  const after = numbered({ emails: ["b@x.example", "c@x.example"] }, first, { emails: [2, 3] });
  assert.deepEqual(after.numbers, { emails: [2, 3] });
});

test("an entry keeps its number when it is edited", () => {
  const after = numbered({ emails: ["a@x.example", "new@x.example", "c@x.example"] }, first, { emails: [1, 2, 3] });
  assert.deepEqual(after.numbers, { emails: [1, 2, 3] });
});

test("a deleted entry's number is never given again", () => {
  const less = numbered({ emails: ["a@x.example"] }, first, { emails: [1] });
  const more = numbered({ emails: ["a@x.example", "d@x.example"] }, less, { emails: [1, null] });
  assert.deepEqual(more.numbers, { emails: [1, 4] });
  const none = numbered({}, more, {});
  assert.deepEqual(numbered({ emails: ["e@x.example"] }, none, {}).numbers, { emails: [5] });
});

test("where nobody says which entry was which, the same entry has the same number", () => {
  const after = numbered({ emails: ["c@x.example", "new@x.example", "a@x.example"] }, first);
  assert.deepEqual(after.numbers, { emails: [3, 4, 1] });
});

test("two entries that are the same have two numbers", () => {
  const before = numbered({ emails: ["a@x.example", "a@x.example"] }, null);
  assert.deepEqual(numbered(before.source, before).numbers, { emails: [1, 2] });
});

test("a number that was never given, or is asked for twice, is not given", () => {
  const after = numbered({ emails: ["a@x.example", "b@x.example", "c@x.example"] }, first, { emails: [9, 2, 2] });
  assert.deepEqual(after.numbers, { emails: [4, 2, 5] });
});
