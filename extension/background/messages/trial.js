// Trying the detector on a request that nobody makes.

import { Refusal } from "../../shared/protocol.js";
import { kind } from "../message.js";
import { madeUp, readMadeUp } from "../trial.js";

export const trial = {
  /** Lights the badge of the tab, until it goes elsewhere. Refused with `not_watching`. */
  try: kind({ tabId: "number" }, async (/** @type {{ tabId: number }} */ { tabId }, { profiles, watch }) => {
    const { reader } = watch;
    const saved = reader && (await profiles.load());
    if (!saved) throw new Refusal("not_watching", "there is nothing to look for");
    const entries = readMadeUp(await madeUp(saved.source), reader, Date.now());
    await watch.badges.light(tabId, entries);
    return { entries };
  }),
};
