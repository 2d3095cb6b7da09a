/** The ledger's page, used as a person uses it. */

import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { eventually } from "./eventually.js";
import { press } from "./press.js";

/**
 * @typedef {object} Shown
 * @property {string} state
 * @property {string} totals
 * @property {{ name: string, times: number, cells: { [identifier: string]: number } }[]} rows of the matrix
 * @property {{ recipient: string, site: string, identifier: string, count: number }[]} lines
 * @property {number} bars days on which something was sent
 * @property {string[]} narrowed
 * @property {string} outcome
 */

const READ = `
  const all = (selector, of) => [...document.querySelectorAll(selector)].map(of);
  const columns = all("#matrix thead [data-identifier]", ({ dataset }) => dataset.identifier);
  const shown = (id) => !document.getElementById(id).hidden;
  return {
    state: document.getElementById("ledger").dataset.state,
    totals: document.getElementById("totals").textContent,
    rows: shown("content") ? all("#matrix [data-row]", (row) => ({
      name: row.dataset.row,
      times: Number(row.lastElementChild.textContent),
      cells: Object.fromEntries([...row.querySelectorAll(".cell")].flatMap(({ dataset }, place) =>
        dataset.clear === undefined ? [] : [[columns[place], Number(dataset.clear) + Number(dataset.scrambled) + Number(dataset.expected)]])),
    })) : [],
    lines: shown("content") ? all("[data-line]", ({ dataset }) => ({ recipient: dataset.recipient, site: dataset.site, identifier: dataset.line, count: Number(dataset.count) })) : [],
    bars: all(".bar", ({ dataset }) => Number(dataset.times)).filter((times) => times > 0).length,
    narrowed: all("[data-narrowed]", ({ dataset }) => dataset.narrowed),
    outcome: document.getElementById("outcome").textContent,
  };`;

export class LedgerPage {
  #driver;

  /** @param {import("selenium-webdriver").WebDriver} driver - at the page */
  constructor(driver) {
    this.#driver = driver;
  }

  /** What it shows, once it shows something. @returns {Promise<Shown>} */
  shown() {
    return eventually(async () => {
      const shown = /** @type {Shown} */ (await this.#driver.executeScript(READ));
      assert.notEqual(shown.state, "loading");
      return shown;
    });
  }

  /** Narrows the page down to one row of the matrix. @param {string} name */
  async pick(name) {
    await press(this.#driver, By.css(`[data-row="${name}"] button.name`));
    await eventually(async () => assert.deepEqual((await this.shown()).narrowed, ["recipient"]));
  }

  /** Narrows the page down to the latest day on which something was sent, by the keyboard alone. */
  async pickLatestDay() {
    await this.shown();
    await this.#driver.executeScript("document.querySelector('.bar[tabindex=\"0\"]').focus()");
    await this.#driver.switchTo().activeElement().sendKeys("\uE007");
    await eventually(async () => assert.deepEqual((await this.shown()).narrowed, ["day"]));
  }

  /** Deletes what the page is narrowed down to. @returns {Promise<string>} what it says then */
  async remove() {
    await press(this.#driver, By.id("remove"));
    return this.#sure();
  }

  /** Deletes everything. */
  async wipe() {
    await this.shown();
    await press(this.#driver, By.id("wipe"));
    return this.#sure();
  }

  /** @param {number} days */
  async keep(days) {
    await this.shown();
    await this.#driver.executeScript(
      "const keep = document.getElementById('keep'); keep.value = arguments[0]; keep.dispatchEvent(new Event('change'))",
      String(days),
    );
    return this.#sure();
  }

  async #sure() {
    await press(this.#driver, By.id("sure-yes"));
    return eventually(async () => {
      const { outcome } = await this.shown();
      assert.notEqual(outcome, "");
      return outcome;
    });
  }
}
