/**
 * How the post office calls its partners, as a webmaster would paste it: the partner's script from the partner's host, then a call
 * that hands over what the server knows of the customer.
 */

import { literal } from "./layout.js";

/** @typedef {import("./accounts.js").Customer} Customer */

/** @param {string} source @param {string} call */
const tag = (source, call) => `<script src="${source}"></script>\n<script>${call}</script>\n`;

/** @param {Customer | null} customer */
export function meta(customer) {
  const matching = customer && {
    em: customer.email,
    ph: customer.phone,
    fn: customer.given,
    ln: customer.family,
    ct: customer.city,
    st: customer.region,
    zp: customer.postalCode,
    country: "us",
  };
  return tag("https://connect.facebook.net/en_US/fbevents.js", `fbq("init", "731045512090114", ${literal(matching)}); fbq("track", "PageView");`);
}

/** @param {Customer | null} customer */
export function linkedin(customer) {
  const user = customer && { email: customer.email };
  return tag("https://snap.licdn.com/li.lms-analytics/insight.min.js", `lintrk("start", 4817330, ${literal(user)});`);
}

/**
 * @param {Customer | null} customer
 * @param {{ address?: boolean }} [also] - whether the postal address is handed over as well
 */
export function snap(customer, { address = false } = {}) {
  const user = customer
    ? {
        user_email: customer.email,
        user_phone_number: customer.phone,
        ...(address && { l_addr: `${customer.street} ${customer.unit}`.trim(), l_city: customer.city }),
      }
    : // The template that was never filled in: its digest belongs to nobody.
      { user_email: "__INSERT_USER_EMAIL__" };
  return tag("https://sc-static.net/scevent.min.js", `snaptr("init", "c3a1d2f0-4b7e-4d52-9a64-7d0f6e2b8c15", ${literal(user)}); snaptr("track", "PAGE_VIEW");`);
}

export const microsoft = () => tag("https://bat.bing.com/bat.js", `uetq("start", "56017742");`);

export const google = () => tag("https://www.googletagmanager.com/gtag/js?id=G-7HB2Q0PT41", `gtag("start", "G-7HB2Q0PT41", "AW-955120417");`);

export const pinterest = () => tag("https://s.pinimg.com/ct/core.js", `pintrk("start", "2613900417720");`);

/**
 * The real analytics packages, as npm carries them, started and told who the customer is.
 *
 * @param {Customer} customer
 */
export function analytics(customer) {
  const traits = { email: customer.email, name: `${customer.given} ${customer.family}` };
  return `<script src="/packages/@snowplow/browser-tracker/dist/index.umd.min.js"></script>
<script src="/packages/@segment/analytics-next/dist/umd/index.js"></script>
<script type="module">
import posthog from "/packages/posthog-js/dist/module.js";
const id = ${literal(customer.number)};
const traits = ${literal(traits)};

// PostHog keeps silent in browsers that a driver steers; with this it speaks as it does to people.
posthog.init("phc_harbourpost", { api_host: "https://us.i.posthog.com", capture_pageview: false, opt_out_useragent_filter: true });
posthog.identify(id, traits);
posthog.capture("$pageview");

const { newTracker, setUserId, trackPageView } = snowplowBrowserTracking;
newTracker("post", "https://harbourpost.collector.snplow.net", { appId: "harbour-post" });
setUserId(traits.email);
trackPageView({ context: [{ schema: "iglu:example.harbourpost/customer/jsonschema/1-0-0", data: traits }] });

const segment = AnalyticsNext.AnalyticsBrowser.load({ writeKey: "harbourpost" });
segment.identify(id, traits);
segment.page();
</script>
`;
}
