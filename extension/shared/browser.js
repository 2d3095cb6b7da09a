// Every difference between the browsers. No other file asks which browser it runs in.

/** @typedef {import("../../types/browsers.js").Details} Details */

/**
 * A request as the ledger knows it: who asked, for which document, when. Without its URL, which may hold
 * personal values and is never kept.
 *
 * @typedef {object} Sighting
 * @property {string} requestId
 * @property {number} tab -1 where the browser names none (shared and service workers)
 * @property {string | null} document id of the document that asked; null for a navigation
 * @property {string | null} parent id of the document around that one
 * @property {boolean} top whether a top-level document asked, or is asked for
 * @property {boolean} navigation whether it may give the tab, or a page prepared for it, a new document
 * @property {boolean} active whether its page is on screen, as far as is known: neither prepared, nor put away
 * @property {string | null} origin of who asked, where known
 * @property {boolean} private whether the browser says that it was made in a private window
 * @property {number} time milliseconds since the epoch
 */

/**
 * Which URLs the browser tells of a request. Chromium tells origins only.
 *
 * @typedef {object} Addresses
 * @property {string} [page] of the top-level page
 * @property {string} [frame] of the frame that asked, where it is not the page
 * @property {string} [asker] of the document that asked
 */

/** Whether this is Firefox. Chromium has a `browser` object too, so that its presence proves nothing. */
export const isFirefox = globalThis.location?.protocol === "moz-extension:";

/**
 * What to ask of onSendHeaders: Chromium shows Referer and Cookie only on request, Firefox throws at that request.
 *
 * @returns {string[]}
 */
export function headersWanted() {
  const options = /** @type {{ EXTRA_HEADERS?: string } | undefined} */ (
    chrome.webRequest.OnBeforeSendHeadersOptions
  );
  return options?.EXTRA_HEADERS ? ["requestHeaders", "extraHeaders"] : ["requestHeaders"];
}

/** What lets an extension hold requests; asked for only in Firefox: Chromium has no such thing any more. */
export const HOLDING = { permissions: /** @type {chrome.runtime.ManifestOptionalPermission[]} */ (["webRequestBlocking"]) };

/**
 * Looks hosts up, where the browser can: Firefox.
 *
 * @returns {import("../background/aliases.js").Resolver | undefined}
 */
export function aliasResolver() {
  const { dns } = /** @type {{ dns?: import("../../types/browsers.js").Dns }} */ (/** @type {unknown} */ (chrome));
  return dns && (async (host) => (await dns.resolve(host, ["canonical_name"])).canonicalName);
}

/**
 * Whether a proxy looks hosts up for this request. Looking one up here would then tell it to somebody who does not know it.
 *
 * @param {Details} details
 * @returns {boolean}
 */
export function isProxied({ proxyInfo }) {
  return proxyInfo !== undefined && proxyInfo !== null && proxyInfo.type !== "direct";
}

/**
 * Listens to requests as they are asked for: by listeners that may hold them where that is permitted, before they are asked
 * for and once more when their headers are known; otherwise by one that only looks. Which of them is known at once, since a
 * browser that wakes the worker for an event hands it only to listeners of its first turn.
 *
 * @param {{ urls: string[] }} filter
 * @param {(details: any) => any} look
 * @param {{ asked: (details: any) => any, headed: (details: any) => any }} hold
 * @param {boolean} [firefox] where a listener that may hold is refused without the permission; Chromium takes it, and
 *   then tells it nothing
 * @returns {boolean} whether requests are held
 */
export function listenToRequests(filter, look, hold, firefox = isFirefox) {
  const { onBeforeRequest, onBeforeSendHeaders } = chrome.webRequest;
  onBeforeRequest.removeListener(look);
  onBeforeRequest.removeListener(hold.asked);
  onBeforeSendHeaders.removeListener(hold.headed);
  if (firefox) {
    try {
      onBeforeRequest.addListener(hold.asked, filter, ["requestBody", "blocking"]);
      onBeforeSendHeaders.addListener(hold.headed, filter, ["requestHeaders", "blocking"]);
      return true;
    } catch {
      // Not permitted: that is how it is found out.
    }
  }
  onBeforeRequest.addListener(look, filter, ["requestBody"]);
  return false;
}

