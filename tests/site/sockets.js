/** Open connections: takes every WebSocket, records what is said on it, and answers nothing. */

import { WebSocketServer } from "ws";

/** @typedef {import("./record.js").Record} Record */

/**
 * Lets a server take WebSockets.
 *
 * @param {import("node:http").Server} server
 * @param {Record} record
 * @returns {() => void} ends every connection
 */
export function takeSockets(server, record) {
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket, request) => {
    const host = (request.headers.host ?? "").toLowerCase();
    // Asked for as Buffers, which is what `ws` gives unless told otherwise.
    socket.on("message", (data, binary) => record.say({ host, binary, data: /** @type {Buffer} */ (data) }));
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}
