/** Copies of the built extension that differ in one thing a test needs and no driver can bring about in a browser. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built } from "./stage.js";

/**
 * @param {import("./browser.js").BrowserName} name
 * @param {(folder: string, manifest: any) => void} change
 * @returns {{ folder: string, remove: () => void }}
 */
function copy(name, change) {
  const folder = mkdtempSync(join(tmpdir(), "leaklight-extension-"));
  cpSync(built(name), folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  change(folder, manifest);
  writeFileSync(path, JSON.stringify(manifest));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/**
 * As it is once a person said yes to a permission: Chromium's question stands outside of what a driver reaches.
 *
 * @param {import("./browser.js").BrowserName} name
 * @param {string} permission one of the optional ones
 */
export function granted(name, permission) {
  return copy(name, (_, manifest) => {
    manifest.permissions.push(permission);
    manifest.optional_permissions = manifest.optional_permissions.filter((/** @type {string} */ one) => one !== permission);
  });
}

/**
 * In one language, whatever the browser speaks: Firefox takes another only with a package of its own.
 *
 * @param {import("./browser.js").BrowserName} name
 * @param {string} language
 * @param {string} other the one that is left out
 */
export function speaking(name, language, other) {
  return copy(name, (folder, manifest) => {
    manifest.default_locale = language;
    rmSync(join(folder, "_locales", other), { recursive: true });
  });
}
