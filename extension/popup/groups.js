// Findings sorted into what they mean for the person, and by who received them.

import { recipientOf } from "../background/entry.js";

/** @typedef {import("../shared/protocol.js").EntryView} EntryView */

/**
 * `counted`: somebody got it and needed it not; `attempted`: not known to have arrived; `expected`: handed over on
 * purpose; `possible`: may be chance.
 *
 * @typedef {"counted" | "attempted" | "expected" | "possible"} Group
 */

/** Every group, the gravest first. @type {Group[]} */
export const GROUPS = ["counted", "expected", "attempted", "possible"];

/**
 * @param {EntryView} entry
 * @returns {Group}
 */
export function groupOf({ finding, counted, outcome }) {
  if (counted) return "counted";
  if (finding.confidence === "possible") return "possible";
  if (outcome !== "sent") return "attempted";
  return "expected";
}

/**
 * @param {EntryView[]} entries
 * @returns {{ group: Group, recipients: Map<string, EntryView[]> }[]} groups that hold something; who got most first
 */
export function sortEntries(entries) {
  return GROUPS.map((group) => {
    /** @type {Map<string, EntryView[]>} */
    const recipients = new Map();
    for (const entry of entries.filter((one) => groupOf(one) === group)) {
      const name = recipientOf(entry.finding.recipient);
      recipients.set(name, [...(recipients.get(name) ?? []), entry]);
    }
    const sorted = [...recipients].sort(([, one], [, other]) => other.length - one.length);
    return { group, recipients: new Map(sorted) };
  }).filter(({ recipients }) => recipients.size > 0);
}
