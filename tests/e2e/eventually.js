/** Waiting for a condition. */

import { setTimeout as pause } from "node:timers/promises";

/** Between two looks, in milliseconds: short beside everything that is waited for. */
const INTERVAL = 50;

/**
 * Repeats a check until it no longer throws, and then gives what it gives; after the deadline, its last error.
 *
 * @template T
 * @param {() => Promise<T>} check
 * @param {{ deadline?: number }} [options] - milliseconds
 * @returns {Promise<T>}
 */
export async function eventually(check, { deadline = 15_000 } = {}) {
  const end = Date.now() + deadline;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() >= end) throw error;
    }
    await pause(INTERVAL);
  }
}
