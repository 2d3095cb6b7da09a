// What a person decides: where it holds, what it makes quiet, and how it is undone.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { badgeOf } from "../../extension/background/badge.js";
import { decide, newDecision } from "../../extension/background/decision.js";
import { endpointOf, pathOf } from "../../extension/background/endpoint.js";
import { newState, reduce } from "../../extension/background/state.js";
import { tabView } from "../../extension/background/view.js";
import { sortEntries } from "../../extension/popup/groups.js";
import { attempted, committed, finding, sent } from "./events.js";

/** @typedef {import("../../extension/background/state.js").LedgerEvent} LedgerEvent */
/** @typedef {import("../../extension/background/state.js").State} State */

afterEach(() => Reflect.deleteProperty(globalThis, "chrome"));

/**
 * @param {LedgerEvent[]} events
 * @param {State} [state]
 */
const play = (events, state = { ...newState(), decisions: [] }) => events.reduce(reduce, state);

/** @param {Partial<import("../../extension/background/decision.js").Decision> & { kind: import("../../extension/background/decision.js").DecisionKind }} given */
const decision = (given) => newDecision({ site: "site.test", private: false, time: 1, ...given });

/** @param {Parameters<typeof decision>[0]} given @returns {LedgerEvent} */
const decided = (given) => ({ type: "decided", decision: decision(given) });

const meta = { host: "www.facebook.com", domain: "facebook.com", entity: "Meta", product: "Meta Pixel", tracker: true };
const pixel = (different = {}) => finding({ url: "https://www.facebook.com/tr/?em=[email-1]", recipient: meta, ...different });
const leak = (found = [pixel()], request = {}) => [attempted(request, found), sent(request, found)];
const endpoint = "www.facebook.com Meta Pixel";

/** @param {State} state */
const groups = (state, tab = 1) => tabView(state, tab, true).page.entries.map(({ group }) => group);

test("an endpoint is host and product, or host and the beginning of the path, and never a host alone", () => {
  assert.equal(endpointOf(pixel()), endpoint);
  assert.equal(endpointOf(finding({ url: "https://tracker.test/collect/v1/123?e=[email-1]" })), "tracker.test/collect/v1");
  assert.equal(endpointOf(finding({ url: "https://tracker.test" })), "tracker.test/");
});

test("a path ends before what is masked in it", () => {
  assert.equal(pathOf("https://tracker.test/a/[email-1]/b"), "/a/");
  assert.equal(pathOf("https://tracker.test/a/x-[national_id-12].gif?q"), "/a/");
  assert.equal(pathOf("https://tracker.test/a/b?x=[email-1]"), "/a/b");
});

test("an expected finding stays quiet on its site, its endpoint and its detail, and on no other", () => {
  const phone = pixel({ identifier: { id: "phone-1", kind: "phone" } });
  const elsewhere = pixel({ url: "https://www.facebook.com/login", recipient: { ...meta, product: null } });
  const state = play([committed("A"), ...leak([pixel(), phone, elsewhere]), decided({ kind: "expected", endpoint, detail: "email-1" })]);
  assert.deepEqual(groups(state), ["expected", "counted", "counted"]);
  const other = play([committed("B", { tab: 2, origin: "https://other.test" }), ...leak([pixel()], { tab: 2, document: "B", requestId: "2" })], state);
  assert.deepEqual(groups(other, 2), ["counted"]);
});

test("a decision holds on every host of its site, and on no host that only ends like it", () => {
  const said = decided({ kind: "mute", recipient: "Meta" });
  for (const [origin, group] of /** @type {const} */ ([["https://www.site.test", "quiet"], ["https://site.test:8443", "quiet"], ["https://othersite.test", "counted"]])) {
    assert.deepEqual(groups(play([committed("A", { origin }), ...leak(), said])), [group], origin);
  }
});

test("not being the person's and being expected replace each other", () => {
  const state = play([committed("A"), ...leak(), decided({ kind: "expected", endpoint, detail: "email-1" }), decided({ kind: "not_mine", endpoint, detail: "email-1" })]);
  assert.deepEqual(groups(state), ["quiet"]);
  assert.equal(state.decisions?.length, 1);
});

test("undoing brings back what was found", () => {
  const state = play([committed("A"), ...leak(), decided({ kind: "mute", recipient: "Meta" })]);
  assert.equal(badgeOf(state, 1, true).text, "");
  const ids = tabView(state, 1, true).page.decisions.map(({ id }) => id);
  assert.equal(badgeOf(play([{ type: "undone", ids, time: 2 }], state), 1, true).text, "1");
});

