//! The TypeScript of what crosses to JavaScript.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export type Kind = "name" | "email" | "phone" | "address" | "card" | "birth_date" | "national_id" | "other";
export type Carrier = "url_host" | "url_userinfo" | "url_path" | "url_query" | "header" | "cookie" | "body" | "message";
export type Confidence = "possible" | "likely" | "certain";
export type Outcome = "sent" | "blocked" | "failed" | "cached";
export type Reason = "body_not_captured" | "body_unreadable" | "body_mangled" | "body_truncated" | "file_not_read"
  | "headers_stripped" | "too_large" | "depth_limit" | "view_limit" | "work_limit";

/** A profile as it is saved; the same keys as profile.toml. */
export interface ProfileSource {
  country?: string;
  emails?: string[];
  phones?: string[];
  birth_dates?: string[];
  national_ids?: string[];
  names?: { person?: string; given?: string; middle?: string; family?: string }[];
  addresses?: { person?: string; street?: string; unit?: string; city?: string; region?: string; postal_code?: string; country?: string }[];
  cards?: { person?: string; number?: string; first6?: string; last4?: string }[];
  others?: { person?: string; label?: string; value: string }[];
}
/** Something in a profile that is refused, or weak; path as in `emails[0]`. */
export interface ProfileProblem { path: string; code: string; message: string }
/** The identifiers' numbers in their ids, list by list; all of a list's, or none. */
export type Numbers = { [list: string]: number[] };
/** What is wrong with a profile, what is weak, and samples of how its values will be looked for, by their paths. */
export interface Check { problems: ProfileProblem[]; warnings: ProfileProblem[]; samples: { path: string; texts: string[] }[] }
/** What the constructor of Inspector throws. */
export interface ProfileError extends Error { code: "bad_profile"; problems: ProfileProblem[] }
/** A saved detail as it may be shown to its owner. */
export interface Identifier { id: string; kind: Kind; person?: string; masked: string }

/** As much of a request as is known at one time. */
export interface RequestPart {
  url?: string;
  headers?: [string, string][];
  body?: { bytes: Uint8Array } | { form: [string, string | Uint8Array][] };
  /** Why some or all of the body is not in `body`. */
  unread?: Reason[];
  /** Messages sent over the connection that the request opened. */
  messages?: Uint8Array[];
  /** The host that the URL's host is an alias of, as DNS tells it. */
  cname?: string;
}
/** What surrounds a request. */
export interface RequestContext {
  url: string;
  method: string;
  page?: string;
  frame?: string;
  resource?: string;
  /** RFC 3339. */
  time?: string;
  outcome?: Outcome;
  initiator?: string[];
  /** The host that the URL's host is an alias of, as DNS tells it. */
  cname?: string;
  /** What the person did at the recipient's; left out where that cannot be known. */
  acted?: Act;
  /** The browser, where it is left out. */
  witness?: Witness;
}
/** Who says that something was sent; a page could make it up. */
export type Witness = "browser" | "page";
/** Typed into its frame or form; went to it; neither. */
export type Act = "typed" | "visited" | "nothing";
/** What a look remembers: no values; may be kept as JSON. */
export interface Look {
  seen: { hits: unknown[]; skips: Skip[]; words: number; values: number; work: number };
  context: Surrounding[];
  parts: string[];
  account: string | null;
  event: string | null;
}
/** What a parameter tells beside a person's details. */
export type ContextKind = "page" | "referrer" | "title" | "content" | "screen" | "browser" | "device" | "language" | "time_zone"
  | "location" | "advertising_id" | "cookie_id";
/** What went along with a finding: which parameters told it, never their values. */
export interface Surrounding { kind: ContextKind; names: string[] }
/** Why a finding is expected (`handed_over`, `probably_handed_over`), or is not. */
export type Purpose = "none" | "handed_over" | "probably_handed_over" | "not_needed" | "not_its_field" | "not_asked";
export interface Skip { carrier: Carrier; reason: Reason }

