// What a person decided about sites, recipients and findings. Pure functions over plain values.
//
// Decisions name sites, and so tell where a person has been: they are sealed before they reach the disk, and those
// made in a private window never do.

import { endpointOf, pathOf } from "./endpoint.js";
import { recipientOf } from "./entry.js";

/** @typedef {import("../../types/leaklight.js").Finding} Finding */
/** @typedef {import("./entry.js").Entry} Entry */

/**
 * `pause`: nothing is looked at on this site; `mute`: what this recipient gets on this site does not count;
 * `expected`: the person handed it over on purpose; `not_mine`: it only looks like the person's; `block`: this
 * recipient is to get nothing; `block_caught`: every tracker that is caught is blocked from then on; `allow`: but
 * not this one.
 *
 * @typedef {"pause" | "mute" | "expected" | "not_mine" | "block" | "block_caught" | "allow"} DecisionKind
 */

/**
 * Where a blocked recipient was caught.
 *
 * @typedef {object} Target
 * @property {string} host
 * @property {string} path with its first slash; as far as it holds nothing masked
 * @property {string} domain
 * @property {boolean} known whether an organisation is known to be behind it
 * @property {boolean} disguised whether it stands under the site's own name: then only this path is somebody else's
 */

/**
 * @typedef {object} Decision
 * @property {string} id equal decisions have equal ones
 * @property {DecisionKind} kind
 * @property {string | null} site registrable domain of the pages it is about; null for every site
 * @property {string | null} recipient as the popup names it: `mute`, `block`, `allow`
 * @property {string | null} endpoint as endpoint.js names it: `expected`, `not_mine`
 * @property {string | null} detail the identifier's id: `expected`, `not_mine`
 * @property {Target[]} targets `block`
 * @property {boolean} private made in a private window: holds there only, and goes with it
 * @property {number} time when it was made, ms since the epoch
 */

/** Decisions kept. Each is a person's click or a tracker that was caught; beyond this the oldest go. */
const DECISION_LIMIT = 2000;

/** Places kept of one blocked recipient. */
const TARGET_LIMIT = 40;

/**
 * @param {Pick<Decision, "kind" | "site" | "private" | "time"> & Partial<Decision>} given
 * @returns {Decision}
 */
export function newDecision({ kind, site, recipient = null, endpoint = null, detail = null, targets = [], private: isPrivate, time }) {
  // Having expected a finding and not owning it exclude each other: the later word replaces the earlier.
  const about = kind === "not_mine" ? "expected" : kind;
  const id = JSON.stringify([about, site, recipient, endpoint, detail, isPrivate]);
  return { id, kind, site, recipient, endpoint, detail, targets, private: isPrivate, time };
}

/**
 * @param {Decision[]} decisions
 * @param {Decision} decision
 * @returns {Decision[]} with it as the latest; what is blocked already stays blocked in full
 */
export function decide(decisions, decision) {
  const before = decisions.find(({ id }) => id === decision.id);
  const targets = mergeTargets(before?.targets ?? [], decision.targets);
  return [...decisions.filter(({ id }) => id !== decision.id), { ...decision, targets }].slice(-DECISION_LIMIT);
}

/**
 * @param {Decision[]} decisions
 * @param {string[]} ids
 * @returns {Decision[]}
 */
export function undo(decisions, ids) {
  return decisions.filter(({ id }) => !ids.includes(id));
}

/**
 * The decisions that hold on a page.
 *
 * @param {Decision[]} decisions
 * @param {string | null} host of the page; null where it is not known, or in a new tab
 * @param {boolean} isPrivate whether the page is in a private window
 * @returns {Decision[]}
 */
export function decisionsOn(decisions, host, isPrivate) {
  return decisions.filter((one) => (one.site === null || (host !== null && isOfSite(host, one.site))) && (isPrivate || !one.private));
}

/**
 * The decision that makes a finding quiet.
 *
 * @param {Decision[]} here the decisions that hold on its page
 * @param {Finding} finding
 * @returns {Decision | null}
 */
export function quietedBy(here, finding) {
  const endpoint = endpointOf(finding);
  const said = here.findLast(
    ({ kind, ...one }) => (kind === "expected" || kind === "not_mine") && one.endpoint === endpoint && one.detail === finding.identifier.id,
  );
  return said ?? here.find(({ kind, recipient }) => kind === "mute" && recipient === recipientOf(finding.recipient)) ?? null;
}

/**
 * @param {Finding} finding
 * @returns {Target}
 */
export function targetOf({ url, recipient }) {
  const { host, domain, entity, disguise } = recipient;
  return { host, domain, path: pathOf(url), known: entity !== null, disguised: disguise !== null };
}

/**
 * @param {string} host
 * @param {string} site
 * @returns {boolean}
 */
export function isOfSite(host, site) {
  return host === site || host.endsWith(`.${site}`);
}

/**
 * @param {Target[]} before
 * @param {Target[]} more
 * @returns {Target[]}
 */
function mergeTargets(before, more) {
  const all = new Map([...before, ...more].map((target) => [`${target.host}${target.path}`, target]));
  return [...all.values()].slice(0, TARGET_LIMIT);
}
