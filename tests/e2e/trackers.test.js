/** Lists of trackers of one's own: imported in the options page, known in the popup, and kept while the background sleeps. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { LAB } from "../site/lab/answer.js";
import { eventually } from "./eventually.js";
import { scriptOf } from "./modules.js";
import { press } from "./press.js";
import { openWatched } from "./stage.js";
import { nora } from "./visitor.js";
import { killWorker } from "./worker.js";

/** @typedef {import("selenium-webdriver").WebDriver} Driver */

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
/** @type {string} */
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "leaklight-lists-"));
  stage = await openWatched(nora);
});
after(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true });
});

/** Under the lab's collector, which answers them all. The list names the last of its names alone. */
const LIST = "! Title: A list of my own\n||listed.collector.example^$third-party\nexample.com##.banner\n-analytics.js\n";

/** 60,000 rules of the length and in the proportions of large lists, about 30 bytes a line. */
const LARGE = Array.from({ length: 60_000 }, (_, number) => {
  const kinds = [
    `||host${number}.example/v${number % 7}/pixel.gif?`,
    `||cdn${number}.network.example^$script,third-party`,
    `@@||host${number}.example/c.js$domain=s${number}.example`,
    ...Array(3).fill(`||some-site-${number}.example^$third-party`),
    ...Array(4).fill(`||metrics.site-${number}.example^`),
  ];
  return `${kinds[number % 10]}\n`;
}).join("");

/** How the popup introduces a company that got the email address from a page of its own. @param {string} host */
async function popupOn(host) {
  const { driver } = stage.browser;
  await driver.get(`${LAB}/?${host}`);
  await driver.executeScript("fetch(arguments[0], { mode: 'no-cors' })", `https://${host}/?email=${nora.email}`);
  const tabId = await stage.extension.tabId();
  return eventually(async () => {
    const [recipient, ...others] = (await stage.extension.popup(tabId)).recipients;
    assert.ok(recipient && others.length === 0, "not one recipient");
    return recipient.who;
  });
}

/** @param {(driver: Driver) => Promise<unknown>} act - in the options page @returns {Promise<string>} what the page then says */
function atTrackers(act) {
  return stage.extension.atOptions(async () => {
    const { driver } = stage.browser;
    const section = () => driver.findElement(By.id("trackers"));
    await eventually(async () => assert.equal(await (await section()).getAttribute("data-state"), "ready"));
    await act(driver);
    return eventually(async () => {
      const state = await (await section()).getAttribute("data-state");
      const outcome = await driver.findElement(By.id("trackers-outcome")).getText();
      assert.ok(outcome !== "" && state !== "busy", "nothing is said yet");
      return outcome;
    });
  });
}

test("a company that no list knows is called unknown", async () => {
  assert.match(await popupOn("a.listed.collector.example"), /^unknown company$/);
});

test("a pasted list is taken, and what was left out of it is said", async () => {
  const said = await atTrackers(async (driver) => {
    await press(driver, By.css("#trackers summary"));
    await driver.executeScript("document.getElementById('trackers-text').value = arguments[0]", LIST);
    await press(driver, By.id("trackers-take"));
  });
  assert.equal(said, "A list of my own is in use: 1 rule taken, 2 left out: 1 names no host, 1 is about how pages look.");
});

test("whom the list names is a known tracker now, and its neighbour is not", async () => {
  assert.match(await popupOn("b.listed.collector.example"), /^unknown company, a known tracker$/);
  assert.doesNotMatch(await popupOn("c.collector.example"), /known tracker/);
});

test("the background knows the list again after its death", async () => {
  await killWorker(stage.browser);
  assert.match(await popupOn("d.listed.collector.example"), /^unknown company, a known tracker$/);
});

test("text that is no list changes nothing", async () => {
  const said = await atTrackers(async (driver) => {
    await press(driver, By.css("#trackers summary"));
    await driver.executeScript("document.getElementById('trackers-text').value = arguments[0]", "<!doctype html><title>Not found</title>\n");
    await press(driver, By.id("trackers-take"));
  });
  assert.equal(said, "My list names no tracker, so nothing was added.");
  assert.equal((await stage.extension.ask({ type: "trackers" })).lists.length, 1);
});

test("a file of 60,000 rules is taken beside it", async () => {
  const file = join(folder, "Many trackers.txt");
  writeFileSync(file, LARGE);
  const said = await atTrackers((driver) => driver.findElement(By.id("trackers-file")).sendKeys(file));
  assert.equal(said, "Many trackers is in use: 60,000 rules taken.");
  assert.match(await popupOn("e.listed.collector.example"), /^unknown company, a known tracker$/);
});

test("60,000 rules add less than 2 MB to the wasm's memory", async (context) => {
  const read = await scriptOf(`
    import init, { Trackers } from "./pkg/leaklight.js";
    import { readList } from "./options/reading.js";
    export default async (text) => {
      await init({ module_or_path: "/pkg/leaklight_bg.wasm" });
      const reading = new Trackers();
      const start = performance.now();
      const { counted } = await readList([text], reading);
      const kept = reading.kept();
      const importing = performance.now() - start;
      const { rules } = reading;
      reading.free();
      return { counted, rules, kept, importing };
    };`);
  const measured = await stage.extension.atOptions(() => stage.browser.driver.executeScript(read, LARGE));
  const { counted, rules, kept, importing } = /** @type {any} */ (measured);
  assert.equal(counted.rules + counted.exceptions, 60_000);
  // In a page that has not read the list: its memory has grown for nothing else.
  const restore = await scriptOf(`
    import init, { Trackers } from "./pkg/leaklight.js";
    export default async (kept, rules) => {
      const { memory } = await init({ module_or_path: "/pkg/leaklight_bg.wasm" });
      const before = memory.buffer.byteLength;
      const start = performance.now();
      Trackers.restore(kept, rules);
      return { growth: memory.buffer.byteLength - before, restoring: performance.now() - start };
    };`);
  const { growth, restoring } = /** @type {any} */ (
    await stage.extension.atOptions(() => stage.browser.driver.executeScript(restore, kept, rules))
  );
  context.diagnostic(
    `${stage.browser.name}: 60,000 rules (${LARGE.length} bytes) read in ${importing.toFixed(0)} ms, taken up again in ${restoring.toFixed(0)} ms, ${growth} bytes of memory`,
  );
  assert.ok(growth > 1_000_000 && growth < 2_000_000, `${growth} bytes`);
});

test("a list that is removed is known no more", async () => {
  assert.equal(await atTrackers((driver) => press(driver, By.css('[data-discard="A list of my own"]'))), "A list of my own was removed.");
  assert.doesNotMatch(await popupOn("f.listed.collector.example"), /known tracker/);
  assert.deepEqual((await stage.extension.ask({ type: "trackers" })).lists.map(({ name = "" }) => name), ["Many trackers"]);
});
