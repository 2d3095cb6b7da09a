/** What the shipped wasm takes, called as the background calls it: a URL's text or a body's bytes go in, and are copied there. */

import { byTurns, mixture } from "./clock.js";
import { fnv } from "./fnv.js";

/** @typedef {import("../../../types/leaklight.js").Inspector} Inspector */
/** @typedef {import("../../../types/leaklight.js").ProfileSource} ProfileSource */
/** @typedef {import("../../../types/leaklight.js").RequestPart} RequestPart */
/** @typedef {import("./figure.js").Figure} Figure */
/** @typedef {new (profile: ProfileSource) => Inspector} NewInspector */

/**
 * @typedef {object} Inputs - what `leaklight-bench --inputs` writes
 * @property {ProfileSource} household
 * @property {ProfileSource} few - of few digests
 * @property {ProfileSource} many
 * @property {{ [name: string]: string }} urls
 * @property {{ [name: string]: number }} bodies - bytes of each
 * @property {string[]} mixture
 */

/** @typedef {Inputs & { read: (name: string) => Promise<Uint8Array> }} Source */

const MIXTURE = "url-mix";
const SET_UP = "set-up";
const FEW = "json-100k-few-digests";

/** The body that is looked at first of all where that is measured. */
export const FIRST = "json-100k";

/** Where a body is sent, as natively. */
const COLLECTOR = "https://collect.example/events";

/** The names of all cases. @param {Inputs} inputs */
export function names({ urls, bodies }) {
  return [...Object.keys(urls), MIXTURE, ...Object.keys(bodies), FEW, SET_UP];
}

/**
 * @param {string} name - of a case
 * @param {NewInspector} Inspector - of the wasm
 * @param {Source} inputs
 * @returns {Promise<Figure>}
 */
export async function measure(name, Inspector, inputs) {
  const inspector = new Inspector(inputs.household);
  const url = inputs.urls[name];
  if (name === SET_UP) {
    const text = await inputs.read("text-1m");
    const timed = byTurns(() => setUp(Inspector, inputs.household).free(), () => fnv(text));
    return { name, bytes: 0, reference: "fnv-1m", ...timed };
  }
  if (name === MIXTURE) {
    const items = inputs.mixture.map((text) => ({ part: { url: text }, bytes: bytesOf(text) }));
    const timed = mixture(items, ({ part }) => look(inspector, part), ({ bytes }) => fnv(bytes));
    const bytes = Math.floor(items.reduce((sum, item) => sum + item.bytes.length, 0) / items.length);
    return { name, bytes, reference: "fnv", ...timed };
  }
  if (name === FEW) {
    const [few, many] = [setUp(Inspector, inputs.few), setUp(Inspector, inputs.many)];
    const bytes = await inputs.read(FIRST);
    const timed = byTurns(() => look(few, partOf(bytes)), () => look(many, partOf(bytes)));
    return { name, bytes: bytes.length, reference: "many-digests", ...timed };
  }
  const bytes = url === undefined ? await inputs.read(name) : bytesOf(url);
  const part = url === undefined ? partOf(bytes) : { url };
  return { name, bytes: bytes.length, reference: "fnv", ...byTurns(() => look(inspector, part), () => fnv(bytes)) };
}

/**
 * Everything that a profile needs: its digests are made where the first of their length has room.
 *
 * @param {NewInspector} Inspector
 * @param {ProfileSource} profile
 */
export function setUp(Inspector, profile) {
  const inspector = new Inspector(profile);
  inspector.look({ url: `${COLLECTOR}?id=${"0".repeat(128)}` });
  return inspector;
}

/** Looks as the background does: what saw nothing is not weighed. @param {Inspector} inspector @param {RequestPart} part */
export function look(inspector, part) {
  const { look: found } = inspector.look(part);
  return found === undefined ? null : inspector.weigh({ url: part.url ?? "", method: "POST", page: "https://shop.example/" }, [found]);
}

/** @param {Uint8Array} bytes @returns {RequestPart} */
export const partOf = (bytes) => ({ url: COLLECTOR, body: { bytes } });

/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(text);
