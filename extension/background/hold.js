// Holds requests for their verdict, and cancels the very one that hands over something that counts: where the browser
// lets an extension do so, and the person wants it. In doubt the request goes.

import { isGrave } from "./entry.js";
import { decisionsAt, standingOf } from "./standing.js";

/** @typedef {import("../../types/browsers.js").Details} Details */
/** @typedef {import("./state.js").State} State */

/** How long a request is held at most, in milliseconds: longer, and people would feel it on every page. */
export const PATIENCE_MS = 250;
/** Requests whose time is remembered; of some the second event never comes. */
const LIMIT = 1000;

/** What the browser is answered. @typedef {{ cancel?: boolean }} Answer */
/** @typedef {(details: Details) => Answer | Promise<Answer>} Listener one that may block */

/**
 * @typedef {object} HoldParts
 * @property {Promise<unknown>} ready resolves when requests are looked at as they come
 * @property {() => State} state
 * @property {() => number} clock milliseconds
 * @property {number} [patience] milliseconds
 */

/**
 * @param {HoldParts} parts
 * @returns {(take: (details: Details) => unknown) => Listener} makes a listener of what looks at a request, at once or, where
 *   that is not possible, by the time at which what it returns resolves. All of them share a request's time.
 */
export function newHold({ ready, state, clock, patience = PATIENCE_MS }) {
  let isReady = false;
  void ready.then(() => (isReady = true));
  /** Milliseconds for which requests were held so far. @type {Map<string, number>} */
  const held = new Map();

  /**
   * @param {Details} details
   * @param {number} since
   * @param {boolean} [isLate]
   * @returns {Answer}
   */
  function answer(details, since, isLate = false) {
    const total = (held.get(details.requestId) ?? 0) + clock() - since;
    held.set(details.requestId, total);
    const [oldest] = held.keys();
    if (held.size > LIMIT && oldest !== undefined) held.delete(oldest);
    return !isLate && total <= patience && isToBeCancelled(state(), details) ? { cancel: true } : {};
  }

  return (take) => (details) => {
    const since = clock();
    const looked = take(details);
    if (isReady && !(looked instanceof Promise)) return answer(details, since);
    const left = Math.max(0, patience - (held.get(details.requestId) ?? 0));
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const late = new Promise((/** @type {(isLate: boolean) => void} */ resolve) => (timer = setTimeout(() => resolve(true), left)));
    const inTime = ready.then(() => looked).then(() => false);
    return Promise.race([inTime, late]).then((isLate) => {
      clearTimeout(timer);
      return answer(details, since, isLate);
    });
  };
}

/**
 * Whether a request that was looked at hands over something that counts. A page itself never is cancelled, nor what
 * goes to the page's own site, nor where it is not known whose page it is.
 *
 * @param {State} state
 * @param {Details} details
 * @returns {boolean}
 */
export function isToBeCancelled(state, { requestId, type }) {
  const exchange = state.exchanges[requestId];
  if (type === "main_frame" || !exchange) return false;
  return exchange.homes.some(([tab, key]) => {
    const page = state.tabs[tab]?.pages[key];
    const here = decisionsAt(state, tab, page);
    return exchange.keys.some((id) => {
      const entry = page?.entries[id];
      if (!entry || !isGrave(entry.finding) || entry.finding.recipient.party === "unknown") return false;
      return standingOf(entry, here).decision === null;
    });
  });
}
