// Who a recipient is and what its requests were, in plain words.

import { keyPart, say, sayCount } from "./text.js";

/** @typedef {import("../../types/leaklight.js").Finding} Finding */
/** @typedef {import("../../types/leaklight.js").Purpose} Purpose */
/** @typedef {import("../../types/leaklight.js").Recipient} Recipient */

/** Kinds of request told in full. */
const MOST_ACTIONS = 3;

/**
 * Who that is, beyond the name. A recipient that no table knows is called unknown: that does not make it harmless.
 *
 * @param {Recipient[]} recipients all of one name
 * @param {string} name
 * @returns {string}
 */
export function sayRecipient(recipients, name) {
  const said = recipients.flatMap((recipient) => [
    sayDisguise(recipient),
    recipient.entity === null ? sayUnknown(recipient) : null,
    recipient.domain === name ? null : recipient.domain,
    recipient.category === null ? null : say(`category_${recipient.category}`),
    recipient.party === "unknown" ? say("unknown_party") : null,
  ]);
  return unique(said).join(" · ");
}

/** @param {Recipient} recipient */
function sayUnknown({ tracker }) {
  return tracker ? say("unknown_tracker") : say("unknown_company");
}

/**
 * Somebody else under the site's own name: that name alone would hide who it is.
 *
 * @param {Recipient} recipient
 * @returns {string | null}
 */
function sayDisguise({ disguise, product, entity, domain }) {
  return disguise && say(`disguise_${disguise}`, product ?? entity ?? domain);
}

/**
 * What the requests were: `Meta Pixel 1234567890: SubscribedButtonClick on /checkout`.
 *
 * @param {Finding[]} findings
 * @returns {string[]} a line each, the last of them for what is not told
 */
export function sayActions(findings) {
  const actions = unique(findings.map(sayAction));
  const rest = actions.length - MOST_ACTIONS;
  return rest > 0 ? [...actions.slice(0, MOST_ACTIONS), sayCount("further_actions", rest)] : actions;
}

/**
 * The finding's `recipient.action`, in the browser's language: products' and sites' own words stay as they are.
 *
 * @param {Finding} finding
 * @returns {string | null}
 */
function sayAction({ page, recipient, usual_event }) {
  const { product, account, event } = recipient;
  if (product === null) return null;
  const named = account === null ? product : `${product} ${account}`;
  const happened = event ?? (usual_event && say(`event_${keyPart(usual_event)}`));
  const request = happened ? say("request_event", named, happened) : named;
  const [, path] = /^https?:\/\/[^/?#]*([^?#]*)/.exec(page ?? "") ?? [];
  return path === undefined ? request : say("request_on_page", request, path || "/");
}

/**
 * What the strongest place's name says: the finding's `meaning`, in the browser's language.
 *
 * @param {Finding} finding
 * @returns {string} empty where that is not known
 */
export function sayMeaning({ words }) {
  return words.map((word) => say(`means_${keyPart(word)}`)).join(", ");
}

/**
 * What else the requests told: `Also sent: size of the screen, language`.
 *
 * @param {Finding[]} findings
 * @returns {string} empty where they told nothing else
 */
export function sayContext(findings) {
  const kinds = unique(findings.flatMap(({ context }) => context.map(({ kind }) => say(`context_${kind}`))));
  return kinds.length === 0 ? "" : say("also_sent", kinds.join(", "));
}

/**
 * Why a finding is taken for handed over, or is not.
 *
 * @param {Finding} finding
 * @returns {string} empty where nobody asks anything of the recipient
 */
export function sayPurpose({ purpose, recipient }) {
  return purpose === "none" || recipient.role === null ? "" : say(`purpose_${purpose}`, say(`role_${recipient.role}`));
}

/**
 * @param {(string | null)[]} values
 * @returns {string[]}
 */
function unique(values) {
  return [...new Set(values.filter((value) => value !== null))];
}
