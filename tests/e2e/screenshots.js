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
import { layOut, setViewport } from "./viewport.js";

const { browser: name, out } = parseArgs({
  options: { browser: { type: "string", default: "chromium" }, out: { type: "string", default: "target/screenshots" } },
}).values;
if (name !== "chromium" && name !== "firefox") throw new Error(`--browser is ${name}; it must be chromium or firefox`);

/** Pixels: what a page is pictured in, and may outgrow. */
const WINDOW = { width: 1180, height: 720 };

/** Pixels: what a popup opens in; it grows with what it says. */
const POPUP = { width: 380, height: 200 };

/** Pixels: a small phone. */
const NARROW = { width: 360, height: 640 };

/** How a page is pictured. @typedef {{ look: string, scheme: "light" | "dark", dir?: string, size?: import("./viewport.js").Size }} Look */

/** @type {Look[]} */
const LOOKS = [
  { look: "light", scheme: "light" },
  { look: "dark", scheme: "dark" },
  { look: "narrow", scheme: "light", size: NARROW },
  { look: "rtl", scheme: "light", dir: "rtl" },
];

/** @param {Look[]} looks @returns {Parameters<typeof eachState>[1]} */
const picture = (looks) => async ({ name: state, driver }) => {
  for (const { look, scheme, dir = "ltr", size = state.startsWith("popup") ? POPUP : WINDOW } of looks) {
    await setScheme(name, driver, scheme);
    await driver.executeScript("document.documentElement.dir = arguments[0]", dir);
    await layOut(name, driver, size);
    const path = join(out, `${state}-${look}-${name}.png`);
    writeFileSync(path, Buffer.from(await driver.takeScreenshot(), "base64"));
    await setViewport(name, driver, null);
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
