/**
 * What the loopback server received, byte for byte: the tests' only source of truth about what left the browser.
 */

/**
 * One request as it arrived.
 *
 * @typedef {object} Recorded
 * @property {number} index - its number by arrival of its head, from 0
 * @property {string} time - when its head arrived, RFC 3339
 * @property {string} host - the `Host` header, lower-case, with the port where the browser names one
 * @property {string} method
 * @property {string} url - the whole URL, rebuilt from scheme, `Host` and target
 * @property {[string, string][]} headers - names as sent, in the order sent
 * @property {Buffer} body - the body's raw bytes; empty where there was none
 */

/**
 * A message on an open connection.
 *
 * @typedef {object} Said
 * @property {string} host
 * @property {boolean} binary
 * @property {Buffer} data
 */

export class Record {
  /** @type {Said[]} */
  #said = [];
  /** @type {Recorded[]} */
  #arrived = [];
  #heads = 0;
  /** @type {Set<() => void>} */
  #waiting = new Set();

  /**
   * Takes a request down; what is returned settles when its last byte is here.
   *
   * @param {import("node:http").IncomingMessage} message
   * @param {"http" | "https"} scheme
   * @returns {Promise<Recorded>}
   */
  async take(message, scheme) {
    const index = this.#heads++;
    const time = new Date().toISOString();
    /** @type {Buffer[]} */
    const chunks = [];
    for await (const chunk of message) chunks.push(chunk);
    // HTTP/2 has no Host.
    const host = String(message.headers.host ?? message.headers[":authority"] ?? "").toLowerCase();
    const recorded = {
      index,
      time,
      host,
      method: message.method ?? "GET",
      url: `${scheme}://${host}${message.url}`,
      headers: pairs(message.rawHeaders),
      body: Buffer.concat(chunks),
    };
    this.#arrived.push(recorded);
    for (const wake of this.#waiting) wake();
    return recorded;
  }

  /** Takes a message down. @param {Said} message */
  say(message) {
    this.#said.push(message);
    for (const wake of this.#waiting) wake();
  }

  /**
   * Waits until something has been said to a host.
   *
   * @param {string} host
   * @param {{ count?: number, deadline?: number }} [options] - messages, and milliseconds
   * @returns {Promise<Said[]>} all that was said to it
   */
  async told(host, { count = 1, deadline = 15_000 } = {}) {
    const end = Date.now() + deadline;
    for (;;) {
      const said = this.#said.filter((message) => message.host === host);
      if (said.length >= count) return said;
      const left = end - Date.now();
      if (left <= 0) throw new Error(`${host} was told ${said.length} of ${count} messages within ${deadline} ms`);
      await this.#change(left);
    }
  }

  /** Every request that arrived whole, by arrival. */
  get all() {
    return [...this.#arrived].sort((a, b) => a.index - b.index);
  }

  /** A place in the record: what arrives later has this index or a greater one. */
  get mark() {
    return this.#heads;
  }

  /**
   * What arrived since a mark.
   *
   * @param {number} mark
   */
  since(mark) {
    return this.all.filter((recorded) => recorded.index >= mark);
  }

  /**
   * Waits until a request that fits has arrived.
   *
   * @param {string} what - what is waited for, for the error
   * @param {(recorded: Recorded) => boolean} fits
   * @param {{ since?: number, deadline?: number }} [options] - a mark, and milliseconds
   * @returns {Promise<Recorded>} the first one
   */
  async arrival(what, fits, { since = 0, deadline = 15_000 } = {}) {
    const end = Date.now() + deadline;
    for (;;) {
      const found = this.since(since).find(fits);
      if (found) return found;
      const left = end - Date.now();
      if (left <= 0) {
        const seen = this.since(since).map(({ method, host, url }) => `${method} ${host} ${new URL(url).pathname}`);
        throw new Error(`${what} did not arrive within ${deadline} ms; there were:\n${seen.join("\n")}`);
      }
      await this.#change(left);
    }
  }

  /** @param {number} limit - milliseconds */
  #change(limit) {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve(undefined);
      };
      const timer = setTimeout(wake, limit);
      this.#waiting.add(wake);
    });
  }
}

/**
 * A request's header by name, or undefined.
 *
 * @param {Recorded} recorded
 * @param {string} name - lower-case
 */
export function header(recorded, name) {
  return recorded.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

/**
 * @param {string[]} flat
 * @returns {[string, string][]}
 */
function pairs(flat) {
  /** @type {[string, string][]} */
  const list = [];
  for (let at = 0; at + 1 < flat.length; at += 2) list.push([flat[at] ?? "", flat[at + 1] ?? ""]);
  return list;
}
