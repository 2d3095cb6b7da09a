// Browser events that arrive before the extension is awake: kept in order, up to a bound, none lost in silence.

/** Events that may wait. A busy page makes some hundred requests, of some four events each, in the time of a start. */
const COUNT_LIMIT = 20_000;

/** Bytes of bodies that may wait: an upload must not cost a worker its life. */
const BYTE_LIMIT = 64 * 1024 * 1024;

/**
 * @typedef {object} Queue
 * @property {(name: string, args: any[]) => unknown} take hands an event over, now or when the queue is opened; returns
 *   what it is answered now
 * @property {(handle: (name: string, args: any[]) => unknown) => number} open
 *   hands over what waited, and from then on everything at once; returns how many events had found no room
 */

/**
 * @param {{ count?: number, bytes?: number }} [limits]
 * @returns {Queue}
 */
export function newQueue({ count = COUNT_LIMIT, bytes = BYTE_LIMIT } = {}) {
  /** @type {[name: string, args: any[]][]} */
  let waiting = [];
  let weight = 0;
  let refused = 0;
  /** @type {((name: string, args: any[]) => unknown) | undefined} */
  let handler;

  return {
    take(name, args) {
      if (handler) return handler(name, args);
      const more = weightOf(args[0]);
      if (waiting.length >= count || weight + more > bytes) {
        refused += 1;
        return undefined;
      }
      weight += more;
      waiting.push([name, args]);
      return undefined;
    },
    open(handle) {
      const before = waiting;
      waiting = [];
      handler = handle;
      for (const [name, args] of before) handle(name, args);
      return refused;
    },
  };
}

/**
 * @param {{ requestBody?: import("../../types/browsers.js").RequestBody | null, text?: string, base64?: string } | undefined} details
 * @returns {number} bytes of its body, or characters of what a page told
 */
function weightOf(details) {
  const items = details?.requestBody?.raw ?? [];
  const told = String(details?.text ?? details?.base64 ?? "").length;
  return items.reduce((sum, item) => sum + (item.bytes?.byteLength ?? 0), told);
}
