/** What happens in a private window is shown there, and leaves nothing in the ledger over the days. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { Extension } from "./extension.js";
import { allowPrivately, openPrivateWindow } from "./privately.js";
import { browserName, built, openStage } from "./stage.js";
import { everythingStored } from "./stored.js";
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

/** All that lies on the disk. */
const onDisk = async () => (await extension.atPage("report/report.html?tab=-1", everythingStored)).text;

test("a private window's findings and decisions hold there, and nothing of them is written down; another window's are", async () => {
  // Its first question makes the diary's database.
  assert.equal((await extension.ask({ type: "diary" })).stored.lines, 0);
  const empty = await onDisk();
  const before = await stage.browser.driver.getWindowHandle();
  const opened = await extension.atPage("report/report.html?tab=-1", () => openPrivateWindow(stage.browser));
  await stage.browser.driver.switchTo().window(opened);
  await new Customer(stage.browser, nora).track();
  await eventually(async () => assert.ok((await sent()) > 0));
  assert.equal((await extension.ask({ type: "diary" })).stored.lines, 0);
  const tabId = await extension.tabId();
  for (const decision of [{ decision: "pause" }, { decision: "block", recipient: "Meta" }, { decision: "mute", recipient: "Snap" }]) {
    assert.equal((await extension.ask({ type: "decide", tabId, ...decision })).ok, true);
  }
  const { decisions } = await extension.ask({ type: "decisions" });
  assert.deepEqual(decisions.map((/** @type {{ private: boolean }} */ one) => one.private), [true, true, true]);
  assert.equal(await onDisk(), empty);
  assert.equal(await extension.evaluate("return (await chrome.declarativeNetRequest.getDynamicRules()).length"), 0);
  await stage.browser.driver.close();
  await stage.browser.driver.switchTo().window(before);
  await eventually(async () => assert.equal(await sent(), 0));
  await eventually(async () => assert.deepEqual((await extension.ask({ type: "decisions" })).decisions, []));
  assert.equal(await onDisk(), empty);
  assert.equal((await extension.ask({ type: "diary" })).stored.lines, 0);
  await new Customer(stage.browser, nora).track();
  await eventually(async () => assert.ok((await extension.ask({ type: "diary" })).stored.lines > 0));
});
