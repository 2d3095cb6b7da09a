// Asks the browser for the body of every request, and does nothing with it.

chrome.webRequest.onBeforeRequest.addListener(() => undefined, { urls: ["<all_urls>"] }, ["requestBody"]);

// As Leaklight does: what launches the browser waits for this page.
chrome.runtime.onInstalled.addListener(() => void chrome.tabs.create({ url: "welcome/welcome.html" }));