/** How often Firefox is called to stay awake, in milliseconds: a third of the half minute after which it puts a background to sleep. */
const CALL_MS = 10_000;

/**
 * Keeps the background awake. Firefox holds requests for a sleeping one only by listeners of its start, so that what was
 * permitted after that holds nothing while it sleeps, until it has started once more.
 *
 * @param {() => boolean} needed
 */
export function stayAwake(needed) {
  if (isFirefox) setInterval(() => void (needed() && chrome.runtime.getPlatformInfo()), CALL_MS);
}

/**
 * @param {Details} details
 * @returns {Sighting}
 */
export function sightingOf(details) {
  const document = details.documentId ?? null;
  const lifecycle = details.documentLifecycle;
  return {
    requestId: details.requestId,
    tab: details.tabId,
    document,
    parent: details.parentDocumentId ?? null,
    // A page on its way out of, or into, the screen is outermost under another frame number.
    top: details.frameId === 0 || details.frameType === "outermost_frame",
    // Chromium calls a speculative load `main_frame` too, and then names the document that asked for it.
    navigation: details.type === "main_frame" && document === null,
    active: lifecycle === undefined || lifecycle === "active",
    origin: originOf(addressesOf(details).asker),
    private: details.incognito === true,
    time: details.timeStamp,
  };
}

/**
 * @param {Details} details
 * @returns {Addresses}
 */
export function addressesOf(details) {
  const asker = known(details.documentUrl) ?? known(details.originUrl) ?? known(details.initiator);
  const around = details.frameAncestors?.at(-1)?.url;
  const top = details.frameId === 0;
  // Chromium names no frame's page: the caller knows it by its document.
  const page = around ?? (top ? asker : undefined);
  return {
    ...(page !== undefined && { page }),
    ...(!top && asker !== undefined && { frame: asker }),
    ...(asker !== undefined && { asker }),
  };
}

/**
 * Whether the browser kept a body to itself: Chromium shows none of a PATCH, DELETE or OPTIONS, although it is sent.
 *
 * @param {Details} details with request headers
 * @param {boolean} shown whether it showed one at onBeforeRequest
 * @param {boolean} [firefox] which shows them all
 * @returns {boolean}
 */
export function hidesBody(details, shown, firefox = isFirefox) {
  if (firefox || shown || ["GET", "HEAD", "POST", "PUT"].includes(details.method)) return false;
  return (details.requestHeaders ?? []).some((header) => header.name.toLowerCase() === "content-type");
}

/**
 * How a request ended, from the browser's word for the error.
 *
 * @param {string | undefined} error
 * @returns {"blocked" | "aborted" | "failed"}
 */
export function endingOf(error) {
  if (error === "net::ERR_ABORTED" || error === "NS_BINDING_ABORTED") return "aborted";
  if (/^net::ERR_BLOCKED_BY_(?!ORB|RESPONSE)|^NS_ERROR_(ABORT$|BLOCKED|CONTENT_BLOCKED|TRACKING)/.test(error ?? "")) {
    return "blocked";
  }
  return "failed";
}

/**
 * The origin of a URL, where it has one.
 *
 * @param {string | undefined} url
 * @returns {string | null}
 */
export function originOf(url) {
  if (url === undefined) return null;
  try {
    const { origin } = new URL(url);
    return origin === "null" ? null : origin;
  } catch {
    return null;
  }
}

/** Keeps what is stored from any content script, where the browser can. */
export async function guardStorage() {
  const { local } = chrome.storage;
  if (typeof local.setAccessLevel !== "function") return;
  await local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
}

/**
 * The scripts that run in pages where a person wants that: `page` in the page's own world, in this order. Chromium
 * does not show Blobs, and needs one more.
 *
 * @param {boolean} [firefox]
 * @returns {{ relay: string[], page: string[] }}
 */
export function pageScripts(firefox = isFirefox) {
  return {
    relay: ["page/relay.js"],
    page: ["page/channel.js", "page/sockets.js", ...(firefox ? [] : ["page/blobs.js"]), "page/bodies.js", "page/seal.js"],
  };
}

/**
 * A sandboxed document's origin is the word `null`.
 *
 * @param {string | undefined} url
 * @returns {string | undefined}
 */
function known(url) {
  return url === undefined || url === "null" || url === "" ? undefined : url;
}
