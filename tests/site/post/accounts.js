/** What the Harbour Post knows of its customers: only what they typed into its forms, and only while it runs. */

import { randomBytes } from "node:crypto";

/**
 * @typedef {object} Customer
 * @property {string} number - the account's, which says nothing about the person
 * @property {string} email
 * @property {string} phone
 * @property {string} given
 * @property {string} family
 * @property {string} street
 * @property {string} unit
 * @property {string} city
 * @property {string} region
 * @property {string} postalCode
 */

/**
 * @typedef {object} Order
 * @property {string} number
 * @property {Customer} customer
 * @property {string} cardLast4
 */

/**
 * @typedef {object} Session
 * @property {Order[]} orders
 * @property {Customer | null} customer - who is signed in
 */

export class Accounts {
  /** @type {Map<string, { password: string, customer: Customer }>} */
  #customers = new Map();
  /** @type {Map<string, Session>} */
  #sessions = new Map();
  #orders = 20417;
  #numbers = 58102;

  /**
   * @param {string} cookies - the `Cookie` header
   * @returns {{ session: Session, id: string, fresh: boolean }}
   */
  session(cookies) {
    const known = /(?:^|;\s*)hp_session=([0-9a-f]+)/.exec(cookies)?.[1];
    const session = known && this.#sessions.get(known);
    if (known && session) return { session, id: known, fresh: false };
    const id = randomBytes(16).toString("hex");
    /** @type {Session} */
    const made = { orders: [], customer: null };
    this.#sessions.set(id, made);
    return { session: made, id, fresh: true };
  }

  /**
   * Takes an order, and opens an account for whoever placed it.
   *
   * @param {Session} session
   * @param {URLSearchParams} form
   * @returns {Order}
   */
  order(session, form) {
    const field = (/** @type {string} */ name) => (form.get(name) ?? "").trim();
    const customer = {
      number: `C${this.#numbers++}`,
      email: field("email"),
      phone: field("phone"),
      given: field("given_name"),
      family: field("family_name"),
      street: field("street"),
      unit: field("unit"),
      city: field("city"),
      region: field("region"),
      postalCode: field("postal_code"),
    };
    const order = { number: `HP-${this.#orders++}`, customer, cardLast4: field("card_number").replaceAll(/\D/g, "").slice(-4) };
    session.orders.push(order);
    this.#customers.set(customer.email.toLowerCase(), { password: field("password"), customer });
    return order;
  }

  /**
   * @param {Session} session
   * @param {URLSearchParams} form
   * @returns {Customer | null} null where the password is wrong
   */
  signIn(session, form) {
    const account = this.#customers.get((form.get("email") ?? "").trim().toLowerCase());
    if (!account || account.password !== form.get("password")) return null;
    session.customer = account.customer;
    return account.customer;
  }
}
