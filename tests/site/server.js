/**
 * The reproduction's one server: answers http and https on random loopback ports for every host, and records every request.
 * Browsers reach it because the harness maps all hosts to it; no request leaves the machine.
 */

import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { setTimeout as pause } from "node:timers/promises";
import { generate } from "selfsigned";
import { answer } from "./hosts.js";
import { Accounts } from "./post/accounts.js";
import { Record, header } from "./record.js";
import { takeSockets } from "./sockets.js";

/** @typedef {import("./record.js").Recorded} Recorded */
/** @typedef {import("./reply.js").Reply} Reply */

/**
 * @typedef {object} Site
 * @property {number} httpPort
 * @property {number} httpsPort
 * @property {Record} record
 * @property {() => Promise<void>} stop
 */

/** @typedef {(recorded: Recorded) => Promise<Reply>} Answering */

/**
 * @param {{ answering?: Answering, modern?: boolean, wait?: number }} [how] `answering`: who answers, where it is not the
 *   reproduction; `modern`: speaks HTTP/2 as well, over which alone Chromium sends streams; `wait`: milliseconds before
 *   each answer, as if it came from far away
 * @returns {Promise<Site>}
 */
export async function startSite({ answering = reproduction(), modern = false, wait = 0 } = {}) {
  const record = new Record();
  const { private: key, cert } = await generate([{ name: "commonName", value: "harbourpost.example" }], { keySize: 2048 });

  /** @param {"http" | "https"} scheme @returns {http.RequestListener} */
  const listener = (scheme) => async (message, response) => {
    try {
      const recorded = await record.take(message, scheme);
      if (wait > 0) await pause(wait);
      send(response, recorded, await answering(recorded));
    } catch (error) {
      // A browser that gives up in the middle of an upload is no fault of the site's; anything else must be seen.
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ECONNRESET") console.error(error);
      response.destroy();
    }
  };

  // Node's answers for HTTP/2 are made to be used as those for HTTP/1.
  const secure = modern ? http2.createSecureServer({ key, cert, allowHTTP1: true }, /** @type {any} */ (listener("https"))) : https.createServer({ key, cert }, listener("https"));
  const servers = [http.createServer(listener("http")), /** @type {https.Server} */ (secure)];
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  for (const server of servers) server.on("connection", (socket) => sockets.add(socket.on("close", () => sockets.delete(socket))));
  const hangUp = servers.map((server) => takeSockets(server, record));
  const [httpPort = 0, httpsPort = 0] = await Promise.all(servers.map(listen));
  return {
    httpPort,
    httpsPort,
    record,
    stop: async () => {
      for (const end of hangUp) end();
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    },
  };
}

/** The reproduction's hosts, with accounts that nobody has yet. @returns {Answering} */
function reproduction() {
  const accounts = new Accounts();
  return (recorded) => answer(recorded, accounts);
}

/** @param {http.Server} server @returns {Promise<number>} */
function listen(server) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}

/**
 * @param {http.ServerResponse} response
 * @param {Recorded} recorded
 * @param {Reply} reply
 */
function send(response, recorded, reply) {
  response.writeHead(reply.status ?? 200, { "cache-control": "no-store", ...sharing(recorded), ...reply.headers });
  response.end(reply.body);
}

/**
 * The headers with which trackers let every page talk to them.
 *
 * @param {Recorded} recorded
 * @returns {{ [name: string]: string }}
 */
function sharing(recorded) {
  const origin = header(recorded, "origin");
  if (!origin) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE, OPTIONS",
    "access-control-allow-headers": header(recorded, "access-control-request-headers") ?? "content-type",
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const site = await startSite();
  console.log(`http on port ${site.httpPort}, https on port ${site.httpsPort}`);
}
