// One recipient's card: what it got, how that was hidden, where it was.

import { element } from "../shared/element.js";
import { sayActions, sayContext, sayPurpose, sayRecipient } from "../shared/introduction.js";
import { say, sayTime } from "../shared/text.js";
import { isReadable, sayHow, sayOutcome, sayWhere } from "../shared/words.js";

/** @typedef {import("../../types/leaklight.js").Finding} Finding */
/** @typedef {import("../../types/leaklight.js").Place} Place */
/** @typedef {import("../shared/protocol.js").EntryView} EntryView */
/** @typedef {import("../background/standing.js").Group} Group */

/**
 * @param {string} name
 * @param {EntryView[]} entries never empty
 * @param {Group} group
 * @returns {HTMLElement}
 */
export function recipientCard(name, entries, group) {
  const findings = entries.map((entry) => entry.finding);
  const recipients = findings.map((finding) => finding.recipient);
  const domains = unique(recipients.map((recipient) => recipient.domain));
  const context = sayContext(findings);
  return element(
    "li",
    {
      class: "recipient",
      "data-recipient": name,
      "data-domain": domains.join(" "),
      "data-group": group,
      "data-severity": entries.some((entry) => isReadable(entry.finding)) ? "clear" : "scrambled",
    },
    element(
      "header",
      {},
      element("h3", {}, name),
      element("p", { class: "soft small when" }, when(entries)),
      element("p", { class: "soft small domain" }, sayRecipient(recipients, name)),
      ...sayActions(findings).map((action) => element("p", { class: "small action" }, action)),
    ),
    element("ul", {}, ...byIdentifier(entries).map(detailItem)),
    context !== "" && element("p", { class: "soft small context" }, context),
  );
}

/**
 * @param {EntryView[]} entries never empty
 * @returns {string} when the last of them was made; what became of them, where they were not sent
 */
function when(entries) {
  const last = sayTime(Math.max(...entries.map((entry) => entry.last)));
  const outcomes = unique(entries.map((entry) => entry.outcome));
  return [...outcomes.filter((outcome) => outcome !== "sent").map((outcome) => say(`outcome_${outcome}`)), last].join(" · ");
}

/**
 * @param {EntryView[]} entries
 * @returns {EntryView[][]}
 */
function byIdentifier(entries) {
  /** @type {Map<string, EntryView[]>} */
  const identifiers = new Map();
  for (const entry of entries) {
    const { id } = entry.finding.identifier;
    identifiers.set(id, [...(identifiers.get(id) ?? []), entry]);
  }
  return [...identifiers.values()];
}

/**
 * @param {EntryView[]} entries of one identifier
 * @returns {HTMLElement}
 */
function detailItem(entries) {
  const [first] = entries;
  const { id = "", kind = "other" } = first?.finding.identifier ?? {};
  return element(
    "li",
    { class: "detail", "data-detail": id },
    element(
      "p",
      {},
      element("span", { class: "kind" }, say(`kind_${kind}`)),
      element("span", { class: "masked" }, first?.masked),
    ),
    ...entries.map(findingItem),
  );
}

/**
 * @param {EntryView} entry
 * @returns {HTMLElement}
 */
function findingItem(entry) {
  const { finding } = entry;
  return element(
    "details",
    {
      class: "finding",
      "data-finding": true,
      "data-identifier": finding.identifier.id,
      "data-kind": finding.identifier.kind,
      "data-carrier": finding.carrier,
      "data-name": finding.name ?? "",
      "data-chain": finding.chain.join(" "),
      "data-digest": finding.digest ?? "",
      "data-outcome": entry.outcome,
      "data-confidence": finding.confidence,
      "data-readable": String(isReadable(finding)),
    },
    element(
      "summary",
      {},
      element("span", { class: "how" }, sayHow(finding)),
      element("span", { class: "soft small name" }, sayWhere(finding)),
    ),
    technicalList(entry),
  );
}

/**
 * @param {EntryView} entry
 * @returns {HTMLElement}
 */
function technicalList(entry) {
  const { parts, places, confidence, bits, meaning, method, url } = entry.finding;
  const purpose = sayPurpose(entry.finding);
  return element(
    "dl",
    { class: "small" },
    ...row("technical_outcome", sayOutcome(entry)),
    ...(purpose === "" ? [] : row("technical_purpose", purpose)),
    ...(meaning === null ? [] : row("technical_meaning", meaning)),
    ...row("technical_places", ...places.map(sayPlace)),
    ...(parts.length > 0 ? row("technical_parts", parts.map((part) => say(`part_${part}`)).join(", ")) : []),
    ...row("technical_confidence", say("technical_bits", say(`confidence_${confidence}`), bits.toFixed(0))),
    ...row("technical_request", `${method} ${url}`),
  );
}

/**
 * @param {string} label
 * @param {...string} values
 * @returns {HTMLElement[]}
 */
function row(label, ...values) {
  return [element("dt", {}, say(label)), element("dd", {}, ...values.map((value) => element("div", {}, value)))];
}

/**
 * @param {Place} place
 * @returns {string} with the wrapping in full, from the wire inwards
 */
function sayPlace(place) {
  const way = [...place.chain, ...(place.digest === null ? [] : [place.digest])];
  return way.length === 0 ? sayWhere(place) : `${sayWhere(place)}: ${way.join(" → ")}`;
}

/**
 * @template Value
 * @param {Value[]} values
 * @returns {Value[]}
 */
function unique(values) {
  return [...new Set(values)];
}
