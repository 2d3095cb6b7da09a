// The background: wiring only. Listeners stand before anything else is awaited, since a browser that wakes the
// worker for an event hands it only to listeners that were there at the first turn.

import { aliasResolver, headersWanted, listenToRequests, stayAwake } from "../shared/browser.js";
import { newAddressBook } from "./addresses.js";
import { newArchive } from "./archive.js";
import { Aliases } from "./aliases.js";
import { newBadges } from "./badge.js";
import { Diary } from "./diary/diary.js";
import { Store } from "./diary/store.js";
import { newHold } from "./hold.js";
import { newLedger } from "./ledger.js";
import { answer } from "./messages.js";
import { newNotices } from "./notices.js";
import { newProfileStore } from "./profile.js";
import { newQueue } from "./queue.js";
import { newRenewal } from "./renewal.js";
import { newRules } from "./rules.js";
import { Scribe } from "./scribe.js";
import { newShelf } from "./shelf.js";
import { ImportedTrackers } from "./trackers.js";
import { newDeviceKeys } from "./vault/keys.js";
import { Vault } from "./vault/vault.js";
import { TypedWords } from "./typed.js";
import { wasm } from "./wasm.js";
import { Watch } from "./watch.js";
import { welcome } from "./welcome.js";

const queue = newQueue();
const vault = new Vault({ local: chrome.storage.local, session: chrome.storage.session, keys: newDeviceKeys() });
const profiles = newProfileStore(chrome.storage.local, vault);
const archive = newArchive(chrome.storage.local, vault, (error) => watch.fail("decisions", error));
const ledger = newLedger(chrome.storage.session, (error) => watch.fail("ledger", error));
const diary = new Diary({ store: new Store(indexedDB), seal: vault, area: chrome.storage.local, now: Date.now });
const scribe = new Scribe({
  diary,
  saved: () => ledger.saved(),
  opened: () => vault.opened(),
  dispatch: (event) => watch.dispatch(event),
  fail: (error) => watch.fail("diary", error),
});
const watch = new Watch({
  wasm,
  vault,
  profiles,
  archive,
  ledger,
  scribe,
  badges: newBadges((error) => watch.fail("badge", error)),
  rules: newRules(chrome.declarativeNetRequest, (entity) => wasm.reach(entity), (error) => watch.fail("rules", error)),
  addresses: newAddressBook(),
  aliases: new Aliases(aliasResolver()),
  imported: new ImportedTrackers(wasm, newShelf()),
  typed: new TypedWords(wasm, chrome.storage.session),
  notices: newNotices((event) => watch.dispatch(event), (error) => watch.fail("notices", error)),
  now: Date.now,
});

const renew = newRenewal({ vault, stores: [profiles, archive, diary], fail: (error) => watch.fail("renewal", error) });

/** @type {(value?: unknown) => void} */
let open = () => {};
const ready = new Promise((resolve) => (open = resolve));
// What it reads first is on its way while the listeners are set.
const started = watch.start(() => {
  const refused = queue.open(watch.handle);
  if (refused > 0) watch.dispatch({ type: "overflowed", count: refused });
  open();
}).then(() => void renew());

/** Every store of its own adds what deletes it. @type {(() => Promise<void>)[]} */
const erasers = [profiles.erase, archive.erase, () => scribe.wipe(), () => watch.imported.discardAll()];

const { webRequest, webNavigation, tabs, permissions } = chrome;
// No types are named: each browser throws at a name that only the other one knows.
const everything = { urls: ["<all_urls>"] };

/**
 * @param {string} name
 * @returns {(...args: any[]) => any} any: the types would let a listener that may not block return that it does
 */
const take = (name) => (...args) => queue.take(name, args);

const look = take("webRequest.onBeforeRequest");
const held = newHold({ ready, state: () => watch.state, clock: () => performance.now() });
const hold = { asked: held(look), headed: held(take("webRequest.onBeforeSendHeaders")) };
const listen = () => (watch.holding = listenToRequests(everything, look, hold));

const heldFromStart = listen();
stayAwake(() => watch.holding && !heldFromStart);
webRequest.onSendHeaders.addListener(
  take("webRequest.onSendHeaders"),
  everything,
  /** @type {any} */ (headersWanted()),
);
webRequest.onHeadersReceived.addListener(take("webRequest.onHeadersReceived"), everything);
webRequest.onCompleted.addListener(take("webRequest.onCompleted"), everything);
webRequest.onErrorOccurred.addListener(take("webRequest.onErrorOccurred"), everything);

webNavigation.onBeforeNavigate.addListener(take("webNavigation.onBeforeNavigate"));
webNavigation.onCommitted.addListener(take("webNavigation.onCommitted"));
webNavigation.onHistoryStateUpdated.addListener(take("webNavigation.onHistoryStateUpdated"));
webNavigation.onReferenceFragmentUpdated.addListener(take("webNavigation.onReferenceFragmentUpdated"));

tabs.onCreated.addListener(take("tabs.onCreated"));
tabs.onUpdated.addListener(take("tabs.onUpdated"));
tabs.onRemoved.addListener(take("tabs.onRemoved"));
tabs.onReplaced?.addListener(take("tabs.onReplaced"));

// Only there while it is permitted.
chrome.notifications?.onClicked.addListener(take("notifications.onClicked"));

permissions.onAdded.addListener(take("permissions.onAdded"));
permissions.onRemoved.addListener(take("permissions.onRemoved"));
permissions.onAdded.addListener(listen);
permissions.onRemoved.addListener(listen);

chrome.runtime.onInstalled.addListener((installed) => {
  welcome(installed, profiles).catch((error) => watch.fail("welcome", error));
});

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (sender.id !== chrome.runtime.id) return false;
  if (!sender.url?.startsWith(chrome.runtime.getURL(""))) {
    // A script of this extension in a page tells what the page sent. It may ask nothing, and gets no answer.
    queue.take("runtime.told", [message, sender]);
    return false;
  }
  started.then(() => answer(message, { watch, wasm, vault, profiles, renew, listen, diary, scribe, erasers })).then(respond);
  return true;
});
