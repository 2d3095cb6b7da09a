// A line of the diary: on one day, from one site, one recipient got one detail in one disguise, so many times.
//
// Days, not times of day, and no addresses of pages: what is kept for weeks says no more than the ledger shows. Pure.

import { recipientOf } from "../entry.js";

/** @typedef {import("../../../types/leaklight.js").Finding} Finding */
/** @typedef {import("../../../types/leaklight.js").Kind} Kind */
/** @typedef {import("../entry.js").Entry} Entry */

/**
 * @typedef {object} Line
 * @property {string} day `2026-11-22`, where the person was
 * @property {string | null} site host of the page; null where it belonged to none
 * @property {string} recipient who the person would say received it
 * @property {string} domain
 * @property {boolean} tracker
 * @property {string} identifier `email-1`
 * @property {Kind} kind
 * @property {string} masked the identifier as it is shown to its owner, at the time
 * @property {string[]} chain decodings around it, each once; without those that hide nothing
 * @property {string | null} digest null where the recipient can read it
 * @property {boolean} expected handed over on purpose
 * @property {"page"} [witness] where only the page told of it; else the browser showed it
 * @property {number} count requests
 */

/** Characters of a name that comes from outside; a host name has no more. */
const LONGEST = 253;

/** Decodings kept of a chain. */
const MOST_DECODINGS = 4;

/** A URL writes everything so; it hides nothing. */
const PLAIN = ["percent", "plus"];

/**
 * What the diary keeps of an entry: one request of it that is known to have been sent.
 *
 * @param {Entry} entry
 * @param {string | null} origin of the page
 * @param {boolean} expected
 * @returns {Line}
 */
export function lineOf({ finding, masked, last }, origin, expected) {
  const { recipient, identifier } = finding;
  // Of several places the one that can be read tells what the recipient has.
  const { chain, digest } = finding.places.find((place) => place.digest === null) ?? finding;
  return {
    day: dayOf(last),
    site: siteOf(origin ?? finding.page),
    recipient: recipientOf(recipient).slice(0, LONGEST),
    domain: recipient.domain.slice(0, LONGEST),
    tracker: recipient.tracker,
    identifier: identifier.id,
    kind: identifier.kind,
    masked,
    chain: [...new Set(chain)].filter((decoding) => !PLAIN.includes(decoding)).slice(0, MOST_DECODINGS),
    digest,
    expected,
    ...(finding.witness === "page" ? { witness: finding.witness } : {}),
    count: 1,
  };
}

/**
 * What lines must have in common to be one.
 *
 * @param {Line} line
 * @returns {string}
 */
export function keyOfLine({ day, site, recipient, domain, identifier, masked, chain, digest, expected, witness }) {
  // Only where there is one: what the browser showed keeps the place that it has in older ledgers.
  return JSON.stringify([day, site, recipient, domain, identifier, masked, chain, digest, expected, ...(witness ? [witness] : [])]);
}

/**
 * Adds a line to others, by their keys.
 *
 * @param {{ [key: string]: Line }} lines
 * @param {Line} line
 * @returns {{ [key: string]: Line }}
 */
export function addLine(lines, line) {
  const key = keyOfLine(line);
  const known = lines[key];
  return { ...lines, [key]: known ? { ...known, count: known.count + line.count } : line };
}

/**
 * The day on which something happened, by the clock on the wall.
 *
 * @param {number} time milliseconds since the epoch
 * @returns {string} `2026-11-22`
 */
export function dayOf(time) {
  const date = new Date(time);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * A day before another.
 *
 * @param {string} day
 * @param {number} days
 * @returns {string}
 */
export function dayBefore(day, days) {
  const [year, month, date] = day.split("-").map(Number);
  // At noon no change of the clocks leads into another day.
  return dayOf(new Date(Number(year), Number(month) - 1, Number(date) - days, 12).getTime());
}

/**
 * @param {string | null} url
 * @returns {string | null}
 */
function siteOf(url) {
  if (url === null || !URL.canParse(url)) return null;
  const { host } = new URL(url);
  return host === "" ? null : host.slice(0, LONGEST);
}
