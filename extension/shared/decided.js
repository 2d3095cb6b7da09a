// A decision in plain words.

import { say } from "./text.js";

/** @typedef {import("../background/decision.js").Decision} Decision */

/**
 * @param {Decision} decision
 * @returns {string}
 */
export function sayDecision({ kind, site, recipient, endpoint, detail }) {
  const where = site ?? say("decision_everywhere");
  switch (kind) {
    case "pause":
      return say("decision_pause", where);
    case "mute":
      return say("decision_mute", recipient ?? "", where);
    case "expected":
      return say("decision_expected", sayIdentifier(detail), sayEndpoint(endpoint), where);
    case "not_mine":
      return say("decision_not_mine", sayIdentifier(detail), sayEndpoint(endpoint), where);
    case "block":
      return say("decision_block", recipient ?? "", where);
    case "allow":
      return say("decision_allow", recipient ?? "", where);
    case "block_caught":
      return say("decision_block_caught");
  }
}

/**
 * @param {string | null} endpoint host and path, or host and product
 * @returns {string}
 */
function sayEndpoint(endpoint) {
  const [, host = "", product = ""] = /^(\S+) (.+)$/.exec(endpoint ?? "") ?? [];
  return product === "" ? (endpoint ?? "") : say("endpoint_product", product, host);
}

/**
 * @param {string | null} detail an identifier's id: its kind and its number within the kind
 * @returns {string}
 */
function sayIdentifier(detail) {
  const [, kind = "other", number = "1"] = /^(.+)-(\d+)$/.exec(detail ?? "") ?? [];
  return number === "1" ? say(`kind_${kind}`) : `${say(`kind_${kind}`)} ${number}`;
}
