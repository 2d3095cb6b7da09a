/** Leaklight in a browser, reached as a person or one of its own pages reaches it. */

import assert from "node:assert/strict";
import { By, Key } from "selenium-webdriver";
import { eventually } from "./eventually.js";
import { LedgerPage } from "./ledger.js";
import { OptionsPage } from "./options.js";
import { READ_POPUP } from "./popup.js";
import { press } from "./press.js";

/** @typedef {import("./browser.js").Browser} Browser */
/** @typedef {import("./popup.js").Popup} Popup */

export class Extension {
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
  async #inControl(work) {
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
    return this.#inControl(() => this.#driver.executeAsyncScript(code, message));
  }

  /**
   * Runs code in one of the extension's own pages.
   *
   * @param {string} code - of a function that may return a promise
   * @returns {Promise<any>}
   */
  evaluate(code) {
    const call = `const done = arguments[0]; (async () => { ${code} })().then(done, (error) => done(String(error)));`;
    return this.#inControl(() => this.#driver.executeAsyncScript(call));
  }

  /** The browser's number of the tab that the driver is in. Its URL must be no other tab's. @returns {Promise<number>} */
  async tabId() {
    const url = await this.#driver.getCurrentUrl();
    const tabs = await this.#inControl(() =>
      this.#driver.executeAsyncScript("const done = arguments[0]; chrome.tabs.query({}).then((tabs) => done(tabs.map(({ id, url }) => [id, url])))"),
    );
    const ids = /** @type {[number, string][]} */ (tabs).filter(([, at]) => at === url).map(([id]) => id);
    assert.equal(ids.length, 1, `${ids.length} tabs show ${url}`);
    return /** @type {number} */ (ids[0]);
  }

  /** What the browser shows on the toolbar's badge. @param {number} tabId @returns {Promise<string>} */
  badge(tabId) {
    return this.#inControl(() =>
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
    return this.#inControl(async () => {
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
    return this.#inControl(async () => {
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
    return this.#inControl(() => this.#driver.executeAsyncScript(code, name));
  }

  /** Saves a profile in the options page. @param {object} profile */
  async saveProfile(profile) {
    const { state, outcome } = await this.atOptions((page) => page.save(profile));
    assert.equal(state, "saved", `saving the profile ended ${state}: ${outcome}`);
  }

  /**
   * What the popup shows for a tab.
   *
   * @param {number} tabId
   */
  popup(tabId) {
    return this.#inControl(async () => {
      await this.#showPopup(tabId);
      return /** @type {Popup} */ (await this.#driver.executeScript(`${READ_POPUP} return readPopup(document);`));
    });
  }

  /**
   * What the popup under the toolbar's button shows, opened over a tab that is brought to the front.
   *
   * @param {number} tabId
   * @returns {Promise<Popup>}
   */
  toolbarPopup(tabId) {
    return this.#inControl(async () => {
      await this.#driver.executeAsyncScript(
        "const [tabId, done] = arguments; chrome.tabs.update(tabId, { active: true }).then(() => chrome.action.openPopup()).then(done)",
        tabId,
      );
      const popup = await eventually(async () => {
        const read = await this.#driver.executeScript(`${READ_POPUP}
          const [view] = chrome.extension.getViews({ type: "popup" });
          return view?.document.getElementById("leaklight") ? readPopup(view.document) : null;`);
        assert.ok(read && /** @type {Popup} */ (read).state !== "loading", "the popup is not there yet");
        return /** @type {Popup} */ (read);
      });
      await this.#driver.executeScript('for (const view of chrome.extension.getViews({ type: "popup" })) view.close()');
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
    return this.#inControl(async () => {
      await this.#showPopup(tabId);
      return work(this.#driver);
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
    return this.#inControl(async () => {
      await this.#showPopup(tabId);
      await press(this.#driver, By.css("#typing > summary"));
      await this.#driver.findElement(By.id("typing-label")).sendKeys(label);
      await this.#driver.findElement(By.id("typing-value")).sendKeys(value, Key.ENTER);
      return eventually(async () => {
        const said = await this.#driver.findElement(By.id("typing-said")).getText();
        assert.notEqual(said, "");
        return said;
      });
    });
  }

  /** @param {number} tabId */
  async #showPopup(tabId) {
    await this.#driver.get(`${this.#origin}/popup/popup.html?tab=${tabId}`);
    await eventually(async () => {
      const state = await this.#driver.findElement(By.id("leaklight")).getAttribute("data-state");
      assert.notEqual(state, "loading");
    });
  }

  /** A picture of the popup for a tab, PNG, as long as it is. @param {number} tabId @returns {Promise<Buffer>} */
  popupPicture(tabId) {
    return this.#inControl(async () => {
      await this.#showPopup(tabId);
      const window = this.#driver.manage().window();
      const { width, height } = await window.getRect();
      const missing = await this.#driver.executeScript("return document.documentElement.scrollHeight - innerHeight");
      await window.setRect({ width, height: height + Number(missing) });
      try {
        return Buffer.from(await this.#driver.findElement(By.css("body")).takeScreenshot(), "base64");
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
 * @property {{ host: string, domain: string, entity: string | null, party: string }} recipient
 * @property {{ id: string, kind: string }} identifier
 * @property {boolean} expected
 * @property {string} confidence
 * @property {string} carrier
 * @property {string | null} name
 * @property {string[]} chain
 * @property {string | null} digest
 * @property {{ carrier: string, name: string | null, chain: string[], digest: string | null }[]} places
 * @property {"page"} [witness]
 */
