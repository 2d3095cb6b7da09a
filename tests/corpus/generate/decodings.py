"""Bytes wrapped in bytes: percent, base64, hexadecimal, HTML entities, JSON escapes, gzip and zlib, and their mixtures."""

from cases import Cases, hit
from encode import (
    backslash_u, base64_text, entities, fields, gzip, hexadecimal, json, json_latin_1, note, percent, zlib,
)
from people import ADDRESS_LINE, ADDRESS_QUERY, CARD, EMAIL, PARCEL, PHONE

COLLECT = "https://collect.example.net/c"
JSON_EMAIL = json({"event": "identify", "email": EMAIL})


def cases():
    written = Cases(url=COLLECT)
    for section in (percents, base64s, hexadecimals, html_entities, json_strings, compressions, mixtures):
        section(written)
    return written


def found(name, chain, carrier="url_query", identifier="email-1", **more):
    return [hit(identifier, carrier, name, chain, **more)]


def twice(text):
    """Percent-encodes twice, and makes sure that the inner layer has something to encode."""
    assert set("+/=") & set(text), text
    return percent(text, 2)


def percents(case):
    case.section("Percent encoding. A query string's own layer is not a decoding; what lies below it is.")
    rfc = "RFC 3986 2.1"
    case.add("percent_once_more", rfc, found("m", ["percent"]), url=f"{COLLECT}?m={percent(EMAIL, 2)}")
    case.add("percent_twice_more", rfc, found("m", ["percent", "percent"]), url=f"{COLLECT}?m={percent(EMAIL, 3)}")
    case.add("percent_three_times_more", rfc, found("m", ["percent"] * 3), url=f"{COLLECT}?m={percent(EMAIL, 4)}")
    every = "".join(f"%{ord(character):02x}" for character in EMAIL)
    case.add("percent_of_every_character_in_lower_case", "RFC 3986 2.1: both hex cases mean the same",
             found("m", []), url=f"{COLLECT}?m={every}")
    case.add("percent_beside_a_malformed_one", "WHATWG URL 1.3: what is not a percent escape stays as it is",
             found("m", []), url=f"{COLLECT}?x=100%&m={percent(EMAIL)}%zz")
    case.add("percent_in_a_json_string", rfc, found("$.u", ["percent"], "body"), body=json({"u": percent(EMAIL)}))
    case.add("percent_in_a_text_body", rfc, [hit("email-1", "body", chain=["percent"], unnamed=True)],
             body=f"seen {percent(EMAIL)} again", headers=[["Content-Type", "text/plain"]])
    case.add("percent_encoded_json_in_a_parameter", "JSON in a query parameter takes the query's own layer only",
             found("d › $.email", []), url=f"{COLLECT}?d={percent(JSON_EMAIL)}")
    case.add("percent_encoded_json_once_more", rfc, found("d › $.email", ["percent"]),
             url=f"{COLLECT}?d={percent(JSON_EMAIL, 2)}")
    case.add("percent_of_a_query_in_a_parameter", "Microsoft's pid parameter holds a query string",
             found("pid › em", []), url=f"{COLLECT}?pid={percent(fields([('v', '1'), ('em', EMAIL)]))}")
    inner = f"https://shop.example.com/done?email={percent(EMAIL)}"
    case.add("percent_of_a_url_in_a_url_in_a_url", "LinkedIn's li_sync nests its own /collect URL once more, observed",
             found("redirect › url › email", []),
             url=f"{COLLECT}?redirect={percent('https://px.example.net/collect?v=2&url=' + percent(inner))}")
    case.add("percent_of_plus_for_spaces", "A query string copied into a parameter without being decoded first",
             [hit("address-1", "url_query", "d")], url=f"{COLLECT}?d={percent('123+Main+St+Springfield+IL')}")
    case.add("percent_in_a_cookie_twice", "RFC 6265 4.1.1: cookies have no encoding of their own",
             found("u", ["percent", "percent"], "cookie"), headers=[["Cookie", f"u={percent(EMAIL, 2)}"]])


