/** What a person does in the popup about a recipient, by clicking; the server's record and the settings are the witnesses. */

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { By, error } from "selenium-webdriver";
import { LAB } from "../site/lab/answer.js";
import { eventually } from "./eventually.js";
import { press } from "./press.js";
import { arrives, ask, pixel, undoAll, visit } from "./sending.js";
import { openWatched } from "./stage.js";
import { nora } from "./visitor.js";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
before(async () => {
  stage = await openWatched(nora);
});
afterEach(() => undoAll(stage));
after(() => stage?.close());

const META = '[data-recipient="Meta"]';

/** A page from which one advertiser got something. @returns {Promise<number>} the tab */
async function leak() {
  const tabId = await visit(stage, LAB);
  assert.equal(await arrives(stage, pixel), true);
  await eventually(async () => assert.equal(await stage.extension.badge(tabId), "1"));
  return tabId;
}

/**
 * Opens the popup, clicks one thing after the other, and reads what it says then.
 *
 * @param {number} tabId
 * @param {string[]} clicks selectors
 * @returns {Promise<{ groups: string[], said: string, headline: string }>}
 */
function click(tabId, clicks) {
  return stage.extension.atPopup(tabId, async (driver) => {
    for (const selector of clicks) {
      // The popup may build itself anew between a look and a click, which is then not made.
      const failed = await eventually(async () => {
        assert.ok(await driver.findElement(By.css(selector)).isDisplayed(), selector);
        return press(driver, By.css(selector)).catch((problem) => {
          if (problem instanceof error.StaleElementReferenceError) throw problem;
          return problem;
        });
      });
      if (failed) throw failed;
    }
    return eventually(async () => {
      const said = await driver.findElement(By.id("said"));
      assert.ok(await said.isDisplayed(), "nothing was said about it");
      const cards = await driver.findElements(By.css("#groups [data-recipient]"));
      return {
        groups: await Promise.all(cards.map(async (card) => (await card.getAttribute("data-group")) ?? "")),
        said: await said.getText(),
        headline: await driver.findElement(By.id("headline")).getText(),
      };
    });
  });
}

/** What the settings list. @returns {Promise<string[]>} kinds */
const listed = () =>
  stage.extension.atOptions(async () => {
    const items = await stage.browser.driver.findElements(By.css("#decisions-made [data-kind]"));
    return Promise.all(items.map(async (item) => (await item.getAttribute("data-kind")) ?? ""));
  });

test("a block is one panel away, says that nothing can be recalled, and is undone where it was made", async () => {
  const tabId = await leak();
  const { said } = await click(tabId, [`${META} [data-panel="block"] > summary`, `${META} [data-act="block-here"]`]);
  assert.match(said, /cannot be recalled/);
  assert.equal(await arrives(stage, pixel), false);
  assert.deepEqual(await listed(), ["block"]);
  await click(tabId, [`${META} [data-undo]`]);
  await eventually(async () => assert.equal(await arrives(stage, pixel), true));
  assert.deepEqual(await listed(), []);
});

test("what was done is undone from what is said about it", async () => {
  const tabId = await leak();
  await click(tabId, [`${META} [data-panel="block"] > summary`, `${META} [data-act="block-everywhere"]`, "#said [data-undo]"]);
  await eventually(async () => assert.deepEqual((await ask(stage, { type: "decisions" })).decisions, []));
  await eventually(async () => assert.equal(await arrives(stage, pixel), true));
});

test("a muted recipient no longer counts, and says that it still gets what it got", async () => {
  const tabId = await leak();
  const { said, groups } = await click(tabId, [`${META} [data-act="mute"]`]);
  assert.match(said, /still gets/);
  assert.deepEqual(groups, ["quiet"]);
  await eventually(async () => assert.equal(await stage.extension.badge(tabId), ""));
  assert.equal((await stage.extension.popup(tabId)).count, 0);
  assert.equal(await arrives(stage, pixel), true);
});

for (const [act, group] of [["expected", "expected"], ["not_mine", "quiet"]]) {
  test(`a finding can be called ${act}, and badge and popup follow`, async () => {
    const tabId = await leak();
    const { groups } = await click(tabId, [`${META} .finding > summary`, `${META} [data-act="${act}"]`]);
    assert.deepEqual(groups, [group]);
    await eventually(async () => assert.equal(await stage.extension.badge(tabId), ""));
    await click(tabId, ["#decided summary", "#decided [data-undo]"]);
    await eventually(async () => assert.equal(await stage.extension.badge(tabId), "1"));
  });
}

test("the letter to the site names recipient, parameter and site, and holds no value", async () => {
  const tabId = await leak();
  const letter = await stage.extension.atPopup(tabId, async (driver) => {
    await press(driver, By.css(`${META} [data-panel="letter"] > summary`));
    return String(await driver.findElement(By.css(`${META} textarea`)).getAttribute("value"));
  });
  for (const fact of ["Meta", "www.facebook.com", new URL(LAB).host, "ud[em]"]) assert.ok(letter.includes(fact), `${fact} is not in:\n${letter}`);
  assert.ok(!letter.includes(nora.email));
  assert.doesNotMatch(letter, /\$\d|letter_/);
});

test("a site is paused and watched again from the popup", async () => {
  const tabId = await leak();
  const { headline, groups } = await click(tabId, ["#pause"]);
  assert.match(headline, /Paused/);
  assert.deepEqual(groups, []);
  assert.equal((await stage.extension.popup(tabId)).state, "paused");
  await eventually(async () => assert.equal(await stage.extension.badge(tabId), "off"));
  await click(tabId, ["#resume"]);
  await eventually(async () => assert.equal(await stage.extension.badge(tabId), "1"));
});

test("the settings switch the blocking of caught trackers, list what followed, and undo it all", async () => {
  const { driver } = stage.browser;
  await stage.extension.atOptions(() => press(driver, By.id("block-caught")));
  await eventually(async () => assert.equal((await ask(stage, { type: "decisions" })).decisions.length, 1));
  await visit(stage, LAB);
  assert.equal(await arrives(stage, pixel), true);
  await eventually(async () => assert.deepEqual(await listed(), ["block"]));
  await eventually(async () => assert.equal(await arrives(stage, pixel), false));
  await stage.extension.atOptions(() => press(driver, By.css("#decisions-made [data-undo]")));
  await eventually(async () => assert.deepEqual(await listed(), ["allow"]));
  assert.equal(await arrives(stage, pixel), true);
  await stage.extension.atOptions(() => press(driver, By.id("block-caught")));
  await eventually(async () => assert.deepEqual(await listed(), ["allow"]));
});

test("what is decided lies on the disk, and no site is to be read there", async () => {
  const tabId = await leak();
  await click(tabId, [`${META} [data-act="mute"]`]);
  const kept = await stage.extension.atPopup(tabId, (driver) =>
    driver.executeAsyncScript("const done = arguments[0]; chrome.storage.local.get('decisions').then(({ decisions }) => done(JSON.stringify(decisions ?? null)))"),
  );
  assert.match(String(kept), /sealed/);
  assert.ok(!String(kept).includes("harbourpost"));
});