test("badge and popup count the same recipients, whatever was decided", () => {
  const google = finding({ recipient: { entity: "Google", domain: "google.com", host: "www.google.com" } });
  const possible = finding({ confidence: "possible", recipient: { domain: "chance.test", host: "chance.test" } });
  const expected = finding({ expected: true, recipient: { domain: "login.test", host: "login.test" } });
  const events = [committed("A"), ...leak([pixel(), google, possible, expected]), attempted({ requestId: "2" }, [finding()])];
  const decisions = [
    decided({ kind: "mute", recipient: "Google" }),
    decided({ kind: "expected", endpoint, detail: "email-1" }),
    decided({ kind: "block", recipient: "Meta" }),
  ];
  const counts = decisions.map((_, most) => {
    const view = tabView(play([...events, ...decisions.slice(0, most)]), 1, true);
    const shown = sortEntries(view.page.entries).find(({ group }) => group === "counted")?.recipients.size ?? 0;
    assert.equal(view.badge.text, shown === 0 ? "" : String(shown));
    assert.equal(view.badge.here, shown);
    return shown;
  });
  assert.deepEqual(counts, [2, 1, 0]);
});

test("what was blocked is shown as blocked, and nobody counts for it", () => {
  const state = play([committed("A"), attempted({}, [pixel()]), { type: "failed", requestId: "1", ending: "blocked" }]);
  assert.deepEqual(groups(state), ["blocked"]);
  assert.equal(badgeOf(state, 1, true).text, "");
});

test("on a paused site the badge says so, and on resuming it counts again", () => {
  Object.assign(globalThis, { chrome: { i18n: { getMessage: () => "off" } } });
  const state = play([committed("A"), ...leak(), decided({ kind: "pause" })]);
  assert.deepEqual(badgeOf(state, 1, true), { text: "off", severity: "paused", here: 0, before: 0 });
  assert.equal(tabView(state, 1, true).paused, true);
  const ids = state.decisions?.map(({ id }) => id) ?? [];
  assert.equal(badgeOf(play([{ type: "undone", ids, time: 2 }], state), 1, true).text, "1");
});

test("what a private window decides holds there only, and goes with the last of them", () => {
  const tabs = /** @type {LedgerEvent[]} */ ([
    { type: "opened", tab: 1, private: true },
    { type: "opened", tab: 2, private: false },
  ]);
  const pages = [committed("A"), committed("B", { tab: 2 }), ...leak(), ...leak([pixel()], { tab: 2, document: "B", requestId: "2" })];
  const state = play([...tabs, ...pages, decided({ kind: "mute", recipient: "Meta", private: true })]);
  assert.deepEqual([groups(state, 1), groups(state, 2)], [["quiet"], ["counted"]]);
  assert.deepEqual(play([{ type: "closed", tab: 1, time: 3 }], state).decisions, []);
});

test("what was kept comes back beside what private windows decided meanwhile", () => {
  const mine = decision({ kind: "pause", private: true });
  const kept = decision({ kind: "mute", recipient: "Meta" });
  const state = play([{ type: "recalled", decisions: [kept] }], { ...newState(), decisions: [mine] });
  assert.deepEqual(state.decisions, [kept, mine]);
});

test("deleting everything deletes what was decided", () => {
  assert.deepEqual(play([decided({ kind: "pause" }), { type: "forgotten" }]).decisions, []);
});

test("a tracker that is caught is blocked where that is wanted, and a stranger that is none is not", () => {
  const stranger = finding({ recipient: { host: "shop.test", domain: "shop.test", tracker: false } });
  const state = play([decided({ kind: "block_caught", site: null }), committed("A"), ...leak([pixel(), stranger])]);
  const blocked = state.decisions?.filter(({ kind }) => kind === "block") ?? [];
  assert.deepEqual(blocked.map(({ recipient, site }) => [recipient, site]), [["Meta", null]]);
  assert.deepEqual(blocked[0]?.targets.map(({ host, path }) => host + path), ["www.facebook.com/tr/"]);
});

test("nothing is blocked by itself where that is not wanted", () => {
  assert.deepEqual(play([committed("A"), ...leak()]).decisions, []);
});

test("a tracker whose block was undone is not blocked again by itself, until the person blocks it", () => {
  const caught = [decided({ kind: "block_caught", site: null }), committed("A"), ...leak()];
  const state = play(caught);
  const ids = state.decisions?.filter(({ kind }) => kind === "block").map(({ id }) => id) ?? [];
  const undone = play([{ type: "undone", ids, time: 2 }, ...leak([pixel()], { requestId: "2" })], state);
  assert.deepEqual(undone.decisions?.map(({ kind }) => kind), ["block_caught", "allow"]);
  const again = play([decided({ kind: "block", site: null, recipient: "Meta" })], undone);
  assert.deepEqual(again.decisions?.map(({ kind }) => kind), ["block_caught", "block"]);
});

test("a block grows by the places at which its recipient is caught later", () => {
  const start = decision({ kind: "block", recipient: "Meta", targets: [] });
  const state = play([{ type: "decided", decision: start }, committed("A"), ...leak()]);
  assert.deepEqual(state.decisions?.map(({ targets }) => targets.map(({ path }) => path)), [["/tr/"]]);
});

test("of very many decisions the latest are kept", () => {
  const many = Array.from({ length: 2001 }, (_, index) => decision({ kind: "pause", site: `s${index}.test` }));
  const kept = many.reduce(decide, /** @type {import("../../extension/background/decision.js").Decision[]} */ ([]));
  assert.deepEqual([kept.length, kept[0]?.site], [2000, "s1.test"]);
});
