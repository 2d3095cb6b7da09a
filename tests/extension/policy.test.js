// The sources keep to what the content security policy allows, so that it may be as tight as it is: no script or style
// in markup, nothing made of text at run time, nothing from elsewhere.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const TOP = new URL("../../extension/", import.meta.url);
const files = readdirSync(TOP, { recursive: true, encoding: "utf8" }).filter((file) => !file.startsWith("pkg"));

/** @param {RegExp} kind @returns {[file: string, text: string][]} */
function sources(kind) {
  const found = files.filter((file) => kind.test(file));
  assert.ok(found.length > 2);
  return found.map((file) => [file, readFileSync(new URL(file, TOP), "utf8")]);
}

/** Code without what is only said about it. @param {string} text */
const withoutComments = (text) => text.replace(/\/\*[^]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");

test("pages hold no script, style or handler of their own", () => {
  for (const [file, text] of sources(/\.html$/)) {
    assert.doesNotMatch(text, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:/i, file);
  }
});

test("pages name files of the package only", () => {
  for (const [file, text] of sources(/\.html$/)) {
    for (const [, address] of text.matchAll(/\s(?:src|href)="([^"]*)"/g)) assert.match(address ?? "", /^(\.\.\/|[\w-]+\.)[\w./-]*$/, file);
  }
});

test("style sheets fetch nothing", () => {
  for (const [file, text] of sources(/\.css$/)) assert.doesNotMatch(text, /@import|url\(/, file);
});

test("no code is made of text, no markup is made of text, and nothing is asked of the network", () => {
  const forbidden =
    /\beval\(|\bnew Function\b|innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|\bfetch\(|new (XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)|\bsendBeacon\(|importScripts|\bimport\((?!["'`]\.)/;
  for (const [file, text] of sources(/\.js$/)) assert.doesNotMatch(withoutComments(text), forbidden, file);
});
