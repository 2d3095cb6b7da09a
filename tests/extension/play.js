// Ledger events played to the reducer, and what is seen of the state then.

import { newState, reduce } from "../../extension/background/state.js";
import { tabView } from "../../extension/background/view.js";
import { attempted, finding, sent } from "./events.js";

/** @typedef {import("../../extension/background/state.js").LedgerEvent} LedgerEvent */
/** @typedef {import("../../extension/background/state.js").State} State */

/**
 * @param {LedgerEvent[]} events
 * @param {State} [state]
 */
export const play = (events, state = newState()) => events.reduce(reduce, state);

/** @param {State} state */
export const view = (state, tab = 1) => tabView(state, tab, true);

/** @param {State} state */
export const outcomes = (state, tab = 1) => view(state, tab).page.entries.map((entry) => entry.outcome);

/**
 * A request with something in it, asked for and sent.
 *
 * @param {{ [key: string]: any }} [request]
 */
export const leak = (request = {}, found = [finding()]) => [attempted(request, found), sent(request, found)];
