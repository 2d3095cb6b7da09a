"""Whole requests of vendors' tags for a visitor who is somebody else, or nobody: every case here expects nothing."""

from cases import Cases
from encode import base64_text, gzip, json, note, percent, sha256
from people import EMAIL, PHONE_NATIONAL
from vendors import JSON, MAIL_PAGE, TEXT, TRACK_PAGE, query

SHOP = "https://shop.example.com/blankets?sort=price&page=2"
TR = "https://www.facebook.com/tr/"
SNAP = "https://tr.snapchat.com/p"


def cases():
    written = Cases(url="https://collect.example.net/c")
    of_nobody(written)
    of_another(written)
    return written


def of_nobody(case):
    case.section("Page views that hold nothing personal.")
    view = query(("id", "1234567890123456"), ("ev", "PageView"), ("dl", SHOP), ("rl", ""), ("if", "false"),
                 ("ts", "1700001881627"), ("sw", "1881"), ("sh", "1058"), ("v", "2.9.210"), ("fbp", "fb.1.1700000000000.1881627041"))
    case.add("meta_page_view_of_nobody", "Meta Pixel, observed", [], url=f"{TR}?{view}")
    view = query(("v", "2"), ("tid", "G-EXAMPLE123"), ("cid", "1881062704.1700000000"), ("dl", SHOP), ("dt", "Blankets"),
                 ("sr", "1920x1080"), ("_p", "2125550144"))
    case.add("ga4_page_view_of_nobody", "Google Analytics 4, observed", [], method="POST",
             url=f"https://www.google-analytics.com/g/collect?{view}")
    click = json({"pids": [1234567], "url": SHOP, "pageTitle": "Blankets", "signalType": "CLICK", "hem": None,
                  "domAttributes": {"tagName": "A", "innerText": "Ship to *****"}})
    note("base64 of gzip of JSON with an innerText of \"Ship to *****\"")
    case.add("linkedin_click_of_nobody", "LinkedIn Insight Tag, observed", [], headers=TEXT,
             url="https://px.ads.linkedin.com/wa/?medium=fetch&fmt=g", body=base64_text(gzip(click.encode())))
    view = json({"event": "$pageview", "properties": {"$current_url": SHOP, "$device_id": "01881-62704-4012", "distinct_id": "0190a6"}})
    case.add("posthog_page_view_of_nobody", "posthog-js, run", [], headers=TEXT, body=gzip(view),
             url="https://us.i.posthog.com/e/?compression=gzip-js")
    empty = {"u_hem": "FFF" + sha256("undefined"), "u_hpn": "FFF" + sha256(""), "l_city": "Springfield"}
    case.add("snap_placeholders", "Snap Pixel on a page where nobody is signed in", [], headers=TEXT, url=SNAP,
             body=json({"ctx": {"url": SHOP}, "req": [{"pc": empty}]}))
    search = query(("q", "2450 Wabash Ave, Springfield, IL"), ("city", "Springfield"), ("state", "IL"))
    case.add("store_locator_in_ones_own_city", "A shop in the same city, its address in clear", [],
             url=f"https://maps.example.net/locate?{search}")


def of_another(case):
    case.section("Another visitor's requests.")
    other = "Peter Porter, 77 Main St, Dayton, OH 45402, VISA **** 4242, peter@example.org, (937) 555-0121"
    case.add("session_replay_of_a_receipt_of_somebody_else", "A receipt on a screen", [], headers=JSON, body=json({"text": other}))
    receipt = "Jane Marlowe\n123 Main St Apt 4B\nSpringfield, IL 62704\nVISA **** **** **** 1881"
    nothing = "A visitor with another profile gets nothing"
    for profile in ("grace", "mark", "nora"):
        case.add(f"receipt_of_another_person_for_{profile}", nothing, [], profile=profile, headers=TEXT, url=SNAP,
                 body=json({"md": {"btx": receipt}}))
    form = (("em", EMAIL), ("ph", PHONE_NATIONAL), ("fn", "jane"), ("ln", "marlowe"), ("ct", "springfield"), ("st", "il"),
            ("zp", "62704"))
    case.add("form_of_another_person", nothing, [], profile="nora",
             url=f"{TR}?{query(*((f'udff[{key}]', sha256(text)) for key, text in form))}")
    case.add("page_url_of_another_person", nothing, [], profile="mark",
             url=f"https://px.ads.linkedin.com/collect?v=2&url={percent(MAIL_PAGE)}")
    case.add("parcel_of_another_person", nothing, [], profile="nora",
             url=f"https://bat.bing.com/action/0?ti=12345678&p={percent(TRACK_PAGE)}")
