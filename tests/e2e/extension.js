/** Leaklight in a browser, reached as a person or one of its own pages reaches it. */

import assert from "node:assert/strict";
import { By, Key } from "selenium-webdriver";
import { Control } from "./control.js";
import { eventually } from "./eventually.js";
import { READ_POPUP } from "./popup.js";
import { press } from "./press.js";

/** @typedef {import("./popup.js").Popup} Popup */

export class Extension extends Control {
  /**
   * What the popup shows for a tab.
   *
   * @param {number} tabId
   */
  popup(tabId) {
    return this.inControl(async () => {
      await this.#showPopup(tabId);
      return /** @type {Popup} */ (await this.browser.driver.executeScript(`${READ_POPUP} return readPopup(document);`));
    });
  }

  /**
   * What the popup under the toolbar's button shows, opened over a tab that is brought to the front.
   *
   * @param {number} tabId
   * @returns {Promise<Popup>}
   */
  toolbarPopup(tabId) {
    return this.inControl(async () => {
      await this.browser.driver.executeAsyncScript(
        "const [tabId, done] = arguments; chrome.tabs.update(tabId, { active: true }).then(() => chrome.action.openPopup()).then(done)",
        tabId,
      );
      const popup = await eventually(async () => {
        const read = await this.browser.driver.executeScript(`${READ_POPUP}
          const [view] = chrome.extension.getViews({ type: "popup" });
          return view?.document.getElementById("leaklight") ? readPopup(view.document) : null;`);
        assert.ok(read && /** @type {Popup} */ (read).state !== "loading", "the popup is not there yet");
        return /** @type {Popup} */ (read);
      });
      await this.browser.driver.executeScript('for (const view of chrome.extension.getViews({ type: "popup" })) view.close()');
      return popup;
    });
  }

  /**
   * Does something in the popup for a tab.
   *
   * @template T
   * @param {number} tabId
   * @param {(driver: import("selenium-webdriver").WebDriver) => Promise<T>} work
   * @returns {Promise<T>}
   */
  atPopup(tabId, work) {
    return this.inControl(async () => {
      await this.#showPopup(tabId);
      return work(this.browser.driver);
    });
  }

  /**
   * Types something to look for on a tab, in its popup.
   *
   * @param {number} tabId
   * @param {string} value
   * @param {string} label
   * @returns {Promise<string>} what the popup says to it
   */
  type(tabId, value, label) {
    return this.inControl(async () => {
      await this.#showPopup(tabId);
      await press(this.browser.driver, By.css("#typing > summary"));
      await this.browser.driver.findElement(By.id("typing-label")).sendKeys(label);
      await this.browser.driver.findElement(By.id("typing-value")).sendKeys(value, Key.ENTER);
      return eventually(async () => {
        const said = await this.browser.driver.findElement(By.id("typing-said")).getText();
        assert.notEqual(said, "");
        return said;
      });
    });
  }

  /** @param {number} tabId */
  async #showPopup(tabId) {
    await this.browser.driver.get(`${this.browser.origin}/popup/popup.html?tab=${tabId}`);
    await eventually(async () => {
      const state = await this.browser.driver.findElement(By.id("leaklight")).getAttribute("data-state");
      assert.notEqual(state, "loading");
    });
  }

  /** A picture of the popup for a tab, PNG, as long as it is. @param {number} tabId @returns {Promise<Buffer>} */
  popupPicture(tabId) {
    return this.inControl(async () => {
      await this.#showPopup(tabId);
      const window = this.browser.driver.manage().window();
      const { width, height } = await window.getRect();
      const missing = await this.browser.driver.executeScript("return document.documentElement.scrollHeight - innerHeight");
      await window.setRect({ width, height: height + Number(missing) });
      try {
        return Buffer.from(await this.browser.driver.findElement(By.css("body")).takeScreenshot(), "base64");
      } finally {
        await window.setRect({ width, height });
      }
    });
  }

  /**
   * The extension's own report on a tab.
   *
   * @param {number} tabId
   * @param {"text" | "html" | "ndjson"} format
   * @returns {Promise<string>}
   */
  async report(tabId, format) {
    const reply = await this.ask({ type: "report", tabId, format });
    assert.ok(reply.ok, reply.message);
    return reply.text;
  }

  /**
   * How many recipients got something that counts from the page on screen, by the ledger.
   *
   * @param {number} tabId
   */
  async countedRecipients(tabId) {
    const { ok, tab } = await this.ask({ type: "tab", tabId });
    assert.ok(ok);
    const entries = /** @type {(Entry & { counted: boolean })[]} */ (tab.page.entries);
    const counted = entries.filter((entry) => entry.counted);
    return new Set(counted.map(({ finding: { recipient } }) => recipient.entity ?? recipient.domain)).size;
  }

  /** Every finding that the ledger holds, of all tabs and pages. @returns {Promise<Entry[]>} */
  async ledger() {
    const { ok, state } = await this.ask({ type: "ledger" });
    assert.ok(ok);
    const tabs = /** @type {{ pages: { [key: string]: PageOfLedger } }[]} */ (Object.values(state.tabs));
    return tabs.flatMap(({ pages }) => Object.values(pages)).flatMap(({ entries }) => Object.values(entries));
  }
}

/**
 * @typedef {object} Entry
 * @property {Finding} finding
 * @property {{ [fate in "attempted" | "sent" | "blocked" | "failed" | "cached"]: number }} counts
 */

/** @typedef {{ entries: { [key: string]: Entry } }} PageOfLedger */

/**
 * @typedef {object} Finding
 * @property {{ host: string, domain: string, entity: string | null, party: string, action: string | null }} recipient
 * @property {{ id: string, kind: string }} identifier
 * @property {boolean} expected
 * @property {string} confidence
 * @property {string} carrier
 * @property {string | null} name
 * @property {string[]} chain
 * @property {string | null} meaning
 * @property {string | null} digest
 * @property {{ carrier: string, name: string | null, chain: string[], digest: string | null }[]} places
 * @property {"page"} [witness]
 */
