// What the popup is told of a tab: the ledger as plain values, with what follows from it.

import { NOWHERE, ELSEWHERE } from "./attribution.js";
import { badgeOf } from "./badge.js";
import { fateOf } from "./entry.js";
import { newPage } from "./page.js";
import { decisionsAt, isPaused, standingOf } from "./standing.js";
import { COMING } from "./tab.js";

/** @typedef {import("../../types/leaklight.js").Finding} Finding */
/** @typedef {import("../../types/leaklight.js").Summary} Summary */
/** @typedef {import("../shared/protocol.js").PageView} PageView */
/** @typedef {import("../shared/protocol.js").TabView} TabView */
/** @typedef {import("./decision.js").Decision} Decision */
/** @typedef {import("./entry.js").Entry} Entry */
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
    page: pageView(shown, page, decisionsAt(state, id, page)),
    previous: previous.map(([key, one]) => pageView(key, one, decisionsAt(state, id, one))),
    elsewhere: pageView(ELSEWHERE, state.tabs[NOWHERE]?.pages[ELSEWHERE] ?? newPage(null), []),
  };
}

/**
 * What a report on a tab consists of: the findings of all its pages, and what could not be read.
 *
 * @param {TabView} view
 * @returns {{ findings: Finding[], summary: Summary }}
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
    findings: pages.flatMap((page) => page.entries.map((entry) => entry.finding)),
    summary: {
      requests: pages.reduce((sum, page) => sum + page.watched, 0),
      bytes: 0,
      skips: [...skips].map(([reason, count]) => ({ reason, count })),
    },
  };
}

/**
 * @param {string} key
 * @param {Page} page
 * @param {Decision[]} here the decisions that hold on it
 * @returns {PageView}
 */
function pageView(key, page, here) {
  const { origin, watched, unread, unreadRequests, dropped, sockets, told, untold } = page;
  const entries = Object.entries(page.entries).map(([id, entry]) => ({
    ...entry,
    ...standingOf(entry, here),
    id,
    finding: { ...entry.finding, outcome: outcomeOf(entry) },
    outcome: fateOf(entry),
    counted: standingOf(entry, here).group === "counted",
  }));
  return { key, origin, watched, unread, unreadRequests, dropped, sockets, told, untold, decisions: here, entries };
}

/**
 * @param {Entry} entry
 * @returns {Finding["outcome"]}
 */
function outcomeOf(entry) {
  const fate = fateOf(entry);
  return fate === "attempted" ? null : fate;
}
