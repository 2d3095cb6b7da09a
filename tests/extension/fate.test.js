// What becomes of a request, as the browser tells it, and what of it counts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { badgeOf } from "../../extension/background/badge.js";
import { attempted, committed, finding, sent } from "./events.js";
import { leak, outcomes, play, view } from "./play.js";

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
