// Blocks as rules: whom they reach, and whom they leave alone. The browsers' own judgement of them is in tests/e2e.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rulesOf } from "../../extension/background/block.js";
import { newDecision } from "../../extension/background/decision.js";
import { newRules } from "../../extension/background/rules.js";
import { newState, reduce } from "../../extension/background/state.js";

/** @typedef {import("../../extension/background/decision.js").Target} Target */

/** @param {string} entity */
const reach = (entity) => ({
  trackers: entity === "Meta" ? ["facebook.com", "facebook.net"] : entity === "Google" ? ["doubleclick.net"] : [],
  own: entity === "Meta" ? ["facebook.com", "facebook.net", "whatsapp.com"] : entity === "Google" ? ["doubleclick.net", "google.com"] : [],
});

/** @param {Partial<Target>} given @returns {Target} */
const target = (given) => ({ host: "t.stranger.test", domain: "stranger.test", path: "/", known: false, disguised: false, ...given });

/** @param {string} recipient @param {Target[]} targets @param {object} [different] */
const block = (recipient, targets, different = {}) => newDecision({ kind: "block", site: null, recipient, targets, private: false, time: 1, ...different });

/** @param {ReturnType<typeof block>[]} decisions @param {number[]} [privateTabs] */
const rules = (decisions, privateTabs = []) => rulesOf(decisions, reach, privateTabs);

test("an organisation is blocked at all domains where it tracks, and never on its own pages", () => {
  const { dynamic, session } = rules([block("Meta", [target({ host: "www.facebook.com", domain: "facebook.com", path: "/tr/", known: true })])]);
  assert.deepEqual(session, []);
  assert.deepEqual(dynamic.map(({ condition }) => condition), [
    {
      requestDomains: ["facebook.com", "facebook.net"],
      domainType: "thirdParty",
      excludedInitiatorDomains: ["facebook.com", "facebook.net", "whatsapp.com"],
      excludedResourceTypes: ["main_frame"],
    },
  ]);
});

test("a stranger is blocked at its registrable domain, as a third party", () => {
  const { dynamic } = rules([block("stranger.test", [target({})])]);
  assert.deepEqual(dynamic.map(({ condition }) => condition), [
    { requestDomains: ["stranger.test"], domainType: "thirdParty", excludedResourceTypes: ["main_frame"] },
  ]);
});

test("where an organisation does much else, only the paths are blocked at which it was caught", () => {
  const paths = ["/pagead/1p/", "/pagead/1p", "/"].map((path) => target({ host: "www.google.com", domain: "google.com", path, known: true }));
  const { dynamic } = rules([block("Google", paths)]);
  assert.deepEqual(dynamic.map(({ condition }) => condition.urlFilter ?? condition.requestDomains), [
    ["doubleclick.net"],
    "||www.google.com/pagead/1p^",
    "||www.google.com/^",
  ]);
});

test("under a site's own name the path is blocked, and that only in memory: it names the site", () => {
  const { dynamic, session } = rules([block("Google", [target({ host: "site.test", domain: "site.test", path: "/g/collect", known: true, disguised: true })])]);
  assert.deepEqual(session.map(({ condition }) => condition), [{ urlFilter: "||site.test/g/collect^", excludedResourceTypes: ["main_frame"] }]);
  assert.ok(!JSON.stringify(dynamic).includes("site.test"));
});

test("a block on one site holds for what that site asks for, and is in memory only", () => {
  const { dynamic, session } = rules([block("stranger.test", [target({})], { site: "site.test" })]);
  assert.deepEqual(dynamic, []);
  assert.deepEqual(session.map(({ condition }) => condition.initiatorDomains), [["site.test"]]);
});

test("a block from a private window holds in private tabs only, is in memory only, and is gone with them", () => {
  const decisions = [block("stranger.test", [target({})], { private: true })];
  const { dynamic, session } = rules(decisions, [7, 8]);
  assert.deepEqual([dynamic, session.map(({ condition }) => condition.tabIds)], [[], [[7, 8]]]);
  assert.deepEqual(rules(decisions, []), { dynamic: [], session: [] });
});

test("no rule blocks a page itself, and none has another's number", () => {
  const all = ["Meta", "Google", "stranger.test"].map((recipient) => block(recipient, [target({}), target({ known: true, host: "www.google.com", path: "/x" })]));
  const { dynamic } = rules(all);
  assert.ok(dynamic.length > 3);
  for (const { condition } of dynamic) assert.deepEqual(condition.excludedResourceTypes, ["main_frame"]);
  assert.equal(new Set(dynamic.map(({ id }) => id)).size, dynamic.length);
});

