/** Who answers for which host. */

import { lab } from "./lab/answer.js";
import { post } from "./post/routes.js";
import { vendor } from "./vendors.js";
import { missing } from "./reply.js";

/** @typedef {import("./reply.js").Reply} Reply */
/** @typedef {import("./record.js").Recorded} Recorded */

/** The post office's own host. */
export const POST_HOST = "www.harbourpost.example";

/**
 * @param {Recorded} recorded
 * @param {import("./post/accounts.js").Accounts} accounts
 * @returns {Promise<Reply>}
 */
export async function answer(recorded, accounts) {
  const url = new URL(recorded.url);
  if (url.hostname === POST_HOST) return post(recorded, url, accounts);
  return (await lab(recorded, url)) ?? (await vendor(recorded, url)) ?? missing();
}
