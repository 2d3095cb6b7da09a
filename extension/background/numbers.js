// The numbers in identifiers' ids (`email-3`): what was found under an id keeps its meaning when entries before it are
// deleted or edited, and no number is given twice. Pure.

/** @typedef {import("../../types/leaklight.js").Numbers} Numbers */
/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */

/**
 * A profile as it is saved: with the number of each entry, list by list, and the highest ever given in each list.
 *
 * @typedef {object} Saved
 * @property {ProfileSource} source
 * @property {Numbers} numbers
 * @property {{ [list: string]: number }} highest
 */

/**
 * @param {ProfileSource} source
 * @param {Saved | null} before
 * @param {{ [list: string]: (number | null)[] }} [asked] the number that each entry had, null for a new one;
 *   where nobody says, an entry that is the same as before has the number of before
 * @returns {Saved}
 */
export function numbered(source, before, asked) {
  const lists = /** @type {[string, unknown[]][]} */ (Object.entries(source).filter(([, value]) => Array.isArray(value)));
  /** @type {Numbers} */
  const numbers = {};
  const highest = { ...before?.highest };
  for (const [list, entries] of lists) {
    const free = new Set(before?.numbers[list]);
    const kept = entries.map((entry, index) => {
      const number = asked ? asked[list]?.[index] : sameAs(entry, list, before, free);
      return number !== undefined && number !== null && free.delete(number) ? number : null;
    });
    numbers[list] = kept.map((number) => number ?? (highest[list] = (highest[list] ?? 0) + 1));
  }
  return { source, numbers, highest };
}

/**
 * @param {unknown} entry
 * @param {string} list
 * @param {Saved | null} before
 * @param {Set<number>} free
 * @returns {number | null}
 */
function sameAs(entry, list, before, free) {
  const entries = /** @type {{ [list: string]: unknown }} */ (before?.source ?? {})[list];
  const same = JSON.stringify(entry);
  const index = /** @type {unknown[]} */ (entries ?? []).findIndex((one, index) => {
    return JSON.stringify(one) === same && free.has(before?.numbers[list]?.[index] ?? 0);
  });
  return before?.numbers[list]?.[index] ?? null;
}
