/** What a test stands on: the site, a browser, and in it the built extension, if it is wanted. */

import { fileURLToPath } from "node:url";
import { startSite } from "../site/server.js";
import { launch } from "./browser.js";
import { Extension } from "./extension.js";
import { Sentinel } from "./sentinel.js";
import { profile } from "./visitor.js";

/** @typedef {import("./browser.js").BrowserName} BrowserName */
/** @typedef {import("./browser.js").Preferences} Preferences */

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
 * @param {{ name?: BrowserName, extension?: string, headed?: boolean, netLog?: string, preferences?: Preferences, modern?: boolean, wait?: number, kept?: import("./browser.js").Kept }} [options]
 */
export async function openStage({ name = browserName(), modern, wait, ...rest } = {}) {
  const site = await startSite({ modern, wait });
  try {
    const browser = await launch({ name, site, ...rest });
    return {
      site,
      browser,
      close: async () => {
        try {
          await browser.close();
        } finally {
          // A site that is left standing would keep the test's process alive for good.
          await site.stop();
        }
      },
    };
  } catch (error) {
    await site.stop();
    throw error;
  }
}

/**
 * The same with Leaklight in it, and nothing saved yet.
 *
 * @param {Parameters<typeof openStage>[0]} [options] `extension`: the folder of another than the built one
 */
export async function openInstalled({ name = browserName(), extension: folder = built(name), ...rest } = {}) {
  const stage = await openStage({ name, extension: folder, ...rest });
  try {
    const extension = new Extension(stage.browser);
    await extension.open();
    return { ...stage, extension };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

/**
 * The same with a visitor's profile saved.
 *
 * @param {import("./visitor.js").Visitor} visitor
 * @param {Parameters<typeof openInstalled>[0]} [options]
 */
export async function openWatched(visitor, options) {
  const stage = await openInstalled(options);
  try {
    await stage.extension.saveProfile(profile(visitor));
    return { ...stage, sentinel: new Sentinel(stage.browser, stage.extension, visitor.email) };
  } catch (error) {
    await stage.close();
    throw error;
  }
}