export interface Recipient {
  host: string;
  domain: string;
  entity: string | null;
  product: string | null;
  account: string | null;
  /** What happened, in the request's own word: `PageView`. */
  event: string | null;
  /** The request in words: `Meta Pixel 1234567890: SubscribedButtonClick on /checkout`. */
  action: string | null;
  category: string | null;
  role: string | null;
  party: "first" | "third" | "unknown";
  disguise: "cname" | "proxy" | null;
  /** The host that it is an alias of, where that is somebody else's. */
  cname: string | null;
  tracker: boolean;
}
export interface Place { carrier: Carrier; name: string | null; chain: string[]; digest: string | null; parts: string[] }
export interface Finding {
  page: string | null;
  method: string;
  url: string;
  time: string | null;
  resource: string | null;
  outcome: Outcome | null;
  initiator: string[];
  recipient: Recipient;
  expected: boolean;
  purpose: Purpose;
  identifier: { id: string; kind: Kind };
  parts: string[];
  carrier: Carrier;
  name: string | null;
  /** What the name says: `email, collected automatically from a form, SHA-256`. */
  meaning: string | null;
  chain: string[];
  digest: string | null;
  places: Place[];
  /** What else the request told; shown as context. */
  context: Surrounding[];
  confidence: Confidence;
  bits: number;
  /** The browser, where it is left out. */
  witness?: Witness;
}
/** What became of the lines of an imported list of trackers. */
export interface Counted { rules: number; exceptions: number; cosmetic: number; patterns: number; options: number; unreadable: number }
export interface Verdict { recipient: Recipient; findings: Finding[]; skips: Skip[] }

/** Domains of an organisation, each for itself and everything below: where it tracks, and all that its owner has. */
export interface Reach { trackers: string[]; own: string[] }

export type ReportFormat = "html" | "text" | "json" | "ndjson" | "csv";
/** What a report says of the requests that it was made from; bytes of URLs, headers and bodies, 0 where they were not counted. */
export interface ReportSummary { requests: number; bytes: number; skips: { reason: Reason; count: number }[] }
"#;

#[wasm_bindgen]
extern "C" {
    /// A profile as JavaScript has it.
    #[wasm_bindgen(typescript_type = "ProfileSource")]
    pub type JsProfile;
    /// The numbers of its identifiers.
    #[wasm_bindgen(typescript_type = "Numbers")]
    pub type JsNumbers;
    /// What its owner is told of it.
    #[wasm_bindgen(typescript_type = "Check")]
    pub type JsCheck;
    /// As much of a request as is known.
    #[wasm_bindgen(typescript_type = "RequestPart")]
    pub type JsPart;
    /// What surrounds a request.
    #[wasm_bindgen(typescript_type = "RequestContext")]
    pub type JsContext;
    /// A look, or none.
    #[wasm_bindgen(typescript_type = "Look | undefined")]
    pub type JsLook;
    /// Several looks.
    #[wasm_bindgen(typescript_type = "Look[]")]
    pub type JsLooks;
    /// What became of a list's lines.
    #[wasm_bindgen(typescript_type = "Counted")]
    pub type JsCounted;
    /// Pieces of text.
    #[wasm_bindgen(typescript_type = "string[]")]
    pub type JsPieces;
    /// A verdict.
    #[wasm_bindgen(typescript_type = "Verdict")]
    pub type JsVerdict;
    /// Identifiers.
    #[wasm_bindgen(typescript_type = "Identifier[]")]
    pub type JsIdentifiers;
    /// Problems of a profile.
    #[wasm_bindgen(typescript_type = "ProfileProblem[]")]
    pub type JsProblems;
    /// Domains of an organisation.
    #[wasm_bindgen(typescript_type = "Reach")]
    pub type JsReach;
    /// A report's format.
    #[wasm_bindgen(typescript_type = "ReportFormat")]
    pub type JsFormat;
    /// Findings.
    #[wasm_bindgen(typescript_type = "Finding[]")]
    pub type JsFindings;
    /// A report's summary.
    #[wasm_bindgen(typescript_type = "ReportSummary")]
    pub type JsSummary;
}
