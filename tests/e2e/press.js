/** A click as a person makes it: what is to be clicked is brought into sight first, clear of anything that sticks to an edge. */

/**
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {import("selenium-webdriver").By} target
 */
export async function press(driver, target) {
  const element = await driver.findElement(target);
  await driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
  await element.click();
}
