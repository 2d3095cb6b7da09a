/** Every page in every state by the keyboard alone: Tab comes by every control in reading order, and shows where it is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { By, Key } from "selenium-webdriver";
import { eventually } from "./eventually.js";
import { browserName } from "./stage.js";
import { eachState } from "./states.js";

/** @typedef {import("selenium-webdriver").WebDriver} Driver */

/** Watches the focus: which controls there are, in reading order, where it comes by, and whether that is to be seen. */
const WATCH = `
  const looks = (one) => [one, one.nextElementSibling, ...one.querySelectorAll("*")].map((part) => {
    if (!part) return "";
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, stroke, strokeWidth } = getComputedStyle(part);
    return [outlineStyle === "none" ? "" : outlineWidth + outlineColor, boxShadow, stroke, strokeWidth].join();
  }).join(";");
  // From the top, wherever the last click was.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
    (one) => one.tabIndex >= 0 && !one.matches(":disabled, [type=radio]:not(:checked)") && one.checkVisibility({ visibilityProperty: true }));
  const before = new Map(controls.map((one) => [one, looks(one)]));
  const name = (one) => one.tagName.toLowerCase() + (one.id && "#" + one.id) + " " + (one.getAttribute("data-path") ?? one.textContent.trim().slice(0, 40));
  const reached = new Set();
  const unseen = [];
  document.addEventListener("focusin", ({ target }) => {
    if (!before.has(target) || reached.has(target)) return;
    reached.add(target);
    if (looks(target) === before.get(target)) unseen.push(name(target));
  });
  window.walk = () => ({ controls: controls.map(name), reached: [...reached].map(name), unseen });`;

/** @typedef {{ controls: string[], reached: string[], unseen: string[] }} Walk */

/** Most keys pressed between two looks. */
const STEPS = 8;

/** @param {Driver} driver @returns {Promise<string[]>} what is wrong */
async function walk(driver) {
  await driver.executeScript(WATCH);
  const read = async () => /** @type {Walk} */ (await driver.executeScript("return walk()"));
  const { controls } = await read();
  let now = await read();
  let steps = 0;
  // Regions that scroll are stops of their own in some browsers: more steps than controls, but not many.
  while (now.reached.length < controls.length && steps < controls.length + 4 * STEPS) {
    // Never past the last one, where Firefox's own buttons follow and keep what is typed.
    const next = Math.min(STEPS, controls.length - now.reached.length);
    await driver.actions().sendKeys(...Array(next).fill(Key.TAB)).perform();
    steps += next;
    now = await read();
  }
  const missed = controls.filter((one) => !now.reached.includes(one)).map((one) => `not reached: ${one}`);
  const place = now.reached.findIndex((one, index) => one !== controls[index]);
  const astray = missed.length === 0 && place >= 0 ? [`out of order: ${now.reached[place]}`] : [];
  return [...missed, ...astray, ...now.unseen.map((one) => `focus is not to be seen: ${one}`)];
}

/**
 * A card opens and closes by both keys.
 *
 * @param {Driver} driver
 * @param {string} selector of a `details`
 */
async function toggles(driver, selector) {
  const card = await driver.findElement(By.css(selector));
  for (const key of [Key.ENTER, Key.SPACE]) {
    const before = await card.getAttribute("open");
    await card.findElement(By.css("summary")).sendKeys(key);
    await eventually(async () => assert.notEqual(await card.getAttribute("open"), before, "a card does not open by the keyboard"));
  }
}

/**
 * A dialog opens by Enter, closes by Escape, and gives the focus back.
 *
 * @param {Driver} driver
 * @param {string} button its id
 */
async function escapes(driver, button) {
  const open = async () => driver.executeScript("return document.querySelector('dialog[open]') !== null");
  await driver.findElement(By.id(button)).sendKeys(Key.ENTER);
  await eventually(async () => assert.equal(await open(), true, "the dialog does not open"));
  await driver.switchTo().activeElement().sendKeys(Key.ESCAPE);
  await eventually(async () => assert.equal(await open(), false, "Escape does not close the dialog"));
  assert.equal(await driver.executeScript("return document.activeElement.id"), button);
}

/** What else is done in a state. @type {{ [state: string]: (driver: Driver) => Promise<void> }} */
const BESIDES = {
  "popup-found": (driver) => toggles(driver, "#groups details"),
  "popup-open": (driver) => toggles(driver, "#groups [data-finding]"),
  "options-filled": (driver) => escapes(driver, "delete"),
  "ledger-filled": (driver) => escapes(driver, "wipe"),
};

test("in every state of every page the keyboard reaches every control in reading order, opens cards and closes dialogs", async () => {
  /** @type {{ [state: string]: string[] }} */
  const complaints = {};
  const done = new Set();
  await eachState(browserName(), async ({ name, driver }) => {
    const wrong = await walk(driver);
    await BESIDES[name]?.(driver).catch((error) => wrong.push(error.message));
    if (wrong.length > 0) complaints[name] = wrong;
    done.add(name);
  });
  assert.deepEqual(complaints, {});
  assert.deepEqual(Object.keys(BESIDES).filter((name) => !done.has(name)), []);
});
