/** What one case took, as a line of comma-separated values: the columns are those of `cargo xtask bench`. */

/** The columns. */
export const HEAD = "place,case,bytes,median_us,p99_us,mb_per_s,ratio,reference";

/**
 * @typedef {object} Figure
 * @property {string} name - the case's
 * @property {number} bytes - of one call; 0 where there is no such thing
 * @property {number[]} times - microseconds
 * @property {number[]} [singles] - microseconds of single calls, where `times` are means of several
 * @property {number[]} ratios - how many times its turn of reference work each took
 * @property {string} reference - what that is
 */

/** @param {string} place @param {Figure} figure */
export function row(place, { name, bytes, times, singles = times, ratios, reference }) {
  const median = quantile(times, 0.5);
  const columns = [shown(median, 1), shown(quantile(singles, 0.99), 1), shown(bytes / median, 1), shown(quantile(ratios, 0.5), 3)];
  return [place, name, bytes, ...columns, reference].join(",");
}

/** A number with so many decimals; nothing where there is none. @param {number} value @param {number} decimals */
const shown = (value, decimals) => (Number.isNaN(value) ? "" : value.toFixed(decimals));

/**
 * One number that is held against what it should be at most, as the ratio tells.
 *
 * @param {string} name - the case's
 * @param {number[]} values - in the target's unit
 * @param {number} target
 * @param {string} unit - of the target, `ms` or `MB`, which are shown in the columns of times and bytes too
 * @returns {Figure}
 */
export function against(name, values, target, unit) {
  const times = unit === "ms" ? values.map((value) => value * 1000) : values.map(() => NaN);
  const bytes = unit === "MB" ? Math.round(quantile(values, 0.5) * 1e6) : 0;
  return { name, bytes, times, ratios: values.map((value) => value / target), reference: `${target}-${unit}` };
}

/** @param {number[]} values @param {number} part - 0.5 for the median */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * part)] ?? NaN;
}
