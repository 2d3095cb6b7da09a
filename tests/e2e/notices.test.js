/** Whoever wants it is told by the browser's own notices: once of each company that gets something on a site, without values. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LAB, OTHER_LAB } from "../site/lab/answer.js";
import { eventually } from "./eventually.js";
import { granted } from "./folder.js";
import { arrives, pixel, visit } from "./sending.js";
import { browserName, openWatched } from "./stage.js";
import { nora, paths, profile } from "./visitor.js";

const name = browserName();
/** In Firefox the driver clicks the switch itself. */
const allowed = name === "chromium" ? granted(name, "notifications") : null;

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;

before(async () => {
  // Firefox's own notices instead of the desktop's, which is not there.
  stage = await openWatched(nora, { preferences: { "alerts.useSystemBackend": false }, ...(allowed && { extension: allowed.folder }) });
});
after(async () => {
  await stage?.close();
  allowed?.remove();
});

const snap = (/** @type {string} */ tag) => `https://tr.snapchat.com/p?u_em=${nora.email}&tag=${tag}`;

/** The names of the notices that are shown: tab, time and recipient. @returns {Promise<string[]>} */
const shown = () => stage.extension.evaluate("return Object.keys(await chrome.notifications.getAll())");

/** @param {string[]} recipients those of the notices that are shown, and no other */
const areShown = (recipients) =>
  eventually(async () => assert.deepEqual((await shown()).map((one) => one.split(" ").slice(2).join(" ")).sort(), recipients));

const clear = () => stage.extension.evaluate("for (const name of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(name)");

test("off until it is switched on, and what was found before is not told later", { skip: name !== "firefox" }, async () => {
  assert.equal(await stage.extension.evaluate("return chrome.permissions.contains({ permissions: ['notifications'] })"), false);
  await visit(stage, OTHER_LAB);
  await arrives(stage, pixel);
  await stage.sentinel.passed();
  await stage.extension.atOptions((page) => page.turn("notices", "on"));
  await arrives(stage, pixel);
  await stage.sentinel.passed();
  assert.deepEqual(await shown(), []);
});

test("the first time that a company gets something on a site is told, and no other time", async () => {
  // The sentinel's own page counts as one.
  await stage.sentinel.passed();
  await clear();
  await visit(stage, LAB);
  await arrives(stage, pixel);
  await areShown(["Meta"]);
  const said = await stage.extension.evaluate("return JSON.stringify(await chrome.notifications.getAll())");
  for (const value of Object.values(paths(profile(nora)))) assert.ok(!said.includes(value));
  await clear();
  await arrives(stage, pixel);
  await visit(stage, LAB);
  await arrives(stage, pixel);
  await stage.sentinel.passed();
  assert.deepEqual(await shown(), []);
  await arrives(stage, snap);
  await areShown(["Snap"]);
});

test("it is told anew on another site", async () => {
  await clear();
  await visit(stage, OTHER_LAB);
  await arrives(stage, snap);
  await stage.sentinel.passed();
  await areShown(["Snap"]);
});
