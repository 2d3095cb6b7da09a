/** What a test stands on: the site, a browser, and in it the built extension, if it is wanted. */

import { fileURLToPath } from "node:url";
import { startSite } from "../site/server.js";
import { launch } from "./browser.js";

/** @typedef {import("./browser.js").BrowserName} BrowserName */

/** Which browser the tests run in. @returns {BrowserName} */
export function browserName() {
  const name = process.env.LEAKLIGHT_BROWSER ?? "chromium";
  if (name !== "chromium" && name !== "firefox") throw new Error(`LEAKLIGHT_BROWSER is ${name}; it must be chromium or firefox`);
  return name;
}

/** The built extension for a browser. @param {BrowserName} name */
export function built(name) {
  return fileURLToPath(new URL(`../../dist/${name === "chromium" ? "chrome" : "firefox"}`, import.meta.url));
}

/**
 * Starts the site and a browser that knows no other.
 *
 * @param {{ name?: BrowserName, extension?: string, headed?: boolean }} [options]
 */
export async function openStage({ name = browserName(), extension, headed } = {}) {
  const site = await startSite();
  try {
    const browser = await launch({ name, site, extension, headed });
    return {
      site,
      browser,
      close: async () => {
        await browser.close();
        await site.stop();
      },
    };
  } catch (error) {
    await site.stop();
    throw error;
  }
}
