// The vault, with the worker dead after every write: nothing is lost, and nothing is left lying about.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Death, Memory } from "./memory.js";
import { FIRST, SECOND, VALUE, filled, wake } from "./vaults.js";

/** @typedef {import("../../extension/background/vault/vault.js").Vault} Vault */

/** @type {[string, string | null, (vault: Vault) => Promise<unknown>, (string | null)[]][]} what may be asked for afterwards */
const CHANGES = [
  ["setting a passphrase", null, (vault) => vault.setPassphrase(FIRST), [null, FIRST]],
  ["changing the passphrase", FIRST, (vault) => vault.setPassphrase(SECOND), [FIRST, SECOND]],
  ["removing the passphrase", FIRST, (vault) => vault.removePassphrase(), [FIRST, null]],
  ["unlocking", FIRST, (vault) => vault.unlock(FIRST), [FIRST]],
  ["locking", FIRST, (vault) => vault.lock(), [FIRST]],
];

for (const [name, before, change, after] of CHANGES) {
  for (const restarted of [false, true]) {
    test(`a worker that dies while ${name}${restarted ? ", with the browser," : ""} loses nothing`, async () => {
      let deaths = 0;
      for (let writes = 0; ; writes += 1) {
        const memory = new Memory();
        const { vault, sealed } = await filled(memory, before);
        memory.writesLeft = writes;
        const ended = await change(vault).then(() => "done", (error) => error);
        if (restarted) memory.restart();
        const woken = await wake(memory);
        if (woken.locked) {
          const tried = [];
          for (const passphrase of after) if (passphrase !== null) tried.push(await woken.unlock(passphrase));
          assert.ok(tried.includes(true), `${writes} writes: ${tried}`);
        } else {
          assert.ok(!restarted || after.includes(null), `${writes} writes: open after a restart`);
        }
        assert.deepEqual(await woken.open(sealed), VALUE, `${writes} writes`);
        // What guards now is the only guard there is.
        assert.equal(memory.deviceKey === undefined, woken.guarded, `${writes} writes`);
        if (!woken.guarded) assert.equal(memory.inSession.size, 0, `${writes} writes`);
        if (ended === "done") break;
        assert.ok(ended instanceof Death, String(ended));
        deaths += 1;
      }
      assert.ok(deaths > 0);
    });
  }
}

test("a worker that dies while something is first sealed, or all erased, leaves a vault that works", async () => {
  for (const act of [(/** @type {Vault} */ vault) => vault.seal(VALUE), (/** @type {Vault} */ vault) => vault.erase()]) {
    for (let writes = 0; writes < 5; writes += 1) {
      const memory = new Memory();
      const vault = await wake(memory);
      memory.writesLeft = writes;
      await act(vault).catch(() => {});
      const woken = await wake(memory);
      assert.equal(await woken.open(await woken.seal("new")), "new");
    }
  }
});
