"""Whole requests of vendors' tags for a visitor who is somebody else, or nobody: every case here expects nothing."""

import vendors
from cases import Cases
from encode import base64_text, gzip, json, note, percent, sha256


def cases():
    case = Cases(url="https://collect.example.net/c")
    case.section("Page views that hold nothing personal.")
    shop = "https://shop.example.com/blankets?sort=price&page=2"
    case.add("meta_page_view_of_nobody", "Meta Pixel, observed", [],
             url=f"https://www.facebook.com/tr/?{vendors.query(('id', '1234567890123456'), ('ev', 'PageView'), ('dl', shop), ('rl', ''), ('if', 'false'), ('ts', '1700001881627'), ('sw', '1881'), ('sh', '1058'), ('v', '2.9.210'), ('fbp', 'fb.1.1700000000000.1881627041'))}")
    case.add("ga4_page_view_of_nobody", "Google Analytics 4, observed", [], method="POST",
             url=f"https://www.google-analytics.com/g/collect?{vendors.query(('v', '2'), ('tid', 'G-EXAMPLE123'), ('cid', '1881062704.1700000000'), ('dl', shop), ('dt', 'Blankets'), ('sr', '1920x1080'), ('_p', '2125550144'))}")
    click = json({"pids": [1234567], "url": shop, "pageTitle": "Blankets", "signalType": "CLICK", "hem": None,
                  "domAttributes": {"tagName": "A", "innerText": "Ship to *****"}})
    note("base64 of gzip of JSON with an innerText of \"Ship to *****\"")
    case.add("linkedin_click_of_nobody", "LinkedIn Insight Tag, observed", [], headers=vendors.TEXT,
             url="https://px.ads.linkedin.com/wa/?medium=fetch&fmt=g", body=base64_text(gzip(click.encode())))
    page = json({"event": "$pageview", "properties": {"$current_url": shop, "$device_id": "01881-62704-4012", "distinct_id": "0190a6"}})
    case.add("posthog_page_view_of_nobody", "posthog-js, run", [], headers=vendors.TEXT, url="https://us.i.posthog.com/e/?compression=gzip-js",
             body=gzip(page))
    case.add("snap_placeholders", "Snap Pixel on a page where nobody is signed in", [], headers=vendors.TEXT,
             url="https://tr.snapchat.com/p", body=json({"ctx": {"url": shop}, "req": [{"pc": {
                 "u_hem": "FFF" + sha256("undefined"), "u_hpn": "FFF" + sha256(""), "l_city": "Springfield"}}]}))
    case.add("store_locator_in_ones_own_city", "A shop in the same city, its address in clear", [],
             url=f"https://maps.example.net/locate?{vendors.query(('q', '2450 Wabash Ave, Springfield, IL'), ('city', 'Springfield'), ('state', 'IL'))}")
    case.add("session_replay_of_a_receipt_of_somebody_else", "A receipt on a screen", [], headers=vendors.JSON,
             body=json({"text": "Peter Porter, 77 Main St, Dayton, OH 45402, VISA **** 4242, peter@example.org, (937) 555-0121"}))
    case.section("Another visitor's requests.")
    receipt = "Jane Marlowe\n123 Main St Apt 4B\nSpringfield, IL 62704\nVISA **** **** **** 1881"
    for profile in ("grace", "mark", "nora"):
        case.add(f"receipt_of_another_person_for_{profile}", "A visitor with another profile gets nothing", [], profile=profile,
                 headers=vendors.TEXT, url="https://tr.snapchat.com/p", body=json({"md": {"btx": receipt}}))
    case.add("form_of_another_person", "A visitor with another profile gets nothing", [], profile="nora",
             url=f"https://www.facebook.com/tr/?{vendors.query(*((f'udff[{key}]', sha256(text)) for key, text in (('em', vendors.EMAIL), ('ph', '2125550143'), ('fn', 'jane'), ('ln', 'marlowe'), ('ct', 'springfield'), ('st', 'il'), ('zp', '62704'))))}")
    case.add("page_url_of_another_person", "A visitor with another profile gets nothing", [], profile="mark",
             url=f"https://px.ads.linkedin.com/collect?v=2&url={percent(vendors.MAIL_PAGE)}")
    case.add("parcel_of_another_person", "A visitor with another profile gets nothing", [], profile="nora",
             url=f"https://bat.bing.com/action/0?ti=12345678&p={percent(vendors.TRACK_PAGE)}")
    return case
