// The ledger as one pure reducer: (state, event) -> state.
//
// The worker may die between any two events, so everything that the next event needs is in the state, and the
// state is plain JSON. It holds no URL and no personal value.

import { NOWHERE, homesOf } from "./attribution.js";
import { addFindings, addUnread, moveFindings, newPage } from "./page.js";
import { COMING, commit, forget, frame, newTab, prepare, see } from "./tab.js";

/** @typedef {import("../../types/leaklight.js").Look} Look */
/** @typedef {import("../../types/leaklight.js").Reason} Reason */
/** @typedef {import("../../types/leaklight.js").Verdict} Verdict */
/** @typedef {import("../shared/browser.js").Sighting} Sighting */
/** @typedef {import("./attribution.js").Home} Home */
/** @typedef {import("./page.js").Fate} Fate */
/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./tab.js").Tab} Tab */

/**
 * A request under way.
 *
 * @typedef {object} Exchange
 * @property {Home[]} homes
 * @property {string[]} keys of the entries that count it
 * @property {"attempted" | "sent"} fate
 * @property {boolean} answered whether a server is known to have answered
 * @property {boolean} network whether it is known that no cache did
 * @property {boolean} hasBody whether the browser showed a body
 * @property {Look[]} looks
 * @property {Reason[]} unread
 */

/**
 * @typedef {object} State
 * @property {1} version
 * @property {{ [tab: string]: Tab }} tabs
 * @property {{ [request: string]: Exchange }} exchanges
 * @property {{ id: number, private: boolean }[]} closed the tabs closed last
 * @property {{ count: number, last: { where: string, name: string }[] }} failures of this extension itself
 * @property {number} lost requests that could not wait until the extension was awake
 */

/**
 * @typedef {{ id: number, private: boolean, document: string | null, origin: string | null }} OpenTab
 * @typedef {{ request: Sighting, verdict: Verdict | null, looks: Look[], masked: { [identifier: string]: string } }} Inspected
 * @typedef {{ type: "attempted", hasBody: boolean } & Inspected} Attempted
 * @typedef {{ type: "sent" } & Inspected} Sent
 * @typedef {(
 *   | Attempted
 *   | Sent
 *   | { type: "answered", requestId: string, fromCache: boolean | null }
 *   | { type: "completed", requestId: string, fromCache: boolean }
 *   | { type: "failed", requestId: string, ending: "blocked" | "aborted" | "failed" }
 *   | { type: "opened", tab: number, private: boolean }
 *   | { type: "leaving", tab: number, time: number }
 *   | { type: "committed", tab: number, document: string, origin: string | null, time: number, prepared: boolean }
 *   | { type: "framed", tab: number, document: string, parent: string | null }
 *   | { type: "closed", tab: number }
 *   | { type: "revived", tabs: OpenTab[], time: number }
 *   | { type: "seen", tab: number, time: number }
 *   | { type: "reprofiled" }
 *   | { type: "forgotten" }
 *   | { type: "stumbled", where: string, name: string }
 *   | { type: "overflowed", count: number }
 * )} LedgerEvent
 */

/** Requests under way that are remembered; what never ends must not pile up. */
const EXCHANGE_LIMIT = 1000;
/** Closed tabs remembered, for what they send on their way out. */
const CLOSED_LIMIT = 50;
/** Own failures told in full; the rest is counted. */
const FAILURE_LIMIT = 5;

/** @returns {State} */
export function newState() {
  return { version: 1, tabs: {}, exchanges: {}, closed: [], failures: { count: 0, last: [] }, lost: 0 };
}

/**
 * @param {State} state
 * @param {LedgerEvent} event
 * @returns {State}
 */
