// The wasm's interface as the extension uses it, written by hand so that the type check needs no build.
// `Finding` and what it consists of are serialised by crates/core; their fields are documented there.

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

/** A part of a request, as much of it as is known at one time. */
export interface RequestPart {
  url?: string;
  headers?: [name: string, value: string][];
  body?: Content;
  /** Why some or all of the body is not in `body`. */
  unread?: Reason[];
  /** Messages sent over the connection that the request opened. */
  messages?: Uint8Array[];
}

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
  /** Left out where that cannot be known. */
  acted?: Act;
  /** The browser, where it is left out. */
  witness?: Witness;
}

/** Hits and skips of one part, without values; plain and small. */
export type Look = { readonly [key: string]: unknown };

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
  chain: string[];
  digest: string | null;
  places: Place[];
  confidence: Confidence;
  bits: number;
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

export interface Identifier {
  id: string;
  kind: Kind;
  /** Safe to show: `j•••@example.com`. */
  masked: string;
  person?: string;
}

/** The identifiers' numbers in their ids, list by list. */
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

export interface Inspector {
  look(part: RequestPart): Look | undefined;
  weigh(context: RequestContext, looks: Look[]): Verdict;
  identifiers(): Identifier[];
  warnings(): Problem[];
  /** Knows these trackers beside its own, in the place of any given before; they may be shared and freed. */
  useTrackers(trackers: Trackers): void;
  /** Knows no trackers but its own any more. */
  forgetTrackers(): void;
  free(): void;
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

/** Trackers of lists of one's own. */
export interface Trackers {
  /** How many rules there are, exceptions among them, each once. */
  readonly rules: number;
  /** Reads a list, or a piece of one that ends with a whole line. */
  add(list: string): Counted;
  /** The rules in pieces, for `restore` of the same version. */
  kept(): string[];
  free(): void;
}

export type Format = "html" | "text" | "json" | "ndjson" | "csv";

export interface Summary {
  requests: number;
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

/** What background/wasm.js makes of the module that wasm-bindgen generates. */
export interface Wasm {
  /** Before anything else. */
  load(): Promise<void>;
  /** Throws `{code: "bad_profile", message, problems: Problem[]}`. */
  Inspector: new (profile: ProfileSource, numbers?: Numbers) => Inspector;
  /** Throws `{code: "bad_profile"}` where it is none. */
  checkProfile(profile: ProfileSource): Check;
  /** `restore` takes up what was kept, of about so many rules; throws `{code: "no_room"}`. */
  Trackers: { new (): Trackers; restore(pieces: string[], rules: number): Trackers };
  report(format: Format, findings: Finding[], summary: Summary): string;
  /** Of the organisation of this name; nothing where it is unknown. */
  reach(entity: string): Reach;
  /** The registrable domain of a host, or the host itself where there is none. */
  site(host: string): string;
}
