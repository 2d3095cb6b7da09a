// The scripts in pages that tell what the browser does not show. They run while the permission `scripting` is
// granted: granting it is the switch, so that there is no second place that could say otherwise.

import { pageScripts } from "../shared/browser.js";

/** The permission that is the switch. @type {chrome.permissions.Permissions} */
export const HOOKS = { permissions: ["scripting"] };

/** The relay and the page's own. */
const SCRIPTS = 2;

/** Whether pages are asked to tell. */
export async function areHooksOn() {
  return chrome.permissions.contains(HOOKS);
}

/** Makes what runs in pages agree with what is permitted: an update of the extension takes the scripts away. */
export async function keepHooks() {
  if (await areHooksOn()) await turnHooks(true);
}

/**
 * Lets the scripts run in pages that are opened from now on, or lets them no more. A browser goes on running them
 * when the permission is gone, and then has no interface for taking them away: so this comes first.
 *
 * @param {boolean} on
 */
export async function turnHooks(on) {
  const { relay, page } = pageScripts();
  const known = await chrome.scripting.getRegisteredContentScripts();
  // Asked for twice, by the start that the permission wakes and by the switch: laid anew, they would miss a page between.
  if (on && known.length === SCRIPTS) return;
  if (known.length > 0) await chrome.scripting.unregisterContentScripts({ ids: known.map(({ id }) => id) });
  if (on) await chrome.scripting.registerContentScripts([script("relay", "ISOLATED", relay), script("page", "MAIN", page)]);
}

/**
 * @param {string} id
 * @param {"ISOLATED" | "MAIN"} world
 * @param {string[]} js
 * @returns {chrome.scripting.RegisteredContentScript}
 */
function script(id, world, js) {
  return {
    id,
    world,
    js,
    matches: ["<all_urls>"],
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: "document_start",
    persistAcrossSessions: true,
  };
}
