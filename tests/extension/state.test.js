// The ledger's reducer, where no recorded trace reaches.

import assert from "node:assert/strict";
import { test } from "node:test";
import { badgeOf } from "../../extension/background/badge.js";
import { ENTRY_LIMIT } from "../../extension/background/page.js";
import { newState, reduce } from "../../extension/background/state.js";
import { tabView } from "../../extension/background/view.js";
import { attempted, committed, finding, sent } from "./events.js";

/** @typedef {import("../../extension/background/state.js").LedgerEvent} LedgerEvent */
/** @typedef {import("../../extension/background/state.js").State} State */

/**
 * @param {LedgerEvent[]} events
 * @param {State} [state]
 */
const play = (events, state = newState()) => events.reduce(reduce, state);
/** @param {State} state */
const view = (state, tab = 1) => tabView(state, tab, true);
/** @param {State} state */
const outcomes = (state, tab = 1) => view(state, tab).page.entries.map((entry) => entry.outcome);

/** @param {{ [key: string]: any }} [request] */
const leak = (request = {}, found = [finding()]) => [attempted(request, found), sent(request, found)];

test("an attempt does not count until it is sent", () => {
  const state = play([committed("A"), attempted({}, [finding()])]);
  assert.deepEqual(outcomes(state), ["attempted"]);
  assert.equal(badgeOf(state, 1, true).text, "");
  assert.equal(badgeOf(play([sent({}, [finding()])], state), 1, true).text, "1");
});

test("the verdict over the whole request replaces the one over its beginning", () => {
  const possible = finding({ confidence: "possible" });
  const state = play([committed("A"), attempted({}, [possible]), sent({}, [finding()])]);
  assert.deepEqual(view(state).page.entries.map((entry) => entry.finding.confidence), ["certain"]);
});

test("authentication sends a request twice, and it counts once", () => {
  const state = play([committed("A"), ...leak(), sent({}, [finding()])]);
  assert.deepEqual(view(state).page.entries.map((entry) => entry.counts.sent), [1]);
});

test("a request that fails before it is sent is taken back", () => {
  const events = [committed("A"), attempted({}, [finding()])];
  assert.deepEqual(outcomes(play([...events, { type: "failed", requestId: "1", ending: "blocked" }])), ["blocked"]);
  assert.deepEqual(outcomes(play([...events, { type: "failed", requestId: "1", ending: "aborted" }])), ["failed"]);
});

test("a request that fails after it was sent and before any answer is taken back", () => {
  const state = play([committed("A"), ...leak(), { type: "failed", requestId: "1", ending: "failed" }]);
  assert.deepEqual(outcomes(state), ["failed"]);
});

test("a request that was answered stays sent, even if the page may not read the answer", () => {
  const state = play([
    committed("A"),
    ...leak(),
    { type: "answered", requestId: "1", fromCache: null },
    { type: "failed", requestId: "1", ending: "failed" },
  ]);
  assert.deepEqual(outcomes(state), ["sent"]);
});

test("a request that nobody waited for stays sent", () => {
  const state = play([committed("A"), ...leak(), { type: "failed", requestId: "1", ending: "aborted" }]);
  assert.deepEqual(outcomes(state), ["sent"]);
});

test("what a cache answered was not sent", () => {
  const state = play([committed("A"), ...leak(), { type: "completed", requestId: "1", fromCache: true }]);
  assert.deepEqual(outcomes(state), ["cached"]);
});

test("what a cache answered after asking the server was sent", () => {
  const state = play([
    committed("A"),
    ...leak(),
    { type: "answered", requestId: "1", fromCache: false },
    { type: "completed", requestId: "1", fromCache: true },
  ]);
  assert.deepEqual(outcomes(state), ["sent"]);
});

test("what the page's own service worker answered was not sent", () => {
  const state = play([committed("A"), attempted({}, [finding()]), { type: "completed", requestId: "1", fromCache: false }]);
  assert.deepEqual(outcomes(state), ["cached"]);
});

test("a hop that was never sent, such as an upgrade to https, leaves no trace", () => {
  const state = play([committed("A"), attempted({}, [finding()]), ...leak({}, [finding({ name: "after" })])]);
  assert.deepEqual(view(state).page.entries.map((entry) => entry.finding.name), ["after"]);
});

test("a hop that was sent stays when the next one is blocked", () => {
  const second = finding({ recipient: { host: "second.test", domain: "second.test" } });
  const state = play([committed("A"), ...leak(), attempted({}, [second]), { type: "failed", requestId: "1", ending: "blocked" }]);
  assert.deepEqual(
    view(state).page.entries.map((entry) => [entry.finding.recipient.host, entry.outcome]),
    [
      ["tracker.test", "sent"],
      ["second.test", "blocked"],
    ],
  );
});

