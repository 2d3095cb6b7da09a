/** Whether the extension may look at pages, as a person says it in the browser's own list of extensions. */

import { addonId } from "./browser.js";
import { inFirefox } from "./rights.js";

/**
 * @param {import("./browser.js").Browser} browser
 * @param {boolean} allowed
 */
export async function setAccess({ name, driver, origin, extension }, allowed) {
  if (name === "firefox") {
    await inFirefox(
      driver,
      `const [id, change, done] = arguments;
       const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
       ExtensionPermissions[change](id, { permissions: [], origins: ["<all_urls>"] }, WebExtensionPolicy.getByID(id).extension).then(() => done());`,
      addonId(extension ?? ""),
      allowed ? "add" : "remove",
    );
    return;
  }
  const before = await driver.getWindowHandle();
  await driver.switchTo().newWindow("tab");
  await driver.get("chrome://extensions");
  await driver.executeAsyncScript(
    `const [extensionId, hostAccess, done] = arguments;
     chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }).then(() => done());`,
    new URL(origin ?? "").host,
    allowed ? "ON_ALL_SITES" : "ON_CLICK",
  );
  await driver.close();
  await driver.switchTo().window(before);
}
