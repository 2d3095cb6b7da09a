// What the badge counts, here and on the page before, and how bad it says that it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { badgeOf, newBadges } from "../../extension/background/badge.js";
import { newState } from "../../extension/background/state.js";
import { committed, finding } from "./events.js";
import { leak, play, view } from "./play.js";

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

test("an empty badge is left to the browser at a navigation, any other painted again; a made-up one is taken back", async () => {
  /** @type {[tab: number | null, text: string][]} */
  const painted = [];
  const action = {
    setBadgeText: async (/** @type {{ tabId?: number, text: string }} */ { tabId, text }) => void painted.push([tabId ?? null, text]),
    setTitle: async () => {},
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
  };
  Object.assign(globalThis, { chrome: { action, i18n: { getMessage: (/** @type {string} */ name) => name, getUILanguage: () => "en" } } });
  try {
    const badges = newBadges((error) => assert.fail(String(error)));
    const since = () => painted.splice(0);
    const [empty, leaking] = [play([committed("A")]), play([committed("A"), ...leak({})])];
    badges.show(empty, true);
    assert.deepEqual(since(), [[1, ""], [null, ""]]);
    badges.cleared(1);
    badges.show(empty, true);
    assert.deepEqual(since(), []);
    badges.show(leaking, true);
    badges.cleared(1);
    badges.show(leaking, true);
    assert.deepEqual(since(), [[1, "1"], [1, "1"]]);
    badges.show(empty, true);
    badges.show(empty, false);
    badges.cleared(1);
    badges.show(empty, true);
    assert.deepEqual(since(), [[1, ""], [1, "!"], [null, "!"], [1, ""], [null, ""]]);
    await badges.light(1, Object.values(leaking.tabs[1]?.pages.A?.entries ?? {}));
    badges.show(play([{ type: "seen", tab: 1, time: 3000 }], empty), true);
    assert.deepEqual(since(), [[1, "1"]]);
    badges.cleared(1);
    badges.show(empty, true);
    assert.deepEqual(since(), [[1, ""]]);
  } finally {
    Reflect.deleteProperty(globalThis, "chrome");
  }
});
