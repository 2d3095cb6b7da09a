/** The pages of the Harbour Post, made from what its customers typed. */

import { escape, layout } from "./layout.js";
import * as partners from "./partners.js";

/** @typedef {import("./accounts.js").Customer} Customer */
/** @typedef {import("./accounts.js").Order} Order */

const advertisers = partners.meta(null) + partners.linkedin(null) + partners.snap(null);

/**
 * @param {object} input
 * @param {string} input.name
 * @param {string} input.label
 * @param {string} [input.type]
 * @param {string} [input.size] - a width: "half", "third"
 * @param {string} [input.complete] - what browsers offer to fill in
 */
const field = ({ name, label, type = "text", size = "", complete = "off" }) =>
  `<label class="${size}">${label}<input name="${name}" type="${type}" autocomplete="${complete}"></label>`;

export function front() {
  return layout({
    title: "Harbour Post",
    content: `<section class="hero">
  <div>
    <h1>Letters and parcels, from quay to door.</h1>
    <p>Follow a parcel, buy stamps, or see tomorrow's mail tonight.</p>
    <form class="track" action="/track" method="get">
      <input name="parcel" aria-label="Tracking number" placeholder="Tracking number" autocomplete="off">
      <button>Track</button>
    </form>
  </div>
</section>
<section class="tiles">
  <a href="/store"><b>Store</b>Stamps, boxes and tape, sent to your door.</a>
  <a href="/mail"><b>Mail preview</b>Pictures of the letters that arrive tomorrow.</a>
  <a href="/track"><b>Tracking</b>Where your parcel is, without signing in.</a>
  <a href="/about"><b>About us</b>Carrying mail along the coast since 1904.</a>
</section>`,
  });
}

export function about() {
  return layout({
    title: "About Harbour Post",
    current: "/about",
    content: `<section class="sheet"><h1>About us</h1>
<p>Harbour Post has carried mail along the coast since 1904: nine sorting halls, two hundred boats, and a bicycle for every island.</p>
<p>Our counters are open from eight to six.</p>
<p><button class="quiet" type="button" id="hours">Opening hours</button></p></section>`,
    scripts: advertisers,
  });
}

export function help() {
  return layout({
    title: "Help · Harbour Post",
    current: "/help",
    content: `<section class="sheet"><h1>Help</h1>
<h2>When does my letter arrive?</h2><p>Two days after it is handed in, or three where a boat is needed.</p>
<h2>Why is my parcel still at sea?</h2><p>Boats wait for the tide, and parcels wait for boats.</p></section>`,
    scripts: advertisers,
  });
}

export function store() {
  return layout({
    title: "Store · Harbour Post",
    current: "/store",
    content: `<section class="split">
<form class="sheet" action="/store/checkout" method="post" id="checkout">
  <h1>Checkout</h1>
  <div class="fields">
  ${field({ name: "given_name", label: "First name", size: "half" })}
  ${field({ name: "family_name", label: "Last name", size: "half" })}
  ${field({ name: "email", label: "Email", type: "email", size: "half" })}
  ${field({ name: "phone", label: "Phone", type: "tel", size: "half" })}
  ${field({ name: "street", label: "Street address", size: "wide" })}
  ${field({ name: "unit", label: "Unit", size: "third" })}
  ${field({ name: "city", label: "City", size: "third" })}
  ${field({ name: "region", label: "State", size: "third" })}
  ${field({ name: "postal_code", label: "ZIP code", size: "third" })}
  ${field({ name: "card_number", label: "Card number", size: "half" })}
  ${field({ name: "card_expiry", label: "Expires", size: "quarter" })}
  ${field({ name: "card_code", label: "Code", size: "quarter" })}
  ${field({ name: "password", label: "Choose a password for mail preview", type: "password", size: "wide" })}
  </div>
  <button id="pay" name="action" value="pay">Place order</button>
</form>
<aside class="sheet stamp"><h2>Your basket</h2>
<p><span>Lighthouse stamps, sheet of 20</span><b>$14.60</b></p><p><span>Parcel box, medium</span><b>$3.20</b></p>
<p class="sum"><span>Total</span><b>$17.80</b></p></aside>
</section>`,
    scripts: partners.meta(null),
  });
}

