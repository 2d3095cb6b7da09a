/** Whoever copied the disk while no passphrase was set: the data key that the copy gives, and what it opens later. */

/** @typedef {import("selenium-webdriver").WebDriver} Driver */

const TOOLS = `
  const all = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const bytesOf = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const open = (key, { iv, data }) => crypto.subtle.decrypt({ name: "AES-GCM", iv: bytesOf(iv) }, key, bytesOf(data));
  async function everything() {
    const kept = [await chrome.storage.local.get(null)];
    for (const { name } of await indexedDB.databases()) {
      const database = await all(indexedDB.open(name));
      for (const store of database.objectStoreNames) kept.push(...(await all(database.transaction(store).objectStore(store).getAll())));
      database.close();
    }
    return kept;
  }
  const sealedIn = (value) => {
    if (typeof value !== "object" || value === null || value instanceof CryptoKey) return [];
    return typeof value.iv === "string" ? [value] : Object.values(value).flatMap(sealedIn);
  };`;

const TAKE = `${TOOLS}
  const [done] = arguments;
  (async () => {
    const { vault } = await chrome.storage.local.get("vault");
    const device = (await everything()).find((value) => value instanceof CryptoKey);
    done(btoa(String.fromCharCode(...new Uint8Array(await open(device, vault.wrapped)))));
  })();`;

const TRY = `${TOOLS}
  const [text, done] = arguments;
  (async () => {
    const key = await crypto.subtle.importKey("raw", bytesOf(text), "AES-GCM", false, ["decrypt"]);
    const sealed = (await everything()).flatMap(sealedIn);
    const tried = await Promise.allSettled(sealed.map((one) => open(key, one)));
    done({ sealed: sealed.length, opened: tried.filter(({ status }) => status === "fulfilled").length });
  })();`;

/** @param {Driver} driver at a page of the extension @returns {Promise<string>} the data key, base64 */
export function takeKey(driver) {
  return driver.executeAsyncScript(TAKE);
}

/**
 * @param {Driver} driver at a page of the extension
 * @param {string} key base64
 * @returns {Promise<{ sealed: number, opened: number }>} of all that is sealed on the disk, how much the key opens
 */
export function tryKey(driver, key) {
  return driver.executeAsyncScript(TRY, key);
}
