// The page that opens once, after installing.

/**
 * @param {{ reason: string }} installed
 * @param {Pick<import("./profile.js").ProfileStore, "has">} profiles
 */
export async function welcome({ reason }, profiles) {
  if (reason !== "install") return;
  // A developer's browser installs the same folder at each start; whoever saved details was welcomed before.
  if (await profiles.has()) return;
  await chrome.tabs.create({ url: chrome.runtime.getURL("welcome/welcome.html") });
}
