"""Decodings and framings beyond percent, base64, hexadecimal, gzip and zlib: one case or two of each, and who is born when."""

import base64
import codecs
import quopri
import struct
import zlib

from cases import Cases, hit
from encode import base64_text, json, note, percent
from people import EMAIL
from vendors import JSON

COLLECT = "https://collect.example.net/c"
DOCUMENT = json({"event": "identify", "email": EMAIL, "page": "https://shop.example/account", "session": "5f1c9a2e7b"})

# DOCUMENT as npm's lz-string 1.5.0, node 20's brotli at quality 5 and zstd 1.5.4 at level 3 write it: no standard library has them.
LZ_BASE64 = "N4IgpgbmB2AuIC4QEsAmNbIGYE8QBpwBbAQ2QBtEQArUgJ3IHsB3MAOgHYAmAATAA8SRAA7l2AY0ZECIYSQDmYKgAtYsYQGcEAem0bljYWwFDRYbSXGSArnBkawGjckbQqAViwBGcQE4SXGAcAEYgAL5AA=="
LZ_URI = LZ_BASE64.rstrip("=")
LZ_UTF16 = base64.b64decode("4a+h4KGJ5IO85oKWxpHDmOKBheSBhuGruca44KiCwonmgKvjgLDmsqDhraTigKXjlYDhj5nIjM+Z5ICu5IGbRiLjgKDnorLhgKDnnY7mgLjmo6jkgqjjgrLEhuOBtE3jhoPQpuOhgN+G5qO85aO44rag5YOx44O64pem4pCl46eh5KO2x4PjpYPjkYrDjOKwoeC0gsWY4pOY5oC8Q+CgoOGfqCAg")
BROTLI = base64.b64decode("G3IAAAQCvEZ+vPU3PWkHpVMO2IujPMtu34Hk4Dh8vhGlM/mFDhkPZNPeCHJaGeNSnIOFqtjl6XPscBHsRdf0HYWCD1KUtMgfwdVc17CtZIStrdLCNXHJDw==")
ZSTD = base64.b64decode("KLUv/QRYLQMAwgYXG3BLdXAi/YSxwlKkRY52+v/8DHJDwvW+9H8NAQ8TkiMpSAAlYHRTtfu18WsJTSnRcbosQrjuvcXoG9LZmGk6X44l4wMkOV/oQiQ7GL1Ustu4oajXXlBGv3bF7QgBAEvJVBScWkNg")
# EMAIL in Bitcoin's alphabet.
BASE58 = "3CVhP7uEiKPCdnGBtngsoH3etBfhuRMe"


def cases():
    written = Cases(url=COLLECT)
    for section in (compressions, spellings, escapes, framings, persons):
        section(written)
    return written


def found(name, chain, carrier="body", identifier="email-1", **more):
    return [hit(identifier, carrier, name, chain, **more)]


def deflate(text):
    """RFC 1951, without any header."""
    note("raw deflate of the JSON of steps.py")
    made = zlib.compressobj(9, zlib.DEFLATED, -15)
    return made.compress(text.encode()) + made.flush()


