// The trackers of imported lists, as the inspector asks them.
//
// A list is read in the page that imports it, with a wasm of that page's own: whatever a list may do to its reading,
// it does not reach the one that watches. What comes here is only copied.

/** @typedef {import("../../types/leaklight.js").Trackers} Trackers */
/** @typedef {import("../../types/leaklight.js").Wasm} Wasm */
/** @typedef {import("./shelf.js").ListSummary} ListSummary */
/** @typedef {import("./shelf.js").Shelf} Shelf */
/** @typedef {import("./shelf.js").TrackerList} TrackerList */

/** Where failures over imported lists are said to be: they cost the lists, never the watch. */
export const TRACKERS = "trackers";

/** Characters of all lists together; some 500,000 rules. A worker has to hold them as long as it lives. */
const MOST_KEPT = 16 * 1024 * 1024;

export class ImportedTrackers {
  /** What is told of each list that is in use. @type {ListSummary[]} */
  lists = [];
  /** All of them together; nothing where there are none. @type {Trackers | undefined} */
  trackers;
  /** Called whenever `trackers` is another one, and before the one before is freed. */
  changed = () => {};
  #wasm;
  #shelf;
  #most;

  /**
   * @param {Pick<Wasm, "Trackers">} wasm
   * @param {Shelf} shelf
   * @param {number} [most] characters of all lists together
   */
  constructor(wasm, shelf, most = MOST_KEPT) {
    this.#wasm = wasm;
    this.#shelf = shelf;
    this.#most = most;
  }

  /** @returns {Promise<TrackerList[]>} what is kept; works before the wasm is there */
  read() {
    return this.#shelf.all();
  }

  /**
   * Takes these lists into use, and no others.
   *
   * @param {TrackerList[]} lists
   * @throws where there is no memory for them; then none is in use
   */
  use(lists) {
    // Let go first: there need not be room for both.
    const before = this.trackers;
    this.trackers = undefined;
    this.lists = [];
    this.changed();
    before?.free();
    if (lists.length === 0) return;
    const rules = lists.reduce((sum, list) => sum + list.rules, 0);
    this.trackers = this.#wasm.Trackers.restore(lists.flatMap((list) => list.kept), rules);
    this.lists = lists.map(({ kept: _, ...summary }) => summary);
    this.changed();
  }

  /**
   * Keeps a list, in the place of one of its name, and takes it into use.
   *
   * @param {TrackerList} list
   * @returns {Promise<boolean>} false where there is no room for it beside the others; all is then as before
   */
  async add(list) {
    const before = await this.read();
    const after = [...before.filter(({ name }) => name !== list.name), list];
    if (after.reduce((sum, one) => sum + lengthOf(one), 0) > this.#most) return false;
    try {
      this.use(after);
    } catch (error) {
      this.use(before);
      if (/** @type {{ code?: string } | undefined} */ (error)?.code === "no_room") return false;
      throw error;
    }
    await this.#shelf.put(list);
    return true;
  }

  /** @param {string} name of the list to forget */
  async discard(name) {
    await this.#shelf.remove(name);
    this.use(await this.read());
  }

  async discardAll() {
    await this.#shelf.clear();
    this.use([]);
  }
}

/** @param {TrackerList} list */
function lengthOf({ kept }) {
  return kept.reduce((sum, piece) => sum + piece.length, 0);
}
