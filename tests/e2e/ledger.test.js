/** The ledger over the days: what was sent stands in it, sealed, once; also when the background died in between. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { openWatched } from "./stage.js";
import { isReadable } from "./stored.js";
import { nora, profile } from "./visitor.js";
import { killWorker } from "./worker.js";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;

before(async () => {
  stage = await openWatched(nora);
});
after(() => stage?.close());

/** How often each company got each detail, by the findings of the open tabs. */
async function found() {
  /** @type {{ [recipient: string]: { [identifier: string]: number } }} */
  const table = {};
  for (const { finding, counts } of await stage.extension.ledger()) {
    if (counts.sent === 0 || finding.confidence === "possible") continue;
    const row = (table[finding.recipient.entity ?? finding.recipient.domain] ??= {});
    row[finding.identifier.id] = (row[finding.identifier.id] ?? 0) + counts.sent;
  }
  return table;
}

const shown = () => stage.extension.atLedger((page) => page.shown());

/** The same, by the page. */
async function written() {
  const { rows } = await shown();
  return Object.fromEntries(rows.map(({ name, cells }) => [name, cells]));
}

test("before anything is sent the page says so", async () => {
  const { state, rows, totals } = await shown();
  assert.deepEqual([state, rows, totals], ["ready", [], ""]);
});

test("what a page sent stands in the ledger, company by company and detail by detail", async () => {
  await new Customer(stage.browser, nora).track();
  await stage.sentinel.passed();
  await eventually(async () => {
    const table = await found();
    assert.ok(Object.keys(table).length >= 3);
    assert.deepEqual(await written(), table);
  });
  const { lines, bars } = await shown();
  assert.ok(lines.every(({ site, recipient }) => site !== "" && recipient !== ""));
  assert.equal(bars, 1);
});

/** Waits until no request is under way any more, and the ledger is kept: what the last quarter of a second told may go with a worker. */
const rest = () => eventually(async () => assert.deepEqual((await stage.extension.ask({ type: "ledger" })).state.exchanges, {}));

test("the background's death neither loses nor doubles an entry, gathered or written", async () => {
  await rest();
  const before = await written();
  await killWorker(stage.browser);
  assert.deepEqual(await written(), before);
  await new Customer(stage.browser, nora).track();
  // What is sent last is still being gathered when the background dies.
  await stage.sentinel.passed();
  await rest();
  await killWorker(stage.browser);
  await eventually(async () => assert.deepEqual(await written(), await found()));
});

test("on the disk nothing of it can be read", async () => {
  const stored = await stage.extension.stored("leaklight-diary");
  assert.ok(stored.length > 100);
  const words = [...Object.keys(await written()), "email", "harbour", profile(nora).emails[0] ?? ""];
  for (const word of words) assert.ok(word.length > 3 && !isReadable(stored, word), word);
});

test("a day is picked with the keyboard, and shows what it had", async () => {
  await stage.extension.atLedger(async (page) => {
    const { rows } = await page.shown();
    await page.pickLatestDay();
    assert.deepEqual((await page.shown()).rows, rows);
  });
});

test("one company's entries are deleted, and no other's", async () => {
  await stage.extension.atLedger(async (page) => {
    const { rows } = await page.shown();
    const [first, ...others] = rows.map(({ name }) => name);
    assert.ok(first && others.length >= 2);
    await page.pick(first);
    assert.deepEqual((await page.shown()).rows.map(({ name }) => name), [first]);
    await page.remove();
    assert.deepEqual((await page.shown()).rows.map(({ name }) => name), others);
  });
});

test("with one click and a yes all of it is gone, and the saved details are not", async () => {
  const { rows, lines, bars } = await stage.extension.atLedger(async (page) => {
    await page.wipe();
    return page.shown();
  });
  assert.deepEqual([rows, lines, bars], [[], [], 0]);
  assert.equal((await stage.extension.ask({ type: "status" })).status.watching, true);
  await killWorker(stage.browser);
  assert.deepEqual((await shown()).rows, []);
});

test("switched off, nothing is written down", async () => {
  await stage.extension.atLedger((page) => page.keep(0));
  await new Customer(stage.browser, nora).track();
  await stage.sentinel.passed();
  const { state, rows } = await shown();
  assert.deepEqual([state, rows], ["off", []]);
  assert.equal((await stage.extension.ask({ type: "diary" })).stored.lines, 0);
});
