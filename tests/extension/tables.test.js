// What the crates' tables tell in English has its text in every language; the English one is that of the tables.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { keyPart } from "../../extension/shared/text.js";

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
/** @type {{ [key: string]: { message: string } }} */
const texts = JSON.parse(read("extension/_locales/en/messages.json"));

/** @param {string} beginning @returns {{ [key: string]: string }} */
const textsOf = (beginning) =>
  Object.fromEntries(Object.entries(texts).flatMap(([key, { message }]) => (key.startsWith(beginning) ? [[key, message]] : [])));

/** @param {string} beginning @param {Iterable<string>} list what the tables tell in their own words */
const listed = (beginning, list) => Object.fromEntries([...list].map((words) => [beginning + keyPart(words), words]));

/** @param {string} text @param {RegExp} pattern @returns {string[]} */
const every = (text, pattern) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

/** The words of a `match`'s arms, in the order of its type's members. @param {string} rust @param {string} of */
const arms = (rust, of) => every(rust, new RegExp(`${of}::\\w+ => "(.+)"`, "g"));

test("whatever a parameter's name is said to hold", () => {
  const explanation = read("crates/parameters/src/explanation.rs");
  const codes = ["kind", "context"].flatMap((file) => arms(read(`crates/parameters/src/${file}.rs`), "Self"));
  // The context's words stand behind its codes.
  const words = [...arms(explanation, "Kind"), ...arms(explanation, "Part"), ...codes.splice(-12)];
  assert.deepEqual([codes.length, words.length], [8 + 13 + 12, 8 + 13 + 12]);
  const rows = read("data/names.tsv").split("\n").slice(1).filter((line) => !line.startsWith("#"));
  const notes = rows.flatMap((line) => line.split("\t")[6]?.replace("=", "").split(", ") ?? []);
  const digests = every(explanation, /\("\w+", "(.+)"\)/g);
  assert.ok(notes.length > 50 && digests.length === 4);
  const said = Object.fromEntries(codes.map((code, index) => [`means_${code}`, words[index] ?? ""]));
  assert.deepEqual(textsOf("means_"), { ...said, ...listed("means_", [...notes, ...digests]) });
});

test("whatever an endpoint is said to be for", () => {
  const events = every(read("data/endpoints.toml"), /^what = "(.+)"$/gm);
  assert.ok(events.length > 200);
  assert.deepEqual(textsOf("event_"), listed("event_", events));
});