export function reduce(state, event) {
  switch (event.type) {
    case "attempted":
      return attempted(state, event);
    case "sent":
      return sent(state, event);
    case "answered":
      return withExchange(state, event.requestId, (exchange) => ({
        ...exchange,
        answered: true,
        network: exchange.network || event.fromCache === false,
      }));
    case "completed":
      return completed(state, event.requestId, event.fromCache);
    case "failed":
      return failed(state, event.requestId, event.ending);
    case "opened":
      return withTab(state, event.tab, (tab) => ({ ...tab, private: event.private }));
    case "leaving":
      return withTab(state, event.tab, (tab) => ({ ...tab, leaving: event.time }));
    case "committed":
      return committed(state, event);
    case "framed":
      return withTab(state, event.tab, (tab) => frame(tab, event.document, event.parent));
    case "closed":
      return closed(state, event.tab);
    case "revived":
      return revived(state, event.tabs, event.time);
    case "seen":
      return withTab(state, event.tab, (tab) => see(tab, event.time));
    case "reprofiled":
      // What was looked for under the old profile says nothing under the new one.
      return { ...state, exchanges: mapValues(state.exchanges, (exchange) => ({ ...exchange, looks: [] })) };
    case "forgotten":
      return { ...state, exchanges: {}, tabs: mapValues(state.tabs, forget) };
    case "stumbled": {
      const last = [...state.failures.last, { where: event.where, name: event.name }].slice(-FAILURE_LIMIT);
      return { ...state, failures: { count: state.failures.count + 1, last } };
    }
    case "overflowed":
      return { ...state, lost: state.lost + event.count };
  }
}

/**
 * A second one with the same id is the next hop of a redirect.
 *
 * @param {State} before
 * @param {Attempted} event
 * @returns {State}
 */
function attempted(before, { request, verdict, looks, masked, hasBody }) {
  const state = endHop(before, request.requestId);
  const homes = homesOf(state, request);
  const unread = reasonsOf(verdict);
  /** @type {string[]} */
  let keys = [];
  const next = withPages(state, homes, (page = newPage(request.origin)) => {
    const added = addFindings({ ...page, watched: page.watched + 1 }, verdict?.findings ?? [], {
      fate: "attempted",
      time: request.time,
      masked,
    });
    keys = added.keys;
    return addUnread(added.page, [], unread);
  });
  /** @type {Exchange} */
  const exchange = { homes, keys, fate: "attempted", answered: false, network: false, hasBody, looks, unread };
  return { ...next, exchanges: limit({ ...next.exchanges, [request.requestId]: exchange }, EXCHANGE_LIMIT) };
}

/**
 * The verdict over the whole request replaces the one over its beginning.
 *
 * @param {State} state
 * @param {Sent} event
 * @returns {State}
 */
function sent(state, { request, verdict, looks, masked }) {
  const exchange = state.exchanges[request.requestId];
  if (!exchange) return state;
  const { homes } = exchange;
  const unread = reasonsOf(verdict);
  /** @type {string[]} */
  let keys = [];
  const next = withPages(state, homes, (page) => {
    if (!page) return undefined;
    const without = moveFindings(page, exchange.keys, exchange.fate, null);
    const added = addFindings(without, verdict?.findings ?? [], { fate: "sent", time: request.time, masked });
    keys = added.keys;
    return addUnread(added.page, exchange.unread, unread);
  });
  const all = [...new Set([...exchange.unread, ...unread])];
  return {
    ...next,
    exchanges: { ...next.exchanges, [request.requestId]: { ...exchange, keys, fate: "sent", looks, unread: all } },
  };
}

/**
 * @param {State} state
 * @param {string} requestId
 * @param {boolean} fromCache
 * @returns {State}
 */
function completed(state, requestId, fromCache) {
  const exchange = state.exchanges[requestId];
  if (!exchange) return state;
  // Without having been sent it was answered all the same: by the page's own service worker.
  const stayed = exchange.fate === "attempted" || (fromCache && !exchange.network);
  return end(state, requestId, stayed ? "cached" : exchange.fate);
}

/**
 * @param {State} state
 * @param {string} requestId
 * @param {"blocked" | "aborted" | "failed"} ending
 * @returns {State}
 */
function failed(state, requestId, ending) {
  const exchange = state.exchanges[requestId];
  if (!exchange) return state;
  // Who refuses an answer, or no longer waits for it, has sent the question. Both were measured: the server had it.
  const left = exchange.fate === "sent" && (exchange.answered || ending === "aborted");
  return end(state, requestId, left ? "sent" : ending === "aborted" ? "failed" : ending);
}

/**
 * @param {State} state
 * @param {{ tab: number, document: string, origin: string | null, time: number, prepared: boolean }} event
 * @returns {State}
 */
