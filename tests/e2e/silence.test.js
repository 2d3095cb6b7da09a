/** The extension asks nothing of the network: watched by the browser's own account, by the server, and tried against the policy. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { header } from "../site/record.js";
import { addonId } from "./browser.js";
import { Customer } from "./customer.js";
import { browserName, openWatched } from "./stage.js";
import { nora } from "./visitor.js";
import { ChromiumWitness, FirefoxWitness } from "./witness.js";
import { killWorker } from "./worker.js";

const UNHEARD = "unheard.collector.example";

/** All that a person can do, and the background's death. @param {Awaited<ReturnType<typeof openWatched>>} stage */
async function useEverything({ browser, extension, sentinel }) {
  await new Customer(browser, nora).track();
  const tabId = await extension.tabId();
  await sentinel.passed();
  await killWorker(browser);
  await extension.popup(tabId);
  for (const format of /** @type {const} */ (["text", "html", "ndjson"])) await extension.report(tabId, format);
  await extension.atPage(`report/report.html?tab=${tabId}`, async () => {});
  await extension.atOptions((page) => page.values());
  await extension.atLedger(async (page) => {
    await page.shown();
    await page.wipe();
  });
  await extension.atOptions((page) => page.delete());
}

test("whatever a person does with it, the extension makes no request", async () => {
  const witness = browserName() === "chromium" ? new ChromiumWitness() : new FirefoxWitness();
  const stage = await openWatched(nora, { netLog: witness.netLog });
  const { browser, site } = stage;
  /** @type {import("./witness.js").Made[]} */
  let made = [];
  try {
    await witness.begin(browser);
    await useEverything(stage);
    if (browser.name === "firefox") made = await witness.account();
  } finally {
    await stage.close();
  }
  if (browser.name === "chromium") made = await witness.account();
  const own = browser.name === "chromium" ? [browser.origin] : [browser.origin, `extension ${addonId(browser.extension ?? "")}`];
  assert.ok(made.filter(({ by }) => by.startsWith("https://www.harbourpost.example")).length > 5, "the witness saw the page's requests");
  assert.deepEqual(made.filter(({ url, by }) => own.includes(by) && /^(https?|wss?):/.test(url)), []);
  const arrived = site.record.all.filter((recorded) => /extension:/.test(`${header(recorded, "origin")} ${header(recorded, "referer")}`));
  assert.deepEqual(arrived.map(({ url }) => url), []);
});

/** What a page may try to reach the network by, and the directive that refuses it. */
const WAYS = ["connect-src", "form-action", "frame-src", "img-src", "media-src", "script-src", "style-src"];

test("if it tried, its content security policy would refuse it in every way, and nothing would arrive", async () => {
  const { extension, site, close } = await openWatched(nora);
  try {
    const refused = await extension.atPage("popup/popup.html?tab=-1", (driver) =>
      driver.executeAsyncScript(
        `const [url, wanted, done] = arguments;
         const refused = new Set();
         document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
           refused.add(effectiveDirective.replace("-elem", ""));
           if (wanted.every((directive) => refused.has(directive))) done([...refused].sort());
         });
         const add = (tag, what) => document.body.appendChild(Object.assign(document.createElement(tag), what));
         fetch(url + "fetch").catch(() => {});
         for (const tag of ["img", "script", "iframe", "video"]) add(tag, { src: url + tag });
         add("link", { rel: "stylesheet", href: url + "style" });
         const form = add("form", { action: url + "form", method: "post" });
         // Firefox refuses it by throwing, too.
         try { form.submit(); } catch {}`,
        `https://${UNHEARD}/`,
        WAYS,
      ),
    );
    assert.deepEqual(refused, WAYS);
    assert.deepEqual(site.record.all.map(({ url }) => url).filter((url) => url.includes(UNHEARD)), []);
  } finally {
    await close();
  }
});
