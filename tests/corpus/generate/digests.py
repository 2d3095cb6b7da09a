"""Digests: every algorithm and spelling of one, over every form that vendors give a value before they hash it."""

from cases import Cases, hit
from encode import (
    base64_text, digest, digest_base64, fields, google, gzip, json, percent, sha256,
)
from people import (
    CARD, EMAIL, GMAIL_BARE, GMAIL_LOWER, GMAIL_NO_DOTS, GMAIL_NO_TAG, GMAIL_SAVED, PARCEL, PHONE,
    PHONE_DIGITS, PHONE_NATIONAL,
)

COLLECT = "https://collect.example.net/c"
# The rest of the field's, as far as the standard library has them, by their names there.
FURTHER = {
    "sha224": "FIPS 180-4", "sha384": "FIPS 180-4", "sha3_224": "FIPS 202", "sha3_256": "FIPS 202", "sha3_384": "FIPS 202",
    "sha3_512": "FIPS 202", "blake2b": "RFC 7693", "blake2s": "RFC 7693",
}
ALGORITHMS = {"md5": "RFC 1321", "sha1": "RFC 3174", "sha256": "FIPS 180-4", "sha512": "FIPS 180-4"}


def cases():
    written = Cases(url=COLLECT)
    for section in (spellings, surroundings, places, emails, phones, small_things, others):
        section(written)
    return written


def hashed(name="h", algorithm="sha256", identifier="email-1", carrier="url_query", chain=(), **more):
    return [hit(identifier, carrier, name, list(chain), algorithm, **more)]


def spellings(case):
    case.section("Each algorithm in each spelling.")
    for algorithm, source in ALGORITHMS.items():
        case.add(f"{algorithm}_hex", source, hashed(algorithm=algorithm, confidence="certain"),
                 url=f"{COLLECT}?h={digest(algorithm, EMAIL)}")
        case.add(f"{algorithm}_hex_in_capitals", source, hashed(algorithm=algorithm),
                 url=f"{COLLECT}?h={digest(algorithm, EMAIL).upper()}")
        case.add(f"{algorithm}_base64", "RFC 4648 4", [hit("email-1", "url_query", "h", digest=algorithm)],
                 url=f"{COLLECT}?h={percent(digest_base64(algorithm, EMAIL))}")
        case.add(f"{algorithm}_base64url_unpadded", "RFC 4648 5 and 3.2", [hit("email-1", "url_query", "h", digest=algorithm)],
                 url=f"{COLLECT}?h={digest_base64(algorithm, EMAIL, url=True, padding=False)}")
    for algorithm, source in FURTHER.items():
        reported = algorithm.replace("sha3_", "sha3-")
        case.add(f"{algorithm}_hex", source, hashed(algorithm=reported), url=f"{COLLECT}?h={digest(algorithm, EMAIL)}")
        case.add(f"{algorithm}_hex_of_capitals", source, hashed(algorithm=reported),
                 url=f"{COLLECT}?h={digest(algorithm, EMAIL.upper())}")
        case.add(f"{algorithm}_base64", source, [hit("email-1", "url_query", "h", digest=reported)],
                 url=f"{COLLECT}?h={percent(digest_base64(algorithm, EMAIL))}")
    case.add("sha256_base64_unpadded_standard_alphabet", "RFC 4648 3.2", [hit("email-1", "url_query", "h", digest="sha256")],
             url=f"{COLLECT}?h={percent(digest_base64('sha256', EMAIL, padding=False))}")


