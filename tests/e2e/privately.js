/** A private window in which the extension may look. */

import assert from "node:assert/strict";
import { addonId } from "./browser.js";
import { eventually } from "./eventually.js";
import { inFirefox } from "./rights.js";

/** @typedef {import("./browser.js").Browser} Browser */

/**
 * Allows the extension in private windows, as a person does in the browser's list of extensions. It starts anew by that.
 *
 * @param {Browser} browser
 */
export async function allowPrivately({ name, driver, origin, extension }) {
  if (name === "chromium") {
    const before = await driver.getWindowHandle();
    await driver.switchTo().newWindow("tab");
    await driver.get(`${origin}/report/report.html`);
    const first = await startOf(driver);
    await driver.get("chrome://extensions");
    await driver.executeAsyncScript(
      // Without its developer mode Chromium does not start an unpacked extension a second time.
      `const [extensionId, done] = arguments;
       chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
         .then(() => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true })).then(() => done());`,
      new URL(origin ?? "").host,
    );
    // The old one answers for a moment yet.
    await eventually(async () => {
      await driver.get(`${origin}/report/report.html`);
      assert.notEqual(await startOf(driver), first);
    });
    await driver.close();
    await driver.switchTo().window(before);
    return;
  }
  await inFirefox(
    driver,
    `const [id, done] = arguments;
     const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
     const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     ExtensionPermissions.add(id, { permissions: ["internal:privateBrowsingAllowed"], origins: [] })
       .then(() => AddonManager.getAddonByID(id)).then((addon) => addon.reload()).then(() => done());`,
    addonId(extension ?? ""),
  );
}

/**
 * Tells one start of the extension from another: what it keeps in memory does not outlive it.
 *
 * @param {import("selenium-webdriver").WebDriver} driver at a page of the extension's
 * @returns {Promise<string>}
 */
function startOf(driver) {
  return driver.executeAsyncScript(
    `const [done] = arguments;
     chrome.storage.session.get("start").then(({ start = crypto.randomUUID() }) => chrome.storage.session.set({ start }).then(() => done(start)));`,
  );
}

/**
 * Opens a private window.
 *
 * @param {Browser} browser the driver is at a page of the extension's
 * @returns {Promise<string>} the window's handle
 */
export async function openPrivateWindow({ name, driver }) {
  const before = new Set(await driver.getAllWindowHandles());
  if (name === "chromium") {
    await driver.executeAsyncScript("const [done] = arguments; chrome.windows.create({ incognito: true, url: 'about:blank' }).then(() => done())");
  } else {
    await inFirefox(driver, "const [done] = arguments; Services.wm.getMostRecentWindow('navigator:browser').OpenBrowserWindow({ private: true }); done();");
  }
  return eventually(async () => {
    const opened = (await driver.getAllWindowHandles()).filter((one) => !before.has(one));
    assert.equal(opened.length, 1);
    return /** @type {string} */ (opened[0]);
  });
}
