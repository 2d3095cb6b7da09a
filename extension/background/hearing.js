// Hears what pages tell, and holds it against what the browser saw: a body is believed to have been sent only where
// the browser saw that very request leave, a message only where it saw that connection being opened.
//
// URLs are in memory only. A worker that slept has forgotten them; what is told then counts as an attempt.

import { endingOf, originOf } from "../shared/browser.js";
import { readTold } from "./told.js";
import { fateWhenCompleted, fateWhenFailed } from "./traffic.js";

/** @typedef {import("../../types/browsers.js").Details} Details */
/** @typedef {import("../shared/browser.js").Sighting} Sighting */
/** @typedef {import("./entry.js").Fate} Fate */
/** @typedef {import("./told.js").Told} Told */
/** @typedef {import("./traffic.js").Exchange} Exchange */

/**
 * @typedef {object} Asked a request with a body, as the browser saw it
 * @property {string} url
 * @property {string} method
 * @property {string} by
 * @property {Fate} fate
 */

/**
 * @typedef {object} Heard
 * @property {Told} told
 * @property {Sighting} request who told it
 * @property {{ requestId: string, fate: Fate } | undefined} match the request that it is about
 * @property {string | undefined} frame URL of the frame that told it, where it is not the page
 */

/** Requests remembered: a body takes moments to be told. */
const ASKED_LIMIT = 300;
/** What one tab may tell in a second; its pages' own scripts keep to less. */
const MOST_A_SECOND = 100;

/** How much sooner a page may tell of a request than the browser does, in milliseconds. */
const EARLY_MS = 1000;

export class Hearing {
  /** @type {Map<string, Asked>} */
  #asked = new Map();
  /** @type {Map<number, { second: number, count: number }>} */
  #rates = new Map();
  #now;
  #isOpen;
  /** Whether anything is heard: scripts in pages that were open before outlive the switch. */
  listens = false;

  /**
   * @param {() => number} now milliseconds since the epoch
   * @param {(request: Sighting, host: string) => boolean} isOpen whether the browser saw the teller's page open a connection there
   */
  constructor(now, isOpen) {
    this.#now = now;
    this.#isOpen = isOpen;
  }

  /**
   * Remembers what the browser saw.
   *
   * @param {string} name of the event
   * @param {Details} details
   * @param {Exchange | undefined} exchange as the ledger knows it before the event
   */
  see(name, details, exchange) {
    const { requestId, url, method } = details;
    const known = this.#asked.get(requestId);
    if (name === "webRequest.onBeforeRequest" && method !== "GET" && method !== "HEAD") {
      this.#asked.set(requestId, { url: withoutFragment(url), method, by: askerOf(details.documentId, details.tabId), fate: "attempted" });
      const [oldest] = this.#asked.keys();
      if (this.#asked.size > ASKED_LIMIT && oldest !== undefined) this.#asked.delete(oldest);
    } else if (known && name === "webRequest.onSendHeaders") {
      known.fate = "sent";
    } else if (known && exchange && name === "webRequest.onCompleted") {
      known.fate = fateWhenCompleted(exchange, details.fromCache === true);
    } else if (known && exchange && name === "webRequest.onErrorOccurred") {
      known.fate = fateWhenFailed(exchange, endingOf(details.error));
    }
  }

  /**
   * Hands on what is told; where the browser has not told of its request or connection yet, a moment later: the two
   * come on different ways (measured in Firefox for connections, in both for bodies).
   *
   * @param {unknown} received
   * @param {chrome.runtime.MessageSender} sender
   * @param {(heard: Heard) => void} take
   */
  hear(received, sender, take) {
    const heard = this.#read(received, sender);
    if (heard && this.#isSeen(heard)) take(heard);
    else if (heard) setTimeout(() => take(this.#matched(heard)), EARLY_MS);
  }

  /** @param {Heard} heard */
  #isSeen({ told, request, match }) {
    if (told.kind === "body") return match !== undefined;
    return told.kind === "dropped" || this.#isOpen(request, new URL(told.url).host);
  }

  /**
   * @param {unknown} received
   * @param {chrome.runtime.MessageSender} sender
   * @returns {Heard | undefined} nothing where it is not of the form that is told
   */
  #read(received, sender) {
    const told = readTold(received);
    const tab = sender.tab?.id;
    if (!this.listens || !told || tab === undefined) return undefined;
    const request = {
      requestId: "",
      tab,
      document: sender.documentId ?? null,
      parent: null,
      top: sender.frameId === 0,
      navigation: false,
      active: true,
      origin: originOf(sender.url),
      private: sender.tab?.incognito === true,
      time: this.#now(),
    };
    if (!this.#allow(tab)) return { told: { ...told, kind: "dropped", dropped: told.dropped + 1 }, request, match: undefined, frame: undefined };
    return this.#matched({ told, request, match: undefined, frame: request.top ? undefined : sender.url });
  }

  /**
   * @param {Heard} heard
   * @returns {Heard} with the request that it is about, if that has been seen by now
   */
  #matched(heard) {
    return heard.told.kind === "body" ? { ...heard, match: this.#match(heard.told, heard.request) } : heard;
  }

  /**
   * @param {Told} told
   * @param {Sighting} request
   * @returns {Heard["match"]}
   */
  #match({ url, method }, { document, tab }) {
    const by = [askerOf(document ?? undefined, tab), askerOf(undefined, tab)];
    const where = withoutFragment(url);
    const found = [...this.#asked].findLast(([, asked]) => asked.url === where && asked.method === method && by.includes(asked.by));
    return found && { requestId: found[0], fate: found[1].fate };
  }

  /** @param {number} tab */
  #allow(tab) {
    const second = Math.floor(this.#now() / 1000);
    const rate = this.#rates.get(tab);
    if (rate?.second === second) return ++rate.count <= MOST_A_SECOND;
    this.#rates.set(tab, { second, count: 1 });
    return true;
  }
}

/**
 * @param {string | undefined} document
 * @param {number} tab
 * @returns {string} who asked: the document, or its tab where the browser names none
 */
function askerOf(document, tab) {
  return document ?? `tab ${tab}`;
}

/** @param {string} url */
function withoutFragment(url) {
  return url.replace(/#.*$/, "");
}
