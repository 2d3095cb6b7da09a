// What the stores are told agrees with the manifest, and keeps to the stores' own bounds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const manifest = JSON.parse(read("manifest.json"));
const texts = JSON.parse(read("extension/_locales/en/messages.json"));
const listing = sectionsOf(read("docs/stores/listing.md"));
const permissions = sectionsOf(read("docs/stores/permissions.md"));

/** The text below each second heading. @param {string} page @returns {Map<string, string>} */
function sectionsOf(page) {
  const parts = page.split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.split("\n")[0] ?? "", part.split("\n").slice(1).join("\n").trim()]));
}

test("every permission, optional ones too, has its reason, and no other has one", () => {
  const asked = [...manifest.permissions, ...(manifest.optional_permissions ?? []), ...manifest.host_permissions];
  const reasons = [...permissions.keys()].filter((name) => name.startsWith("`")).map((name) => name.replaceAll("`", ""));
  assert.deepEqual(reasons.sort(), asked.sort());
});

test("reasons fit into the forms: a thousand characters each", () => {
  for (const [name, text] of permissions) assert.ok(text.length > 40 && text.length <= 1000, `${name}: ${text.length}`);
});

test("name and summary are the manifest's, and as short as Chrome wants them", () => {
  assert.equal(listing.get("Name"), texts.name.message);
  assert.equal(listing.get("Summary"), texts.description.message);
  assert.ok(texts.name.message.length <= 75 && texts.description.message.length <= 132);
});

test("the description is as long as a description may be", () => {
  const length = listing.get("Description")?.length ?? 0;
  assert.ok(length > 500 && length <= 16_000, `${length}`);
});

test("Firefox is told that nothing is collected", () => {
  assert.deepEqual(manifest.browser_specific_settings.gecko.data_collection_permissions, { required: ["none"] });
});

test("every page that is linked to is there", () => {
  for (const file of ["README", "listing", "permissions", "data", "review"]) {
    const links = [...read(`docs/stores/${file}.md`).matchAll(/\]\(([^)]+\.md)\)/g)];
    for (const [, link] of links) read(new URL(link ?? "", "file:///docs/stores/").pathname.slice(1));
  }
});
