// What the ledger's page shows of the diary: counted, sorted, and a page of it at a time. Pure.

import { dayBefore } from "./line.js";

/** @typedef {import("../../../types/leaklight.js").Kind} Kind */
/** @typedef {import("./line.js").Line} Line */

/** Rows of the matrix shown at once. */
export const ROWS = 25;
/** Lines shown at once. */
export const LINES = 25;
/** Columns of the matrix: details, those found most often first; a profile has some ten. */
export const COLUMNS = 40;

/**
 * What is asked for. Every key but the first two narrows it down.
 *
 * @typedef {object} Query
 * @property {"recipient" | "site"} by what the matrix has a row for
 * @property {number} days today and the days before it
 * @property {string} [from] the first day
 * @property {string} [to] the last
 * @property {string} [recipient]
 * @property {string} [site] the empty string stands for none
 * @property {string} [search] words of a recipient, a site or a detail
 * @property {number} [rowPage] from 0
 * @property {number} [linePage] from 0
 */

/**
 * Requests, by how the detail was in them.
 *
 * @typedef {object} Tally
 * @property {number} clear readable
 * @property {number} scrambled digested
 * @property {number} expected handed over on purpose, in either way
 */

/**
 * @typedef {{ day: string } & Tally} DayTally
 * @typedef {{ id: string, kind: Kind, masked: string }} Column
 *
 * @typedef {object} Row
 * @property {string} name of the recipient or the site; empty for no site
 * @property {string[]} with a recipient's domains, or how the site's recipients are called; a few of them
 * @property {string} last day
 * @property {number} times
 * @property {{ [column: number]: Tally }} cells by the column's place
 *
 * @typedef {object} Summary
 * @property {string} today
 * @property {{ times: number, recipients: number, sites: number, details: number }} totals
 * @property {DayTally[]} days every day asked for, from the first, with what the other filters leave
 * @property {Column[]} columns
 * @property {Row[]} rows a page of them
 * @property {number} rowCount
 * @property {number} rowsAPage
 * @property {Line[]} lines a page of them, the latest day first
 * @property {number} lineCount
 * @property {number} linesAPage
 */

/** Names shown beside a row's own. */
const BESIDE = 3;

/**
 * @param {Line[]} all
 * @param {Query} query
 * @param {string} today
 * @returns {Summary}
 */
export function summarise(all, query, today) {
  const throughout = all.filter(filterOf({ ...query, from: undefined, to: undefined }));
  const lines = throughout.filter(filterOf({ from: query.from, to: query.to }));
  const columns = columnsOf(lines);
  const rows = rowsOf(lines, query.by, columns);
  const sorted = [...lines].sort((one, other) => compare(other.day, one.day) || other.count - one.count);
  return {
    today,
    totals: {
      times: lines.reduce((sum, { count }) => sum + count, 0),
      recipients: new Set(lines.map(({ recipient }) => recipient)).size,
      sites: new Set(lines.flatMap(({ site }) => (site === null ? [] : [site]))).size,
      details: new Set(lines.map(columnKey)).size,
    },
    days: daysOf(throughout, query.days, today),
    columns: columns.map(({ identifier: id, kind, masked }) => ({ id, kind, masked })),
    rows: pageOf(rows, query.rowPage, ROWS),
    rowCount: rows.length,
    rowsAPage: ROWS,
    lines: pageOf(sorted, query.linePage, LINES),
    lineCount: lines.length,
    linesAPage: LINES,
  };
}

/**
 * Whether a line is among what is asked for.
 *
 * @param {Partial<Query>} query
 * @returns {(line: Line) => boolean}
 */
export function filterOf({ from, to, recipient, site, search }) {
  const words = (search ?? "").toLowerCase().split(/\s+/).filter((word) => word !== "");
  return (line) => {
    if (from !== undefined && line.day < from) return false;
    if (to !== undefined && line.day > to) return false;
    if (recipient !== undefined && line.recipient !== recipient) return false;
    if (site !== undefined && (line.site ?? "") !== site) return false;
    if (words.length === 0) return true;
    const text = [line.recipient, line.domain, line.site ?? "", line.masked, line.identifier, line.kind].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

/**
 * @param {Line[]} lines
 * @param {number} count
 * @param {string} today
 * @returns {DayTally[]}
 */
function daysOf(lines, count, today) {
  const days = Array.from({ length: count }, (_, index) => dayBefore(today, count - 1 - index));
  const tallies = new Map(days.map((day) => [day, { day, ...newTally() }]));
  for (const line of lines) {
    const tally = tallies.get(line.day);
    if (tally) add(tally, line);
  }
  return [...tallies.values()];
}

/**
 * @param {Line[]} lines
 * @returns {Line[]} one for each detail, those found most often first
 */
function columnsOf(lines) {
  /** @type {Map<string, { line: Line, times: number }>} */
  const columns = new Map();
  for (const line of lines) {
    const known = columns.get(columnKey(line));
    columns.set(columnKey(line), { line, times: (known?.times ?? 0) + line.count });
  }
  return [...columns.values()]
    .sort((one, other) => other.times - one.times || compare(one.line.identifier, other.line.identifier))
    .slice(0, COLUMNS)
    .map(({ line }) => line);
}

/**
 * @param {Line[]} lines
 * @param {Query["by"]} by
 * @param {Line[]} columns
 * @returns {Row[]} the one with most details first, then most times
 */
function rowsOf(lines, by, columns) {
  const places = new Map(columns.map((line, place) => [columnKey(line), place]));
  /** @type {Map<string, Row & { beside: Set<string> }>} */
  const rows = new Map();
  for (const line of lines) {
    const name = by === "recipient" ? line.recipient : (line.site ?? "");
    const row = rows.get(name) ?? { name, with: [], last: line.day, times: 0, cells: {}, beside: new Set() };
    rows.set(name, row);
    row.times += line.count;
    if (line.day > row.last) row.last = line.day;
    if (row.beside.size <= BESIDE) row.beside.add(by === "recipient" ? line.domain : line.recipient);
    const place = places.get(columnKey(line));
    if (place !== undefined) add((row.cells[place] ??= newTally()), line);
  }
  return [...rows.values()]
    .sort((one, other) => gravity(other) - gravity(one) || other.times - one.times || compare(one.name, other.name))
    .map(({ beside, ...row }) => ({ ...row, with: [...beside].filter((name) => name !== row.name).slice(0, BESIDE) }));
}

/**
 * @param {Row} row
 * @returns {number} of the details, those that were not handed over on purpose
 */
function gravity({ cells }) {
  return Object.values(cells).filter(({ clear, scrambled }) => clear + scrambled > 0).length;
}

/** @returns {Tally} */
function newTally() {
  return { clear: 0, scrambled: 0, expected: 0 };
}

/**
 * @param {Tally} tally
 * @param {Line} line
 */
function add(tally, { expected, digest, count }) {
  tally[expected ? "expected" : digest === null ? "clear" : "scrambled"] += count;
}

/** @param {Line} line */
function columnKey({ identifier, masked }) {
  return `${identifier} ${masked}`;
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {number | undefined} page
 * @param {number} size
 * @returns {Item[]}
 */
function pageOf(items, page = 0, size) {
  return items.slice(page * size, (page + 1) * size);
}

/**
 * @param {string} one
 * @param {string} other
 */
function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
