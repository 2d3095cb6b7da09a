// Plain objects used as maps, and never changed in place.

/**
 * @template From, To
 * @param {{ [key: string]: From }} record
 * @param {(value: From) => To} change
 * @returns {{ [key: string]: To }}
 */
export function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/**
 * @template Value
 * @param {{ [key: string]: Value }} record
 * @param {number} most
 * @returns {{ [key: string]: Value }} without its first members, where there are more
 */
export function limit(record, most) {
  if (Object.keys(record).length <= most) return record;
  return Object.fromEntries(Object.entries(record).slice(-most));
}
