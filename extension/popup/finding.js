// One finding: in plain words, with the technical facts and the person's own word on it a click away.

import { button, element } from "../shared/element.js";
import { sayMeaning, sayPurpose } from "../shared/introduction.js";
import { say } from "../shared/text.js";
import { isReadable, sayHow, sayOutcome, sayPlainly, sayWhere } from "../shared/words.js";
import { standing } from "./acting.js";

/** @typedef {import("../../types/leaklight.js").Place} Place */
/** @typedef {import("../shared/protocol.js").EntryView} EntryView */
/** @typedef {import("./acting.js").Acting} Acting */

/**
 * @param {EntryView} entry
 * @param {string} recipient
 * @param {Acting} acting
 * @returns {HTMLElement}
 */
export function findingItem(entry, recipient, acting) {
  const { finding, outcome } = entry;
  return element(
    "details",
    {
      class: "finding",
      "data-key": `finding ${entry.id}`,
      "data-finding": true,
      "data-identifier": finding.identifier.id,
      "data-kind": finding.identifier.kind,
      "data-carrier": finding.carrier,
      "data-name": finding.name ?? "",
      "data-chain": finding.chain.join(" "),
      "data-digest": finding.digest ?? "",
      "data-outcome": outcome,
      "data-confidence": finding.confidence,
      "data-readable": String(isReadable(finding)),
      "data-witness": finding.witness ?? "browser",
    },
    element(
      "summary",
      {},
      element("span", { class: "how" }, sayPlainly(entry, recipient)),
      element("span", { class: "soft small name" }, sayPlaceAndEnd(entry)),
    ),
    technicalList(entry),
    word(entry, acting),
  );
}

/** @param {EntryView} entry */
function sayPlaceAndEnd({ finding, outcome }) {
  return [sayWhere(finding), outcome !== "sent" && say(`outcome_${outcome}`), finding.witness === "page" && say("told_by_page")].filter(Boolean).join(" · ");
}

/**
 * What the person says of it, or can say.
 *
 * @param {EntryView} entry
 * @param {Acting} acting
 * @returns {HTMLElement | null}
 */
function word({ id, decision }, acting) {
  if (decision?.kind === "mute") return null;
  if (decision) return standing(say(`said_${decision.kind}`), decision, acting);
  const { tabId, page, host, act } = acting;
  if (host === null) return null;
  /** @param {"expected" | "not_mine"} said @param {string} done */
  const decide = (said, done) => act({ type: "decide", decision: said, tabId, page, entry: id }, done);
  return element(
    "p",
    { class: "word small" },
    button(say("say_expected"), { class: "link", "data-act": "expected", "data-key": `expected ${id}` }, () => decide("expected", say("done_expected"))),
    button(say("say_not_mine"), { class: "link", "data-act": "not_mine", "data-key": `not_mine ${id}` }, () => decide("not_mine", say("done_not_mine"))),
  );
}

/**
 * @param {EntryView} entry
 * @returns {HTMLElement}
 */
function technicalList(entry) {
  const { parts, places, confidence, bits, method, url } = entry.finding;
  const purpose = sayPurpose(entry.finding);
  const meaning = sayMeaning(entry.finding);
  return element(
    "dl",
    { class: "small" },
    ...row("technical_outcome", sayOutcome(entry)),
    ...(entry.finding.witness === "page" ? row("technical_witness", say("witness_page")) : []),
    ...(purpose === "" ? [] : row("technical_purpose", purpose)),
    ...row("technical_how", sayHow(entry.finding)),
    ...(meaning === "" ? [] : row("technical_meaning", element("span", { class: "meaning" }, meaning))),
    ...row("technical_places", ...places.map(sayPlace)),
    ...(parts.length > 0 ? row("technical_parts", parts.map((part) => say(`part_${part}`)).join(", ")) : []),
    ...row("technical_confidence", say("technical_bits", say(`confidence_${confidence}`), bits.toFixed(0))),
    element("dt", {}, say("technical_request")),
    element("dd", { dir: "ltr" }, `${method} ${url}`),
  );
}

/**
 * @param {string} label
 * @param {...(string | HTMLElement)} values
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
