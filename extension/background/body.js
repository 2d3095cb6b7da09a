// What of a request's body the browser shows, and why the rest of it cannot be read.
//
// Both browsers leave things out without a mark; each case was measured, and has its test.

/** @typedef {import("../../types/leaklight.js").Content} Content */
/** @typedef {import("../../types/leaklight.js").Field} Field */
/** @typedef {import("../../types/leaklight.js").Reason} Reason */
/** @typedef {import("../../types/browsers.js").RequestBody} RequestBody */
/** @typedef {import("../../types/browsers.js").RawItem} RawItem */

/**
 * @typedef {object} Body
 * @property {Content} [content] What can be read.
 * @property {Reason[]} unread Why some or all of it cannot; empty where all of it is in `content`.
 */

/** Bytes of a body that are read: the rest of an upload is not worth the memory of a worker. */
export const BODY_LIMIT = 4 * 1024 * 1024;

/**
 * Reads what a browser shows of a body at onBeforeRequest.
 *
 * @param {RequestBody | null | undefined} shown
 * @param {number} [limit] bytes
 * @returns {Body | undefined} nothing where the browser says that there is no body
 */
export function readBody(shown, limit = BODY_LIMIT) {
  if (!shown) return undefined;
  // Chromium says no more than "Unknown error." of a Blob, of a stream and of an empty string.
  if (shown.error !== undefined) return { unread: ["body_unreadable"] };
  if (shown.formData) return readForm(shown.formData, limit);
  if (shown.raw && shown.raw.length > 0) return readRaw(shown.raw, limit);
  return undefined;
}

/**
 * @param {RawItem[]} items
 * @param {number} limit
 * @returns {Body}
 */
function readRaw(items, limit) {
  /** @type {Set<Reason>} */
  const unread = new Set();
  /** @type {Uint8Array[]} */
  const pieces = [];
  let room = limit;
  for (const item of items) {
    if (item.file !== undefined) unread.add("file_not_read");
    if (item.truncated) unread.add("body_truncated");
    if (!item.bytes) continue;
    const bytes = new Uint8Array(item.bytes);
    if (bytes.length > room) unread.add("body_truncated");
    const piece = bytes.subarray(0, room);
    room -= piece.length;
    pieces.push(piece);
  }
  // Chromium leaves a Blob out of a multipart body without a mark: what it shows is what stood around the gap.
  const gaps = pieces.length > 1 && !items.some((item) => item.file !== undefined);
  if (gaps) unread.add("file_not_read");
  const bytes = join(pieces);
  return bytes.length > 0 ? { content: { bytes }, unread: [...unread] } : { unread: [...unread] };
}

/**
 * @param {NonNullable<RequestBody["formData"]>} form
 * @param {number} limit
 * @returns {Body}
 */
function readForm(form, limit) {
  /** @type {Field[]} */
  const fields = [];
  let room = limit;
  for (const [name, values] of Object.entries(form)) {
    // Firefox splits any text sent as urlencoded; what has no `=` is a name without a value.
    for (const value of Array.isArray(values) ? values : [values]) {
      const field = fieldOf(name, value);
      const length = field[0].length + field[1].length;
      if (length > room) {
        fields.push([field[0].slice(0, room), field[1].slice(0, Math.max(0, room - field[0].length))]);
        return { content: { form: fields }, unread: ["body_truncated"] };
      }
      room -= length;
      fields.push(field);
    }
  }
  return { content: { form: fields }, unread: [] };
}

/**
 * @param {string} name
 * @param {string | ArrayBuffer | undefined} value
 * @returns {Field}
 */
function fieldOf(name, value) {
  if (value === undefined || value === null) return [name, ""];
  return [name, typeof value === "string" ? value : new Uint8Array(value)];
}

/**
 * @param {Uint8Array[]} pieces
 * @returns {Uint8Array}
 */
function join(pieces) {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
