/** Every page in every state, for everybody: axe-core finds nothing, light or dark, nothing is cut off at 320 pixels, either way of writing. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { speaking } from "./folder.js";
import { setScheme } from "./scheme.js";
import { eachState } from "./states.js";
import { browserName } from "./stage.js";
import { layOut, setViewport } from "./viewport.js";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Pixels: the narrowest window that a page is asked to be readable in (WCAG 2.2, 1.4.10 Reflow). */
const NARROW = { width: 320, height: 640 };

/** Gives what sticks out of the page, left to right and right to left. */
const STICKING_OUT = `
  const root = document.documentElement;
  const before = root.dir;
  const out = [];
  for (const dir of ["ltr", "rtl"]) {
    root.dir = dir;
    const edge = root.getBoundingClientRect();
    for (const one of document.body.querySelectorAll("*")) {
      const box = one.getBoundingClientRect();
      if (one.matches(".wide:not(#matrix)") && one.scrollWidth > one.clientWidth) out.push(dir + " " + one.id + " scrolls");
      if (box.width === 0 || one.closest("[hidden], .scroll, svg, pre, .matrix, details:not([open]) > :not(summary)")) continue;
      if (box.left < edge.left - 1 || box.right > edge.right + 1) out.push(dir + " " + one.tagName + "#" + one.id + "." + one.className + " " + Math.round(box.left - edge.left) + ".." + Math.round(box.right - edge.left));
    }
  }
  root.dir = before;
  return out.slice(0, 5);`;

/** How a page is looked at. @typedef {{ scheme: "light" | "dark", dir: "ltr" | "rtl" }} Look */

/**
 * @param {Look[]} looks
 * @param {string} [extension]
 * @returns {Promise<{ states: string[], complaints: { [state: string]: string[] } }>}
 */
async function complaintsOf(looks, extension) {
  /** @type {string[]} */
  const states = [];
  /** @type {{ [state: string]: string[] }} */
  const complaints = {};
  await eachState(
    browserName(),
    async ({ name, driver }) => {
      await driver.executeScript(AXE);
      const found = [];
      for (const { scheme, dir } of looks) {
        await setScheme(browserName(), driver, scheme);
        const violations = await driver.executeAsyncScript(
          `const [dir, done] = arguments;
          document.documentElement.dir = dir;
          axe.run(document, { resultTypes: ["violations"] }).then(
            ({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | "))),
            (error) => done([String(error)]));`,
          dir,
        );
        found.push(.../** @type {string[]} */ (violations).map((one) => `${scheme} ${dir}: ${one}`));
      }
      await layOut(browserName(), driver, NARROW);
      const narrow = await driver.executeScript(STICKING_OUT);
      await setViewport(browserName(), driver, null);
      const all = [...found, .../** @type {string[]} */ (narrow)];
      if (all.length > 0) complaints[name] = all;
      states.push(`${name} ${await driver.executeScript("return document.documentElement.lang + ' ' + document.querySelector('h1').textContent")}`);
    },
    { extension },
  );
  assert.ok(states.length >= 15, `${states.length}`);
  return { states, complaints };
}

/** @type {string[]} */
let english = [];

test("no page in any state has a violation, or is cut off at 320 pixels", async () => {
  const { states, complaints } = await complaintsOf([{ scheme: "light", dir: "ltr" }, { scheme: "dark", dir: "ltr" }]);
  assert.deepEqual(complaints, {});
  english = states;
});

test("nor is any in Spanish, or the other way of writing", async () => {
  const { folder, remove } = speaking(browserName(), "es", "en");
  try {
    const { states, complaints } = await complaintsOf([{ scheme: "light", dir: "ltr" }, { scheme: "light", dir: "rtl" }], folder);
    assert.deepEqual(complaints, {});
    assert.equal(states.length, english.length);
    for (const state of states) assert.ok(!english.includes(state), `${state} is not in Spanish`);
  } finally {
    remove();
  }
});
