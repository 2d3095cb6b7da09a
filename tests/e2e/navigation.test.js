/** Findings belong to the page that sent them, also when it sends on its way out. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LAB } from "../site/lab/answer.js";
import { Customer, POST } from "./customer.js";
import { eventually } from "./eventually.js";
import { openWatched } from "./stage.js";
import { nora } from "./visitor.js";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
before(async () => {
  stage = await openWatched(nora);
});
after(() => stage?.close());

const MOMENTS = {
  "as it is left": "addEventListener('pagehide', () => navigator.sendBeacon(to, text)); location.href = next;",
  "just before it is left": "navigator.sendBeacon(to, text); location.href = next;",
};

for (const [moment, code] of Object.entries(MOMENTS)) {
  test(`what a page sends ${moment} stays on the badge until it is seen, and is never held against the next page`, async () => {
    const { extension, sentinel, site, browser } = stage;
    const name = moment.replaceAll(" ", "-");
    const host = `${name}.collector.example`;
    const next = `${POST}/about?after=${name}`;
    await new Customer(browser, nora).visit(`${LAB}/?${name}`);
    await browser.driver.executeScript(`const [to, text, next] = arguments; ${code}`, `https://${host}/`, nora.email, next);
    await site.record.arrival("the beacon", (recorded) => recorded.host === host);
    await eventually(async () => assert.equal(await browser.driver.getCurrentUrl(), next));
    await sentinel.passed();

    const tabId = await extension.tabId();
    await eventually(async () => assert.equal(await extension.badge(tabId), "1"));
    const popup = await extension.popup(tabId);
    assert.deepEqual([popup.count, popup.previous, popup.recipients], [0, 1, []]);
    await eventually(async () => assert.equal(await extension.badge(tabId), ""));
  });
}
