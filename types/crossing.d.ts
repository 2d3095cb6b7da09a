// What crosses between JavaScript and the wasm. The one place where it is written: crates/wasm/src/types.rs takes this
// file into the generated declarations. `Finding` and what it consists of are serialised by crates/core; their fields are
// documented there.

/** Why something could not be read: the closed list of crates/detect. */
export type Reason =
  | "body_not_captured"
  | "body_unreadable"
  | "body_mangled"
  | "body_truncated"
  | "file_not_read"
  | "headers_stripped"
  | "too_large"
  | "depth_limit"
  | "view_limit"
  | "work_limit";

export type Outcome = "sent" | "blocked" | "failed" | "cached";
export type Confidence = "possible" | "likely" | "certain";
export type Party = "first" | "third" | "unknown";
export type Kind = "name" | "email" | "phone" | "address" | "card" | "birth_date" | "national_id" | "other";
export type Carrier =
  | "url_host"
  | "url_userinfo"
  | "url_path"
  | "url_query"
  | "header"
  | "cookie"
  | "body"
  | "message";

/** One field of a form: its name and its value, bytes where it is not UTF-8. */
export type Field = [name: string, value: string | Uint8Array];

export type Content = { bytes: Uint8Array } | { form: Field[] };

/** As much of a request as is known at one time. */
export interface RequestPart {
  url?: string;
  headers?: [name: string, value: string][];
  body?: Content;
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

/** What a look remembers of a part: no values; plain and small, may be kept as JSON. */
export type Look = { readonly [key: string]: unknown };

/** What came of a look. */
export interface Looked {
  /** Missing where there is nothing to keep. */
  look?: Look;
  /** How many there were to read. */
  bytes: number;
}

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
  party: Party;
  disguise: "cname" | "proxy" | null;
  /** The host that it is an alias of, where that is known and somebody else's. */
  cname: string | null;
  tracker: boolean;
}

/** What a parameter tells beside a person's details. */
export type ContextKind =
  | "page"
  | "referrer"
  | "title"
  | "content"
  | "screen"
  | "browser"
  | "device"
  | "language"
  | "time_zone"
  | "location"
  | "advertising_id"
  | "cookie_id";

/** What went along with a finding: which parameters told it, never their values. */
export interface Surrounding {
  kind: ContextKind;
  names: string[];
}

/** Why a finding is expected (`handed_over`, `probably_handed_over`), or is not. */
export type Purpose =
  | "none"
  | "handed_over"
  | "probably_handed_over"
  | "not_needed"
  | "not_its_field"
  | "not_asked";

/** Who says that something was sent; a page could make it up. */
export type Witness = "browser" | "page";

/** What the person did at the recipient's: typed into its frame or form; went to it; neither. */
export type Act = "typed" | "visited" | "nothing";

export interface Place {
  carrier: Carrier;
  name: string | null;
  chain: string[];
  digest: string | null;
  parts: string[];
}

/** One identifier that one recipient got in one request; URLs in it are masked. */
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
  /** The same word by word, from closed lists: `email`, `collected automatically from a form`, `SHA-256`. */
  words: string[];
  chain: string[];
  digest: string | null;
  places: Place[];
  confidence: Confidence;
  bits: number;
  /** What happened, of a closed list, where `recipient.event` is null and the endpoint is for nothing else: `page visit`. */
  usual_event?: string;
  /** What else the request told; shown as context. */
  context: Surrounding[];
  /** The browser, where it is left out. */
  witness?: Witness;
}

export interface Skip {
  carrier: Carrier;
  reason: Reason;
}

export interface Verdict {
  recipient: Recipient;
  findings: Finding[];
  skips: Skip[];
}

/** What a person saved; every key may be absent. The same keys as profile.toml. */
export interface ProfileSource {
  country?: string;
  emails?: string[];
  phones?: string[];
  birth_dates?: string[];
  national_ids?: string[];
  names?: { person?: string; given?: string; middle?: string; family?: string }[];
  addresses?: {
    person?: string;
    street?: string;
    unit?: string;
    city?: string;
    region?: string;
    postal_code?: string;
    country?: string;
  }[];
  cards?: { person?: string; number?: string; first6?: string; last4?: string }[];
  others?: { person?: string; label?: string; value?: string }[];
}

/** A saved detail as it may be shown to its owner. */
export interface Identifier {
  id: string;
  kind: Kind;
  /** Safe to show: `j•••@example.com`. */
  masked: string;
  person?: string;
}

/** The identifiers' numbers in their ids, list by list; all of a list's, or none. */
export type Numbers = { [list: string]: number[] };

/** What a profile's owner is told of it while it is typed. */
export interface Check {
  problems: Problem[];
  warnings: Problem[];
  /** Other ways to write what was typed: for the owner's own screen. */
  samples: { path: string; texts: string[] }[];
}

/** Something in a profile that is refused, or weak. Repeats no value. */
export interface Problem {
  /** `emails[0]`, `addresses[1].postal_code`. */
  path: string;
  code: string;
  message: string;
}

/** What the constructor of Inspector throws. */
export interface ProfileError extends Error {
  code: "bad_profile";
  problems: Problem[];
}

/** What became of the lines of a list of trackers. */
export interface Counted {
  /** Rules and exceptions that were taken. */
  rules: number;
  exceptions: number;
  /** Left out: about how pages look; naming no host; with options that are not understood; no rules. */
  cosmetic: number;
  patterns: number;
  options: number;
  unreadable: number;
}

/** What a report is written as. */
export type Format = "html" | "text" | "json" | "ndjson" | "csv";

/** A finding, and in how many requests it was made with this outcome. */
export interface Repeated {
  finding: Finding;
  count: number;
}

/** What a report says of the requests that it was made from. */
export interface Summary {
  requests: number;
  /** Of URLs, headers and bodies; 0 where they were not counted. */
  bytes: number;
  skips: { reason: Reason; count: number }[];
}

/** Domains of an organisation, each for itself and everything below it. */
export interface Reach {
  /** Where it tracks. */
  trackers: string[];
  /** All that its owner has. */
  own: string[];
}
