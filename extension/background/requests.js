// Requests as they come and go, and what pages tell of them: read, and handed on as the ledger's events.

import { endingOf, isProxied, originOf, sightingOf } from "../shared/browser.js";
import { attempted, headed, missed, sent, told, unmasked } from "./exchange.js";
import { Hearing } from "./hearing.js";
import { isAnythingPaused, isSpared } from "./standing.js";
import { isOpen } from "./testimony.js";

/** @typedef {import("../../types/browsers.js").Details} Details */
/** @typedef {import("./exchange.js").Reader} Reader */
/** @typedef {import("./state.js").LedgerEvent} LedgerEvent */
/** @typedef {import("./state.js").State} State */

/**
 * @typedef {object} Surroundings
 * @property {() => State} state
 * @property {() => Reader | undefined} reader none while nothing is looked for
 * @property {(event: LedgerEvent) => void} dispatch
 * @property {(where: string, error: unknown) => void} fail
 * @property {import("./aliases.js").Aliases} aliases
 * @property {import("./typed.js").TypedWords} typed
 * @property {() => number} now milliseconds since the epoch
 */

export class Requests {
  #around;
  #hearing;

  /** @param {Surroundings} around */
  constructor(around) {
    this.#around = around;
    this.#hearing = new Hearing(around.now, (request, host) => isOpen(around.state(), request, host));
  }

  /** Whether anything is heard that pages tell. @param {boolean} listens */
  set listens(listens) {
    this.#hearing.listens = listens;
  }

  /**
   * One event of the browser's.
   *
   * @param {string} name
   * @param {Details} details
   * @returns {Promise<void> | undefined} where it waits for what was asked about the request: until it was taken
   */
  take(name, details) {
    const waiting = this.#around.aliases.waiting(details.requestId);
    if (waiting) return waiting.then(() => this.#attempt(name, () => this.#take(name, details)));
    this.#take(name, details);
    return undefined;
  }

  /**
   * @param {string} name
   * @param {Details} details
   */
  #take(name, details) {
    const { dispatch, state } = this.#around;
    const reader = this.#readerOf(details.tabId);
    if (!reader || !/^(https?|wss?):/.test(details.url)) return;
    const { requestId } = details;
    const exchange = state().exchanges[requestId];
    // Most people pause nothing, and every request comes through here.
    if (!exchange && isAnythingPaused(state()) && isSpared(state(), sightingOf(details), originOf(details.url))) return;
    this.#hearing.see(name, details, exchange);
    switch (name) {
      case "webRequest.onBeforeRequest":
        return this.#dispatchInspected(attempted(details, state(), reader), details);
      case "webRequest.onBeforeSendHeaders":
        if (!exchange) dispatch(missed(details, state(), reader));
        return this.#dispatchInspected(headed(details, state(), reader), details);
      case "webRequest.onSendHeaders":
        if (!exchange) dispatch(missed(details, state(), reader));
        return this.#dispatchInspected(sent(details, state(), reader), details);
    }
    if (!exchange) return;
    switch (name) {
      case "webRequest.onHeadersReceived":
        return dispatch({ type: "answered", requestId, fromCache: details.fromCache ?? null });
      case "webRequest.onCompleted":
        return dispatch({ type: "completed", requestId, fromCache: details.fromCache === true });
      case "webRequest.onErrorOccurred":
        return dispatch({ type: "failed", requestId, ending: endingOf(details.error) });
    }
  }

  /**
   * What a page tells of itself.
   *
   * @param {unknown} received
   * @param {chrome.runtime.MessageSender} sender
   */
  hear(received, sender) {
    this.#hearing.hear(received, sender, (heard) =>
      this.#attempt("runtime.told", () => {
        const state = this.#around.state();
        const reader = this.#readerOf(heard.request.tab);
        if (!reader || isSpared(state, heard.request, originOf(heard.told.url))) return;
        this.#around.dispatch(told(heard, state, reader));
      }),
    );
  }

  /** @param {number} tab @returns {Reader | undefined} */
  #readerOf(tab) {
    const reader = this.#around.reader();
    return reader && this.#around.typed.extend(tab, reader);
  }

  /**
   * Where something was found it matters whom the host stands for: the request's further events wait for that.
   *
   * @param {import("./state.js").Attempted | import("./state.js").Headed | import("./state.js").Sent} event
   * @param {Details} details
   */
  #dispatchInspected(event, details) {
    const { aliases, dispatch, fail, state } = this.#around;
    dispatch(event);
    if (!event.verdict?.findings.length || isProxied(details)) return;
    const host = new URL(details.url).hostname;
    const learned = aliases.learn(host, details.requestId)?.then(() => {
      const reader = this.#readerOf(details.tabId);
      if (event.type === "sent" && reader && aliases.of(host)) dispatch(unmasked(details, state(), reader));
    });
    learned?.catch((error) => fail("alias", error));
  }

  /**
   * @param {string} where
   * @param {() => void} act
   */
  #attempt(where, act) {
    try {
      act();
    } catch (error) {
      this.#around.fail(where, error);
    }
  }
}
