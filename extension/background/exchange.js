// A request's way through the inspector: its URL and body when it is asked for, its headers when they leave.
//
// The browsers tell the two at different events; the request's id joins them. A hop of a redirect comes with the
// same id, asks anew and so replaces the hop before. Nothing of a request is kept but its looks, which hold no value.

import { addressesOf, hidesBody, sightingOf } from "../shared/browser.js";
import { actOf } from "./act.js";
import { homesOf } from "./attribution.js";
import { readBody } from "./body.js";

/** @typedef {import("../../types/browsers.js").Details} Details */
/** @typedef {import("../../types/leaklight.js").Inspector} Inspector */
/** @typedef {import("../../types/leaklight.js").Look} Look */
/** @typedef {import("../../types/leaklight.js").RequestContext} RequestContext */
/** @typedef {import("../../types/leaklight.js").RequestPart} RequestPart */
/** @typedef {import("../../types/leaklight.js").Verdict} Verdict */
/** @typedef {import("../shared/browser.js").Sighting} Sighting */
/** @typedef {import("./state.js").Attempted} Attempted */
/** @typedef {import("./state.js").Headed} Headed */
/** @typedef {import("./state.js").Sent} Sent */
/** @typedef {import("./state.js").State} State */

/**
 * Who reads requests, and what is needed beside them.
 *
 * @typedef {object} Reader
 * @property {Inspector} inspector
 * @property {{ [identifier: string]: string }} masked identifiers as they are shown to their owner
 * @property {(tab: number, document: string) => string | undefined} address of a top-level document
 * @property {(host: string) => string | undefined} [alias] the host that one stands for, where that is known
 */

/**
 * A request is asked for. It may yet be blocked, so what is found is an attempt.
 *
 * @param {Details} details of onBeforeRequest
 * @param {State} state
 * @param {Reader} reader
 * @returns {Attempted}
 */
export function attempted(details, state, reader) {
  const body = readBody(details.requestBody);
  const part = {
    url: details.url,
    ...(body?.content && { body: body.content }),
    ...(body && body.unread.length > 0 && { unread: body.unread }),
  };
  return begun(details, part, body !== undefined, state, reader);
}

/**
 * Stands in for the beginning of a request that a worker did not live to keep: its body is gone.
 *
 * @param {Details} details of onSendHeaders
 * @param {State} state
 * @param {Reader} reader
 * @returns {Attempted}
 */
export function missed(details, state, reader) {
  const mayHaveBody = details.method !== "GET" && details.method !== "HEAD";
  return begun(details, { url: details.url, ...(mayHaveBody && { unread: ["body_not_captured"] }) }, mayHaveBody, state, reader);
}

/**
 * @param {Details} details
 * @param {RequestPart} part what is known of it so far
 * @param {boolean} hasBody
 * @param {State} state
 * @param {Reader} reader
 * @returns {Attempted}
 */
function begun(details, part, hasBody, state, reader) {
  const request = sightingOf(details);
  const { looks, bytes } = look(reader.inspector, part);
  const verdict = weigh(details, request, looks, state, reader);
  return { type: "attempted", request, verdict, looks, bytes, masked: reader.masked, hasBody, socket: socketOf(details) };
}

/**
 * A request's headers are known, and it is held yet. They may be others when it leaves: no look at them is kept.
 *
 * @param {Details} details of onBeforeSendHeaders
 * @param {State} state
 * @param {Reader} reader
 * @returns {Headed}
 */
export function headed(details, state, reader) {
  return { type: "headed", ...wholeOf(details, state, reader), looks: state.exchanges[details.requestId]?.looks ?? [], bytes: 0 };
}

/**
 * A request leaves.
 *
 * @param {Details} details of onSendHeaders
 * @param {State} state
 * @param {Reader} reader
 * @returns {Sent}
 */
export function sent(details, state, reader) {
  return { type: "sent", ...wholeOf(details, state, reader) };
}

/**
 * It is weighed again as a whole: what its headers add may prove what its body suggested.
 *
 * @param {Details} details with request headers
 * @param {State} state
 * @param {Reader} reader
 * @returns {import("./state.js").Inspected}
 */
function wholeOf(details, state, reader) {
  const request = sightingOf(details);
  const exchange = state.exchanges[request.requestId];
  const added = look(reader.inspector, {
    headers: headersOf(details),
    ...(hidesBody(details, exchange?.hasBody ?? false) && { unread: ["body_unreadable"] }),
  });
  const looks = [...(exchange?.looks ?? []), ...added.looks];
  return { request, verdict: weigh(details, request, looks, state, reader), looks, bytes: added.bytes, masked: reader.masked };
}

