// Where at a host a finding went. Pure.
//
// Never a host alone: one host serves sign-in and advertising, and what is said of the one must not cover the other.

/** @typedef {import("../../types/leaklight.js").Finding} Finding */

/** Segments of a path that tell what it is for; those behind them are mostly numbers of things. */
const TELLING_SEGMENTS = 2;

/**
 * An endpoint's name: the host and what is known of the product there, or else the beginning of the path.
 *
 * @param {Finding} finding
 * @returns {string}
 */
export function endpointOf({ url, recipient }) {
  if (recipient.product !== null) return `${recipient.host} ${recipient.product}`;
  const segments = pathOf(url).split("/").slice(1, 1 + TELLING_SEGMENTS);
  return `${recipient.host}/${segments.join("/")}`;
}

/**
 * The path of a finding's URL up to its first segment in which a personal value is masked (`[email-1]`).
 *
 * @param {string} url
 * @returns {string} with its first slash
 */
export function pathOf(url) {
  const path = /^[a-z]+:\/\/[^/?#]*(\/[^?#]*)?/.exec(url)?.[1] ?? "/";
  const masked = path.search(/[^/]*\[[a-z_]+-\d+/);
  return masked < 0 ? path : path.slice(0, masked);
}