def compressions(case):
    case.section("Compressors that nothing announces.")
    email = "$.email"
    case.add("deflate_without_header_as_a_body", "RFC 1951", found(email, ["deflate"]), body=deflate(DOCUMENT))
    case.add("base64_of_deflate_without_header", "RFC 1951: pako.deflateRaw and btoa", found(f"d › {email}", ["base64", "deflate"], "url_query"),
             url=f"{COLLECT}?d={percent(base64_text(deflate(DOCUMENT)))}")
    note("brotli of the JSON of steps.py")
    case.add("brotli_as_a_body", "RFC 7932", found(email, ["brotli"]), headers=[["Content-Encoding", "br"]], body=BROTLI)
    note("base64 of brotli of the JSON of steps.py")
    case.add("base64_of_brotli", "RFC 7932", found(f"d › {email}", ["base64", "brotli"], "url_query"),
             url=f"{COLLECT}?d={percent(base64_text(BROTLI))}")
    note("zstd of the JSON of steps.py")
    case.add("zstd_as_a_body", "RFC 8878", found(email, ["zstd"]), body=ZSTD)
    note("base64 of zstd of the JSON of steps.py, in JSON")
    case.add("base64_of_zstd_in_json", "RFC 8878", found(f"$.payload › {email}", ["base64", "zstd"]), headers=JSON,
             body=json({"payload": base64_text(ZSTD)}))
    lz = "lz-string 1.5.0, run"
    note("lz-string's compressToBase64 of the JSON of steps.py")
    case.add("lz_string_base64_in_a_parameter", lz, found(f"d › {email}", ["lz_string"], "url_query"), url=f"{COLLECT}?d={percent(LZ_BASE64)}")
    note("lz-string's compressToEncodedURIComponent of the JSON of steps.py")
    case.add("lz_string_uri_in_a_parameter", lz, found(f"d › {email}", ["lz_string"], "url_query"), url=f"{COLLECT}?d={LZ_URI}")
    note("lz-string's compressToUTF16 of the JSON of steps.py, in JSON")
    case.add("lz_string_utf16_in_json", lz, found(f"$.state › {email}", ["lz_string"]), headers=JSON, body=json({"state": LZ_UTF16.decode()}))


def spellings(case):
    case.section("Bytes as letters.")
    note(f"base32 of {EMAIL}")
    base32 = base64.b32encode(EMAIL.encode()).decode()
    case.add("base32_in_a_parameter", "RFC 4648 6", found("m", ["base32"], "url_query"), url=f"{COLLECT}?m={percent(base32)}")
    case.add("base32_without_padding", "RFC 4648 3.2", found("m", ["base32"], "url_query"), url=f"{COLLECT}?m={base32.rstrip('=')}")
    note(f"base58 of {EMAIL}")
    case.add("base58_in_a_parameter", "Bitcoin's alphabet", found("m", ["base58"], "url_query"), url=f"{COLLECT}?m={BASE58}")
    note(f"UTF-16 of {EMAIL}")
    case.add("base64_of_utf_16_le", "RFC 2781", found("$.m", ["base64", "utf16"]), headers=JSON, body=json({"m": base64_text(EMAIL.encode("utf-16-le"))}))
    case.add("utf_16_be_as_a_body", "RFC 2781", found(None, ["utf16"]), body=EMAIL.encode("utf-16-be"))
    case.add("rot13", "Usenet", found("m", ["rot13"], "url_query"), url=f"{COLLECT}?m={percent(codecs.encode(EMAIL, 'rot13'))}")
    case.add("reversed", "observed in older trackers", found("m", ["reversed"], "url_query"), url=f"{COLLECT}?m={percent(EMAIL[::-1])}")
    case.add("reversed_address_of_somebody_else", "near miss", [], url=f"{COLLECT}?m={percent('nora@example.com'[::-1])}")


def escapes(case):
    case.section("Escapes of other languages.")
    brace = "".join(f"\\u{{{ord(letter):x}}}" for letter in EMAIL)
    case.add("ecmascript_code_points", "ECMA-262 12.9.4", found(None, ["json"]), body=f'let m="{brace}"')
    slash = "".join(f"\\x{ord(letter):02x}" for letter in EMAIL)
    case.add("ecmascript_hexadecimal_escapes", "ECMA-262 12.9.4", found(None, ["json"]), body=f'let m="{slash}"')
    old = "".join(f"%u{ord(letter):04X}" for letter in EMAIL)
    case.add("javascript_escape", "ECMA-262 B.2.1.1", found("m", ["percent"], "url_query"), url=f"{COLLECT}?m={percent(old)}")
    printable = quopri.encodestring(f"{EMAIL} wrote: café, naïve, déjà vu".encode(), quotetabs=True).decode()
    case.add("quoted_printable", "RFC 2045 6.7", found(None, ["quoted_printable"]), body=printable)


