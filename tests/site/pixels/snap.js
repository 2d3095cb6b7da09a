/**
 * Sends what the Snap Pixel is known to send: JSON as text/plain with the page's URL, SHA-256 of email and phone (with `FFF` before the
 * digest of what the pixel holds to be invalid), street and city in clear, and the text of clicked buttons. Our own code.
 */
(() => {
  const ENDPOINT = "https://tr.snapchat.com";
  const session = crypto.randomUUID();
  let account = "";
  /** @type {Promise<Record<string, string>>} */
  let user = Promise.resolve({});

  /** @param {string} text */
  async function sha256(text) {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** @param {string} value @param {boolean} valid */
  const digest = async (value, valid) => (valid ? "" : "FFF") + (await sha256(value));

  /** @param {Record<string, string>} given */
  async function read(given) {
    /** @type {Record<string, string>} */
    const fields = {};
    for (const [key, value] of Object.entries(given)) {
      if (key === "user_email") {
        const email = value.trim().toLowerCase();
        fields.u_hem = await digest(email, /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/.test(email));
        if (email.includes("@")) fields.u_hed = await sha256(email.split("@")[1] ?? "");
      } else if (key === "user_phone_number") {
        const digits = value.replace(/\D/g, "").replace(/^00/, "");
        // Whoever writes separators without a country code is taken to be wrong.
        fields.u_hpn = await digest(digits, value.trim().startsWith("+"));
      } else {
        fields[key] = value;
      }
    }
    return fields;
  }

  /** @param {object[]} events */
  async function send(events) {
    const context = { lc: session, r: crypto.randomUUID(), sh: screen.height, sw: screen.width, url: location.href, rf: document.referrer, v: "3.44.6-2504241707", ts: Date.now() };
    await fetch(`${ENDPOINT}/p`, {
      method: "POST",
      body: JSON.stringify({ ctx: context, req: events, u_scsid: session }),
      headers: { "Content-Type": "text/plain;charset=UTF-8" },
      mode: "no-cors",
      credentials: "include",
      keepalive: true,
    });
  }

  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (button && account) send([{ md: { pid: account, btx: button.innerText }, del: 0 }]);
  }, true);

  Object.assign(window, {
    /** @param {string} verb @param {string} subject @param {Record<string, string>} [given] */
    async snaptr(verb, subject, given) {
      if (verb === "init") {
        account = subject;
        user = read(given ?? {});
        new Image().src = `${ENDPOINT}/cm/i?${new URLSearchParams({ pid: account, u_scsid: session })}`;
      } else {
        send([{ t: { pid: account, ev: subject, ...(await user), u_scsid: session }, del: 195 }]);
      }
    },
  });
})();
