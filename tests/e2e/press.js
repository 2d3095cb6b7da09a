/** A click as a person makes it: what is to be clicked is brought into sight first, clear of anything that sticks to an edge. */

import { error } from "selenium-webdriver";
import { eventually } from "./eventually.js";

/**
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {import("selenium-webdriver").By} target
 */
export async function press(driver, target) {
  const failed = await eventually(async () => {
    const element = await driver.findElement(target);
    await driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
    try {
      await element.click();
      return null;
    } catch (problem) {
      // A page that is still being laid out moves under the hand; the click was not made. Any other failure is one.
      if (problem instanceof error.ElementClickInterceptedError) throw problem;
      return problem;
    }
  });
  if (failed) throw failed;
}
