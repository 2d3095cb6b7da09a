/** The saved details as a person keeps them: added, edited, deleted, weak, malformed, of several people, as a file. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { complaints } from "./commandline.js";
import { eventually } from "./eventually.js";
import { press } from "./press.js";
import { openInstalled } from "./stage.js";
import { everythingStored } from "./stored.js";
import { ivo, nora, profile } from "./visitor.js";
import { killWorker } from "./worker.js";

/** @type {Awaited<ReturnType<typeof openInstalled>>} */
let stage;
/** @type {import("./extension.js").Extension} */
let extension;
const folder = mkdtempSync(join(tmpdir(), "leaklight-"));

before(async () => {
  stage = await openInstalled();
  ({ extension } = stage);
});
after(async () => {
  rmSync(folder, { recursive: true });
  await stage?.close();
});

async function openSettings() {
  await stage.browser.driver.get(`${stage.browser.origin}/options/options.html`);
  await becomes("options", "ready");
}

/** @param {string} id @param {string} wanted */
async function becomes(id, wanted) {
  await eventually(async () => assert.equal(await stage.browser.driver.findElement(By.id(id)).getAttribute("data-state"), wanted));
}

/** @param {string} path @param {string} value */
async function type(path, value) {
  const field = await stage.browser.driver.findElement(By.css(`[data-path="${path}"]`));
  await field.clear();
  await field.sendKeys(value);
}

async function save() {
  await press(stage.browser.driver, By.id("save"));
  await becomes("options", "saved");
}

/** @param {string} selector */
function textOf(selector) {
  return stage.browser.driver.findElement(By.css(selector)).getText();
}

/** @returns {Promise<string[]>} ids and masks of what is watched for */
async function watched() {
  const { status } = await extension.ask({ type: "status" });
  return status.identifiers.map((/** @type {{ id: string, masked: string }} */ { id, masked }) => `${id} ${masked}`);
}

/** @param {string} text */
async function importFile(text) {
  const path = join(folder, "profile.toml");
  writeFileSync(path, text);
  await stage.browser.driver.findElement(By.id("file-choose")).sendKeys(path);
}

test("an entry keeps its id when one before it is deleted and when it is edited", async () => {
  await extension.ask({ type: "save", profile: { emails: ["a@one.example", "b@two.example", "c@three.example"] } });
  await openSettings();
  await press(stage.browser.driver, By.css('[data-remove="emails[0]"]'));
  await type("emails[0]", "edited@two.example");
  await press(stage.browser.driver, By.css('[data-add="emails"]'));
  await type("emails[2]", "d@four.example");
  await save();
  assert.deepEqual(await watched(), ["email-2 e•••@two.example", "email-3 c•••@three.example", "email-4 d•••@four.example"]);
});

test("a weak entry is warned about with the reason, and saved", async () => {
  await openSettings();
  await press(stage.browser.driver, By.css('[data-add="others"]'));
  await type("others[0].value", "abc");
  await eventually(async () => assert.notEqual(await textOf('[data-warning="others[0].value"]'), ""));
  await save();
  assert.ok((await watched()).some((one) => one.startsWith("other-1")));
});

test("a malformed entry is told once its field is left, and not before", async () => {
  await openSettings();
  await type("phones[0]", "12");
  assert.deepEqual(await stage.browser.driver.findElements(By.css("[data-problem]")), []);
  await stage.browser.driver.findElement(By.css('[data-path="emails[0]"]')).click();
  await eventually(async () => assert.notEqual(await textOf('[data-problem="phones[0]"]'), ""));
  assert.equal(await stage.browser.driver.findElement(By.css('[data-path="phones[0]"]')).getAttribute("aria-invalid"), "true");
});

test("a card's mistyped digit is told, and no more than six and four digits are kept", async () => {
  await openSettings();
  await type("cards[0].number", "4000 0566 5566 5557");
  await eventually(async () => assert.notEqual(await textOf('[data-warning="cards[0].number"]'), ""));
  await save();
  assert.notEqual(await textOf('[data-warning="cards[0].number"]'), "");
  const { profile: kept } = await extension.ask({ type: "profile" });
  assert.deepEqual(kept.cards, [{ first6: "400005", last4: "5557" }]);
});

