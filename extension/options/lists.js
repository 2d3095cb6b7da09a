// What a profile can hold: its lists, and the fields of a row in each.

/**
 * @typedef {object} Field
 * @property {string} key of the profile's object; empty where a row is a single value
 * @property {string} text key of its label
 * @property {string} type of the input; `country`: a choice of them
 * @property {string} complete the autocomplete token, so that the browser can fill it in
 * @property {number} [width] in twelfths
 * @property {string} [mode] which keyboard to show
 * @property {number} [most] characters
 */

/**
 * @typedef {object} List
 * @property {"emails" | "phones" | "names" | "addresses" | "cards" | "birth_dates" | "national_ids" | "others"} key
 * @property {boolean} offered whether an empty row stands there from the start
 * @property {boolean} explained
 * @property {Field[]} fields
 */

/** Whose it is: asked only where there are several people. @type {Field} */
const PERSON = { key: "person", text: "field_person", type: "text", complete: "off", width: 4 };

/** @type {List[]} */
export const LISTS = [
  {
    key: "emails",
    offered: true,
    explained: true,
    fields: [{ key: "", text: "field_email", type: "email", complete: "email" }],
  },
  {
    key: "phones",
    offered: true,
    explained: true,
    fields: [{ key: "", text: "field_phone", type: "tel", complete: "tel" }],
  },
  {
    key: "names",
    offered: true,
    explained: true,
    fields: [
      { key: "given", text: "field_given", type: "text", complete: "given-name", width: 4 },
      { key: "middle", text: "field_middle", type: "text", complete: "additional-name", width: 4 },
      { key: "family", text: "field_family", type: "text", complete: "family-name", width: 4 },
      PERSON,
    ],
  },
  {
    key: "addresses",
    offered: true,
    explained: true,
    fields: [
      { key: "street", text: "field_street", type: "text", complete: "address-line1", width: 8 },
      { key: "unit", text: "field_unit", type: "text", complete: "address-line2", width: 4 },
      { key: "city", text: "field_city", type: "text", complete: "address-level2", width: 6 },
      { key: "region", text: "field_region", type: "text", complete: "address-level1", width: 6 },
      { key: "postal_code", text: "field_postal_code", type: "text", complete: "postal-code", width: 4 },
      { key: "country", text: "field_country", type: "country", complete: "country", width: 4 },
      PERSON,
    ],
  },
  {
    key: "cards",
    offered: true,
    explained: true,
    fields: [
      { key: "number", text: "field_number", type: "text", complete: "cc-number", width: 6, mode: "numeric" },
      { key: "last4", text: "field_last4", type: "text", complete: "off", width: 3, mode: "numeric", most: 4 },
      { key: "first6", text: "field_first6", type: "text", complete: "off", width: 3, mode: "numeric", most: 6 },
      PERSON,
    ],
  },
  {
    key: "birth_dates",
    offered: false,
    explained: true,
    fields: [{ key: "", text: "field_birth_date", type: "date", complete: "bday" }],
  },
  {
    key: "national_ids",
    offered: false,
    explained: true,
    fields: [{ key: "", text: "field_national_id", type: "text", complete: "off" }],
  },
  {
    key: "others",
    offered: false,
    explained: true,
    fields: [
      { key: "label", text: "field_label", type: "text", complete: "off", width: 6 },
      { key: "value", text: "field_value", type: "text", complete: "off", width: 6 },
      PERSON,
    ],
  },
];
