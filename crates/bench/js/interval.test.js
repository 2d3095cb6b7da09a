import assert from "node:assert/strict";
import { test } from "node:test";
import { ratioOfMedians } from "./interval.js";

/** Pairs whose times scatter by a half, and of which the first is longer by `factor`. @param {number} factor @param {number} count @returns {[number, number][]} */
const scattered = (factor, count) => Array.from({ length: count }, (_, number) => [factor * (1 + ((number * 7) % 11) / 22), 1 + ((number * 5) % 11) / 22]);

test("pairs that are all alike leave no doubt", () => {
  const pairs = Array.from({ length: 20 }, () => /** @type {[number, number]} */ ([3, 2]));
  assert.deepEqual(ratioOfMedians(pairs), { ratio: 1.5, lower: 1.5, upper: 1.5 });
});

test("the interval holds the true ratio, and is the narrower the more pairs there are", () => {
  const [few, many] = [22, 440].map((count) => ratioOfMedians(scattered(1.2, count)));
  assert.ok(few && many);
  for (const { lower, upper } of [few, many]) assert.ok(lower < 1.2 && 1.2 < upper, `${lower} to ${upper}`);
  assert.ok(many.upper - many.lower < few.upper - few.lower);
});

test("the same pairs give the same interval", () => {
  assert.deepEqual(ratioOfMedians(scattered(0.9, 30)), ratioOfMedians(scattered(0.9, 30)));
});
