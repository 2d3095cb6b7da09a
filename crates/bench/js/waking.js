/** A request that wakes the background, until its verdict stands in the ledger. */

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { Customer } from "../../../tests/e2e/customer.js";
import { eventually } from "../../../tests/e2e/eventually.js";
import { openWatched } from "../../../tests/e2e/stage.js";
import { nora } from "../../../tests/e2e/visitor.js";
import { killWorker } from "../../../tests/e2e/worker.js";
import { LAB } from "../../../tests/site/lab/answer.js";
import { against } from "./figure.js";
import { began } from "./worker.js";

const ROUNDS = 20;
/** Milliseconds in which the verdict should be there. */
const REST = 500;
/** Milliseconds that it may take. */
const TARGET = 60;

/** Notes when a finding at this host is first written to the ledger, which is only a little later than it is known. */
const WATCH = (/** @type {string} */ host) => `
  delete document.documentElement.dataset.woken;
  chrome.storage.session.onChanged.addListener(function listen(changes) {
    const known = Object.values(changes).some(({ newValue }) => String(newValue ?? "").includes(${JSON.stringify(host)}));
    if (!known) return;
    chrome.storage.session.onChanged.removeListener(listen);
    document.documentElement.dataset.woken = String(performance.timeOrigin + performance.now());
  });`;

/** @param {import("../../../tests/e2e/browser.js").BrowserName} name @returns {Promise<import("./figure.js").Figure[]>} */
export async function waking(name) {
  const stage = await openWatched(nora, { name });
  const { browser, extension, sentinel } = stage;
  try {
    const customer = new Customer(browser, nora);
    await customer.newTab();
    /** @type {{ asked: number, started: number }[]} */
    const rounds = [];
    // The first one warms up what the browser keeps.
    for (let round = 0; rounds.length <= ROUNDS; round++) {
      assert.ok(round < 3 * ROUNDS, "something else wakes the background");
      const host = `wake-${round}.collector.example`;
      await customer.visit(`${LAB}/?wake=${round}`);
      await sentinel.passed();
      await extension.evaluate(WATCH(host));
      await killWorker(browser);
      const asked = await customer.driver.executeScript(
        "const now = performance.timeOrigin + performance.now(); fetch(arguments[0], { mode: 'no-cors' }); return now;",
        `https://${host}/?email=${nora.email}`,
      );
      // Asking for it meanwhile would be in its way.
      await pause(REST);
      const known = await eventually(async () => {
        const woken = await extension.evaluate("return document.documentElement.dataset.woken ?? null");
        assert.ok(woken !== null, "no verdict is in the ledger");
        return Number(woken);
      });
      const start = await began(browser, extension);
      // An event of the browser's own may have woken it before.
      if (start >= Number(asked)) rounds.push({ asked: known - Number(asked), started: known - start });
    }
    rounds.shift();
    return [
      against("start-to-verdict", rounds.map(({ started }) => started), TARGET, "ms"),
      against("request-to-verdict", rounds.map(({ asked }) => asked), TARGET, "ms"),
    ];
  } finally {
    await stage.close();
  }
}