test("other decisions block nobody", () => {
  const others = /** @type {const} */ (["pause", "mute", "expected", "not_mine", "block_caught", "allow"]);
  const decisions = others.map((kind) => newDecision({ kind, site: "site.test", recipient: "Meta", private: false, time: 1 }));
  assert.deepEqual(rules(decisions), { dynamic: [], session: [] });
});

/** Stands in for the browser's engine. */
function newEngine() {
  const kept = { dynamic: /** @type {any[]} */ ([]), session: /** @type {any[]} */ ([]), writes: 0 };
  /** @param {"dynamic" | "session"} which */
  const update = (which) => async (/** @type {any} */ { removeRuleIds, addRules }) => {
    kept.writes += 1;
    kept[which] = [...kept[which].filter(({ id }) => !removeRuleIds.includes(id)), ...addRules];
  };
  const engine = /** @type {any} */ ({
    getDynamicRules: async () => kept.dynamic,
    getSessionRules: async () => kept.session,
    updateDynamicRules: update("dynamic"),
    updateSessionRules: update("session"),
  });
  return { kept, engine };
}

const fail = (/** @type {unknown} */ error) => assert.fail(String(error));

test("the browser gets the rules of what is decided, and is left alone while nothing changes", async () => {
  const { kept, engine } = newEngine();
  const state = reduce({ ...newState(), decisions: [] }, { type: "decided", decision: block("Meta", []) });
  for (const worker of [newRules(engine, reach, fail), newRules(engine, reach, fail)]) {
    worker.show(state);
    worker.show(state);
    await worker.applied();
  }
  assert.deepEqual([kept.dynamic.length, kept.writes], [1, 1]);
  const worker = newRules(engine, reach, fail);
  worker.show({ ...state, decisions: [] });
  await worker.applied();
  assert.deepEqual(kept.dynamic, []);
});

test("until the decisions are known the browser keeps its rules", async () => {
  const { kept, engine } = newEngine();
  kept.dynamic = [{ id: 1, condition: {} }];
  const worker = newRules(engine, reach, fail);
  worker.show(newState());
  await worker.applied();
  assert.deepEqual([kept.dynamic.length, kept.writes], [1, 0]);
});

test("one rule that the browser does not take undoes no other, and is told", async () => {
  const { kept, engine } = newEngine();
  const { updateDynamicRules } = engine;
  engine.updateDynamicRules = async (/** @type {any} */ change) => {
    if (JSON.stringify(change.addRules ?? []).includes("bad.test")) throw new Error("a bad rule");
    await updateDynamicRules({ removeRuleIds: [], addRules: [], ...change });
  };
  kept.dynamic = [{ id: 1, condition: { urlFilter: "old" } }];
  /** @type {unknown[]} */
  const told = [];
  const worker = newRules(engine, reach, (error) => told.push(error));
  const decisions = ["good.test", "bad.test", "other.test"].map((domain) => block(domain, [target({ domain })]));
  worker.show({ ...newState(), decisions });
  await worker.applied();
  assert.deepEqual(kept.dynamic.map(({ condition }) => condition.requestDomains), [["good.test"], ["other.test"]]);
  assert.equal(told.length, 1);
});

test("a stranger at an address without a name is blocked at that address", () => {
  const { dynamic } = rules([block("[::1]", [target({ host: "[::1]", domain: "[::1]" })])]);
  assert.deepEqual(dynamic.map(({ condition }) => condition.urlFilter), ["://[::1]^"]);
});

test("rules that the browser does not take are told, and the next ones are tried", async () => {
  const { kept, engine } = newEngine();
  const { updateDynamicRules } = engine;
  engine.updateDynamicRules = async () => Promise.reject(new Error("too many"));
  /** @type {unknown[]} */
  const told = [];
  const worker = newRules(engine, reach, (error) => told.push(error));
  worker.show({ ...newState(), decisions: [block("Meta", [])] });
  await worker.applied();
  engine.updateDynamicRules = updateDynamicRules;
  worker.show({ ...newState(), decisions: [block("Meta", [target({})])] });
  await worker.applied();
  assert.deepEqual([told.length, kept.dynamic.length], [1, 1]);
});
