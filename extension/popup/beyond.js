// What the browser does not show of a page: that there is such a thing, and what the page's own scripts told of it.

import { byId } from "../shared/element.js";
import { say, sayCount } from "../shared/text.js";

/** @typedef {import("../shared/protocol.js").PageView} PageView */

/**
 * @param {PageView} page
 * @param {boolean} hooksOn whether pages are asked to tell
 */
export function showBeyond({ sockets, told, untold, unread }, hooksOn) {
  const hidden = unread.body_unreadable ?? 0;
  const lines = hooksOn
    ? [told > 0 && sayCount("told", told), untold > 0 && sayCount("untold", untold)]
    : [sockets.length > 0 && say("sockets_unheard", sockets.join(", ")), hidden > 0 && sayCount("bodies_unheard", hidden)];
  const said = lines.filter((line) => line !== false);
  const section = byId("beyond");
  section.hidden = said.length === 0;
  section.dataset.sockets = sockets.join(" ");
  section.dataset.told = String(told);
  section.dataset.untold = String(untold);
  byId("beyond-said").textContent = said.join(" ");
  byId("beyond-more").hidden = hooksOn;
}
