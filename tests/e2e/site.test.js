/** The reproduction by itself, without the extension: its partners send what theirs are known to send. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { header } from "../site/record.js";
import { unpacked } from "./arrivals.js";
import { Customer } from "./customer.js";
import { sightings } from "./reader.js";
import { openStage } from "./stage.js";
import { ivo, nora } from "./visitor.js";
import { walk } from "./walk.js";

/** @typedef {import("../site/record.js").Recorded} Recorded */

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
/** @type {Map<string, Recorded[]>} */
let heard;

before(async () => {
  stage = await openStage();
  heard = await walk(stage.site.record, new Customer(stage.browser, nora));
});
after(() => stage?.close());

/** @param {string} text */
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/**
 * What a host was sent at a stop.
 *
 * @param {string} stop
 * @param {string} start - host and the path's beginning
 * @param {string} [word] - in the URL or the body
 * @returns {Recorded}
 */
function sent(stop, start, word = "") {
  const found = heard.get(stop)?.find((recorded) => {
    const { host, pathname } = new URL(recorded.url);
    return recorded.method !== "OPTIONS" && `${host}${pathname}`.startsWith(start) && (recorded.url + recorded.body).includes(word);
  });
  assert.ok(found, `${start} was sent nothing at ${stop}`);
  return found;
}

/** @param {Recorded} recorded */
const query = (recorded) => new URL(recorded.url).searchParams;

const MAIL_URL = "https://www.harbourpost.example/mail/preview?street=742+Alder+Creek+Road&unit=Apt+4B&city=Springfield&state=IL&zip=62704";

test("the mail preview has the address in its URL, and Meta, LinkedIn and Snap are sent that URL", () => {
  assert.equal(query(sent("mail", "www.facebook.com/tr/", "PageView")).get("dl"), MAIL_URL);
  assert.equal(query(sent("mail", "px.ads.linkedin.com/collect")).get("url"), MAIL_URL);
  assert.equal(JSON.parse(sent("mail", "tr.snapchat.com/p").body.toString()).ctx.url, MAIL_URL);
});

test("Meta is sent the SHA-256 of its own normal forms", () => {
  const fields = query(sent("mail", "www.facebook.com/tr/", "PageView"));
  const normal = { em: "nora.quimby@example.com", ph: "2125550143", fn: "nora", ln: "quimby", ct: "springfield", st: "il", zp: "62704", country: "us" };
  for (const [key, value] of Object.entries(normal)) assert.equal(fields.get(`ud[${key}]`), sha256(value), key);
});

test("Meta is sent a clicked letter's text in clear", () => {
  const fields = query(sent("piece", "www.facebook.com/tr/", "SubscribedButtonClick"));
  assert.match(fields.get("cd[buttonText]") ?? "", /NORA QUIMBY\n742 ALDER CREEK RD APT 4B\nSPRINGFIELD IL 62704/);
  assert.equal(JSON.parse(fields.get("cd[buttonFeatures]") ?? "").destination, MAIL_URL);
});

test("Meta is sent more than 2,048 characters as a form, with what stood in the page's fields", () => {
  const recorded = sent("checkout", "www.facebook.com/tr/", "SubscribedButtonClick");
  assert.equal(recorded.method, "POST");
  assert.equal(new URL(recorded.url).search, "");
  assert.match(header(recorded, "content-type") ?? "", /^multipart\/form-data/);
  const body = recorded.body.toString();
  assert.ok(body.length > 2048);
  assert.match(body, new RegExp(`name="udff\\[em\\]"\\r\\n\\r\\n${sha256(nora.email)}`));
});

test("LinkedIn is sent base64 of gzip of JSON, with the ZIP code masked and the street not", () => {
  const recorded = sent("piece", "px.ads.linkedin.com/wa/");
  assert.match(header(recorded, "content-type") ?? "", /^text\/plain/);
  const said = unpacked(recorded.body);
  assert.match(said.domAttributes.innerText, /742 ALDER CREEK RD APT 4B\nSPRINGFIELD IL \*{5}$/);
  assert.equal(said.hem, sha256(nora.email));
});