def base64s(case):
    case.section("Base64, RFC 4648: both alphabets, with and without padding, alone and inside other text.")
    rfc = "RFC 4648 4"
    url_safe = "RFC 4648 5"
    case.add("base64_of_email", rfc, found("m", ["base64"]), url=f"{COLLECT}?m={percent(base64_text(EMAIL))}")
    case.add("base64_with_padding_left_bare", "RFC 4648 4; `=` in a value left as it is", found("m", ["base64"]),
             url=f"{COLLECT}?m={base64_text('user ' + EMAIL)}&t=1")
    case.add("base64_unpadded", "RFC 4648 3.2", found("m", ["base64"]),
             url=f"{COLLECT}?m={base64_text('u:' + EMAIL, padding=False)}")
    marked = f"<<<???>>>~~~ÿÿÿ {EMAIL}"
    case.add("base64_standard_alphabet_with_plus_and_slash", rfc, found("m", ["base64"]),
             url=f"{COLLECT}?m={percent(base64_text(marked))}")
    case.add("base64_url_safe_alphabet", url_safe, found("m", ["base64"]),
             url=f"{COLLECT}?m={base64_text(marked, url=True)}")
    case.add("base64_url_safe_unpadded", url_safe, found("m", ["base64"]),
             url=f"{COLLECT}?m={base64_text(marked + '!', url=True, padding=False)}")
    case.add("base64_whose_plus_became_a_space", "WHATWG URL 5.1: a `+` left as it is reads as a space",
             found("m", ["base64"]), url=f"{COLLECT}?m={base64_text('>>>???' + EMAIL + '>>>').replace('/', '%2F')}")
    case.add("base64_of_json", rfc, found("data › $.email", ["base64"]),
             url=f"{COLLECT}?data={percent(base64_text(JSON_EMAIL))}")
    case.add("base64_of_a_query_string", rfc, found("d › email", ["base64"]),
             url=f"{COLLECT}?d={percent(base64_text(fields([('a', '1'), ('email', EMAIL)])))}")
    case.add("base64_twice", rfc, found("m", ["base64", "base64"]),
             url=f"{COLLECT}?m={percent(base64_text(base64_text(EMAIL)))}")
    lines = base64_text(json({"title": "A page about blankets and mugs", "email": EMAIL, "n": 12}))
    case.add("base64_in_lines", "RFC 2045 6.8: lines of 76 characters", found("$.email", ["base64"], "body"),
             body="\r\n".join(lines[at : at + 76] for at in range(0, len(lines), 76)))
    case.add("base64_in_a_json_string", rfc, found("$.user.h", ["base64"], "body"),
             body=json({"user": {"h": base64_text(EMAIL)}}))
    case.add("base64_in_a_path_segment", url_safe, [hit("email-1", "url_path", chain=["base64"])],
             url=f"https://links.example.net/c/{base64_text(EMAIL, url=True, padding=False)}/open")
    case.add("base64_of_a_phone_in_a_path_segment", "`/` is in the standard alphabet, and between segments is none of it",
             [hit("phone-1", "url_path", chain=["base64"])],
             url=f"https://links.example.net/c/{base64_text(PHONE)}/x")
    case.add("base64_in_a_cookie", rfc, found("prof › $.email", ["base64"], "cookie"),
             headers=[["Cookie", f"a=1; prof={base64_text(JSON_EMAIL)}; b=2"]])
    case.add("base64_in_a_header", "A context object in a header, base64 of JSON", found("x-context › $.email", ["base64"], "header"),
             headers=[["X-Context", base64_text(JSON_EMAIL)]])
    case.add("base64_of_basic_credentials", "RFC 7617 2", found("authorization", ["base64"], "header"),
             headers=[["Authorization", f"Basic {base64_text(EMAIL + ':hunter2')}"]])
    head = base64_text(json({"alg": "HS256", "typ": "JWT"}), url=True, padding=False)
    claims = base64_text(json({"sub": "8017", "email": EMAIL, "iat": 1700000000}), url=True, padding=False)
    case.add("base64_of_jwt_claims", "RFC 7519 3", [hit("email-1", "header", chain=["base64"])],
             headers=[["Authorization", f"Bearer {head}.{claims}.c2lnbmF0dXJlLWlzLW5vdC1yZWFs"]])
    case.add("base64_in_a_data_url", "RFC 2397", [hit("email-1", "url_query", chain=["base64"])],
             url=f"{COLLECT}?src={percent('data:text/plain;base64,' + base64_text('Hello ' + EMAIL))}")
    for shift, before in enumerate(("k", "id", "uid"), start=1):
        note(f"{shift} letters of other text stand right before the base64")
        case.add(f"base64_at_alignment_{shift}", "Ids made of a prefix and base64, without a separator",
                 [hit("email-1", "url_query", "v", ["base64"])],
                 url=f"{COLLECT}?v={before}{base64_text(EMAIL + ' and more', url=True, padding=False)}")
    case.add("base64_between_separators", "Tokens such as v1.<base64>.<signature>", found("t", ["base64"]),
             url=f"{COLLECT}?t=v1.{base64_text(EMAIL, url=True, padding=False)}.9f86d081")
    case.add("base64_in_a_sentence", rfc, [hit("email-1", "body", chain=["base64"], unnamed=True)],
             body=f"signed in as {base64_text(EMAIL)} today", headers=[["Content-Type", "text/plain"]])
    case.add("base64_of_the_middle_of_a_record", "The address begins at any of the three offsets within a group",
             found("r", ["base64"]), url=f"{COLLECT}?r={base64_text('7|' + EMAIL + '|basic', url=True, padding=False)}")
    case.add("base64_of_an_address", rfc, [hit("address-1", "url_query", "a", ["base64"])],
             url=f"{COLLECT}?a={percent(base64_text(ADDRESS_LINE))}")
    case.add("base64_of_a_card", rfc, [hit("card-1", "url_query", "a", ["base64"])],
             url=f"{COLLECT}?a={percent(base64_text(CARD))}")
    case.add("base64_of_a_parcel", rfc, [hit("other-1", "url_query", "a", ["base64"])],
             url=f"{COLLECT}?a={percent(base64_text(PARCEL))}")
    case.add("base64_of_a_phone", rfc, [hit("phone-1", "url_query", "a", ["base64"])],
             url=f"{COLLECT}?a={percent(base64_text(PHONE))}")
    case.add("base64_of_a_name", rfc, [hit("name-1", "url_query", "a", ["base64"])],
             url=f"{COLLECT}?a={percent(base64_text('Jane Marlowe'))}")


