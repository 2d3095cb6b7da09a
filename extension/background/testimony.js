// What a page's own scripts tell, in the ledger. Pure.
//
// A page could make it up. So it counts as sent only where the browser itself saw the request leave, or the connection
// being opened; and what the browser showed as well is its word, and not told twice.

import { homesOf } from "./attribution.js";
import { keyOf } from "./entry.js";
import { note } from "./outbox.js";
import { addFindings, addUnread, newPage } from "./page.js";
import { withPages } from "./tab.js";

/** @typedef {import("../../types/leaklight.js").Finding} Finding */
/** @typedef {import("../../types/leaklight.js").Verdict} Verdict */
/** @typedef {import("../shared/browser.js").Sighting} Sighting */
/** @typedef {import("./entry.js").Fate} Fate */
/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./state.js").State} State */

/**
 * @typedef {object} Testimony
 * @property {"told"} type
 * @property {Sighting} request who told it, and when
 * @property {Verdict | null} verdict
 * @property {number} bytes
 * @property {{ [identifier: string]: string }} masked
 * @property {{ requestId: string, fate: Fate } | undefined} match the request that it is about, with what became of it
 * @property {string | null} socket host of the connection that it is about
 * @property {0 | 1} pieces
 * @property {number} dropped what was left out before it
 */

/**
 * @param {State} state
 * @param {Testimony} event
 * @returns {State}
 */
export function told(state, { request, verdict, bytes, masked, match, socket, pieces, dropped }) {
  const exchange = match && state.exchanges[match.requestId];
  const homes = exchange?.homes ?? homesOf(state, request);
  /** @type {string[]} */
  let keys = [];
  let fate = /** @type {Fate} */ ("attempted");
  const next = withPages(state, homes, (page = newPage(null)) => {
    const counted = { ...page, bytes: page.bytes + bytes, told: page.told + pieces, untold: page.untold + dropped };
    fate = exchange?.fate ?? match?.fate ?? (socket !== null && page.sockets.includes(socket) ? "sent" : "attempted");
    const findings = (verdict?.findings ?? []).filter((finding) => !isSeen(page, finding));
    const added = addFindings(counted, findings, { fate, time: request.time, masked });
    keys = added.keys;
    return addUnread(added.page, [], [...new Set((verdict?.skips ?? []).map(({ reason }) => reason))]);
  });
  if (keys.length === 0) return next;
  if (!exchange) return fate === "sent" ? note(next, { homes, keys }) : next;
  const known = { ...exchange, told: [...exchange.told, ...keys] };
  return { ...next, exchanges: { ...next.exchanges, [match.requestId]: known } };
}

/**
 * Whether the browser saw the page that a request belongs to open a connection.
 *
 * @param {State} state
 * @param {Sighting} request
 * @param {string} host
 * @returns {boolean}
 */
export function isOpen(state, request, host) {
  return homesOf(state, request).some(([tab, page]) => state.tabs[tab]?.pages[page]?.sockets.includes(host));
}

/**
 * Whether the browser showed the same.
 *
 * @param {Page} page
 * @param {Finding} finding
 * @returns {boolean}
 */
function isSeen(page, finding) {
  return page.entries[keyOf({ ...finding, witness: "browser" })] !== undefined;
}
