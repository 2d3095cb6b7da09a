// Where the diary lies: IndexedDB, on this machine only. It sees sealed buckets, and of them the day, their number and
// their size, by which they are found, counted and let go.

/** @typedef {import("../vault/cipher.js").Sealed} Sealed */

/**
 * @typedef {object} Row
 * @property {string} day
 * @property {number} bucket
 * @property {number} lines how many are sealed in it
 * @property {number} bytes
 * @property {Sealed} sealed
 */

/**
 * @typedef {object} Totals
 * @property {number} lines
 * @property {number} bytes
 * @property {string | null} batch the last one that was written
 * @property {number} dropped lines let go before their time, since there were too many
 */

/** Lines that are kept. */
export const LINE_LIMIT = 50_000;
/** Sealed bytes that are kept. */
export const BYTE_LIMIT = 16_000_000;

const NAME = "leaklight-diary";
const VERSION = 1;
const ROWS = "buckets";
const TOTALS = "totals";

/** @type {Totals} */
const EMPTY = { lines: 0, bytes: 0, batch: null, dropped: 0 };

export class Store {
  #factory;
  #limits;
  /** @type {Promise<IDBDatabase> | undefined} */
  #database;

  /**
   * @param {IDBFactory} factory
   * @param {{ lines: number, bytes: number }} [limits]
   */
  constructor(factory, limits = { lines: LINE_LIMIT, bytes: BYTE_LIMIT }) {
    this.#factory = factory;
    this.#limits = limits;
  }

  /** @returns {Promise<Totals>} */
  async totals() {
    const database = await this.#opened();
    return (await answerOf(database.transaction(TOTALS).objectStore(TOTALS).get(TOTALS))) ?? EMPTY;
  }

  /**
   * @param {string} day
   * @param {number} bucket
   * @returns {Promise<Row | undefined>}
   */
  async row(day, bucket) {
    const database = await this.#opened();
    return answerOf(database.transaction(ROWS).objectStore(ROWS).get([day, bucket]));
  }

  /**
   * @param {string} from the first day
   * @param {string} [to] the last one
   * @returns {Promise<Row[]>} in the order of days
   */
  async rows(from, to) {
    const database = await this.#opened();
    // An empty list comes after every number, in IndexedDB's order of keys.
    const range = to === undefined ? IDBKeyRange.lowerBound([from]) : IDBKeyRange.bound([from], [to, []]);
    return answerOf(database.transaction(ROWS).objectStore(ROWS).getAll(range));
  }

  /** @returns {Promise<string[]>} on which something is kept */
  async days() {
    const database = await this.#opened();
    const keys = /** @type {[day: string, bucket: number][]} */ (await answerOf(database.transaction(ROWS).objectStore(ROWS).getAllKeys()));
    return [...new Set(keys.map(([day]) => day))];
  }

  /**
   * Writes rows and what follows from them, all or nothing.
   *
   * @param {Row[]} rows those without a line are deleted
   * @param {{ batch?: string, dropped?: number }} [how] `batch`: they are its outcome; `dropped`: lines that it cost
   */
  async write(rows, { batch, dropped = 0 } = {}) {
    await this.#change(async (buckets, totals) => {
      let next = { ...totals, batch: batch ?? totals.batch, dropped: totals.dropped + dropped };
      for (const row of rows) {
        const before = await answerOf(buckets.get([row.day, row.bucket]));
        next = without(next, before);
        if (row.lines === 0) buckets.delete([row.day, row.bucket]);
        else {
          buckets.put(row);
          next = { ...next, lines: next.lines + row.lines, bytes: next.bytes + row.bytes };
        }
      }
      return this.#bound(buckets, next);
    });
  }

  /** Deletes what is older than a day. @param {string} day the first that stays */
  async expire(day) {
    await this.#change(async (buckets, totals) => {
      const old = /** @type {Row[]} */ (await answerOf(buckets.getAll(IDBKeyRange.upperBound([day], true))));
      if (old.length === 0) return totals;
      buckets.delete(IDBKeyRange.upperBound([day], true));
      return old.reduce(without, totals);
    });
  }

  /** Deletes everything but the name of the last batch, which must not be written again. */
  async clear() {
    await this.#change(async (buckets, { batch }) => {
      buckets.clear();
      return { ...EMPTY, batch };
    });
  }

  /**
   * Lets the oldest buckets go until the rest fits.
   *
   * @param {IDBObjectStore} buckets
   * @param {Totals} totals
   * @returns {Promise<Totals>}
   */
  async #bound(buckets, totals) {
    let next = totals;
    while (next.lines > this.#limits.lines || next.bytes > this.#limits.bytes) {
      const [oldest] = /** @type {Row[]} */ (await answerOf(buckets.getAll(null, 1)));
      if (!oldest) break;
      buckets.delete([oldest.day, oldest.bucket]);
      next = { ...without(next, oldest), dropped: next.dropped + oldest.lines };
    }
    return next;
  }

  /**
   * @param {(buckets: IDBObjectStore, totals: Totals) => Promise<Totals>} change may await nothing but these requests:
   *   a transaction ends as soon as it has nothing to do
   */
  async #change(change) {
    const database = await this.#opened();
    const transaction = database.transaction([ROWS, TOTALS], "readwrite");
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const totals = transaction.objectStore(TOTALS);
    try {
      totals.put(await change(transaction.objectStore(ROWS), (await answerOf(totals.get(TOTALS))) ?? EMPTY), TOTALS);
    } catch (error) {
      if (transaction.error === null) transaction.abort();
      await done.catch(() => undefined);
      throw error;
    }
    await done;
  }

  /** @returns {Promise<IDBDatabase>} */
  #opened() {
    this.#database ??= this.#open().catch((error) => {
      this.#database = undefined;
      throw error;
    });
    return this.#database;
  }

  /** @returns {Promise<IDBDatabase>} */
  async #open() {
    const request = this.#factory.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ROWS, { keyPath: ["day", "bucket"] });
      request.result.createObjectStore(TOTALS);
    };
    const database = await answerOf(request);
    database.onclose = database.onversionchange = () => {
      database.close();
      this.#database = undefined;
    };
    return database;
  }
}

/**
 * @param {Totals} totals
 * @param {Row | undefined} row
 * @returns {Totals}
 */
function without(totals, row) {
  if (!row) return totals;
  return { ...totals, lines: totals.lines - row.lines, bytes: totals.bytes - row.bytes };
}

/**
 * @template Result
 * @param {IDBRequest<Result>} request
 * @returns {Promise<Result>}
 */
function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