def hexadecimals(case):
    case.section("Hexadecimal, RFC 4648 8.")
    rfc = "RFC 4648 8"
    case.add("hex_in_lower_case", rfc, found("m", ["hex"]), url=f"{COLLECT}?m={hexadecimal(EMAIL)}")
    case.add("hex_in_upper_case", rfc, found("m", ["hex"]), url=f"{COLLECT}?m={hexadecimal(EMAIL).upper()}")
    case.add("hex_behind_0x", "Numbers in hexadecimal, as programs write them", found("m", ["hex"]),
             url=f"{COLLECT}?m=0x{hexadecimal(EMAIL)}")
    case.add("hex_of_json", rfc, found("d › $.email", ["hex"]), url=f"{COLLECT}?d={hexadecimal(JSON_EMAIL)}")
    case.add("hex_in_a_path", rfc, [hit("email-1", "url_path", chain=["hex"])],
             url=f"https://links.example.net/u/{hexadecimal(EMAIL)}")
    case.add("hex_as_body", rfc, [hit("email-1", "body", chain=["hex"])], body=hexadecimal(f"mail: {EMAIL}"))
    case.add("hex_in_a_text", rfc, found("v", ["hex"]), url=f"{COLLECT}?v=u-{hexadecimal(EMAIL)}-7")


