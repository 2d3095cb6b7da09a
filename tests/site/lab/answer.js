/** A bench for transports: a plain page that tests drive, and a host that takes whatever it is sent. */

import { html, nothing } from "../reply.js";
import { header } from "../record.js";

/** @typedef {import("../reply.js").Reply} Reply */

/** Where pages stand from which tests send by hand. */
export const LAB = "https://lab.harbourpost.example";

/** Hosts that answer everything, and to which every page may talk: any name under this one. */
export const COLLECTOR = ".collector.example";

/** Refuses the preflight of every request that needs one. */
export const STERN = "https://stern.collector.example";

const PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Lab</title><link rel="icon" href="data:,"><h1>Lab</h1></html>';

/**
 * @param {import("../record.js").Recorded} recorded
 * @param {URL} url
 * @returns {Promise<Reply | null>} null where the host is not the lab's
 */
export async function lab(recorded, url) {
  if (url.origin === LAB) return { ...html(PAGE), headers: { "content-type": "text/html", "referrer-policy": url.searchParams.get("policy") ?? "" } };
  if (url.origin === STERN) {
    const refused = recorded.method === "OPTIONS" && header(recorded, "access-control-request-method");
    return refused ? { status: 403, headers: { "access-control-allow-origin": "https://elsewhere.example", "access-control-allow-methods": "GET" } } : nothing();
  }
  return url.hostname.endsWith(COLLECTOR) ? nothing() : null;
}
