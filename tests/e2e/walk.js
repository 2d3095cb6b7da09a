/** A customer's whole afternoon at the post office, step by step, each with what its partners were sent. */

import { arrivals } from "./arrivals.js";

/** @typedef {import("../site/record.js").Recorded} Recorded */
/** @typedef {import("./arrivals.js").Step} Step */

/**
 * One stop on the way.
 *
 * @typedef {object} Stop
 * @property {string} name
 * @property {string} title - for people
 * @property {(customer: import("./customer.js").Customer) => Promise<void>} go
 * @property {Step} sends
 * @property {boolean} [tab] - begins in a new tab
 */

/** @type {Stop[]} */
export const STOPS = [
  { name: "track", tab: true, title: "Tracking a parcel, without signing in", go: (customer) => customer.track(), sends: "track" },
  { name: "checkout", tab: true, title: "Paying in the store", go: (customer) => customer.order(), sends: "order" },
  { name: "receipt", title: "Reading the receipt", go: (customer) => customer.click("#card"), sends: "click" },
  { name: "mail", tab: true, title: "Looking at tomorrow's mail", go: (customer) => customer.signIn(), sends: "view" },
  { name: "piece", title: "Clicking a letter", go: (customer) => customer.click("#piece-1"), sends: "click" },
  { name: "onward", title: "Going on to the help page", go: (customer) => customer.click('nav a[href="/help"]'), sends: "view" },
  { name: "account", tab: true, title: "Opening the account", go: (customer) => customer.visit("/account"), sends: "account" },
  { name: "about", tab: true, title: "Reading about the post office", go: (customer) => customer.visit("/about"), sends: "view" },
];

/**
 * Walks all the way. Every page stays open.
 *
 * @param {import("../site/record.js").Record} record
 * @param {import("./customer.js").Customer} customer
 * @param {(stop: Stop, arrived: Recorded[]) => Promise<void>} [visit] - called at each stop, once its requests have arrived
 * @returns {Promise<Map<string, Recorded[]>>} what arrived, by stop
 */
export async function walk(record, customer, visit) {
  /** @type {Map<string, Recorded[]>} */
  const heard = new Map();
  for (const stop of STOPS) {
    const mark = record.mark;
    if (stop.tab) await customer.newTab();
    await stop.go(customer);
    const arrived = await arrivals(record, stop.sends, mark);
    heard.set(stop.name, arrived);
    await visit?.(stop, arrived);
  }
  return heard;
}
