// What of the ledger is still to be written into the diary. Transitions of the ledger's state; pure.
//
// The state and the diary are two stores, and the worker may die between two writes. So lines first become a batch with
// a name, in the state; then the diary takes the batch and remembers its name; then the state lets it go. A batch that
// is offered twice is written once.

import { NOWHERE } from "./attribution.js";
import { addLine, lineOf } from "./diary/line.js";
import { limit } from "./record.js";
import { decisionsAt, standingOf } from "./standing.js";
import { isTyped } from "./typed.js";

/** @typedef {import("./attribution.js").Home} Home */
/** @typedef {import("./diary/line.js").Line} Line */
/** @typedef {import("./state.js").State} State */

/**
 * @typedef {object} Outbox
 * @property {{ [key: string]: Line }} lines not yet in a batch
 * @property {{ id: string, lines: Line[] } | null} batch on its way into the diary
 */

/** Lines that wait. More come only while the diary cannot be written; then the oldest are let go. */
export const WAITING_LIMIT = 500;

/** @returns {Outbox} */
export function newOutbox() {
  return { lines: {}, batch: null };
}

/**
 * A request is over, and was sent: what it held goes into the diary, once, for the first of its homes.
 *
 * @param {State} state
 * @param {{ homes: Home[], keys: string[] }} exchange
 * @returns {State}
 */
export function note(state, { homes, keys }) {
  if (keys.length === 0 || homes.length === 0 || homes.some((home) => isPrivate(state, home))) return state;
  const [[id, key]] = /** @type {[Home, ...Home[]]} */ (homes);
  const page = state.tabs[id]?.pages[key];
  const here = decisionsAt(state, id, page);
  let { lines } = state.outbox;
  for (const entry of keys.map((one) => page?.entries[one])) {
    // What was typed for one tab is not to be remembered.
    if (!entry || entry.finding.confidence === "possible" || isTyped(entry.finding.identifier.id)) continue;
    const { group, decision } = standingOf(entry, here);
    if (decision?.kind === "not_mine") continue;
    lines = addLine(lines, lineOf(entry, page?.origin ?? null, group === "expected"));
  }
  if (lines === state.outbox.lines) return state;
  return { ...state, outbox: { ...state.outbox, lines: limit(lines, WAITING_LIMIT) } };
}

/**
 * Of a private window nothing is written down. What belongs to no tab may belong to one, as long as there is any.
 *
 * @param {State} state
 * @param {Home} home
 * @returns {boolean}
 */
function isPrivate(state, [id]) {
  if (id !== NOWHERE) return state.tabs[id]?.private ?? false;
  return [...Object.values(state.tabs), ...state.closed].some((tab) => tab.private);
}

/**
 * What waits becomes a batch, unless one is on its way.
 *
 * @param {State} state
 * @param {string} id
 * @returns {State}
 */
export function gather(state, id) {
  const lines = Object.values(state.outbox.lines);
  if (state.outbox.batch || lines.length === 0) return state;
  return { ...state, outbox: { lines: {}, batch: { id, lines } } };
}

/**
 * A batch is in the diary, or is not to be.
 *
 * @param {State} state
 * @param {string} id
 * @returns {State}
 */
export function release(state, id) {
  return state.outbox.batch?.id === id ? { ...state, outbox: { ...state.outbox, batch: null } } : state;
}