test("LinkedIn's hand-over nests the page's URL once more", () => {
  const redirect = query(sent("mail", "www.linkedin.com/px/li_sync")).get("redirect") ?? "";
  assert.equal(new URL(redirect).searchParams.get("url"), MAIL_URL);
});

test("Snap is sent JSON as text with street and city in clear, and a digest that it marks as invalid", () => {
  const recorded = sent("checkout", "tr.snapchat.com/p");
  assert.match(header(recorded, "content-type") ?? "", /^text\/plain/);
  const [{ t }] = JSON.parse(recorded.body.toString()).req;
  assert.deepEqual([t.l_addr, t.l_city, t.u_hem], ["742 Alder Creek Road Apt 4B", "Springfield", sha256(nora.email)]);
  assert.equal(t.u_hpn, `FFF${sha256("2125550143")}`);
});

test("Snap is sent the text of a clicked button in clear", () => {
  assert.match(JSON.parse(sent("piece", "tr.snapchat.com/p").body.toString()).req[0].md.btx, /742 ALDER CREEK RD APT 4B/);
});

test("the tracking number goes to Bing, Google, LinkedIn, Pinterest and Snap in their own parameters", () => {
  const page = `https://www.harbourpost.example/track?parcel=${nora.parcel}`;
  assert.equal(query(sent("track", "bat.bing.com/action/0")).get("p"), page);
  assert.equal(query(sent("track", "www.google-analytics.com/g/collect")).get("dl"), page);
  assert.equal(query(sent("track", "googleads.g.doubleclick.net/")).get("url"), page);
  assert.equal(query(sent("track", "px.ads.linkedin.com/collect")).get("url"), page);
  assert.equal(JSON.parse(query(sent("track", "ct.pinterest.com/v3/")).get("ad") ?? "").loc, page);
  assert.equal(JSON.parse(sent("track", "tr.snapchat.com/p").body.toString()).ctx.url, page);
});

test("PostHog's real code sends gzip as text, without saying so", () => {
  const recorded = sent("account", "us.i.posthog.com/e/");
  assert.equal(header(recorded, "content-type"), "text/plain");
  assert.equal(header(recorded, "content-encoding"), undefined);
  assert.ok(gunzipSync(recorded.body).includes(nora.email));
});

test("Snowplow's real code sends JSON strings inside of JSON", () => {
  const { data } = JSON.parse(sent("account", "harbourpost.collector.snplow.net/").body.toString());
  assert.equal(data[0].uid, nora.email);
  const contexts = JSON.parse(data[0].co);
  assert.ok(JSON.stringify(contexts).includes("Nora Quimby"));
});

test("Segment's real code sends JSON as text", () => {
  const recorded = sent("account", "api.segment.io/v1/i");
  assert.equal(header(recorded, "content-type"), "text/plain");
  assert.deepEqual(JSON.parse(recorded.body.toString()).traits, { email: nora.email, name: "Nora Quimby" });
});

test("the page without personal data makes its partners send none", () => {
  const arrived = heard.get("about") ?? [];
  assert.ok(arrived.some(({ host }) => host === "tr.snapchat.com"));
  assert.deepEqual(arrived.flatMap((recorded) => sightings(recorded, nora)), []);
});

test("nobody is sent anything of somebody who was never there", () => {
  assert.deepEqual(stage.site.record.all.flatMap((recorded) => sightings(recorded, ivo)), []);
});

test("the site knows its customers from their typing alone", () => {
  const folder = new URL("../site/", import.meta.url);
  const sources = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.ok(sources.length > 10);
  const values = [nora, ivo].flatMap(({ given, family, email, phone, street, city, card, parcel }) => [given, family, email, phone, street, city, card, parcel]);
  for (const { parentPath, name } of sources) {
    const source = readFileSync(`${parentPath}/${name}`, "utf8");
    for (const value of values) assert.ok(!source.includes(value), `${name} holds a visitor's detail`);
  }
});
