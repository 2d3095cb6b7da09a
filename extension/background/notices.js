// Tells once of each company that gets something on a site, where the person wants to be told: until the browser
// closes, without values, and never of a private window.

import { byIdentifier, listDetails, sayDetail } from "../shared/details.js";
import { say } from "../shared/text.js";
import { recipientOf } from "./entry.js";
import { countedAt, hostOf } from "./standing.js";

/** @typedef {import("./entry.js").Entry} Entry */
/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./state.js").State} State */

/** The permission that is the switch. @type {chrome.permissions.Permissions} */
export const NOTICES = { permissions: ["notifications"] };

/** @typedef {{ key: string, tab: number, site: string, recipient: string, entries: Entry[] }} Notice */

/**
 * @param {State} state
 * @param {(page: Page) => boolean} isKnown whether nothing of a page can be new
 * @returns {Notice[]} what nobody has been told of
 */
export function newsOf(state, isKnown) {
  /** @type {Map<string, Notice>} */
  const news = new Map();
  for (const [id, tab] of Object.entries(state.tabs)) {
    if (tab.private || Number(id) < 0) continue;
    for (const page of Object.values(tab.pages)) {
      const site = hostOf(page.origin);
      if (site === null || isKnown(page)) continue;
      for (const entry of countedAt(state, Number(id), page, Object.values(page.entries))) {
        const recipient = recipientOf(entry.finding.recipient);
        const key = JSON.stringify([site, recipient]);
        if (state.noticed.includes(key)) continue;
        const notice = news.get(key) ?? { key, tab: Number(id), site, recipient, entries: [] };
        notice.entries.push(entry);
        news.set(key, notice);
      }
    }
  }
  return [...news.values()];
}

/**
 * @param {(event: import("./state.js").LedgerEvent) => void} dispatch
 * @param {(error: unknown) => void} fail
 */
export function newNotices(dispatch, fail) {
  /** @type {WeakSet<Page>} */
  const known = new WeakSet();
  let on = false;

  return {
    /** Asks whether to tell. What is found while it is off is not told later. */
    async check() {
      on = await chrome.permissions.contains(NOTICES);
    },
    /** @param {State} state */
    show(state) {
      const news = newsOf(state, (page) => known.has(page));
      for (const tab of Object.values(state.tabs)) for (const page of Object.values(tab.pages)) known.add(page);
      if (news.length === 0) return;
      // Not within the change that is being shown.
      queueMicrotask(() => {
        dispatch({ type: "noticed", keys: news.map(({ key }) => key) });
        if (on) for (const notice of news) tell(notice).catch(fail);
      });
    },
    /** Brings the tab to the front that a notice is about. @param {string} id */
    async clicked(id) {
      const tab = Number(id.split(" ")[0]);
      await chrome.notifications.clear(id);
      await chrome.tabs.update(tab, { active: true });
    },
  };
}

/** @param {Notice} notice */
async function tell({ tab, site, recipient, entries }) {
  const details = listDetails(byIdentifier(entries).map(sayDetail));
  await chrome.notifications.create(`${tab} ${Date.now()} ${recipient}`, {
    type: "basic",
    iconUrl: chrome.runtime.getURL("icons/leaklight-128.png"),
    title: say("notice_title", recipient),
    message: say("notice", recipient, details, site),
  });
}
