// The form's rows: built from the lists, read back by their paths.

import { byId, element } from "../shared/element.js";
import { say, textLocale } from "../shared/text.js";
import { countries } from "./countries.js";
import { LISTS } from "./lists.js";
import { pathOf } from "./source.js";

/** @typedef {import("../../types/leaklight.js").Problem} Problem */
/** @typedef {import("./lists.js").Field} Field */
/** @typedef {import("./lists.js").List} List */
/** @typedef {import("./source.js").Given} Given */
/** @typedef {HTMLInputElement | HTMLSelectElement} Control */
/** @typedef {import("./source.js").Row} Row */

/** Characters of a sample: an address fits, a digest is cut short. */
const LONGEST = 32;

/**
 * Shows rows, in place of all that are there.
 *
 * @param {{ [list: string]: Row[] }} rows
 * @param {string} country
 * @param {Given} numbers of the entries that the first rows show
 */
export function showForm(rows, country, numbers) {
  byId("lists").replaceChildren(...LISTS.map((list) => fieldset(list, rows[list.key] ?? [], numbers[list.key] ?? [])));
  byId("country").replaceChildren(
    fieldBox("country", { key: "country", text: "field_country", type: "country", complete: "country" }, country),
  );
}

/** @returns {{ rows: { [list: string]: Row[] }, numbers: Given, country: string }} what stands in the form */
export function readForm() {
  const rows = Object.fromEntries(LISTS.map((list) => [list.key, rowElements(list).map(valuesOf)]));
  const numbers = Object.fromEntries(LISTS.map((list) => [list.key, rowElements(list).map(numberOf)]));
  return { rows, numbers, country: inputAt("country")?.value ?? "" };
}

/**
 * Shows what is wrong beside the fields it is wrong with.
 *
 * @param {Problem[]} problems with the form's paths
 * @param {boolean} [move] to the first of them
 */
export function showProblems(problems, move = true) {
  problems.forEach((problem, index) => {
    const id = `problem-${index}`;
    const note = element("p", { class: "problem", id, "data-problem": problem.path, "data-code": problem.code }, say(`problem_${problem.code}`));
    const input = place(note, problem.path);
    input?.setAttribute("aria-invalid", "true");
    input?.setAttribute("aria-describedby", id);
    if (index === 0 && move) input?.focus();
  });
}

