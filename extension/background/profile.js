// The saved profile: on this machine only, in storage.local, under a version.

/** @typedef {import("../../types/leaklight.js").ProfileSource} ProfileSource */

/** Where it is kept. */
const KEY = "profile";
/** Of the shape below; a later one migrates what it finds. */
const VERSION = 1;

/**
 * What of chrome.storage.local is used.
 *
 * @typedef {object} Area
 * @property {(key: string) => Promise<{ [key: string]: unknown }>} get
 * @property {(items: { [key: string]: unknown }) => Promise<void>} set
 * @property {(key: string) => Promise<void>} remove
 */

/**
 * @param {Area} area
 * @returns {Promise<ProfileSource | null>} null where none is saved
 * @throws where it was saved by a later version
 */
export async function loadProfile(area) {
  const saved = /** @type {{ version: number, source: ProfileSource } | undefined} */ ((await area.get(KEY))[KEY]);
  if (!saved) return null;
  if (saved.version !== VERSION) throw new Error("profile of another version");
  return saved.source;
}

/**
 * @param {Area} area
 * @param {ProfileSource} source
 */
export async function saveProfile(area, source) {
  await area.set({ [KEY]: { version: VERSION, source } });
}

/** @param {Area} area */
export async function deleteProfile(area) {
  await area.remove(KEY);
}

/**
 * Leaves of a card what may be kept: its first six and last four digits.
 *
 * @param {ProfileSource} source
 * @returns {{ source: ProfileSource, reduced: string[] }} `reduced`: paths of the cards that were shortened
 */
export function reduceCards(source) {
  /** @type {string[]} */
  const reduced = [];
  const cards = source.cards?.map((card, index) => {
    const digits = card.number?.replace(/[\s-]/g, "");
    // Whatever is no card number stays for the profile's own check to refuse, and is then not stored either.
    if (digits === undefined || !/^\d{12,19}$/.test(digits)) return card;
    const { number: _, ...rest } = card;
    reduced.push(`cards[${index}]`);
    return { ...rest, first6: digits.slice(0, 6), last4: digits.slice(-4) };
  });
  return { source: cards ? { ...source, cards } : source, reduced };
}
