/** Light or dark, as the system would want it. */

import assert from "node:assert/strict";
import { eventually } from "./eventually.js";
import { withRights } from "./rights.js";

/**
 * @param {import("./browser.js").BrowserName} name
 * @param {any} driver - at a page, which is dark or light when this resolves
 * @param {"light" | "dark"} scheme
 */
export async function setScheme(name, driver, scheme) {
  if (name === "chromium") {
    await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
  } else {
    // 0 is dark, 1 is light.
    const code = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])";
    await withRights(driver, () => driver.executeScript(code, scheme === "dark" ? 0 : 1));
  }
  await eventually(async () => assert.ok(await driver.executeScript("return matchMedia(`(prefers-color-scheme: ${arguments[0]})`).matches", scheme)));
}
