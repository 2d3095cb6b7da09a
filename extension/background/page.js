// A page of the ledger: what the documents of one page sent to whom. Pure functions over plain values.

import { countAgain, isCounted, keyOf, leavesHome, mergeEntries, newEntry } from "./entry.js";

/** @typedef {import("../../types/leaklight.js").Finding} Finding */
/** @typedef {import("../../types/leaklight.js").Reason} Reason */
/** @typedef {import("./entry.js").Entry} Entry */
/** @typedef {import("./entry.js").Fate} Fate */

/**
 * @typedef {object} Page
 * @property {string | null} origin
 * @property {number | null} committed when it came on screen, ms since the epoch; null before that
 * @property {number | null} left when the navigation away from it began
 * @property {number} seen when the person last looked at its findings; 0 for never
 * @property {number} watched requests
 * @property {number} bytes that were there to be read of them
 * @property {number} unreadRequests requests of which something could not be read
 * @property {{ [reason in Reason]?: number }} unread requests by what could not be read
 * @property {{ [key: string]: Entry }} entries
 * @property {number} dropped findings beyond what is kept
 * @property {string[]} sockets hosts to which it opened connections, on which messages go that the browser does not show
 * @property {number} told messages and bodies that its own scripts told of
 * @property {number} untold those that they left out, since there were too many
 */

/** Distinct findings kept a page. A replay recorder sends the same ones for hours; beyond this they are counted. */
export const ENTRY_LIMIT = 300;

/** How long before a navigation a finding is too fresh to have been noticed, in milliseconds. */
export const UNNOTICED_MS = 1000;

/**
 * @param {string | null} origin
 * @returns {Page}
 */
export function newPage(origin) {
  return {
    origin,
    committed: null,
    left: null,
    seen: 0,
    watched: 0,
    bytes: 0,
    unreadRequests: 0,
    unread: {},
    entries: {},
    dropped: 0,
    sockets: [],
    told: 0,
    untold: 0,
  };
}

/**
 * Findings of a page that the person had no time to notice before it was left.
 *
 * @param {Page} page
 * @returns {{ [key: string]: Entry }}
 */
export function unnoticed(page) {
  const since = Math.max((page.left ?? Infinity) - UNNOTICED_MS, page.seen);
  return Object.fromEntries(Object.entries(page.entries).filter(([, entry]) => entry.first > since && isCounted(entry)));
}

/**
 * Adds one request's findings.
 *
 * @param {Page} page
 * @param {Finding[]} findings
 * @param {{ fate: Fate, time: number, masked: { [identifier: string]: string } }} circumstances
 * @returns {{ page: Page, keys: string[] }} `keys`: of the entries that now count this request
 */
export function addFindings(page, findings, { fate, time, masked }) {
  const leaving = findings.filter(leavesHome);
  // Most requests hold nothing; the entries of a busy page are not copied for those.
  if (leaving.length === 0) return { page, keys: [] };
  const entries = { ...page.entries };
  /** @type {Set<string>} */
  const keys = new Set();
  let { dropped } = page;
  for (const finding of leaving) {
    const key = keyOf(finding);
    if (keys.has(key)) continue;
    const entry = entries[key];
    if (!entry && Object.keys(entries).length >= ENTRY_LIMIT) {
      dropped += 1;
      continue;
    }
    keys.add(key);
    entries[key] = entry ? countAgain(entry, fate, time) : newEntry(finding, fate, time, masked);
  }
  return { page: { ...page, entries, dropped }, keys: [...keys] };
}

/**
 * Changes what became of one request's findings.
 *
 * @param {Page} page
 * @param {string[]} keys
 * @param {Fate} from
 * @param {Fate | null} to null takes them back as if the request had never been
 * @returns {Page}
 */
export function moveFindings(page, keys, from, to) {
  if (keys.length === 0) return page;
  const entries = { ...page.entries };
  for (const key of keys) {
    const entry = entries[key];
    if (!entry) continue;
    const counts = { ...entry.counts, [from]: Math.max(0, entry.counts[from] - 1) };
    if (to) counts[to] += 1;
    if (Object.values(counts).some((count) => count > 0)) entries[key] = { ...entry, counts };
    else delete entries[key];
  }
  return { ...page, entries };
}

/**
 * Counts what could not be read of one request.
 *
 * @param {Page} page
 * @param {Reason[]} before reasons of the same request that are counted already
 * @param {Reason[]} now all of them
 * @returns {Page}
 */
export function addUnread(page, before, now) {
  const fresh = now.filter((reason) => !before.includes(reason));
  if (fresh.length === 0) return page;
  const unread = { ...page.unread };
  for (const reason of fresh) unread[reason] = (unread[reason] ?? 0) + 1;
  return { ...page, unread, unreadRequests: page.unreadRequests + (before.length === 0 ? 1 : 0) };
}

/**
 * Two halves of what turned out to be one page.
 *
 * @param {Page} page
 * @param {Page} other
 * @returns {Page}
 */
export function mergePages(page, other) {
  const unread = { ...page.unread };
  for (const [reason, count] of Object.entries(other.unread)) {
    const key = /** @type {Reason} */ (reason);
    unread[key] = (unread[key] ?? 0) + count;
  }
  const entries = { ...page.entries };
  for (const [key, entry] of Object.entries(other.entries)) {
    const mine = entries[key];
    entries[key] = mine ? mergeEntries(mine, entry) : entry;
  }
  return {
    ...page,
    origin: page.origin ?? other.origin,
    watched: page.watched + other.watched,
    bytes: page.bytes + other.bytes,
    unreadRequests: page.unreadRequests + other.unreadRequests,
    unread,
    entries,
    dropped: page.dropped + other.dropped,
    sockets: [...new Set([...page.sockets, ...other.sockets])],
    told: page.told + other.told,
    untold: page.untold + other.untold,
  };
}
