// What the person did at a recipient's, as far as what browsers told in recorded traces lets it be told.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { actOf } from "../../extension/background/act.js";

const FOLDER = new URL("traces/", import.meta.url);

/** @param {string} name @returns {import("../../types/browsers.js").Details[]} the requests of a trace */
function requestsOf(name) {
  const { events } = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8"));
  const asked = events.filter((/** @type {any[]} */ [event]) => event === "webRequest.onBeforeRequest");
  return asked.map((/** @type {any[]} */ [, args]) => args[0]);
}

/** @param {string} name */
const told = (name) => requestsOf(name).map((details) => [new URL(details.url).pathname, details.type, actOf(details)]);

for (const browser of ["chromium", "firefox"]) {
  test(`${browser}: a link followed is a visit, and what the page sends by itself tells nothing`, () => {
    const acts = told(`${browser}-link`);
    assert.ok(acts.some(([, type, act]) => type === "main_frame" && act === "visited"));
    assert.ok(acts.every(([, type, act]) => type === "main_frame" || act === undefined));
  });

  test(`${browser}: what a page sends in frames, or at its end, cannot be told`, () => {
    for (const trace of ["frames", "beacon", "worker"]) {
      for (const [, type, act] of told(`${browser}-${trace}`)) assert.equal(act, type === "main_frame" ? "visited" : undefined);
    }
  });
}

test("on a page that is prepared in advance nobody does anything, until it is shown", () => {
  assert.deepEqual(told("chromium-prerender"), [
    ["/prerender", "main_frame", "visited"],
    ["/prepared", "main_frame", "nothing"],
    ["/early", "image", "nothing"],
    ["/shown", "image", undefined],
  ]);
});

test("a tab that is sent to a recipient by a form was sent there by what was filled in", () => {
  const [navigation] = requestsOf("chromium-link");
  assert.ok(navigation);
  assert.equal(actOf({ ...navigation, method: "POST" }), "typed");
  assert.equal(actOf({ ...navigation, documentId: "asks-in-advance" }), "nothing");
});

test("every trace's requests are looked at", () => {
  const all = readdirSync(FOLDER).filter((name) => name.endsWith(".json")).flatMap((name) => told(name.replace(".json", "")));
  assert.ok(all.length > 60, `${all.length}`);
});
