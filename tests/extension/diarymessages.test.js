// The diary as the pages ask for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newBackground, stubBrowser } from "./background.js";
import { line } from "./diary.js";
import { Memory } from "./memory.js";

/** A background with a profile, and something in the diary. */
async function filled() {
  const memory = new Memory();
  stubBrowser(memory);
  const background = newBackground(memory);
  await background.watch.start();
  await background.ask({ type: "save", profile: { emails: ["jane@example.com"] } });
  await background.diary.add("1", [line(), line({ recipient: "Snap", site: "news.test" })]);
  return background;
}

const query = { by: "recipient", days: 30 };

test("a page is told how the diary is kept, and what is in it", async () => {
  const { ask } = await filled();
  const { ok, locked, days, choices, stored } = await ask({ type: "diary" });
  assert.deepEqual([ok, locked, days, choices], [true, false, 30, [0, 7, 30, 90, 365]]);
  assert.equal(stored.lines, 2);
  assert.ok(stored.bytes > 0 && stored.bytes < stored.byteLimit);
  assert.deepEqual((await ask({ type: "diary_summary", query })).summary.rows.map((/** @type {{ name: string }} */ { name }) => name), ["Meta", "Snap"]);
});

test("locked, it is neither shown nor written; unlocked, it is again", async () => {
  const background = await filled();
  await background.ask({ type: "set_passphrase", passphrase: "correct horse" });
  await background.ask({ type: "lock" });
  assert.equal((await background.ask({ type: "diary" })).locked, true);
  assert.equal((await background.ask({ type: "diary_summary", query })).code, "locked");
  await assert.rejects(background.diary.add("2", [line()]), { code: "locked" });
  await background.ask({ type: "unlock", passphrase: "correct horse" });
  assert.equal((await background.ask({ type: "diary_summary", query })).summary.lineCount, 2);
});

test("a recipient's entries are deleted, and never everything by mistake", async () => {
  const { ask } = await filled();
  assert.equal((await ask({ type: "diary_remove", query })).code, "bad_message");
  assert.equal((await ask({ type: "diary_remove", query: { ...query, search: "meta" } })).code, "bad_message");
  assert.equal((await ask({ type: "diary_remove", query: { ...query, recipient: "Meta" } })).removed, 1);
  assert.equal((await ask({ type: "diary_summary", query })).summary.lineCount, 1);
});

test("a site's entries and a day's are deleted the same way", async () => {
  for (const picked of [{ site: "news.test" }, { from: line().day, to: line().day, recipient: "Snap" }]) {
    const { ask } = await filled();
    assert.equal((await ask({ type: "diary_remove", query: { ...query, ...picked } })).removed, 1);
  }
});

test("wiped, nothing is left; the saved details are", async () => {
  const { ask } = await filled();
  assert.equal((await ask({ type: "diary_wipe" })).ok, true);
  assert.equal((await ask({ type: "diary" })).stored.lines, 0);
  assert.equal((await ask({ type: "status" })).status.identifiers.length, 1);
});

test("deleting everything deletes the diary", async () => {
  const { ask } = await filled();
  await ask({ type: "delete" });
  assert.equal((await ask({ type: "diary" })).stored.lines, 0);
});

test("only times that the page offers are taken", async () => {
  const { ask } = await filled();
  assert.equal((await ask({ type: "diary_keep", days: 31 })).code, "bad_message");
  assert.equal((await ask({ type: "diary_keep", days: 0 })).ok, true);
  assert.deepEqual([(await ask({ type: "diary" })).days, (await ask({ type: "diary" })).stored.lines], [0, 0]);
});

test("the file holds what the page is narrowed down to", async () => {
  const { ask } = await filled();
  const { text } = await ask({ type: "diary_csv", query: { ...query, recipient: "Snap" } });
  assert.equal(text.trim().split("\r\n").length, 2);
  assert.ok(text.includes("news.test") && !text.includes("jane@"));
});
