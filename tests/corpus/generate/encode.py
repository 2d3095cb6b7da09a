"""Encoders, each of which leaves a note of what it did for the comment above the case."""

import base64
import gzip as gzip_module
import hashlib
import json as json_module
import urllib.parse
import zlib as zlib_module

_notes = []


def notes():
    """What was encoded since the last call."""
    taken = list(dict.fromkeys(_notes))
    _notes.clear()
    return taken


def note(text):
    """A line of the comment above the next case."""
    _notes.append(text)


def _shown(text):
    shown = json_module.dumps(text, ensure_ascii=False)
    return shown if len(shown) <= 90 else f"{shown[:86]}…\""


def raw_digest(algorithm, text):
    """The digest's bytes."""
    return hashlib.new(algorithm, text.encode()).digest()


def digest(algorithm, text):
    """The digest in hexadecimal."""
    made = raw_digest(algorithm, text).hex()
    note(f"{made[:12]}…: {algorithm} of {_shown(text)}")
    return made


def sha256(text):
    """SHA-256 in hexadecimal."""
    return digest("sha256", text)


def digest_base64(algorithm, text, url=False, padding=True):
    """The digest's bytes in base64."""
    encode = base64.urlsafe_b64encode if url else base64.b64encode
    made = encode(raw_digest(algorithm, text)).decode()
    made = made if padding else made.rstrip("=")
    note(f"{made[:12]}…: {algorithm} of {_shown(text)}, base64")
    return made


def google(text):
    """SHA-256 as Google's tags write it: 43 characters of base64url."""
    return digest_base64("sha256", text, url=True, padding=False)


def octets(text):
    """Bytes of text; bytes as they are."""
    return text.encode() if isinstance(text, str) else text


def base64_text(data, url=False, padding=True):
    """Base64 of text or bytes."""
    if isinstance(data, str):
        note(f"base64 of {_shown(data)}")
    encode = base64.urlsafe_b64encode if url else base64.b64encode
    made = encode(octets(data)).decode()
    return made if padding else made.rstrip("=")


def gzip(data):
    """Gzip without a time."""
    if isinstance(data, str):
        note(f"gzip of {_shown(data)}")
    return gzip_module.compress(octets(data), 9, mtime=0)


def zlib(data):
    """Zlib, RFC 1950."""
    if isinstance(data, str):
        note(f"zlib of {_shown(data)}")
    return zlib_module.compress(octets(data), 9)


def hexadecimal(data):
    """Two digits a byte."""
    if isinstance(data, str):
        note(f"hexadecimal of {_shown(data)}")
    return octets(data).hex()


def percent(data, times=1):
    """Percent encoding of all but unreserved characters."""
    for _ in range(times):
        data = urllib.parse.quote(data, safe="")
    return data



def fields(pairs):
    """A query string of pairs."""
    return "&".join(f"{percent(name)}={percent(text)}" for name, text in pairs)


def json(what):
    """Compact JSON, as JSON.stringify writes it."""
    return json_module.dumps(what, ensure_ascii=False, separators=(",", ":"))


def json_latin_1(data):
    """Bytes as a JSON string of one character a byte."""
    return json_module.dumps(data.decode("latin-1"))


def entities(text):
    """Every character as a decimal HTML entity."""
    return "".join(f"&#{ord(character)};" for character in text)


def backslash_u(text):
    """Every character as a JSON escape."""
    return "".join(f"\\u{ord(character):04x}" for character in text)
