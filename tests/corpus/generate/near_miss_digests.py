"""Digests that are nobody's, somebody else's, or of too little: every case here expects nothing."""

import hashlib

from cases import Cases
from encode import digest, digest_base64, google, note, percent, sha256
from people import EMAIL

COLLECT = "https://collect.example.net/c"


def cases():
    case = Cases(url=COLLECT)
    case.section("What sites hash when their template is empty.")
    empty = (("undefined", "undefined"), ("null", "null"), ("the_empty_string", ""), ("a_template_of_tag_managers", "__insert_user_email__"),
             ("a_template_in_angle_brackets", "<user_email_address>"), ("none", "none"), ("not_a_number", "NaN"),
             ("an_object", "[object Object]"), ("mustaches", "{{email}}"))
    for name, text in empty:
        case.add(f"sha256_of_{name}", "Pixels on pages where nobody is signed in, observed", [], url=f"{COLLECT}?em={sha256(text)}&ph={sha256(text)}")
    case.add("md5_and_sha1_of_the_empty_string", "RFC 1321 A.5, RFC 3174", [],
             url=f"{COLLECT}?m={digest('md5', '')}&s={digest('sha1', '')}&l={digest('sha512', '')}")
    case.add("sha256_of_undefined_in_googles_list", "Google tag on pages where nobody is signed in", [],
             url=f"{COLLECT}?em=tv.1~em.{google('undefined')}~pn.{google('')}~fn0.{google('null')}")
    case.section("Other people's digests.")
    case.add("sha256_of_another_email", "Another mailbox", [], url=f"{COLLECT}?em={sha256('somebody.else@example.com')}")
    case.add("sha256_of_the_same_local_part_elsewhere", "Another mailbox", [], url=f"{COLLECT}?em={sha256('jmarlowe.72@example.org')}")
    case.add("md5_of_another_email", "Another mailbox", [], url=f"{COLLECT}?em={digest('md5', 'info@example.com')}")
    case.add("sha256_of_another_phone", "The next number", [], url=f"{COLLECT}?ph={sha256('+12125550142')}")
    case.add("sha256_base64_of_another_email", "Another mailbox", [],
             url=f"{COLLECT}?em={percent(digest_base64('sha256', 'info@example.com'))}")
    case.add("sha256_of_another_person_s_whole_form", "Somebody else at the same browser", [],
             url=f"{COLLECT}?fn={sha256('peter')}&ln={sha256('porter')}&ct={sha256('dayton')}&st={sha256('oh')}&zp={sha256('45402')}")
    case.add("sha256_of_relatives", "Parts of different people never add up", [], profile="household",
             url=f"{COLLECT}?fn={sha256('annika')}&ln={sha256('stone')}&ct={sha256('dayton')}&st={sha256('ok')}")
    case.section("Digests of too little.")
    case.add("sha256_of_a_state", "One of fifty", [], url=f"{COLLECT}?st={sha256('il')}&country={sha256('us')}")
    case.add("sha256_of_a_given_name", "One person in hundreds has it", [], url=f"{COLLECT}?fn={sha256('jane')}")
    case.add("sha256_of_a_city", "Thousands live there", [], url=f"{COLLECT}?ct={sha256('springfield')}")
    case.add("sha256_of_a_domain", "Snap Pixel, observed: u_hed is SHA-256 of the email's domain", [],
             url=f"{COLLECT}?u_hed={sha256('example.com')}")
    case.add("sha256_of_four_digits", "Four digits are anything", [], url=f"{COLLECT}?x={sha256('1881')}")
    case.section("What only looks like the digest.")
    note(f"the first 6 of 64 digits of sha256 of \"{EMAIL}\", too few to be meant")
    case.add("first_digits_of_a_digest_beside_others", "Bucketing by the first digits of a digest", [],
             url=f"{COLLECT}?bucket={hashlib.sha256(EMAIL.encode()).hexdigest()[:6]}")
    note(f"sha256 of \"s4lt:{EMAIL}\"")
    case.add("salted_digest", "A salted digest cannot be told", [],
             url=f"{COLLECT}?em={hashlib.sha256(('s4lt:' + EMAIL).encode()).hexdigest()}")
    note(f"sha256 of \"{EMAIL}\" with its last digit changed")
    true = hashlib.sha256(EMAIL.encode()).hexdigest()
    case.add("digest_with_one_digit_changed", "A digest matches whole or not at all", [],
             url=f"{COLLECT}?em={true[:-1]}{'0' if true[-1] != '0' else '1'}")
    note("subresource integrity of a script")
    integrity = digest_base64("sha512", "console.log(1)")
    case.add("subresource_integrity", "W3C Subresource Integrity", [], url=f"{COLLECT}?integrity={percent('sha512-' + integrity)}")
    case.add("commit_and_etag", "Digests of files", [], headers=[["If-None-Match", f'"{digest("md5", "a file")}"']],
             url=f"https://cdn.example.net/{digest('sha1', 'a commit')}/app.js?v={sha256('a build')}")
    return case
