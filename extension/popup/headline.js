// What the popup says first: what became of this page, or why nothing is known of it.

import { recipientOf } from "../background/entry.js";
import { say, sayCount } from "../shared/text.js";

/** @typedef {import("../shared/protocol.js").Status} Status */
/** @typedef {import("../shared/protocol.js").TabView} TabView */

/**
 * `watching`, or why not: `paused`, or a hindrance.
 *
 * @typedef {"watching" | "paused" | NonNullable<Status["reason"]>} Condition
 */

/**
 * Why there is nothing to show of a page that is being watched: it is none of the web's; it is none either, and its
 * badge is lit by a try; nothing of it was seen, since it was there before; or nothing was found.
 *
 * @typedef {"no_page" | "tried" | "unseen" | "nothing"} Emptiness
 */

/**
 * @param {Status} status
 * @param {TabView} tab
 * @returns {Condition}
 */
export function conditionOf({ reason }, { paused }) {
  return reason ?? (paused ? "paused" : "watching");
}

/**
 * @param {TabView} tab
 * @param {number} tried recipients that a try found
 * @returns {Emptiness | null} null where there is something to show
 */
export function emptinessOf({ page }, tried) {
  if (page.entries.length > 0) return null;
  if (page.watched > 0) return "nothing";
  if (page.origin !== null) return "unseen";
  return tried > 0 ? "tried" : "no_page";
}

/**
 * What a try found: nothing of it is kept but the tab's badge, which the browser takes back when the tab goes elsewhere.
 *
 * @param {TabView} tab
 * @returns {Promise<number>} recipients
 */
export async function triedOn({ tabId, page, badge }) {
  if (tabId < 0 || page.origin !== null || badge.text !== "") return 0;
  return Number(await chrome.action.getBadgeText({ tabId })) || 0;
}

/**
 * @param {Condition} condition
 * @param {Status} status
 * @param {TabView} tab
 * @param {number} tried recipients that a try found
 * @returns {string}
 */
export function sayHeadline(condition, { problems, unreadable }, tab, tried) {
  if (problems.length > 0 || unreadable) return say("headline_unusable");
  if (condition !== "watching") return say(`headline_${condition}`);
  const empty = emptinessOf(tab, tried);
  if (empty) return say(`headline_${empty}`);
  if (tab.badge.here > 0) return sayCount("headline_found", tab.badge.here);
  const blocked = new Set(tab.page.entries.filter(({ group }) => group === "blocked").map(({ finding }) => recipientOf(finding.recipient)));
  return blocked.size > 0 ? sayCount("headline_blocked", blocked.size) : say("headline_quiet");
}

/**
 * Why nothing is being watched, and what helps.
 *
 * @param {Exclude<Condition, "watching">} condition
 * @param {Status} status
 * @returns {string}
 */
export function sayHelp(condition, { problems, unreadable }) {
  if (problems.length > 0) return say("failed_profile_help");
  return unreadable ? say("unreadable_help") : say(`${condition}_help`);
}
