/** How sure a ratio of two medians is. */

import { quantile } from "./figure.js";

/** So often the pairs are drawn anew. */
const DRAWS = 2000;

/**
 * The ratio of medians, and the ends of its 95 % interval: a bootstrap of the pairs.
 * Reference: B. Efron, "Bootstrap Methods: Another Look at the Jackknife", 1979.
 *
 * @param {[ours: number, theirs: number][]} pairs
 * @returns {{ ratio: number, lower: number, upper: number }}
 */
export function ratioOfMedians(pairs) {
  const next = numbers();
  const draws = Array.from({ length: DRAWS }, () => ratio(pairs.map(() => pairs[next() % pairs.length] ?? [NaN, NaN])));
  return { ratio: ratio(pairs), lower: quantile(draws, 0.025), upper: quantile(draws, 0.975) };
}

/** @param {[number, number][]} pairs */
function ratio(pairs) {
  const [ours, theirs] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
  return quantile(ours, 0.5) / quantile(theirs, 0.5);
}

/** Numbers that look drawn by lot, the same every time. Reference: G. Marsaglia, "Xorshift RNGs", 2003. */
function numbers() {
  let state = 2463534242;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