/** @param {Problem[]} warnings with the form's paths */
export function showWarnings(warnings) {
  for (const { path, code } of warnings) {
    const list = path.replace(/\[.*/, "");
    place(element("p", { class: "warning", "data-warning": path, "data-code": code }, say("warning", say(`warning_${code}_${list}`))), path);
  }
}

/**
 * Shows in which other ways each value will be looked for.
 *
 * @param {{ path: string, texts: string[] }[]} samples with the form's paths
 */
export function showSamples(samples) {
  for (const note of byId("profile").querySelectorAll(".samples")) note.remove();
  for (const { path, texts } of samples) {
    if (texts.length === 0) continue;
    const shown = texts.map(shorten).join(" · ");
    document.querySelector(`[data-row="${CSS.escape(path)}"]`)?.append(
      element("p", { class: "samples soft small", "data-samples": path }, say("samples", shown)),
    );
  }
}

export function clearNotes() {
  for (const note of byId("profile").querySelectorAll(".problem, .warning")) note.remove();
  for (const input of byId("profile").querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/** A digest says nothing more in full. @param {string} text */
function shorten(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/**
 * Puts a note under its field; under its row, or its list, where it speaks of the whole of that.
 *
 * @param {HTMLElement} note
 * @param {string} path
 * @returns {Control | null} the field to put right
 */
function place(note, path) {
  const input = inputAt(path);
  const row = document.querySelector(`[data-row="${CSS.escape(path.replace(/\..*$/, ""))}"]`);
  if (input) input.parentElement?.append(note);
  else if (row) row.append(note);
  else byId("profile").prepend(note);
  note.classList.toggle("row-problem", !input);
  return input ?? (row && controlsOf(row)[0]) ?? null;
}

/**
 * @param {string} path
 * @returns {Control | null}
 */
function inputAt(path) {
  return document.querySelector(`[data-path="${CSS.escape(path)}"]`);
}

/**
 * @param {Element} row
 * @returns {Control[]}
 */
function controlsOf(row) {
  return [.../** @type {NodeListOf<Control>} */ (row.querySelectorAll("[data-path]"))];
}

/**
 * @param {List} list
 * @returns {HTMLElement[]}
 */
function rowElements(list) {
  return [...document.querySelectorAll(`[data-list="${list.key}"] .row`)].map((row) => /** @type {HTMLElement} */ (row));
}

/**
 * @param {HTMLElement} row
 * @returns {Row}
 */
function valuesOf(row) {
  return Object.fromEntries(controlsOf(row).map((input) => [input.dataset.key ?? "", input.value]));
}

/**
 * @param {HTMLElement} row
 * @returns {number | null}
 */
function numberOf(row) {
  return row.dataset.number === undefined ? null : Number(row.dataset.number);
}

/**
 * @param {List} list
 * @param {Row[]} rows
 * @param {(number | null)[]} numbers
 * @returns {HTMLElement}
 */
function fieldset(list, rows, numbers) {
  const box = element("div", { class: "rows" });
  const add = element("button", { type: "button", class: "add", "data-add": list.key }, say(`add_${list.key}`));
  add.addEventListener("click", () => {
    const row = rowElement(list, rowElements(list).length, {}, null);
    box.append(row);
    controlsOf(row)[0]?.focus();
  });
  box.append(...rows.map((row, index) => rowElement(list, index, row, numbers[index] ?? null)));
  return element(
    "fieldset",
    { "data-list": list.key },
    element("legend", {}, say(`list_${list.key}`)),
    list.explained && element("p", { class: "soft small" }, say(`list_${list.key}_help`)),
    box,
    add,
  );
}

/**
 * @param {List} list
 * @param {number} index
 * @param {Row} values
 * @param {number | null} number
 * @returns {HTMLElement}
 */
function rowElement(list, index, values, number) {
  const path = pathOf(list.key, index);
  const name = say(`row_${list.key}`, String(index + 1));
  const remove = element("button", { type: "button", class: "remove", "data-remove": path, "aria-label": say("remove_row", name) }, say("remove"));
  const fields = list.fields.map((field) => {
    // Each row is a section of its own, lest the browser fills in all of them alike.
    const complete = field.complete === "off" ? "off" : `section-${list.key}-${index} ${field.complete}`;
    return fieldBox(pathOf(list.key, index, field.key), { ...field, complete }, values[field.key] ?? "");
  });
  const row = element("div", { class: "row", role: "group", "aria-label": name, "data-row": path, "data-number": number }, ...fields, remove);
  remove.addEventListener("click", () => removeRow(list, row));
  return row;
}

/**
 * The rows after it move up, and their paths with them.
 *
 * @param {List} list
 * @param {HTMLElement} row
 */
function removeRow(list, row) {
  const rows = rowElements(list).filter((one) => one !== row);
  const box = row.parentElement;
  box?.replaceChildren(...rows.map((one, index) => rowElement(list, index, valuesOf(one), numberOf(one))));
  box?.dispatchEvent(new Event("input", { bubbles: true }));
  /** @type {HTMLElement | null | undefined} */ (box?.parentElement?.querySelector("[data-add]"))?.focus();
}

/**
 * @param {string} path
 * @param {Field} field
 * @param {string} value
 * @returns {HTMLElement}
 */
function fieldBox(path, field, value) {
  const { key, text, complete, width } = field;
  const common = { id: path, name: path, autocomplete: complete, "data-path": path, "data-key": key };
  const control = field.type === "country" ? countryControl(common, value.toUpperCase()) : inputControl(common, field, value);
  return element("div", { class: "field", "data-width": width, "data-field": key }, element("label", { for: path }, say(text)), control);
}

/**
 * @param {{ [attribute: string]: string }} common
 * @param {Field} field
 * @param {string} value
 */
function inputControl(common, { type, mode, most }, value) {
  const input = /** @type {HTMLInputElement} */ (element("input", { ...common, type, inputmode: mode, maxlength: most, spellcheck: "false", dir: "auto" }));
  input.value = value;
  return input;
}

/**
 * @param {{ [attribute: string]: string }} common
 * @param {string} value two letters, or none
 */
function countryControl(common, value) {
  const known = countries(textLocale());
  // A file may name a country that the browser does not know; it is not changed in silence.
  const unknown = value !== "" && !known.some(([code]) => code === value) ? [[value, value]] : [];
  const options = [["", say("country_none")], ...known, ...unknown].map(([code, name]) => element("option", { value: code }, name));
  const select = /** @type {HTMLSelectElement} */ (element("select", common, ...options));
  select.value = value;
  return select;
}
