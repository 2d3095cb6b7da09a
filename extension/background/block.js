// What is blocked, as rules for the browser's declarativeNetRequest. Pure.
//
// The browser keeps dynamic rules on the disk as they are, and session rules in memory. So whatever names a site that
// the person visits is a session rule, made anew from the sealed decisions at each start; rules that name recipients
// only are dynamic, and hold from the browser's first request on.

/** @typedef {import("../../types/leaklight.js").Reach} Reach */
/** @typedef {import("./decision.js").Decision} Decision */
/** @typedef {import("./decision.js").Target} Target */
/** @typedef {chrome.declarativeNetRequest.Rule} Rule */
/** @typedef {chrome.declarativeNetRequest.RuleCondition} Condition */

/** @typedef {{ dynamic: Rule[], session: Rule[] }} Rules */

/** A page itself is never blocked: only what other pages ask for. */
const NEVER = /** @type {Condition["excludedResourceTypes"]} */ (["main_frame"]);

/** What the browsers take for a domain; an address such as `[::1]` is none. */
const DOMAIN = /^[\w.-]+$/;

/**
 * @param {Decision[]} decisions
 * @param {(entity: string) => Reach} reach
 * @param {number[]} privateTabs tabs in private windows
 * @returns {Rules}
 */
export function rulesOf(decisions, reach, privateTabs) {
  /** @type {Condition[]} */
  const dynamic = [];
  /** @type {Condition[]} */
  const session = [];
  for (const decision of decisions) {
    if (decision.kind !== "block" || decision.recipient === null) continue;
    if (decision.private && privateTabs.length === 0) continue;
    const where = scopeOf(decision, privateTabs);
    const kept = decision.site === null && !decision.private ? dynamic : session;
    kept.push(...elsewhere(decision.targets, reach(decision.recipient)).map((condition) => ({ ...condition, ...where })));
    session.push(...disguised(decision.targets).map((condition) => ({ ...condition, ...where })));
  }
  return { dynamic: dynamic.map(numbered), session: session.map(numbered) };
}

/**
 * @param {Decision} decision
 * @param {number[]} privateTabs
 * @returns {Condition}
 */
function scopeOf({ site, private: isPrivate }, privateTabs) {
  return {
    excludedResourceTypes: NEVER,
    ...(site !== null && { initiatorDomains: [site] }),
    ...(isPrivate && { tabIds: privateTabs }),
  };
}

/**
 * Somebody else's hosts: whole domains where they track, and where they do much else the caught paths alone.
 *
 * @param {Target[]} targets
 * @param {Reach} reach
 * @returns {Condition[]}
 */
function elsewhere(targets, { trackers, own }) {
  const open = targets.filter(({ disguised }) => !disguised);
  const all = [...new Set([...trackers, ...open.filter(({ known }) => !known).map(({ domain }) => domain)])];
  const domains = all.filter((domain) => DOMAIN.test(domain));
  const addresses = all.filter((domain) => !DOMAIN.test(domain)).map((address) => `://${address}^`);
  const paths = open.filter(({ host, known }) => known && !domains.some((domain) => host === domain || host.endsWith(`.${domain}`)));
  // Pages of the recipient's own may ask it for whatever they want.
  const foreign = /** @type {Condition} */ ({ domainType: "thirdParty", ...(own.length > 0 && { excludedInitiatorDomains: own }) });
  return [
    ...(domains.length > 0 ? [{ requestDomains: domains, ...foreign }] : []),
    ...[...addresses, ...filtersOf(paths)].map((urlFilter) => ({ urlFilter, ...foreign })),
  ];
}

/**
 * Under the site's own name only the path is somebody else's.
 *
 * @param {Target[]} targets
 * @returns {Condition[]}
 */
function disguised(targets) {
  return filtersOf(targets.filter((target) => target.disguised)).map((urlFilter) => ({ urlFilter }));
}

/**
 * A path as a beginning, up to a border: `/tr` is `/tr/` and `/tr?id=1`, and not `/track`.
 *
 * @param {Target[]} targets
 * @returns {string[]}
 */
function filtersOf(targets) {
  const filters = targets.map(({ host, path }) => (path === "/" ? `||${host}/^` : `||${host}${path.replace(/\/$/, "")}^`));
  return [...new Set(filters)];
}

/**
 * @param {Condition} condition
 * @param {number} index
 * @returns {Rule}
 */
function numbered(condition, index) {
  return { id: index + 1, priority: 1, action: /** @type {Rule["action"]} */ ({ type: "block" }), condition };
}
