// Holds requests for their verdict, and cancels the very one that hands over something that counts: where the browser
// lets an extension do so, and the person wants it. In doubt the request goes.

import { isGrave } from "./entry.js";
import { decisionsAt, standingOf } from "./standing.js";

/** @typedef {import("../../types/browsers.js").Details} Details */
/** @typedef {import("./state.js").State} State */

/** How long a request is held at most, in milliseconds: longer, and people would feel it on every page. */
export const PATIENCE_MS = 250;

/** What the browser is answered. @typedef {{ cancel?: boolean }} Answer */

/**
 * @typedef {object} HoldParts
 * @property {Promise<unknown>} ready resolves when requests are looked at as they come
 * @property {(details: Details) => void} take looks at a request, at once or as soon as that is possible
 * @property {() => State} state
 * @property {() => number} clock milliseconds
 * @property {number} [patience] milliseconds
 */

/**
 * @param {HoldParts} parts
 * @returns {(details: Details) => Answer | Promise<Answer>} a listener that may block
 */
export function newHold({ ready, take, state, clock, patience = PATIENCE_MS }) {
  let isReady = false;
  void ready.then(() => (isReady = true));

  /**
   * @param {Details} details
   * @param {number} since
   * @returns {Answer}
   */
  const answer = (details, since) => (clock() - since <= patience && isToBeCancelled(state(), details) ? { cancel: true } : {});

  return (details) => {
    const since = clock();
    take(details);
    if (isReady) return answer(details, since);
    const late = new Promise((/** @type {(answer: Answer) => void} */ resolve) => void setTimeout(() => resolve({}), patience));
    return Promise.race([ready.then(() => answer(details, since)), late]);
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
