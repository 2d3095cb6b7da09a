/** Handed over on purpose, or not: the same field of the same kind of recipient, by what the person did there. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LAB } from "../site/lab/answer.js";
import { eventually } from "./eventually.js";
import { openWatched } from "./stage.js";
import { nora } from "./visitor.js";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
before(async () => {
  stage = await openWatched(nora);
});
after(() => stage?.close());

/**
 * What the ledger says of the finding at a host after something was done on the lab's page.
 *
 * @param {string} host
 * @param {string} code - with the email address as its argument
 */
async function doing(host, code) {
  const { driver } = stage.browser;
  await driver.get(`${LAB}/?${host}`);
  await driver.executeScript(code, nora.email);
  return eventually(async () => {
    const found = (await stage.extension.ledger()).filter(({ finding, counts }) => finding.recipient.host === host && counts.sent > 0);
    assert.equal(found.length, 1, `${found.length} findings at ${host}`);
    const { purpose, expected, recipient } = /** @type {any} */ (found[0]).finding;
    return { purpose, expected, product: recipient.product };
  });
}

test("a form that brings the tab to the newsletter's own page is handed over", async () => {
  const code = `const form = Object.assign(document.createElement("form"), { method: "post", action: "https://one.us1.list-manage.com/subscribe/post?u=1&id=2" });
    form.innerHTML = '<input name="EMAIL"><button>Subscribe</button>';
    document.body.append(form);
    form.elements.EMAIL.value = arguments[0];
    form.querySelector("button").click();`;
  assert.deepEqual(await doing("one.us1.list-manage.com", code), { purpose: "handed_over", expected: true, product: "Mailchimp" });
});

test("the same by a script of the page is probably so: what the person did cannot be told", async () => {
  const code = `const script = document.createElement("script");
    script.src = "https://two.us1.list-manage.com/subscribe/post-json?u=1&id=2&EMAIL=" + encodeURIComponent(arguments[0]);
    document.body.append(script);`;
  assert.deepEqual(await doing("two.us1.list-manage.com", code), { purpose: "probably_handed_over", expected: true, product: "Mailchimp" });
});

test("an image has nothing to do with a form, and alarms", async () => {
  const code = `new Image().src = "https://three.us1.list-manage.com/subscribe/post-json?u=1&id=2&EMAIL=" + encodeURIComponent(arguments[0]);`;
  assert.deepEqual(await doing("three.us1.list-manage.com", code), { purpose: "not_asked", expected: false, product: "Mailchimp" });
});

test("a frame that is loaded with the address in it alarms: nobody could have typed into it yet", async () => {
  const code = `const frame = document.createElement("iframe");
    frame.src = "https://four.sibforms.com/serve/MUIE?EMAIL=" + encodeURIComponent(arguments[0]);
    document.body.append(frame);`;
  const { purpose, expected } = await doing("four.sibforms.com", code);
  assert.deepEqual({ purpose, expected }, { purpose: "not_asked", expected: false });
});
