/** Firefox can tell whom a name of the site's own stands for, and does once that is wanted; Chromium does not offer it. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { LAB } from "../site/lab/answer.js";
import { eventually } from "./eventually.js";
import { press } from "./press.js";
import { withRights } from "./rights.js";
import { browserName, openWatched } from "./stage.js";
import { nora } from "./visitor.js";
import { killWorker } from "./worker.js";

/** @type {Awaited<ReturnType<typeof openWatched>>} */
let stage;
before(async () => {
  stage = await openWatched(nora);
});
after(() => stage?.close());

const isFirefox = browserName() === "firefox";

/** What these names of the site's own stand for: Adobe Analytics takes such aliases. */
const COLLECTOR = "harbourpost.sc.omtrdc.net";
const HOSTS = ["first", "second", "third"].map((name) => `${name}.harbourpost.example`);

/** Gives Firefox names to know as DNS would: every host is here, and some are aliases. */
async function fillNames() {
  const driver = /** @type {any} */ (stage.browser.driver);
  await withRights(driver, () =>
    driver.executeScript(
      `const [aliases, others, collector] = arguments;
       Services.prefs.clearUserPref("network.dns.forceResolve");
       const dns = Cc["@mozilla.org/network/native-dns-override;1"].getService(Ci.nsINativeDNSResolverOverride);
       for (const host of [...aliases, ...others]) dns.addIPOverride(host, "127.0.0.1");
       for (const host of aliases) dns.setCnameOverride(host, collector);`,
      HOSTS,
      [COLLECTOR, new URL(LAB).hostname, "somebody.collector.example"],
      COLLECTOR,
    ),
  );
}

/** Switches it in the settings. @param {boolean} on */
async function want(on) {
  await stage.extension.atOptions(() => press(stage.browser.driver, By.id("aliases")));
  await eventually(async () => assert.equal((await stage.extension.ask({ type: "aliases" })).on, on));
}

/** Sends the email address to a host, and returns what is told of who received it, if anything is. @param {string} host */
async function told(host) {
  await stage.browser.driver.get(`${LAB}/?${host}`);
  await stage.browser.driver.executeScript("fetch(arguments[0], { mode: 'no-cors' })", `https://${host}/?email=${nora.email}`);
  // Somebody else is told of in any case: once they are, so is whatever was sent before.
  await stage.browser.driver.executeScript("fetch(arguments[0], { mode: 'no-cors' })", `https://somebody.collector.example/?email=${nora.email}`);
  const tabId = await stage.extension.tabId();
  return eventually(async () => {
    const { entries, watched } = (await stage.extension.ask({ type: "tab", tabId })).tab.page;
    assert.ok(watched >= 3);
    const findings = entries.filter(({ outcome = "" }) => outcome === "sent").map((/** @type {any} */ { finding }) => finding.recipient);
    assert.ok(findings.some((/** @type {any} */ recipient) => recipient.host === "somebody.collector.example"));
    const { entity, disguise, cname } = findings.find((/** @type {any} */ recipient) => recipient.host === host) ?? {};
    return [entity, disguise, cname];
  });
}

test("it is offered where the browser can", async () => {
  const offered = await stage.extension.atOptions(() => stage.browser.driver.findElement(By.id("aliases-choice")).isDisplayed());
  assert.equal(offered, isFirefox);
  assert.equal((await stage.extension.ask({ type: "aliases" })).on, false);
});

test("a name of the site's own is taken for the site until it is wanted", { skip: !isFirefox }, async () => {
  await fillNames();
  assert.deepEqual(await told(HOSTS[0] ?? ""), [undefined, undefined, undefined]);
});

test("then whoever is behind it is named, as somebody who is the site in name only", { skip: !isFirefox }, async () => {
  await want(true);
  assert.deepEqual(await told(HOSTS[1] ?? ""), ["Adobe", "cname", COLLECTOR]);
  const { recipients } = await stage.extension.popup(await stage.extension.tabId());
  assert.match(recipients.find(({ recipient }) => recipient === "Adobe")?.who ?? "", /first party in name: Adobe/);
});

test("and after the background's death as well", { skip: !isFirefox }, async () => {
  await killWorker(stage.browser);
  assert.deepEqual(await told(HOSTS[1] ?? ""), ["Adobe", "cname", COLLECTOR]);
  assert.equal((await stage.extension.ask({ type: "status" })).status.failures.count, 0);
});

test("it can be switched off again", { skip: !isFirefox }, async () => {
  await want(false);
  assert.deepEqual(await told(HOSTS[2] ?? ""), [undefined, undefined, undefined]);
});
