// A made-up request, read as if a page had made it: so that a person sees what finding something looks like. It goes to
// nobody, and nothing of it is kept.

/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */
/** @typedef {import("../../types/leaklight.js").RequestContext} RequestContext */
/** @typedef {import("../shared/protocol.js").EntryView} EntryView */
/** @typedef {import("./exchange.js").Reader} Reader */

/** Names that can belong to nobody (RFC 2606, section 2). */
const PAGE = "https://shop.example/receipt";
const RECIPIENT = "https://adverts.example/collect";

/**
 * The request that an advertiser's pixel would make of a profile: an email address scrambled, the rest as it is.
 *
 * @param {ProfileSource} source
 * @returns {Promise<RequestContext>}
 */
export async function madeUp({ emails = [], phones = [], addresses = [], names = [], others = [] }) {
  const url = new URL(RECIPIENT);
  url.searchParams.set("event", "Purchase");
  const [email] = emails;
  if (email !== undefined) url.searchParams.set("em", await sha256(email.trim().toLowerCase()));
  const [address] = addresses;
  for (const [name, value] of [
    ["street", address?.street?.toUpperCase()],
    ["zip", address?.postal_code],
    ["phone", phones[0]],
    ["name", names[0] && [names[0].given, names[0].family].filter(Boolean).join(" ")],
    ["order", others[0]?.value],
  ]) {
    if (value !== undefined) url.searchParams.set(/** @type {string} */ (name), value);
  }
  return { url: url.href, method: "GET", page: PAGE, resource: "image" };
}

/**
 * What is found in it, as the popup tells it.
 *
 * @param {RequestContext} request
 * @param {Reader} reader
 * @param {number} time milliseconds since the epoch
 * @returns {EntryView[]}
 */
export function readMadeUp(request, { inspector, masked }, time) {
  const { look } = inspector.look({ url: request.url });
  const { findings } = inspector.weigh(request, look ? [look] : []);
  return findings.map((finding, index) => ({
    id: `trial-${index}`,
    finding,
    masked: masked[finding.identifier.id] ?? "",
    counts: { attempted: 0, sent: 1, blocked: 0, failed: 0, cached: 0 },
    first: time,
    last: time,
    group: "counted",
    decision: null,
    outcome: "sent",
    counted: true,
  }));
}

/** @param {string} text */
async function sha256(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
