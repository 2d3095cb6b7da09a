/** The options page, used as a person uses it. */

import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { eventually } from "./eventually.js";
import { press } from "./press.js";
import { paths } from "./visitor.js";

export class OptionsPage {
  #driver;

  /** @param {import("selenium-webdriver").WebDriver} driver - at the page */
  constructor(driver) {
    this.#driver = driver;
  }

  /** Returns once the page shows what is saved. */
  async ready() {
    await this.#state(["ready"]);
  }

  /**
   * Types a profile in and saves it.
   *
   * @param {object} profile
   * @returns {Promise<{ state: string, outcome: string, problems: string[] }>} problems by path
   */
  async save(profile) {
    for (const [path, value] of Object.entries(paths(profile))) await this.#fill(path, value);
    await press(this.#driver, By.id("save"));
    const state = await this.#state(["saved", "refused", "failed"]);
    const outcome = await this.#driver.findElement(By.id("outcome")).getText();
    const problems = await this.#driver.findElements(By.css("[data-problem]"));
    return { state, outcome, problems: await Promise.all(problems.map(async (note) => (await note.getAttribute("data-problem")) ?? "")) };
  }

  /** What stands in the fields, by path, without the empty ones. @returns {Promise<{ [path: string]: string }>} */
  values() {
    return this.#driver.executeScript(
      "return Object.fromEntries([...document.querySelectorAll('[data-path]')].filter(({ value }) => value).map(({ dataset, value }) => [dataset.path, value]))",
    );
  }

  /**
   * Turns a switch, and waits until it is turned.
   *
   * @param {string} name
   * @param {"on" | "off"} way
   */
  async turn(name, way) {
    await press(this.#driver, By.id(`switch-${name}`));
    await eventually(async () => {
      const turned = await this.#driver.findElement(By.id("switches")).getAttribute("data-turned");
      assert.equal(turned, `${name} ${way}`);
    });
  }

  /** Deletes all that is saved. */
  async delete() {
    await press(this.#driver, By.id("delete"));
    await press(this.#driver, By.id("delete-confirm"));
    await eventually(async () => assert.deepEqual(await this.values(), {}));
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

  /** @param {string[]} wanted @returns {Promise<string>} */
  #state(wanted) {
    return eventually(async () => {
      const state = (await this.#driver.findElement(By.id("options")).getAttribute("data-state")) ?? "";
      assert.ok(wanted.includes(state), `the options page is ${state}`);
      return state;
    });
  }
}
