// Every text that the code names is there, and every text that is there is named.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../../", import.meta.url);
/** @type {{ [key: string]: { message: string } }} */
const texts = JSON.parse(readFileSync(new URL("extension/_locales/en/messages.json", ROOT), "utf8"));

const files = readdirSync(new URL("extension/", ROOT), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(js|html)$/.test(file) && !file.startsWith("pkg"))
  .map((file) => readFileSync(new URL(`extension/${file}`, ROOT), "utf8"));
const code = [...files, readFileSync(new URL("manifest.json", ROOT), "utf8")].join("\n");

/** Keys written out, and beginnings of keys to which the code adds a kind, a reason, …  */
const whole = new Set([
  ...[...code.matchAll(/\b(?:say|sayCount|row)\(\s*"(\w+)"/g)].map(([, key]) => key ?? ""),
  ...[...code.matchAll(/data-text="(\w+)"/g)].map(([, key]) => key ?? ""),
  ...[...code.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? ""),
  ...[...code.matchAll(/text: "(field_\w+)"/g)].map(([, key]) => key ?? ""),
  ...[...code.matchAll(/"((?:save|load)_failed|failed_profile_help|previous|elsewhere)"/g)].map(([, key]) => key ?? ""),
]);
const built = [...code.matchAll(/\bsay(?:Count)?\([^)`]*`([\w${}.()]*)`/g), ...code.matchAll(/: `(\$\{reason\}_help)`/g)].map(
  ([, key]) => new RegExp(`^${(key ?? "").replace(/\$\{[^}]+\}/g, "\\w+")}$`),
);

/** @param {string} key */
const base = (key) => key.replace(/_(one|other)$/, "");

test("the code names texts", () => {
  assert.ok(whole.size > 60, `${whole.size}`);
  assert.ok(built.length > 10, `${built.length}`);
});

test("every text that is named is there", () => {
  const missing = [...whole].filter((key) => !texts[key] && !texts[`${key}_other`]);
  assert.deepEqual(missing, []);
});

test("every text that is there is named", () => {
  const unused = Object.keys(texts).filter((key) => !whole.has(key) && !whole.has(base(key)) && !built.some((pattern) => pattern.test(key)));
  assert.deepEqual(unused, []);
});

test("every text about a number has both of its forms", () => {
  const keys = Object.keys(texts).filter((key) => key.endsWith("_one"));
  assert.ok(keys.length > 5);
  for (const key of keys) assert.ok(texts[`${base(key)}_other`], key);
});

test("no text is there twice: the first would be dead", () => {
  const source = readFileSync(new URL("extension/_locales/en/messages.json", ROOT), "utf8");
  const keys = [...source.matchAll(/^  "(\w+)": \{$/gm)].map(([, key]) => key);
  assert.equal(keys.length, Object.keys(texts).length);
});

test("no text is empty", () => {
  for (const [key, { message }] of Object.entries(texts)) assert.notEqual(message.trim(), "", key);
});

test("every kind, part, carrier, reason, outcome, context, purpose, category and role has its words", () => {
  const types = readFileSync(new URL("types/crossing.d.ts", ROOT), "utf8");
  /** @param {string} name */
  const members = (name) => [...(new RegExp(`type ${name} =([^;]+);`).exec(types)?.[1] ?? "").matchAll(/"(\w+)"/g)].map(([, word]) => word);
  /** A closed list of the crates'. @param {string} file @param {string} type */
  const words = (file, type) => {
    const rust = readFileSync(new URL(`crates/${file}.rs`, ROOT), "utf8");
    const [, after = ""] = rust.split(`impl ${type} {`);
    return [...after.matchAll(/Self::\w+ => "(\w+)"/g)].map(([, word]) => word);
  };
  const wanted = [
    ...members("Kind").map((word) => `kind_${word}`),
    ...words("parameters/src/kind", "Part").map((word) => `part_${word}`),
    ...members("Carrier").map((word) => `carrier_${word}`),
    ...members("Reason").map((word) => `reason_${word}`),
    ...members("Outcome").map((word) => `outcome_${word}`),
    ...members("Confidence").map((word) => `confidence_${word}`),
    ...members("ContextKind").map((word) => `context_${word}`),
    ...members("Purpose").flatMap((word) => (word === "none" ? [] : [`purpose_${word}`])),
    ...words("recipients/src/category", "Category").map((word) => `category_${word}`),
    ...words("recipients/src/role", "Role").map((word) => `role_${word}`),
  ];
  assert.equal(wanted.length, 8 + 13 + 8 + 10 + 4 + 3 + 12 + 5 + 17 + 11);
  assert.deepEqual(wanted.filter((key) => !texts[key]), []);
});

/** In which list the details stand that a file speaks of. */
const LISTS = { address: "addresses", birth_date: "birth_dates", card: "cards", email: "emails", name: "names", national_id: "national_ids", other: "others", phone: "phones" };

test("whatever is found wrong with a detail, or weak, is said in words of the extension's own", () => {
  const folder = new URL("crates/profile/src/", ROOT);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".rs"));
  const said = sources.flatMap((file) => {
    const source = readFileSync(new URL(file, folder), "utf8");
    return [...source.matchAll(/problems\s*\.(error|warning)\(\s*(?:&?format!\([^)]*\)|&?\w+|"\w+"),\s*"(\w+)"/g)].map(([, kind, code]) => {
      const list = Object.entries(LISTS).find(([name]) => file.includes(name))?.[1];
      return kind === "error" ? `problem_${code}` : `warning_${code}_${list}`;
    });
  });
  assert.ok(new Set(said).size >= 15, `${said}`);
  assert.deepEqual(said.filter((key) => !texts[key]), []);
});