def html_entities(case):
    case.section("HTML character references.")
    html = "HTML 13.5: named character references"
    case.add("html_named_commat", html, found("$.t", ["html"], "body"),
             body=json({"t": EMAIL.replace("@", "&commat;")}))
    case.add("html_decimal", html, found("$.t", ["html"], "body"), body=json({"t": EMAIL.replace("@", "&#64;")}))
    case.add("html_hexadecimal", html, found("$.t", ["html"], "body"), body=json({"t": EMAIL.replace("@", "&#x40;")}))
    case.add("html_of_every_character", "Addresses hidden from harvesters, character by character",
             found("t", ["html"]), url=f"{COLLECT}?t={percent(entities(EMAIL))}")
    case.add("html_in_markup", "Session replay: a page's HTML in a JSON string", found("$.html", ["html"], "body"),
             body=json({"html": f"<p>Mail <a>{EMAIL.replace('@', '&#64;').replace('.', '&#46;')}</a></p>"}))
    case.add("html_markup_without_entities", "Session replay: a page's HTML in a JSON string", found("$.html", [], "body"),
             body=json({"html": f'<input type="email" name="e" value="{EMAIL}"><b>ok</b>'}))
    case.add("html_apostrophe_in_a_name", html, [hit("name-1", "url_query", "t", ["html"])], profile="siobhan",
             url=f"{COLLECT}?t={percent('Siobh&aacute;n O&#39;Connor')}")
    case.add("html_ampersands_in_a_url", "A link copied out of a page's source",
             [hit("email-1", "url_query")],
             url=f"{COLLECT}?href={percent('https://shop.example.com/?a=1&amp;email=' + EMAIL + '&amp;b=2')}")


def json_strings(case):
    case.section("JSON strings: a string's own backslashes are not a decoding, JSON inside it is a part of its own.")
    rfc = "RFC 8259 7"
    case.add("json_escaped_at", rfc, found("$.email", [], "body"),
             body='{"email":"' + EMAIL.replace("@", "\\u0040") + '"}')
    case.add("json_escape_of_every_character", rfc, found("$.email", [], "body"),
             body='{"email":"' + backslash_u(EMAIL) + '"}')
    case.add("json_escaped_key", rfc, found("$.email", [], "body"), body='{"\\u0065mail":"' + EMAIL + '"}')
    case.add("json_escaped_umlauts", rfc, [hit("name-1", "body", "$.n", [])], profile="juergen",
             body='{"n":"J\\u00fcrgen Gro\\u00dfmann"}')
    case.add("json_in_json", "TikTok's auto_collected_properties are JSON strings, observed",
             found("$.data › $.email", [], "body"), body=json({"data": json({"email": EMAIL})}))
    case.add("json_in_json_in_json", "Snowplow: JSON strings inside JSON, observed",
             found("$.a › $.b[0] › $.email", [], "body"), body=json({"a": json({"b": [json({"email": EMAIL})]})}))
    case.add("json_in_a_form_field", "Snowplow and others: JSON in a form's field", found("e › $[0].user.email", [], "body"),
             headers=[["Content-Type", "application/x-www-form-urlencoded"]],
             body=fields([("v", "2"), ("e", json([{"user": {"email": EMAIL}}]))]))
    case.add("json_string_with_a_page_url", "Page URLs in JSON fields", found("$.url › email", [], "body"),
             body=json({"url": f"https://shop.example.com/?q=1&email={percent(EMAIL)}"}))
    case.add("json_string_with_escaped_slashes", "RFC 8259 7: `/` may be escaped", found("$.url › email", [], "body"),
             body=json({"url": f"https://shop.example.com/?q=1&email={percent(EMAIL)}"}).replace("/", "\\/"))
    case.add("json_string_with_a_query_string", "A query string in a JSON field", found("$.qs › email", [], "body"),
             body=json({"qs": f"a=1&email={percent(EMAIL)}"}))
    case.add("json_with_single_quotes", "JavaScript object literals, which are not JSON",
             [hit("email-1", "body", chain=[])], body="{'email':'" + EMAIL + "'}")


