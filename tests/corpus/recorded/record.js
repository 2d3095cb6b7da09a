/**
 * Records what real code sends for an invented visitor, as request lists: `node tests/corpus/recorded/record.js`.
 *
 * The reproduction's walk through all its pixels, and then the real analytics packages once more in the transports
 * that are not their default. Everything is taken from what the loopback server received.
 */

import { writeFileSync } from "node:fs";
import { Customer } from "../../e2e/customer.js";
import { openStage } from "../../e2e/stage.js";
import { walk } from "../../e2e/walk.js";
import { SENDERS } from "./senders.js";

/** @typedef {import("../../site/record.js").Recorded} Recorded */

/**
 * Whose details stand in the recordings. Each is spelt like nothing else in them, so that another person's can take
 * its place. `people.toml` says the same to the generator.
 *
 * @type {import("../../e2e/visitor.js").Visitor}
 */
const VISITOR = {
  given: "Zorabel",
  family: "Quimthorpe",
  email: "zorabel.quimthorpe@example.com",
  phone: "307-555-0186",
  street: "7042 Quillhaven Creek Road",
  unit: "Apt 93C",
  city: "Vexburg",
  region: "WY",
  postalCode: "82937",
  card: "4000 0025 0000 3155",
  password: "salt-and-rope",
  parcel: "HP730199426615US",
};

/** Headers of the connection and the browser, the same in every request. */
const DULL = /^(host|connection|content-length|accept|accept-.*|sec-.*|user-agent|pragma|cache-control|upgrade-insecure-requests|priority|te)$/i;

/**
 * @param {Recorded} recorded
 * @param {string} sender
 */
function line(recorded, sender) {
  const text = recorded.body.toString("utf8");
  const isText = Buffer.from(text).equals(recorded.body);
  return JSON.stringify({
    sender,
    url: recorded.url,
    method: recorded.method,
    headers: recorded.headers.filter(([name]) => !DULL.test(name)),
    ...(recorded.body.length > 0 && (isText ? { body: text } : { body_base64: recorded.body.toString("base64") })),
  });
}

/** Hosts that give out scripts, or that the browser itself asks. */
const OTHERS = /(^|\.)(harbourpost\.example|googletagmanager\.com|googleapis\.com|accounts\.google\.com)$/;

/** Whether a request is one by which a page's partners are told something. @param {Recorded} recorded */
function speaks(recorded) {
  const { hostname, pathname } = new URL(recorded.url);
  return recorded.method !== "OPTIONS" && !OTHERS.test(hostname) && !/\.m?js$/.test(pathname);
}

/** Code that may wait, as selenium's executeAsyncScript takes it. @param {string} code */
const inPage = (code) => `const done = arguments[arguments.length - 1]; const visitor = arguments[0]; (async () => { ${code} })().then(() => done(), (error) => done(String(error)))`;

const stage = await openStage({ name: "chromium" });
try {
  const customer = new Customer(stage.browser, VISITOR);
  /** @type {string[]} */
  const lines = [];
  for (const [stop, arrived] of await walk(stage.site.record, customer)) {
    lines.push(...arrived.filter(speaks).map((recorded) => line(recorded, stop)));
  }
  for (const [name, { code, fits }] of Object.entries(SENDERS)) {
    await customer.newTab();
    await customer.visit("/help");
    const since = stage.site.record.mark;
    const wrong = await stage.browser.driver.executeAsyncScript(inPage(code), VISITOR);
    if (wrong) throw new Error(`${name}: ${wrong}`);
    await stage.site.record.arrival(name, ({ url, method }) => method !== "OPTIONS" && fits(url), { since });
    // Leaving a page makes the packages send what they kept.
    await customer.visit("/");
    await stage.site.record.arrival("the front page", ({ url }) => new URL(url).pathname === "/", { since });
    lines.push(...stage.site.record.since(since).filter((recorded) => speaks(recorded) && fits(recorded.url)).map((recorded) => line(recorded, name)));
  }
  const unique = [...new Set(lines)];
  writeFileSync(new URL("chromium.ndjson", import.meta.url), `${unique.join("\n")}\n`);
  console.log(`${unique.length} requests`);
} finally {
  await stage.close();
}
