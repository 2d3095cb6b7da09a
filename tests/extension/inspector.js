// Stands in for the wasm's Inspector where its verdict is not what is tested: finds one email address, as it is.

/** @typedef {import("../../types/leaklight.js").Inspector} Inspector */
/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */

export const EMAIL = "jane.doe@example.com";

/** Takes every line of a list for a rule; one that says `trap` is its end. */
class StandInTrackers {
  /** @type {string[]} */
  pieces = [];

  /** @param {string[]} pieces */
  static restore(pieces) {
    if (pieces.some((piece) => piece.includes("trap"))) throw new WebAssembly.RuntimeError("unreachable");
    if (pieces.some((piece) => piece.includes("huge"))) throw Object.assign(new Error("no room"), { code: "no_room" });
    return Object.assign(new StandInTrackers(), { pieces });
  }

  get rules() {
    return this.pieces.join("").split("\n").filter((line) => line !== "").length;
  }

  /** @param {string} list */
  add(list) {
    this.pieces.push(list);
    return { rules: list.split("\n").length - 1, exceptions: 0, cosmetic: 0, patterns: 0, options: 0, unreadable: 0 };
  }

  kept() {
    return this.pieces;
  }

  free() {
    this.pieces = [];
  }
}

/** @type {import("../../types/leaklight.js").Wasm} */
export const standIn = {
  load: async () => undefined,
  checkProfile({ emails = [] }) {
    const problems = emails.flatMap((email, index) =>
      email.includes("@") ? [] : [{ path: `emails[${index}]`, code: "not_an_email", message: "no @ in it" }],
    );
    return { problems, warnings: [], samples: [] };
  },
  Inspector: /** @type {any} */ (class {
    #emails;
    freed = false;
    /** @type {import("../../types/leaklight.js").Trackers | undefined} */
    trackers;

    /** @param {ProfileSource} source */
    constructor(source) {
      this.#emails = source.emails ?? [];
      const { problems } = standIn.checkProfile(source);
      if (problems.length > 0) throw Object.assign(new Error("bad profile"), { code: "bad_profile", problems });
    }

    /** @type {Inspector["look"]} */
    look({ url, headers = [], body, unread = [] }) {
      const texts = [
        ["url_query", null, decodeURIComponent(url ?? "")],
        ...headers.map(([name, value]) => ["header", name, value]),
        ...(body && "bytes" in body ? [["body", null, new TextDecoder().decode(body.bytes)]] : []),
        ...(body && "form" in body ? body.form.map(([name, value]) => ["body", name, String(value)]) : []),
      ];
      const hits = texts.flatMap(([carrier, name, text]) =>
        this.#emails.some((email) => text?.includes(email)) ? [{ carrier, name }] : [],
      );
      // Good enough where the bytes themselves are not what is tested.
      const bytes = texts.reduce((sum, [, name, text]) => sum + (name ?? "").length + (text ?? "").length, 0);
      const look = { hits, skips: unread.map((reason) => ({ carrier: "body", reason })) };
      return hits.length + unread.length > 0 ? { look, bytes } : { bytes };
    }

    /** @type {Inspector["weigh"]} */
    weigh(context, looks) {
      const host = new URL(context.url).hostname;
      const party = context.page === undefined ? "unknown" : new URL(context.page).hostname === host ? "first" : "third";
      const recipient = /** @type {any} */ ({
        host,
        domain: host,
        entity: null,
        product: null,
        account: null,
        category: null,
        role: null,
        party,
        disguise: context.cname === undefined ? null : "cname",
        cname: context.cname ?? null,
        tracker: false,
      });
      const hits = looks.flatMap((look) => /** @type {any[]} */ (look.hits));
      const places = hits.map(({ carrier, name }) => ({ carrier, name, chain: [], digest: null, parts: [] }));
      const finding = {
        page: context.page ?? null,
        method: context.method,
        url: `https://${host}/`,
        time: context.time ?? null,
        resource: context.resource ?? null,
        outcome: null,
        initiator: [],
        recipient,
        expected: false,
        purpose: /** @type {const} */ ("none"),
        identifier: { id: "email-1", kind: /** @type {const} */ ("email") },
        parts: [],
        carrier: hits[0]?.carrier,
        name: hits[0]?.name,
        meaning: null,
        words: [],
        chain: [],
        digest: null,
        places,
        confidence: /** @type {const} */ ("certain"),
        bits: 60,
        context: [],
      };
      return { recipient, findings: hits.length > 0 ? [finding] : [], skips: looks.flatMap((look) => /** @type {any[]} */ (look.skips)) };
    }

    identifiers() {
      return this.#emails.map((_, index) => ({ id: `email-${index + 1}`, kind: /** @type {const} */ ("email"), masked: "j•••@example.com" }));
    }

    warnings() {
      return [];
    }

    /** @type {Inspector["useTrackers"]} */
    useTrackers(trackers) {
      this.trackers = trackers;
    }

    forgetTrackers() {
      this.trackers = undefined;
    }

    free() {
      this.freed = true;
    }
  }),
  Trackers: StandInTrackers,
  report: (format, findings) => `${format}: ${findings.length}`,
  reach: () => ({ trackers: [], own: [] }),
  site: (host) => host.split(".").slice(-2).join("."),
};
