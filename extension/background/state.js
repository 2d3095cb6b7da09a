// The ledger as one pure reducer: (state, event) -> state.
//
// The worker may die between any two events, so everything that the next event needs is in the state, and the
// state is plain JSON. It holds no URL and no personal value.

import { ELSEWHERE, NOWHERE } from "./attribution.js";
import { caught, decided, recalled, undone } from "./deciding.js";
import { gather, newOutbox, note, release } from "./outbox.js";
import { mergePages, newPage, unnoticed } from "./page.js";
import { mapValues } from "./record.js";
import { COMING, commit, forget, frame, prepare, see, withPages, withTab } from "./tab.js";
import { told } from "./testimony.js";
import { answered, attempted, completed, failed, weighed } from "./traffic.js";

/** @typedef {import("../../types/leaklight.js").Look} Look */
/** @typedef {import("../../types/leaklight.js").Verdict} Verdict */
/** @typedef {import("../shared/browser.js").Sighting} Sighting */
/** @typedef {import("./decision.js").Decision} Decision */
/** @typedef {import("./tab.js").Tab} Tab */
/** @typedef {import("./traffic.js").Exchange} Exchange */

/**
 * @typedef {object} State
 * @property {4} version
 * @property {{ [tab: string]: Tab }} tabs
 * @property {{ [request: string]: Exchange }} exchanges
 * @property {Decision[] | null} decisions null until those that are kept are known: nothing is decided before that
 * @property {{ id: number, private: boolean }[]} closed the tabs closed last
 * @property {{ count: number, last: { where: string, name: string }[] }} failures of this extension itself
 * @property {string[]} noticed sites with companies of which the person was told
 * @property {number} lost requests that could not wait until the extension was awake
 * @property {import("./outbox.js").Outbox} outbox what the diary is still to be given
 */

/**
 * @typedef {{ id: number, private: boolean, document: string | null, origin: string | null }} OpenTab
 * @typedef {{ request: Sighting, verdict: Verdict | null, looks: Look[], bytes: number, masked: { [identifier: string]: string } }} Inspected `bytes`: read for the first time
 * @typedef {{ type: "attempted", hasBody: boolean, socket: string | null } & Inspected} Attempted `socket`: the host to which a connection is opened
 * @typedef {{ type: "headed" } & Inspected} Headed its headers are known, and it has not left yet
 * @typedef {{ type: "sent" } & Inspected} Sent
 * @typedef {(
 *   | Attempted
 *   | Headed
 *   | Sent
 *   | { type: "answered", requestId: string, fromCache: boolean | null }
 *   | { type: "completed", requestId: string, fromCache: boolean }
 *   | { type: "failed", requestId: string, ending: "blocked" | "aborted" | "failed" }
 *   | import("./testimony.js").Testimony
 *   | { type: "opened", tab: number, private: boolean }
 *   | { type: "leaving", tab: number, time: number }
 *   | { type: "committed", tab: number, document: string, origin: string | null, time: number, prepared: boolean }
 *   | { type: "framed", tab: number, document: string, parent: string | null }
 *   | { type: "closed", tab: number, time: number }
 *   | { type: "revived", tabs: OpenTab[], time: number }
 *   | { type: "seen", tab: number, time: number }
 *   | { type: "noticed", keys: string[] }
 *   | { type: "decided", decision: Decision }
 *   | { type: "undone", ids: string[], time: number }
 *   | { type: "recalled", decisions: Decision[] }
 *   | { type: "sealed" }
 *   | { type: "reprofiled" }
 *   | { type: "forgotten" }
 *   | { type: "stumbled", where: string, name: string }
 *   | { type: "overflowed", count: number }
 *   | { type: "gathered", id: string }
 *   | { type: "released", id: string }
 *   | { type: "emptied" }
 * )} LedgerEvent
 */

/** Closed tabs remembered, for what they send on their way out. */
const CLOSED_LIMIT = 50;
/** Sites with companies remembered. */
const NOTICED_LIMIT = 1000;
/** Own failures told in full; the rest is counted. */
const FAILURE_LIMIT = 5;

