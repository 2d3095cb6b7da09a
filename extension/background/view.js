// What the popup is told of a tab: the ledger as plain values, with what follows from it.

import { NOWHERE, ELSEWHERE } from "./attribution.js";
import { badgeOf } from "./badge.js";
import { fateOf } from "./entry.js";
import { newPage } from "./page.js";
import { decisionsAt, decisionsFor, isPaused, standingOf } from "./standing.js";
import { COMING } from "./tab.js";

/** @typedef {import("../../types/leaklight.js").Finding} Finding */
/** @typedef {import("../../types/leaklight.js").Repeated} Repeated */
/** @typedef {import("../../types/leaklight.js").Summary} Summary */
/** @typedef {import("../shared/protocol.js").PageView} PageView */
/** @typedef {import("../shared/protocol.js").TabView} TabView */
/** @typedef {import("./entry.js").Entry} Entry */
/** @typedef {import("./entry.js").Fate} Fate */
/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./state.js").State} State */

/**
 * @param {State} state
 * @param {number} id of the tab
 * @param {boolean} watching
 * @returns {TabView}
 */
export function tabView(state, id, watching) {
  const tab = state.tabs[id];
  const shown = tab?.current ?? COMING;
  const previous = Object.entries(tab?.pages ?? {})
    .filter(([key, page]) => key !== shown && Object.keys(page.entries).length > 0)
    .reverse();
  const page = tab?.pages[shown] ?? newPage(null);
  return {
    tabId: id,
    private: tab?.private ?? false,
    badge: badgeOf(state, id, watching),
    paused: isPaused(state, id),
    page: pageView(state, id, shown, page),
    previous: previous.map(([key, one]) => pageView(state, id, key, one)),
    elsewhere: pageView(state, NOWHERE, ELSEWHERE, state.tabs[NOWHERE]?.pages[ELSEWHERE] ?? newPage(null)),
  };
}

/**
 * What a report on a tab consists of: the findings of all its pages, and what could not be read.
 *
 * @param {TabView} view
 * @returns {{ findings: Repeated[], summary: Summary }}
 */
export function reportOf(view) {
  const pages = [view.page, ...view.previous];
  /** @type {Map<import("../../types/leaklight.js").Reason, number>} */
  const skips = new Map();
  for (const { unread } of pages) {
    for (const [reason, count] of Object.entries(unread)) {
      const key = /** @type {import("../../types/leaklight.js").Reason} */ (reason);
      skips.set(key, (skips.get(key) ?? 0) + count);
    }
  }
  return {
    findings: pages.flatMap((page) => page.entries.flatMap(repeated)),
    summary: {
      requests: pages.reduce((sum, page) => sum + page.watched, 0),
      bytes: pages.reduce((sum, page) => sum + page.bytes, 0),
      skips: [...skips].map(([reason, count]) => ({ reason, count })),
    },
  };
}

/**
 * @param {State} state
 * @param {number} tab
 * @param {string} key
 * @param {Page} page
 * @returns {PageView}
 */
function pageView(state, tab, key, page) {
  const { origin, watched, bytes, unread, unreadRequests, dropped, sockets, told, untold } = page;
  const decisions = decisionsAt(state, tab, page);
  const entries = Object.entries(page.entries).map(([id, entry]) => {
    const standing = standingOf(entry, decisionsFor(state, tab, page, entry));
    const finding = { ...entry.finding, outcome: outcomeOf(fateOf(entry)) };
    return { ...entry, ...standing, id, finding, outcome: fateOf(entry), counted: standing.group === "counted" };
  });
  return { key, origin, watched, bytes, unread, unreadRequests, dropped, sockets, told, untold, decisions, entries };
}

/**
 * An entry as a report tells it: once for each thing that became of its requests, so that none is said to have been sent
 * that was blocked.
 *
 * @param {Entry} entry
 * @returns {Repeated[]}
 */
function repeated({ finding, counts }) {
  const fates = /** @type {Fate[]} */ (Object.keys(counts)).filter((fate) => counts[fate] > 0);
  return fates.map((fate) => ({ finding: { ...finding, outcome: outcomeOf(fate) }, count: counts[fate] }));
}

/**
 * @param {Fate} fate
 * @returns {Finding["outcome"]}
 */
function outcomeOf(fate) {
  return fate === "attempted" ? null : fate;
}
