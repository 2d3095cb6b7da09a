/** Why something could not be sealed or opened: the passphrase is wanted first; another key, or changed since. */
export class VaultError extends Error {
  /** @param {"locked" | "unreadable"} code */
  constructor(code) {
    super(code === "locked" ? "the vault is locked" : "this cannot be opened");
    this.name = "VaultError";
    this.code = code;
  }
}
