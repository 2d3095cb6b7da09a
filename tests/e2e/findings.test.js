/** What the customer's afternoon at the post office shows in Leaklight: nothing between page and badge is mocked. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { scan } from "./commandline.js";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { openWatched } from "./stage.js";
import { tableOfFindings, tableOfLedger, tableOfRecord } from "./table.js";
import { nora, profile } from "./visitor.js";
import { walk } from "./walk.js";

/** @typedef {import("../site/record.js").Recorded} Recorded */

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
/** The browser's tab of each stop, and what arrived there. @type {Map<string, { tabId: number, arrived: Recorded[] }>} */
const stops = new Map();

before(async () => {
  stage = await openWatched(nora);
  await walk(stage.site.record, new Customer(stage.browser, nora), async ({ name }, arrived) => {
    stops.set(name, { tabId: await stage.extension.tabId(), arrived });
  });
});
after(() => stage?.close());

/** @param {string} name */
function stop(name) {
  const found = stops.get(name);
  assert.ok(found, `the walk did not stop at ${name}`);
  return found;
}

const SENDERS = {
  "www.facebook.com": ["address-1", "card-1", "email-1", "name-1", "phone-1"],
  "px.ads.linkedin.com": ["address-1", "card-1", "email-1", "name-1", "other-1"],
  "www.linkedin.com": ["address-1", "other-1"],
  "tr.snapchat.com": ["address-1", "card-1", "email-1", "name-1", "other-1", "phone-1"],
  "bat.bing.com": ["other-1"],
  "www.google-analytics.com": ["other-1"],
  "googleads.g.doubleclick.net": ["other-1"],
  "ct.pinterest.com": ["other-1"],
  "us.i.posthog.com": ["email-1", "name-1"],
  "harbourpost.collector.snplow.net": ["email-1", "name-1"],
  "api.segment.io": ["email-1", "name-1"],
};

for (const [host, identifiers] of Object.entries(SENDERS)) {
  test(`${host} is found to have received ${identifiers.join(", ")}`, async () => {
    await eventually(async () => {
      const found = tableOfLedger(await stage.extension.ledger())[host] ?? {};
      assert.deepEqual(Object.keys(found).sort(), identifiers);
    });
  });
}

test("the ledger holds what the server recorded, no more and no less", async () => {
  await eventually(async () => {
    assert.deepEqual(tableOfLedger(await stage.extension.ledger()), tableOfRecord(stage.site.record.all, nora));
  });
});

test("the command line finds in the recorded bytes what the extension found in the browser", () => {
  assert.deepEqual(tableOfFindings(scan(stage.site.record.all, profile(nora))), tableOfRecord(stage.site.record.all, nora));
});

for (const name of ["track", "checkout", "mail", "account"]) {
  test(`badge, popup and ledger count the same recipients: ${name}`, async () => {
    const { tabId } = stop(name);
    await eventually(async () => {
      const badge = await stage.extension.badge(tabId);
      const popup = await stage.extension.popup(tabId);
      const counted = new Set(popup.recipients.filter(({ group }) => group === "counted").map(({ recipient }) => recipient));
      assert.ok(counted.size > 0);
      assert.equal(badge, String(counted.size));
      assert.equal(popup.count, counted.size);
      assert.equal(await stage.extension.countedRecipients(tabId), counted.size);
    });
  });
}

test("the popup says what the requests were and their parameters mean as the crates' sentences do", async () => {
  await eventually(async () => {
    const findings = (await stage.extension.ledger()).map(({ finding }) => finding);
    const sentences = new Set(findings.flatMap(({ meaning, recipient }) => [meaning, recipient.action]));
    const { recipients } = await stage.extension.popup(stop("checkout").tabId);
    const meanings = recipients.flatMap((one) => one.meanings);
    const actions = recipients.flatMap((one) => one.actions).filter((action) => action.includes(": "));
    assert.ok(meanings.includes("email, given by the site, SHA-256") && actions.length > 2, `${meanings} ${actions}`);
    assert.deepEqual([...meanings, ...actions].filter((said) => !sentences.has(said)), []);
  });
});

test("the popup under the toolbar's button speaks of the tab in front", async () => {
  const { tabId } = stop("track");
  const { count, recipients } = await stage.extension.toolbarPopup(tabId);
  assert.ok(count > 0);
  assert.deepEqual({ count, recipients }, await stage.extension.popup(tabId).then(({ count, recipients }) => ({ count, recipients })));
});

test("the page without personal data has a blank badge and an empty popup", async () => {
  const { tabId, arrived } = stop("about");
  await eventually(async () => {
    const popup = await stage.extension.popup(tabId);
    const own = arrived.filter(({ url }) => !url.includes("mozilla") && !url.includes("google"));
    assert.ok(popup.watched >= own.length, `only ${popup.watched} of ${own.length} requests were watched`);
    assert.deepEqual([popup.state, popup.count, popup.recipients], ["watching", 0, []]);
  });
  assert.equal(await stage.extension.badge(tabId), "");
});
