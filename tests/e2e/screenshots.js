/**
 * Pictures of every page of the extension in every state, light and dark.
 *
 *     node tests/e2e/screenshots.js [--browser chromium|firefox] [--out target/screenshots]
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setScheme } from "./scheme.js";
import { eachState } from "./states.js";

const { browser: name, out } = parseArgs({
  options: { browser: { type: "string", default: "chromium" }, out: { type: "string", default: "target/screenshots" } },
}).values;
if (name !== "chromium" && name !== "firefox") throw new Error(`--browser is ${name}; it must be chromium or firefox`);

/** Taller than any page's part that says something. */
const TALLEST = 4000;

mkdirSync(out, { recursive: true });
await eachState(name, async ({ name: state, driver }) => {
  for (const scheme of /** @type {const} */ (["light", "dark"])) {
    await setScheme(name, driver, scheme);
    const window = driver.manage().window();
    const { width, height } = await window.getRect();
    const missing = Number(await driver.executeScript("return document.documentElement.scrollHeight - innerHeight"));
    await window.setRect({ width, height: Math.min(height + Math.max(0, missing), TALLEST) });
    const path = join(out, `${state}-${scheme}-${name}.png`);
    writeFileSync(path, Buffer.from(await driver.takeScreenshot(), "base64"));
    await window.setRect({ width, height });
    console.log(path);
  }
});
