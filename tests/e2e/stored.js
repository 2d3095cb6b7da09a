/** What the extension keeps on the disk, read from one of its pages as whoever has the disk would. */

const READ = `
  const done = arguments[0];
  const all = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  (async () => {
    const kept = { local: await chrome.storage.local.get(null), databases: {} };
    const keys = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await all(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values = await all(database.transaction(store).objectStore(store).getAll());
        for (const value of values) if (value instanceof CryptoKey) keys.push(value.extractable);
        kept.databases[name + "/" + store] = values.map((value) => (value instanceof CryptoKey ? "a key" : value));
      }
      database.close();
    }
    done({ text: JSON.stringify(kept), keys });
  })();`;

/**
 * @param {import("selenium-webdriver").WebDriver} driver - at a page of the extension
 * @returns {Promise<{ text: string, keys: boolean[] }>} everything as JSON, and of each kept CryptoKey whether it can be read out
 */
export function everythingStored(driver) {
  return driver.executeAsyncScript(READ);
}

/** Of so many letters none stand together by accident in what is written as base64; of fewer they do, once in fifty disks. */
const LONG = 8;

/**
 * Whether a word is to be read in what is stored: as it stands there, and in the bytes of whatever is written as base64.
 *
 * @param {string} stored
 * @param {string} word of four letters or more, in any case
 * @returns {boolean}
 */
export function isReadable(stored, word) {
  const undone = stored.replaceAll(/[A-Za-z0-9+/]{16,}={0,2}/g, (run) => Buffer.from(run, "base64").toString("latin1"));
  const texts = word.length < LONG ? [undone] : [undone, stored];
  return texts.some((text) => text.toLowerCase().includes(word.toLowerCase()));
}
