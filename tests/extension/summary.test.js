// What the ledger's page shows of the diary, and what it gives away as a file.

import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf } from "../../extension/background/diary/csv.js";
import { dayBefore } from "../../extension/background/diary/line.js";
import { COLUMNS, LINES, ROWS, summarise } from "../../extension/background/diary/summary.js";
import { TODAY, line } from "./diary.js";

/** @typedef {import("../../extension/background/diary/summary.js").Query} Query */

/** @param {Parameters<typeof line>[0][]} differents @param {Partial<Query>} [query] */
const summary = (differents, query = {}) => summarise(differents.map(line), { by: "recipient", days: 30, ...query }, TODAY);

test("a cell counts what one company got of one detail, by how it was sent", () => {
  const { rows, columns, totals } = summary([
    { count: 2 },
    { day: dayBefore(TODAY, 3), site: "news.test", count: 3 },
    { digest: "sha256" },
    { digest: "sha256", expected: true, count: 4 },
    { identifier: "phone-1", kind: "phone", masked: "•••0143" },
  ]);
  assert.deepEqual(columns.map(({ id }) => id), ["email-1", "phone-1"]);
  assert.deepEqual(rows[0]?.cells[0], { clear: 5, scrambled: 1, expected: 4 });
  assert.deepEqual([rows.length, rows[0]?.times, rows[0]?.last, rows[0]?.with], [1, 11, TODAY, ["facebook.com"]]);
  assert.deepEqual(totals, { times: 11, recipients: 1, sites: 2, details: 2 });
});

test("who got more details stands first; what was handed over on purpose weighs nothing", () => {
  const { rows } = summary([
    { recipient: "Often", count: 99 },
    { recipient: "Much" },
    { recipient: "Much", identifier: "phone-1", kind: "phone" },
    { recipient: "Asked", expected: true, count: 500 },
  ]);
  assert.deepEqual(rows.map(({ name }) => name), ["Much", "Often", "Asked"]);
});

test("by site, a row is a site and names its companies; what belongs to no page has a row of its own", () => {
  const { rows } = summary([{ recipient: "A" }, { recipient: "B" }, { site: null, recipient: "C" }], { by: "site" });
  assert.deepEqual(rows.map(({ name, with: names }) => [name, names]), [["shop.test", ["A", "B"]], ["", ["C"]]]);
});

test("every day that is asked for is there, also those on which nothing was sent", () => {
  const { days } = summary([{ count: 2 }, { day: dayBefore(TODAY, 6), digest: "md5" }], { days: 7 });
  assert.deepEqual([days.length, days[0]?.day, days.at(-1)?.day], [7, dayBefore(TODAY, 6), TODAY]);
  assert.deepEqual(days.map(({ clear, scrambled }) => clear + scrambled), [1, 0, 0, 0, 0, 0, 2]);
});

test("a picked day narrows the rows down and leaves the days as they are", () => {
  const { rows, days, lineCount } = summary([{ recipient: "A" }, { recipient: "B", day: dayBefore(TODAY, 1) }], { from: TODAY, to: TODAY });
  assert.deepEqual([rows.map(({ name }) => name), lineCount], [["A"], 1]);
  assert.equal(days.reduce((sum, day) => sum + day.clear, 0), 2);
});

test("a recipient, a site and words narrow everything down", () => {
  const lines = [{ recipient: "A", site: "one.test" }, { recipient: "Other", site: "one.test" }, { recipient: "Other", site: null, kind: /** @type {const} */ ("phone") }];
  const counts = (/** @type {Partial<Query>} */ query) => {
    const { lineCount, days } = summary(lines, query);
    return [lineCount, days.reduce((sum, day) => sum + day.clear, 0)];
  };
  assert.deepEqual(counts({ recipient: "Other" }), [2, 2]);
  assert.deepEqual(counts({ site: "one.test" }), [2, 2]);
  assert.deepEqual(counts({ site: "" }), [1, 1]);
  assert.deepEqual(counts({ search: " ONE.test  other" }), [1, 1]);
  assert.deepEqual(counts({ search: "phone" }), [1, 1]);
  assert.deepEqual(counts({ search: "nobody" }), [0, 0]);
});

test("however much there is, a page of rows, lines and columns is handed out", () => {
  const many = Array.from({ length: 3000 }, (_, index) => ({ recipient: `r${index % 700}`, identifier: `other-${index % 90}`, masked: `${index % 90}` }));
  const first = summary(many);
  assert.deepEqual([first.rows.length, first.lines.length, first.columns.length], [ROWS, LINES, COLUMNS]);
  assert.deepEqual([first.rowCount, first.lineCount], [700, 3000]);
  const last = summary(many, { rowPage: 27, linePage: 119 });
  assert.deepEqual([last.rows.length, last.lines.length], [700 - 27 * ROWS, LINES]);
  assert.ok(JSON.stringify(first).length < 200_000);
});

test("the latest day stands first among the lines", () => {
  const { lines } = summary([{ day: dayBefore(TODAY, 2) }, { day: TODAY, count: 1 }, { day: TODAY, count: 9 }]);
  assert.deepEqual(lines.map(({ day, count }) => [day, count]), [[TODAY, 9], [TODAY, 1], [dayBefore(TODAY, 2), 1]]);
});

test("as CSV a line is a row, with details masked and names that no spreadsheet runs", () => {
  const csv = csvOf([line({ recipient: '=HYPERLINK("x"),y', chain: ["base64", "gzip"], digest: "sha256", count: 3 }), line({ site: null, witness: "page" })]);
  assert.deepEqual(csv.split("\r\n"), [
    "day,site,recipient,domain,detail,kind,masked,chain,digest,expected,witness,times",
    `${TODAY},shop.test,"'=HYPERLINK(""x""),y",facebook.com,email-1,email,j•••@example.com,base64 gzip,sha256,no,browser,3`,
    `${TODAY},,Meta,facebook.com,email-1,email,j•••@example.com,,,no,page,1`,
    "",
  ]);
});
