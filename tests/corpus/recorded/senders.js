/** The real analytics packages in transports other than their default, as code that runs in a page. */

/** @param {string} source */
const script = (source) => `await new Promise((loaded, failed) => { const tag = document.createElement("script"); tag.src = ${JSON.stringify(source)}; tag.onload = loaded; tag.onerror = failed; document.head.append(tag); });`;

const PERSON = `
const name = visitor.given + " " + visitor.family;
const address = { street: visitor.street + " " + visitor.unit, city: visitor.city, state: visitor.region, postal_code: visitor.postalCode, country: "US" };
`;

/** @param {string} options - of posthog.init, as code @param {string} [before] */
const posthog = (options, before = "") => `${PERSON}${before}
const { default: posthog } = await import("/packages/posthog-js/dist/module.full.js");
posthog.init("phc_harbourpost", { api_host: "https://us.i.posthog.com", persistence: "memory", capture_pageview: false, opt_out_useragent_filter: true, ${options} });
posthog.identify("C58102", { email: visitor.email, name, phone: visitor.phone });
posthog.setPersonProperties({ address });
posthog.capture("order placed", { card_last4: visitor.card.slice(-4), $set: { email: visitor.email, name } });
posthog.capture("$pageview");
`;

/** @param {string} options - of newTracker, as code */
const snowplow = (options) => `${PERSON}
${script("/packages/@snowplow/browser-tracker/dist/index.umd.min.js")}
const { newTracker, setUserId, trackPageView, trackSelfDescribingEvent, trackStructEvent } = snowplowBrowserTracking;
newTracker("post", "https://harbourpost.collector.snplow.net", { appId: "harbour-post", stateStorageStrategy: "none", ${options} });
setUserId(visitor.email);
trackPageView({ context: [{ schema: "iglu:example.harbourpost/customer/jsonschema/1-0-0", data: { name, email: visitor.email, phone: visitor.phone } }] });
trackSelfDescribingEvent({ event: { schema: "iglu:example.harbourpost/delivery/jsonschema/1-0-0", data: { recipient: name, ...address } } });
trackStructEvent({ category: "form", action: "submit", label: visitor.email, property: visitor.phone });
`;

/** @param {string} options - of AnalyticsBrowser.load, as code */
const segment = (options) => `${PERSON}
${script("/packages/@segment/analytics-next/dist/umd/index.js")}
const analytics = AnalyticsNext.AnalyticsBrowser.load({ writeKey: "harbourpost" }, { ${options} });
analytics.identify("C58102", { email: visitor.email, firstName: visitor.given, lastName: visitor.family, phone: visitor.phone, address });
analytics.track("Order Completed", { email: visitor.email, shipping: { name, ...address }, tracking: visitor.parcel });
analytics.page("Checkout", { title: "Thank you, " + name });
await analytics.group("harbour", { name: "Harbour Post", contact: visitor.email });
`;

/** @typedef {{ code: string, fits: (url: string) => boolean }} Sender */

/** @param {string} start @returns {(url: string) => boolean} */
const to = (start) => (url) => url.startsWith(start);

/** @type {Record<string, Sender>} */
export const SENDERS = {
  "posthog-plain": { code: posthog("disable_compression: true"), fits: to("https://us.i.posthog.com/e/") },
  "posthog-unbatched": { code: posthog("request_batching: false"), fits: to("https://us.i.posthog.com/e/") },
  "posthog-leave": { code: posthog("capture_pageleave: true"), fits: to("https://us.i.posthog.com/e/") },
  "posthog-xhr": { code: posthog("api_transport: 'XHR', capture_performance: true", "window.fetch = undefined;"), fits: to("https://us.i.posthog.com/e/") },
  "snowplow-get": { code: snowplow("eventMethod: 'get'"), fits: to("https://harbourpost.collector.snplow.net/") },
  "snowplow-get-plain": { code: snowplow("eventMethod: 'get', encodeBase64: false"), fits: to("https://harbourpost.collector.snplow.net/") },
  "snowplow-post": { code: snowplow("eventMethod: 'post', bufferSize: 3"), fits: to("https://harbourpost.collector.snplow.net/") },
  "snowplow-post-base64": { code: snowplow("eventMethod: 'post', encodeBase64: true, bufferSize: 3"), fits: to("https://harbourpost.collector.snplow.net/") },
  "snowplow-beacon": { code: snowplow("eventMethod: 'beacon'"), fits: to("https://harbourpost.collector.snplow.net/") },
  "segment-default": { code: segment(""), fits: to("https://api.segment.io/v1/") },
  "segment-batching-leave": { code: segment("integrations: { 'Segment.io': { deliveryStrategy: { strategy: 'batching', config: { size: 3, timeout: 500 } } } }"), fits: to("https://api.segment.io/v1/") },
};
