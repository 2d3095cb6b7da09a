// Decisions over traces recorded in real browsers, with the worker alive and with its death at every step.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { newDecision } from "../../extension/background/decision.js";
import { tabView } from "../../extension/background/view.js";
import { loadTrace, replay, traceNames } from "./replay.js";

beforeEach(() => Object.assign(globalThis, { chrome: { i18n: { getMessage: () => "off" } } }));
afterEach(() => Reflect.deleteProperty(globalThis, "chrome"));

/** Every recipient in the traces; their pages are those of site.test. */
const RECIPIENTS = ["tracker.test", "second.test", "late.test", "other.test", "blocked.test"];
const about = { site: "site.test", private: false, time: 1 };
const pause = newDecision({ ...about, kind: "pause" });
const mutes = RECIPIENTS.map((recipient) => newDecision({ ...about, kind: "mute", recipient }));

/** Of every tab, and of one that is not known: what belongs to no page is told everywhere. @param {import("../../extension/background/state.js").State} state */
const views = (state) => Object.keys(state.tabs).filter((id) => Number(id) >= 0).concat("99").map((id) => tabView(state, Number(id), true));

for (const deaths of [false, true]) {
  const how = deaths ? "with the worker's death at every step" : "with the worker alive";

  test(`a paused site leaves no finding, ${how}`, () => {
    for (const name of traceNames()) {
      const entries = views(replay(loadTrace(name), { deaths, decisions: [pause] })).flatMap(({ page, previous, elsewhere }) =>
        [page, ...previous, elsewhere].flatMap((one) => one.entries),
      );
      assert.deepEqual(entries.map(({ finding }) => finding.recipient.host), [], name);
    }
  });

  test(`muted recipients are kept and count nowhere, ${how}`, () => {
    let kept = 0;
    for (const name of traceNames()) {
      for (const { badge, page, previous, elsewhere } of views(replay(loadTrace(name), { deaths, decisions: mutes }))) {
        assert.equal(badge.text, "", name);
        for (const entry of [page, ...previous, elsewhere].flatMap((one) => one.entries)) {
          assert.equal(entry.group, "quiet", name);
          kept += 1;
        }
      }
    }
    assert.ok(kept > 20, `${kept}`);
  });

  test(`what the browser blocked is shown as blocked, ${how}`, () => {
    for (const name of ["chromium-blocked", "firefox-blocked"]) {
      const [view] = views(replay(loadTrace(name), { deaths }));
      assert.deepEqual(view?.page.entries.map(({ group, outcome }) => [group, outcome]), [["blocked", "blocked"]], name);
      assert.equal(view?.badge.text, "");
    }
  });
}
