// Between the form's fields, named by their paths, and a profile's source. Pure.

/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */
/** @typedef {import("./lists.js").List} List */

/** A row of a list as its fields' values, by their keys; the key of a single value is empty. */
/** @typedef {{ [key: string]: string }} Row */

/** The numbers of entries in their ids, list by list; null for a new entry. */
/** @typedef {{ [list: string]: (number | null)[] }} Given */

/**
 * The path of a field, as the profile's problems name it: `emails[0]`, `addresses[1].postal_code`.
 *
 * @param {List["key"]} list
 * @param {number} index
 * @param {string} [key]
 * @returns {string}
 */
export function pathOf(list, index, key = "") {
  return key === "" ? `${list}[${index}]` : `${list}[${index}].${key}`;
}

/**
 * @param {{ [list: string]: Row[] }} rows as they stand in the form
 * @param {string} country
 * @param {Given} [given] the number that each row's entry had, null for a new one
 * @returns {{ source: ProfileSource, numbers: Given, places: { [path: string]: number } }}
 *   `places`: which row of the form each row of the source came from, by the source's path, since empty rows are left out
 */
export function sourceOf(rows, country, given = {}) {
  /** @type {{ [key: string]: unknown }} */
  const source = {};
  /** @type {Given} */
  const numbers = {};
  /** @type {{ [path: string]: number }} */
  const places = {};
  for (const [list, all] of Object.entries(rows)) {
    /** @type {(string | Row)[]} */
    const values = [];
    /** @type {(number | null)[]} */
    const kept = [];
    all.forEach((row, index) => {
      const value = valueOf(row);
      if (value === undefined) return;
      places[`${list}[${values.length}]`] = index;
      values.push(value);
      kept.push(given[list]?.[index] ?? null);
    });
    if (values.length === 0) continue;
    source[list] = values;
    numbers[list] = kept;
  }
  if (country.trim() !== "") source.country = country.trim().toUpperCase();
  return { source, numbers, places };
}

/**
 * The rows of a form for what is saved.
 *
 * @param {ProfileSource} source
 * @param {List[]} lists
 * @returns {{ [list: string]: Row[] }}
 */
export function rowsOf(source, lists) {
  return Object.fromEntries(
    lists.map(({ key, offered }) => {
      const values = /** @type {(string | Row)[]} */ (source[key] ?? []);
      const rows = values.map((value) => (typeof value === "string" ? { "": value } : { ...value }));
      return [key, rows.length === 0 && offered ? [{}] : rows];
    }),
  );
}

/**
 * Where in the form a problem of the source is.
 *
 * @param {string} path of the source
 * @param {{ [path: string]: number }} places
 * @returns {string} path of the form
 */
export function formPath(path, places) {
  const [, list, index, rest = ""] = /^(\w+)\[(\d+)\](.*)$/.exec(path) ?? [];
  const place = places[`${list}[${index}]`];
  return place === undefined ? path : `${list}[${place}]${rest}`;
}

/**
 * @param {Row} row
 * @returns {string | Row | undefined} nothing where all of it is empty
 */
function valueOf(row) {
  const filled = Object.entries(row)
    .map(([key, value]) => /** @type {[string, string]} */ ([key, value.trim()]))
    .filter(([, value]) => value !== "");
  // Whose a row is, or what country, says nothing without the row itself.
  if (filled.every(([key]) => key === "person" || key === "country" || key === "label")) return undefined;
  const single = filled.find(([key]) => key === "");
  return single ? single[1] : Object.fromEntries(filled);
}
