// Which hosts stand for somebody else's: `metrics.shop.example` may be an alias of a tracker's host, so that it passes
// for the shop's own. Firefox tells it, where the person wants that; nothing changes where they do not.
//
// Only hosts are asked about that were just sent one of the saved details, and each once in a worker's life.

/** Where it is kept whether the person wants it. */
const KEY = "aliases";

/** Hosts remembered. */
const LIMIT = 1000;

/** How long a request's further events wait for an answer, in milliseconds; the browser mostly knows it already. */
const PATIENCE = 2000;

/** @typedef {(host: string) => Promise<string | undefined>} Resolver tells the host that one is an alias of */

/**
 * What of chrome.storage.local is used.
 *
 * @typedef {object} Area
 * @property {(key: string) => Promise<{ [key: string]: unknown }>} get
 * @property {(items: { [key: string]: unknown }) => Promise<void>} set
 */

export class Aliases {
  /** Whether the person wants it. */
  on = false;
  /** @type {Map<string, string | undefined>} */
  #known = new Map();
  /** By request. @type {Map<string, Promise<void>>} */
  #waiting = new Map();
  #resolver;
  #patience;

  /**
   * @param {Resolver | undefined} resolver none where the browser cannot
   * @param {number} [patience] milliseconds
   */
  constructor(resolver, patience = PATIENCE) {
    this.#resolver = resolver;
    this.#patience = patience;
  }

  /** @param {Area} area */
  async restore(area) {
    this.on = (await area.get(KEY))[KEY] === true;
  }

  /**
   * @param {boolean} on
   * @param {Area} area
   */
  async choose(on, area) {
    await area.set({ [KEY]: on });
    this.on = on;
    if (!on) this.#known.clear();
  }

  /**
   * @param {string} host
   * @returns {string | undefined} the host that it is an alias of, as far as that was learned
   */
  of(host) {
    return this.#known.get(host);
  }

  /**
   * What a request's further events have to wait for.
   *
   * @param {string} request its id
   * @returns {Promise<void> | undefined}
   */
  waiting(request) {
    return this.#waiting.get(request);
  }

  /**
   * Learns whom a host stands for, and lets a request wait for that.
   *
   * @param {string} host
   * @param {string} request its id
   * @returns {Promise<void> | undefined} nothing where there is nothing to wait for; never rejects
   */
  learn(host, request) {
    const resolve = this.#resolver;
    if (!this.on || !resolve || this.#known.has(host) || !isName(host)) return undefined;
    const learned = Promise.race([resolve(host), pause(this.#patience)])
      // A host that cannot be looked up has no alias as far as can be told.
      .catch(() => undefined)
      .then((alias) => {
        this.#remember(host, alias === host ? undefined : alias);
        this.#waiting.delete(request);
      });
    this.#waiting.set(request, learned);
    return learned;
  }

  /**
   * @param {string} host
   * @param {string | undefined} alias
   */
  #remember(host, alias) {
    this.#known.set(host, alias);
    const [oldest] = this.#known.keys();
    if (this.#known.size > LIMIT && oldest !== undefined) this.#known.delete(oldest);
  }
}

/**
 * Whether DNS knows of such hosts: addresses and names of this machine have no aliases.
 *
 * @param {string} host
 * @returns {boolean}
 */
function isName(host) {
  return host.includes(".") && !host.endsWith(".localhost") && !/^[\d.]+$|:/.test(host);
}

/** @param {number} milliseconds @returns {Promise<undefined>} */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
