// The countries, by the names that the browser knows them by in the person's language.

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Regions in CLDR that are no countries: unions, the unknown one, and those made up for tests. */
const NONE = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"]);

/**
 * @param {string} language
 * @returns {[code: string, name: string][]} in the order of the language
 */
export function countries(language) {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const named = codes.flatMap((code) => {
    // A code that is out of use is canonicalised to the one that took its place.
    if (NONE.has(code) || new Intl.Locale(`und-${code}`).region !== code) return [];
    const name = names.of(code);
    return name === undefined ? [] : [/** @type {[string, string]} */ ([code, name])];
  });
  return named.sort(([, one], [, other]) => one.localeCompare(other, language));
}
