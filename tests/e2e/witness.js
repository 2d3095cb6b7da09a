/** Who made which request on the network, by the browser's own account, which no extension can keep anything from. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withRights } from "./rights.js";

/** @typedef {import("./browser.js").Browser} Browser */
/** @typedef {{ url: string, by: string }} Made - `by`: an origin, or what the browser calls who asked */

/** Chromium writes a log of its network, which is whole once it is closed. */
export class ChromiumWitness {
  #folder = mkdtempSync(join(tmpdir(), "leaklight-witness-"));
  netLog = join(this.#folder, "net.json");

  async begin() {}

  /** Call it when the browser is closed. @returns {Promise<Made[]>} */
  async account() {
    // One event a line; the last may have been cut.
    const lines = readFileSync(this.netLog, "utf8").split("\n");
    rmSync(this.#folder, { recursive: true });
    return lines.flatMap((line) => {
      const initiator = /"initiator":"([^"]*)"/.exec(line)?.[1];
      const url = /"url":"([^"]*)"/.exec(line)?.[1];
      return initiator !== undefined && url !== undefined ? [{ url, by: initiator }] : [];
    });
  }
}

/** Firefox tells an observer of every request before it is made. */
export class FirefoxWitness {
  netLog = undefined;
  /** @type {any} */
  #driver;
  /** @type {Made[]} */
  #made = [];

  /** @param {Browser} browser */
  async begin({ driver }) {
    this.#driver = driver;
    await this.#inChrome(`
      const window = Services.wm.getMostRecentWindow("navigator:browser");
      window.leaklightWitness = [];
      Services.obs.addObserver((channel) => {
        const { URI, loadInfo } = channel.QueryInterface(Ci.nsIChannel);
        const asker = loadInfo.triggeringPrincipal;
        window.leaklightWitness.push({ url: URI.spec, by: asker?.addonId ? "extension " + asker.addonId : (asker?.origin ?? "browser") });
      }, "http-on-opening-request");`);
  }

  /** Call it before the browser is closed. @returns {Promise<Made[]>} */
  async account() {
    this.#made = await this.#inChrome('return Services.wm.getMostRecentWindow("navigator:browser").leaklightWitness');
    return this.#made;
  }

  /** @param {string} code @returns {Promise<any>} */
  #inChrome(code) {
    return withRights(this.#driver, () => this.#driver.executeScript(code));
  }
}
