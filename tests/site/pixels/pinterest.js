/** Sends what Pinterest's tag is known to send at a page's load: JSON in parameters, the page's URL in `ad.loc`. Our own code. */
(() => {
  Object.assign(window, {
    /** @param {"start"} _verb @param {string} tag */
    pintrk(_verb, tag) {
      const page = JSON.stringify({ loc: location.href, ref: document.referrer, if: false, sh: screen.height, sw: screen.width, mh: "8821a9da", is_eu: false });
      const time = String(Date.now());
      new Image().src = `https://ct.pinterest.com/user/?${new URLSearchParams({ tid: tag, cb: time, dep: "2,PAGE_LOAD" })}`;
      new Image().src = `https://ct.pinterest.com/v3/?${new URLSearchParams({ tid: tag, event: "pagevisit", ed: "{}", ad: page, cb: time })}`;
    },
  });
})();
