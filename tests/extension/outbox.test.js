// What the diary is given: every finding that was sent, once, whenever the worker dies.

import assert from "node:assert/strict";
import { test } from "node:test";
import { WAITING_LIMIT } from "../../extension/background/outbox.js";
import { Scribe } from "../../extension/background/scribe.js";
import { newState, reduce } from "../../extension/background/state.js";
import { newDisk } from "./diary.js";
import { attempted, committed, finding, sent } from "./events.js";
import { loadTrace, replay, traceNames } from "./replay.js";

/** @typedef {import("../../extension/background/state.js").LedgerEvent} LedgerEvent */
/** @typedef {import("../../extension/background/state.js").State} State */

const COMPLETED = { type: /** @type {const} */ ("completed"), requestId: "1", fromCache: false };

/** @param {State} state */
const waiting = (state) => Object.values(state.outbox.lines);

/** @param {LedgerEvent[]} events */
const after = (...events) => events.reduce(reduce, newState());

test("a request that was sent and is over waits for the diary: day, site, recipient, detail, disguise", () => {
  const time = new Date(2026, 10, 22, 23, 30).getTime();
  const found = finding({ chain: ["percent", "base64"], digest: "sha256", recipient: { entity: "Meta", domain: "facebook.com", tracker: true } });
  const state = after(committed("A"), attempted({ time }, [found]), sent({ time }, [found]), COMPLETED);
  assert.deepEqual(waiting(state), [
    {
      day: "2026-11-22",
      site: "site.test",
      recipient: "Meta",
      domain: "facebook.com",
      tracker: true,
      identifier: "email-1",
      kind: "email",
      masked: "j•••@example.com",
      chain: ["base64"],
      digest: "sha256",
      expected: false,
      count: 1,
    },
  ]);
});

test("what only the page told of waits as the page's own word, beside what the browser showed", () => {
  const time = new Date(2026, 10, 22, 23, 30).getTime();
  const found = [finding(), finding({ witness: "page" })];
  const lines = waiting(after(committed("A"), attempted({ time }, found), sent({ time }, found), COMPLETED));
  assert.deepEqual(lines.map(({ witness, count }) => [witness, count]), [[undefined, 1], ["page", 1]]);
});

test("what was not sent, was answered by a cache, is under way or may be chance does not wait", () => {
  const seen = [committed("A"), attempted({}, [finding()])];
  const under = [...seen, sent({}, [finding()])];
  const chance = finding({ confidence: "possible" });
  assert.deepEqual(waiting(after(...under)), []);
  assert.deepEqual(waiting(after(...seen, { type: "failed", requestId: "1", ending: "blocked" })), []);
  assert.deepEqual(waiting(after(...under, { ...COMPLETED, fromCache: true })), []);
  assert.deepEqual(waiting(after(committed("A"), attempted({}, [chance]), sent({}, [chance]), COMPLETED)), []);
});

test("a page's request that is under way when its tab closes has left, and waits", () => {
  const state = after(committed("A"), attempted({}, [finding()]), sent({}, [finding()]), { type: "closed", tab: 1, time: 3000 });
  assert.equal(waiting(state).length, 1);
});

test("nothing of a private window waits", () => {
  const opened = { type: /** @type {const} */ ("opened"), tab: 1, private: true };
  const request = [attempted({}, [finding()]), sent({}, [finding()])];
  assert.deepEqual(waiting(after(opened, committed("A"), ...request, COMPLETED)), []);
  assert.deepEqual(waiting(after(opened, committed("A"), ...request, { type: "closed", tab: 1, time: 3000 })), []);
});

test("what belongs to no tab waits, unless it may be a private window's", () => {
  const worker = { tab: -1, document: null, origin: "https://other.test" };
  const request = [attempted(worker, [finding()]), sent(worker, [finding()]), COMPLETED];
  const opened = { type: /** @type {const} */ ("opened"), tab: 7, private: true };
  assert.equal(waiting(after(...request)).length, 1);
  assert.equal(waiting(after(opened, ...request)).length, 0);
  assert.equal(waiting(after(opened, { type: "closed", tab: 7, time: 1000 }, ...request)).length, 0);
});

test("equal findings are counted, others wait beside them, up to a bound", () => {
  let state = after(committed("A"));
  for (let number = 0; number < WAITING_LIMIT + 50; number += 1) {
    for (const requestId of [`${number}`, `${number}-again`]) {
      const found = [finding({ recipient: { domain: `${number}.test` }, digest: `d${number % 200}` })];
      state = [attempted({ requestId }, found), sent({ requestId }, found), { ...COMPLETED, requestId }].reduce(reduce, state);
      // So that the page, which keeps fewer, does not stand in the way.
      state = reduce({ ...state, tabs: {} }, committed("A"));
    }
  }
  assert.equal(waiting(state).length, WAITING_LIMIT);
  assert.ok(waiting(state).every(({ count }) => count === 2));
});

