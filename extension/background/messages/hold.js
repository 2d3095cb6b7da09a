// Whether requests are held for their verdict.

import { kind } from "../message.js";

export const hold = {
  /** After the reply requests are held, or no more, as the browser permits it by then. */
  hold: kind({}, (_, { listen }) => ({ holding: listen() })),
};
