// What a report on a tab is made from.

import assert from "node:assert/strict";
import test from "node:test";

import { reportOf } from "../../extension/background/view.js";

/** @typedef {import("../../extension/shared/protocol.js").TabView} TabView */
/** @typedef {import("../../extension/background/entry.js").Counts} Counts */

const NEVER = { attempted: 0, sent: 0, blocked: 0, failed: 0, cached: 0 };

/**
 * A tab with one page and one entry.
 *
 * @param {Partial<Counts>} counts
 */
function viewOf(counts) {
  const entry = { finding: { url: "https://collector.example/" }, counts: { ...NEVER, ...counts } };
  const page = { watched: 9, bytes: 1234, unread: { too_large: 2 }, entries: [entry] };
  return /** @type {TabView} */ (/** @type {unknown} */ ({ page, previous: [] }));
}

test("a finding that was made several times stands for as many requests", () => {
  const { findings } = reportOf(viewOf({ sent: 3 }));
  assert.deepEqual(findings, [{ finding: { url: "https://collector.example/", outcome: "sent" }, count: 3 }]);
});

test("what was blocked is not told as sent because its like was sent", () => {
  const { findings } = reportOf(viewOf({ sent: 3, blocked: 2, attempted: 1 }));
  const told = findings.map(({ finding, count }) => [finding.outcome, count]);
  assert.deepEqual(told, [[null, 1], ["sent", 3], ["blocked", 2]]);
});

test("all requests of the pages and their bytes are counted, and what could not be read", () => {
  const { summary } = reportOf(viewOf({ sent: 1 }));
  assert.deepEqual(summary, { requests: 9, bytes: 1234, skips: [{ reason: "too_large", count: 2 }] });
});
