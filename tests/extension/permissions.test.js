// PERMISSIONS.md and the manifest agree, and the manifest asks for no more than it should.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const manifest = JSON.parse(read("manifest.json"));
const page = read("PERMISSIONS.md");

test("every permission has its paragraph, and every paragraph its permission", () => {
  const headings = [...page.matchAll(/^## `(.+)`$/gm)].map(([, name]) => name);
  assert.deepEqual(headings.sort(), [...manifest.permissions, ...manifest.host_permissions, ...manifest.optional_permissions].sort());
});

test("no paragraph is a mere heading", () => {
  const sections = page.split(/^## /m).slice(1);
  for (const section of sections) assert.ok(section.split("\n").slice(1).join(" ").trim().length > 150, section);
});

test("what is asked for later is said to be optional", () => {
  for (const name of manifest.optional_permissions) {
    const section = page.split(`## \`${name}\``)[1] ?? "";
    assert.match(section.trim(), /^Optional\b/, name);
  }
});

test("no hosts are asked for later, and nothing is shown to pages or run in them", () => {
  for (const key of ["optional_host_permissions", "web_accessible_resources", "content_scripts", "externally_connectable"]) {
    assert.equal(manifest[key], undefined, key);
  }
});

test("pages of the extension load, run and reach nothing but the extension", () => {
  const policy = Object.fromEntries(
    manifest.content_security_policy.extension_pages.split("; ").map((/** @type {string} */ directive) => directive.split(/ (.*)/)),
  );
  assert.equal(policy["default-src"], "'none'");
  assert.equal(policy["script-src"], "'self' 'wasm-unsafe-eval'");
  for (const [directive, value] of Object.entries(policy)) {
    assert.match(String(value), /^'(self|none)'( 'wasm-unsafe-eval')?$/, directive);
  }
});
