// Findings sorted into what they mean for the person, and by who received them.

import { recipientOf } from "../background/entry.js";

/** @typedef {import("../shared/protocol.js").EntryView} EntryView */
/** @typedef {import("../background/standing.js").Group} Group */

/** Every group, the gravest first. @type {Group[]} */
export const GROUPS = ["counted", "expected", "unclear", "blocked", "quiet"];

/**
 * @param {EntryView[]} entries
 * @returns {{ group: Group, recipients: Map<string, EntryView[]> }[]} groups that hold something; who got most first
 */
export function sortEntries(entries) {
  return GROUPS.map((group) => {
    /** @type {Map<string, EntryView[]>} */
    const recipients = new Map();
    for (const entry of entries.filter((one) => one.group === group)) {
      const name = recipientOf(entry.finding.recipient);
      recipients.set(name, [...(recipients.get(name) ?? []), entry]);
    }
    const sorted = [...recipients].sort(([, one], [, other]) => other.length - one.length);
    return { group, recipients: new Map(sorted) };
  }).filter(({ recipients }) => recipients.size > 0);
}
