// Imported lists of trackers: which there are, one more, one less.

import { Refusal } from "../../shared/protocol.js";
import { kind } from "../message.js";
import { TRACKERS } from "../trackers.js";

/** @typedef {import("../shelf.js").TrackerList} TrackerList */
/** @typedef {import("../watch.js").Watch} Watch */

export const trackers = {
  trackers: kind({}, (_, { watch }) => ({ lists: watch.imported.lists })),

  /** `imported`: false where there is no room for it. */
  import: kind({ list: "object" }, (/** @type {{ list: Omit<TrackerList, "added"> }} */ { list }, { watch }) =>
    attempt(watch, async () => {
      const imported = await watch.imported.add({ ...list, added: Date.now() });
      return { imported, lists: watch.imported.lists };
    }),
  ),

  discard: kind({ name: "string" }, (/** @type {{ name: string }} */ { name }, { watch }) =>
    attempt(watch, async () => {
      await watch.imported.discard(name);
      return { lists: watch.imported.lists };
    }),
  ),

  discardAll: kind({}, (_, { watch }) =>
    attempt(watch, async () => {
      await watch.imported.discardAll();
      return { lists: watch.imported.lists };
    }),
  ),
};

/**
 * @template Reply
 * @param {Watch} watch
 * @param {() => Promise<Reply>} act
 * @returns {Promise<Reply>}
 * @throws {Refusal} where it fails, which is counted as a failure over lists
 */
async function attempt(watch, act) {
  try {
    return await act();
  } catch (error) {
    watch.fail(TRACKERS, error);
    throw new Refusal("failed", "the lists cannot be used");
  }
}
