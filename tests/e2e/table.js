/**
 * Who got which detail, how often, and in which carrier and digest: one shape for what the server recorded, for the extension's
 * ledger and for the command line's findings, so that they can be held against each other.
 */

import { sightings } from "./reader.js";

/** @typedef {{ requests: number, places: string[] }} Cell - places are `carrier digest`, `body sha256` or `url_query -` */
/** @typedef {{ [host: string]: { [identifier: string]: Cell } }} Table */

/** The post office itself: what it is told by its own customers is no leak. */
const OWN = "harbourpost.example";

/** @param {string} host */
const own = (host) => host === OWN || host.endsWith(`.${OWN}`);

/** @param {{ carrier: string, digest: string | null }} place */
const written = ({ carrier, digest }) => `${carrier} ${digest ?? "-"}`;

/**
 * @param {{ host: string, identifier: string, requests: number, places: { carrier: string, digest: string | null }[] }[]} rows
 * @returns {Table}
 */
function table(rows) {
  /** @type {{ [host: string]: { [identifier: string]: { requests: number, places: Set<string> } } }} */
  const cells = {};
  for (const { host, identifier, requests, places } of rows) {
    const cell = ((cells[host] ??= {})[identifier] ??= { requests: 0, places: new Set() });
    cell.requests += requests;
    for (const place of places) cell.places.add(written(place));
  }
  /** @type {Table} */
  const plain = {};
  for (const [host, identifiers] of Object.entries(cells)) {
    const row = (plain[host] = /** @type {Table[string]} */ ({}));
    for (const [identifier, { requests, places }] of Object.entries(identifiers)) row[identifier] = { requests, places: [...places].sort() };
  }
  return plain;
}

/**
 * What third parties received, by the bytes that the server recorded.
 *
 * @param {import("../site/record.js").Recorded[]} recorded
 * @param {import("./visitor.js").Visitor} visitor
 */
export function tableOfRecord(recorded, visitor) {
  return table(
    recorded.flatMap((request) => {
      const { hostname: host } = new URL(request.url);
      if (own(host)) return [];
      const seen = sightings(request, visitor);
      const identifiers = [...new Set(seen.map(({ identifier }) => identifier))];
      return identifiers.map((identifier) => ({ host, identifier, requests: 1, places: seen.filter((place) => place.identifier === identifier) }));
    }),
  );
}

/**
 * What the extension holds to have been sent.
 *
 * @param {import("./extension.js").Entry[]} entries
 */
export function tableOfLedger(entries) {
  const sent = entries.filter(({ counts }) => counts.sent > 0);
  return table(
    sent.map(({ finding: { recipient, identifier, places }, counts }) => ({
      host: recipient.host,
      identifier: identifier.id,
      requests: counts.sent,
      places,
    })),
  );
}

/**
 * What the command line found.
 *
 * @param {import("./extension.js").Finding[]} findings
 */
export function tableOfFindings(findings) {
  return table(findings.map(({ recipient, identifier, places }) => ({ host: recipient.host, identifier: identifier.id, requests: 1, places })));
}
