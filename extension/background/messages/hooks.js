// Whether pages themselves are asked what the browser does not show.

import { areHooksOn, turnHooks } from "../hooks.js";
import { kind } from "../message.js";

export const hooks = {
  hooks: kind({}, async () => ({ on: await areHooksOn() })),

  /** After the reply it holds for pages that are opened from then on. Needs the permission, both ways. */
  turn_hooks: kind({ on: "boolean" }, async (/** @type {{ on: boolean }} */ { on }) => {
    await turnHooks(on);
    return {};
  }),
};
