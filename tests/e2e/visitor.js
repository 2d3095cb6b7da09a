/** The people who visit the post office in the tests. Both are invented. */

/**
 * What a person types into the post office's forms.
 *
 * @typedef {object} Visitor
 * @property {string} given
 * @property {string} family
 * @property {string} email
 * @property {string} phone
 * @property {string} street
 * @property {string} unit
 * @property {string} city
 * @property {string} region
 * @property {string} postalCode
 * @property {string} card
 * @property {string} password
 * @property {string} parcel - a tracking number
 */

/** @type {Visitor} */
export const nora = {
  given: "Nora",
  family: "Quimby",
  email: "nora.quimby@example.com",
  phone: "212-555-0143",
  street: "742 Alder Creek Road",
  unit: "Apt 4B",
  city: "Springfield",
  region: "IL",
  postalCode: "62704",
  card: "4000 0566 5566 5556",
  password: "salt-and-rope",
  parcel: "HP730199426615US",
};

/** Somebody whose details never pass through the post office. @type {Visitor} */
export const ivo = {
  given: "Ivo",
  family: "Marchetti",
  email: "ivo.marchetti@example.org",
  phone: "415-555-0177",
  street: "18 Larkspur Terrace",
  unit: "Unit 9",
  city: "Portland",
  region: "OR",
  postalCode: "97209",
  card: "5200 8282 8282 8210",
  password: "tin-lantern",
  parcel: "HP118207745093US",
};

/**
 * The profile as the person saves it: country codes and cards as people write them, with nothing that is not in `visitor`.
 *
 * @param {Visitor} visitor
 */
export function profile(visitor) {
  return {
    emails: [visitor.email],
    phones: [`+1 ${visitor.phone}`],
    names: [{ given: visitor.given, family: visitor.family }],
    addresses: [{ street: visitor.street, unit: visitor.unit, city: visitor.city, region: visitor.region, postal_code: visitor.postalCode }],
    cards: [{ number: visitor.card }],
    others: [{ label: "parcel", value: visitor.parcel }],
  };
}

/**
 * A profile as paths and values: `{"addresses[0].city": "…"}`.
 *
 * @param {unknown} value
 * @param {string} [path]
 * @returns {{ [path: string]: string }}
 */
export function paths(value, path = "") {
  if (typeof value === "string") return { [path]: value };
  if (Array.isArray(value)) return Object.assign({}, ...value.map((item, index) => paths(item, `${path}[${index}]`)));
  const entries = Object.entries(/** @type {object} */ (value));
  return Object.assign({}, ...entries.map(([key, item]) => paths(item, path ? `${path}.${key}` : key)));
}