def surroundings(case):
    case.section("What vendors put before and behind a digest.")
    case.add("sha256_behind_fff", "Snap Pixel, observed: FFF before what it finds invalid", hashed(),
             url=f"{COLLECT}?h=FFF{sha256(EMAIL)}")
    case.add("sha256_before_an_appendix", "Meta's parameter builder, documented: <digest>.<appendix>", hashed(),
             url=f"{COLLECT}?h={sha256(EMAIL)}.AQYBAgAA")
    case.add("sha256_in_googles_list", "Google tag, observed: tv.1~em.<digest>",
             [hit("email-1", "url_query", "em", [], "sha256")], url=f"{COLLECT}?em=tv.1~em.{google(EMAIL)}")
    case.add("sha256_in_a_comma_list", "Reddit Pixel: auto_em is a comma list", hashed(),
             url=f"{COLLECT}?h={sha256('somebody@example.org')},{sha256(EMAIL)}")
    case.add("sha256_in_a_pipe_list_with_weights", "Reddit Pixel: auto_pn is a list of weight~digest",
             hashed(identifier="phone-1"), url=f"{COLLECT}?h=1~{sha256('+13125550198')}%7C3~{sha256(PHONE)}")
    case.add("md5_in_brackets", "Criteo OneTag: m=[md5]", hashed(algorithm="md5"),
             url=f"{COLLECT}?h=%5B{digest('md5', EMAIL)}%5D")
    case.add("sha256_behind_its_algorithms_name", "Identity parameters such as sha256:<digest>", hashed(),
             url=f"{COLLECT}?h=sha256:{sha256(EMAIL)}")
    case.add("sha256_behind_a_version", "Identity parameters such as v1_<digest>", hashed(),
             url=f"{COLLECT}?h=v1_{sha256(EMAIL)}")
    case.add("sha256_between_other_values", "Pipe-separated values in analytics variables", hashed(),
             url=f"{COLLECT}?h=member%7C{sha256(EMAIL)}%7Cgold")
    case.add("sha256_behind_other_hex_digits", "Junk before a digest that is hexadecimal itself", hashed(),
             url=f"{COLLECT}?h=0a1{sha256(EMAIL)}")
    case.add("sha256_before_other_hex_digits", "Junk behind a digest that is hexadecimal itself", hashed(),
             url=f"{COLLECT}?h={sha256(EMAIL)}beef1")
    case.add("sha1_in_quotes", "A digest logged with its quotes", hashed(algorithm="sha1"),
             url=f"{COLLECT}?h=%22{digest('sha1', EMAIL)}%22")


def places(case):
    case.section("Digests in every carrier, and below decodings.")
    case.add("md5_in_path", "Gravatar: the MD5 of the address is the picture's name",
             hashed(None, "md5", carrier="url_path"), url=f"https://avatars.example.net/avatar/{digest('md5', EMAIL)}?s=80")
    case.add("sha256_as_gravatar", "Gravatar: SHA-256 since 2024", hashed(None, carrier="url_path"),
             url=f"https://avatars.example.net/avatar/{sha256(EMAIL)}.jpg")
    case.add("md5_in_host", "Avatar and identity services that ask by host name", hashed(None, "md5", carrier="url_host"),
             url=f"https://{digest('md5', EMAIL)}.id.example.net/q")
    case.add("sha256_in_cookie", "Identity cookies", hashed("eid", carrier="cookie"),
             headers=[["Cookie", f"a=1; eid={sha256(EMAIL)}"]])
    case.add("sha256_in_header", "Identity headers", hashed("x-hashed-user", carrier="header"),
             headers=[["X-Hashed-User", sha256(EMAIL)]])
    case.add("sha256_in_referer", "RFC 9110 10.1.3", hashed("referer › uid", carrier="header"),
             headers=[["Referer", f"https://shop.example.com/?uid={sha256(EMAIL)}"]])
    case.add("sha256_in_json", "Server-side user data objects", hashed("$.user_data.em[0]", carrier="body"),
             body=json({"user_data": {"em": [sha256(EMAIL)], "client_user_agent": "x"}}))
    case.add("sha256_in_form", "WHATWG URL 5.1", hashed("udff[em]", carrier="body"),
             headers=[["Content-Type", "application/x-www-form-urlencoded"]], body=fields([("udff[em]", sha256(EMAIL))]))
    case.add("sha256_in_parsed_form", "WebExtensions webRequest: requestBody.formData", hashed("udff[em]", carrier="body"),
             method="POST", form=[["ev", "PageView"], ["udff[em]", sha256(EMAIL)]])
    case.add("sha256_in_text", "A log line", [hit("email-1", "body", chain=[], digest="sha256", unnamed=True)],
             body=f"identify {sha256(EMAIL)} ok", headers=[["Content-Type", "text/plain"]])
    case.add("sha256_in_base64_json", "TikTok's analytics_message: base64 of JSON",
             hashed("d › $.user.email", chain=["base64"]), url=f"{COLLECT}?d={percent(base64_text(json({'user': {'email': sha256(EMAIL)}})))}")
    case.add("sha256_in_gzip_json", "PostHog, observed: gzip without a hint", hashed("$.hem", carrier="body", chain=["gzip"]),
             body=gzip(json({"hem": sha256(EMAIL)})))
    case.add("sha256_hex_in_base64", "btoa(sha256(…))", hashed(chain=["base64"]),
             url=f"{COLLECT}?h={percent(base64_text(sha256(EMAIL)))}")
    case.add("sha256_percent_encoded_once_more", "RFC 3986 2.1", hashed("pid › em"),
             url=f"{COLLECT}?pid={percent('em=' + sha256(EMAIL) + '&ph=')}")
    case.add("digest_beside_the_value", "Tags that send a digest and, elsewhere, the address itself",
             [hit("email-1", "url_query", "u", [])], url=f"{COLLECT}?h={sha256(EMAIL)}&u={percent(EMAIL)}")


