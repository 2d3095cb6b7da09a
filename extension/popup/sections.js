// The popup's sections: groups of recipients, other pages of the tab, what was decided.

import { recipientOf } from "../background/entry.js";
import { sayDecision } from "../shared/decided.js";
import { element } from "../shared/element.js";
import { say, sayCount } from "../shared/text.js";
import { standing } from "./acting.js";
import { sortEntries } from "./groups.js";
import { recipientCard } from "./recipient.js";

/** @typedef {import("../background/decision.js").Decision} Decision */
/** @typedef {import("../background/standing.js").Group} Group */
/** @typedef {import("../shared/protocol.js").EntryView} EntryView */
/** @typedef {import("../shared/protocol.js").PageView} PageView */
/** @typedef {import("../shared/protocol.js").TabView} TabView */
/** @typedef {import("./acting.js").Acting} Acting */

/** Groups that the person has dealt with, or that ask for nothing: closed until wanted. @type {Group[]} */
const CLOSED = ["quiet"];

/** Cards that are open at once; more of them would not fit into a popup. */
const MOST_OPEN = 1;

/**
 * @param {PageView} page
 * @param {Acting} acting
 * @returns {HTMLElement[]}
 */
export function groupSections(page, acting) {
  return sortEntries(page.entries).map(({ group, recipients }) => {
    const open = group === "counted" && recipients.size <= MOST_OPEN;
    const cards = [
      element("p", { class: "soft small" }, say(`group_${group}_help`)),
      element("ul", {}, ...[...recipients].map(([name, entries]) => recipientCard(name, entries, group, acting, open))),
    ];
    const heading = element("h2", {}, say(`group_${group}`), " ", element("span", { class: "soft" }, String(recipients.size)));
    if (!CLOSED.includes(group)) return element("section", { class: "group", "data-group": group }, heading, ...cards);
    const inside = element("div", { class: "group" }, ...cards);
    return element("details", { class: "group", "data-group": group, "data-key": `group ${page.key} ${group}` }, element("summary", {}, heading), inside);
  });
}

/**
 * What else is to be told: pages before this one, and what belongs to no open page.
 *
 * @param {TabView} tab
 * @param {(page: PageView) => Acting} actingOn
 * @returns {HTMLElement[]}
 */
export function otherPages({ previous, elsewhere }, actingOn) {
  return [
    ...otherSection("previous", previous, actingOn),
    ...otherSection("elsewhere", elsewhere.entries.length > 0 ? [elsewhere] : [], actingOn),
  ];
}

/**
 * @param {"previous" | "elsewhere"} id
 * @param {PageView[]} pages
 * @param {(page: PageView) => Acting} actingOn
 * @returns {HTMLElement[]}
 */
function otherSection(id, pages, actingOn) {
  const counted = pages.flatMap((page) => page.entries).filter((entry) => entry.counted);
  const count = new Set(counted.map(({ finding }) => recipientOf(finding.recipient))).size;
  if (count === 0) return [];
  const parts = pages.map((page) =>
    element(
      "div",
      { class: "page" },
      id === "previous" && element("h2", {}, page.origin === null ? say("previous_page_unknown") : say("previous_page", new URL(page.origin).host)),
      ...groupSections(page, actingOn(page)),
    ),
  );
  return [element("details", { id, "data-count": count, "data-key": id }, element("summary", {}, sayCount(id, count)), ...parts)];
}

/**
 * @param {TabView} tab
 * @param {Acting} acting
 * @returns {HTMLElement[]} none where nothing is decided
 */
export function decidedSection({ page, private: isPrivate }, acting) {
  const shown = page.decisions.filter(({ kind }) => !["pause", "allow", "block_caught"].includes(kind));
  if (shown.length === 0) return [];
  // What is about this very site stands before what holds everywhere.
  const sorted = [...shown.filter(({ site }) => site !== null), ...shown.filter(({ site }) => site === null)];
  return [
    element(
      "details",
      { "data-key": "decided", "data-count": shown.length },
      element("summary", { class: "small" }, sayCount("decided", shown.length)),
      isPrivate && element("p", { class: "soft small" }, say("decided_private")),
      element("ul", { class: "small" }, ...sorted.map((decision) => element("li", {}, standing(sayDecision(decision), decision, acting)))),
    ),
  ];
}
