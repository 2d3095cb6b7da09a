/** The extension's own tab: what its pages ask of the background, and what they show. */

import assert from "node:assert/strict";
import { eventually } from "./eventually.js";
import { LedgerPage } from "./ledger.js";
import { OptionsPage } from "./options.js";

/** @typedef {import("./browser.js").Browser} Browser */

export class Control {
  #driver;
  #origin;
  /** The tab in which the extension's own pages are opened. */
  #control = "";

  /** @param {Browser} browser */
  constructor(browser) {
    assert.ok(browser.origin, "the browser was started without the extension");
    this.browser = browser;
    this.#driver = browser.driver;
    this.#origin = browser.origin;
  }

  /** Opens a tab for the extension's own pages, and goes back to the tab that was there. */
  async open() {
    const before = await this.#driver.getWindowHandle();
    await this.#driver.switchTo().newWindow("tab");
    this.#control = await this.#driver.getWindowHandle();
    await this.#driver.get(`${this.#origin}/options/options.html`);
    await this.#driver.switchTo().window(before);
    await eventually(async () => assert.equal((await this.ask({ type: "status" })).ok, true));
  }

  /**
   * Does something in the extension's own tab.
   *
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async inControl(work) {
    const before = await this.#driver.getWindowHandle();
    await this.#driver.switchTo().window(this.#control);
    try {
      return await work();
    } finally {
      await this.#driver.switchTo().window(before);
    }
  }

  /**
   * Asks the background.
   *
   * @param {object} message
   * @returns {Promise<any>}
   */
  ask(message) {
    const code = `const done = arguments[1];
      chrome.runtime.sendMessage(arguments[0]).then(done, (error) => done({ ok: false, code: "unreachable", message: String(error) }));`;
    return this.inControl(() => this.#driver.executeAsyncScript(code, message));
  }

  /**
   * Runs code in one of the extension's own pages.
   *
   * @param {string} code - of a function that may return a promise
   * @returns {Promise<any>}
   */
  evaluate(code) {
    const call = `const done = arguments[0]; (async () => { ${code} })().then(done, (error) => done(String(error)));`;
    return this.inControl(() => this.#driver.executeAsyncScript(call));
  }

  /** The browser's number of the tab that the driver is in. Its URL must be no other tab's. @returns {Promise<number>} */
  async tabId() {
    const url = await this.#driver.getCurrentUrl();
    const tabs = await this.inControl(() =>
      this.#driver.executeAsyncScript("const done = arguments[0]; chrome.tabs.query({}).then((tabs) => done(tabs.map(({ id, url }) => [id, url])))"),
    );
    const ids = /** @type {[number, string][]} */ (tabs).filter(([, at]) => at === url).map(([id]) => id);
    assert.equal(ids.length, 1, `${ids.length} tabs show ${url}`);
    return /** @type {number} */ (ids[0]);
  }

  /** What the browser shows on the toolbar's badge. @param {number} tabId @returns {Promise<string>} */
  badge(tabId) {
    return this.inControl(() =>
      this.#driver.executeAsyncScript("const done = arguments[1]; chrome.action.getBadgeText({ tabId: arguments[0] }).then(done)", tabId),
    );
  }

  /**
   * Does something in the options page.
   *
   * @template T
   * @param {(page: OptionsPage) => Promise<T>} work
   * @returns {Promise<T>}
   */
  atOptions(work) {
    return this.inControl(async () => {
      await this.#driver.get(`${this.#origin}/options/options.html`);
      const page = new OptionsPage(this.#driver);
      await page.ready();
      return work(page);
    });
  }

  /**
   * Does something in one of the extension's pages.
   *
   * @template T
   * @param {string} path
   * @param {(driver: import("selenium-webdriver").WebDriver) => Promise<T>} work
   * @returns {Promise<T>}
   */
  atPage(path, work) {
    return this.inControl(async () => {
      await this.#driver.get(`${this.#origin}/${path}`);
      return work(this.#driver);
    });
  }

  /**
   * Does something in the ledger's page.
   *
   * @template T
   * @param {(page: LedgerPage) => Promise<T>} work
   * @returns {Promise<T>}
   */
  atLedger(work) {
    return this.atPage("ledger/ledger.html", (driver) => work(new LedgerPage(driver)));
  }

  /** All that a database of the extension's holds, as text. @param {string} name @returns {Promise<string>} */
  stored(name) {
    const code = `const [name, done] = arguments;
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const database = opening.result;
        const stores = [...database.objectStoreNames];
        Promise.all(stores.map((store) => new Promise((resolve) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
        }))).then((all) => { database.close(); done(JSON.stringify(all)); });
      };`;
    return this.inControl(() => this.#driver.executeAsyncScript(code, name));
  }

  /** Saves a profile in the options page. @param {object} profile */
  async saveProfile(profile) {
    const { state, outcome } = await this.atOptions((page) => page.save(profile));
    assert.equal(state, "saved", `saving the profile ended ${state}: ${outcome}`);
  }
}
