// What is to be looked for on one tab only, and only until it is closed.

import { Refusal } from "../../shared/protocol.js";
import { kind } from "../message.js";

/** @typedef {{ tabId: number, value: string, label?: string }} Typing */

/** Characters: fewer stand in any request by accident. */
const SHORTEST = 4;

export const typed = {
  typed: kind({ tabId: "number" }, (/** @type {{ tabId: number }} */ { tabId }, { watch }) => ({ typed: watch.typed.of(tabId) })),

  type: kind({ tabId: "number", value: "string", label: "string?" }, async (/** @type {Typing} */ { tabId, value, label }, { watch }) => {
    if (value.trim().length < SHORTEST) throw new Refusal("too_little", "this is too little to be looked for");
    await watch.typed.add(tabId, { value, ...(label && { label }) });
    return { typed: watch.typed.of(tabId) };
  }),

  untype: kind({ tabId: "number" }, async (/** @type {{ tabId: number }} */ { tabId }, { watch }) => {
    await watch.typed.forget(tabId);
    return { typed: watch.typed.of(tabId) };
  }),
};