function committed(state, { tab: id, document, origin, time, prepared }) {
  if (prepared) return withTab(state, id, (tab) => prepare(tab, document, origin));
  const next = withTab(state, id, (tab) => commit(tab, document, origin, time));
  // Requests that were under way for the page to come now have its name.
  return {
    ...next,
    exchanges: mapValues(next.exchanges, (exchange) =>
      exchange.homes.some(([tab, page]) => tab === id && page === COMING)
        ? { ...exchange, homes: exchange.homes.map((home) => (home[0] === id ? [id, document] : home)) }
        : exchange,
    ),
  };
}

/**
 * @param {State} state
 * @param {number} id
 * @returns {State}
 */
function closed(state, id) {
  const { [id]: tab, ...tabs } = state.tabs;
  const exchanges = Object.entries(state.exchanges).filter(([, { homes }]) => !homes.some(([home]) => home === id));
  return {
    ...state,
    tabs,
    exchanges: Object.fromEntries(exchanges),
    closed: [...state.closed, { id, private: tab?.private ?? false }].slice(-CLOSED_LIMIT),
  };
}

/**
 * After a sleep: tabs may have been closed, and the first start of all finds tabs already open.
 *
 * @param {State} before
 * @param {OpenTab[]} open
 * @param {number} time
 * @returns {State}
 */
function revived(before, open, time) {
  const gone = Object.keys(before.tabs).map(Number).filter((id) => id !== NOWHERE && !open.some((tab) => tab.id === id));
  return open.reduce((state, { id, private: isPrivate, document, origin }) => {
    if (state.tabs[id]?.current) return state;
    const next = withTab(state, id, (tab) => ({ ...tab, private: isPrivate }));
    return document === null ? next : committed(next, { tab: id, document, origin, time, prepared: false });
  }, gone.reduce(closed, before));
}

/**
 * @param {State} state
 * @param {string} requestId
 * @returns {State}
 */
function endHop(state, requestId) {
  const exchange = state.exchanges[requestId];
  if (!exchange) return state;
  // A hop that was never sent was the browser's own (an upgrade to https): nobody received it.
  return end(state, requestId, exchange.fate === "sent" ? "sent" : null);
}

/**
 * @param {State} state
 * @param {string} requestId
 * @param {Fate | null} fate what became of it in the end
 * @returns {State}
 */
function end(state, requestId, fate) {
  const { [requestId]: exchange, ...exchanges } = state.exchanges;
  if (!exchange) return state;
  const next = { ...state, exchanges };
  if (fate === exchange.fate || exchange.keys.length === 0) return next;
  return withPages(next, exchange.homes, (page) => page && moveFindings(page, exchange.keys, exchange.fate, fate));
}

/**
 * @param {Verdict | null} verdict
 * @returns {Reason[]}
 */
function reasonsOf(verdict) {
  return [...new Set((verdict?.skips ?? []).map((skip) => skip.reason))];
}

/**
 * @param {State} state
 * @param {string} requestId
 * @param {(exchange: Exchange) => Exchange} change
 * @returns {State}
 */
function withExchange(state, requestId, change) {
  const exchange = state.exchanges[requestId];
  return exchange ? { ...state, exchanges: { ...state.exchanges, [requestId]: change(exchange) } } : state;
}

/**
 * @param {State} state
 * @param {number} id
 * @param {(tab: Tab) => Tab} change
 * @returns {State} unchanged where the tab is closed: late events must not raise it from the dead
 */
function withTab(state, id, change) {
  if (state.closed.some((tab) => tab.id === id)) return state;
  return { ...state, tabs: { ...state.tabs, [id]: change(state.tabs[id] ?? newTab()) } };
}

/**
 * @param {State} state
 * @param {Home[]} homes
 * @param {(page: Page | undefined) => Page | undefined} change undefined leaves a page that is not there as it is
 * @returns {State}
 */
function withPages(state, homes, change) {
  return homes.reduce(
    (next, [id, key]) =>
      withTab(next, id, (tab) => {
        const page = change(tab.pages[key]);
        return page ? { ...tab, pages: { ...tab.pages, [key]: page } } : tab;
      }),
    state,
  );
}

/**
 * @template From, To
 * @param {{ [key: string]: From }} record
 * @param {(value: From) => To} change
 * @returns {{ [key: string]: To }}
 */
function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/**
 * @template Value
 * @param {{ [key: string]: Value }} record
 * @param {number} most
 * @returns {{ [key: string]: Value }} without its first members, where there are more
 */
function limit(record, most) {
  const members = Object.entries(record);
  return members.length <= most ? record : Object.fromEntries(members.slice(-most));
}
