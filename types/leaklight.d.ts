// The wasm's interface as the extension uses it, written by hand so that the type check needs no build.

import type {
  Check,
  Counted,
  Format,
  Identifier,
  Look,
  Looked,
  Numbers,
  Problem,
  ProfileSource,
  Reach,
  Repeated,
  RequestContext,
  RequestPart,
  Summary,
  Verdict,
} from "./crossing.js";

export * from "./crossing.js";

export interface Inspector {
  look(part: RequestPart): Looked;
  weigh(context: RequestContext, looks: Look[]): Verdict;
  identifiers(): Identifier[];
  warnings(): Problem[];
  /** Knows these trackers beside its own, in the place of any given before; they may be shared and freed. */
  useTrackers(trackers: Trackers): void;
  /** Knows no trackers but its own any more. */
  forgetTrackers(): void;
  free(): void;
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

/** What background/wasm.js makes of the module that wasm-bindgen generates. */
export interface Wasm {
  /** Before anything else. */
  load(): Promise<void>;
  /** Throws a `ProfileError`. */
  Inspector: new (profile: ProfileSource, numbers?: Numbers) => Inspector;
  /** Throws `{code: "bad_profile"}` where it is none. */
  checkProfile(profile: ProfileSource): Check;
  /** `restore` takes up what was kept, of about so many rules; throws `{code: "no_room"}`. */
  Trackers: { new (): Trackers; restore(pieces: string[], rules: number): Trackers };
  report(format: Format, findings: Repeated[], summary: Summary): string;
  /** Of the organisation of this name; nothing where it is unknown. */
  reach(entity: string): Reach;
  /** The registrable domain of a host, or the host itself where there is none. */
  site(host: string): string;
}
