// Which page a request belongs to. Pure.
//
// By document, not by tab: a page's last beacons arrive after the next page's first request, a page may be
// prepared before it is shown, and Firefox tells of a navigation's request after it tells of its end.

import { COMING, pageOfDocument } from "./tab.js";

/** @typedef {import("../shared/browser.js").Sighting} Sighting */
/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./tab.js").Tab} Tab */

/** @typedef {[tab: number, page: string]} Home Where a request belongs: a tab, and a key of its pages. */

/** Stands for the tab of what belongs to none: workers of closed pages, beacons of a tab that is gone. */
export const NOWHERE = -1;

/** The one page of `NOWHERE`. */
export const ELSEWHERE = "elsewhere";

/**
 * Where a request belongs. Several homes where a worker serves several pages; none where nothing may be kept.
 *
 * @param {State} state
 * @param {Sighting} request
 * @returns {Home[]}
 */
export function homesOf(state, request) {
  const tab = state.tabs[request.tab];
  if (request.tab === NOWHERE || state.closed.some(({ id }) => id === request.tab)) return homesWithoutTab(state, request);
  return [[request.tab, pageKeyOf(tab, request)]];
}

/**
 * @param {State} state
 * @param {Sighting} request
 * @returns {Home[]}
 */
function homesWithoutTab(state, request) {
  const tabs = Object.entries(state.tabs).map(([id, tab]) => ({ id: Number(id), tab }));
  for (const { id, tab } of tabs) {
    const page = pageOfDocument(tab, request.document);
    if (page !== undefined) return [[id, page]];
  }
  const closed = state.closed.find(({ id }) => id === request.tab);
  /** @type {Home[]} */
  const homes = [];
  for (const { id, tab } of tabs) {
    const page = tab.current === null ? undefined : tab.pages[tab.current];
    const same = request.tab === NOWHERE && page && page.origin !== null && page.origin === request.origin;
    if (id !== NOWHERE && same && (!request.private || tab.private)) homes.push([id, /** @type {string} */ (tab.current)]);
  }
  if (homes.length > 0) return homes;
  // What a private window did is not shown in another one.
  return request.private || closed?.private ? [] : [[NOWHERE, ELSEWHERE]];
}

/**
 * @param {Tab | undefined} tab
 * @param {Sighting} request
 * @returns {string}
 */
function pageKeyOf(tab, request) {
  const current = tab?.current ?? COMING;
  if (request.navigation) return request.active ? pageOfNavigation(tab, request) : current;
  const known = pageOfDocument(tab, request.document) ?? pageOfDocument(tab, request.parent);
  if (known !== undefined) return known;
  // A document that asks before the browser says that it is there.
  if (request.top && request.document !== null) return request.document;
  return current;
}

/**
 * A navigation belongs to the page that asked for it, otherwise to the page it leads to.
 *
 * @param {Tab | undefined} tab
 * @param {Sighting} request
 * @returns {string}
 */
function pageOfNavigation(tab, request) {
  const shown = Object.entries(tab?.pages ?? {})
    .map(([key, page]) => ({ key, page, at: page.committed }))
    .filter((one) => one.at !== null)
    .sort((one, other) => Number(one.at) - Number(other.at));
  const left = shown.findLast(({ at }) => Number(at) <= request.time);
  if (left && left.page.origin !== null && left.page.origin === request.origin) return left.key;
  return shown.find(({ at }) => Number(at) > request.time)?.key ?? COMING;
}
