// What the toolbar says of a tab.

import { say, sayCount } from "../shared/text.js";
import { unnoticed } from "./page.js";
import { countRecipients, countedAt, isPaused } from "./standing.js";
import { COMING } from "./tab.js";

/** @typedef {import("./entry.js").Entry} Entry */
/** @typedef {import("./state.js").State} State */

/**
 * `clear`: a value stands somewhere as it is; `scrambled`: digests only; `none`: nothing counts; `off`: not watching;
 * `paused`: not watching on this site, as the person wants.
 *
 * @typedef {"clear" | "scrambled" | "none" | "off" | "paused"} Severity
 */

/**
 * @typedef {object} Badge
 * @property {string} text
 * @property {Severity} severity
 * @property {number} here recipients on the page on screen
 * @property {number} before further recipients, of what the pages before sent too late to be noticed
 */

/** What shows where nothing counts. @type {Badge} */
const NOTHING = { text: "", severity: "none", here: 0, before: 0 };
/** The same as `shown` has it. */
const EMPTY = JSON.stringify(NOTHING);

/** Background and text colours; each pair has a contrast of at least 4.5. */
const COLOURS = {
  clear: { background: "#b3261e", text: "#ffffff" },
  scrambled: { background: "#8a4b00", text: "#ffffff" },
  none: { background: "#5f6368", text: "#ffffff" },
  off: { background: "#5f6368", text: "#ffffff" },
  paused: { background: "#5f6368", text: "#ffffff" },
};

/**
 * @param {State} state
 * @param {number} id of the tab
 * @param {boolean} watching
 * @returns {Badge}
 */
export function badgeOf(state, id, watching) {
  if (!watching) return { text: "!", severity: "off", here: 0, before: 0 };
  if (isPaused(state, id)) return { text: say("badge_paused"), severity: "paused", here: 0, before: 0 };
  const tab = state.tabs[id];
  const shown = tab?.current ?? COMING;
  const page = tab?.pages[shown];
  const here = countedAt(state, id, page, Object.values(page?.entries ?? {}));
  const others = Object.entries(tab?.pages ?? {}).filter(([key]) => key !== shown);
  const before = others.flatMap(([, other]) => countedAt(state, id, other, Object.values(unnoticed(other))));
  const hereCount = countRecipients(here);
  const count = countRecipients([...here, ...before]);
  return {
    text: count === 0 ? "" : String(count),
    severity: severityOf([...here, ...before]),
    here: hereCount,
    before: count - hereCount,
  };
}

/**
 * @param {Badge} badge
 * @returns {string} the tooltip
 */
export function titleOf({ severity, here, before }) {
  if (severity === "off") return say("title_off");
  if (severity === "paused") return say("title_paused");
  if (severity === "none") return say("name");
  const parts = [here > 0 ? sayCount("title_here", here) : "", before > 0 ? sayCount("title_before", before) : ""];
  return parts.filter((part) => part !== "").join(" ");
}

/**
 * Shows badges, each only when it differs from what is shown.
 *
 * @param {(error: unknown) => void} fail told of what cannot be shown
 */
export function newBadges(fail) {
  /** What each tab shows; -1 for what shows without a tab. @type {Map<number, string>} */
  const shown = new Map();
  /** Tabs whose badge shows what is made up. @type {Set<number>} */
  const lit = new Set();
  /** What each tab's badge was made of. @type {Map<number, import("./tab.js").Tab>} */
  const sources = new Map();
  let watched = false;
  /** @type {State["decisions"]} */
  let decisions = null;

  return {
    /**
     * @param {State} state
     * @param {boolean} watching
     */
    show(state, watching) {
      if (watching !== watched || state.decisions !== decisions) sources.clear();
      watched = watching;
      decisions = state.decisions;
      for (const [key, tab] of Object.entries(state.tabs)) {
        const id = Number(key);
        if (id < 0 || sources.get(id) === tab) continue;
        sources.set(id, tab);
        paint(id, badgeOf(state, id, watching));
      }
      for (const id of sources.keys()) {
        if (state.tabs[id]) continue;
        sources.delete(id);
        shown.delete(id);
        lit.delete(id);
      }
      // Tabs that the ledger does not know show the badge without a tab.
      paint(undefined, watching ? NOTHING : badgeOf(state, -1, false));
    },
    /**
     * Shows a tab's badge as if these had been found there. The browser takes it back when the tab goes elsewhere.
     *
     * @param {number} id
     * @param {Entry[]} entries
     */
    async light(id, entries) {
      lit.add(id);
      const here = countRecipients(entries);
      await put(id, { text: here === 0 ? "" : String(here), severity: severityOf(entries), here, before: 0 });
    },
    /** The browser clears a tab's badge at every navigation: an empty one it leaves empty. @param {number} id */
    cleared(id) {
      sources.delete(id);
      if (lit.delete(id) || shown.get(id) !== EMPTY) shown.delete(id);
    },
  };

  /**
   * @param {number | undefined} tabId
   * @param {Badge} badge
   */
  function paint(tabId, badge) {
    const key = JSON.stringify(badge);
    if (shown.get(tabId ?? -1) === key) return;
    shown.set(tabId ?? -1, key);
    put(tabId, badge).catch((error) => {
      // A tab may close while its badge is painted; that is no failure.
      shown.delete(tabId ?? -1);
      if (tabId === undefined) fail(error);
    });
  }
}

/**
 * @param {number | undefined} tabId none for what shows without a tab
 * @param {Badge} badge
 */
async function put(tabId, badge) {
  const where = tabId === undefined ? {} : { tabId };
  const { background, text } = COLOURS[badge.severity];
  await Promise.all([
    chrome.action.setBadgeText({ ...where, text: badge.text }),
    chrome.action.setTitle({ ...where, title: titleOf(badge) }),
    // Without a text there is nothing to colour.
    ...(badge.text === ""
      ? []
      : [
          chrome.action.setBadgeBackgroundColor({ ...where, color: background }),
          chrome.action.setBadgeTextColor({ ...where, color: text }),
        ]),
  ]);
}

/**
 * @param {Entry[]} entries
 * @returns {Severity}
 */
function severityOf(entries) {
  if (entries.length === 0) return "none";
  return entries.some(({ finding }) => finding.places.some((place) => place.digest === null)) ? "clear" : "scrambled";
}
