/** A real browser whose every host is the loopback server, with Leaklight installed where a folder is given. */

import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";
import { eventually } from "./eventually.js";

/** @typedef {import("../site/server.js").Site} Site */
/** @typedef {"chromium" | "firefox"} BrowserName */
/** @typedef {{ [name: string]: string | number | boolean }} Preferences of Firefox */
/** @typedef {{ profile: string, origin: string | null }} Kept a browser's own folder, and the extension's origin where it ran there before */

/**
 * @typedef {object} Browser
 * @property {BrowserName} name
 * @property {import("selenium-webdriver").WebDriver} driver
 * @property {string | null} extension - the built extension's folder, if it is installed
 * @property {string | null} origin - where the extension's own pages stand, such as `chrome-extension://…`
 * @property {() => Promise<void>} close
 */

/** The page that an installed extension opens. */
const WELCOME = "/welcome/welcome.html";

/** The origin that Firefox is told to give the extension; left alone it would draw one by lot. */
const FIREFOX_ORIGIN_ID = "6c0bd1b6-3c68-4b1e-9a35-0d2f4f6f8a11";

/**
 * @param {object} options
 * @param {BrowserName} options.name
 * @param {Site} options.site
 * @param {string} [options.extension] - the folder of the built extension
 * @param {boolean} [options.headed]
 * @param {string} [options.netLog] - a file into which Chromium writes what its network does
 * @param {Preferences} [options.preferences]
 * @param {Kept} [options.kept]
 * @returns {Promise<Browser>}
 */
export async function launch({ name, site, extension, headed = false, netLog, preferences = {}, kept }) {
  const driver = await (name === "chromium" ? chromium(site, { headed, extension, netLog, kept }) : gecko(site, { headed, extension, preferences, kept }));
  try {
    await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
    const origin = extension ? await (name === "chromium" ? loaded(driver, kept?.origin) : install(driver, extension, kept?.origin)) : null;
    return { name, driver, extension: extension ?? null, origin, close: () => driver.quit() };
  } catch (error) {
    await driver.quit();
    throw error;
  }
}

/** @param {Site} site @param {{ headed: boolean, extension?: string, netLog?: string, kept?: Kept }} how */
function chromium(site, { headed, extension, netLog, kept }) {
  const options = new chrome.Options();
  options.setChromeBinaryPath(program("CHROMIUM", ["chromium", "chromium-browser"]));
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
    "--window-size=1180,860",
    ...(headed ? [] : ["--headless=new"]),
    ...(netLog ? [`--log-net-log=${netLog}`] : []),
    ...(kept ? [`--user-data-dir=${kept.profile}`] : []),
    // Not by BiDi's webExtension.install: a worker installed so does not start again once it has been ended (measured).
    ...(extension ? [`--load-extension=${extension}`] : []),
  );
  // In a folder of one's own Chromium opens its new tab, which waits for a host that is not there.
  if (kept) options.setUserPreferences({ session: { restore_on_startup: 4, startup_urls: ["about:blank"] } });
  const service = new chrome.ServiceBuilder(program("CHROMEDRIVER", ["chromedriver"]));
  return new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
}

/** @param {Site} site @param {{ headed: boolean, extension?: string, preferences: Preferences, kept?: Kept }} how */
function gecko(site, { headed, extension, preferences, kept }) {
  const options = new firefox.Options();
  options.setBinary(program("FIREFOX", ["firefox-esr", "firefox"]));
  if (!headed) options.addArguments("-headless");
  options.addArguments("--width=1180", "--height=860");
  options.setAcceptInsecureCerts(true);
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
  options.setPreference("network.dns.forceResolve", "127.0.0.1");
  options.setPreference("network.socket.forcePort", `80=${site.httpPort};443=${site.httpsPort}`);
  if (extension) options.setPreference("extensions.webextensions.uuids", JSON.stringify({ [addonId(extension)]: FIREFOX_ORIGIN_ID }));
  options.setPreference("extensions.webextOptionalPermissionPrompts", false);
  if (kept) {
    options.addArguments("-profile", kept.profile);
    // What is installed for a test is taken away when Firefox closes; what it stored goes with it unless told otherwise.
    options.setPreference("extensions.webextensions.keepStorageOnUninstall", true);
    options.setPreference("extensions.webextensions.keepUuidOnUninstall", true);
  }
  options.set("webSocketUrl", true);
  const service = new firefox.ServiceBuilder(program("GECKODRIVER", ["geckodriver"]));
  service.addArguments("--allow-system-access");
  return new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
}

/** The id that a built extension has in Firefox. @param {string} extension - its folder @returns {string} */
export function addonId(extension) {
  return JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8")).browser_specific_settings.gecko.id;
}

/**
 * Waits for the extension that Chromium loads at its start, and for the page that it opens then.
 *
 * @param {any} driver
 * @param {string | null} [before] the origin of its pages, where it welcomed already
 * @returns {Promise<string>} the origin of its pages
 */
function loaded(driver, before) {
  return eventually(async () => {
    const { targetInfos } = await driver.sendAndGetDevToolsCommand("Target.getTargets", {});
    const urls = targetInfos.map(({ url = "" }) => url).filter((/** @type {string} */ url) => url.startsWith("chrome-extension://"));
    if (before && urls.some((/** @type {string} */ url) => url.startsWith(before))) return before;
    const welcome = urls.find((/** @type {string} */ url) => url.endsWith(WELCOME));
    if (!welcome) throw new Error("Chromium shows no page of an extension");
    return `chrome-extension://${new URL(welcome).host}`;
  });
}

/**
 * Installs the extension in Firefox, and waits for the page that it opens then.
 *
 * @param {any} driver
 * @param {string} path - the built extension's folder
 * @param {string | null} [before] the origin of its pages, where it welcomed already
 * @returns {Promise<string>} the origin of its pages
 */
async function install(driver, path, before) {
  const bidi = await driver.getBidi();
  const reply = await bidi.send({ method: "webExtension.install", params: { extensionData: { type: "path", path } } });
  if (!reply.result) throw new Error(`Firefox did not install the extension: ${JSON.stringify(reply)}`);
  if (before) return before;
  await eventually(async () => {
    // A tab that opened while another is being asked for would be taken for that one.
    if ((await driver.getAllWindowHandles()).length < 2) throw new Error("Firefox shows no page of the extension");
  });
  return `moz-extension://${FIREFOX_ORIGIN_ID}`;
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
