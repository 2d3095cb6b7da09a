// One recipient's card: who it is, what it got, what the person can do about it.

import { byIdentifier, listDetails, sayDetail } from "../shared/details.js";
import { element } from "../shared/element.js";
import { sayActions, sayContext, sayRecipient } from "../shared/introduction.js";
import { say, sayTime } from "../shared/text.js";
import { isReadable } from "../shared/words.js";
import { recipientActions } from "./acting.js";
import { findingItem } from "./finding.js";

/** @typedef {import("../background/standing.js").Group} Group */
/** @typedef {import("../shared/protocol.js").EntryView} EntryView */
/** @typedef {import("./acting.js").Acting} Acting */

/**
 * @param {string} name
 * @param {EntryView[]} entries never empty
 * @param {Group} group
 * @param {Acting} acting
 * @param {boolean} open whether it shows at once what is in it
 * @returns {HTMLElement}
 */
export function recipientCard(name, entries, group, acting, open) {
  const findings = entries.map((entry) => entry.finding);
  const recipients = findings.map((finding) => finding.recipient);
  const domains = unique(recipients.map((recipient) => recipient.domain));
  const context = sayContext(findings);
  const isBlocked = group !== "blocked" && acting.decisions.some(({ kind, recipient }) => kind === "block" && recipient === name);
  const isSaid = group === "expected" && entries.every(({ decision }) => decision !== null);
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
      "details",
      { open, "data-key": `recipient ${acting.page} ${group} ${name}` },
      element(
        "summary",
        {},
        element("h3", {}, name, isBlocked && chip(say("chip_blocked")), isSaid && chip(say("chip_said"))),
        element("span", { class: "soft small when" }, sayTime(Math.max(...entries.map((entry) => entry.last)))),
        ...sayGot(entries, group).map((line) => element("span", { class: "small got" }, line)),
      ),
      element(
        "div",
        { class: "who small" },
        element("p", { class: "soft domain" }, sayRecipient(recipients, name)),
        ...sayActions(findings).map((action) => element("p", { class: "action" }, action)),
      ),
      element("ul", {}, ...byIdentifier(entries).map((one) => detailItem(one, name, acting))),
      context !== "" && element("p", { class: "soft small context" }, context),
      recipientActions(name, entries, group, acting),
    ),
  );
}

/** @param {string} text */
function chip(text) {
  return element("span", { class: "chip" }, text);
}

/**
 * @param {EntryView[]} entries
 * @param {Group} group
 * @returns {string[]} what it got: what it can read first, then what it got scrambled only
 */
function sayGot(entries, group) {
  const readable = entries.filter((entry) => isReadable(entry.finding));
  const ids = new Set(readable.map(({ finding }) => finding.identifier.id));
  const scrambled = entries.filter(({ finding }) => !ids.has(finding.identifier.id));
  if (group === "blocked") return [say("got_blocked", sayDetails(entries))];
  if (group === "unclear") return [say("got_unclear", sayDetails(entries))];
  return [
    ...(readable.length > 0 ? [say("got_readable", sayDetails(readable))] : []),
    ...(scrambled.length > 0 ? [say("got_scrambled", sayDetails(scrambled))] : []),
  ];
}

/** @param {EntryView[]} entries */
function sayDetails(entries) {
  const details = byIdentifier(entries).map((several) => {
    const [{ finding, masked }] = several;
    // Only the person knows what else they saved, and by the name they gave it.
    return finding.identifier.kind === "other" && masked !== "" ? masked : sayDetail(several);
  });
  return listDetails(details);
}

/**
 * @param {[EntryView, ...EntryView[]]} entries of one identifier
 * @param {string} recipient
 * @param {Acting} acting
 * @returns {HTMLElement}
 */
function detailItem(entries, recipient, acting) {
  const [first] = entries;
  const { id, kind } = first.finding.identifier;
  return element(
    "li",
    { class: "detail", "data-detail": id },
    element(
      "p",
      {},
      element("span", { class: "kind" }, say(`your_${kind}`)),
      element("bdi", { class: "masked" }, first.masked),
    ),
    ...entries.map((entry) => findingItem(entry, recipient, acting)),
  );
}

/**
 * @template Value
 * @param {Value[]} values
 * @returns {Value[]}
 */
function unique(values) {
  return [...new Set(values)];
}
