// What a recipient got of a person's details, in plain words.

import { say, textLocale } from "./text.js";

/** @typedef {{ finding: Pick<import("../../types/leaklight.js").Finding, "identifier" | "parts"> }} Got */

/**
 * Of each detail what was found of it, in the order in which it was found.
 *
 * @template {Got} Entry
 * @param {Entry[]} entries
 * @returns {[Entry, ...Entry[]][]}
 */
export function byIdentifier(entries) {
  /** @type {Map<string, [Entry, ...Entry[]]>} */
  const identifiers = new Map();
  for (const entry of entries) {
    const { id } = entry.finding.identifier;
    const known = identifiers.get(id);
    if (known) known.push(entry);
    else identifiers.set(id, [entry]);
  }
  return [...identifiers.values()];
}

/**
 * One detail, as far as it is all of it: a card by its last digits, an address without its street, half of a name or of an
 * email address are told as the parts that they are.
 *
 * @param {[Got, ...Got[]]} entries of one identifier
 * @returns {string}
 */
export function sayDetail(entries) {
  const { kind } = entries[0].finding.identifier;
  const parts = new Set(entries.flatMap(({ finding }) => finding.parts));
  const whole = /** @type {{ [kind: string]: boolean }} */ ({
    name: parts.has("given") && parts.has("family"),
    email: parts.has("local_part") && parts.has("domain"),
    address: parts.has("street"),
    card: parts.has("first6"),
  });
  if (parts.size === 0 || (whole[kind] ?? true)) return say(`detail_${kind}`);
  const words = [...parts].map((part) => say(`part_${part}`));
  return say("detail_part", say(`detail_${kind}`), words.join(", "));
}

/** Several details in one sentence, each once. @param {string[]} details @returns {string} */
export function listDetails(details) {
  return new Intl.ListFormat(textLocale(), { type: "conjunction" }).format(new Set(details));
}
