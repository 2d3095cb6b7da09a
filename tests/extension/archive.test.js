// Decisions on disk: sealed, without those of private windows, and there again after a restart.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { newDecision } from "../../extension/background/decision.js";
import { newBackground, stubBrowser } from "./background.js";
import { EMAIL } from "./inspector.js";
import { Memory } from "./memory.js";

const PASSPHRASE = "correct horse battery";
const visited = { tabId: 1, frameId: 0, url: "https://www.visited.test/", timeStamp: 1000, documentId: "A" };

let memory = new Memory();

beforeEach(() => {
  memory = new Memory();
  stubBrowser(memory);
  Object.assign(/** @type {any} */ (globalThis).chrome, { i18n: { getMessage: () => "off" } });
});

afterEach(() => Reflect.deleteProperty(globalThis, "chrome"));

/** A worker's start. */
async function wake() {
  const background = newBackground(memory);
  await background.watch.start();
  return background;
}

/** @param {Awaited<ReturnType<typeof wake>>} background */
function pause({ watch, ask }) {
  watch.handle("webNavigation.onCommitted", [visited]);
  return ask({ type: "decide", decision: "pause", tabId: 1 });
}

/** @param {Awaited<ReturnType<typeof wake>>} background @returns {Promise<string[] | null>} */
const sites = async ({ ask }) => (await ask({ type: "decisions" })).decisions?.map(({ site = "" }) => site) ?? null;

test("a decision is there again after a restart, and no site is to be read on the disk", async () => {
  assert.equal((await pause(await wake())).ok, true);
  assert.ok(memory.onDisk.has("decisions"));
  assert.ok(!memory.dump().includes("visited"));
  memory.restart();
  assert.deepEqual(await sites(await wake()), ["visited.test"]);
});

test("undoing the last one leaves nothing on the disk", async () => {
  const background = await wake();
  const { id } = await pause(background);
  await background.ask({ type: "undo", ids: [id] });
  assert.ok(!memory.onDisk.has("decisions"));
});

test("what a private window decides never reaches the disk, not even sealed", async () => {
  const background = await wake();
  background.watch.handle("tabs.onCreated", [{ id: 1, incognito: true }]);
  const before = memory.writes;
  assert.equal((await pause(background)).ok, true);
  assert.deepEqual(await sites(background), ["visited.test"]);
  assert.deepEqual([memory.writes, memory.dump()], [before, "[]"]);
});

test("under a passphrase nothing that was decided is told before it comes, and nothing is decided", async () => {
  const first = await wake();
  await first.ask({ type: "save", profile: { emails: [EMAIL] } });
  await pause(first);
  await first.ask({ type: "set_passphrase", passphrase: PASSPHRASE });
  memory.restart();
  const second = await wake();
  assert.equal(await sites(second), null);
  assert.equal((await pause(second)).code, "locked");
  await second.ask({ type: "unlock", passphrase: PASSPHRASE });
  assert.deepEqual(await sites(second), ["visited.test"]);
  await second.ask({ type: "lock" });
  assert.equal(await sites(second), null);
});

test("deleting everything deletes what was decided, and draws no new key", async () => {
  const background = await wake();
  await background.ask({ type: "save", profile: { emails: [EMAIL] } });
  await pause(background);
  await background.ask({ type: "delete" });
  await background.watch.settled();
  assert.equal(memory.dump(), "[]");
  assert.deepEqual(await sites(background), []);
});

test("decisions that cannot be written are counted as a failure", async () => {
  const background = await wake();
  memory.writesLeft = 0;
  await pause(background);
  assert.deepEqual(background.watch.state.failures.last.map(({ where }) => where), ["decisions"]);
});

test("decisions of a later version are neither used nor written over", async () => {
  memory.onDisk.set("decisions", { version: 99 });
  const background = await wake();
  assert.equal(await sites(background), null);
  background.watch.dispatch({ type: "decided", decision: newDecision({ kind: "pause", site: "site.test", private: true, time: 1 }) });
  await background.watch.settled();
  assert.deepEqual(memory.onDisk.get("decisions"), { version: 99 });
});
