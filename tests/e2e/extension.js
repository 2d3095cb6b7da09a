/** Leaklight in a browser, reached as a person or one of its own pages reaches it. */

import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { eventually } from "./eventually.js";
import { press } from "./press.js";

/** @typedef {import("./browser.js").Browser} Browser */

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
   * Saves a profile in the options page, as a person does.
   *
   * @param {object} profile
   * @returns {Promise<void>}
   */
  saveProfile(profile) {
    return this.#inControl(async () => {
      await this.#driver.get(`${this.#origin}/options/options.html`);
      await this.#state("options", ["ready"]);
      for (const [path, value] of Object.entries(flat(profile))) await this.#fill(path, value);
      await press(this.#driver, By.id("save"));
      const state = await this.#state("options", ["saved", "refused", "failed"]);
      const outcome = await this.#driver.findElement(By.id("outcome")).getText();
      assert.equal(state, "saved", `saving the profile ended ${state}: ${outcome}`);
    });
  }

  /** @param {string} path - such as `emails[0]` @param {string} value */
  async #fill(path, value) {
    const selector = By.css(`[data-path="${path}"]`);
    if ((await this.#driver.findElements(selector)).length === 0) {
      await press(this.#driver, By.css(`button[data-add="${path.split("[")[0]}"]`));
    }
    const field = await this.#driver.findElement(selector);
    await field.clear();
    await field.sendKeys(value);
  }

  /** @param {string} id - of the page's main element @param {string[]} wanted @returns {Promise<string>} */
  #state(id, wanted) {
    return eventually(async () => {
      const state = await this.#driver.findElement(By.id(id)).getAttribute("data-state") ?? "";
      assert.ok(wanted.includes(state), `${id} is ${state}`);
      return state;
    });
  }

  /**
   * What the popup shows for a tab.
   *
   * @param {number} tabId
   */
  popup(tabId) {
    return this.#inControl(async () => {
      await this.#showPopup(tabId);
      return /** @type {Popup} */ (await this.#driver.executeScript(READ_POPUP));
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
    const tabs = /** @type {{ pages: { [key: string]: LedgerPage } }[]} */ (Object.values(state.tabs));
    return tabs.flatMap(({ pages }) => Object.values(pages)).flatMap(({ entries }) => Object.values(entries));
  }
}

/**
 * @typedef {object} Entry
 * @property {Finding} finding
 * @property {{ [fate in "attempted" | "sent" | "blocked" | "failed" | "cached"]: number }} counts
 */

/** @typedef {{ entries: { [key: string]: Entry } }} LedgerPage */

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
 */

/**
 * @typedef {object} Popup
 * @property {string} state
 * @property {number} count
 * @property {number} watched
 * @property {number} unread
 * @property {number} previous - recipients of what the tab's pages before sent
 * @property {{ recipient: string, group: string, findings: { [attribute: string]: string }[] }[]} recipients
 * @property {string} text
 */

const READ_POPUP = `
  const main = document.getElementById("leaklight");
  const watched = document.getElementById("watched");
  return {
    state: main.dataset.state,
    count: Number(main.dataset.count),
    watched: Number(watched.dataset.watched),
    unread: Number(watched.dataset.unread),
    previous: Number(document.getElementById("previous")?.dataset.count ?? 0),
    recipients: [...document.querySelectorAll("#groups [data-recipient]")].map((recipient) => ({
      recipient: recipient.dataset.recipient,
      group: recipient.dataset.group,
      findings: [...recipient.querySelectorAll("[data-finding]")].map((finding) => ({ ...finding.dataset })),
    })),
    text: main.innerText,
  };`;

/**
 * A profile as paths and values: `{"addresses[0].city": "…"}`.
 *
 * @param {unknown} value
 * @param {string} [path]
 * @returns {{ [path: string]: string }}
 */
function flat(value, path = "") {
  if (typeof value === "string") return { [path]: value };
  if (Array.isArray(value)) return Object.assign({}, ...value.map((item, index) => flat(item, `${path}[${index}]`)));
  const entries = Object.entries(/** @type {object} */ (value));
  return Object.assign({}, ...entries.map(([key, item]) => flat(item, path ? `${path}.${key}` : key)));
}
