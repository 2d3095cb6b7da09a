// Requests that are held for their verdict: which are cancelled, and that none waits for long.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { newDecision } from "../../extension/background/decision.js";
import { isToBeCancelled, newHold } from "../../extension/background/hold.js";
import { newState, reduce } from "../../extension/background/state.js";
import { listenToRequests } from "../../extension/shared/browser.js";
import { attempted, committed, finding } from "./events.js";

/** @typedef {import("../../extension/background/state.js").LedgerEvent} LedgerEvent */

afterEach(() => Reflect.deleteProperty(globalThis, "chrome"));

/** @param {LedgerEvent[]} events */
const play = (...events) => [committed("A"), ...events].reduce(reduce, { ...newState(), decisions: [] });
const details = /** @type {any} */ ({ requestId: "1", type: "xmlhttprequest" });

test("a request that hands a detail to somebody else is cancelled", () => {
  assert.equal(isToBeCancelled(play(attempted({}, [finding()])), details), true);
  assert.equal(isToBeCancelled(play(attempted({}, [finding({ recipient: { party: "first", disguise: "proxy" } })])), details), true);
});

test("what hands over nothing that counts goes, and so does a page and what goes to its own site", () => {
  for (const quiet of [
    finding({ expected: true }),
    finding({ confidence: "possible" }),
    finding({ recipient: { party: "first" } }),
    finding({ recipient: { party: "unknown" } }),
  ]) {
    assert.equal(isToBeCancelled(play(attempted({}, [quiet])), details), false, JSON.stringify(quiet.recipient));
  }
  assert.equal(isToBeCancelled(play(attempted({}, [])), details), false);
  assert.equal(isToBeCancelled(play(attempted({}, [finding()])), { ...details, type: "main_frame" }), false);
  assert.equal(isToBeCancelled(play(), details), false);
});

test("what the person muted, expected or does not own goes", () => {
  const about = { site: "site.test", private: false, time: 1 };
  const endpoint = "tracker.test/";
  for (const decision of [
    newDecision({ ...about, kind: "mute", recipient: "tracker.test" }),
    newDecision({ ...about, kind: "expected", endpoint, detail: "email-1" }),
    newDecision({ ...about, kind: "not_mine", endpoint, detail: "email-1" }),
  ]) {
    assert.equal(isToBeCancelled(play(attempted({}, [finding()]), { type: "decided", decision }), details), false, decision.kind);
  }
});

/** A hold over a state with a leak in it, and a hand on its time and on when it is ready. */
function newStage({ patience = 60_000 } = {}) {
  let time = 0;
  let wake = () => {};
  const ready = /** @type {Promise<void>} */ (new Promise((resolve) => (wake = resolve)));
  /** @type {unknown[]} */
  const taken = [];
  const state = play(attempted({}, [finding()]));
  let slow = 0;
  const hold = newHold({
    ready,
    take: (one) => {
      taken.push(one);
      time += slow;
    },
    state: () => state,
    clock: () => time,
    patience,
  });
  return {
    hold,
    taken,
    wake,
    /** @param {number} ms that looking takes */
    slowDown: (ms) => (slow = ms),
    /** @param {number} ms */
    pass: (ms) => (time += ms),
  };
}

test("once everything is ready the answer is there at once", async () => {
  const { hold, taken, wake } = newStage();
  wake();
  await Promise.resolve();
  assert.deepEqual(hold(details), { cancel: true });
  assert.deepEqual(taken, [details]);
});

test("a request that comes before waits for its verdict", async () => {
  const { hold, wake } = newStage();
  const answer = hold(details);
  wake();
  assert.deepEqual(await answer, { cancel: true });
});

test("a request for which nothing gets ready goes when its time is up", async () => {
  const { hold } = newStage({ patience: 1 });
  assert.deepEqual(await hold(details), {});
});

test("a verdict that took too long lets the request go", async () => {
  const { hold, wake, slowDown, pass } = newStage({ patience: 250 });
  const early = hold(details);
  pass(251);
  wake();
  assert.deepEqual(await early, {});
  slowDown(251);
  assert.deepEqual(hold(details), {});
});

test("requests are held only where the browser can and may, and looked at everywhere", () => {
  const look = () => {};
  const hold = () => {};
  /** @param {boolean} permitted @param {boolean} firefox */
  const listening = (permitted, firefox) => {
    /** @type {[unknown, string[]][]} */
    const added = [];
    const onBeforeRequest = {
      removeListener() {},
      addListener(/** @type {unknown} */ listener, /** @type {unknown} */ _, /** @type {string[]} */ options) {
        if (options.includes("blocking") && !permitted) throw new Error("not permitted");
        added.push([listener, options]);
      },
    };
    Object.assign(globalThis, { chrome: { webRequest: { onBeforeRequest } } });
    const holding = listenToRequests({ urls: [] }, look, hold, firefox);
    return { holding, added };
  };
  assert.deepEqual(listening(true, true), { holding: true, added: [[hold, ["requestBody", "blocking"]]] });
  assert.deepEqual(listening(false, true), { holding: false, added: [[look, ["requestBody"]]] });
  assert.deepEqual(listening(true, false), { holding: false, added: [[look, ["requestBody"]]] });
});
