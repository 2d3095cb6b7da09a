/** Which page of the Harbour Post stands where. */

import { header } from "../record.js";
import { file, html, missing, redirect } from "../reply.js";
import * as pages from "./pages.js";

/** @typedef {import("../reply.js").Reply} Reply */
/** @typedef {import("./accounts.js").Customer} Customer */
/** @typedef {import("./accounts.js").Session} Session */

/**
 * @typedef {object} Visit
 * @property {URL} url
 * @property {URLSearchParams} form - what was posted
 * @property {Session} session
 * @property {import("./accounts.js").Accounts} accounts
 */

/** @type {Record<string, (visit: Visit) => Reply>} */
const ROUTES = {
  "GET /": () => html(pages.front()),
  "GET /about": () => html(pages.about()),
  "GET /help": () => html(pages.help()),
  "GET /store": () => html(pages.store()),
  "POST /store/checkout": ({ session, form, accounts }) =>
    redirect(`/store/receipt?order=${accounts.order(session, form).number}`, 303),
  "GET /store/receipt": ({ session, url }) => {
    const order = session.orders.find(({ number }) => number === url.searchParams.get("order"));
    return order ? html(pages.receipt(order)) : missing();
  },
  "GET /login": () => html(pages.signIn(false)),
  "POST /login": ({ session, form, accounts }) => {
    const customer = accounts.signIn(session, form);
    return customer ? redirect(mailUrl(customer), 303) : html(pages.signIn(true));
  },
  "GET /mail": ({ session }) => redirect(session.customer ? mailUrl(session.customer) : "/login", 302),
  "GET /mail/preview": ({ session }) => (session.customer ? html(pages.mail(session.customer)) : redirect("/login", 302)),
  "GET /account": ({ session }) =>
    session.customer ? html(pages.account(session.customer)) : redirect("/login", 302),
  "GET /track": ({ url }) => html(pages.track((url.searchParams.get("parcel") ?? "").trim())),
};

/**
 * @param {import("../record.js").Recorded} recorded
 * @param {URL} url
 * @param {import("./accounts.js").Accounts} accounts
 * @returns {Promise<Reply>}
 */
export async function post(recorded, url, accounts) {
  if (url.pathname === "/style.css") return file(new URL("style.css", import.meta.url));
  if (url.pathname.startsWith("/packages/")) return file(packageFile(url.pathname.slice("/packages/".length)));
  const route = ROUTES[`${recorded.method} ${url.pathname}`];
  if (!route) return missing();
  const { session, id, fresh } = accounts.session(header(recorded, "cookie") ?? "");
  const reply = route({ url, form: new URLSearchParams(recorded.body.toString()), session, accounts });
  if (!fresh) return reply;
  return { ...reply, headers: { ...reply.headers, "set-cookie": `hp_session=${id}; Path=/; Secure; HttpOnly; SameSite=Lax` } };
}

/** @param {string} path - inside node_modules */
const packageFile = (path) => new URL(`../../../node_modules/${path}`, import.meta.url);

/** @param {Customer} customer */
function mailUrl({ street, unit, city, region, postalCode }) {
  return `/mail/preview?${new URLSearchParams({ street, unit, city, state: region, zip: postalCode })}`;
}
