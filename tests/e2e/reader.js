/**
 * An independent reading of recorded requests: which of a visitor's details stand in them, found with nothing but Node's own
 * decoders. It shares no code with Leaklight, so that both agreeing means something.
 */

import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { header } from "../site/record.js";

/** @typedef {import("../site/record.js").Recorded} Recorded */
/** @typedef {import("./visitor.js").Visitor} Visitor */

/**
 * @typedef {object} Sighting
 * @property {string} identifier - `email-1`, `address-1`, …
 * @property {"url_path" | "url_query" | "header" | "cookie" | "body"} carrier
 * @property {string | null} digest
 */

/** Deeper than any of the site's senders nests. */
const DEEPEST = 12;

/**
 * Every detail of the visitor that stands in a request, once a carrier and digest.
 *
 * @param {Recorded} recorded
 * @param {Visitor} visitor
 * @returns {Sighting[]}
 */
export function sightings(recorded, visitor) {
  const url = new URL(recorded.url);
  const type = header(recorded, "content-type") ?? "";
  /** @type {[Sighting["carrier"], string[]][]} */
  const carriers = [
    ["url_path", readings(Buffer.from(url.pathname))],
    ["url_query", readings(Buffer.from(url.search.slice(1)))],
    ["cookie", readings(Buffer.from(header(recorded, "cookie") ?? ""))],
    ["header", recorded.headers.filter(([name]) => name.toLowerCase() !== "cookie").flatMap(([, value]) => readings(Buffer.from(value)))],
    ["body", type.startsWith("multipart/form-data") ? multipart(recorded.body, type).flatMap((part) => readings(part)) : readings(recorded.body)],
  ];
  return carriers.flatMap(([carrier, texts]) => details(texts, visitor).map(([identifier, digest]) => ({ identifier, carrier, digest })));
}

/**
 * Every text that stands in these bytes, by itself or behind JSON, base64, gzip, percent signs, a form or a URL.
 *
 * @param {Buffer} bytes
 * @returns {string[]}
 */
function readings(bytes, depth = 0) {
  if (depth > DEEPEST || bytes.length === 0) return [];
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return readings(gunzipSync(bytes), depth + 1);
  const text = bytes.toString("utf8");
  const inside = [...json(text), ...form(text), ...base64(text), ...percent(text), ...address(text)];
  return [text, ...inside.flatMap((part) => readings(part, depth + 1))];
}

/** @param {string} text @returns {Buffer[]} */
function json(text) {
  if (!/^\s*[[{"]/.test(text)) return [];
  try {
    return leaves(JSON.parse(text)).map((leaf) => Buffer.from(leaf));
  } catch {
    return [];
  }
}

/** @param {unknown} value @returns {string[]} */
function leaves(value) {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(leaves);
}

/** @param {string} text */
function form(text) {
  if (!/^[\w.$[\]%-]+=/.test(text)) return [];
  return [...new URLSearchParams(text).values()].map((value) => Buffer.from(value));
}

/** @param {string} text */
function base64(text) {
  if (text.length < 16 || !/^[\w+/-]+=*$/.test(text)) return [];
  const bytes = Buffer.from(text, "base64");
  const plausible = (bytes[0] === 0x1f && bytes[1] === 0x8b) || /^[\x20-\x7e\s]+$/.test(bytes.toString("latin1"));
  return plausible ? [bytes] : [];
}

/** @param {string} text */
function percent(text) {
  if (!/%[0-9a-f]{2}/i.test(text)) return [];
  try {
    return [Buffer.from(decodeURIComponent(text))];
  } catch {
    return [];
  }
}

/** A URL's query. @param {string} text */
function address(text) {
  return /^https?:\/\//.test(text) && URL.canParse(text) ? [Buffer.from(new URL(text).search.slice(1))] : [];
}

/** @param {Buffer} body @param {string} type */
function multipart(body, type) {
  const boundary = /boundary=([^;]+)/.exec(type)?.[1] ?? "";
  return body
    .toString("latin1")
    .split(`--${boundary}`)
    .map((part) => Buffer.from(part.slice(part.indexOf("\r\n\r\n") + 4).replace(/\r\n$/, ""), "latin1"));
}

/** @param {string} text */
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** Letters and digits in lower case, one space between. @param {string} text */
const plain = (text) => ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

/**
 * @param {string[]} texts - of one carrier
 * @param {Visitor} visitor
 * @returns {[identifier: string, digest: string | null][]}
 */
function details(texts, visitor) {
  const phone = visitor.phone.replaceAll(/\D/g, "");
  const card = visitor.card.replaceAll(/\D/g, "");
  const street = plain(visitor.street);
  const streets = [street, street.replace(/ road $/, " rd "), street.replace(/ terrace $/, " ter ")];
  // An email address has the person's name in it; that is not the name being sent as well.
  const withoutEmails = texts.map((text) => text.replaceAll(/[\w.+-]+(@|%40)[\w.-]+/g, " "));
  const some = (/** @type {(text: string) => boolean} */ test) => texts.some(test);
  const hashed = (/** @type {string} */ value) => some((text) => text.includes(sha256(value)));
  /** @type {[string, string | null, boolean][]} */
  const found = [
    ["email-1", null, some((text) => text.toLowerCase().includes(visitor.email))],
    ["email-1", "sha256", hashed(visitor.email)],
    ["phone-1", null, some((text) => text.replaceAll(/\D/g, "").includes(phone) && /\d{3}-\d{3}-\d{4}/.test(text))],
    ["phone-1", "sha256", hashed(phone) || hashed(`1${phone}`) || hashed(`+1${phone}`)],
    ["name-1", null, withoutEmails.some((text) => plain(text).includes(plain(`${visitor.given} ${visitor.family}`)))],
    ["name-1", "sha256", hashed(visitor.given.toLowerCase()) && hashed(visitor.family.toLowerCase())],
    ["address-1", null, some((text) => streets.some((street) => plain(text).includes(street)))],
    ["address-1", "sha256", hashed(visitor.city.toLowerCase()) && hashed(visitor.postalCode)],
    ["card-1", null, some((text) => text.replaceAll(/[ -]/g, "").includes(card) || plain(text).includes(` card ending in ${card.slice(-4)} `))],
    ["other-1", null, some((text) => text.includes(visitor.parcel))],
  ];
  return found.filter(([, , seen]) => seen).map(([identifier, digest]) => [identifier, digest]);
}
