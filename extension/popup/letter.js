// A letter that asks a site what it hands over and why: polite, factual, and without any value.

import { say, textLocale } from "../shared/text.js";
import { sayHow, sayWhere } from "../shared/words.js";

/** @typedef {import("../shared/protocol.js").EntryView} EntryView */

/**
 * @param {string} site its host
 * @param {string} recipient
 * @param {EntryView[]} entries of that recipient, never empty
 * @returns {string}
 */
export function letterTo(site, recipient, entries) {
  const first = Math.min(...entries.map((entry) => entry.first));
  const day = new Date(first).toLocaleDateString(textLocale(), { dateStyle: "long" });
  const hosts = [...new Set(entries.map(({ finding }) => finding.recipient.host))].join(", ");
  const facts = [...new Set(entries.map(fact))].map((line) => `- ${line}`);
  return [
    say("letter_greeting"),
    say("letter_fact", day, site, recipient, hosts),
    facts.join("\n"),
    say("letter_source"),
    [say("letter_ask"), ...["purpose", "recipients", "delete"].map((what, index) => `${index + 1}. ${say(`letter_ask_${what}`)}`)].join("\n"),
    say("letter_thanks"),
  ].join("\n\n");
}

/**
 * @param {EntryView} entry
 * @returns {string} what was sent, how it was hidden, where it stood, and what became of it where it was not sent
 */
function fact({ finding, outcome }) {
  const line = say("letter_line", say(`kind_${finding.identifier.kind}`), sayHow(finding), sayWhere(finding));
  return outcome === "sent" ? line : say("letter_line_unsent", line, say(`outcome_${outcome}`));
}
