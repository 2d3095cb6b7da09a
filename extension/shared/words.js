// A finding in plain words.

import { say, sayCount, sayTime, textLocale } from "./text.js";

/** @typedef {import("../../types/leaklight.js").Finding} Finding */
/** @typedef {import("../../types/leaklight.js").Place} Place */
/** @typedef {import("./protocol.js").EntryView} EntryView */

/** Decodings as people may have heard of them; the others go under their own name. */
const FORMATS = /** @type {{ [decoding: string]: string }} */ ({
  base64: "Base64",
  base64url: "Base64",
  gzip: "gzip",
  zlib: "zlib",
  hex: "hexadecimal",
  html: "HTML",
  json: "JSON",
  percent: "%",
});

/** A URL writes everything so; it hides nothing. */
const PLAIN = ["percent", "plus"];

/**
 * Whether the recipient can simply read the value somewhere.
 *
 * @param {Finding} finding
 * @returns {boolean}
 */
export function isReadable(finding) {
  return finding.places.some((place) => place.digest === null);
}

/**
 * What it means for the person that a finding was written as it was.
 *
 * @param {Pick<EntryView, "finding" | "outcome">} entry
 * @param {string} recipient
 * @returns {string}
 */
export function sayPlainly({ finding, outcome }, recipient) {
  const clear = finding.places.find((place) => place.digest === null);
  const sent = outcome === "sent";
  if (clear) {
    const wrapped = clear.chain.some((decoding) => !PLAIN.includes(decoding));
    if (wrapped) return sent ? say("plain_wrapped", recipient) : say("unsent_wrapped");
    return sent ? say("plain_clear", recipient) : say("unsent_clear");
  }
  if (!sent) return say("unsent_scrambled");
  // Accounts are opened with these two; anything else is recognised by trying.
  const names = ["email", "phone"].includes(finding.identifier.kind);
  return names ? say("plain_account", recipient) : say("plain_scrambled", recipient);
}

/**
 * How a place hides the value, in the field's own terms.
 *
 * @param {Pick<Place, "chain" | "digest">} place
 * @returns {string}
 */
export function sayHow({ chain, digest }) {
  const wrappings = [...new Set(chain.filter((decoding) => !PLAIN.includes(decoding)))].map((decoding) => FORMATS[decoding] ?? decoding);
  const wrapped = wrappings.join(", ");
  if (digest === null) return wrapped === "" ? say("how_clear") : say("how_wrapped", wrapped);
  const name = digest.toUpperCase().replace(/^SHA(\d)/, "SHA-$1");
  return wrapped === "" ? say("how_digest", name) : say("how_digest_wrapped", name, wrapped);
}

/**
 * Where in a request a place is.
 *
 * @param {Pick<Place, "carrier" | "name">} place
 * @returns {string}
 */
export function sayWhere({ carrier, name }) {
  const where = say(`carrier_${carrier}`);
  return name === null ? where : say("carrier_named", where, name);
}

/**
 * What became of it, how often, and when last.
 *
 * @param {EntryView} entry
 * @returns {string}
 */
export function sayOutcome({ outcome, counts, last }) {
  const what = say(`outcome_${outcome}`);
  const times = counts[outcome];
  return times > 1 ? say("outcome_times", what, times.toLocaleString(textLocale()), sayTime(last)) : say("outcome_once", what, sayTime(last));
}

/**
 * How much could be read of what was watched.
 *
 * @param {{ watched: number, unreadRequests: number }} page
 * @returns {string}
 */
export function sayWatched({ watched, unreadRequests }) {
  const unread = unreadRequests === 0 ? say("unread_none") : sayCount("unread", unreadRequests);
  return say("watched_line", sayCount("watched", watched), unread);
}