test("deleting what was found empties the outbox, and so does wiping the diary", () => {
  const state = after(committed("A"), attempted({}, [finding()]), sent({}, [finding()]), COMPLETED);
  const gathered = reduce(state, { type: "gathered", id: "b" });
  for (const type of /** @type {const} */ (["forgotten", "emptied"])) {
    assert.deepEqual(reduce(gathered, { type }).outbox, newState().outbox);
  }
});

for (const name of traceNames()) {
  test(`with and without the worker's death the same waits: ${name}`, () => {
    const { outbox, tabs } = replay(loadTrace(name));
    assert.deepEqual(replay(loadTrace(name), { deaths: true }).outbox, outbox);
    const pages = Object.values(tabs).flatMap((tab) => Object.values(tab.pages));
    const sentOnPages = pages.flatMap((page) => Object.values(page.entries)).some((entry) => entry.counts.sent > 0);
    assert.ok(waiting({ ...newState(), outbox }).length > 0 || !sentOnPages || name.endsWith("-closed"));
  });
}

/**
 * A worker with a scribe, on a disk.
 *
 * @param {ReturnType<typeof newDisk>} disk
 * @param {State} state what it finds stored when it wakes
 */
function wake(disk, state) {
  const { diary } = disk.open();
  /** @type {unknown[]} */
  const failures = [];
  let now = state;
  /** @param {LedgerEvent} event */
  const dispatch = (event) => {
    now = reduce(now, event);
    scribe.see(now);
  };
  const scribe = new Scribe({
    diary: { add: (...batch) => diary.add(...batch), wipe: () => diary.wipe() },
    saved: async () => {},
    opened: async () => {},
    dispatch,
    fail: (error) => void failures.push(error),
    pause: async () => {},
  });
  scribe.see(state);
  return { scribe, diary, dispatch, failures, state: () => now };
}

const found = after(committed("A"), attempted({}, [finding()]), sent({}, [finding()]), COMPLETED);

test("what waits is written, and waits no more", async () => {
  const disk = newDisk();
  const worker = wake(disk, { ...found, outbox: { ...found.outbox, lines: dated(found) } });
  await worker.scribe.flush();
  assert.deepEqual(worker.state().outbox, newState().outbox);
  assert.equal((await worker.diary.read(30)).length, 1);
});

test("whether the worker dies before or after the diary has the batch, it is written once", async () => {
  const batch = reduce({ ...found, outbox: { ...found.outbox, lines: dated(found) } }, { type: "gathered", id: "b" });
  for (const written of [false, true]) {
    const disk = newDisk();
    if (written) await disk.open().diary.add("b", batch.outbox.batch?.lines ?? []);
    const worker = wake(disk, batch);
    await worker.scribe.flush();
    assert.deepEqual((await worker.diary.read(30)).map(({ count }) => count), [1]);
    assert.equal(worker.state().outbox.batch, null);
  }
});

test("what meets a locked diary waits, and is written with what comes next", async () => {
  const disk = newDisk();
  disk.seal.lock(true);
  const worker = wake(disk, { ...found, outbox: { ...found.outbox, lines: dated(found) } });
  await worker.scribe.flush();
  assert.notEqual(worker.state().outbox.batch, null);
  disk.seal.lock(false);
  worker.dispatch({ type: "reprofiled" });
  await worker.scribe.flush();
  assert.equal((await worker.diary.read(30)).length, 1);
  assert.deepEqual(worker.failures, []);
});

test("a disk that fails is told, and the batch waits", async () => {
  const worker = wake(newDisk(), { ...found, outbox: { ...found.outbox, lines: dated(found) } });
  worker.diary.add = () => Promise.reject(new RangeError("quota"));
  await worker.scribe.flush();
  assert.equal(worker.failures.length, 1);
  assert.notEqual(worker.state().outbox.batch, null);
});

test("what is wiped while it is being gathered is not written", async () => {
  const disk = newDisk();
  const worker = wake(disk, { ...found, outbox: { ...found.outbox, lines: dated(found) } });
  const wiped = worker.scribe.wipe();
  await Promise.all([wiped, worker.scribe.flush()]);
  assert.deepEqual(await worker.diary.read(30), []);
});

/** The lines that wait, of the day that the diary takes for today. @param {State} state */
function dated(state) {
  return Object.fromEntries(Object.entries(state.outbox.lines).map(([key, one]) => [key, { ...one, day: "2026-11-22" }]));
}
