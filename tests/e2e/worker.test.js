/** The background dies whenever the browser wants; nothing that was found may be lost by it. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { openWatched } from "./stage.js";
import { tableOfLedger, tableOfRecord } from "./table.js";
import { nora } from "./visitor.js";
import { walk } from "./walk.js";
import { killWorker } from "./worker.js";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;

before(async () => {
  stage = await openWatched(nora);
  await killWorker(stage.browser);
});
after(() => stage?.close());

test("with the worker dead at every stop, the badge stays and the ledger misses nothing", async () => {
  await walk(stage.site.record, new Customer(stage.browser, nora), async ({ name }) => {
    const tabId = await stage.extension.tabId();
    await stage.sentinel.passed();
    const badge = await stage.extension.badge(tabId);
    assert.equal(badge === "", name === "about", `the badge is ${badge || "blank"} at ${name}`);
    await killWorker(stage.browser);
    assert.equal(await stage.extension.badge(tabId), badge);
  });
  await eventually(async () => {
    assert.deepEqual(tableOfLedger(await stage.extension.ledger()), tableOfRecord(stage.site.record.all, nora));
  });
});

test("after the worker's death badge, popup and ledger still count the same recipients", async () => {
  const tabId = await stage.extension.tabId();
  const customer = new Customer(stage.browser, nora);
  await customer.track();
  await stage.sentinel.passed();
  await killWorker(stage.browser);
  await eventually(async () => {
    const popup = await stage.extension.popup(tabId);
    assert.ok(popup.count > 0);
    assert.equal(await stage.extension.badge(tabId), String(popup.count));
    assert.equal(await stage.extension.countedRecipients(tabId), popup.count);
  });
});
