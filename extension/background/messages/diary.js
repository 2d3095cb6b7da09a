// The diary: who received what over the days. Pages get what they show and no more, however long it is.

import { csvOf } from "../diary/csv.js";
import { KEEP } from "../diary/diary.js";
import { BYTE_LIMIT, LINE_LIMIT } from "../diary/store.js";
import { filterOf, summarise } from "../diary/summary.js";
import { kind } from "../message.js";
import { Refusal } from "../../shared/protocol.js";

/** @typedef {import("../diary/summary.js").Query} Query */

/** Days that can be asked for: the longest time for which the diary is kept. */
const MOST_DAYS = Math.max(...KEEP);

export const diary = {
  /** How it is kept. Answers while it is locked, too. */
  diary: kind({}, async (_, { diary, scribe, vault }) => {
    if (!vault.locked) await scribe.flush();
    const { lines, bytes, dropped } = await diary.totals();
    return {
      locked: vault.locked,
      days: await diary.kept(),
      choices: KEEP,
      today: diary.today(),
      stored: { lines, bytes, dropped, lineLimit: LINE_LIMIT, byteLimit: BYTE_LIMIT },
    };
  }),

  diary_summary: kind({ query: "object" }, async (/** @type {{ query: Query }} */ { query }, { diary, vault }) => {
    if (vault.locked) throw new Refusal("locked", "the passphrase comes first");
    const days = Math.min(MOST_DAYS, Math.max(1, Math.trunc(query.days) || 1));
    return { summary: summarise(await diary.read(days), { ...query, days }, diary.today()) };
  }),

  diary_csv: kind({ query: "object" }, async (/** @type {{ query: Query }} */ { query }, { diary }) => ({
    text: csvOf((await diary.read(MOST_DAYS)).filter(filterOf(query))),
  })),

  /** Deletes what a query is narrowed down to: a recipient, a site, some days. */
  diary_remove: kind({ query: "object" }, async (/** @type {{ query: Query }} */ { query }, { diary, scribe }) => {
    const { recipient, site, from } = query;
    if ([recipient, site, from].every((one) => one === undefined)) throw new Refusal("bad_message", "that would be everything");
    await scribe.flush();
    return { removed: await diary.remove(filterOf(query)) };
  }),

  diary_wipe: kind({}, async (_, { scribe }) => {
    await scribe.wipe();
    return {};
  }),

  diary_keep: kind({ days: "number" }, async (/** @type {{ days: number }} */ { days }, { diary }) => {
    if (!KEEP.includes(days)) throw new Refusal("bad_message", "no such time");
    await diary.keep(days);
    return {};
  }),
};
