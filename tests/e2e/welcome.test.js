/** The page that opens after installing: first details, and a try that sends nothing to anybody. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { eventually } from "./eventually.js";
import { press } from "./press.js";
import { openInstalled } from "./stage.js";
import { nora } from "./visitor.js";

/** @type {Awaited<ReturnType<typeof openInstalled>>} */
let stage;
/** @type {import("./extension.js").Extension} */
let extension;

before(async () => {
  stage = await openInstalled();
  ({ extension } = stage);
});
after(() => stage?.close());

/** @param {string} path @param {string} value */
async function type(path, value) {
  await stage.browser.driver.findElement(By.css(`[data-path="${path}"]`)).sendKeys(value);
}

/** @param {string} id @param {string} state */
async function becomes(id, state) {
  await eventually(async () => assert.equal(await stage.browser.driver.findElement(By.id(id)).getAttribute("data-state"), state));
}

/** @param {string} selector */
async function textOf(selector) {
  return stage.browser.driver.findElement(By.css(selector)).getText();
}

test("installing opened it, once", async () => {
  const { driver, origin } = stage.browser;
  const url = `${origin}/welcome/welcome.html`;
  await driver.switchTo().newWindow("tab");
  await driver.get(url);
  await eventually(async () => {
    // Asked from a second one: Chromium's driver does not name the tab that was there before it.
    const open = await driver.executeAsyncScript(
      "const [url, done] = arguments; chrome.tabs.query({}).then((tabs) => done(tabs.filter((tab) => tab.url === url).length))",
      url,
    );
    assert.equal(open, 2);
  });
  await becomes("welcome", "ready");
});

test("before a detail is saved there is nothing to try", async () => {
  assert.equal(await stage.browser.driver.findElement(By.id("try")).isEnabled(), false);
});

test("while a street is typed it is told how it will be looked for", async () => {
  await type("emails[0]", nora.email);
  await type("addresses[0].street", nora.street);
  await eventually(async () => {
    assert.match(await textOf('[data-samples="addresses[0]"]'), /742 ALDER CREEK ROAD/);
    assert.match(await textOf('[data-samples="emails[0]"]'), /NORA\.QUIMBY@EXAMPLE\.COM/);
    assert.equal((await stage.browser.driver.findElements(By.css("[data-samples]"))).length, 2);
  });
  assert.equal((await extension.ask({ type: "profile" })).profile, null);
});

test("what is malformed is refused beside its field", async () => {
  await press(stage.browser.driver, By.css('[data-add="emails"]'));
  await type("emails[1]", "nobody");
  await press(stage.browser.driver, By.id("save"));
  await becomes("welcome", "refused");
  assert.notEqual(await textOf('[data-problem="emails[1]"]'), "");
  await press(stage.browser.driver, By.css('[data-remove="emails[1]"]'));
});

test("saved, the details are watched for", async () => {
  await press(stage.browser.driver, By.id("save"));
  await becomes("welcome", "saved");
  const { status } = await extension.ask({ type: "status" });
  assert.equal(status.watching, true);
  assert.deepEqual(status.identifiers.map((/** @type {{ kind: string }} */ { kind }) => kind).sort(), ["address", "email"]);
});

test("a try lights the badge, says what was found as the popup would, and sends nothing", async () => {
  const { record } = stage.site;
  const before = record.all.length;
  await press(stage.browser.driver, By.id("try"));
  await becomes("trial", "found");
  const card = await textOf('#found [data-recipient="adverts.example"]');
  assert.match(card, /email/i);
  assert.match(card, /address/i);
  assert.ok(!card.includes(nora.email) && !card.includes(nora.street), "the card shows a value");
  const tabId = Number(await stage.browser.driver.executeAsyncScript("chrome.tabs.getCurrent().then(({ id }) => arguments[0](id))"));
  await eventually(async () => assert.equal(await extension.badge(tabId), "1"));
  assert.ok(!record.all.slice(before).some(({ host }) => host.includes("adverts")), "the made-up request was sent");
  assert.deepEqual(await extension.ledger(), []);
});

test("over that tab the popup says that it was the try, and counts as the badge does", async () => {
  const tabId = Number(await stage.browser.driver.executeAsyncScript("chrome.tabs.getCurrent().then(({ id }) => arguments[0](id))"));
  const { state, count, text, recipients } = await extension.popup(tabId);
  assert.deepEqual([state, count, recipients], ["watching", 1, []]);
  assert.match(text, /That was your try/);
  assert.match(text, /1 made-up company would have got your details/);
});
