// URLs of the pages on screen, in memory only: they may hold personal values, so they are never stored.
//
// A worker that wakes asks the browser for them again.

/** Pages remembered; far more than a person has open. */
const LIMIT = 1000;

/**
 * @typedef {object} AddressBook
 * @property {(document: string, url: string) => void} note
 * @property {(document: string) => string | undefined} of
 */

/** @returns {AddressBook} */
export function newAddressBook() {
  /** @type {Map<string, string>} */
  const urls = new Map();
  return {
    note(document, url) {
      urls.delete(document);
      urls.set(document, url);
      const [oldest] = urls.keys();
      if (urls.size > LIMIT && oldest !== undefined) urls.delete(oldest);
    },
    of(document) {
      return urls.get(document);
    },
  };
}
