/** Every page in every state, for everybody: axe-core finds nothing, light or dark, nothing is cut off at 320 pixels, either way of writing. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setScheme } from "./scheme.js";
import { eachState } from "./states.js";
import { browserName } from "./stage.js";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Lays the page out in a narrow frame of its own size, left to right and right to left, and gives what sticks out. */
const NARROW = `
  const root = document.documentElement;
  const before = [root.dir, root.style.inlineSize, document.body.style.inlineSize];
  const out = [];
  root.style.inlineSize = "320px";
  if (getComputedStyle(document.body).width > "320px") document.body.style.inlineSize = "auto";
  for (const dir of ["ltr", "rtl"]) {
    root.dir = dir;
    const edge = root.getBoundingClientRect();
    for (const one of document.body.querySelectorAll("*")) {
      const box = one.getBoundingClientRect();
      if (box.width === 0 || one.closest("[hidden], .scroll, svg, pre, table, details:not([open]) > :not(summary)")) continue;
      if (box.left < edge.left - 1 || box.right > edge.right + 1) out.push(dir + " " + one.tagName + "#" + one.id + "." + one.className + " " + Math.round(box.left - edge.left) + ".." + Math.round(box.right - edge.left));
    }
  }
  [root.dir, root.style.inlineSize, document.body.style.inlineSize] = before;
  return out.slice(0, 5);`;

test("no page in any state has a violation, or is cut off at 320 pixels", async () => {
  /** @type {{ [state: string]: string[] }} */
  const complaints = {};
  let states = 0;
  await eachState(browserName(), async ({ name, driver }) => {
    states += 1;
    await driver.executeScript(AXE);
    const found = [];
    for (const scheme of /** @type {const} */ (["light", "dark"])) {
      await setScheme(browserName(), driver, scheme);
      const violations = await driver.executeAsyncScript(
        `const done = arguments[0];
        axe.run(document, { resultTypes: ["violations"] }).then(
          ({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | "))),
          (error) => done([String(error)]));`,
      );
      found.push(.../** @type {string[]} */ (violations).map((one) => `${scheme}: ${one}`));
    }
    const narrow = await driver.executeScript(NARROW);
    const all = [...found, .../** @type {string[]} */ (narrow)];
    if (all.length > 0) complaints[name] = all;
  });
  assert.deepEqual(complaints, {});
  assert.ok(states >= 15, `${states}`);
});
