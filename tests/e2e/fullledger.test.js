/** A ledger of a hundred thousand findings is shown, searched, added to and sealed anew like a young one. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { LAB } from "../site/lab/answer.js";
import { eventually } from "./eventually.js";
import { scriptOf } from "./modules.js";
import { arrives, ask, pixel, visit } from "./sending.js";
import { openWatched } from "./stage.js";
import { nora } from "./visitor.js";

const DAYS = 30;
const LINES_A_BUCKET = 60;
const TIMES = 4;

/** Fills the diary as the background would have over a month, sealed by the same key. */
const FILL = `
  import { BUCKETS } from "./background/diary/bucket.js";
  import { dayBefore, dayOf } from "./background/diary/line.js";
  import { Store } from "./background/diary/store.js";
  import { newDeviceKeys } from "./background/vault/keys.js";
  import { Vault } from "./background/vault/vault.js";
  export default async () => {
    const vault = new Vault({ local: chrome.storage.local, session: chrome.storage.session, keys: newDeviceKeys() });
    const today = dayOf(Date.now());
    const store = new Store(indexedDB);
    let findings = 0;
    for (let ago = 1; ago < ${DAYS}; ago += 1) {
      const day = dayBefore(today, ago);
      const rows = [];
      for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
        const lines = Array.from({ length: ${LINES_A_BUCKET} }, (_, index) => ({
          day, site: "site-" + (index % 40) + ".example", recipient: "Company-" + ((index + bucket * 7) % 60) + "-Ltd", domain: "company.example", tracker: true,
          identifier: "email-1", kind: "email", masked: "n•••@example.com", chain: [], digest: index % 2 ? "sha256" : null, expected: false, count: ${TIMES},
        }));
        const sealed = await vault.seal(lines);
        rows.push({ day, bucket, lines: lines.length, bytes: sealed.iv.length + sealed.data.length, sealed });
        findings += lines.length * ${TIMES};
      }
      await store.write(rows);
    }
    return findings;
  };`;

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
before(async () => {
  stage = await openWatched(nora);
});
after(() => stage?.close());

/**
 * @template Result
 * @param {() => Promise<Result>} act
 * @returns {Promise<{ result: Result, took: string }>}
 */
async function timed(act) {
  const start = performance.now();
  const result = await act();
  return { result, took: `${Math.round(performance.now() - start)} ms` };
}

test("it is shown, searched, added to and sealed anew", async (context) => {
  const findings = await stage.extension.evaluate(await scriptOf(FILL));
  assert.ok(findings > 100_000, `${findings}`);
  const { stored } = await ask(stage, { type: "diary" });
  assert.deepEqual([stored.lines, stored.dropped], [findings / TIMES, 0]);
  await stage.extension.atLedger(async (page) => {
    const { result: shown, took } = await timed(() => page.shown());
    context.diagnostic(`shown in ${took}`);
    assert.equal(shown.bars, DAYS - 1);
    assert.match(shown.totals, /60 companies/);
    assert.ok(shown.rows.length > 0 && shown.rows.length <= 60, `${shown.rows.length}`);
    const { driver } = stage.browser;
    const search = await timed(async () => {
      await driver.findElement(By.id("search")).sendKeys("company-17-ltd");
      await eventually(async () => assert.deepEqual((await page.shown()).rows.map(({ name }) => name), ["Company-17-Ltd"]));
    });
    context.diagnostic(`searched in ${search.took}`);
  });
  const tabId = await visit(stage, LAB);
  const added = await timed(async () => {
    assert.equal(await arrives(stage, pixel), true);
    await eventually(async () => assert.equal((await ask(stage, { type: "diary" })).stored.lines, findings / TIMES + 1));
  });
  context.diagnostic(`one more written in ${added.took}`);
  assert.equal((await stage.extension.popup(tabId)).recipients.length, 1);
  const renewed = await timed(() => ask(stage, { type: "set_passphrase", passphrase: "four words of mine" }));
  context.diagnostic(`sealed anew in ${renewed.took}`);
  assert.equal((await ask(stage, { type: "diary" })).stored.lines, findings / TIMES + 1);
});
