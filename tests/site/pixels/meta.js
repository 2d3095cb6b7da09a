/**
 * Sends what the Meta Pixel is known to send: page views and clicks with the page's URL, the clicked text and the SHA-256 of what the
 * site hands over (`ud`) or of what stands in the page's forms (`udff`). Our own code.
 */
(() => {
  const ENDPOINT = "https://www.facebook.com/tr/";
  /** Above this length the fields travel as a form in the body. */
  const LONGEST_URL = 2048;
  /** Which of a form's fields are scraped, by name. */
  const SCRAPED = { email: "em", phone: "ph", given_name: "fn", family_name: "ln", city: "ct", region: "st", postal_code: "zp" };

  const loaded = Date.now();
  const browser = `fb.1.${loaded}.${Math.floor(Math.random() * 1e18)}`;
  let events = 0;
  let account = "";
  /** @type {Promise<Record<string, string>>} */
  let given = Promise.resolve({});
  /** Digests of the forms' fields, made while the person types: at the click there is no time left. @type {Record<string, string>} */
  const scraped = {};

  /** @param {string} text */
  async function sha256(text) {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** @param {string} key @param {string} value */
  function normal(key, value) {
    const text = value.trim().toLowerCase();
    if (key === "ph") return text.replace(/\D/g, "").replace(/^0+/, "");
    if (key === "fn" || key === "ln") return text.replace(/[\s\p{P}]/gu, "");
    if (key === "ct" || key === "st") return text.replace(/[^\p{L}\p{N}]/gu, "");
    return key === "zp" ? text.split("-")[0] : text;
  }

  /** @param {Record<string, string>} user */
  async function hashed(user) {
    /** @type {Record<string, string>} */
    const digests = {};
    for (const [key, value] of Object.entries(user)) digests[key] = await sha256(normal(key, value) ?? "");
    return digests;
  }

  /** @param {string} event @param {Record<string, string>} custom @param {Record<string, string>} user */
  function send(event, custom, user) {
    const fields = new URLSearchParams({ id: account, ev: event, dl: location.href, rl: document.referrer, if: "false", ts: String(Date.now()) });
    for (const [key, value] of Object.entries(custom)) fields.append(`cd[${key}]`, value);
    fields.append("sw", String(screen.width));
    fields.append("sh", String(screen.height));
    for (const [key, value] of Object.entries(user)) fields.append(`ud[${key}]`, value);
    for (const [key, value] of Object.entries(scraped)) fields.append(`udff[${key}]`, value);
    for (const [key, value] of Object.entries({ v: "2.9.199", r: "stable", ec: events++, o: 12318, fbp: browser, it: loaded, coo: false })) {
      fields.append(key, String(value));
    }
    const url = `${ENDPOINT}?${fields}&rqm=GET`;
    if (url.length <= LONGEST_URL) {
      new Image().src = url;
      return;
    }
    const form = new FormData();
    for (const [key, value] of fields) form.append(key, value);
    form.append("rqm", "SB");
    navigator.sendBeacon(ENDPOINT, form);
  }

  document.addEventListener("change", async ({ target }) => {
    const field = /** @type {HTMLInputElement} */ (target);
    const key = SCRAPED[/** @type {keyof typeof SCRAPED} */ (field.name)];
    if (key && field.value) scraped[key] = await sha256(normal(key, field.value) ?? "");
  });

  /** @type {Record<string, string>} */
  let known = {};
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button || !account) return;
    const features = {
      classList: button.className,
      destination: location.href,
      id: button.id,
      imageUrl: "",
      innerText: button.innerText,
      numChildButtons: 0,
      tag: "button",
      type: button.type,
      name: button.name,
      value: button.value,
    };
    const fields = Array.from(button.form?.querySelectorAll("input") ?? [], ({ id, name, type, placeholder }) => ({ id, name, tag: "input", placeholder, inputType: type }));
    send("SubscribedButtonClick", {
      buttonFeatures: JSON.stringify(features),
      buttonText: button.innerText,
      formFeatures: JSON.stringify(fields),
      pageFeatures: JSON.stringify({ title: document.title }),
    }, known);
  }, true);

  Object.assign(window, {
    /** @param {string} verb @param {string} subject @param {Record<string, string> | null} [user] */
    async fbq(verb, subject, user) {
      if (verb === "init") {
        account = subject;
        given = hashed(user ?? {});
      } else {
        known = await given;
        send(subject, {}, known);
      }
    },
  });
})();
