// The made-up request: it holds what the person saved, and names nobody.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { madeUp, readMadeUp } from "../../extension/background/trial.js";
import { EMAIL, standIn } from "./inspector.js";

const SOURCE = {
  emails: [` ${EMAIL.toUpperCase()}`],
  phones: ["+1 212-555-0143"],
  names: [{ given: "Jane", family: "Doe" }],
  addresses: [{ street: "123 Main St", postal_code: "62704" }],
  others: [{ value: "9400" }],
};

test("the email address is scrambled as advertisers do it, the rest stands as it is", async () => {
  const { url } = await madeUp(SOURCE);
  const query = Object.fromEntries(new URL(url).searchParams);
  assert.deepEqual(query, {
    event: "Purchase",
    em: createHash("sha256").update(EMAIL).digest("hex"),
    street: "123 MAIN ST",
    zip: "62704",
    phone: "+1 212-555-0143",
    name: "Jane Doe",
    order: "9400",
  });
});

test("what was not saved is not in it", async () => {
  assert.equal((await madeUp({ cards: [{ last4: "1111" }] })).url, "https://adverts.example/collect?event=Purchase");
});

test("page and recipient have names that can belong to nobody", async () => {
  const { url, page = "" } = await madeUp(SOURCE);
  for (const one of [url, page]) assert.ok(new URL(one).hostname.endsWith(".example"), one);
});

test("what is found in it is told as if it had been sent", () => {
  const inspector = new standIn.Inspector({ emails: [EMAIL] });
  const request = { url: `https://adverts.example/?e=${EMAIL}`, method: "GET", page: "https://shop.example/" };
  const entries = readMadeUp(request, { inspector, masked: { "email-1": "j•••" }, address: () => undefined, alias: () => undefined }, 7);
  assert.deepEqual(entries.map(({ outcome, counted, masked, last }) => ({ outcome, counted, masked, last })), [
    { outcome: "sent", counted: true, masked: "j•••", last: 7 },
  ]);
});
