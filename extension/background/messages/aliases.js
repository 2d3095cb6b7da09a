// Whether the browser is asked whom a host stands for.

import { kind } from "../message.js";

export const aliases = {
  aliases: kind({}, (_, { watch }) => ({ on: watch.aliases.on })),

  /** After the reply it is so. */
  useAliases: kind({ on: "boolean" }, async (/** @type {{ on: boolean }} */ { on }, { watch }) => {
    await watch.aliases.choose(on, chrome.storage.local);
    return {};
  }),
};
