// Where imported lists of trackers are kept: in IndexedDB, since they are far larger than what storage.local is for.

/** @typedef {import("../../types/leaklight.js").Counted} Counted */

/**
 * What is told of a list.
 *
 * @typedef {object} ListSummary
 * @property {string} name one list each
 * @property {number} added milliseconds since the epoch
 * @property {Counted} counted what became of its lines
 * @property {number} rules that it holds, each once
 */

/** @typedef {ListSummary & { kept: string[] }} TrackerList A list, with its rules as the wasm keeps them. */

/**
 * @typedef {object} Shelf
 * @property {() => Promise<TrackerList[]>} all the oldest first
 * @property {(list: TrackerList) => Promise<void>} put in the place of one of that name
 * @property {(name: string) => Promise<void>} remove
 * @property {() => Promise<void>} clear
 */

/** The store's name in its database, which is called the same. */
const LISTS = "trackers";
/** Of the form in which rules are kept: another version's are not read. */
const VERSION = 1;

/** @returns {Shelf} */
export function newShelf() {
  return {
    async all() {
      const lists = /** @type {TrackerList[]} */ (await inStore("readonly", (store) => store.getAll()));
      return lists.sort((one, other) => one.added - other.added);
    },
    async put(list) {
      await inStore("readwrite", (store) => store.put(list));
    },
    async remove(name) {
      await inStore("readwrite", (store) => store.delete(name));
    },
    async clear() {
      await inStore("readwrite", (store) => store.clear());
    },
  };
}

/**
 * @template Result
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<Result>} act
 * @returns {Promise<Result>} once it is on disk
 */
async function inStore(mode, act) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(LISTS, mode);
      const request = act(transaction.objectStore(LISTS));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(LISTS, VERSION);
    request.onupgradeneeded = () => {
      const { result } = request;
      if (result.objectStoreNames.contains(LISTS)) result.deleteObjectStore(LISTS);
      result.createObjectStore(LISTS, { keyPath: "name" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
