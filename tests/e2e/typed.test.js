/** What a person types in the popup is looked for on that tab, until it is closed, and saved nowhere. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LAB } from "../site/lab/answer.js";
import { Customer } from "./customer.js";
import { openWatched } from "./stage.js";
import { nora } from "./visitor.js";

const ORDER = "ZX-40018-QQ";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
/** @type {Customer} */
let customer;

before(async () => {
  stage = await openWatched(nora);
  customer = new Customer(stage.browser, nora);
});
after(() => stage?.close());

/** @param {string} host */
async function send(host) {
  await stage.browser.driver.executeScript("new Image().src = arguments[0]", `https://${host}/?order=${ORDER}`);
  await stage.site.record.arrival("the order's number", (recorded) => recorded.host === host);
  await stage.sentinel.passed();
  return (await stage.extension.ledger()).filter(({ finding }) => finding.recipient.host === host).map(({ finding }) => finding.identifier.id);
}

test("before it is typed it is not found", async () => {
  await customer.visit(`${LAB}/?typed=before`);
  assert.deepEqual(await send("untyped.collector.example"), []);
});

test("typed, it is found on that tab and shown by its label; it stands in no storage but memory", async () => {
  await customer.visit(`${LAB}/?typed=now`);
  const tabId = await stage.extension.tabId();
  assert.match(await stage.extension.type(tabId, ORDER, "order"), /order/);
  assert.deepEqual(await send("typed.collector.example"), ["typed-1"]);
  assert.match((await stage.extension.popup(tabId)).text, /order/);
  const stored = await stage.extension.evaluate("return JSON.stringify(await chrome.storage.local.get(null))");
  assert.ok(!stored.includes(ORDER) && !stored.includes("typed"));
});

test("another tab does not look for it", async () => {
  await customer.newTab();
  await customer.visit(`${LAB}/?typed=elsewhere`);
  assert.deepEqual(await send("elsewhere.collector.example"), []);
});

test("too little is refused in words", async () => {
  await customer.visit(`${LAB}/?typed=little`);
  assert.match(await stage.extension.type(await stage.extension.tabId(), "a", ""), /too short/);
});
