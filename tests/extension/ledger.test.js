import assert from "node:assert/strict";
import { test } from "node:test";
import { newLedger } from "../../extension/background/ledger.js";
import { newState, reduce } from "../../extension/background/state.js";
import { attempted, committed, finding, sent } from "./events.js";

/** A storage area that writes when it is told to. */
function newArea() {
  /** @type {Map<string, unknown>} */
  const items = new Map();
  /** @type {{ [key: string]: unknown }[]} */
  const writes = [];
  let broken = false;
  return {
    items,
    writes,
    /** @param {boolean} is */
    break(is) {
      broken = is;
    },
    get: async () => structuredClone(Object.fromEntries(items)),
    /** @param {{ [key: string]: unknown }} written */
    async set(written) {
      await Promise.resolve();
      if (broken) throw new RangeError("quota");
      writes.push(written);
      for (const [key, value] of Object.entries(written)) items.set(key, structuredClone(value));
    },
    /** @param {string[]} keys */
    async remove(keys) {
      for (const key of keys) items.delete(key);
    },
  };
}

/** @param {unknown} error */
const noFailure = (error) => assert.fail(String(error));
const TAB_1 = [committed("A"), attempted({}, [finding()]), sent({}, [finding()])];
const TAB_2 = [committed("B", { tab: 2 })];
const both = [...TAB_1, ...TAB_2].reduce(reduce, newState());

test("what is saved is loaded again", async () => {
  const area = newArea();
  const ledger = newLedger(area, noFailure);
  await ledger.load();
  ledger.save(both);
  await ledger.saved();
  assert.deepEqual(await newLedger(area, noFailure).load(), both);
});

test("an empty storage is a new state", async () => {
  assert.deepEqual(await newLedger(newArea(), noFailure).load(), newState());
});

test("another version's ledger is not taken for this one's", async () => {
  const area = newArea();
  area.items.set("ledger", JSON.stringify({ version: 99, closed: "something else" }));
  assert.deepEqual(await newLedger(area, noFailure).load(), newState());
});

test("only what changed is written", async () => {
  const area = newArea();
  const ledger = newLedger(area, noFailure);
  ledger.save(both);
  await ledger.saved();
  ledger.save(reduce(both, committed("C", { tab: 2, time: 5000 })));
  await ledger.saved();
  assert.deepEqual(Object.keys(area.writes[1] ?? {}).sort(), ["ledger", "tab:2"]);
});

test("what is written already is not written again", async () => {
  const area = newArea();
  const ledger = newLedger(area, noFailure);
  for (let times = 0; times < 3; times += 1) {
    ledger.save(both);
    await ledger.saved();
  }
  assert.equal(area.writes.length, 1);
});

test("a closed tab is removed", async () => {
  const area = newArea();
  const ledger = newLedger(area, noFailure);
  ledger.save(both);
  await ledger.saved();
  ledger.save(reduce(both, { type: "closed", tab: 2, time: 9000 }));
  await ledger.saved();
  assert.deepEqual([...area.items.keys()].sort(), ["ledger", "tab:1"]);
});

test("a tab that closed while the worker was dead is removed too", async () => {
  const area = newArea();
  const before = newLedger(area, noFailure);
  before.save(both);
  await before.saved();
  const after = newLedger(area, noFailure);
  const state = await after.load();
  after.save(reduce(state, { type: "revived", tabs: [], time: 90_000 }));
  await after.saved();
  assert.deepEqual([...area.items.keys()], ["ledger"]);
});

test("writes do not overlap, and states between two writes are left out", async () => {
  const area = newArea();
  const ledger = newLedger(area, noFailure);
  let state = newState();
  for (let request = 0; request < 100; request += 1) {
    state = reduce(state, attempted({ requestId: String(request) }));
    ledger.save(state);
    // The first write begins.
    if (request === 0) await Promise.resolve();
  }
  await ledger.saved();
  assert.equal(area.writes.length, 2);
  assert.deepEqual(await newLedger(area, noFailure).load(), state);
});

test("a swarm of states is written twice at once, and then four times a second", async () => {
  const area = newArea();
  /** When each write began. @type {number[]} */
  const times = [];
  const paced = { ...area, set: (/** @type {{ [key: string]: unknown }} */ items) => (times.push(time), area.set(items)) };
  let [time, state] = [0, newState()];
  // For as long as the swarm lasts, a state every 10 milliseconds; that is how fine this clock is.
  const pass = () => {
    if (time < 600) ledger.save((state = reduce(state, attempted({ requestId: String(time) }))));
    time += 10;
  };
  const ledger = newLedger(paced, noFailure, {
    now: () => time,
    pause: async (milliseconds) => {
      await null;
      for (const end = time + milliseconds; time < end; ) pass();
    },
  });
  while (time < 700) {
    pass();
    await ledger.saved();
  }
  assert.deepEqual(times, [10, 20, 260, 510, 760]);
  assert.deepEqual(await newLedger(area, noFailure).load(), state);
});

test("a row of failing writes is told once, and the next good write holds everything", async () => {
  const area = newArea();
  /** @type {unknown[]} */
  const failures = [];
  const ledger = newLedger(area, (error) => {
    failures.push(error);
    // As the watch does: the failure is counted in the state, which is saved.
    ledger.save(reduce(both, { type: "stumbled", where: "ledger", name: "RangeError" }));
  });
  area.break(true);
  ledger.save(both);
  await ledger.saved();
  assert.equal(failures.length, 1);
  area.break(false);
  ledger.save(both);
  await ledger.saved();
  assert.deepEqual(await newLedger(area, noFailure).load(), both);
});
