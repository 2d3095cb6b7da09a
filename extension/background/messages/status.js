// Whether anything is being watched, and what.

import { kind } from "../message.js";

export const status = {
  status: kind({}, (_, { watch }) => ({ status: watch.status() })),

  /** The whole state, once it is kept in storage.session. */
  ledger: kind({}, async (_, { watch }) => ({ state: await watch.kept() })),
};