/** @returns {State} */
export function newState() {
  return { version: 4, tabs: {}, exchanges: {}, noticed: [], decisions: null, closed: [], failures: { count: 0, last: [] }, lost: 0, outbox: newOutbox() };
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
    case "headed":
      return weighed(state, event);
    case "sent": {
      const next = weighed(state, event);
      const { homes = [], keys = [] } = next.exchanges[event.request.requestId] ?? {};
      return caught(next, homes, keys, event.request.time);
    }
    case "answered":
      return answered(state, event.requestId, event.fromCache);
    case "completed":
      return completed(state, event.requestId, event.fromCache);
    case "failed":
      return failed(state, event.requestId, event.ending);
    case "told":
      return told(state, event);
    case "opened":
      return withTab(state, event.tab, (tab) => ({ ...tab, private: event.private }));
    case "leaving":
      return withTab(state, event.tab, (tab) => ({ ...tab, leaving: event.time }));
    case "committed":
      return committed(state, event);
    case "framed":
      return withTab(state, event.tab, (tab) => frame(tab, event.document, event.parent));
    case "closed":
      return closed(state, event.tab, event.time);
    case "revived":
      return revived(state, event.tabs, event.time);
    case "noticed":
      return { ...state, noticed: [...state.noticed, ...event.keys].slice(-NOTICED_LIMIT) };
    case "seen":
      return withTab(state, event.tab, (tab) => see(tab, event.time));
    case "decided":
      return decided(state, event.decision);
    case "undone":
      return undone(state, event.ids, event.time);
    case "recalled":
      return recalled(state, event.decisions);
    case "sealed":
      // Where a person has been is not to be read while it is locked. The browser's rules go on.
      return { ...state, decisions: null };
    case "reprofiled":
      // What was looked for under the old profile says nothing under the new one.
      return { ...state, exchanges: mapValues(state.exchanges, (exchange) => ({ ...exchange, looks: [] })) };
    case "forgotten":
      return { ...state, exchanges: {}, outbox: newOutbox(), tabs: mapValues(state.tabs, forget), decisions: [] };
    case "stumbled": {
      const last = [...state.failures.last, { where: event.where, name: event.name }].slice(-FAILURE_LIMIT);
      return { ...state, failures: { count: state.failures.count + 1, last } };
    }
    case "overflowed":
      return { ...state, lost: state.lost + event.count };
    case "gathered":
      return gather(state, event.id);
    case "released":
      return release(state, event.id);
    case "emptied":
      return { ...state, outbox: newOutbox() };
  }
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
 * What was found too late to be noticed is kept; of a private window nothing is.
 *
 * @param {State} before
 * @param {number} id
 * @param {number} time
 * @returns {State}
 */
function closed(before, id, time) {
  const leaving = Object.values(before.exchanges).filter(({ homes, fate }) => fate === "sent" && homes[0]?.[0] === id);
  // Nobody will tell how they end; they left.
  const state = leaving.reduce(note, before);
  const { [id]: tab, ...tabs } = state.tabs;
  const exchanges = Object.entries(state.exchanges).filter(([, { homes }]) => !homes.some(([home]) => home === id));
  const next = {
    ...state,
    tabs,
    exchanges: Object.fromEntries(exchanges),
    closed: [...state.closed, { id, private: tab?.private ?? false }].slice(-CLOSED_LIMIT),
  };
  if (tab?.private && !Object.values(tabs).some((other) => other.private)) return withoutPrivate(next);
  if (!tab || tab.private) return next;
  const late = Object.values(tab.pages).flatMap((page) => Object.entries(unnoticed({ ...page, left: page.left ?? time })));
  if (late.length === 0) return next;
  const remains = { ...newPage(null), entries: Object.fromEntries(late) };
  return withPages(next, [[NOWHERE, ELSEWHERE]], (page = newPage(null)) => mergePages(page, remains));
}

/**
 * With the last private window goes what was decided there.
 *
 * @param {State} state
 * @returns {State}
 */
function withoutPrivate(state) {
  if (!state.decisions?.some((one) => one.private)) return state;
  return { ...state, decisions: state.decisions.filter((one) => !one.private) };
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
  }, gone.reduce((state, id) => closed(state, id, time), before));
}

/**
 * @param {State["failures"]} before
 * @param {State["failures"]} now
 * @returns {State["failures"]}
 */
export function joinFailures(before, now) {
  return { count: before.count + now.count, last: [...before.last, ...now.last].slice(-FAILURE_LIMIT) };
}
