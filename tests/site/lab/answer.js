/** A bench for transports: a plain page that tests drive, and a host that takes whatever it is sent. */

import { html, nothing, redirect } from "../reply.js";
import { header } from "../record.js";

/** @typedef {import("../reply.js").Reply} Reply */

/** Where pages stand from which tests send by hand. */
export const LAB = "https://lab.harbourpost.example";

/** The same on another site. */
export const OTHER_LAB = "https://lab.farbourpost.example";

/**
 * Hosts that answer everything, and to which every page may talk: any name under this one.
 * They send on to `next`, where it is given, with `status`.
 */
export const COLLECTOR = ".collector.example";

/** Refuses the preflight of every request that needs one. */
export const STERN = "https://stern.collector.example";

/** Takes everything, and lets no page read its answers. */
export const SHY = "https://shy.collector.example";

const ONLY_ELSEWHERE = { "access-control-allow-origin": "https://elsewhere.example" };

const PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Lab</title><link rel="icon" href="data:,"><h1>Lab</h1></html>';

/**
 * @param {import("../record.js").Recorded} recorded
 * @param {URL} url
 * @returns {Promise<Reply | null>} null where the host is not the lab's
 */
export async function lab(recorded, url) {
  if (url.origin === OTHER_LAB || (url.origin === LAB && url.pathname === "/")) return page(url.searchParams);
  if (url.origin === LAB) return nothing();
  if (url.origin === STERN) {
    const refused = recorded.method === "OPTIONS" && header(recorded, "access-control-request-method");
    return refused ? { status: 403, headers: { ...ONLY_ELSEWHERE, "access-control-allow-methods": "GET" } } : nothing();
  }
  if (url.origin === SHY) return { ...nothing(), headers: ONLY_ELSEWHERE };
  if (!url.hostname.endsWith(COLLECTOR)) return null;
  const next = url.searchParams.get("next");
  return next ? redirect(next, url.searchParams.get("status") === "307" ? 307 : 302) : nothing();
}

/** @param {URLSearchParams} wishes - `policy` for referrers, `csp` for content @returns {Reply} */
function page(wishes) {
  const headers = { "referrer-policy": wishes.get("policy") ?? "", "content-security-policy": wishes.get("csp") ?? "" };
  return { ...html(PAGE), headers: { "content-type": "text/html; charset=utf-8", ...headers } };
}
