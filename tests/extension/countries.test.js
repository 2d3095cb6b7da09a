import assert from "node:assert/strict";
import { test } from "node:test";
import { countries } from "../../extension/options/countries.js";

const english = new Map(countries("en"));

test("countries are named in the person's language", () => {
  assert.equal(english.get("US"), "United States");
  assert.equal(new Map(countries("es")).get("DE"), "Alemania");
});

test("what is no country, or none any more, is not offered", () => {
  for (const code of ["EU", "ZZ", "XA", "SU", "DD", "YU"]) assert.ok(!english.has(code), code);
});

test("no name stands there twice, and they are in order", () => {
  const names = [...english.values()];
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual(names, [...names].sort((one, other) => one.localeCompare(other, "en")));
  assert.ok(names.length > 240 && names.length < 270, `${names.length}`);
});
