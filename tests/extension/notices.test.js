// Of what is told at once, and of what is not.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { newNotices, newsOf } from "../../extension/background/notices.js";
import { newState, reduce } from "../../extension/background/state.js";
import { attempted, committed, finding, sent } from "./events.js";

/** @typedef {import("../../extension/background/state.js").LedgerEvent} LedgerEvent */
/** @typedef {import("../../extension/background/state.js").State} State */

/** @type {{ title: string, message: string }[]} */
let told = [];
let permitted = true;

beforeEach(() => {
  told = [];
  permitted = true;
  Object.assign(globalThis, {
    chrome: {
      i18n: { getMessage: (/** @type {string} */ key, /** @type {string[]} */ values) => [key, ...values].join(" "), getUILanguage: () => "en" },
      permissions: { contains: async () => permitted },
      runtime: { getURL: (/** @type {string} */ path) => path },
      notifications: { create: async (/** @type {string} */ _, /** @type {{ title: string, message: string }} */ notice) => void told.push(notice) },
    },
  });
});
afterEach(() => Reflect.deleteProperty(globalThis, "chrome"));

/** @param {string} document @param {object[]} found @param {LedgerEvent[]} before @returns {State} */
function found(document, found, ...before) {
  const findings = /** @type {import("../../types/leaklight.js").Finding[]} */ (found);
  const request = { requestId: document, document };
  return [...before, committed(document), attempted(request, findings), sent(request, findings)].reduce(reduce, { ...newState(), decisions: [] });
}

const everything = () => false;

test("a company is told of once a site, whatever it got", () => {
  const state = found("A", [finding(), finding({ identifier: { id: "phone-1", kind: "phone" } })]);
  const news = newsOf(state, everything);
  assert.deepEqual(news.map(({ site, recipient, entries }) => [site, recipient, entries.length]), [["site.test", "tracker.test", 2]]);
  const later = reduce(state, { type: "noticed", keys: news.map(({ key }) => key) });
  assert.deepEqual(newsOf(later, everything), []);
});

test("nothing is told of private windows, of what was handed over, of attempts and of chance", () => {
  assert.deepEqual(newsOf(found("A", [finding()], { type: "opened", tab: 1, private: true }), everything), []);
  assert.deepEqual(newsOf(found("A", [finding({ expected: true })]), everything), []);
  assert.deepEqual(newsOf(found("A", [finding({ confidence: "possible" })]), everything), []);
  const tried = [committed("A"), attempted({}, [finding()])].reduce(reduce, { ...newState(), decisions: [] });
  assert.deepEqual(newsOf(tried, everything), []);
});

/** @param {State} state */
async function show(state) {
  /** @type {LedgerEvent[]} */
  const events = [];
  const notices = newNotices((event) => events.push(event), (error) => assert.fail(String(error)));
  await notices.check();
  notices.show(state);
  notices.show(state);
  await new Promise((done) => setImmediate(done));
  return events;
}

test("a notice names company, site and kind of detail, and no value", async () => {
  const events = await show(found("A", [finding()]));
  assert.deepEqual(told.map(({ title, message }) => [title, message]), [["notice_title tracker.test", "notice tracker.test detail_email site.test"]]);
  assert.deepEqual(events.map(({ type }) => type), ["noticed"]);
});

test("halves of two people's names are not told as a whole name", async () => {
  const half = (/** @type {string} */ id, /** @type {string} */ part) => finding({ identifier: { id, kind: "name" }, parts: [part], name: part });
  await show(found("A", [half("name-1", "given"), half("name-2", "family")]));
  assert.match(told[0]?.message ?? "", /detail_part detail_name part_given and detail_part detail_name part_family/);
});

test("half of an email address is not told as the address", async () => {
  await show(found("A", [finding({ parts: ["local_part"] })]));
  assert.match(told[0]?.message ?? "", /detail_part detail_email part_local_part/);
});

test("switched off nothing is told, and nothing is made up for later", async () => {
  permitted = false;
  const events = await show(found("A", [finding()]));
  assert.deepEqual([told, events.map(({ type }) => type)], [[], ["noticed"]]);
});
