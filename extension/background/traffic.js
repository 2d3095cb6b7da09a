// Requests under way: asked for, sent, answered, ended. Transitions of the ledger's state; pure.
//
// Seen is not sent. What is found counts as an attempt until the headers leave, and is taken back when the request
// turns out not to have left after all.

import { homesOf } from "./attribution.js";
import { note } from "./outbox.js";
import { addFindings, addUnread, moveFindings, newPage } from "./page.js";
import { limit } from "./record.js";
import { withPages } from "./tab.js";

/** @typedef {import("../../types/leaklight.js").Look} Look */
/** @typedef {import("../../types/leaklight.js").Reason} Reason */
/** @typedef {import("../../types/leaklight.js").Verdict} Verdict */
/** @typedef {import("./attribution.js").Home} Home */
/** @typedef {import("./entry.js").Fate} Fate */
/** @typedef {import("./state.js").Attempted} Attempted */
/** @typedef {import("./state.js").Headed} Headed */
/** @typedef {import("./state.js").Sent} Sent */
/** @typedef {import("./state.js").State} State */

/**
 * A request under way.
 *
 * @typedef {object} Exchange
 * @property {Home[]} homes
 * @property {string[]} keys of the entries that count it
 * @property {string[]} told of those that count what its page told of it
 * @property {"attempted" | "sent"} fate
 * @property {boolean} answered whether a server is known to have answered
 * @property {boolean} network whether it is known that no cache did
 * @property {boolean} hasBody whether the browser showed a body
 * @property {Look[]} looks
 * @property {Reason[]} unread
 */

/** Requests under way that are remembered; what never ends must not pile up. */
const EXCHANGE_LIMIT = 1000;
/** Hosts remembered to which a page keeps connections open. */
const SOCKET_LIMIT = 20;

/**
 * A second one with the same id is the next hop of a redirect.
 *
 * @param {State} before
 * @param {Attempted} event
 * @returns {State}
 */
export function attempted(before, { request, verdict, looks, bytes, masked, hasBody, socket }) {
  const state = endHop(before, request.requestId);
  const homes = homesOf(state, request);
  const unread = reasonsOf(verdict);
  /** @type {string[]} */
  let keys = [];
  const origin = request.top && !request.navigation ? request.origin : null;
  const next = withPages(state, homes, (page = newPage(origin)) => {
    const added = addFindings({ ...page, watched: page.watched + 1, bytes: page.bytes + bytes, sockets: withSocket(page.sockets, socket) }, verdict?.findings ?? [], {
      fate: "attempted",
      time: request.time,
      masked,
    });
    keys = added.keys;
    return addUnread(added.page, [], unread);
  });
  /** @type {Exchange} */
  const exchange = { homes, keys, fate: "attempted", answered: false, network: false, hasBody, looks, unread, told: [] };
  return { ...next, exchanges: limit({ ...next.exchanges, [request.requestId]: exchange }, EXCHANGE_LIMIT) };
}

/**
 * @param {string[]} sockets
 * @param {string | null} host
 */
function withSocket(sockets, host) {
  return host === null || sockets.includes(host) ? sockets : [...sockets, host].slice(-SOCKET_LIMIT);
}

/**
 * The verdict over the whole request replaces the one over its beginning.
 *
 * @param {State} state
 * @param {Headed | Sent} event
 * @returns {State}
 */
export function weighed(state, { type, request, verdict, looks, bytes, masked }) {
  const fate = type === "sent" ? "sent" : "attempted";
  const exchange = state.exchanges[request.requestId];
  if (!exchange) return state;
  const { homes } = exchange;
  const unread = reasonsOf(verdict);
  /** @type {string[]} */
  let keys = [];
  const next = withPages(state, homes, (page) => {
    if (!page) return undefined;
    const moved = moveFindings(page, exchange.told, exchange.fate, fate);
    const without = moveFindings(moved, exchange.keys, exchange.fate, null);
    const added = addFindings({ ...without, bytes: without.bytes + bytes }, verdict?.findings ?? [], { fate, time: request.time, masked });
    keys = added.keys;
    return addUnread(added.page, exchange.unread, unread);
  });
  const all = [...new Set([...exchange.unread, ...unread])];
  return {
    ...next,
    exchanges: { ...next.exchanges, [request.requestId]: { ...exchange, keys, fate, looks, unread: all } },
  };
}

/**
 * @param {State} state
 * @param {string} requestId
 * @param {boolean | null} fromCache where the browser says it
 * @returns {State}
 */
export function answered(state, requestId, fromCache) {
  const exchange = state.exchanges[requestId];
  if (!exchange) return state;
  const known = { ...exchange, answered: true, network: exchange.network || fromCache === false };
  return { ...state, exchanges: { ...state.exchanges, [requestId]: known } };
}

/**
 * @param {State} state
 * @param {string} requestId
 * @param {boolean} fromCache
 * @returns {State}
 */
export function completed(state, requestId, fromCache) {
  const exchange = state.exchanges[requestId];
  if (!exchange) return state;
  return end(state, requestId, fateWhenCompleted(exchange, fromCache));
}

/**
 * @param {Exchange} exchange
 * @param {boolean} fromCache
 * @returns {Fate}
 */
export function fateWhenCompleted({ fate, network }, fromCache) {
  // Without having been sent it was answered all the same: by the page's own service worker.
  return fate === "attempted" || (fromCache && !network) ? "cached" : fate;
}

/**
 * @param {State} state
 * @param {string} requestId
 * @param {"blocked" | "aborted" | "failed"} ending
 * @returns {State}
 */
export function failed(state, requestId, ending) {
  const exchange = state.exchanges[requestId];
  if (!exchange) return state;
  return end(state, requestId, fateWhenFailed(exchange, ending));
}

/**
 * @param {Exchange} exchange
 * @param {"blocked" | "aborted" | "failed"} ending
 * @returns {Fate}
 */
export function fateWhenFailed({ fate, answered }, ending) {
  // Who refuses an answer, or no longer waits for it, has sent the question. Both were measured: the server had it.
  const left = fate === "sent" && (answered || ending === "aborted");
  return left ? "sent" : ending === "aborted" ? "failed" : ending;
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
  const keys = [...exchange.keys, ...exchange.told];
  const next = fate === "sent" ? note({ ...state, exchanges }, { ...exchange, keys }) : { ...state, exchanges };
  if (fate === exchange.fate || keys.length === 0) return next;
  return withPages(next, exchange.homes, (page) => page && moveFindings(page, keys, exchange.fate, fate));
}

/**
 * @param {Verdict | null} verdict
 * @returns {Reason[]}
 */
function reasonsOf(verdict) {
  return [...new Set((verdict?.skips ?? []).map((skip) => skip.reason))];
}

