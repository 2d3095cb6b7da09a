// A tab of the ledger: the page on screen, the pages before it, and pages prepared for it. Pure.

import { mergePages, newPage } from "./page.js";

/** @typedef {import("./attribution.js").Home} Home */
/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./state.js").State} State */

/**
 * @typedef {object} Tab
 * @property {boolean} private
 * @property {string | null} current document on screen, a key of `pages`
 * @property {number | null} leaving when the navigation that is under way began, ms since the epoch
 * @property {{ [document: string]: Page }} pages in the order in which they came, `COMING` among them
 * @property {{ [document: string]: string }} frames documents in frames, and the page each belongs to
 */

/** The key of the page that a tab is about to show and whose document is not known yet. */
export const COMING = "coming";

/** Pages remembered beside the one on screen. */
const PAGE_LIMIT = 5;

/** Framed documents remembered. */
const FRAME_LIMIT = 200;

/** @returns {Tab} */
export function newTab() {
  return { private: false, current: null, leaving: null, pages: {}, frames: {} };
}

/**
 * The page that a document belongs to, itself or by the frames around it.
 *
 * @param {Tab | undefined} tab
 * @param {string | null} document
 * @returns {string | undefined}
 */
export function pageOfDocument(tab, document) {
  if (!tab || document === null) return undefined;
  return tab.pages[document] ? document : tab.frames[document];
}

/**
 * A document comes on screen: a new one, one that was prepared, or an earlier one again.
 *
 * @param {Tab} tab
 * @param {string} document
 * @param {string | null} origin
 * @param {number} time
 * @returns {Tab}
 */
export function commit(tab, document, origin, time) {
  const { [COMING]: coming, [document]: known = newPage(origin), ...pages } = tab.pages;
  const before = tab.current === null ? undefined : pages[tab.current];
  if (tab.current !== null && before) pages[tab.current] = { ...before, left: tab.leaving ?? time };
  const page = coming ? mergePages(known, coming) : known;
  pages[document] = { ...page, origin, committed: time, left: null };
  return prune({ ...tab, current: document, leaving: null, pages });
}

/**
 * A document is loaded before the person asks for it.
 *
 * @param {Tab} tab
 * @param {string} document
 * @param {string | null} origin
 * @returns {Tab}
 */
export function prepare(tab, document, origin) {
  const page = tab.pages[document] ?? newPage(origin);
  return { ...tab, pages: { ...tab.pages, [document]: { ...page, origin } } };
}

/**
 * A frame has a new document.
 *
 * @param {Tab} tab
 * @param {string} document
 * @param {string | null} parent
 * @returns {Tab}
 */
export function frame(tab, document, parent) {
  const page = pageOfDocument(tab, parent) ?? tab.current;
  if (page === null || tab.frames[document] === page) return tab;
  const frames = Object.entries({ ...tab.frames, [document]: page });
  return { ...tab, frames: Object.fromEntries(frames.slice(-FRAME_LIMIT)) };
}

/**
 * The person has looked at what was found.
 *
 * @param {Tab} tab
 * @param {number} time
 * @returns {Tab}
 */
export function see(tab, time) {
  const pages = Object.entries(tab.pages).map(([key, page]) => [key, { ...page, seen: time }]);
  return { ...tab, pages: Object.fromEntries(pages) };
}

/**
 * The person deletes what was found; where the tab is stays known.
 *
 * @param {Tab} tab
 * @returns {Tab}
 */
export function forget(tab) {
  const pages = Object.entries(tab.pages).map(([key, page]) => [
    key,
    { ...newPage(page.origin), committed: page.committed, left: page.left },
  ]);
  return { ...tab, pages: Object.fromEntries(pages) };
}

/**
 * @param {Tab} tab
 * @returns {Tab}
 */
function prune(tab) {
  const others = Object.keys(tab.pages).filter((key) => key !== tab.current);
  const gone = new Set(others.slice(0, Math.max(0, others.length - PAGE_LIMIT)));
  if (gone.size === 0) return tab;
  return {
    ...tab,
    pages: Object.fromEntries(Object.entries(tab.pages).filter(([key]) => !gone.has(key))),
    frames: Object.fromEntries(Object.entries(tab.frames).filter(([, page]) => !gone.has(page))),
  };
}

/**
 * @param {State} state
 * @param {number} id
 * @param {(tab: Tab) => Tab} change
 * @returns {State} unchanged where the tab is closed: late events must not raise it from the dead
 */
export function withTab(state, id, change) {
  if (state.closed.some((tab) => tab.id === id)) return state;
  return { ...state, tabs: { ...state.tabs, [id]: change(state.tabs[id] ?? newTab()) } };
}

/**
 * @param {State} state
 * @param {Home[]} homes
 * @param {(page: Page | undefined) => Page | undefined} change undefined leaves a page that is not there as it is
 * @returns {State}
 */
export function withPages(state, homes, change) {
  return homes.reduce(
    (next, [id, key]) =>
      withTab(next, id, (tab) => {
        const page = change(tab.pages[key]);
        return page ? { ...tab, pages: { ...tab.pages, [key]: page } } : tab;
      }),
    state,
  );
}
