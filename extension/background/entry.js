// An entry of the ledger: equal findings, and what became of their requests. Pure functions over plain values.

import { endpointOf } from "./endpoint.js";

/** @typedef {import("../../types/leaklight.js").Finding} Finding */
/** @typedef {import("../../types/leaklight.js").Recipient} Recipient */

/**
 * How often a finding was made, by what became of the request.
 *
 * @typedef {object} Counts
 * @property {number} attempted asked for, and not known to have left
 * @property {number} sent
 * @property {number} blocked held back
 * @property {number} failed tried, and not known to have arrived
 * @property {number} cached answered by a cache
 */

/** @typedef {keyof Counts} Fate */

/**
 * Equal findings of one page. Holds no personal value: `finding` has its URLs masked.
 *
 * @typedef {object} Entry
 * @property {Finding} finding the first of them
 * @property {string} masked the identifier as it is shown to its owner, at the time
 * @property {Counts} counts
 * @property {number} first milliseconds since the epoch
 * @property {number} last
 */

/**
 * What findings must have in common to be one entry.
 *
 * @param {Finding} finding
 * @returns {string}
 */
export function keyOf(finding) {
  const { identifier, carrier, name, chain, digest, confidence, expected, witness = "browser" } = finding;
  return JSON.stringify([endpointOf(finding), identifier.id, carrier, name, chain, digest, confidence, expected, witness]);
}

/**
 * Whether somebody else got it: all that the ledger keeps.
 *
 * @param {Finding} finding
 * @returns {boolean}
 */
export function leavesHome({ recipient }) {
  return recipient.party !== "first" || recipient.disguise !== null;
}

/**
 * Whether it would count on the badge, if nobody had decided anything: somebody else did get it, was not meant to, and
 * chance is no likely explanation.
 *
 * @param {Entry} entry
 * @returns {boolean}
 */
export function isCounted({ finding, counts }) {
  return counts.sent > 0 && isGrave(finding);
}

/**
 * Whether it is nothing that the person handed over, and no likely chance.
 *
 * @param {Finding} finding
 * @returns {boolean}
 */
export function isGrave(finding) {
  return leavesHome(finding) && !finding.expected && finding.confidence !== "possible";
}

/**
 * Who the person would say received it.
 *
 * @param {Recipient} recipient
 * @returns {string}
 */
export function recipientOf(recipient) {
  return recipient.entity ?? recipient.domain;
}

/**
 * @param {Entry} entry
 * @returns {Fate} the most that became of any of its requests
 */
export function fateOf({ counts }) {
  /** @type {Fate[]} */
  const fates = ["sent", "attempted", "failed", "blocked", "cached"];
  return fates.find((fate) => counts[fate] > 0) ?? "attempted";
}

/**
 * @param {Entry} one
 * @param {Entry} other
 * @returns {Entry}
 */
export function mergeEntries(one, other) {
  const counts = { ...one.counts };
  for (const fate of /** @type {Fate[]} */ (Object.keys(counts))) counts[fate] += other.counts[fate];
  return { ...one, counts, first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}

/**
 * @param {Finding} finding
 * @param {Fate} fate
 * @param {number} time
 * @param {{ [identifier: string]: string }} masked
 * @returns {Entry}
 */
export function newEntry(finding, fate, time, masked) {
  const counts = { attempted: 0, sent: 0, blocked: 0, failed: 0, cached: 0, [fate]: 1 };
  return { finding, masked: masked[finding.identifier.id] ?? "", counts, first: time, last: time };
}

/**
 * @param {Entry} entry
 * @param {Fate} fate
 * @param {number} time
 * @returns {Entry}
 */
export function countAgain(entry, fate, time) {
  const counts = { ...entry.counts, [fate]: entry.counts[fate] + 1 };
  return { ...entry, counts, last: Math.max(entry.last, time) };
}
