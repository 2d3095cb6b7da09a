/**
 * Pictures of every page of the extension in every state: light, dark, in a narrow window, from right to left, in Spanish.
 *
 *     node tests/e2e/screenshots.js [--browser chromium|firefox] [--out target/screenshots]
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { speaking } from "./folder.js";
import { setScheme } from "./scheme.js";
import { eachState } from "./states.js";

const { browser: name, out } = parseArgs({
  options: { browser: { type: "string", default: "chromium" }, out: { type: "string", default: "target/screenshots" } },
}).values;
if (name !== "chromium" && name !== "firefox") throw new Error(`--browser is ${name}; it must be chromium or firefox`);

/** Taller than any page's part that says something. */
const TALLEST = 4000;

/** Pixels: a small phone. */
const NARROW = 360;

/** How a page is pictured. @typedef {{ look: string, scheme: "light" | "dark", dir?: string, width?: number }} Look */

/** @type {Look[]} */
const LOOKS = [
  { look: "light", scheme: "light" },
  { look: "dark", scheme: "dark" },
  { look: "narrow", scheme: "light", width: NARROW },
  { look: "rtl", scheme: "light", dir: "rtl" },
];

/** @param {Look[]} looks @returns {Parameters<typeof eachState>[1]} */
const picture = (looks) => async ({ name: state, driver }) => {
  for (const { look, scheme, dir = "ltr", width: wanted } of looks) {
    await setScheme(name, driver, scheme);
    await driver.executeScript(
      "const { style } = document.documentElement; [document.documentElement.dir, style.inlineSize] = [arguments[0], arguments[1]]",
      dir,
      wanted ? `${wanted}px` : "",
    );
    const window = driver.manage().window();
    const { width, height } = await window.getRect();
    const missing = Number(await driver.executeScript("return document.documentElement.scrollHeight - innerHeight"));
    await window.setRect({ width, height: Math.min(height + Math.max(0, missing), TALLEST) });
    const path = join(out, `${state}-${look}-${name}.png`);
    writeFileSync(path, Buffer.from(await driver.takeScreenshot(), "base64"));
    await window.setRect({ width, height });
    console.log(path);
  }
};

mkdirSync(out, { recursive: true });
await eachState(name, picture(LOOKS));
const { folder, remove } = speaking(name, "es", "en");
try {
  await eachState(name, picture([{ look: "spanish", scheme: "light" }]), { extension: folder });
} finally {
  remove();
}
