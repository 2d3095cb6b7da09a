// profile.toml, as the command line reads it. Pure: whoever calls brings what reads and writes TOML.

import { LISTS } from "./lists.js";

/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */

/** What a file cannot be taken for; `place`: the line, or the key. */
export class FileProblem extends Error {
  /**
   * @param {"not_toml" | "unknown_key" | "not_text"} code
   * @param {string} place
   */
  constructor(code, place) {
    super(`${code}: ${place}`);
    this.name = "FileProblem";
    this.code = code;
    this.place = place;
  }
}

/**
 * @param {string} text
 * @param {(text: string) => { [key: string]: unknown }} parse
 * @returns {ProfileSource} of the right shape; its values are not checked
 * @throws {FileProblem}
 */
export function readProfile(text, parse) {
  const table = parsed(text.replace(/^\uFEFF/, ""), parse);
  for (const [key, value] of Object.entries(table)) {
    if (key === "country") {
      needText(value, key);
      continue;
    }
    const list = LISTS.find((one) => one.key === key);
    if (!list) throw new FileProblem("unknown_key", key);
    if (!Array.isArray(value)) throw new FileProblem("not_text", key);
    value.forEach((entry, index) => needEntry(entry, `${key}[${index}]`, list.fields.map((field) => field.key)));
  }
  return /** @type {ProfileSource} */ (table);
}

/**
 * @param {ProfileSource} source
 * @param {(source: ProfileSource) => string} stringify
 * @param {string} remark its first line
 * @returns {string}
 */
export function writeProfile(source, stringify, remark) {
  return `# ${remark.replaceAll("\n", " ")}\n\n${stringify(source)}`;
}

/**
 * @param {string} text
 * @param {(text: string) => { [key: string]: unknown }} parse
 */
function parsed(text, parse) {
  try {
    return parse(text);
  } catch (error) {
    const { line } = /** @type {{ line?: number }} */ (error);
    throw new FileProblem("not_toml", String(line ?? 1));
  }
}

/**
 * @param {unknown} entry
 * @param {string} path
 * @param {string[]} keys of its list; one that is empty for a list of texts
 */
function needEntry(entry, path, keys) {
  if (keys.includes("")) return needText(entry, path);
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) throw new FileProblem("not_text", path);
  for (const [key, value] of Object.entries(entry)) {
    if (!keys.includes(key)) throw new FileProblem("unknown_key", `${path}.${key}`);
    needText(value, `${path}.${key}`);
  }
}

/**
 * @param {unknown} value
 * @param {string} path
 */
function needText(value, path) {
  if (typeof value !== "string") throw new FileProblem("not_text", path);
}

/**
 * Adds what is not there yet.
 *
 * @param {ProfileSource} source
 * @param {ProfileSource} more
 * @returns {{ joined: ProfileSource, added: number }} the entries of `source` first, as they were
 */
export function joinProfiles(source, more) {
  /** @type {{ [key: string]: unknown }} */
  const joined = { ...source };
  let added = 0;
  for (const { key } of LISTS) {
    const before = /** @type {unknown[]} */ (source[key] ?? []);
    const known = new Set(before.map((entry) => JSON.stringify(entry)));
    const fresh = /** @type {unknown[]} */ (more[key] ?? []).filter((entry) => !known.has(JSON.stringify(entry)));
    added += fresh.length;
    if (before.length + fresh.length > 0) joined[key] = [...before, ...fresh];
  }
  if (more.country !== undefined) joined.country ??= more.country;
  return { joined: /** @type {ProfileSource} */ (joined), added };
}
