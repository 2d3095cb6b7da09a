/** Which requests each step at the post office makes its partners send: what tests wait for, instead of a time. */

import { gunzipSync } from "node:zlib";

/** @typedef {import("../site/record.js").Record} Record */
/** @typedef {import("../site/record.js").Recorded} Recorded */
/** @typedef {(recorded: Recorded) => boolean} Fits */
/** @typedef {readonly [what: string, fits: Fits]} Expected */

/** @param {string} start - host and the path's beginning @param {string} [word] - in the URL or the body @returns {Fits} */
const to = (start, word = "") => (recorded) => {
  const { host, pathname } = new URL(recorded.url);
  const told = `${recorded.url}\n${recorded.body.toString("latin1")}`;
  return recorded.method !== "OPTIONS" && `${host}${pathname}`.startsWith(start) && told.includes(word);
};

/** @param {string} type - of the signal @returns {Fits} */
const signal = (type) => (recorded) => to("px.ads.linkedin.com/wa/")(recorded) && unpacked(recorded.body).signalType === type;

/**
 * What LinkedIn's packed body says.
 *
 * @param {Buffer} body
 */
export function unpacked(body) {
  return JSON.parse(gunzipSync(Buffer.from(body.toString("latin1"), "base64")).toString("utf8"));
}

/** @type {Expected[]} */
const LINKEDIN_VIEW = [
  ["LinkedIn's page view", signal("PAGE_VISIT")],
  ["LinkedIn's page URL", to("px.ads.linkedin.com/collect")],
  ["LinkedIn's hand-over", to("www.linkedin.com/px/li_sync")],
  ["LinkedIn's hand-over back", to("px.ads.linkedin.com/collect", "liSync=true")],
  ["LinkedIn's trigger", to("px.ads.linkedin.com/attribution_trigger")],
];

/** @type {Expected[]} */
const SNAP_VIEW = [
  ["Snap's page view", to("tr.snapchat.com/p", "PAGE_VIEW")],
  ["Snap's sync", to("tr.snapchat.com/cm/i")],
];

/** @type {Expected[]} */
const VIEW = [["Meta's page view", to("www.facebook.com/tr/", "PageView")], ...LINKEDIN_VIEW, ...SNAP_VIEW];

/** What is waited for, by step. */
const EXPECTED = {
  view: VIEW,
  click: [
    ["Meta's click", to("www.facebook.com/tr/", "SubscribedButtonClick")],
    ["LinkedIn's click", signal("CLICK")],
    ["Snap's click", to("tr.snapchat.com/p", '"btx"')],
  ],
  /** The click on the checkout's button, and then the receipt. */
  order: [["Meta's click", to("www.facebook.com/tr/", "SubscribedButtonClick")], ...VIEW],
  track: [
    ["Bing's page view", to("bat.bing.com/action/0")],
    ["Google Analytics", to("www.google-analytics.com/g/collect")],
    ["Google Ads", to("googleads.g.doubleclick.net/")],
    ["Pinterest's page view", to("ct.pinterest.com/v3/")],
    ["Pinterest's user", to("ct.pinterest.com/user/")],
    ...LINKEDIN_VIEW,
    ...SNAP_VIEW,
  ],
  account: [
    ["PostHog's events", to("us.i.posthog.com/e/")],
    ["PostHog's flags", to("us.i.posthog.com/flags/")],
    ["Snowplow's page view", to("harbourpost.collector.snplow.net/com.snowplowanalytics.snowplow/tp2")],
    ["Segment's identify", to("api.segment.io/v1/i")],
    ["Segment's page view", to("api.segment.io/v1/p")],
  ],
};

/** @typedef {keyof typeof EXPECTED} Step */

/**
 * Waits until the partners have sent what a step makes them send.
 *
 * @param {Record} record
 * @param {Step} step
 * @param {number} since - a mark of the record
 * @returns {Promise<Recorded[]>} all that arrived since
 */
export async function arrivals(record, step, since) {
  for (const [what, fits] of /** @type {Expected[]} */ (EXPECTED[step])) await record.arrival(what, fits, { since });
  return record.since(since);
}
