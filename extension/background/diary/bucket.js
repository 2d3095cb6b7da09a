// Lines of one day are sealed in a few buckets: one line more opens and seals one bucket again, and a bucket is small.
//
// By a number made of the line, so that nobody has to look for it; the number says nothing about the line. Pure.

import { keyOfLine } from "./line.js";

/** @typedef {import("./line.js").Line} Line */

/** Buckets of a day. */
export const BUCKETS = 16;

/** Lines of a bucket; beyond it the oldest are let go. 4,000 a day: a busy day of browsing has some hundred. */
export const BUCKET_LIMIT = 250;

/**
 * @param {Line} line
 * @returns {number} from 0 to `BUCKETS` - 1
 */
export function bucketOf(line) {
  // FNV-1a, for its even spread; http://www.isthe.com/chongo/tech/comp/fnv/
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(keyOfLine(line))) hash = Math.imul(hash ^ unit, 0x01000193);
  return (hash >>> 0) % BUCKETS;
}

/**
 * Lines by the day and bucket that they belong in.
 *
 * @param {Line[]} lines
 * @returns {{ day: string, bucket: number, lines: Line[] }[]}
 */
export function sortIntoBuckets(lines) {
  /** @type {Map<string, { day: string, bucket: number, lines: Line[] }>} */
  const buckets = new Map();
  for (const line of lines) {
    const bucket = bucketOf(line);
    const key = `${line.day} ${bucket}`;
    const known = buckets.get(key);
    if (known) known.lines.push(line);
    else buckets.set(key, { day: line.day, bucket, lines: [line] });
  }
  return [...buckets.values()];
}

/**
 * @param {Line[]} kept the one that was changed last stands last
 * @param {Line[]} added
 * @returns {{ lines: Line[], dropped: number }}
 */
export function addToBucket(kept, added) {
  const lines = new Map(kept.map((line) => [keyOfLine(line), line]));
  for (const line of added) {
    const key = keyOfLine(line);
    const known = lines.get(key);
    lines.delete(key);
    lines.set(key, known ? { ...known, count: known.count + line.count } : line);
  }
  const dropped = Math.max(0, lines.size - BUCKET_LIMIT);
  return { lines: [...lines.values()].slice(dropped), dropped };
}
