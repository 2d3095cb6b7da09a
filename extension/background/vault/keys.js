// The device's key: a CryptoKey in IndexedDB, since nothing else keeps one. It can be used but not read out.

/** The database's name; nothing else is in it. */
const DATABASE = "leaklight-vault";
const STORE = "keys";
const KEY = "device";

/**
 * @typedef {object} DeviceKeys
 * @property {() => Promise<CryptoKey | undefined>} load
 * @property {(key: CryptoKey) => Promise<void>} save in place of the one before; on disk when it resolves
 * @property {() => Promise<void>} erase with the database
 */

/** @returns {DeviceKeys} */
export function newDeviceKeys() {
  return {
    async load() {
      // Opening would make the database where there is none.
      const databases = await indexedDB.databases();
      if (!databases.some(({ name }) => name === DATABASE)) return undefined;
      return run("readonly", (store) => store.get(KEY));
    },
    async save(key) {
      await run("readwrite", (store) => store.put(key, KEY));
    },
    async erase() {
      await finished(indexedDB.deleteDatabase(DATABASE));
    },
  };
}

/**
 * One transaction on a connection of its own: an open one would hold up the database's deletion.
 *
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} act
 * @returns {Promise<any>} what the request gave, once the transaction is complete
 */
async function run(mode, act) {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await finished(opening);
  try {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    const request = act(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

/**
 * @template Result
 * @param {IDBRequest<Result>} request
 * @returns {Promise<Result>}
 */
function finished(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
