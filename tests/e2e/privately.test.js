/** What happens in a private window is shown there, and leaves nothing in the ledger over the days. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { Extension } from "./extension.js";
import { allowPrivately, openPrivateWindow } from "./privately.js";
import { browserName, built, openStage } from "./stage.js";
import { nora, profile } from "./visitor.js";

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
/** @type {Extension} */
let extension;

before(async () => {
  stage = await openStage({ extension: built(browserName()) });
  await allowPrivately(stage.browser);
  extension = new Extension(stage.browser);
  await extension.open();
  await extension.saveProfile(profile(nora));
});
after(() => stage?.close());

/** Counts of all that was found to be sent. */
async function sent() {
  return (await extension.ledger()).reduce((sum, { counts }) => sum + counts.sent, 0);
}

test("a private window's findings are seen, and not written down; another window's are", async () => {
  const before = await stage.browser.driver.getWindowHandle();
  const opened = await extension.atPage("report/report.html?tab=-1", () => openPrivateWindow(stage.browser));
  await stage.browser.driver.switchTo().window(opened);
  await new Customer(stage.browser, nora).track();
  await eventually(async () => assert.ok((await sent()) > 0));
  assert.equal((await extension.ask({ type: "diary" })).stored.lines, 0);
  await stage.browser.driver.close();
  await stage.browser.driver.switchTo().window(before);
  await eventually(async () => assert.equal(await sent(), 0));
  assert.equal((await extension.ask({ type: "diary" })).stored.lines, 0);
  await new Customer(stage.browser, nora).track();
  await eventually(async () => assert.ok((await extension.ask({ type: "diary" })).stored.lines > 0));
});
