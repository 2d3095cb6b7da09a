// What a page's own scripts tell of what the browser does not show. Checked as what it is: a stranger's word.

/** @typedef {import("../../types/leaklight.js").RequestPart} RequestPart */

/**
 * @typedef {object} Told
 * @property {"message" | "body" | "dropped"} kind `dropped`: only how much was left out
 * @property {string} url
 * @property {string} method
 * @property {RequestPart} part what was sent
 * @property {number} dropped messages and bodies that were left out before it, since there were too many
 */

/** Characters of what was sent: 256 KiB as base64. */
const LONGEST = 350_000;
/** Characters of a URL, and of a form field's name. */
const LONGEST_URL = 16_384;
const LONGEST_NAME = 1024;

/**
 * @param {unknown} received
 * @returns {Told | undefined} nothing where it is of another form
 */
export function readTold(received) {
  if (typeof received !== "object" || received === null) return undefined;
  const { type, kind, url, method, name, text, base64, cut, dropped } = /** @type {{ [key: string]: unknown }} */ (received);
  if (type !== "told" || typeof dropped !== "number" || !(dropped >= 0 && dropped <= Number.MAX_SAFE_INTEGER)) return undefined;
  if (kind === "dropped") return { kind, url: "", method: "", part: {}, dropped: Math.floor(dropped) };
  if (kind !== "message" && kind !== "body") return undefined;
  if (!isText(url, LONGEST_URL) || !isText(method, 32) || !/^[A-Z]+$/.test(method)) return undefined;
  if (!(kind === "message" ? /^wss?:/ : /^https?:/).test(url) || !URL.canParse(url)) return undefined;
  if (name !== undefined && !isText(name, LONGEST_NAME)) return undefined;
  const bytes = bytesOf(text, base64);
  if (!bytes) return undefined;
  const part = { ...partOf(kind, name, bytes), ...(cut === true && { unread: /** @type {["body_truncated"]} */ (["body_truncated"]) }) };
  return { kind, url, method, part, dropped: Math.floor(dropped) };
}

/**
 * @param {"message" | "body"} kind
 * @param {string | undefined} name of the form's field
 * @param {Uint8Array} bytes
 * @returns {RequestPart}
 */
function partOf(kind, name, bytes) {
  if (kind === "message") return { messages: [bytes] };
  return { body: name === undefined ? { bytes } : { form: [[name, bytes]] } };
}

/**
 * @param {unknown} text
 * @param {unknown} base64
 * @returns {Uint8Array | undefined}
 */
function bytesOf(text, base64) {
  if (isText(text, LONGEST)) return new TextEncoder().encode(text);
  if (!isText(base64, LONGEST)) return undefined;
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} value
 * @param {number} most characters
 * @returns {value is string}
 */
function isText(value, most) {
  return typeof value === "string" && value.length <= most;
}
