/** Firefox can stop the very request that leaks, where that is switched on; Chromium cannot, and does not offer it. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { LAB } from "../site/lab/answer.js";
import { eventually } from "./eventually.js";
import { press } from "./press.js";
import { arrives, ask, pixel, visit } from "./sending.js";
import { browserName, openWatched } from "./stage.js";
import { nora } from "./visitor.js";
import { killWorker, restFor } from "./worker.js";

/**
 * Milliseconds after which Firefox puts an idle background to sleep here: half of what it is elsewhere, and well above the ten
 * seconds after which a background that must not sleep calls.
 */
const IDLE = 15_000;

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
before(async () => {
  stage = await openWatched(nora, { preferences: { "extensions.background.idle.timeout": IDLE } });
});
after(() => stage?.close());

const isFirefox = browserName() === "firefox";
const plain = (/** @type {string} */ tag) => `https://anybody.collector.example/?tag=${tag}`;
const body = JSON.stringify({ email: nora.email });

/** Switches it on or off in the settings. @param {boolean} on */
async function hold(on) {
  await stage.extension.atOptions(async () => {
    const box = await stage.browser.driver.findElement(By.id("hold"));
    assert.equal(await box.isSelected(), !on);
    await press(stage.browser.driver, By.id("hold"));
    await eventually(async () => {
      assert.equal(await stage.browser.driver.findElement(By.id("decisions")).getAttribute("data-state"), "ready");
      assert.equal(await box.isSelected(), on);
    });
  });
}

test("it is offered where the browser can, and nothing is held until it is switched on", async () => {
  const offered = await stage.extension.atOptions(() => stage.browser.driver.findElement(By.id("hold-choice")).isDisplayed());
  assert.equal(offered, isFirefox);
  await visit(stage, LAB);
  assert.equal(await arrives(stage, pixel), true);
});

test("the very request that leaks is stopped, in its URL, its body or its headers, and every other one goes", { skip: !isFirefox }, async () => {
  const tabId = await visit(stage, LAB);
  await hold(true);
  assert.equal(await arrives(stage, pixel), false);
  assert.equal(await arrives(stage, plain, { headers: { "X-Person": nora.email } }), false);
  assert.equal(await arrives(stage, plain, { headers: { "X-Person": "nobody" } }), true);
  assert.equal(await arrives(stage, plain, { body }), false);
  assert.equal(await arrives(stage, plain, { body: "nothing of anybody's" }), true);
  assert.equal(await arrives(stage, (tag) => `${LAB}/own?email=${nora.email}&tag=${tag}`), true);
  await eventually(async () => {
    const popup = await stage.extension.popup(tabId);
    assert.deepEqual(popup.recipients.map(({ group }) => group), ["blocked", "blocked"]);
    assert.equal(await stage.extension.badge(tabId), "");
  });
});

test("a background that holds nothing when it is woken stays awake until it has started once more", { skip: !isFirefox }, async () => {
  await visit(stage, LAB);
  assert.equal(await restFor(stage.browser, IDLE), "awake");
  assert.equal(await arrives(stage, pixel), false);
  await killWorker(stage.browser);
  assert.equal((await ask(stage, { type: "status" })).status.holding, true);
  assert.equal(await restFor(stage.browser, IDLE), "asleep");
});

test("a background that sleeps stops the request or lets it go, tells which, and stops others once it is awake", { skip: !isFirefox }, async () => {
  const tabId = await visit(stage, LAB);
  const arrived = /** @type {boolean[]} */ ([]);
  // It starts anew twice: Firefox holds requests for a sleeping background only if its last start registered for that.
  for (const _ of ["first", "second"]) {
    await killWorker(stage.browser);
    arrived.push(await arrives(stage, pixel));
    assert.equal((await ask(stage, { type: "status" })).status.holding, true);
    // Just woken on a busy machine, it may take longer than a request may be held.
    await eventually(async () => {
      arrived.push(await arrives(stage, pixel));
      assert.equal(arrived.at(-1), false);
    });
  }
  await eventually(async () => {
    const [entry] = (await ask(stage, { type: "tab", tabId })).tab.page.entries;
    const sent = arrived.filter(Boolean).length;
    const { attempted, blocked, ...counts } = entry.counts;
    // Where the background ends before it hears that a request was stopped, that request stays an attempt.
    assert.deepEqual(counts, { sent, failed: 0, cached: 0 });
    assert.equal(attempted + blocked, arrived.length - sent);
    assert.ok(blocked > 0, "none is told as stopped");
  });
});

test("what the person expects goes", { skip: !isFirefox }, async () => {
  const tabId = await visit(stage, LAB);
  assert.equal(await arrives(stage, pixel), false);
  const entry = await eventually(async () => {
    const [one] = (await ask(stage, { type: "tab", tabId })).tab.page.entries;
    assert.ok(one);
    return one;
  });
  const { id } = await ask(stage, { type: "decide", decision: "expected", tabId, entry: entry.id });
  assert.equal(await arrives(stage, pixel), true);
  await ask(stage, { type: "undo", ids: [id] });
  assert.equal(await arrives(stage, pixel), false);
});

test("switched off again, everything goes", { skip: !isFirefox }, async () => {
  await hold(false);
  await visit(stage, LAB);
  assert.equal(await arrives(stage, pixel), true);
});
