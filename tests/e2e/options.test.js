/** The options page, and what the toolbar says while nothing is being watched. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { openInstalled } from "./stage.js";
import { nora, paths, profile } from "./visitor.js";

/** @type {Awaited<ReturnType<typeof openInstalled>>} */
let stage;
/** @type {import("./extension.js").Extension} */
let extension;

before(async () => {
  stage = await openInstalled();
  ({ extension } = stage);
});
after(() => stage?.close());

/** The badge and the popup's state over a fresh page. @param {string} badge @param {string} state */
async function shows(badge, state) {
  await new Customer(stage.browser, nora).visit("/about");
  const tabId = await extension.tabId();
  await eventually(async () => assert.equal(await extension.badge(tabId), badge));
  assert.equal((await extension.popup(tabId)).state, state);
}

test("without saved details the badge says that nothing is being watched", () => shows("!", "no_profile"));

test("a malformed value is refused, named, and not saved", async () => {
  const { state, problems } = await extension.atOptions((page) => page.save({ emails: ["nora.quimby at example.com"] }));
  assert.deepEqual({ state, problems }, { state: "refused", problems: ["emails[0]"] });
  assert.equal((await extension.ask({ type: "profile" })).profile, null);
});

test("saved details are there when the page is opened again, but for the card's middle digits", async () => {
  await extension.saveProfile(profile(nora));
  const values = await extension.atOptions((page) => page.values());
  const { "cards[0].number": number, ...kept } = paths(profile(nora));
  assert.deepEqual(values, { ...kept, "cards[0].first6": "400005", "cards[0].last4": "5556" });
  assert.ok(!JSON.stringify(await extension.ask({ type: "profile" })).includes(number?.replaceAll(" ", "") ?? ""));
  await shows("", "watching");
});

test("after deleting them nothing is watched any more, and nothing is left of them", async () => {
  await extension.atOptions((page) => page.delete());
  await shows("!", "no_profile");
  assert.equal((await extension.ask({ type: "profile" })).profile, null);
  assert.deepEqual(await extension.ledger(), []);
});
