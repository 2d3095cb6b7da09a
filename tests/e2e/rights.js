/** What is done with the rights of Firefox itself, where pages and extensions have none. */

/**
 * @template Result
 * @param {any} driver
 * @param {() => Promise<Result>} work with the driver; a script that it runs then has those rights
 * @returns {Promise<Result>}
 */
export async function withRights(driver, work) {
  await driver.setContext("chrome");
  try {
    return await work();
  } finally {
    await driver.setContext("content");
  }
}

/**
 * @param {any} driver
 * @param {string} code that calls its last argument when it is done
 * @param {...(string | number)} values its arguments
 * @returns {Promise<unknown>} what it is called with
 */
export function inFirefox(driver, code, ...values) {
  return withRights(driver, () => driver.executeAsyncScript(code, ...values));
}
