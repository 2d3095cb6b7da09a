// The diary: what of the ledger outlives the browser, sealed. One thing at a time, in the order in which it is asked.

import { addToBucket, sortIntoBuckets } from "./bucket.js";
import { newTurns } from "../turns.js";
import { dayBefore, dayOf } from "./line.js";

/** @typedef {import("./line.js").Line} Line */
/** @typedef {import("./store.js").Row} Row */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./store.js").Totals} Totals */
/** @typedef {import("../vault/cipher.js").Sealed} Sealed */

/**
 * What of the vault is used.
 *
 * @typedef {object} Seal
 * @property {(value: unknown) => Promise<Sealed>} seal
 * @property {(sealed: Sealed) => Promise<any>} open
 * @property {(sealed: Sealed) => Promise<Sealed>} renew
 */

/**
 * What of chrome.storage.local is used.
 *
 * @typedef {object} Area
 * @property {(key: string) => Promise<{ [key: string]: unknown }>} get
 * @property {(items: { [key: string]: unknown }) => Promise<void>} set
 */

/** For how many days the diary may be kept; 0 for not at all. */
export const KEEP = [0, 7, 30, 90, 365];
const KEEP_DEFAULT = 30;

/** Where the choice is stored: in clear, since it is asked for before anything is unlocked. */
const SETTING = "diary";

export class Diary {
  #store;
  #seal;
  #area;
  #now;
  #turn = newTurns();

  /**
   * @param {{ store: Store, seal: Seal, area: Area, now: () => number }} parts
   */
  constructor({ store, seal, area, now }) {
    this.#store = store;
    this.#seal = seal;
    this.#area = area;
    this.#now = now;
  }

  /**
   * Adds a batch, once.
   *
   * @param {string} batch its name
   * @param {Line[]} lines
   */
  add(batch, lines) {
    return this.#turn(async () => {
      const keep = await this.#keep();
      if (keep === 0 || (await this.#store.totals()).batch === batch) return;
      const first = this.#first(keep);
      const rows = [];
      let dropped = 0;
      for (const group of sortIntoBuckets(lines.filter(({ day }) => day >= first))) {
        const added = addToBucket(await this.#linesOf(await this.#store.row(group.day, group.bucket)), group.lines);
        dropped += added.dropped;
        rows.push(await this.#row(group.day, group.bucket, added.lines));
      }
      await this.#store.write(rows, { batch, dropped });
      await this.#store.expire(first);
    });
  }

  /**
   * @param {number} days today and the days before it
   * @returns {Promise<Line[]>} in the order of days
   */
  read(days) {
    return this.#turn(async () => {
      const first = this.#first(Math.min(days, await this.#keep()));
      const rows = await this.#store.rows(first);
      return (await Promise.all(rows.map((row) => this.#linesOf(row)))).flat();
    });
  }

  /**
   * Deletes the lines that are picked.
   *
   * @param {(line: Line) => boolean} picked
   * @returns {Promise<number>} how many those were
   */
  remove(picked) {
    return this.#turn(async () => {
      let removed = 0;
      const rows = [];
      for (const row of await this.#store.rows("")) {
        const lines = await this.#linesOf(row);
        const left = lines.filter((line) => !picked(line));
        if (left.length === lines.length) continue;
        removed += lines.length - left.length;
        rows.push(await this.#row(row.day, row.bucket, left));
      }
      await this.#store.write(rows);
      return removed;
    });
  }

  /** Seals everything under the vault's newest key, day by day: what is to be added meanwhile gets its turn. */
  async renew() {
    const days = await this.#turn(() => this.#store.days());
    for (const day of days) {
      await this.#turn(async () => {
        const rows = [];
        for (const row of await this.#store.rows(day, day)) {
          const sealed = await this.#seal.renew(row.sealed);
          if (sealed !== row.sealed) rows.push({ ...row, sealed, bytes: bytesOf(sealed) });
        }
        if (rows.length > 0) await this.#store.write(rows);
      });
    }
  }

  /** Deletes everything. */
  wipe() {
    return this.#turn(() => this.#store.clear());
  }

  /** @returns {Promise<number>} for how many days it is kept */
  kept() {
    return this.#turn(() => this.#keep());
  }

  /** @param {number} days one of `KEEP`; what is older is deleted */
  keep(days) {
    return this.#turn(async () => {
      await this.#area.set({ [SETTING]: { version: 1, days } });
      await (days === 0 ? this.#store.clear() : this.#store.expire(this.#first(days)));
    });
  }

  /** @returns {Promise<Totals>} */
  totals() {
    return this.#turn(() => this.#store.totals());
  }

  /** @returns {string} */
  today() {
    return dayOf(this.#now());
  }

  /**
   * @param {number} days
   * @returns {string} the first of them
   */
  #first(days) {
    return dayBefore(this.today(), Math.max(0, days - 1));
  }

  async #keep() {
    const saved = /** @type {{ days?: number } | undefined} */ ((await this.#area.get(SETTING))[SETTING]);
    return KEEP.find((days) => days === saved?.days) ?? KEEP_DEFAULT;
  }

  /**
   * @param {Row | undefined} row
   * @returns {Promise<Line[]>}
   */
  async #linesOf(row) {
    if (!row) return [];
    try {
      return await this.#seal.open(row.sealed);
    } catch (error) {
      // Sealed under a key that is gone for good: it will never be read, and must not keep others from being.
      if (/** @type {{ code?: string }} */ (error).code === "unreadable") return [];
      throw error;
    }
  }

  /**
   * @param {string} day
   * @param {number} bucket
   * @param {Line[]} lines
   * @returns {Promise<Row>}
   */
  async #row(day, bucket, lines) {
    const sealed = await this.#seal.seal(lines);
    return { day, bucket, lines: lines.length, bytes: bytesOf(sealed), sealed };
  }
}

/** @param {Sealed} sealed */
function bytesOf({ iv, data }) {
  return iv.length + data.length;
}
