// Everything that people read comes from _locales.

/**
 * @param {string} key
 * @param {...string} substitutions for `$1`, `$2`, …
 * @returns {string} the key itself where there is no such text, so that a gap shows
 */
export function say(key, ...substitutions) {
  return chrome.i18n.getMessage(key, substitutions) || key;
}

/**
 * @param {string} words of the crates' tables: `SHA-256`
 * @returns {string} what they are called in a text's key: `sha_256`
 */
export function keyPart(words) {
  return words.toLowerCase().replaceAll(/\W+/g, "_");
}

/** @type {string | undefined} */
let locale;
/** @type {Intl.PluralRules | undefined} */
let plurals;

/**
 * Numbers, days and lists are written in the language of the texts around them: as the browser writes it where it is that
 * of the browser, too. Neither changes while a browser runs, and asking for its language takes longer than a verdict.
 *
 * @returns {string} a language tag
 */
export function textLocale() {
  if (locale === undefined) {
    const [texts, browser] = [say("language"), chrome.i18n.getUILanguage()];
    locale = browser.split("-")[0] === texts ? browser : texts;
  }
  return locale;
}

/**
 * A text about a number of things: `$1` is the number.
 *
 * @param {string} key without the plural's category, `_one`, `_other`, …
 * @param {number} count
 * @param {...string} substitutions for `$2`, …
 * @returns {string}
 */
export function sayCount(key, count, ...substitutions) {
  const language = textLocale();
  plurals ??= new Intl.PluralRules(language);
  const category = plurals.select(count);
  const number = count.toLocaleString(language);
  return chrome.i18n.getMessage(`${key}_${category}`, [number, ...substitutions]) || say(`${key}_other`, number, ...substitutions);
}

/**
 * A time of day, as people near here write it.
 *
 * @param {number} time milliseconds since the epoch
 * @returns {string}
 */
export function sayTime(time) {
  return new Date(time).toLocaleTimeString(textLocale(), { hour: "numeric", minute: "2-digit" });
}

/**
 * A day, as people near here write it.
 *
 * @param {string} day `2026-11-22`
 * @param {Intl.DateTimeFormatOptions} [how]
 * @returns {string}
 */
export function sayDay(day, how = { day: "numeric", month: "short", year: "numeric" }) {
  // At noon it is the same day wherever the clocks are changed.
  return new Date(`${day}T12:00`).toLocaleDateString(textLocale(), how);
}

/** Fills in the texts that a page's elements name: `data-text`. */
export function fillTexts() {
  document.documentElement.lang = textLocale();
  document.documentElement.dir = say("@@bidi_dir");
  for (const one of document.querySelectorAll("[data-text]")) one.textContent = say(one.getAttribute("data-text") ?? "");
}