def emails(case):
    case.section("An email address as each vendor normalises it.")
    forms = (
        ("gmail_lower_case", "Meta, LinkedIn, Reddit, X: trim and lower-case", GMAIL_LOWER),
        ("gmail_without_dots", "Google Ads, documented: dots of gmail.com are dropped", GMAIL_NO_DOTS),
        ("gmail_without_tag", "Addresses stored without their tag", GMAIL_NO_TAG),
        ("gmail_without_dots_and_tag", "UID2, documented: dots and +tag of gmail.com are dropped", GMAIL_BARE),
        ("gmail_as_saved", "Sites that forget to lower-case", GMAIL_SAVED),
    )
    for name, source, form in forms:
        case.add(f"email_sha256_{name}", source, hashed("em"), profile="grace", url=f"{COLLECT}?em={sha256(form)}")
    case.add("email_sha256_gmail_in_capitals", "Systems that store addresses in capitals", hashed("em"), profile="grace",
             url=f"{COLLECT}?em={sha256(GMAIL_LOWER.upper())}")
    case.add("email_sha256_dots_dropped_at_any_domain", "Microsoft UET, documented: dots of the local part are dropped at every domain",
             hashed("em"), url=f"{COLLECT}?em={sha256('jmarlowe72@example.com')}")
    case.add("email_md5_lower_case", "Criteo: MD5 of the lower-cased address", hashed("em", "md5"), profile="grace",
             url=f"{COLLECT}?em={digest('md5', GMAIL_LOWER)}")
    case.add("email_sha1_lower_case", "Pinterest: SHA-256, SHA-1 or MD5", hashed("em", "sha1"), profile="grace",
             url=f"{COLLECT}?em={digest('sha1', GMAIL_LOWER)}")
    case.add("email_sha256_base64_bare_gmail", "UID2, documented: base64 of the raw SHA-256",
             [hit("email-1", "url_query", "email_hash", digest="sha256")], profile="grace",
             url=f"{COLLECT}?email_hash={percent(digest_base64('sha256', GMAIL_BARE))}")