/**
 * A request that left is weighed anew, now that it is known whom its host stands for.
 *
 * @param {Details} details of onSendHeaders
 * @param {State} state
 * @param {Reader} reader
 * @returns {Sent}
 */
export function unmasked(details, state, reader) {
  const request = sightingOf(details);
  const looks = state.exchanges[request.requestId]?.looks ?? [];
  return { type: "sent", request, verdict: weigh(details, request, looks, state, reader), looks, bytes: 0, masked: reader.masked };
}

/**
 * What a page told of what the browser does not show of a request.
 *
 * @param {import("./hearing.js").Heard} heard
 * @param {State} state
 * @param {Reader} reader
 * @returns {import("./testimony.js").Testimony}
 */
export function told({ told, request, match, frame }, state, reader) {
  const { kind, url, method, part, dropped } = told;
  const [home] = homesOf(state, request);
  const page = home && (reader.address(...home) ?? state.tabs[home[0]]?.pages[home[1]]?.origin);
  const { looks, bytes } = kind === "dropped" ? { looks: [], bytes: 0 } : look(reader.inspector, part);
  /** @type {RequestContext} */
  const context = {
    url,
    method,
    resource: kind === "message" ? "websocket" : "xmlhttprequest",
    time: new Date(request.time).toISOString(),
    witness: "page",
    ...(page && { page }),
    ...(frame !== undefined && { frame }),
  };
  const verdict = looks.length === 0 ? null : reader.inspector.weigh(context, looks);
  const socket = kind === "message" ? new URL(url).host : null;
  return { type: "told", request, verdict, bytes, masked: reader.masked, match, socket, pieces: kind === "dropped" ? 0 : 1, dropped };
}

/**
 * @param {Inspector} inspector
 * @param {RequestPart} part
 * @returns {{ looks: Look[], bytes: number }} no look where there is nothing in it
 */
function look(inspector, part) {
  const { look, bytes } = inspector.look(part);
  return { looks: look === undefined ? [] : [look], bytes };
}

/**
 * @param {Details} details
 * @param {Sighting} request
 * @param {Look[]} looks
 * @param {State} state
 * @param {Reader} reader
 * @returns {Verdict | null} null where there is nothing to weigh
 */
function weigh(details, request, looks, state, reader) {
  if (looks.length === 0) return null;
  const { page, frame } = addressesOf(details);
  const around = pageAddress(details, request, state, reader) ?? page;
  const acted = actOf(details);
  const cname = reader.alias?.(new URL(details.url).hostname);
  /** @type {RequestContext} */
  const context = {
    url: details.url,
    method: details.method,
    resource: details.type,
    time: new Date(details.timeStamp).toISOString(),
    ...(around !== undefined && { page: around }),
    ...(frame !== undefined && { frame }),
    ...(acted !== undefined && { acted }),
    ...(cname !== undefined && { cname }),
  };
  return reader.inspector.weigh(context, looks);
}

/**
 * URL of the page that a request belongs to. A navigation that nobody asked for belongs to where it leads.
 *
 * @param {Details} details
 * @param {Sighting} request
 * @param {State} state
 * @param {Reader} reader
 * @returns {string | undefined}
 */
function pageAddress(details, request, state, reader) {
  const { asker, page } = addressesOf(details);
  if (request.navigation && request.top) return asker ?? details.url;
  // Firefox tells the whole URL of the page; Chromium an origin, and of a frame not even that. A worker has no page.
  if (request.tab >= 0 && page !== undefined && new URL(page).pathname.length > 1) return page;
  const home = state.exchanges[request.requestId]?.homes[0] ?? homesOf(state, request)[0];
  if (!home) return undefined;
  return reader.address(...home) ?? state.tabs[home[0]]?.pages[home[1]]?.origin ?? undefined;
}

/**
 * @param {Details} details
 * @returns {string | null} the host to which it opens a connection, if it does
 */
function socketOf(details) {
  return details.type === "websocket" ? new URL(details.url).host : null;
}

/**
 * @param {Details} details
 * @returns {[name: string, value: string][]}
 */
function headersOf(details) {
  return (details.requestHeaders ?? []).map(({ name, value, binaryValue }) => [
    name,
    value ?? (binaryValue ? new TextDecoder("latin1").decode(new Uint8Array(binaryValue)) : ""),
  ]);
}
