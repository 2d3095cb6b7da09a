/** The death of the extension's background, as the browser brings it about when it needs the memory. */

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { addonId } from "./browser.js";
import { eventually } from "./eventually.js";
import { inFirefox } from "./rights.js";

/** @typedef {import("./browser.js").Browser} Browser */

/** No browser ends a background that had something to do just now, in milliseconds; what is kept is written in half of that. */
const QUIET = 500;

/**
 * Ends the background, and returns once it is gone.
 *
 * @param {Browser} browser
 */
export async function killWorker(browser) {
  await pause(QUIET);
  await (browser.name === "chromium" ? endServiceWorker(browser) : stopEventPage(browser));
}

/** @param {Browser} browser */
async function endServiceWorker(browser) {
  const driver = /** @type {any} */ (browser.driver);
  const workers = async () => {
    const { targetInfos } = await driver.sendAndGetDevToolsCommand("Target.getTargets", {});
    return targetInfos.filter(({ type = "", url = "" }) => type === "service_worker" && url.startsWith(browser.origin ?? ""));
  };
  const running = await workers();
  for (const { targetId } of running) await driver.sendAndGetDevToolsCommand("Target.closeTarget", { targetId });
  await eventually(async () => {
    const still = new Set((await workers()).map(({ targetId = "" }) => targetId));
    assert.ok(running.every(({ targetId = "" }) => !still.has(targetId)), "the service worker is still there");
  });
}

/** @param {Browser} browser */
async function stopEventPage({ driver, extension }) {
  const ended = await inFirefox(
    driver,
    `const [id, done] = arguments;
     const { extension } = WebExtensionPolicy.getByID(id);
     // Asked politely, it stays while it has something to do.
     const before = extension.backgroundContext?.contextId ?? null;
     const gone = () => before === null || extension.backgroundContext?.contextId !== before;
     extension.terminateBackground({ disableResetIdleForTest: true }).then(() => done(gone() ? "gone" : "still there"), (error) => done(String(error)));`,
    addonId(extension ?? ""),
  );
  // An event that was on its way may have started another one already.
  assert.equal(ended, "gone");
}

/**
 * Leaves Firefox's background alone until it sleeps, or for twice as long as it may be idle.
 *
 * @param {Browser} browser
 * @param {number} idle milliseconds, as the browser was started with
 * @returns {Promise<"asleep" | "awake">} awake where it is the one that it was
 */
export async function restFor({ driver, extension }, idle) {
  const became = await inFirefox(
    driver,
    `const [id, idle, done] = arguments;
     const { extension } = WebExtensionPolicy.getByID(id);
     const before = extension.backgroundContext.contextId;
     const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
     const end = Date.now() + 2 * idle;
     const look = () => {
       if (extension.backgroundState === "stopped") done("asleep");
       else if (Date.now() < end) setTimeout(look, 500);
       else done(extension.backgroundContext?.contextId === before ? "awake" : "another one");
     };
     look();`,
    addonId(extension ?? ""),
    idle,
  );
  assert.ok(became === "asleep" || became === "awake", `${became}`);
  return became;
}
