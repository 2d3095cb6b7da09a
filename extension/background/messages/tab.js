// What one tab's pages handed to whom.

import { kind } from "../message.js";
import { tabView } from "../view.js";

export const tab = {
  tab: kind({ tabId: "number" }, (/** @type {{ tabId: number }} */ { tabId }, { watch }) => ({
    tab: tabView(watch.state, tabId, watch.status().watching),
  })),

  /** What was found on the tab's previous pages has been looked at. */
  seen: kind({ tabId: "number" }, (/** @type {{ tabId: number }} */ { tabId }, { watch }) => {
    watch.dispatch({ type: "seen", tab: tabId, time: Date.now() });
    return {};
  }),
};