/** @param {Order} order */
export function receipt(order) {
  const { customer } = order;
  return layout({
    title: `Order ${order.number} · Harbour Post`,
    current: "/store",
    content: `<section class="sheet receipt"><p class="tick">✓ Paid</p><h1>Thank you, ${escape(customer.given)}.</h1>
<p>Order <b>${order.number}</b> leaves our warehouse today.</p>
<dl>
  <dt>Deliver to</dt><dd id="deliver-to">${escape(customer.given)} ${escape(customer.family)}<br>${escape(customer.street)}, ${escape(customer.unit)}<br>${escape(customer.city)}, ${escape(customer.region)} ${escape(customer.postalCode)}</dd>
  <dt>Paid with</dt><dd><button class="quiet" type="button" id="card">Visa card ending in ${escape(order.cardLast4)}</button></dd>
  <dt>Lighthouse stamps, sheet of 20</dt><dd>$14.60</dd>
  <dt>Parcel box, medium</dt><dd>$3.20</dd>
  <dt>Total</dt><dd><b>$17.80</b></dd>
</dl></section>`,
    scripts: partners.meta(customer) + partners.linkedin(null) + partners.snap(customer, { address: true }),
  });
}

/** @param {boolean} refused - whether the last try failed */
export function signIn(refused) {
  return layout({
    title: "Sign in · Harbour Post",
    current: "/mail",
    content: `<form class="sheet narrow" action="/login" method="post"><h1>Sign in</h1>
${refused ? '<p class="refused" role="alert">Email or password is wrong.</p>' : ""}
<div class="fields">${field({ name: "email", label: "Email", type: "email", size: "wide" })}${field({ name: "password", label: "Password", type: "password", size: "wide" })}</div>
<button id="sign-in">Sign in</button></form>`,
  });
}

/**
 * Tomorrow's letters; the page's own URL holds the address, as that of a real post office did.
 *
 * @param {Customer} customer
 */
export function mail(customer) {
  const piece = (/** @type {number} */ number, /** @type {string} */ sender, /** @type {string} */ colour) =>
    `<button class="piece" type="button" id="piece-${number}"><span class="sender">${sender}</span><span class="postage" style="background:${colour}"></span>
<span class="label">${label(customer).map(escape).join("<br>")}</span></button>`;
  return layout({
    title: "Mail preview · Harbour Post",
    current: "/mail",
    content: `<section class="sheet"><h1>Arriving tomorrow</h1>
<p>2 letters for ${escape(customer.street)}.</p>
<div class="pieces">${piece(1, "Tidewater Savings Bank", "#c8553d")}${piece(2, "North Pier Clinic", "#3a7d5d")}</div></section>`,
    scripts: partners.meta(customer) + partners.linkedin(customer) + partners.snap(customer),
  });
}

/**
 * The customer as letters name them: capitals, and the post office's abbreviations.
 *
 * @param {Customer} customer
 */
function label(customer) {
  const abbreviations = new Map([["STREET", "ST"], ["ROAD", "RD"], ["AVENUE", "AVE"], ["LANE", "LN"]]);
  const street = customer.street.toUpperCase().split(" ").map((word) => abbreviations.get(word) ?? word).join(" ");
  const city = `${customer.city} ${customer.region} ${customer.postalCode}`.toUpperCase();
  return [`${customer.given} ${customer.family}`.toUpperCase(), `${street} ${customer.unit.toUpperCase()}`, city];
}

/** @param {Customer} customer */
export function account(customer) {
  return layout({
    title: "Your account · Harbour Post",
    current: "/account",
    content: `<section class="sheet narrow"><h1>Your account</h1><p>Signed in as <b>${escape(customer.given)} ${escape(customer.family)}</b>.</p>
<p>Customer number ${customer.number}</p></section>`,
    scripts: partners.analytics(customer),
  });
}

/** @param {string} parcel - a tracking number, or nothing */
export function track(parcel) {
  const step = (/** @type {string} */ place, /** @type {string} */ time, /** @type {string} */ state) =>
    `<li class="${state}"><b>${place}</b><span>${time}</span></li>`;
  const found = `<h2 id="parcel">Parcel ${escape(parcel)}</h2><ol class="steps">
${step("Handed in at North Pier", "Monday 9:12", "done")}${step("Sorted at Grand Quay", "Monday 21:40", "done")}${step("On the boat", "Today 6:05", "now")}${step("At your door", "Tomorrow", "")}</ol>`;
  return layout({
    title: parcel ? `Tracking ${parcel} · Harbour Post` : "Tracking · Harbour Post",
    current: "/track",
    content: `<section class="sheet"><h1>Track a parcel</h1>
<form class="track" action="/track" method="get"><input name="parcel" aria-label="Tracking number" value="${escape(parcel)}" autocomplete="off"><button>Track</button></form>
${parcel ? found : ""}</section>`,
    scripts: partners.microsoft() + partners.google() + partners.linkedin(null) + partners.pinterest() + partners.snap(null),
  });
}
