/** Sending by hand from the page on screen, with the server's record as the witness. */

import assert from "node:assert/strict";
import { Customer } from "./customer.js";
import { nora } from "./visitor.js";

/** @typedef {Awaited<ReturnType<typeof import("./stage.js").openInstalled>>} Stage */

let tags = 0;

/** An advertiser's endpoint, and what it is sent. @param {string} tag - tells requests apart */
export const pixel = (tag) => `https://www.facebook.com/tr/?id=1&ud[em]=${nora.email}&tag=${tag}`;

/** @param {Stage} stage @param {string} page - an origin @returns {Promise<number>} the tab's id */
export async function visit(stage, page) {
  await new Customer(stage.browser, nora).visit(`${page}/?visit=${++tags}`);
  return stage.extension.tabId();
}

/**
 * Sends from the page on screen, and tells whether the server received it.
 *
 * @param {Stage} stage
 * @param {(tag: string) => string} url
 * @param {{ body?: string, headers?: { [name: string]: string } }} [how] with headers of its own it is asked about first
 */
export async function arrives(stage, url, { body, headers } = {}) {
  const mark = stage.site.record.mark;
  const tag = `t${++tags}`;
  const code = `const [url, body, headers, done] = arguments;
    fetch(url, { method: "POST", mode: headers ? "cors" : "no-cors", body: body ?? undefined, headers: headers ?? {} }).then(() => done("answered"), () => done("refused"))`;
  const end = await stage.browser.driver.executeAsyncScript(code, url(tag), body ?? null, headers ?? null);
  const arrived = stage.site.record.since(mark).some((recorded) => recorded.method !== "OPTIONS" && recorded.url.includes(tag));
  assert.equal(end, arrived ? "answered" : "refused");
  return arrived;
}

/** @param {Stage} stage @param {object} message */
export async function ask(stage, message) {
  const reply = await stage.extension.ask(message);
  assert.ok(reply.ok, `${reply.code}: ${reply.message}`);
  return reply;
}

/** Undoes all that is decided: undoing a block may leave a word that it is not to come back by itself. @param {Stage} stage */
export async function undoAll(stage) {
  for (const _ of ["decisions", "what undoing them left"]) {
    const { decisions } = await ask(stage, { type: "decisions" });
    await ask(stage, { type: "undo", ids: decisions.map(({ id = "" }) => id) });
  }
}