def compressions(case):
    case.section("Gzip (RFC 1952) and zlib (RFC 1950), known by their first bytes.")
    text = [["Content-Type", "text/plain"]]
    case.add("gzip_body_without_a_hint", "PostHog, observed: gzip as text/plain without Content-Encoding",
             found("$.email", ["gzip"], "body"), headers=text, body=gzip(JSON_EMAIL))
    case.add("gzip_body_with_content_encoding", "RFC 9110 8.4", found("$.email", ["gzip"], "body"),
             headers=[["Content-Type", "application/json"], ["Content-Encoding", "gzip"]], body=gzip(JSON_EMAIL))
    case.add("zlib_body_with_content_encoding", "RFC 9110 8.4.1.2: deflate is the zlib format",
             found("$.email", ["zlib"], "body"), headers=[["Content-Encoding", "deflate"]], body=zlib(JSON_EMAIL))
    case.add("zlib_body_without_a_hint", "RFC 1950 2.2", found("$.email", ["zlib"], "body"), body=zlib(JSON_EMAIL))
    case.add("gzip_of_a_form", "RFC 1952", found("email", ["gzip"], "body"),
             body=gzip(fields([("ev", "lead"), ("email", EMAIL)])))
    lines = "\n".join([json({"n": 1}), json({"email": EMAIL}), json({"n": 2})])
    case.add("gzip_of_ndjson", "Log shippers", [hit("email-1", "body", chain=["gzip"])], body=gzip(lines))
    case.add("gzip_of_text", "RFC 1952", [hit("email-1", "body", chain=["gzip"], unnamed=True)],
             body=gzip(f"a log line about {EMAIL} and nothing else"))
    case.add("gzip_twice", "RFC 1952", found("$.email", ["gzip", "gzip"], "body"), body=gzip(gzip(JSON_EMAIL)))
    note("two gzip members, the second holds the address")
    case.add("gzip_of_two_members", "RFC 1952 2.2: a file is a series of members", [hit("email-1", "body", chain=["gzip"])],
             body=gzip("first part, ") + gzip(f"and {EMAIL}"))
    note("the last 20 bytes are missing")
    long = json({"email": EMAIL, "events": [{"n": n, "at": n * 7919} for n in range(40)]})
    case.add("gzip_cut_short", "Captures and browsers may hold a body's beginning only",
             [hit("email-1", "body", chain=["gzip"])], body=gzip(long)[:-20])
    case.add("gzip_with_bytes_behind_it", "RFC 1952; padding behind the stream", found("$.email", ["gzip"], "body"),
             body=gzip(JSON_EMAIL) + b"\0\0\0\0")
    note("gzip bytes as a JSON string, one character a byte")
    case.add("gzip_as_latin_1_json_string", "PostHog's session replay, observed", found("$.data › $.email", ["gzip"], "body"),
             headers=[["Content-Type", "application/json"]],
             body='{"data":' + json_latin_1(gzip(JSON_EMAIL)) + "}")
    head = b'--b0\r\nContent-Disposition: form-data; name="event"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\n'
    case.add("gzip_in_multipart", "Multipart with a compressed part", found("event › $.email", ["gzip"], "body"),
             headers=[["Content-Type", "multipart/form-data; boundary=b0"]], body=head + gzip(JSON_EMAIL) + b"\r\n--b0--\r\n")
    case.add("zlib_in_multipart", "Multipart with a deflated part, observed", found("event › $.email", ["zlib"], "body"),
             headers=[["Content-Type", "multipart/form-data; boundary=b0"]], body=head + zlib(JSON_EMAIL) + b"\r\n--b0--\r\n")
    case.add("gzip_percent_encoded_in_a_query", "Bytes percent-encoded one by one", found("d › $.email", ["gzip"]),
             url=f"{COLLECT}?d={percent(gzip(JSON_EMAIL))}")
    note("gzip bytes as the parsed form's value")
    case.add("gzip_in_a_parsed_form", "Chromium, measured: a value that is not UTF-8 comes as bytes",
             found("d › $.email", ["gzip"], "body"), method="POST",
             form=[["d", {"base64": base64_text(gzip(JSON_EMAIL))}]])
    case.add("gzip_of_an_address_over_fields", "RFC 1952",
             [hit("address-1", "body", chain=["gzip"], confidence="certain")], body=gzip(ADDRESS_QUERY))


