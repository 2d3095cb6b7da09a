/** The browser is closed and opened again: what is kept is there, what is not is gone, and a passphrase is asked for. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { LAB } from "../site/lab/answer.js";
import { eventually } from "./eventually.js";
import { arrives, ask, pixel, visit } from "./sending.js";
import { openInstalled } from "./stage.js";
import { nora, profile } from "./visitor.js";

const PASSPHRASE = "four words of mine";

/** The browser's own folder. */
const folder = mkdtempSync(join(tmpdir(), "leaklight-browser-"));
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** @type {string | null} */
let origin = null;

/**
 * The browser, from its start to its end.
 *
 * @param {(stage: import("./sending.js").Stage) => Promise<void>} work
 */
async function session(work) {
  const stage = await openInstalled({ kept: { profile: folder, origin } });
  try {
    origin = stage.browser.origin;
    await work(stage);
  } finally {
    await stage.close();
  }
}

/** @param {import("./sending.js").Stage} stage @returns {Promise<string[]>} recipients in the diary */
async function diary(stage) {
  const { summary } = await ask(stage, { type: "diary_summary", query: { by: "recipient", days: 30 } });
  return summary.rows.map(({ name = "" }) => name);
}

test("without a passphrase: details, decisions and ledger are there again, what was on screen is not, and it is watched", async () => {
  await session(async (stage) => {
    await ask(stage, { type: "save", profile: profile(nora) });
    const tabId = await visit(stage, LAB);
    assert.equal(await arrives(stage, pixel), true);
    await eventually(async () => assert.ok((await ask(stage, { type: "diary" })).stored.lines > 0));
    await ask(stage, { type: "decide", decision: "mute", tabId, recipient: "Meta" });
  });
  await session(async (stage) => {
    assert.equal((await ask(stage, { type: "status" })).status.watching, true);
    assert.deepEqual((await ask(stage, { type: "decisions" })).decisions.map(({ kind = "" }) => kind), ["mute"]);
    assert.deepEqual(await diary(stage), ["Meta"]);
    assert.deepEqual(await stage.extension.ledger(), []);
    await ask(stage, { type: "set_passphrase", passphrase: PASSPHRASE });
  });
});

test("with one: it is locked, nothing is watched and nothing told, until the passphrase comes", async () => {
  await session(async (stage) => {
    const { status } = await ask(stage, { type: "status" });
    assert.deepEqual([status.reason, status.guarded, status.identifiers], ["locked", true, []]);
    assert.equal((await ask(stage, { type: "decisions" })).decisions, null);
    for (const type of ["profile", "diary_summary"]) {
      assert.equal((await stage.extension.ask({ type, query: { by: "recipient", days: 30 } })).code, "locked");
    }
    const tabId = await visit(stage, LAB);
    assert.equal(await arrives(stage, pixel), true);
    await eventually(async () => assert.equal(await stage.extension.badge(tabId), "!"));
    assert.deepEqual(await stage.extension.ledger(), []);
    assert.equal((await ask(stage, { type: "unlock", passphrase: PASSPHRASE })).unlocked, true);
    assert.equal((await ask(stage, { type: "status" })).status.watching, true);
    assert.deepEqual((await ask(stage, { type: "decisions" })).decisions.map(({ kind = "" }) => kind), ["mute"]);
    assert.deepEqual(await diary(stage), ["Meta"]);
    assert.deepEqual((await ask(stage, { type: "profile" })).profile.emails, [nora.email]);
  });
});

test("unlocked it was for that session only", async () => {
  await session(async (stage) => assert.equal((await ask(stage, { type: "status" })).status.reason, "locked"));
});
