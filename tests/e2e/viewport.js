/** What a page has to be laid out in, smaller or taller than any window that can be had. */

import assert from "node:assert/strict";
import { eventually } from "./eventually.js";

/** Pixels: no page is laid out taller. */
const TALLEST = 12_000;

/** Pixels of CSS. @typedef {{ width: number, height: number }} Size */

/**
 * @param {import("./browser.js").BrowserName} name
 * @param {any} driver - at a page, which is laid out in this size when this resolves
 * @param {Size | null} size - null: the window's own again
 */
export async function setViewport(name, driver, size) {
  if (name === "chromium") {
    const [method, params] = size ? ["setDeviceMetricsOverride", { ...size, deviceScaleFactor: 1, mobile: false }] : ["clearDeviceMetricsOverride", {}];
    await driver.sendDevToolsCommand(`Emulation.${method}`, params);
  } else {
    const bidi = await driver.getBidi();
    const reply = await bidi.send({ method: "browsingContext.setViewport", params: { context: await driver.getWindowHandle(), viewport: size } });
    assert.ok(reply.result, JSON.stringify(reply));
  }
  if (size) await eventually(async () => assert.deepEqual(await driver.executeScript("return { width: innerWidth, height: innerHeight }"), size));
  // The second frame is drawn in that size; the first may still show scroll bars that are no longer needed.
  await driver.executeAsyncScript("const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done()))");
}

/**
 * Lays the page out, with room for all of it.
 *
 * @param {import("./browser.js").BrowserName} name
 * @param {any} driver - at a page
 * @param {Size} size - its width, and its height where it asks for no more
 */
export async function layOut(name, driver, { width, height }) {
  // Measured with more room than it needs: a scroll bar would make it narrower, and so taller.
  await setViewport(name, driver, { width, height: TALLEST });
  const asked = Number(await driver.executeScript("return Math.ceil(document.documentElement.getBoundingClientRect().height)"));
  await setViewport(name, driver, { width, height: Math.min(Math.max(asked, height), TALLEST) });
}
