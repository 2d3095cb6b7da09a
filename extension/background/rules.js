// Keeps the browser's rules in step with what is decided.

import { rulesOf } from "./block.js";

/** @typedef {import("../../types/leaklight.js").Reach} Reach */
/** @typedef {import("./block.js").Rule} Rule */
/** @typedef {import("./block.js").Rules} Rules */
/** @typedef {import("./state.js").State} State */

/**
 * What of chrome.declarativeNetRequest is used.
 *
 * @typedef {Pick<typeof chrome.declarativeNetRequest,
 *   "getDynamicRules" | "getSessionRules" | "updateDynamicRules" | "updateSessionRules">} Engine
 */

/**
 * @typedef {object} RuleKeeper
 * @property {(state: State) => void} show
 * @property {() => Promise<void>} applied resolves when the browser has all that was shown
 */

/**
 * @param {Engine} engine
 * @param {(entity: string) => Reach} reach
 * @param {(error: unknown) => void} fail told of rules that the browser does not take
 * @returns {RuleKeeper}
 */
export function newRules(engine, reach, fail) {
  /** @type {State["decisions"]} */
  let decisions = null;
  let tabs = "";
  let applying = Promise.resolve();

  return {
    show(state) {
      // Before the decisions are known the browser keeps to the rules that it has.
      if (state.decisions === null) return;
      const privateTabs = privateTabsOf(state);
      if (state.decisions === decisions && String(privateTabs) === tabs) return;
      decisions = state.decisions;
      tabs = String(privateTabs);
      const shown = state.decisions;
      applying = applying.then(() => apply(engine, rulesOf(shown, reach, privateTabs))).catch(fail);
    },
    applied: () => applying,
  };
}

/**
 * @param {State} state
 * @returns {number[]} none where nothing that was decided in a private window blocks anybody
 */
function privateTabsOf({ tabs, decisions }) {
  if (!decisions?.some((one) => one.private && one.kind === "block")) return [];
  return Object.entries(tabs)
    .filter(([, tab]) => tab.private)
    .map(([id]) => Number(id));
}

/**
 * @param {Engine} engine
 * @param {Rules} wanted
 */
async function apply(engine, { dynamic, session }) {
  const [oldDynamic, oldSession] = await Promise.all([engine.getDynamicRules(), engine.getSessionRules()]);
  await replace((change) => engine.updateSessionRules(change), oldSession, session);
  await replace((change) => engine.updateDynamicRules(change), oldDynamic, dynamic);
}

/**
 * A worker wakes often and decides seldom: the disk is left alone where nothing changes.
 *
 * @param {(change: { removeRuleIds?: number[], addRules?: Rule[] }) => Promise<void>} update
 * @param {Rule[]} before
 * @param {Rule[]} rules
 * @throws where the browser does not take one of them; it has the others then
 */
async function replace(update, before, rules) {
  if (written(before) === written(rules)) return;
  const removeRuleIds = before.map(({ id }) => id);
  try {
    await update({ removeRuleIds, addRules: rules });
  } catch (error) {
    // It takes all of them or none; what it refuses must not undo every other block.
    await update({ removeRuleIds });
    for (const rule of rules) await update({ addRules: [rule] }).catch(() => {});
    throw error;
  }
}

/**
 * Rules as text, whatever order the browser gives them and their members in.
 *
 * @param {Rule[]} rules
 * @returns {string}
 */
function written(rules) {
  const conditions = rules.map(({ condition }) => JSON.stringify(Object.entries(condition).filter(([, value]) => value !== undefined && value !== null).sort()));
  return conditions.sort().join("\n");
}
