/** The advertisers' and analytics vendors' hosts: what their scripts are, and what their endpoints answer. */

import { file, gif, json, nothing, redirect, script } from "./reply.js";

/** @typedef {import("./reply.js").Reply} Reply */
/** @typedef {import("./record.js").Recorded} Recorded */

/** @param {string} name - a file of pixels/ */
const pixel = (name) => () => file(new URL(`pixels/${name}`, import.meta.url));

/** LinkedIn's collector hands a browser to www.linkedin.com and back, each time with the page's URL nested once more. */
function linkedinCollect(/** @type {URL} */ url) {
  if (url.searchParams.has("liSync") || !url.searchParams.has("li_adsId")) return script("");
  const next = new URL(url);
  next.searchParams.set("liSync", "true");
  return redirect(`https://www.linkedin.com/px/li_sync?redirect=${encodeURIComponent(next.href)}`, 302);
}

/** What Segment's settings endpoint says of a source that has no other destination than Segment itself. */
const SEGMENT_SETTINGS = {
  integrations: { "Segment.io": { apiKey: "harbourpost", unbundledIntegrations: [], addBundledMetadata: true } },
  plan: { track: { __default: { enabled: true, integrations: {} } } },
  edgeFunction: {},
  analyticsNextEnabled: true,
  middlewareSettings: {},
  enabledMiddleware: {},
  metrics: { sampleRate: 0 },
  remotePlugins: [],
};

/** What PostHog's endpoints say of a project with every extra turned off. */
const POSTHOG_CONFIG = {
  supportedCompression: ["gzip", "gzip-js"],
  hasFeatureFlags: false,
  captureDeadClicks: false,
  capturePerformance: false,
  autocapture_opt_out: false,
  autocaptureExceptions: false,
  surveys: false,
  heatmaps: false,
  sessionRecording: false,
  toolbarParams: {},
  isAuthenticated: false,
  siteApps: [],
};

/** @type {Record<string, (url: URL, recorded: Recorded) => Reply | Promise<Reply>>} by host and the path's beginning */
const ANSWERS = {
  "connect.facebook.net/en_US/fbevents.js": pixel("meta.js"),
  "www.facebook.com/tr/": gif,
  "snap.licdn.com/li.lms-analytics/insight.min.js": pixel("linkedin.js"),
  "px.ads.linkedin.com/collect": linkedinCollect,
  "px.ads.linkedin.com/attribution_trigger": gif,
  "px.ads.linkedin.com/wa/": nothing,
  "www.linkedin.com/px/li_sync": (url) => redirect(url.searchParams.get("redirect") ?? "/", 302),
  "sc-static.net/scevent.min.js": pixel("snap.js"),
  "tr.snapchat.com/p": nothing,
  "tr.snapchat.com/cm/i": gif,
  "bat.bing.com/bat.js": pixel("microsoft.js"),
  "bat.bing.com/action/0": gif,
  "www.googletagmanager.com/gtag/js": pixel("google.js"),
  "www.google-analytics.com/g/collect": nothing,
  "googleads.g.doubleclick.net/pagead/viewthroughconversion/": gif,
  "s.pinimg.com/ct/core.js": pixel("pinterest.js"),
  "ct.pinterest.com/v3/": gif,
  "ct.pinterest.com/user/": gif,
  "us.i.posthog.com/flags": () => json({ ...POSTHOG_CONFIG, flags: {}, errorsWhileComputingFlags: false }),
  "us.i.posthog.com/": () => json({ status: "Ok" }),
  "us-assets.i.posthog.com/array/": (url) => (url.pathname.endsWith(".js") ? script("") : json(POSTHOG_CONFIG)),
  "us-assets.i.posthog.com/static/": (url) => file(new URL(`../../node_modules/posthog-js/dist/${url.pathname.split("/").at(-1)}`, import.meta.url)),
  "harbourpost.collector.snplow.net/": () => ({ body: "ok" }),
  "cdn.segment.com/v1/projects/": () => json(SEGMENT_SETTINGS),
  "api.segment.io/": () => json({ success: true }),
};

/**
 * @param {Recorded} recorded
 * @param {URL} url
 * @returns {Promise<Reply | null>} null where the host is not a vendor's
 */
export async function vendor(recorded, url) {
  const place = url.hostname + url.pathname;
  const found = Object.entries(ANSWERS).find(([start]) => place.startsWith(start));
  if (!found) return null;
  return recorded.method === "OPTIONS" ? nothing() : found[1](url, recorded);
}
