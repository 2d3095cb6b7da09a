// The watch itself: browser events in, ledger and badge out. Wired in main.js.

import { guardStorage } from "../shared/browser.js";
import { reasonOf, statusOf } from "./condition.js";
import { areHooksOn, keepHooks } from "./hooks.js";
import { ProfileInUse } from "./inuse.js";
import { openTabs, navigationEvent } from "./navigation.js";
import { Requests } from "./requests.js";
import { joinFailures, newState, reduce } from "./state.js";
import { TRACKERS } from "./trackers.js";

/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */
/** @typedef {import("../shared/protocol.js").Status} Status */
/** @typedef {import("./state.js").LedgerEvent} LedgerEvent */
/** @typedef {import("./state.js").State} State */

/**
 * @typedef {object} Parts
 * @property {import("../../types/leaklight.js").Wasm} wasm
 * @property {import("./vault/vault.js").Vault} vault
 * @property {import("./profile.js").ProfileStore} profiles
 * @property {import("./ledger.js").Ledger} ledger
 * @property {Pick<import("./scribe.js").Scribe, "see">} scribe
 * @property {ReturnType<typeof import("./badge.js").newBadges>} badges
 * @property {import("./rules.js").RuleKeeper} rules
 * @property {import("./archive.js").Archive} archive
 * @property {import("./addresses.js").AddressBook} addresses
 * @property {import("./aliases.js").Aliases} aliases
 * @property {import("./trackers.js").ImportedTrackers} imported
 * @property {import("./typed.js").TypedWords} typed
 * @property {Pick<ReturnType<typeof import("./notices.js").newNotices>, "check" | "show" | "clicked">} notices
 * @property {() => number} now milliseconds since the epoch
 */

/** Milliseconds from one showing of what pages change to the next. */
const PACE = 200;

/** @param {LedgerEvent} event @returns {boolean} whether something was found */
const isNews = (event) => "verdict" in event && Boolean(event.verdict?.findings.length);

/** What may be granted and taken away at any time. */
export const ACCESS = { origins: ["<all_urls>"] };

