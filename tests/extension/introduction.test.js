// Who received something, and what its requests were, as people read it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** @type {{ [key: string]: { message: string } }} */
const texts = JSON.parse(readFileSync(new URL("../../extension/_locales/en/messages.json", import.meta.url), "utf8"));

globalThis.chrome = /** @type {any} */ ({
  i18n: {
    getUILanguage: () => "en",
    /** @param {string} key @param {string[]} values */
    getMessage: (key, values) => (texts[key]?.message ?? "").replaceAll(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? ""),
  },
});
const { sayActions, sayContext, sayMeaning, sayPurpose, sayRecipient } = await import("../../extension/shared/introduction.js");

const UNKNOWN = {
  host: "t.somewhere.example",
  domain: "somewhere.example",
  entity: null,
  product: null,
  account: null,
  event: null,
  action: null,
  category: null,
  role: null,
  party: /** @type {const} */ ("third"),
  disguise: null,
  cname: null,
  tracker: false,
};
const PIXEL = { ...UNKNOWN, host: "www.facebook.com", domain: "facebook.com", entity: "Meta", product: "Meta Pixel", category: "advertising", tracker: true };

/** @param {object} members @returns {any} */
const finding = (members) => ({ page: null, recipient: UNKNOWN, words: [], context: [], purpose: "none", ...members });

test("a recipient that no table knows is called unknown, listed or not", () => {
  assert.equal(sayRecipient([UNKNOWN], "somewhere.example"), "unknown company");
  assert.equal(sayRecipient([{ ...UNKNOWN, tracker: true }], "somewhere.example"), "unknown company, a known tracker");
});

test("a known one has its domain and what it mostly does", () => {
  assert.equal(sayRecipient([PIXEL, PIXEL], "Meta"), "facebook.com · advertising");
});

test("somebody else under the site's own name is first party in name only, and named", () => {
  const adobe = { ...UNKNOWN, domain: "shop.example", entity: "Adobe", product: "Adobe Analytics", category: "analytics", party: /** @type {const} */ ("first") };
  assert.equal(sayRecipient([{ ...adobe, disguise: "proxy" }], "Adobe"), "first party in name: Adobe Analytics, passed on by this site · shop.example · analytics");
  assert.equal(
    sayRecipient([{ ...adobe, disguise: "cname", product: null }], "Adobe"),
    "first party in name: Adobe, behind a name of this site’s · shop.example · analytics",
  );
});

test("what the requests were is told once a kind, and the rest counted", () => {
  const page = "https://shop.example/checkout?step=2";
  const recipient = { ...PIXEL, account: "1" };
  const actions = ["PageView", "PageView", "Lead", "Purchase", "Search", "Contact"].map((event) => finding({ page, recipient: { ...recipient, event } }));
  assert.deepEqual(sayActions(actions), [
    "Meta Pixel 1: PageView on /checkout",
    "Meta Pixel 1: Lead on /checkout",
    "Meta Pixel 1: Purchase on /checkout",
    "and 2 other kinds of request",
  ]);
  assert.deepEqual(sayActions([finding({})]), []);
});

test("a request is told with what is known of it", () => {
  /** @param {object} members */
  const said = (members) => sayActions([finding({ recipient: PIXEL, ...members })]);
  assert.deepEqual(said({}), ["Meta Pixel"]);
  assert.deepEqual(said({ page: "https://shop.example" }), ["Meta Pixel on /"]);
  assert.deepEqual(said({ page: "https://shop.example/orders/[email-1]#paid", usual_event: "sign-in" }), ["Meta Pixel: sign-in on /orders/[email-1]"]);
  assert.deepEqual(said({ page: "about:blank", recipient: { ...PIXEL, account: "7", event: "Lead" } }), ["Meta Pixel 7: Lead"]);
});

test("a parameter's meaning is said word by word", () => {
  assert.equal(sayMeaning(finding({ words: ["email", "collected automatically from a form", "SHA-256"] })), "email, collected automatically from a form, SHA-256");
  assert.equal(sayMeaning(finding({})), "");
});

test("what went along is told by kind, without names and values", () => {
  const context = [
    { kind: "screen", names: ["sw", "sh"] },
    { kind: "language", names: ["ul"] },
  ];
  assert.equal(sayContext([finding({ context }), finding({ context })]), "Also sent: size of the screen, language");
  assert.equal(sayContext([finding({})]), "");
});

test("why something counts as handed over, or does not, names what the recipient is there for", () => {
  const recipient = { ...PIXEL, role: "payment" };
  assert.equal(sayPurpose(finding({ recipient, purpose: "handed_over" })), "Handed over: this recipient is there to take a payment, and you used it.");
  assert.equal(sayPurpose(finding({ recipient, purpose: "not_needed" })), "This recipient is there to take a payment, and needs no such detail for that.");
  assert.equal(sayPurpose(finding({ recipient: PIXEL })), "");
});
