// Decisions made, undone, and recalled from where they are kept. Transitions of the ledger's state; pure.

import { decide, newDecision, targetOf, undo } from "./decision.js";
import { recipientOf } from "./entry.js";
import { countedAt, decisionsAt } from "./standing.js";

/** @typedef {import("../../types/leaklight.js").Finding} Finding */
/** @typedef {import("./attribution.js").Home} Home */
/** @typedef {import("./decision.js").Decision} Decision */
/** @typedef {import("./state.js").State} State */

/**
 * @param {State} state
 * @param {Decision} decision
 * @returns {State}
 */
export function decided(state, decision) {
  const decisions = state.decisions ?? [];
  const before = decision.kind === "block" ? decisions.filter(({ kind, recipient }) => kind !== "allow" || recipient !== decision.recipient) : decisions;
  return { ...state, decisions: decide(before, decision) };
}

/**
 * Who undoes a block does not want it back at the next catch.
 *
 * @param {State} state
 * @param {string[]} ids
 * @param {number} time
 * @returns {State}
 */
export function undone(state, ids, time) {
  const before = state.decisions ?? [];
  const after = undo(before, ids);
  const catching = after.some(({ kind }) => kind === "block_caught");
  const allowed = before
    .filter(({ id, kind }) => catching && kind === "block" && ids.includes(id))
    .map((one) => newDecision({ kind: "allow", site: one.site, recipient: one.recipient, private: one.private, time }));
  return { ...state, decisions: allowed.reduce(decide, after) };
}

/**
 * What was kept is there again. Decisions of private windows that are open are not among it.
 *
 * @param {State} state
 * @param {Decision[]} kept
 * @returns {State}
 */
export function recalled(state, kept) {
  return { ...state, decisions: [...kept, ...(state.decisions ?? []).filter((one) => one.private)] };
}

/**
 * Blocks whoever got something that counts, where that is wanted: a recipient that is blocked already was caught at a
 * place that the block does not cover yet.
 *
 * @param {State} state
 * @param {Home[]} homes of the request
 * @param {string[]} keys of its entries
 * @param {number} time
 * @returns {State}
 */
export function caught(state, homes, keys, time) {
  if (keys.length === 0 || !state.decisions?.some(({ kind }) => kind === "block" || kind === "block_caught")) return state;
  return homes.reduce((before, [tab, key]) => {
    const page = before.tabs[tab]?.pages[key];
    const entries = keys.flatMap((one) => page?.entries[one] ?? []);
    const counted = countedAt(before, tab, page, entries);
    return counted.reduce((next, { finding }) => {
      const decision = blockOf(decisionsAt(next, tab, page), finding, next.tabs[tab]?.private ?? false, time);
      return decision ? { ...next, decisions: decide(next.decisions ?? [], decision) } : next;
    }, before);
  }, state);
}

/**
 * @param {Decision[]} here
 * @param {Finding} finding
 * @param {boolean} isPrivate
 * @param {number} time
 * @returns {Decision | undefined}
 */
function blockOf(here, finding, isPrivate, time) {
  const recipient = recipientOf(finding.recipient);
  const targets = [targetOf(finding)];
  const standing = here.find((one) => one.kind === "block" && one.recipient === recipient);
  if (standing) return { ...standing, targets };
  if (!here.some(({ kind }) => kind === "block_caught")) return undefined;
  if (here.some((one) => one.kind === "allow" && one.recipient === recipient)) return undefined;
  const tracks = finding.recipient.tracker || finding.recipient.disguise !== null;
  return tracks ? newDecision({ kind: "block", site: null, recipient, targets, private: isPrivate, time }) : undefined;
}
