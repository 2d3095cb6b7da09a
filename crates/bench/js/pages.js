/**
 * Prints the wasm's figures in a real browser.
 *
 *     node crates/bench/js/pages.js chromium|firefox INPUTS [WORD...]
 *
 * The page is isolated from all others, which gives it the finest clock that pages get.
 */

import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { eventually } from "../../../tests/e2e/eventually.js";
import { launch } from "../../../tests/e2e/browser.js";
import { startSite } from "../../../tests/site/server.js";
import { names } from "./cases.js";
import { together } from "./cold.js";
import { HEAD, row } from "./figure.js";
import { inputsOf } from "./innode.js";

/** Pages that start cold, each of a site of its own, so that the browser gives each a process of its own. */
const STARTS = 15;

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PAGE = "crates/bench/js/page.html";

/** What the page is made of, and no more. */
const SERVED = /^\/(crates\/bench\/js|extension\/background|extension\/pkg)\/[\w-]+\.(html|js|wasm)$/;

const TYPES = new Map([[".html", "text/html; charset=utf-8"], [".js", "text/javascript"], [".wasm", "application/wasm"]]);

const ISOLATION = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

const [name, folder = "", ...words] = process.argv.slice(2);
if (name !== "chromium" && name !== "firefox") throw new Error(`the browser is ${name}; it must be chromium or firefox`);
const wanted = (/** @type {string} */ test) => words.length === 0 || words.some((word) => test.includes(word));

/** @type {import("../../../tests/site/server.js").Answering} */
const answering = async ({ url }) => {
  const { pathname } = new URL(url);
  const path = pathname.startsWith("/inputs/") ? join(folder, pathname.slice("/inputs/".length)) : SERVED.test(pathname) ? join(ROOT, pathname) : null;
  if (path === null) return { status: 404 };
  return { headers: { "content-type": TYPES.get(extname(path)) ?? "application/octet-stream", ...ISOLATION }, body: await readFile(path) };
};
const site = await startSite({ answering });
const { driver, close } = await launch({ name, site });
try {
  console.log(HEAD);
  await visit("warm");
  await call("load()");
  for (const test of names(inputsOf(folder)).filter(wanted)) console.log(row(name, await call(`measure(${JSON.stringify(test)})`)));
  if (["load-cold", "set-up-cold", "json-100k-cold"].some(wanted)) {
    const runs = [];
    for (let start = 0; start < STARTS; start++) {
      await visit(`cold-${start}`);
      runs.push(await call("cold()"));
    }
    for (const figure of together(runs).filter((figure) => wanted(figure.name))) console.log(row(name, figure));
  }
} finally {
  await close();
  await site.stop();
}

/** Opens the page on a site. @param {string} label */
async function visit(label) {
  await driver.get(`https://${label}.example/${PAGE}`);
  await eventually(async () => {
    if (!(await driver.executeScript("return globalThis.leaklightBench?.isolated"))) throw new Error("the page is not there, or not isolated");
  });
}

/** @param {string} code - a call of what the page offers @returns {Promise<any>} */
async function call(code) {
  const { value, error } = await driver.executeAsyncScript(
    `const done = arguments[0]; leaklightBench.${code}.then((value) => done({ value }), (error) => done({ error: String(error) }))`,
  );
  if (error) throw new Error(error);
  return value;
}