test("whose a detail is is asked only where there are several people", async () => {
  await openSettings();
  const whose = stage.browser.driver.findElement(By.css('[data-path="names[0].person"]'));
  assert.equal(await whose.isDisplayed(), false);
  await press(stage.browser.driver, By.id("several"));
  assert.equal(await whose.isDisplayed(), true);
  await type("names[0].given", ivo.given);
  await type("names[0].family", ivo.family);
  await type("names[0].person", "Ivo");
  await save();
  const { status } = await extension.ask({ type: "status" });
  const name = status.identifiers.find((/** @type {{ kind: string }} */ { kind }) => kind === "name");
  assert.equal(name.person, "Ivo");
});

test("the command line's file is imported into the form, looked over and saved", async () => {
  await extension.ask({ type: "delete" });
  await openSettings();
  await importFile(`emails = ["${nora.email}"]\nphones = ["+1 ${nora.phone}"]\n[[addresses]]\nstreet = "${nora.street}"\npostal_code = "${nora.postalCode}"\n`);
  await becomes("file", "imported");
  assert.deepEqual(await watched(), []);
  await save();
  assert.deepEqual((await watched()).map((one) => one.split(" ")[0]), ["email-1", "phone-1", "address-1"]);
});

test("a file that is no profile changes nothing, and is refused with the reason", async () => {
  const before = await watched();
  for (const [text, told] of [["emails = [", "1"], ['mails = ["x@y.example"]', "mails"], ["emails = [7]", "emails[0]"]]) {
    await openSettings();
    await importFile(text ?? "");
    await becomes("file", "refused");
    assert.ok((await textOf("#file-outcome")).includes(told ?? ""), text);
  }
  assert.deepEqual(await watched(), before);
});

test("what is exported is taken by the command line, and holds no whole card", async () => {
  await extension.ask({ type: "save", profile: profile(nora) });
  await openSettings();
  await stage.browser.driver.executeScript(
    "const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.exported = blob.text(); return make.call(URL, blob); }",
  );
  await press(stage.browser.driver, By.id("file-export"));
  await becomes("file", "exported");
  const text = String(await stage.browser.driver.executeAsyncScript("window.exported.then(arguments[0])"));
  assert.ok(text.includes(nora.email) && text.includes(nora.street), text);
  assert.ok(!text.replaceAll(" ", "").includes(nora.card.replaceAll(" ", "")));
  assert.equal(complaints(text), "");
});

test("details that an earlier version kept in the clear are taken over, and sealed", async () => {
  await extension.ask({ type: "delete" });
  await openSettings();
  const kept = { version: 1, source: { emails: [nora.email] } };
  await stage.browser.driver.executeAsyncScript("chrome.storage.local.set({ profile: arguments[0] }).then(arguments[1])", kept);
  await killWorker(stage.browser);
  await openSettings();
  assert.deepEqual((await watched()).map((one) => one.split(" ")[0]), ["email-1"]);
  const { text } = await everythingStored(stage.browser.driver);
  assert.ok(!text.includes(nora.email), text);
});

test("where the browser lost the key, the settings say so, and the details can be entered anew", async () => {
  const { driver } = stage.browser;
  await openSettings();
  await driver.executeAsyncScript("const gone = indexedDB.deleteDatabase('leaklight-vault'); gone.onsuccess = () => arguments[0]()");
  await killWorker(stage.browser);
  await driver.get(`${stage.browser.origin}/options/options.html`);
  await becomes("options", "failed");
  assert.equal((await extension.ask({ type: "status" })).status.unreadable, true);
  await type("emails[0]", ivo.email);
  await save();
  assert.deepEqual((await watched()).map((one) => one.split(" ")[0]), ["email-1"]);
});

test("deleting everything leaves nothing of it on the disk", async () => {
  await openSettings();
  await press(stage.browser.driver, By.id("delete"));
  await press(stage.browser.driver, By.id("delete-confirm"));
  await eventually(async () => assert.deepEqual(await watched(), []));
  const { text, keys } = await everythingStored(stage.browser.driver);
  assert.ok(!/"(profile|vault)"|sealed|wrapped/.test(text), text);
  assert.deepEqual(keys, []);
});
