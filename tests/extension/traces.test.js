// Traces recorded in real browsers, with what the servers really got beside them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { tabView } from "../../extension/background/view.js";
import { EMAIL } from "./inspector.js";
import { loadTrace, replay, traceNames } from "./replay.js";

/** @typedef {import("../../extension/background/state.js").State} State */

/**
 * What a person must be told after each trace: by recipient, what became of it; on the page on screen, on pages
 * before, elsewhere; the badge; what could not be read.
 */
const EXPECTED = {
  "chromium-aborted": { here: { "tracker.test": "sent" }, badge: "1" },
  "chromium-back": { here: { "tracker.test": "sent" }, badge: "1" },
  "chromium-beacon": { before: { "late.test": "sent" }, badge: "1" },
  "chromium-blocked": { here: { "blocked.test": "blocked" }, badge: "" },
  // The first was sent, the second came from the cache.
  "chromium-cached": { here: { "tracker.test": "sent" }, badge: "1" },
  "chromium-closed": { elsewhere: { "late.test": "sent" }, badge: "" },
  "chromium-frames": { here: { "tracker.test": "sent" }, badge: "1" },
  "chromium-header": { here: { "tracker.test": "sent" }, badge: "1" },
  "chromium-link": { before: { "other.test": "sent" }, badge: "1" },
  // Chromium shows no body of a PATCH: nothing found, and that is said.
  "chromium-patch": { badge: "", unread: { body_unreadable: 1 } },
  "chromium-post": { here: { "tracker.test": "sent" }, badge: "1" },
  "chromium-prerender": { here: { "tracker.test": "sent", "second.test": "sent" }, badge: "2" },
  "chromium-push": { here: { "tracker.test": "sent" }, badge: "1" },
  "chromium-redirect": { here: { "tracker.test": "sent", "second.test": "sent" }, badge: "2" },
  "chromium-refused": { here: { "tracker.test": "failed" }, badge: "" },
  "chromium-search": { badge: "" },
  "chromium-unreadable-answer": { here: { "tracker.test": "sent" }, badge: "1" },
  "chromium-worker": { here: { "tracker.test": "sent" }, badge: "1" },
  "firefox-aborted": { here: { "tracker.test": "sent" }, badge: "1" },
  "firefox-back": { here: { "tracker.test": "sent" }, badge: "1" },
  "firefox-beacon": { before: { "late.test": "sent" }, badge: "1" },
  "firefox-blocked": { here: { "blocked.test": "blocked" }, badge: "" },
  "firefox-cached": { here: { "tracker.test": "sent" }, badge: "1" },
  "firefox-closed": { elsewhere: { "late.test": "sent" }, badge: "" },
  "firefox-frames": { here: { "tracker.test": "sent" }, badge: "1" },
  "firefox-header": { here: { "tracker.test": "sent" }, badge: "1" },
  "firefox-link": { before: { "other.test": "sent" }, badge: "1" },
  "firefox-patch": { here: { "tracker.test": "sent" }, badge: "1" },
  "firefox-post": { here: { "tracker.test": "sent" }, badge: "1" },
  "firefox-push": { here: { "tracker.test": "sent" }, badge: "1" },
  "firefox-redirect": { here: { "tracker.test": "sent", "second.test": "sent" }, badge: "2" },
  "firefox-refused": { here: { "tracker.test": "failed" }, badge: "" },
  "firefox-search": { badge: "" },
  "firefox-unreadable-answer": { here: { "tracker.test": "sent" }, badge: "1" },
  "firefox-worker": { here: { "tracker.test": "sent" }, badge: "1" },
};

/** Recipients that got the address where no extension can see it. */
const UNSEEN = /** @type {{ [trace: string]: string[] }} */ ({ "chromium-patch": ["tracker.test"] });

test("every trace has its expectation", () => {
  assert.deepEqual(Object.keys(EXPECTED).sort(), traceNames());
});

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`${name}: findings are on the page that made them`, () => {
    const state = replay(loadTrace(name));
    assert.deepEqual(said(state), { here: {}, before: {}, elsewhere: {}, unread: {}, ...expected });
    assert.equal(state.failures.count, 0);
  });

  test(`${name}: those who got it are those the servers say got it`, () => {
    const trace = loadTrace(name);
    const got = trace.received
      .filter(([method, host, path, body]) => host !== "site.test" && decodeURIComponent(path + body).includes(EMAIL) && method !== "OPTIONS")
      .map(([, host]) => host);
    if (name.endsWith("-header")) got.push("tracker.test");
    const { here, before, elsewhere } = said(replay(trace));
    const claimed = Object.entries({ ...here, ...before, ...elsewhere }).flatMap(([host, fate]) => (fate === "sent" ? [host] : []));
    assert.deepEqual(new Set([...claimed, ...(UNSEEN[name] ?? [])]), new Set(got));
  });

  test(`${name}: a worker that dies between every two events ends with the same ledger`, () => {
    const trace = loadTrace(name);
    assert.deepEqual(comparable(replay(trace, { deaths: true })), comparable(replay(trace)));
  });

  test(`${name}: nothing that is stored holds the address`, () => {
    const { events } = loadTrace(name);
    for (let length = 1; length <= events.length; length += 1) {
      const state = replay({ received: [], events: events.slice(0, length) });
      // The stand-in does not mask a page's address; the wasm does, and has its own tests for it.
      assert.ok(!JSON.stringify(comparable(state)).includes(EMAIL), `after event ${length}`);
    }
  });

  test(`${name}: another person's profile finds nothing`, () => {
    const { here, before, elsewhere, badge } = said(replay(loadTrace(name), { profile: { emails: ["john.roe@example.org"] } }));
    assert.deepEqual({ here, before, elsewhere, badge }, { here: {}, before: {}, elsewhere: {}, badge: "" });
  });
}

/**
 * @param {State} state
 * @returns {{ here: object, before: object, elsewhere: object, badge: string, unread: object }}
 */
function said(state) {
  const view = tabView(state, 1, true);
  return {
    here: fates([view.page]),
    before: fates(view.previous),
    elsewhere: fates([view.elsewhere]),
    badge: view.badge.text,
    unread: Object.assign({}, ...[view.page, ...view.previous].map((page) => page.unread)),
  };
}

/** @param {import("../../extension/shared/protocol.js").PageView[]} pages */
function fates(pages) {
  return Object.fromEntries(
    pages.flatMap((page) => page.entries.map(({ finding, outcome }) => [finding.recipient.host, outcome])),
  );
}

/**
 * A worker that died knows of a page put away no more than its origin, so addresses are compared by that.
 *
 * @param {State} state
 * @returns {unknown}
 */
function comparable(state) {
  return JSON.parse(JSON.stringify(state), (key, value) => (key === "page" && typeof value === "string" ? new URL(value).origin : value));
}
