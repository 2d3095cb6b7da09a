/** What a customer does at the post office: goes to pages, types, clicks. */

import { By, until } from "selenium-webdriver";
import { press } from "./press.js";

/** @typedef {import("./browser.js").Browser} Browser */
/** @typedef {import("./visitor.js").Visitor} Visitor */

export const POST = "https://www.harbourpost.example";

/** How long a page may take on a busy machine, in milliseconds. */
const PATIENCE = 20_000;

export class Customer {
  /**
   * @param {Browser} browser
   * @param {Visitor} visitor
   */
  constructor(browser, visitor) {
    this.driver = browser.driver;
    this.visitor = visitor;
  }

  /** Opens a new tab and stays in it. */
  async newTab() {
    await this.driver.switchTo().newWindow("tab");
  }

  /** @param {string} path - of the post office, or a whole URL */
  async visit(path) {
    await this.driver.get(new URL(path, POST).href);
  }

  /** @param {string} name @param {string} text */
  async type(name, text) {
    const field = await this.driver.findElement(By.css(`main [name="${name}"]`));
    await field.clear();
    await field.sendKeys(text);
  }

  /** @param {string} selector */
  async click(selector) {
    await press(this.driver, By.css(selector));
  }

  /** Fills in the checkout, without sending it. */
  async fillCheckout() {
    const { visitor } = this;
    await this.visit("/store");
    const typed = {
      given_name: visitor.given,
      family_name: visitor.family,
      email: visitor.email,
      phone: visitor.phone,
      street: visitor.street,
      unit: visitor.unit,
      city: visitor.city,
      region: visitor.region,
      postal_code: visitor.postalCode,
      card_number: visitor.card,
      card_expiry: "09/29",
      card_code: "281",
      password: visitor.password,
    };
    for (const [name, text] of Object.entries(typed)) await this.type(name, text);
  }

  /** Buys something; ends on the receipt. */
  async order() {
    await this.fillCheckout();
    await this.click("#pay");
    await this.driver.wait(until.elementLocated(By.id("deliver-to")), PATIENCE);
  }

  /** Signs in; ends on the mail preview. Needs an order before, which opens the account. */
  async signIn() {
    await this.visit("/login");
    await this.type("email", this.visitor.email);
    await this.type("password", this.visitor.password);
    await this.click("#sign-in");
    await this.driver.wait(until.elementLocated(By.id("piece-1")), PATIENCE);
  }

  /** Looks a parcel up from the front page; ends on the tracking page. */
  async track() {
    await this.visit("/");
    await this.type("parcel", this.visitor.parcel);
    await this.click(".track button");
    await this.driver.wait(until.elementLocated(By.id("parcel")), PATIENCE);
  }
}
