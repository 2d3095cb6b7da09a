// Vaults over storage in memory.

import { Vault } from "../../extension/background/vault/vault.js";
import { Memory } from "./memory.js";

export const VALUE = { emails: ["jane.doe@example.com"], note: "Ünïcode ✓" };
export const FIRST = "correct horse battery";
export const SECOND = "staple of another sort";

/** A worker's start. @param {Memory} memory @param {number} [rounds] few: the tests wait for each */
export async function wake(memory, rounds = 2) {
  memory.writesLeft = Infinity;
  const vault = new Vault({ ...memory, rounds });
  await vault.start();
  return vault;
}

/** @param {Memory} memory @param {string | null} passphrase */
export async function filled(memory, passphrase) {
  const vault = await wake(memory);
  const sealed = await vault.seal(VALUE);
  if (passphrase !== null) await vault.setPassphrase(passphrase);
  return { vault, sealed };
}