export class Watch {
  /** @type {State} */
  state = newState();
  /** Whether requests are held for their verdict. */
  holding = false;
  #loaded = false;
  #permitted = false;
  #failed = false;
  /** When something that was found may be shown at once again. */
  #due = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #later;
  #profile;
  #requests;
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#profile = new ProfileInUse(parts);
    this.#requests = new Requests({
      ...parts,
      state: () => this.state,
      reader: () => (this.#failed ? undefined : this.reader),
      dispatch: (event) => this.#note(event),
      fail: (where, error) => this.fail(where, error),
    });
  }

  /** The lists of trackers that the person imported. */
  get imported() {
    return this.#parts.imported;
  }

  /** What is looked for on single tabs. */
  get typed() {
    return this.#parts.typed;
  }

  /** What reads requests; none while nothing is looked for. */
  get reader() {
    return this.#profile.reader;
  }

  get badges() {
    return this.#parts.badges;
  }

  get aliases() {
    return this.#parts.aliases;
  }

  /**
   * Gets everything ready. Never rejects: what fails is counted, and the badge says that nothing is being watched.
   *
   * @param {() => void} [begin] called when requests can be read, and nothing is shown or written yet
   */
  async start(begin = () => {}) {
    const [, , profile, lists] = await Promise.all([
      // It takes longest.
      this.#step("wasm", () => this.#parts.wasm.load()),
      this.#remember(),
      this.#step("profile", () => this.#profile.load()),
      this.#step(TRACKERS, () => this.imported.read()),
      this.#step("aliases", () => this.aliases.restore(chrome.storage.local)),
      this.#step("storage", guardStorage),
      this.#step("permission", () => this.checkPermission()),
      this.#step("hooks", keepHooks),
    ]);
    await this.#step("typed", () => this.typed.load());
    await this.#step(TRACKERS, async () => this.imported.use(lists ?? []));
    if (profile) await this.#step("inspector", async () => this.use(profile.source, profile.numbers));
    begin();
    this.#loaded = true;
    this.#publish();
  }

  /**
   * One browser event, by its name. Never throws.
   *
   * @param {string} name
   * @param {any[]} args
   * @returns {Promise<void> | void} where it has to wait: until it was handled
   */
  handle = (name, args) => {
    try {
      return this.#handle(name, args);
    } catch (error) {
      this.fail(name, error);
    }
  };

  /** @param {LedgerEvent} event */
  dispatch(event) {
    this.state = reduce(this.state, event);
    this.#publish();
  }

  /**
   * As `dispatch`, for what requests change: those of a page that loads do so some hundred times a second. What was found
   * is shown at once, unless something was a moment ago; the rest a moment later, when the page is not waiting for its turn
   * any more.
   *
   * @param {LedgerEvent} event
   */
  #note(event) {
    this.state = reduce(this.state, event);
    if (!isNews(event) || performance.now() < this.#due) return this.#publishLater();
    this.#due = performance.now() + PACE;
    this.#publish();
  }

  /**
   * As `dispatch`, for what tabs and navigations change. At once are shown the badge, which the browser clears, and the
   * rules, which a tab's first request must meet.
   *
   * @param {LedgerEvent | undefined} event none where nothing but the badge changes
   */
  #turn(event) {
    if (event) this.state = reduce(this.state, event);
    if (!this.#loaded) return;
    this.#showBadges();
    this.#parts.rules.show(this.state);
    if (event) this.#publishLater();
  }

  /**
   * The one place where failures end. Their messages may quote what they failed on, so only their kind is kept.
   *
   * @param {string} where
   * @param {unknown} error
   */
  fail(where, error) {
    const name = error instanceof Error ? error.name : "Error";
    // A trap leaves the wasm in the middle of something. Only over lists, which share nothing else, that does no harm.
    if (error instanceof WebAssembly.RuntimeError && where !== TRACKERS) this.#failed = true;
    this.dispatch({ type: "stumbled", where, name });
  }

  /**
   * Takes a profile into use.
   *
   * @param {ProfileSource} source
   * @param {import("../../types/leaklight.js").Numbers} [numbers] of its identifiers
   * @throws `{code: "bad_profile", problems}` where it is refused
   */
  use(source, numbers) {
    this.#profile.use(source, numbers);
    this.dispatch({ type: "reprofiled" });
  }

  /** Takes the saved profile into use: the vault was unlocked. */
  async resume() {
    if (this.reader) return;
    const profile = await this.#step("profile", () => this.#profile.load());
    await this.#recall();
    if (profile) await this.#step("inspector", async () => this.use(profile.source, profile.numbers));
    this.#publish();
  }

  /** Nothing is looked for any more: the vault was locked. What was found stays. */
  rest() {
    this.#profile.drop();
    this.dispatch({ type: "sealed" });
    this.dispatch({ type: "reprofiled" });
  }

  /** No profile any more, and nothing that was found under it. */
  forget() {
    this.#profile.drop();
    this.dispatch({ type: "forgotten" });
  }

  /** Takes up what was known before the worker slept, and meets the tabs that there are now. */
  async #remember() {
    const state = await this.#step("ledger", () => this.#parts.ledger.load());
    // Failures until now are counted already, in the state that stood in for the one that was loaded.
    if (state) this.state = { ...state, failures: joinFailures(state.failures, this.state.failures) };
    await this.#recall();
    await this.#step("tabs", () => this.#meetTabs());
  }

  /** What was decided holds again, unless it does already. */
  async #recall() {
    if (this.state.decisions !== null) return;
    const decisions = await this.#step("decisions", () => this.#parts.archive.recall());
    if (decisions) this.state = reduce(this.state, { type: "recalled", decisions });
  }

  async checkPermission() {
    this.#permitted = await chrome.permissions.contains(ACCESS);
    this.#requests.listens = await areHooksOn();
    await this.#parts.notices.check();
    this.#publish();
  }

  /** Resolves when what is decided is kept, and the browser blocks what is to be blocked and no more. */
  async settled() {
    await Promise.all([this.#parts.rules.applied(), this.#parts.archive.kept()]);
  }

  /** The state as it is now, once it is kept. @returns {Promise<State>} */
  async kept() {
    const { state } = this;
    this.#publish();
    await this.#parts.ledger.saved();
    return state;
  }

  /** @returns {Status} */
  status() {
    return statusOf(this.#condition(), this.state);
  }

  #condition() {
    const { vault } = this.#parts;
    return { failed: this.#failed, permitted: this.#permitted, holding: this.holding, profile: this.#profile, vault };
  }

  #publishLater() {
    this.#later ??= setTimeout(() => this.#publish(), PACE);
  }

  #publish() {
    clearTimeout(this.#later);
    this.#later = undefined;
    // Before the state is loaded there is nothing to show, and nothing that may take its place.
    if (!this.#loaded) return;
    this.#parts.ledger.save(this.state);
    this.#parts.scribe.see(this.state);
    this.#showBadges();
    this.#parts.notices.show(this.state);
    this.#parts.rules.show(this.state);
    this.#parts.archive.keep(this.state.decisions);
  }

  #showBadges() {
    this.#parts.badges.show(this.state, reasonOf(this.#condition()) === null);
  }

  /**
   * @param {string} name
   * @param {any[]} args
   */
  #handle(name, args) {
    if (name.startsWith("webRequest.")) return this.#requests.take(name, args[0]);
    if (name.startsWith("permissions.")) return this.#apart(name, this.checkPermission());
    if (name === "runtime.told") return this.#requests.hear(args[0], args[1]);
    if (name === "notifications.onClicked") return this.#apart(name, this.#parts.notices.clicked(args[0]));
    if (name === "tabs.onRemoved") this.#apart(name, this.typed.forget(args[0]));
    return this.#turn(navigationEvent(name, args, this.#parts));
  }

  /** @param {string} where @param {Promise<unknown>} work for which nobody waits */
  #apart(where, work) {
    work.catch((error) => this.fail(where, error));
  }

  async #meetTabs() {
    const tabs = await openTabs(this.state, this.#parts.addresses);
    this.state = reduce(this.state, { type: "revived", tabs, time: this.#parts.now() });
  }

  /**
   * @template Result
   * @param {string} where
   * @param {() => Promise<Result>} run
   * @returns {Promise<Result | undefined>}
   */
  async #step(where, run) {
    try {
      return await run();
    } catch (error) {
      if (where === "wasm") this.#failed = true;
      this.fail(where, error);
      return undefined;
    }
  }
}
