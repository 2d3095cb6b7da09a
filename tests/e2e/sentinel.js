/**
 * Knowing that the extension has seen all that happened: a request with a known detail is sent from a tab of its own, and once the
 * ledger has it, everything that left the browser before has been seen too.
 */

import assert from "node:assert/strict";
import { LAB } from "../site/lab/answer.js";
import { eventually } from "./eventually.js";

export const SENTINEL = "sentinel.collector.example";

export class Sentinel {
  #driver;
  #extension;
  #email;
  #tab = "";
  #sent = 0;

  /**
   * @param {import("./browser.js").Browser} browser
   * @param {import("./extension.js").Extension} extension
   * @param {string} email - one that the saved profile holds
   */
  constructor(browser, extension, email) {
    this.#driver = browser.driver;
    this.#extension = extension;
    this.#email = email;
  }

  /** Returns once the extension has seen every request that was sent before the call. */
  async passed() {
    const before = await this.#driver.getWindowHandle();
    await this.#enter();
    const url = `https://${SENTINEL}/?email=${this.#email}`;
    await this.#driver.executeScript("fetch(arguments[0], { mode: 'no-cors' })", url);
    await this.#driver.switchTo().window(before);
    this.#sent++;
    await eventually(async () => {
      const entries = (await this.#extension.ledger()).filter(({ finding }) => finding.recipient.host === SENTINEL);
      const seen = entries.reduce((sum, { counts }) => sum + counts.sent, 0);
      assert.equal(seen, this.#sent, `the ledger has ${seen} of ${this.#sent} sentinels`);
    });
  }

  async #enter() {
    if (this.#tab) {
      await this.#driver.switchTo().window(this.#tab);
      return;
    }
    await this.#driver.switchTo().newWindow("tab");
    this.#tab = await this.#driver.getWindowHandle();
    await this.#driver.get(`${LAB}/?sentinel`);
  }
}
