/**
 * The reproduction, seen as a visitor would see it: walks through the post office as a customer with Leaklight in the browser,
 * prints who received what, and leaves pictures and reports.
 *
 *     node tests/e2e/demo.js [--browser chromium|firefox] [--headed] [--out target/demo]
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Customer } from "./customer.js";
import { openWatched } from "./stage.js";
import { nora } from "./visitor.js";
import { STOPS, walk } from "./walk.js";

/** The stop whose pictures show the most. */
const SHOWN = "piece";

const { browser: name, headed, out } = parseArgs({
  options: {
    browser: { type: "string", default: "chromium" },
    headed: { type: "boolean", default: false },
    out: { type: "string", default: "target/demo" },
  },
}).values;
if (name !== "chromium" && name !== "firefox") throw new Error(`--browser is ${name}; it must be chromium or firefox`);

mkdirSync(out, { recursive: true });
const stage = await openWatched(nora, { name, headed });
try {
  await show();
} finally {
  await stage.close();
}

async function show() {
  const { extension, sentinel, site, browser } = stage;
  /** @type {string[]} */
  const written = [];
  const write = (/** @type {string} */ file, /** @type {string | Buffer} */ content) => {
    const path = join(out, file);
    writeFileSync(path, content);
    written.push(path);
  };
  await walk(site.record, new Customer(browser, nora), async (stop) => {
    await sentinel.passed();
    const tabId = await extension.tabId();
    console.log(`${stop.title}: the badge shows ${(await extension.badge(tabId)) || "nothing"}`);
    if (stop.name === SHOWN) {
      write("popup.png", await extension.popupPicture(tabId));
      write("page.png", Buffer.from(await browser.driver.takeScreenshot(), "base64"));
    }
    const at = STOPS.indexOf(stop);
    if (STOPS[at + 1] && !STOPS[at + 1]?.tab) return;
    console.log(`\n${indented(await extension.report(tabId, "text"))}\n`);
    const first = STOPS.slice(0, at + 1).findLast(({ tab }) => tab) ?? stop;
    write(`report-${first.name}.html`, await extension.report(tabId, "html"));
  });
  console.log(`Written:\n${indented(written.join("\n"))}`);
}

/** @param {string} text */
function indented(text) {
  return text.trimEnd().replaceAll(/^(?=.)/gm, "  ");
}
