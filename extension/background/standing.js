// How a finding stands to the person: the one place that says what counts. Badge and popup both ask here. Pure.

import { NOWHERE, homesOf } from "./attribution.js";
import { decisionsOn, quietedBy } from "./decision.js";
import { fateOf, isCounted, recipientOf } from "./entry.js";
import { COMING } from "./tab.js";

/** @typedef {import("../shared/browser.js").Sighting} Sighting */
/** @typedef {import("./decision.js").Decision} Decision */
/** @typedef {import("./entry.js").Entry} Entry */
/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./state.js").State} State */

/**
 * `counted`: somebody got it and needed it not; `expected`: handed over on purpose, as far as can be told or as the
 * person says; `unclear`: whether it arrived, or whether it is more than chance, cannot be told; `blocked`: never
 * left; `quiet`: muted, or not the person's.
 *
 * @typedef {"counted" | "expected" | "unclear" | "blocked" | "quiet"} Group
 */

/**
 * @typedef {object} Standing
 * @property {Group} group
 * @property {Decision | null} decision that put it there
 */

/**
 * @param {Entry} entry
 * @param {Decision[]} here the decisions that hold on its page
 * @returns {Standing}
 */
export function standingOf(entry, here) {
  const decision = quietedBy(here, entry.finding);
  return { group: decision?.kind === "expected" ? "expected" : decision ? "quiet" : groupOf(entry), decision };
}

/**
 * @param {Entry} entry
 * @returns {Group}
 */
function groupOf(entry) {
  if (isCounted(entry)) return "counted";
  const fate = fateOf(entry);
  if (fate === "blocked") return "blocked";
  return fate === "sent" && entry.finding.confidence !== "possible" ? "expected" : "unclear";
}

/**
 * The decisions that hold on a page of a tab.
 *
 * @param {State} state
 * @param {number} tab
 * @param {Page | undefined} page
 * @returns {Decision[]}
 */
export function decisionsAt(state, tab, page) {
  return decisionsOf(state, tab, page?.origin ?? null);
}

/**
 * The decisions that hold for an entry: where its page is no longer known, the finding names it.
 *
 * @param {State} state
 * @param {number} tab
 * @param {Page | undefined} page
 * @param {Entry} entry
 * @returns {Decision[]}
 */
export function decisionsFor(state, tab, page, { finding }) {
  if (page?.origin || finding.page === null) return decisionsAt(state, tab, page);
  return decisionsOf(state, tab, finding.page);
}

/** @param {State} state @param {number} tab @param {string | null} origin of a page there @returns {Decision[]} */
function decisionsOf({ decisions, tabs }, tab, origin) {
  // Most people decide little, and every entry asks.
  return decisions?.length ? decisionsOn(decisions, hostOf(origin), tabs[tab]?.private ?? false) : [];
}

/**
 * The entries that count, of those given.
 *
 * @param {State} state
 * @param {number} tab
 * @param {Page | undefined} page
 * @param {Entry[]} entries of that page
 * @returns {Entry[]}
 */
export function countedAt(state, tab, page, entries) {
  return entries.filter((entry) => standingOf(entry, decisionsFor(state, tab, page, entry)).group === "counted");
}

/**
 * Whether nothing is looked at on the page that a tab shows.
 *
 * @param {State} state
 * @param {number} tab
 * @returns {boolean}
 */
export function isPaused(state, tab) {
  const pages = state.tabs[tab]?.pages ?? {};
  return tab !== NOWHERE && decisionsAt(state, tab, pages[state.tabs[tab]?.current ?? COMING]).some(({ kind }) => kind === "pause");
}

/** Whether there is any site on which nothing is looked at. @param {State} state */
export function isAnythingPaused(state) {
  return state.decisions?.some(({ kind }) => kind === "pause") ?? false;
}

/**
 * Whether a request belongs to pages only on which nothing is looked at.
 *
 * @param {State} state
 * @param {Sighting} request
 * @param {string | null} destination the origin that it goes to: a page that nobody asked for is of its own site
 * @returns {boolean}
 */
export function isSpared(state, request, destination) {
  const homes = homesOf(state, request);
  return homes.length > 0 && homes.every(([tab, key]) => {
    const origin = state.tabs[tab]?.pages[key]?.origin ?? request.origin ?? (request.navigation ? destination : null);
    const here = decisionsOn(state.decisions ?? [], hostOf(origin), state.tabs[tab]?.private ?? false);
    return here.some(({ kind }) => kind === "pause");
  });
}

/**
 * How many companies these entries are about.
 *
 * @param {Entry[]} entries
 * @returns {number}
 */
export function countRecipients(entries) {
  return new Set(entries.map(({ finding }) => recipientOf(finding.recipient))).size;
}

/**
 * @param {string | null} origin or a whole URL
 * @returns {string | null}
 */
export function hostOf(origin) {
  return origin !== null && URL.canParse(origin) ? new URL(origin).hostname : null;
}
