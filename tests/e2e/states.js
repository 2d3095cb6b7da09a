/** Every page of the extension in every state that a person meets: what is pictured, and what is checked for everybody's use. */

import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { LAB } from "../site/lab/answer.js";
import { setAccess } from "./access.js";
import { arrivals } from "./arrivals.js";
import { built, openStage } from "./stage.js";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { Extension } from "./extension.js";
import { OptionsPage } from "./options.js";
import { press } from "./press.js";
import { nora, profile } from "./visitor.js";

/** @typedef {import("./browser.js").BrowserName} BrowserName */
/** @typedef {import("selenium-webdriver").WebDriver} Driver */

/**
 * @typedef {object} Shown
 * @property {string} name - of page and state, `popup-locked`
 * @property {Driver} driver - in a tab that shows it
 */

const PASSPHRASE = "correct horse battery";

/**
 * Goes through them all.
 *
 * @param {BrowserName} name
 * @param {(shown: Shown) => Promise<void>} visit
 * @param {{ prepare?: (driver: Driver) => Promise<void>, extension?: string }} [how] `extension`: the folder of another than the built one
 */
export async function eachState(name, visit, { prepare, extension = built(name) } = {}) {
  const stage = await openStage({ name, extension });
  try {
    await prepare?.(stage.browser.driver);
    await go(stage, visit);
  } finally {
    await stage.close();
  }
}

/**
 * @param {Awaited<ReturnType<typeof openStage>>} stage
 * @param {(shown: Shown) => Promise<void>} visit
 */
async function go({ site, browser }, visit) {
  const { driver } = browser;
  const extension = new Extension(browser);
  const customer = new Customer(browser, nora);
  await extension.open();
  const page = await driver.getWindowHandle();
  await customer.visit(`${LAB}/?states`);
  let tabId = await extension.tabId();
  await driver.switchTo().newWindow("tab");
  const own = await driver.getWindowHandle();

  /** @param {string} state @param {string} path @param {() => Promise<void>} [then] */
  const show = async (state, path, then) => {
    await driver.switchTo().window(own);
    await driver.get(`${browser.origin}/${path}`);
    await eventually(async () => {
      const main = await driver.executeScript("const main = document.querySelector('main'); return main && main.dataset.state !== 'loading'");
      assert.ok(main, `${state} is loading`);
    });
    await then?.();
    await visit({ name: state, driver });
  };
  /** @param {() => Promise<void>} act */
  const onPage = async (act) => {
    await driver.switchTo().window(page);
    await act();
  };
  const sayInSocket = () =>
    driver.executeScript("const socket = new WebSocket('wss://chat.collector.example/'); socket.onopen = () => socket.send(arguments[0])", nora.email);
  /** @param {string} selector */
  const openAll = (selector) => async () => void (await driver.executeScript("for (const one of document.querySelectorAll(arguments[0])) one.open = true", selector));

  await show("welcome", "welcome/welcome.html");
  await show("welcome-open", "welcome/welcome.html", openAll("details"));
  await show("popup-no-profile", `popup/popup.html?tab=${tabId}`);
  await show("options-empty", "options/options.html");
  await show("options-refused", "options/options.html", async () => {
    const { state } = await new OptionsPage(driver).save({ emails: ["nora.quimby at example.com"], phones: ["12"], names: [{ given: "Nora" }] });
    assert.equal(state, "refused");
  });
  await show("ledger-empty", "ledger/ledger.html");
  await extension.saveProfile(profile(nora));
  await show("options-filled", "options/options.html");
  await show("popup-nothing", `popup/popup.html?tab=${tabId}`);

  await driver.switchTo().newWindow("tab");
  await driver.get(`${browser.origin}/welcome/welcome.html?tried`);
  await press(driver, By.id("try"));
  const triedId = await extension.tabId();
  await eventually(async () => assert.notEqual(await extension.badge(triedId), ""));
  await visit({ name: "welcome-tried", driver });
  await show("popup-tried", `popup/popup.html?tab=${triedId}`);

  await onPage(async () => {
    const mark = site.record.mark;
    await customer.order();
    await arrivals(site.record, "order", mark);
    const later = site.record.mark;
    await customer.click("#card");
    await arrivals(site.record, "click", later);
    tabId = await extension.tabId();
  });
  await eventually(async () => assert.ok((await extension.countedRecipients(tabId)) >= 1));
  await show("popup-found", `popup/popup.html?tab=${tabId}`);
  await show("popup-open", `popup/popup.html?tab=${tabId}`, openAll("details"));
  await show("report", `report/report.html?tab=${tabId}`);
  await eventually(async () => {
    await show("ledger-filled", "ledger/ledger.html", async () => {
      assert.ok((await driver.executeScript("return document.querySelector('main').innerText")).includes("Meta"), "the ledger is not written yet");
    });
  });

  for (const decision of [{ decision: "block", recipient: "LinkedIn" }, { decision: "mute", recipient: "Snap" }]) {
    assert.equal((await extension.ask({ type: "decide", tabId, ...decision })).ok, true);
  }
  await show("popup-decided", `popup/popup.html?tab=${tabId}`);
  await show("options-decided", "options/options.html");

  await onPage(async () => {
    await customer.visit(`${LAB}/?states=socket`);
    await sayInSocket();
    await site.record.told("chat.collector.example");
    tabId = await extension.tabId();
  });
  await show("popup-socket", `popup/popup.html?tab=${tabId}`);
  await extension.atOptions((options) => options.turn("hooks", "on"));
  await onPage(async () => {
    await customer.visit(`${LAB}/?states=told`);
    await sayInSocket();
    tabId = await extension.tabId();
  });
  await eventually(async () => assert.ok((await extension.countedRecipients(tabId)) >= 1));
  await show("popup-told", `popup/popup.html?tab=${tabId}`, openAll("#groups > * details"));
  await eventually(async () => {
    await show("ledger-told", "ledger/ledger.html", async () => {
      assert.ok((await driver.executeScript("return document.querySelector('main').innerText")).includes("collector.example"), "the ledger is not written yet");
    });
  });
  assert.equal((await extension.ask({ type: "decide", tabId, decision: "pause" })).ok, true);
  await show("popup-paused", `popup/popup.html?tab=${tabId}`);
  await setAccess(browser, false);
  await show("popup-no-permission", `popup/popup.html?tab=${tabId}`);
  await setAccess(browser, true);
  assert.equal((await extension.ask({ type: "set_passphrase", passphrase: PASSPHRASE })).ok, true);
  await show("options-guarded", "options/options.html");
  assert.equal((await extension.ask({ type: "lock" })).ok, true);
  await show("popup-locked", `popup/popup.html?tab=${tabId}`);
  await show("options-locked", "options/options.html");
  await show("ledger-locked", "ledger/ledger.html");
}
