/** One person's profile in the browser, another person at the keyboard. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Customer } from "./customer.js";
import { SENTINEL } from "./sentinel.js";
import { openWatched } from "./stage.js";
import { ivo, nora } from "./visitor.js";
import { walk } from "./walk.js";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
before(async () => {
  stage = await openWatched(ivo);
});
after(() => stage?.close());

test("another visitor's profile finds nothing of this one's afternoon", async () => {
  let stops = 0;
  await walk(stage.site.record, new Customer(stage.browser, nora), async () => {
    const tabId = await stage.extension.tabId();
    await stage.sentinel.passed();
    assert.ok((await stage.extension.popup(tabId)).watched > 0);
    assert.equal(await stage.extension.badge(tabId), "");
    stops++;
  });
  assert.equal(stops, 8);
  const found = (await stage.extension.ledger()).map(({ finding }) => finding.recipient.host);
  assert.deepEqual(found, [SENTINEL]);
});
