// Which page each tab shows: the browser's words for tabs and navigations, in the ledger's.

import { originOf } from "../shared/browser.js";

/** @typedef {import("./addresses.js").AddressBook} AddressBook */
/** @typedef {import("./state.js").LedgerEvent} LedgerEvent */
/** @typedef {import("./state.js").OpenTab} OpenTab */
/** @typedef {import("./state.js").State} State */

/**
 * Details of a webNavigation event, as either browser gives them.
 *
 * @typedef {object} Navigation
 * @property {number} tabId
 * @property {number} frameId
 * @property {string} url
 * @property {number} timeStamp
 * @property {string} [documentId]
 * @property {string} [parentDocumentId]
 * @property {string} [frameType] Chromium: a prepared page is outermost under another frame number
 * @property {string} [documentLifecycle] Chromium
 */

/**
 * @param {string} name
 * @param {any[]} args
 * @param {{ addresses: AddressBook, badges: { cleared(tab: number): void }, now(): number }} parts
 * @returns {LedgerEvent | undefined} nothing where the ledger has no use for it
 */
export function navigationEvent(name, args, { addresses, badges, now }) {
  const [first, second] = args;
  switch (name) {
    case "tabs.onCreated":
      return { type: "opened", tab: first.id, private: first.incognito };
    case "tabs.onRemoved":
      return { type: "closed", tab: first, time: now() };
    case "tabs.onReplaced":
      return { type: "closed", tab: second, time: now() };
    case "tabs.onUpdated":
      // The browser clears the badge while a page loads, before or after it tells of the new document.
      if (second.status) badges.cleared(first);
      return undefined;
    case "webNavigation.onBeforeNavigate":
      return isTop(first) && isActive(first) ? { type: "leaving", tab: first.tabId, time: first.timeStamp } : undefined;
    case "webNavigation.onHistoryStateUpdated":
    case "webNavigation.onReferenceFragmentUpdated":
      if (isTop(first) && first.documentId) addresses.note(first.documentId, first.url);
      return undefined;
    case "webNavigation.onCommitted":
      return committed(first, addresses, badges);
    default:
      throw new TypeError(`no such event: ${name}`);
  }
}

/**
 * @param {Navigation} navigation
 * @param {AddressBook} addresses
 * @param {{ cleared(tab: number): void }} badges
 * @returns {LedgerEvent | undefined}
 */
function committed(navigation, addresses, badges) {
  const { tabId: tab, documentId: document, url, timeStamp: time } = navigation;
  if (document === undefined) return undefined;
  if (!isTop(navigation)) return { type: "framed", tab, document, parent: navigation.parentDocumentId ?? null };
  addresses.note(document, url);
  const prepared = !isActive(navigation);
  if (!prepared) badges.cleared(tab);
  return { type: "committed", tab, document, origin: originOfPage(url), time, prepared };
}

/**
 * The tabs that are open, after a sleep or at the first start of all.
 *
 * @param {State} state
 * @param {AddressBook} addresses is told their addresses
 * @returns {Promise<OpenTab[]>}
 */
export async function openTabs(state, addresses) {
  const tabs = await chrome.tabs.query({});
  return Promise.all(tabs.filter(({ id }) => id !== undefined && id >= 0).map((tab) => openTab(tab, state, addresses)));
}

/**
 * @param {chrome.tabs.Tab} tab
 * @param {State} state
 * @param {AddressBook} addresses
 * @returns {Promise<OpenTab>}
 */
async function openTab({ id, incognito, url }, state, addresses) {
  const tabId = /** @type {number} */ (id);
  const document = state.tabs[tabId]?.current ?? (await documentOf(tabId));
  if (document !== null && url) addresses.note(document, url);
  return { id: tabId, private: incognito, document, origin: originOfPage(url ?? "") };
}

/**
 * @param {number} tabId
 * @returns {Promise<string | null>} null where the tab shows none: it sleeps
 */
async function documentOf(tabId) {
  const frame = await chrome.webNavigation.getFrame({ tabId, frameId: 0 });
  return frame?.documentId ?? null;
}

/** @param {Navigation} navigation */
function isTop({ frameId, frameType }) {
  return frameId === 0 || frameType === "outermost_frame";
}

/** @param {Navigation} navigation */
function isActive({ documentLifecycle }) {
  return documentLifecycle === undefined || documentLifecycle === "active";
}

/**
 * The origin to remember of a page's URL: none of a page of the browser's own.
 *
 * @param {string} url
 * @returns {string | null}
 */
function originOfPage(url) {
  return /^https?:/.test(url) ? originOf(url) : null;
}