def phones(case):
    case.section("A phone number as each vendor normalises it.")
    forms = (
        ("e164", "Google, TikTok, Reddit, X, UID2: E.164 with plus", PHONE),
        ("digits_with_country_code", "Snap: country code, no plus", PHONE_DIGITS),
        ("national_digits", "Meta: digits only, no country code added", PHONE_NATIONAL),
        ("plus_before_national_digits", "Microsoft: a plus and the digits as given", "+2125550143"),
        ("as_typed_with_hyphens", "Sites that hash what was typed", "212-555-0143"),
        ("as_typed_with_parentheses", "Sites that hash what was typed", "(212) 555-0143"),
    )
    for name, source, form in forms:
        case.add(f"phone_sha256_{name}", source, hashed("ph", identifier="phone-1"), url=f"{COLLECT}?ph={sha256(form)}")
    case.add("phone_sha256_german_e164", "Google: E.164 with plus", hashed("pn", identifier="phone-1"), profile="juergen",
             url=f"{COLLECT}?pn={sha256('+493023125014')}")
    case.add("phone_sha256_german_leading_zero_dropped", "Meta, observed: leading zeros are dropped, no country code added",
             hashed("ph", identifier="phone-1"), profile="juergen", url=f"{COLLECT}?ph={sha256('3023125014')}")
    case.add("phone_sha256_british_digits", "Snap: country code, no plus", hashed("u_hpn", identifier="phone-1"),
             profile="siobhan", url=f"{COLLECT}?u_hpn={sha256('442079460958')}")
    case.add("phone_sha256_british_as_saved_without_spaces", "Pinterest: digits only", hashed("aem_ph", identifier="phone-1"),
             profile="siobhan", url=f"{COLLECT}?aem_ph={sha256('02079460958')}")
    case.add("phone_md5_national", "Pinterest: SHA-256, SHA-1 or MD5", hashed("ph", "md5", identifier="phone-1"),
             url=f"{COLLECT}?ph={digest('md5', PHONE_NATIONAL)}")
    case.add("phone_sha1_e164", "Pinterest: SHA-256, SHA-1 or MD5", hashed("ph", "sha1", identifier="phone-1"),
             url=f"{COLLECT}?ph={digest('sha1', PHONE)}")