def framings(case):
    case.section("Binary framings and envelopes.")

    def field(number, data):
        return bytes([number << 3 | 2, len(data)]) + data

    note(f"protobuf: 1 an id, 2 a time, 3 a message with {EMAIL} in it")
    message = field(1, b"a81f09") + b"\x10\x96\x01" + field(3, field(1, b"email") + field(2, EMAIL.encode()))
    case.add("protobuf_as_a_body", "protobuf.dev, encoding", found(None, []), body=message)
    note(f"MessagePack: a map of event and email, {EMAIL}")
    packed = b"\x82\xa5event\xa8identify\xa5email\xb7" + EMAIL.encode()
    case.add("messagepack_as_a_body", "msgpack spec", found("$.email", []), body=packed)
    note(f"three strings behind their lengths, the second is {EMAIL}")
    prefixed = b"".join(struct.pack(">I", len(part)) + part for part in (b"identify", EMAIL.encode(), b"end"))
    case.add("length_prefixed_strings", "home-made protocols", found(None, []), body=b"\x01\x00" + prefixed)
    envelope = "\n".join([json({"sent_at": "2026-10-02T09:30:11Z"}), json({"type": "event"}), json({"user": {"email": EMAIL}})])
    case.add("envelope_of_json_lines", "Sentry's developer documentation, envelopes", found("$.user.email", []), body=envelope)
    claims = base64_text(json({"sub": "17", "email": EMAIL}), url=True, padding=False)
    token = f"{base64_text(json({'alg': 'HS256'}), url=True, padding=False)}.{claims}.c2lnbmF0dXJl"
    case.add("jwt_in_authorization", "RFC 7519", found("authorization › $.email", ["base64"], "header"), headers=[["Authorization", f"Bearer {token}"]])


def persons(case):
    case.section("Birth dates and national ids, where their field says so, and nearly.")
    ada = {"profile": "ada"}
    for name, field, text in [
        ("iso", "birthday", "1984-03-07"), ("meta", "db", "19840307"), ("american", "dob", "03/07/1984"), ("british", "date_of_birth", "07/03/1984"),
        ("german", "birthdate", "07.03.1984"), ("in_words", "birthday", "March 7, 1984"), ("day_first_in_words", "dob", "7 March 1984"),
        ("with_a_time", "birth_date", "1984-03-07T00:00:00.000Z"), ("in_milliseconds", "dob", "447465600000"), ("in_japanese", "dob", "1984年3月7日"),
    ]:
        case.add(f"birth_date_{name}", "common spellings; Meta: YYYYMMDD", found(field, [], "url_query", "birth_date-1"), url=f"{COLLECT}?{field}={percent(text)}", **ada)
    case.add("birth_date_in_three_fields", "forms", [hit("birth_date-1", "url_query")], url=f"{COLLECT}?dob_day=07&dob_month=03&dob_year=1984", **ada)
    case.add("birth_date_of_somebody_else", "near miss", [], url=f"{COLLECT}?birthday=1984-03-08", **ada)
    case.add("birth_date_in_a_list_of_dates", "near miss", [], headers=JSON, body=json({"released": [f"1984-03-{day:02}" for day in range(1, 29)]}), **ada)
    case.add("birth_date_in_an_object", "JSON of forms", [hit("birth_date-1", "body")], headers=JSON, body=json({"dateOfBirth": {"month": "03", "day": "07", "year": "1984"}}), **ada)
    case.add("national_id_masked_to_its_last_four", "truncated as on Form W-2", found("ssn", [], "url_query", "national_id-1", parts=["last4"]), url=f"{COLLECT}?ssn=XXX-XX-1120", **ada)
    for name, text in [("with_hyphens", "078-05-1120"), ("bare", "078051120"), ("with_spaces", "078 05 1120")]:
        case.add(f"national_id_{name}", "SSA POMS RM 10201.030", found("ssn", [], "url_query", "national_id-1"), url=f"{COLLECT}?ssn={percent(text)}", **ada)
    case.add("national_id_of_somebody_else", "near miss", [], url=f"{COLLECT}?ssn=078-05-1121", **ada)
