/** A real browser whose every host is the loopback server, with Leaklight installed where a folder is given. */

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

/** @typedef {import("../site/server.js").Site} Site */
/** @typedef {"chromium" | "firefox"} BrowserName */

/**
 * @typedef {object} Browser
 * @property {BrowserName} name
 * @property {import("selenium-webdriver").WebDriver} driver
 * @property {string | null} origin - where the extension's own pages stand, such as `chrome-extension://…`
 * @property {() => Promise<void>} close
 */

/** The add-on's id in manifest.json, and the origin that Firefox is told to give it. */
const FIREFOX_ORIGIN_ID = "6c0bd1b6-3c68-4b1e-9a35-0d2f4f6f8a11";

/**
 * @param {object} options
 * @param {BrowserName} options.name
 * @param {Site} options.site
 * @param {string} [options.extension] - the folder of the built extension
 * @param {boolean} [options.headed]
 * @returns {Promise<Browser>}
 */
export async function launch({ name, site, extension, headed = false }) {
  const driver = await (name === "chromium" ? chromium(site, headed) : gecko(site, headed));
  try {
    await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
    const origin = extension ? await install(driver, name, extension) : null;
    return { name, driver, origin, close: () => driver.quit() };
  } catch (error) {
    await driver.quit();
    throw error;
  }
}

/** @param {Site} site @param {boolean} headed */
function chromium(site, headed) {
  const options = new chrome.Options();
  options.setChromeBinaryPath(program("CHROMIUM", ["chromium", "chromium-browser", "google-chrome"]));
  const here = `127.0.0.1:${site.httpPort}`;
  const secure = `127.0.0.1:${site.httpsPort}`;
  options.addArguments(
    `--host-resolver-rules=MAP *:80 ${here}, MAP *:443 ${secure}, MAP * 127.0.0.1`,
    "--ignore-certificate-errors",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-search-engine-choice-screen",
    "--password-store=basic",
    // BiDi's webExtension.install is given through a pipe only.
    "--remote-debugging-pipe",
    "--enable-unsafe-extension-debugging",
    "--window-size=1180,860",
    ...(headed ? [] : ["--headless=new"]),
  );
  options.set("webSocketUrl", true);
  const service = new chrome.ServiceBuilder(program("CHROMEDRIVER", ["chromedriver"]));
  return new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
}

/** @param {Site} site @param {boolean} headed */
function gecko(site, headed) {
  const options = new firefox.Options();
  options.setBinary(program("FIREFOX", ["firefox-esr", "firefox"]));
  if (!headed) options.addArguments("-headless");
  options.addArguments("--width=1180", "--height=860");
  options.setAcceptInsecureCerts(true);
  options.setPreference("network.dns.forceResolve", "127.0.0.1");
  options.setPreference("network.socket.forcePort", `80=${site.httpPort};443=${site.httpsPort}`);
  options.setPreference("extensions.webextensions.uuids", JSON.stringify({ [FIREFOX_ADDON]: FIREFOX_ORIGIN_ID }));
  options.setPreference("extensions.webextOptionalPermissionPrompts", false);
  options.set("webSocketUrl", true);
  const service = new firefox.ServiceBuilder(program("GECKODRIVER", ["geckodriver"]));
  service.addArguments("--allow-system-access");
  return new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
}

/** The id that manifest.json gives the add-on. */
const FIREFOX_ADDON = "leaklight@leaklight.example";

/**
 * @param {any} driver
 * @param {BrowserName} name
 * @param {string} path - the built extension's folder
 * @returns {Promise<string>} the origin of its pages
 */
async function install(driver, name, path) {
  const bidi = await driver.getBidi();
  const reply = await bidi.send({ method: "webExtension.install", params: { extensionData: { type: "path", path } } });
  if (!reply.result) throw new Error(`the extension was not installed: ${JSON.stringify(reply)}`);
  return name === "chromium" ? `chrome-extension://${reply.result.extension}` : `moz-extension://${FIREFOX_ORIGIN_ID}`;
}

/**
 * A program by environment variable, or else the first of these names on the PATH.
 *
 * @param {string} variable
 * @param {string[]} names
 */
function program(variable, names) {
  const named = process.env[variable];
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name)).find(executable);
    if (found) return found;
  }
  throw new Error(`${names.join(" or ")} is not on the PATH; install it or name it in ${variable}`);
}

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