def small_things(case):
    case.section("Names and addresses: digests of small things, which prove something together.")
    case.add("name_sha256_in_two_fields", "Meta: fn and ln, lower-case", [hit("name-1", "url_query", chain=[], digest="sha256", parts=["given", "family"])],
             url=f"{COLLECT}?fn={sha256('jane')}&ln={sha256('marlowe')}")
    case.add("name_sha256_with_umlauts", "Meta: UTF-8, lower-case", [hit("name-1", "url_query", chain=[], digest="sha256")],
             profile="juergen", url=f"{COLLECT}?fn={sha256('jürgen')}&ln={sha256('großmann')}")
    case.add("name_sha256_without_punctuation", "Meta: white space and punctuation stripped",
             [hit("name-1", "url_query", chain=[], digest="sha256")], profile="siobhan",
             url=f"{COLLECT}?fn={sha256('siobhán')}&ln={sha256('oconnor')}")
    case.add("name_sha256_with_punctuation", "Snap, Pinterest: trim and lower-case", [hit("name-1", "url_query", chain=[], digest="sha256")],
             profile="siobhan", url=f"{COLLECT}?u_fn={sha256('siobhán')}&u_ln={sha256('o' + chr(39) + 'connor')}")
    case.add("name_sha256_of_two_words", "Meta: white space stripped", [hit("name-1", "url_query", chain=[], digest="sha256")],
             profile="otis", url=f"{COLLECT}?fn={sha256('otis')}&ln={sha256('vanhouten')}")
    case.add("name_sha256_whole", "Sites that hash the whole name", hashed("n", identifier="name-1"),
             url=f"{COLLECT}?n={sha256('jane marlowe')}")
    case.add("address_sha256_city_state_zip", "Meta: ct, st and zp; the three parts that a postal site's pixel handed over",
             [hit("address-1", "url_query", chain=[], digest="sha256", parts=["city", "region", "postal_code"])],
             url=f"{COLLECT}?ud%5Bct%5D={sha256('springfield')}&ud%5Bst%5D={sha256('il')}&ud%5Bzp%5D={sha256('62704')}")
    case.add("address_sha256_city_zip_under_short_names", "Meta's names without its prefix: ct and zp",
             [hit("address-1", "url_query", "zp", [], digest="sha256", parts=["city", "postal_code"])],
             url=f"{COLLECT}?ct={sha256('springfield')}&zp={sha256('62704')}")
    case.add("address_sha256_street_and_zip", "Sites that hash each line",
             [hit("address-1", "url_query", chain=[], digest="sha256", parts=["street", "postal_code"])],
             url=f"{COLLECT}?street={sha256('123 main st')}&zip={sha256('62704')}")
    case.add("address_sha256_long_street_and_city", "Sites that hash each line",
             [hit("address-1", "url_query", chain=[], digest="sha256", parts=["street", "city"])],
             url=f"{COLLECT}?street={sha256('123 main street')}&city={sha256('springfield')}")
    case.add("address_sha256_street_name_beside_clear_parts", "Google tag, documented: sa0 is the street without digits, lower-case",
             [hit("address-1", "url_query")],
             url=f"{COLLECT}?em=tv.1~sa0.{google('main st')}~ct0.springfield~rg0.il~pc0.62704~co0.us")
    case.add("address_sha256_street_with_city_in_clear", "TikTok: city and state in clear beside digests",
             [hit("address-1", "url_query", "city", [], parts=["street", "city"])],
             url=f"{COLLECT}?address={sha256('123 main st')}&city=springfield")
    case.add("address_sha256_zip_without_plus_4", "Meta: zp before the hyphen", [hit("address-1", "url_query", chain=[], digest="sha256")],
             profile="grace", url=f"{COLLECT}?street={sha256('48 park ave')}&zp={sha256('80302')}")
    case.add("address_sha256_region_spelled_out_and_short", "Meta: st is two letters, whatever was saved",
             [hit("address-1", "url_query", chain=[], digest="sha256")], profile="grace",
             url=f"{COLLECT}?street={sha256('48 park avenue')}&ct={sha256('boulder')}&st={sha256('co')}")


def others(case):
    case.section("Whatever else is hashed.")
    case.add("card_sha256_digits", "Fraud tools that hash the number", hashed("pan", identifier="card-1"),
             url=f"{COLLECT}?pan={sha256(CARD)}")
    case.add("card_sha1_digits", "Fraud tools that hash the number", hashed("pan", "sha1", identifier="card-1"),
             url=f"{COLLECT}?pan={digest('sha1', CARD)}")
    case.add("other_sha256_digits", "A tracking number as an external id", hashed("external_id", identifier="other-1"),
             url=f"{COLLECT}?external_id={sha256(PARCEL)}")
    case.add("other_md5_as_saved", "A membership number as an external id", hashed("xid", "md5", identifier="other-1"),
             profile="grace", url=f"{COLLECT}?xid={digest('md5', 'LB-20931-KX')}")
    case.add("other_sha256_lower_case", "Meta: external_id, lower-cased by the pixel", hashed("xid", identifier="other-1"),
             profile="grace", url=f"{COLLECT}?xid={sha256('lb-20931-kx')}")
    case.add("several_digests_in_one_request", "Advanced matching sends all it has", [
        hit("email-1", "url_query", "em", [], "sha256"),
        hit("phone-1", "url_query", "ph", [], "sha256"),
        hit("name-1", "url_query", None, [], "sha256", parts=["given", "family"]),
    ], url=f"{COLLECT}?em={sha256(EMAIL)}&ph={sha256(PHONE_DIGITS)}&fn={sha256('jane')}&ln={sha256('marlowe')}")