def mixtures(case):
    case.section("Several decodings, from the wire inwards.")
    linkedin = "LinkedIn's /wa/, observed: base64 of gzip of JSON"
    case.add("base64_gzip_json_as_body", linkedin, found("$.email", ["base64", "gzip"], "body"),
             headers=[["Content-Type", "text/plain"]], body=base64_text(gzip(JSON_EMAIL)))
    case.add("base64_gzip_json_in_a_parameter", linkedin, found("d › $.email", ["base64", "gzip"]),
             url=f"{COLLECT}?d={percent(base64_text(gzip(JSON_EMAIL)))}")
    case.add("percent_base64_gzip_json", linkedin, found("d › $.email", ["percent", "base64", "gzip"]),
             url=f"{COLLECT}?d={twice(base64_text(gzip(JSON_EMAIL)))}")
    case.add("base64url_zlib_json", "URL-safe state parameters", found("s › $.email", ["base64", "zlib"]),
             url=f"{COLLECT}?s={base64_text(zlib(JSON_EMAIL), url=True, padding=False)}")
    case.add("hex_gzip_json", "RFC 4648 8 over RFC 1952", found("s › $.email", ["hex", "gzip"]),
             url=f"{COLLECT}?s={hexadecimal(gzip(JSON_EMAIL))}")
    case.add("hex_base64", "RFC 4648", found("s", ["hex", "base64"]), url=f"{COLLECT}?s={hexadecimal(base64_text(EMAIL))}")
    case.add("base64_percent", "encodeURIComponent before btoa", found("s", ["base64", "percent"]),
             url=f"{COLLECT}?s={percent(base64_text(percent(EMAIL)))}")
    case.add("base64_html", "Markup in base64", found("s", ["base64", "html"]),
             url=f"{COLLECT}?s={percent(base64_text(EMAIL.replace('@', '&#64;')))}")
    case.add("percent_base64_hex", "Three layers", found("s", ["percent", "base64", "hex"]),
             url=f"{COLLECT}?s={twice(base64_text(hexadecimal('m:' + EMAIL + '.')))}")
    case.add("json_base64_json_base64", "Tags that wrap one another's payloads",
             found("$.p › $.q › $.email", ["base64", "base64"], "body"),
             body=json({"p": base64_text(json({"q": base64_text(JSON_EMAIL)}))}))
    inner = json_latin_1(gzip(JSON_EMAIL))
    note("and those bytes as a JSON string, one character a byte, gzipped once more")
    case.add("gzip_json_gzip_as_latin_1", "PostHog's session replay, observed",
             found("$.s[0] › $.email", ["gzip", "gzip"], "body"), body=gzip(b'{"s":[' + inner.encode() + b"]}"))
    case.add("base64_json_base64_gzip_json", "Four layers and two framings",
             found("d › $.z › $.email", ["base64", "base64", "gzip"]),
             url=f"{COLLECT}?d={percent(base64_text(json({'z': base64_text(gzip(JSON_EMAIL))})))}")
    case.add("percent_base64_zlib_html", "Four decodings", found("s", ["percent", "base64", "zlib", "html"]),
             url=f"{COLLECT}?s={twice(base64_text(zlib('dear ' + entities(EMAIL))))}")
    case.add("gzip_base64_hex_percent", "Four decodings", [hit("email-1", "body", chain=["gzip", "base64", "hex", "percent"])],
             body=gzip(base64_text(hexadecimal(percent(EMAIL)))))
    case.add("multipart_base64_json_string_url", "Framings and decodings in turn",
             found("p › $.page › email", ["base64"], "body"),
             headers=[["Content-Type", "multipart/form-data; boundary=b0"]],
             body='--b0\r\nContent-Disposition: form-data; name="p"\r\n\r\n'
             + base64_text(json({"page": f"https://shop.example.com/?email={percent(EMAIL)}"})) + "\r\n--b0--\r\n")
    case.add("base64_gzip_clicked_address", linkedin,
             [hit("address-1", "body", "$.innerText", ["base64", "gzip"])], headers=[["Content-Type", "text/plain"]],
             body=base64_text(gzip(json({"innerText": ADDRESS_LINE}))))
