import assert from "node:assert/strict";
import { test } from "node:test";
import { LISTS } from "../../extension/options/lists.js";
import { formPath, pathOf, rowsOf, sourceOf } from "../../extension/options/source.js";

test("empty rows are left out, and problems still find their row", () => {
  const { source, places } = sourceOf({ emails: [{ "": " " }, { "": " jane.doe@example.com " }], phones: [{ "": "" }] }, "");
  assert.deepEqual(source, { emails: ["jane.doe@example.com"] });
  assert.equal(formPath("emails[0]", places), "emails[1]");
});

test("a problem of a row's field finds the field", () => {
  const { places } = sourceOf({ addresses: [{}, { street: "12 Main St", postal_code: "x" }] }, "");
  assert.equal(formPath("addresses[0].postal_code", places), "addresses[1].postal_code");
});

test("a problem of something that is in no row stays where it is", () => {
  assert.equal(formPath("country", {}), "country");
});

test("a row with nothing but a country, a label or a person is empty", () => {
  const { source } = sourceOf({ addresses: [{ country: "US" }], others: [{ label: "Parcel" }], names: [{ person: "Jane" }] }, "");
  assert.deepEqual(source, {});
});

test("the country is written in capitals", () => {
  assert.deepEqual(sourceOf({}, " de ").source, { country: "DE" });
});

test("what is saved comes back into the form unchanged", () => {
  const source = {
    country: "US",
    emails: ["jane.doe@example.com", "jd@example.org"],
    phones: ["+1 212-555-0143"],
    birth_dates: ["1984-03-07"],
    national_ids: ["078-05-1120"],
    names: [{ given: "Jane", family: "Doe" }],
    addresses: [{ street: "12 Main St", unit: "4B", city: "Springfield", region: "IL", postal_code: "62701", country: "US" }],
    cards: [{ first6: "411111", last4: "1234" }],
    others: [{ label: "Parcel", value: "9400 1000" }],
  };
  assert.deepEqual(sourceOf(rowsOf(source, LISTS), source.country).source, source);
});

test("the lists that most people fill in start with an empty row", () => {
  const rows = rowsOf({}, LISTS);
  assert.deepEqual(
    Object.entries(rows).filter(([, list]) => list.length === 1).map(([key]) => key),
    ["emails", "phones", "names", "addresses", "cards"],
  );
});

test("paths are written as the profile's problems write them", () => {
  assert.equal(pathOf("emails", 0), "emails[0]");
  assert.equal(pathOf("addresses", 1, "postal_code"), "addresses[1].postal_code");
});
