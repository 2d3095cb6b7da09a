// Stands in for the database of imported lists: keeps them in memory.

/** @typedef {import("../../extension/background/shelf.js").TrackerList} TrackerList */

/**
 * @param {TrackerList[]} [lists] that are there already
 * @returns {import("../../extension/background/shelf.js").Shelf}
 */
export function newMemoryShelf(lists = []) {
  const kept = new Map(lists.map((list) => [list.name, list]));
  return {
    all: async () => [...kept.values()].sort((one, other) => one.added - other.added),
    put: async (list) => void kept.set(list.name, list),
    remove: async (name) => void kept.delete(name),
    clear: async () => kept.clear(),
  };
}

/** @param {string} name @param {string} text @returns {TrackerList} */
export function listOf(name, text) {
  const counted = { rules: 1, exceptions: 0, cosmetic: 0, patterns: 0, options: 0, unreadable: 0 };
  return { name, added: 1, counted, rules: 1, kept: [text] };
}
