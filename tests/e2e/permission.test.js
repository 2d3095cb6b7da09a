/** The browser may stop letting the extension look: badge and popup say so, and a button asks for it back. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { LAB } from "../site/lab/answer.js";
import { setAccess } from "./access.js";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { press } from "./press.js";
import { arrives, ask, pixel, visit } from "./sending.js";
import { browserName, openWatched } from "./stage.js";
import { nora } from "./visitor.js";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
/** Of the one tab: what it shows is told to nobody who may not look. */
let tabId = 0;

before(async () => {
  stage = await openWatched(nora);
  tabId = await visit(stage, LAB);
});
after(() => stage?.close());

/** @param {string | null} reason */
const becomes = (reason) => eventually(async () => assert.equal((await ask(stage, { type: "status" })).status.reason, reason));

/** Findings of the tab's page. @returns {Promise<number>} */
const found = async () => (await ask(stage, { type: "tab", tabId })).tab.page.entries.length;

test("taken away, nothing is watched, and badge, popup and button say so", async () => {
  await setAccess(stage.browser, false);
  await becomes("no_permission");
  await new Customer(stage.browser, nora).visit(`${LAB}/?unwatched`);
  assert.equal(await arrives(stage, pixel), true);
  await eventually(async () => assert.equal(await stage.extension.badge(tabId), "!"));
  assert.equal(await found(), 0);
  await stage.extension.atPopup(tabId, async (driver) => {
    assert.equal(await driver.findElement(By.id("leaklight")).getAttribute("data-state"), "no_permission");
    for (const id of ["headline", "hindrance-help", "grant"]) assert.notEqual(await driver.findElement(By.id(id)).getText(), "", id);
  });
});

test("the button asks for it back, and what is sent then is found", async () => {
  await stage.extension.atPopup(tabId, async (driver) => {
    await press(driver, By.id("grant"));
    // Chromium's question stands outside of what a driver reaches; the answer is given where Chromium keeps it.
    if (browserName() === "firefox") await eventually(async () => assert.equal(await driver.findElement(By.id("leaklight")).getAttribute("data-state"), "watching"));
  });
  if (browserName() === "chromium") await setAccess(stage.browser, true);
  await becomes(null);
  assert.equal(await visit(stage, LAB), tabId);
  await arrives(stage, pixel);
  await eventually(async () => assert.equal(await found(), 1));
});
