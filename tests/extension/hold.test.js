// Requests that are held for their verdict: which are cancelled, and that none waits for long.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { newDecision } from "../../extension/background/decision.js";
import { isToBeCancelled, newHold } from "../../extension/background/hold.js";
import { newState, reduce } from "../../extension/background/state.js";
import { listenToRequests } from "../../extension/shared/browser.js";
import { attempted, committed, finding, headed, sent } from "./events.js";

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

test("what only the headers hand over is cancelled, and told as stopped; where it goes after all, as sent", () => {
  const before = [attempted({}), headed({}, [finding({ carrier: "header" })])];
  assert.equal(isToBeCancelled(play(...before), details), true);
  /** @param {LedgerEvent[]} events */
  const counts = (...events) => Object.values(play(...before, ...events).tabs["1"]?.pages.A?.entries ?? {}).map((entry) => entry.counts);
  const none = { attempted: 0, sent: 0, blocked: 0, failed: 0, cached: 0 };
  assert.deepEqual(counts(), [{ ...none, attempted: 1 }]);
  assert.deepEqual(counts({ type: "failed", requestId: "1", ending: "blocked" }), [{ ...none, blocked: 1 }]);
  assert.deepEqual(counts(sent({}, [finding({ carrier: "header" })])), [{ ...none, sent: 1 }]);
  assert.deepEqual(counts(sent({})), []);
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
  const held = newHold({ ready, state: () => state, clock: () => time, patience });
  const look = (/** @type {unknown} */ one) => {
    taken.push(one);
    time += slow;
  };
  return {
    hold: held(look),
    /** The second event of a request, whose look may have to wait. @param {Promise<void>} [looked] */
    headed: (looked) => held(() => (time += slow, looked))(details),
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

test("the time for which a request is held at its second event is what the first left of it", async () => {
  const { hold, headed, wake, slowDown } = newStage({ patience: 250 });
  wake();
  await Promise.resolve();
  slowDown(125);
  assert.deepEqual(hold(details), { cancel: true });
  assert.deepEqual(headed(), { cancel: true });
  assert.deepEqual(headed(), {});
});

test("a look that has to wait is waited for", async () => {
  const { headed, wake } = newStage();
  wake();
  await Promise.resolve();
  let end = () => {};
  let answer = /** @type {unknown} */ (null);
  const answered = Promise.resolve(headed(new Promise((resolve) => (end = () => resolve())))).then((one) => (answer = one));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(answer, null);
  end();
  assert.deepEqual(await answered, { cancel: true });
});

test("requests are held only where the browser can and may, and looked at everywhere", () => {
  const look = () => {};
  const hold = { asked: () => {}, headed: () => {} };
  /** @param {boolean} permitted @param {boolean} firefox */
  const listening = (permitted, firefox) => {
    /** @type {[unknown, string[]][]} */
    const added = [];
    const event = {
      removeListener() {},
      addListener(/** @type {unknown} */ listener, /** @type {unknown} */ _, /** @type {string[]} */ options) {
        if (options.includes("blocking") && !permitted) throw new Error("not permitted");
        added.push([listener, options]);
      },
    };
    Object.assign(globalThis, { chrome: { webRequest: { onBeforeRequest: event, onBeforeSendHeaders: event } } });
    const holding = listenToRequests({ urls: [] }, look, hold, firefox);
    return { holding, added };
  };
  const both = [[hold.asked, ["requestBody", "blocking"]], [hold.headed, ["requestHeaders", "blocking"]]];
  assert.deepEqual(listening(true, true), { holding: true, added: both });
  assert.deepEqual(listening(false, true), { holding: false, added: [[look, ["requestBody"]]] });
  assert.deepEqual(listening(true, false), { holding: false, added: [[look, ["requestBody"]]] });
});
