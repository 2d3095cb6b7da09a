// The ledger's reducer, where no recorded trace reaches: its bounds, whose page a request is of, and what is forgotten.

import assert from "node:assert/strict";
import { test } from "node:test";
import { badgeOf } from "../../extension/background/badge.js";
import { ENTRY_LIMIT } from "../../extension/background/page.js";
import { newState, reduce } from "../../extension/background/state.js";
import { attempted, committed, finding } from "./events.js";
import { leak, outcomes, play, view } from "./play.js";

/** @typedef {import("../../extension/background/state.js").LedgerEvent} LedgerEvent */

test("findings beyond the limit are counted and not kept", () => {
  const many = Array.from({ length: ENTRY_LIMIT + 7 }, (_, index) => finding({ name: `field-${index}` }));
  const { entries, dropped } = view(play([committed("A"), attempted({}, many)])).page;
  assert.equal(entries.length, ENTRY_LIMIT);
  assert.equal(dropped, 7);
});

test("requests under way that never end do not pile up", () => {
  const events = Array.from({ length: 1500 }, (_, index) => attempted({ requestId: String(index) }));
  const { exchanges } = play([committed("A"), ...events]);
  assert.equal(Object.keys(exchanges).length, 1000);
  assert.ok(exchanges["1499"] && !exchanges["0"]);
});

test("pages before the one on screen do not pile up", () => {
  const state = play(Array.from({ length: 20 }, (_, index) => committed(`page-${index}`, { time: index })));
  assert.deepEqual(Object.keys(state.tabs[1]?.pages ?? {}), ["page-14", "page-15", "page-16", "page-17", "page-18", "page-19"]);
});

test("a request of a worker belongs to every tab of its origin", () => {
  const state = play([
    committed("A"),
    committed("B", { tab: 2 }),
    committed("C", { tab: 3, origin: "https://other.test" }),
    ...leak({ tab: -1, document: null }),
  ]);
  assert.deepEqual([outcomes(state, 1), outcomes(state, 2), outcomes(state, 3)], [["sent"], ["sent"], []]);
});

test("a request of nobody's worker is kept apart", () => {
  const state = play([committed("A"), ...leak({ tab: -1, document: null, origin: "https://gone.test" })]);
  assert.deepEqual(view(state).elsewhere.entries.map((entry) => entry.outcome), ["sent"]);
  assert.equal(badgeOf(state, 1, true).text, "");
});

test("what a private window did shows in no other", () => {
  const state = play([
    { type: "opened", tab: 1, private: true },
    committed("A"),
    ...leak({ time: 8900 }),
    committed("B", { tab: 2 }),
    { type: "closed", tab: 1, time: 9000 },
    ...leak({ requestId: "2", document: "A" }),
    ...leak({ requestId: "3", tab: -1, document: null, private: true }),
  ]);
  assert.deepEqual(outcomes(state, 2), []);
  assert.deepEqual(view(state, 2).elsewhere.entries, []);
  assert.ok(!JSON.stringify(state).includes("tracker.test"));
});

test("a closed tab takes its pages and requests with it, and late events do not bring it back", () => {
  const state = play([
    committed("A"),
    ...leak({ time: 2000 }),
    { type: "closed", tab: 1, time: 90_000 },
    { type: "leaving", tab: 1, time: 90_001 },
    { type: "answered", requestId: "1", fromCache: null },
  ]);
  assert.deepEqual(state.tabs, {});
  assert.deepEqual(state.exchanges, {});
});

test("a worker that wakes forgets the tabs that are gone and meets the new ones", () => {
  const state = play([
    committed("A"),
    ...leak(),
    committed("B", { tab: 2 }),
    {
      type: "revived",
      time: 90_000,
      tabs: [
        { id: 1, private: false, document: "A", origin: "https://site.test" },
        { id: 3, private: true, document: "C", origin: "https://other.test" },
        { id: 4, private: false, document: null, origin: null },
      ],
    },
  ]);
  assert.deepEqual(Object.keys(state.tabs), ["1", "3", "4"]);
  assert.deepEqual(outcomes(state, 1), ["sent"]);
  assert.equal(state.tabs[3]?.current, "C");
  assert.equal(state.tabs[3]?.private, true);
});

test("a new profile drops what was looked for under the old one, and keeps what was found", () => {
  const begun = { ...attempted({}, [finding()]), looks: [{ hits: [1] }] };
  const state = play([committed("A"), /** @type {LedgerEvent} */ (begun), { type: "reprofiled" }]);
  assert.deepEqual(state.exchanges["1"]?.looks, []);
  assert.equal(view(state).page.entries.length, 1);
});

test("deleting the profile deletes what was found, and not where the tabs are", () => {
  const state = play([committed("A"), ...leak(), ...leak({ tab: -1, document: null, origin: null, requestId: "2" }), { type: "forgotten" }]);
  assert.ok(!JSON.stringify(state).includes("email-1"));
  assert.equal(state.tabs[1]?.current, "A");
});

test("own failures are counted, and the last five told", () => {
  const state = play(Array.from({ length: 8 }, (_, index) => ({ type: "stumbled", where: `place-${index}`, name: "TypeError" })));
  assert.equal(state.failures.count, 8);
  assert.deepEqual(state.failures.last.map(({ where }) => where), ["place-3", "place-4", "place-5", "place-6", "place-7"]);
});

test("events that found no room are counted", () => {
  assert.equal(play([{ type: "overflowed", count: 3 }, { type: "overflowed", count: 2 }]).lost, 5);
});

test("the reducer changes nothing that it is given", () => {
  const events = [committed("A"), ...leak(), { type: "leaving", tab: 1, time: 2500 }, committed("B", { time: 3000 }), ...leak({ document: "A" })];
  let state = newState();
  for (const event of /** @type {LedgerEvent[]} */ (events)) {
    const before = structuredClone(state);
    const given = structuredClone(event);
    const next = reduce(state, event);
    assert.deepEqual(state, before);
    assert.deepEqual(event, given);
    state = next;
  }
});