test("requests in flight together do not disturb each other", () => {
  const state = play([
    committed("A"),
    attempted({ requestId: "1" }, [finding()]),
    attempted({ requestId: "2" }, [finding()]),
    sent({ requestId: "2" }, [finding()]),
    { type: "failed", requestId: "1", ending: "blocked" },
  ]);
  const [entry] = view(state).page.entries;
  assert.deepEqual(entry?.counts, { attempted: 0, sent: 1, blocked: 1, failed: 0, cached: 0 });
});

test("a finding on the first party is not kept, unless the party is somebody else in disguise", () => {
  const own = finding({ recipient: { party: "first" } });
  const disguised = finding({ recipient: { party: "first", disguise: "proxy" } });
  assert.equal(view(play([committed("A"), ...leak({}, [own])])).page.entries.length, 0);
  assert.equal(badgeOf(play([committed("A"), ...leak({}, [disguised])]), 1, true).text, "1");
});

test("the badge counts recipients, not findings", () => {
  const of = (/** @type {object} */ recipient, /** @type {string} */ name) => finding({ recipient, name });
  const found = [
    of({ host: "www.facebook.com", domain: "facebook.com", entity: "Meta" }, "a"),
    of({ host: "graph.instagram.com", domain: "instagram.com", entity: "Meta" }, "b"),
    of({ host: "x.tracker.test", domain: "tracker.test" }, "c"),
  ];
  assert.equal(badgeOf(play([committed("A"), ...leak({}, found)]), 1, true).text, "2");
});

test("expected findings, possible ones and the page's own set no badge", () => {
  for (const quiet of [finding({ expected: true }), finding({ confidence: "possible" }), finding({ recipient: { party: "first" } })]) {
    assert.equal(badgeOf(play([committed("A"), ...leak({}, [quiet])]), 1, true).text, "");
  }
});

test("a page that is not known counts as somebody else's", () => {
  const state = play([committed("A"), ...leak({}, [finding({ recipient: { party: "unknown" } })])]);
  assert.equal(badgeOf(state, 1, true).text, "1");
});

test("the badge is red for a value in clear, orange for digests alone, grey when nothing is watched", () => {
  const digest = finding({ digest: "sha256", name: "d" });
  const clear = finding();
  assert.equal(badgeOf(play([committed("A"), ...leak({}, [digest])]), 1, true).severity, "scrambled");
  assert.equal(badgeOf(play([committed("A"), ...leak({}, [digest, clear])]), 1, true).severity, "clear");
  assert.deepEqual(badgeOf(newState(), 1, false), { text: "!", severity: "off", here: 0, before: 0 });
});

test("findings the person had time to notice leave the badge with their page", () => {
  const state = play([committed("A"), ...leak({ time: 2000 }), { type: "leaving", tab: 1, time: 9000 }, committed("B", { time: 9500 })]);
  assert.equal(badgeOf(state, 1, true).text, "");
  assert.equal(view(state).previous.length, 1);
});

test("findings just before a navigation stay on the badge until seen", () => {
  const state = play([committed("A"), ...leak({ time: 8500 }), { type: "leaving", tab: 1, time: 9000 }, committed("B", { time: 9500 })]);
  assert.deepEqual(badgeOf(state, 1, true), { text: "1", severity: "clear", here: 0, before: 1 });
  const next = play([committed("C", { time: 20_000 })], state);
  assert.equal(badgeOf(next, 1, true).text, "1");
  const seen = play([{ type: "seen", tab: 1, time: 20_500 }], next);
  assert.equal(badgeOf(seen, 1, true).text, "");
});

test("a late beacon counts though the page was seen before", () => {
  const state = play([
    committed("A"),
    { type: "seen", tab: 1, time: 3000 },
    committed("B", { time: 9000 }),
    ...leak({ document: "A", time: 9100 }),
  ]);
  assert.equal(badgeOf(state, 1, true).text, "1");
});

test("the same recipient here and before counts once", () => {
  const state = play([
    committed("A"),
    ...leak({ time: 8900 }),
    committed("B", { time: 9000 }),
    ...leak({ document: "B", requestId: "2", time: 9100 }),
  ]);
  assert.deepEqual(badgeOf(state, 1, true), { text: "1", severity: "clear", here: 1, before: 0 });
});

test("what could not be read counts once a request, by each of its reasons", () => {
  const state = play([
    committed("A"),
    attempted({ requestId: "1" }, [], ["body_truncated"]),
    sent({ requestId: "1" }, [], ["body_truncated", "depth_limit"]),
    attempted({ requestId: "2" }),
    sent({ requestId: "2" }, [], ["body_unreadable"]),
    attempted({ requestId: "3" }),
  ]);
  const { watched, unreadRequests, unread } = view(state).page;
  assert.deepEqual({ watched, unreadRequests, unread }, {
    watched: 3,
    unreadRequests: 2,
    unread: { body_truncated: 1, depth_limit: 1, body_unreadable: 1 },
  });
});

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
