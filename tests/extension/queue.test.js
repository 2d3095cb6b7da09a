import assert from "node:assert/strict";
import { test } from "node:test";
import { newQueue } from "../../extension/background/queue.js";

/** @param {ReturnType<typeof newQueue>} queue */
function openInto(queue) {
  /** @type {string[]} */
  const handled = [];
  const refused = queue.open((name) => handled.push(name));
  return { handled, refused };
}

test("events that came before are handed over in order, and later ones at once", () => {
  const queue = newQueue();
  queue.take("first", []);
  queue.take("second", []);
  const { handled, refused } = openInto(queue);
  queue.take("third", []);
  assert.deepEqual(handled, ["first", "second", "third"]);
  assert.equal(refused, 0);
});

test("events beyond the count are refused and counted", () => {
  const queue = newQueue({ count: 2 });
  for (const name of ["a", "b", "c", "d"]) queue.take(name, []);
  assert.deepEqual(openInto(queue), { handled: ["a", "b"], refused: 2 });
});

test("bodies beyond the bytes are refused and counted, and what is small still waits", () => {
  const queue = newQueue({ bytes: 10 });
  queue.take("small", [{ requestBody: { raw: [{ bytes: new ArrayBuffer(8) }] } }]);
  queue.take("large", [{ requestBody: { raw: [{ bytes: new ArrayBuffer(8) }] } }]);
  queue.take("none", [{ requestBody: null }]);
  assert.deepEqual(openInto(queue), { handled: ["small", "none"], refused: 1 });
});
