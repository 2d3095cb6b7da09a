/** The background from within: when it began, and what memory it holds. */

import WebSocket from "ws";
import { inFirefox } from "../../../tests/e2e/rights.js";

/** @typedef {import("../../../tests/e2e/browser.js").Browser} Browser */
/** @typedef {import("../../../tests/e2e/extension.js").Extension} Extension */

/**
 * When the running background began, in milliseconds since the epoch.
 *
 * @param {Browser} browser
 * @param {Extension} extension
 * @returns {Promise<number>}
 */
export async function began(browser, extension) {
  if (browser.name === "firefox") return extension.evaluate("return chrome.extension.getBackgroundPage().performance.timeOrigin");
  return inServiceWorker(browser, async (send) => {
    const { result } = await send("Runtime.evaluate", { expression: "performance.timeOrigin" });
    return result.value;
  });
}

/**
 * Bytes that the background holds when its garbage is collected. Chromium: by the debugger, the worker's JavaScript heap
 * with its buffers and the browser's own objects for it, and all memory of wasm, but no compiled code. Firefox: all that memory reports name the background page for, wasm's memory included.
 *
 * @param {Browser} browser
 * @returns {Promise<number>}
 */
export function memory(browser) {
  return browser.name === "chromium" ? chromiumMemory(browser) : firefoxMemory(browser);
}

/** @param {Browser} browser @returns {Promise<number>} */
function chromiumMemory(browser) {
  return inServiceWorker(browser, async (send) => {
    await send("HeapProfiler.collectGarbage");
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await send("Runtime.getHeapUsage");
    const { result: prototype } = await send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
    const { objects } = await send("Runtime.queryObjects", { prototypeObjectId: prototype.objectId });
    const { result } = await send("Runtime.callFunctionOn", {
      objectId: objects.objectId,
      functionDeclaration: "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }",
    });
    return usedSize + embedderHeapUsedSize + backingStorageSize + result.value;
  });
}

/** @param {Browser} browser @returns {Promise<number>} */
async function firefoxMemory({ driver }) {
  return /** @type {number} */ (await inFirefox(driver, `const done = arguments[0];
    const manager = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
    manager.minimizeMemoryUsage(() => {
      let bytes = 0;
      const add = (process, path, kind, units, amount) => {
        if (path.startsWith("explicit/") && path.includes("_generated_background_page.html")) bytes += amount;
      };
      manager.getReports(add, null, () => done(bytes), null, false);
    });`));
}

/**
 * @template Result
 * @param {Browser} browser - Chromium
 * @param {(send: (method: string, params?: object) => Promise<any>) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function inServiceWorker({ driver, origin }, work) {
  const { debuggerAddress } = /** @type {{ debuggerAddress: string }} */ ((await driver.getCapabilities()).get("goog:chromeOptions"));
  const { webSocketDebuggerUrl } = /** @type {any} */ (await (await fetch(`http://${debuggerAddress}/json/version`)).json());
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  try {
    let number = 0;
    /** @param {string} method @param {object} [params] @param {string} [sessionId] @returns {Promise<any>} */
    const send = (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = ++number;
        const take = (/** @type {Buffer} */ data) => {
          const reply = JSON.parse(String(data));
          if (reply.id !== id) return;
          socket.off("message", take);
          if (reply.error) reject(new Error(`${method}: ${reply.error.message}`));
          else resolve(reply.result);
        };
        socket.on("message", take);
        socket.send(JSON.stringify({ id, method, params, sessionId }));
      });
    const { targetInfos } = await send("Target.getTargets");
    const own = targetInfos.find(({ type = "", url = "" }) => type === "service_worker" && url.startsWith(origin ?? ""));
    if (!own) throw new Error("the service worker is not running");
    const { sessionId } = await send("Target.attachToTarget", { targetId: own.targetId, flatten: true });
    return await work((method, params) => send(method, params, sessionId));
  } finally {
    socket.close();
  }
}
