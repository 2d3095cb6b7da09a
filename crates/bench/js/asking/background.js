// Asks the browser for every event of every request that Leaklight asks for, and does nothing with them.

const everything = { urls: ["<all_urls>"] };
const nothing = () => undefined;
// Each browser throws at what only the other one knows.
const headers = chrome.webRequest.OnBeforeSendHeadersOptions?.EXTRA_HEADERS ? ["requestHeaders", "extraHeaders"] : ["requestHeaders"];

chrome.webRequest.onBeforeRequest.addListener(nothing, everything, ["requestBody"]);
chrome.webRequest.onSendHeaders.addListener(nothing, everything, headers);
chrome.webRequest.onHeadersReceived.addListener(nothing, everything);
chrome.webRequest.onCompleted.addListener(nothing, everything);
chrome.webRequest.onErrorOccurred.addListener(nothing, everything);

// As Leaklight does: what launches the browser waits for this page.
chrome.runtime.onInstalled.addListener(() => void chrome.tabs.create({ url: "welcome/welcome.html" }));
