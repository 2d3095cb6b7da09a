/** A passphrase over the saved details: nothing readable on the disk, nothing watched while it is locked. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { press } from "./press.js";
import { openInstalled } from "./stage.js";
import { everythingStored, isReadable } from "./stored.js";
import { takeKey, tryKey } from "./thief.js";
import { nora, paths, profile } from "./visitor.js";
import { killWorker } from "./worker.js";

const PASSPHRASE = "four words of mine";

/** @type {Awaited<ReturnType<typeof openInstalled>>} */
let stage;
/** @type {import("./extension.js").Extension} */
let extension;

before(async () => {
  stage = await openInstalled();
  ({ extension } = stage);
  await extension.ask({ type: "save", profile: profile(nora) });
});
after(() => stage?.close());

/** @param {string} page path of an extension's page */
async function open(page) {
  await stage.browser.driver.get(`${stage.browser.origin}/${page}`);
}

/** @param {string} id @param {string} value */
async function type(id, value) {
  const field = await stage.browser.driver.findElement(By.id(id));
  await field.clear();
  await field.sendKeys(value);
}

/** @param {string} id @param {string} name without `data-` @param {string} wanted */
async function becomes(id, name, wanted) {
  await eventually(async () => assert.equal(await stage.browser.driver.findElement(By.id(id)).getAttribute(`data-${name}`), wanted));
}

/** The extension's pages as a person sees them while it is locked. @param {string} main @param {string} page */
async function showsLocked(main, page) {
  await open(page);
  await becomes(main, "state", "locked");
  assert.ok(await stage.browser.driver.findElement(By.id("passphrase")).isDisplayed());
}

async function badgeOfFreshPage() {
  await new Customer(stage.browser, nora).visit("/about");
  return extension.badge(await extension.tabId());
}

/** @param {string} stored */
function holdsNoValue(stored) {
  for (const [path, value] of Object.entries(paths(profile(nora)))) {
    for (const one of [value, value.replaceAll(" ", ""), value.replaceAll(/\D/g, "")]) {
      if (one.length >= 4) assert.ok(!isReadable(stored, one), `${path} lies readable on the disk`);
    }
  }
}

test("nothing that was saved lies readable on the disk, without a passphrase", async () => {
  await new Customer(stage.browser, nora).track();
  await eventually(async () => assert.ok((await extension.ask({ type: "diary" })).stored.lines > 0));
  await open("options/options.html");
  const { text, keys } = await everythingStored(stage.browser.driver);
  assert.match(text, /sealed/);
  holdsNoValue(text);
  assert.deepEqual(keys, [false], "the device's key is kept, and cannot be read out");
});

test("a passphrase that is typed differently the second time is not set", async () => {
  await type("new-passphrase", PASSPHRASE);
  await type("repeated-passphrase", `${PASSPHRASE}!`);
  await press(stage.browser.driver, By.id("guard-set"));
  await becomes("guard", "outcome", "differ");
  assert.equal((await extension.ask({ type: "status" })).status.guarded, false);
});

test("one that is too short is not set", async () => {
  await type("new-passphrase", "short");
  await type("repeated-passphrase", "short");
  await press(stage.browser.driver, By.id("guard-set"));
  await becomes("guard", "outcome", "short_passphrase");
});

test("with a passphrase the disk holds no value and no key, and a key that was copied before opens nothing", async () => {
  const stolen = await takeKey(stage.browser.driver);
  const before = await tryKey(stage.browser.driver, stolen);
  assert.ok(before.opened >= 2, "the profile and the diary");
  await type("new-passphrase", PASSPHRASE);
  await type("repeated-passphrase", PASSPHRASE);
  await press(stage.browser.driver, By.id("guard-set"));
  await becomes("guard", "outcome", "set");
  const { text, keys } = await everythingStored(stage.browser.driver);
  holdsNoValue(text);
  assert.ok(!text.includes(PASSPHRASE));
  assert.deepEqual(keys, []);
  const after = await tryKey(stage.browser.driver, stolen);
  assert.deepEqual(after, { sealed: before.sealed, opened: 0 });
});

test("the worker's death does not lock it", async () => {
  await killWorker(stage.browser);
  await open("options/options.html");
  await becomes("options", "state", "ready");
  assert.equal((await extension.ask({ type: "status" })).status.watching, true);
});

test("locked, nothing is watched, and badge, popup, settings and welcome page say so", async () => {
  await open("options/options.html");
  await becomes("options", "state", "ready");
  await press(stage.browser.driver, By.id("guard-lock"));
  await becomes("options", "state", "locked");
  await eventually(async () => assert.equal(await badgeOfFreshPage(), "!"));
  assert.equal((await extension.ask({ type: "status" })).status.reason, "locked");
  const tabId = await extension.tabId();
  await showsLocked("leaklight", `popup/popup.html?tab=${tabId}`);
  await showsLocked("options", "options/options.html");
  await showsLocked("welcome", "welcome/welcome.html");
});

test("it is locked still when the worker wakes with nothing in memory, as after a restart of the browser", async () => {
  await open("options/options.html");
  await stage.browser.driver.executeAsyncScript("chrome.storage.session.clear().then(arguments[0])");
  await killWorker(stage.browser);
  await showsLocked("options", "options/options.html");
  const reply = await extension.ask({ type: "profile" });
  assert.equal(reply.code, "locked");
});

test("a wrong passphrase is told and opens nothing", async () => {
  await showsLocked("options", "options/options.html");
  await type("passphrase", "four words of yours");
  await press(stage.browser.driver, By.id("unlock-press"));
  await eventually(async () => assert.notEqual(await stage.browser.driver.findElement(By.id("unlock-outcome")).getText(), ""));
  assert.equal((await extension.ask({ type: "status" })).status.reason, "locked");
});

test("the right one unlocks in the popup, and the watch goes on", async () => {
  await showsLocked("leaklight", "popup/popup.html?tab=-1");
  await type("passphrase", PASSPHRASE);
  await press(stage.browser.driver, By.id("unlock-press"));
  await becomes("leaklight", "state", "watching");
  const { status } = await extension.ask({ type: "status" });
  assert.equal(status.identifiers.length, 6);
  await eventually(async () => assert.equal(await badgeOfFreshPage(), ""));
});

test("whoever forgot it deletes everything, and nothing is left", async () => {
  await extension.ask({ type: "lock" });
  await showsLocked("options", "options/options.html");
  await stage.browser.driver.findElement(By.css("#locked summary")).click();
  await press(stage.browser.driver, By.id("forgotten"));
  await press(stage.browser.driver, By.id("delete-confirm"));
  await becomes("options", "state", "ready");
  const { text, keys } = await everythingStored(stage.browser.driver);
  assert.ok(!/sealed|wrapped|salt/.test(text), text);
  assert.deepEqual(keys, []);
  assert.equal((await extension.ask({ type: "status" })).status.reason, "no_profile");
});
