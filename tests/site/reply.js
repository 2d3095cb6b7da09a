/** Answers that the site gives. */

import { readFile } from "node:fs/promises";
import { extname } from "node:path";

/**
 * @typedef {object} Reply
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {string | Buffer} [body]
 */

/** A GIF of one transparent pixel. */
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

const TYPES = new Map([
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".mjs", "text/javascript; charset=utf-8"],
  [".svg", "image/svg+xml"],
]);

/** @param {string} markup @returns {Reply} */
export function html(markup) {
  return { headers: { "content-type": "text/html; charset=utf-8" }, body: markup };
}

/** @param {unknown} value @returns {Reply} */
export function json(value) {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

/** @param {string} code @returns {Reply} */
export function script(code) {
  return { headers: { "content-type": "text/javascript; charset=utf-8" }, body: code };
}

/** @returns {Reply} */
export function gif() {
  return { headers: { "content-type": "image/gif" }, body: PIXEL };
}

/** @returns {Reply} */
export function nothing() {
  return { status: 204 };
}

/** @returns {Reply} */
export function missing() {
  return { status: 404, headers: { "content-type": "text/plain" }, body: "nothing here\n" };
}

/**
 * @param {string} location
 * @param {302 | 303 | 307} status
 * @returns {Reply}
 */
export function redirect(location, status) {
  return { status, headers: { location } };
}

/** @param {URL} path - a file of this project @returns {Promise<Reply>} */
export async function file(path) {
  const type = TYPES.get(extname(path.pathname)) ?? "application/octet-stream";
  try {
    return { headers: { "content-type": type }, body: await readFile(path) };
  } catch {
    return missing();
  }
}
