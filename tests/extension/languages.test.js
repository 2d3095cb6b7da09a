// Every language says everything, with everything that is to be filled in; and no text stands outside of them.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

/** @typedef {{ [key: string]: { message: string } }} Texts */

const LOCALES = new URL("../../extension/_locales/", import.meta.url);
const languages = readdirSync(LOCALES).filter((name) => name !== "en");

/** @param {string} language @returns {Texts} */
const textsOf = (language) => JSON.parse(readFileSync(new URL(`${language}/messages.json`, LOCALES), "utf8"));
const english = textsOf("en");

/** @param {string} text what is filled in, in order of its number */
const placeholders = (text) => [...new Set(text.match(/\$\d/g))].sort();

/** Words that are the same in both, or names. */
const SAME = /^(name|badge_paused|endpoint_product|letter_line|letter_line_unsent|reason_line|trackers_left|ledger_(bar|chip|cell_one|cell_other)|watched_line|technical_bits|category_marketing)$/;

test("there is Spanish", () => {
  assert.ok(languages.includes("es"));
});

for (const language of languages) {
  const texts = textsOf(language);

  test(`${language} has every text, and no other`, () => {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort());
  });

  test(`${language} fills in what English fills in`, () => {
    const wrong = Object.keys(english).filter((key) => placeholders(texts[key]?.message ?? "").join() !== placeholders(english[key]?.message ?? "").join());
    assert.deepEqual(wrong, []);
  });

  test(`${language} is a translation`, () => {
    const same = Object.keys(english).filter((key) => texts[key]?.message === english[key]?.message && !SAME.test(key));
    assert.deepEqual(same.filter((key) => /[a-z]{4}/.test(english[key]?.message.replace(/\$\d|Leaklight/g, "") ?? "")), []);
  });

  test(`${language}'s description is as short as the stores want it`, () => {
    assert.ok((texts.description?.message.length ?? 0) <= 132);
  });
}

test("no page has words of its own", () => {
  const top = new URL("../../extension/", import.meta.url);
  const pages = readdirSync(top, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
  assert.ok(pages.length >= 4);
  for (const page of pages) {
    const markup = readFileSync(new URL(page, top), "utf8").replace(/<!--[^]*?-->|<title>Leaklight<\/title>|<!doctype html>/gi, "");
    const words = markup.replace(/<[^>]*>/g, " ").match(/[A-Za-z]{2,}/g) ?? [];
    assert.deepEqual(words, [], page);
    for (const [, text] of markup.matchAll(/\s(?:title|placeholder|aria-label|alt)="([^"]+)"/g)) assert.equal(text, "", page);
  }
});

test("no code puts words of its own on screen", () => {
  const top = new URL("../../extension/", import.meta.url);
  const files = readdirSync(top, { recursive: true, encoding: "utf8" }).filter((file) => /^(popup|options|report|welcome|ledger|shared)\/.*\.js$/.test(file));
  const literal = /(?:textContent|innerText|title|placeholder)\s*=\s*["'`](?![^"'`]*\$\{)[^"'`]*[A-Za-z]{3}|"(?:aria-label|title|placeholder)":\s*"[^"]*[A-Za-z]{3}/;
  for (const file of files) {
    const code = readFileSync(new URL(file, top), "utf8");
    assert.equal(literal.exec(code)?.[0], undefined, file);
  }
});
