// Storage areas and the device's keys as maps, in which a worker can die at any write.

/** What a write finds that comes after the worker's death. */
export class Death extends Error {}

/** One browser's storage. */
export class Memory {
  /** @type {Map<string, unknown>} */
  onDisk = new Map();
  /** @type {Map<string, unknown>} */
  inSession = new Map();
  /** @type {CryptoKey | undefined} */
  deviceKey;
  /** Writes that still happen; the worker is dead after them. */
  writesLeft = Infinity;
  writes = 0;

  local = this.#area(this.onDisk);
  session = this.#area(this.inSession);
  keys = {
    load: async () => this.deviceKey,
    /** @param {CryptoKey} key */
    save: async (key) => this.#write(() => (this.deviceKey = key)),
    erase: async () => this.#write(() => (this.deviceKey = undefined)),
  };

  /** What lies on the disk, as text. */
  dump() {
    return JSON.stringify([...this.onDisk]);
  }

  /** The browser is closed and opened again. */
  restart() {
    this.inSession.clear();
  }

  /** @param {Map<string, unknown>} items */
  #area(items) {
    return {
      /** @param {string} key @returns {Promise<{ [key: string]: unknown }>} */
      get: async (key) => (items.has(key) ? { [key]: structuredClone(items.get(key)) } : {}),
      /** @param {{ [key: string]: unknown }} written */
      set: async (written) => this.#write(() => Object.entries(written).forEach(([key, value]) => items.set(key, structuredClone(value)))),
      /** @param {string} key */
      remove: async (key) => this.#write(() => void items.delete(key)),
    };
  }

  /** @param {() => void} act */
  #write(act) {
    if (this.writesLeft <= 0) throw new Death("dead");
    this.writesLeft -= 1;
    this.writes += 1;
    act();
  }
}
