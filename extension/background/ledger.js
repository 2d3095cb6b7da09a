// Keeps the state in storage.session: in memory only, gone with the browser, alive when the worker is not.

import { newState } from "./state.js";

/** @typedef {import("./state.js").State} State */

// Values are JSON: a browser takes in one long string at a fraction of what a tree of small values costs it.

/** One key a tab, so that a request rewrites its own tab and not the whole ledger. */
const TAB = "tab:";
/** Everything that is not a tab. */
const REST = "ledger";

/**
 * Milliseconds from one write to the next. A page that loads changes the state some hundred times a second, and a write takes
 * longer than a verdict; a worker does not rest before it has been idle for half a minute.
 */
const PACE = 250;

/**
 * What of chrome.storage.session is used.
 *
 * @typedef {object} Area
 * @property {(keys: null) => Promise<{ [key: string]: unknown }>} get
 * @property {(items: { [key: string]: unknown }) => Promise<void>} set
 * @property {(keys: string[]) => Promise<void>} remove
 */

/**
 * @typedef {object} Ledger
 * @property {() => Promise<State>} load
 * @property {(state: State) => void} save at once if nothing was written just now, otherwise a moment after that, newest first
 * @property {() => Promise<void>} saved resolves when everything handed over so far is written, or could not be
 */

/**
 * Time, in milliseconds.
 *
 * @typedef {object} Clock
 * @property {() => number} now
 * @property {(milliseconds: number) => Promise<unknown>} pause
 */

/** @type {Clock} */
const CLOCK = {
  now: () => performance.now(),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/**
 * @param {Area} area
 * @param {(error: unknown) => void} fail told of every write that fails
 * @param {Clock} [clock]
 * @returns {Ledger}
 */
export function newLedger(area, fail, { now, pause } = CLOCK) {
  let written = newState();
  let next = written;
  /** The last write that was begun or waits for its time. */
  let last = Promise.resolve();
  /** Whether it still waits: then it takes whatever is handed over meanwhile. */
  let waits = false;
  /** When the next write may begin. */
  let due = -Infinity;

  // Being told of a failure changes the state, which is saved, which may fail: one call a row of failures.
  let failing = false;

  /** @param {Promise<void>} before the write before */
  async function write(before) {
    await before;
    const early = due - now();
    if (early > 0) await pause(early);
    // Two may follow each other: a worker's start and the finding that it was woken for.
    due = Math.max(due, now() - PACE) + PACE;
    waits = false;
    const state = next;
    try {
      await writeChanges(area, written, state);
      written = state;
      failing = false;
    } catch (error) {
      if (!failing) {
        failing = true;
        fail(error);
      }
    }
  }

  return {
    async load() {
      next = written = stateOf(await area.get(null));
      return written;
    },
    save(state) {
      if (state === next) return;
      next = state;
      if (waits) return;
      waits = true;
      last = write(last);
    },
    saved: () => last,
  };
}

/**
 * States share what did not change, so a changed part is another object.
 *
 * @param {Area} area
 * @param {State} before
 * @param {State} after
 */
async function writeChanges(area, before, after) {
  /** @type {{ [key: string]: string }} */
  const items = {};
  const { tabs, ...rest } = after;
  for (const [id, tab] of Object.entries(tabs)) {
    if (before.tabs[id] !== tab) items[TAB + id] = JSON.stringify(tab);
  }
  items[REST] = JSON.stringify(rest);
  const gone = Object.keys(before.tabs).filter((id) => !tabs[id]);
  await area.set(items);
  if (gone.length > 0) await area.remove(gone.map((id) => TAB + id));
}

/**
 * @param {{ [key: string]: any }} items
 * @returns {State}
 */
function stateOf({ [REST]: kept = "null", ...items }) {
  const rest = JSON.parse(kept);
  const empty = newState();
  // Another version's ledger is worth no migration: it does not outlive the browser.
  if (rest?.version !== empty.version) return empty;
  const tabs = Object.entries(items)
    .filter(([key]) => key.startsWith(TAB))
    .map(([key, tab]) => [key.slice(TAB.length), JSON.parse(tab)]);
  return { ...empty, ...rest, tabs: Object.fromEntries(tabs) };
}
