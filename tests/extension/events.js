// Ledger events with as little in them as a test needs.

/** @typedef {import("../../extension/background/state.js").LedgerEvent} LedgerEvent */
/** @typedef {import("../../extension/shared/browser.js").Sighting} Sighting */
/** @typedef {import("../../types/leaklight.js").Finding} Finding */
/** @typedef {import("../../types/leaklight.js").Reason} Reason */

/**
 * @param {{ [key: string]: any }} [different]
 * @returns {Finding}
 */
export function finding({ recipient = {}, ...different } = {}) {
  return {
    page: null,
    method: "GET",
    url: "https://tracker.test/",
    time: null,
    resource: null,
    outcome: null,
    initiator: [],
    recipient: {
      host: "tracker.test",
      domain: "tracker.test",
      entity: null,
      product: null,
      account: null,
      event: null,
      action: null,
      category: null,
      role: null,
      party: "third",
      disguise: null,
      tracker: false,
      ...recipient,
    },
    expected: false,
    purpose: "none",
    identifier: { id: "email-1", kind: "email" },
    parts: [],
    carrier: "url_query",
    name: "em",
    meaning: null,
    words: [],
    chain: [],
    digest: null,
    places: [{ carrier: "url_query", name: "em", chain: [], digest: different.digest ?? null, parts: [] }],
    confidence: "certain",
    bits: 60,
    context: [],
    ...different,
  };
}

/**
 * @param {Partial<Sighting>} [different]
 * @returns {Sighting}
 */
export function sighting(different = {}) {
  return {
    requestId: "1",
    tab: 1,
    document: "A",
    parent: null,
    top: true,
    navigation: false,
    active: true,
    origin: "https://site.test",
    private: false,
    time: 2000,
    ...different,
  };
}

/**
 * @param {Partial<Sighting>} request
 * @param {Finding[]} [findings]
 * @param {Reason[]} [unread]
 * @returns {LedgerEvent}
 */
export function attempted(request, findings = [], unread = []) {
  return { type: "attempted", hasBody: false, socket: null, ...inspected(request, findings, unread) };
}

/**
 * @param {Partial<Sighting>} request
 * @param {Finding[]} [findings]
 * @param {Reason[]} [unread]
 * @returns {LedgerEvent}
 */
export function sent(request, findings = [], unread = []) {
  return { type: "sent", ...inspected(request, findings, unread) };
}

/**
 * @param {Partial<Sighting>} request
 * @param {Finding[]} [findings]
 * @returns {LedgerEvent}
 */
export function headed(request, findings = []) {
  return { type: "headed", ...inspected(request, findings, []) };
}

/**
 * @param {string} document
 * @param {{ [key: string]: any }} [different]
 * @returns {LedgerEvent}
 */
export function committed(document, different = {}) {
  return { type: "committed", tab: 1, document, origin: "https://site.test", time: 1000, prepared: false, ...different };
}

/**
 * @param {Partial<Sighting>} request
 * @param {Finding[]} findings
 * @param {Reason[]} unread
 */
function inspected(request, findings, unread) {
  const skips = unread.map((reason) => ({ carrier: /** @type {const} */ ("body"), reason }));
  const verdict = { recipient: finding().recipient, findings, skips };
  return { request: sighting(request), verdict, looks: [], bytes: 0, masked: { "email-1": "j•••@example.com" } };
}
