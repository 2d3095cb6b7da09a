// The page that opens once, after installing.

import { hasProfile } from "./profile.js";

/**
 * @param {{ reason: string }} installed
 */
export async function welcome({ reason }) {
  if (reason !== "install") return;
  // A developer's browser installs the same folder at each start; whoever saved details was welcomed before.
  if (await hasProfile(chrome.storage.local)) return;
  await chrome.tabs.create({ url: chrome.runtime.getURL("welcome/welcome.html") });
}
