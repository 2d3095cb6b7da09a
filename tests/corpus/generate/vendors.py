"""Requests as vendors' tags really make them, with an invented person's details in them."""

from cases import Cases, hit
from encode import base64_text, digest, digest_base64, fields, google, gzip, json, note, percent, sha256
from people import (
    ADDRESS_LINE, ADDRESS_MASKED, ADDRESS_QUERY, ADDRESS_SLUG, EMAIL, PARCEL, PHONE, PHONE_DIGITS, PHONE_NATIONAL,
)

TEXT = [["Content-Type", "text/plain;charset=UTF-8"]]
FORM = [["Content-Type", "application/x-www-form-urlencoded"]]
JSON = [["Content-Type", "application/json"]]
MAIL_PAGE = f"https://mail.post.example/preview?{ADDRESS_QUERY}"
SLUG_PAGE = f"https://mail.post.example/residents/{ADDRESS_SLUG}/today"
TRACK_PAGE = f"https://tools.post.example/go/track?tRef=fullpage&tLabels={PARCEL}"
DONE_PAGE = f"https://shop.example.com/done?order=7081&email={percent(EMAIL)}"
ADDRESS = "address-1"


def cases():
    written = Cases(url="https://collect.example.net/c")
    for section in (meta, linkedin, snap, tiktok, pinterest, microsoft, google_analytics, google_ads, smaller, adobe,
                    post_office):
        section(written)
    return written


def query(*pairs):
    return fields(pairs)


def meta(case):
    case.section("Meta Pixel.")
    tr = "https://www.facebook.com/tr/"
    start = (("id", "1234567890123456"), ("ev", "PageView"), ("dl", "https://shop.example.com/"), ("rl", ""), ("if", "false"),
             ("ts", "1700000000123"))
    end = (("v", "2.9.210"), ("r", "stable"), ("o", "4126"), ("fbp", "fb.1.1700000000000.1098115837"))
    observed = "Meta Pixel, observed"

    def get(*pairs):
        return f"{tr}?{query(*start, *pairs, *end)}"

    case.add("meta_ud_em", "Meta Pixel advanced matching, observed: ud[…] is given by the site",
             [hit("email-1", "url_query", "ud[em]", [], "sha256", confidence="certain")], url=get(("ud[em]", sha256(EMAIL))))
    case.add("meta_udff_em", "Meta Pixel automatic advanced matching, observed: udff[…] is scraped from forms",
             [hit("email-1", "url_query", "udff[em]", [], "sha256", confidence="certain")], url=get(("udff[em]", sha256(EMAIL))))
    case.add("meta_aud_ph_national", "Meta Pixel, observed: no country code added",
             [hit("phone-1", "url_query", "aud[ph]", [], "sha256")], url=get(("aud[ph]", sha256(PHONE_NATIONAL))))
    case.add("meta_em_with_appendix", "Meta's parameter builder, documented: <digest>.<appendix>",
             [hit("email-1", "url_query", "ud[em]", [], "sha256")], url=get(("ud[em]", sha256(EMAIL) + ".AQECAQIA")))
    case.add("meta_external_id_is_the_email", "Meta: external_id is whatever the site calls its user",
             [hit("email-1", "url_query", "ud[external_id]", [], "sha256")], url=get(("ud[external_id]", sha256(EMAIL))))
    everything = [(f"udff[{key}]", sha256(what)) for key, what in (
        ("em", EMAIL), ("ph", PHONE_NATIONAL), ("fn", "jane"), ("ln", "marlowe"), ("ct", "springfield"), ("st", "il"),
        ("zp", "62704"), ("country", "us"))]
    all_found = [
        hit("email-1", digest="sha256"), hit("phone-1", digest="sha256"),
        hit("name-1", digest="sha256", parts=["given", "family"]), hit(ADDRESS, digest="sha256"),
    ]
    case.add("meta_udff_of_a_whole_form", observed, [one | {"carrier": "url_query", "chain": []} for one in all_found],
             url=get(*everything))
    case.add("meta_udff_of_a_whole_form_as_urlencoded_post", "Meta Pixel, observed: above 2,048 characters it is a form POST",
             [one | {"carrier": "body", "chain": []} for one in all_found], url=tr, headers=FORM,
             body=query(*start, *everything, *end))
    parts = "".join(f'------b0\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{what}\r\n'
                    for key, what in (*start, ("udff[em]", sha256(EMAIL)), *end)) + "------b0--\r\n"
    case.add("meta_udff_em_as_multipart_beacon", "Meta Pixel, observed: sendBeacon with FormData",
             [hit("email-1", "body", "udff[em]", [], "sha256")], url=tr, body=parts,
             headers=[["Content-Type", "multipart/form-data; boundary=----b0"]])
    case.add("meta_udff_em_as_parsed_form", "Meta Pixel, observed: FormData, as a browser shows it to an extension",
             [hit("email-1", "body", "udff[em]", [], "sha256")], url=tr, method="POST",
             form=[["id", "1234567890123456"], ["udff[em]", sha256(EMAIL)]])
    case.add("meta_dl_with_address", observed, [hit(ADDRESS, "url_query", None, [], confidence="certain")],
             url=f"{tr}?{query(('id', '1234567890123456'), ('ev', 'PageView'), ('dl', MAIL_PAGE), ('rl', ''))}")
    case.add("meta_dl_with_address_slug", observed, [hit(ADDRESS, "url_query", "dl", [], confidence="certain")],
             url=f"{tr}?{query(('id', '1234567890123456'), ('ev', 'PageView'), ('dl', SLUG_PAGE), ('rl', ''))}")
    case.add("meta_rl_with_email", observed, [hit("email-1", "url_query", "rl › email", [])],
             url=f"{tr}?{query(('id', '1234567890123456'), ('ev', 'PageView'), ('dl', 'https://shop.example.com/'), ('rl', DONE_PAGE))}")
    features = json({"classList": "btn address", "destination": "https://mail.post.example/", "id": "", "imageUrl": "",
                     "innerText": ADDRESS_LINE, "numChildButtons": 0, "tag": "a", "type": None})
    case.add("meta_button_text_with_address", "Meta Pixel, observed: SubscribedButtonClick sends the clicked text in clear",
             [hit(ADDRESS, "url_query", "cd[buttonText]", [], confidence="certain")],
             url=get(("cd[buttonText]", ADDRESS_LINE)))
    case.add("meta_button_features_with_address", "Meta Pixel, observed: innerText in a JSON parameter",
             [hit(ADDRESS, "url_query", "cd[buttonFeatures] › $.innerText", [], confidence="certain")],
             url=get(("cd[buttonText]", "Change"), ("cd[buttonFeatures]", features)))
    case.add("meta_page_features_with_name", "Meta Pixel, observed: cd[pageFeatures] holds the page's title; tax filing sites, 2022",
             [hit("name-1", "url_query", "cd[pageFeatures] › $.title", [])],
             url=get(("cd[pageFeatures]", json({"title": "Jane Marlowe - Your return"}))))


def linkedin(case):
    case.section("LinkedIn Insight Tag.")
    collect = "https://px.ads.linkedin.com/collect"
    observed = "LinkedIn Insight Tag, observed"
    case.add("linkedin_collect_url_with_address", observed, [hit(ADDRESS, "url_query", None, [], confidence="certain")],
             url=f"{collect}?{query(('v', '2'), ('fmt', 'js'), ('pid', '1234567'), ('time', '1700000000123'), ('url', MAIL_PAGE))}")
    nested = f"{collect}?{query(('v', '2'), ('pid', '1234567'), ('url', DONE_PAGE), ('liSync', 'true'))}"
    case.add("linkedin_li_sync_nested_once_more", "LinkedIn Insight Tag, observed: li_sync?redirect=<the /collect URL>",
             [hit("email-1", "url_query", "redirect › url › email", [])],
             url=f"https://www.linkedin.com/px/li_sync?{query(('redirect', nested))}")
    click = {"pids": [1234567], "scriptVersion": 210, "time": 1700000000123, "domain": "mail.post.example",
             "url": "https://mail.post.example/preview", "pageTitle": "Mail preview", "websiteSignalRequestId": "0f1c",
             "signalType": "CLICK", "href": "https://mail.post.example/address", "hem": None,
             "domAttributes": {"tagName": "A", "innerText": ADDRESS_MASKED, "cursor": "pointer"},
             "innerElements": None, "elementCrumbsTree": [{"tagName": "a", "nthChild": 1}]}
    button = {"tagName": "BUTTON", "innerText": "Continue", "cursor": "pointer"}
    address = hit(ADDRESS, "body", "$.domAttributes.innerText", confidence="certain")
    hem = hit("email-1", "body", "$.hem", digest="sha256", confidence="certain")
    for name, payload, expected in (
        ("clicked_masked_address", click, address),
        ("hem", click | {"hem": sha256(EMAIL), "domAttributes": button}, hem),
    ):
        case.add(f"linkedin_wa_json_{name}", observed, [expected | {"chain": []}], url="https://px.ads.linkedin.com/wa/",
                 headers=TEXT, body=json(payload))
        note(f"base64 of gzip of the body of linkedin_wa_json_{name}")
        case.add(f"linkedin_wa_base64_gzip_json_{name}", "LinkedIn Insight Tag, observed since 2026: base64 of gzip of JSON",
                 [expected | {"chain": ["base64", "gzip"]}], url="https://px.ads.linkedin.com/wa/?medium=fetch&fmt=g",
                 headers=TEXT, body=base64_text(gzip(json(payload).encode())))
    case.add("linkedin_attribution_trigger", observed, [hit(ADDRESS, "url_query", "url", [], confidence="certain")],
             url=f"https://px.ads.linkedin.com/attribution_trigger?{query(('pid', '1234567'), ('time', '1700000000123'), ('url', SLUG_PAGE))}")


def snap(case):
    case.section("Snap Pixel.")
    observed = "Snap Pixel, observed"
    post = "https://tr.snapchat.com/p"

    def body(url="https://shop.example.com/", md=None, **pc):
        return json({"ctx": {"url": url, "rf": ""}, "req": [
            {"t": {"ev": "PAGE_VIEW", "pid": "0a1b2c3d-0000-4000-8000-00000000abcd", "ts": 1700000000123}},
            {"md": md or {}}, {"pc": pc}]})

    case.add("snap_u_hems", observed, [hit("email-1", "body", "$.req[2].pc.u_hems[0]", [], "sha256", confidence="certain")],
             url=post, headers=TEXT, body=body(u_hems=[sha256(EMAIL)]))
    case.add("snap_u_hpns", "Snap Pixel, observed: digits with country code, no plus",
             [hit("phone-1", "body", "$.req[2].pc.u_hpns[0]", [], "sha256")],
             url=post, headers=TEXT, body=body(u_hpns=[sha256(PHONE_DIGITS)]))
    case.add("snap_u_hem_behind_fff", "Snap Pixel, observed: what it finds invalid is hashed and prefixed FFF",
             [hit("email-1", "body", "$.req[2].pc.u_hem", [], "sha256")],
             url=post, headers=TEXT, body=body(u_hem="FFF" + sha256(EMAIL)))
    case.add("snap_names", observed, [hit("name-1", "body", None, [], "sha256", parts=["given", "family"])],
             url=post, headers=TEXT, body=body(u_fn=sha256("jane"), u_ln=sha256("marlowe")))
    case.add("snap_address_in_clear", "Snap Pixel, observed: l_addr and l_city in clear",
             [hit(ADDRESS, "body", None, [], confidence="certain", parts=["street", "city"])],
             url=post, headers=TEXT, body=body(l_addr="123 Main St", l_city="Springfield"))
    case.add("snap_context_url_with_address", observed, [hit(ADDRESS, "body", None, [], confidence="certain")],
             url=post, headers=TEXT, body=body(url=MAIL_PAGE))
    case.add("snap_context_url_with_email", observed, [hit("email-1", "body", "$.ctx.url › email", [])],
             url=post, headers=TEXT, body=body(url=DONE_PAGE))
    case.add("snap_clicked_text", "Snap Pixel, observed: md.btx is the clicked button's text in clear",
             [hit(ADDRESS, "body", "$.req[1].md.btx", [], confidence="certain")],
             url=post, headers=TEXT, body=body(md={"btx": ADDRESS_LINE, "bid": "addr"}))
    case.add("snap_get", observed, [hit("email-1", "url_query", "u_hem", [], "sha256")],
             url=f"https://tr6.snapchat.com/p?{query(('pid', '0a1b2c3d-0000-4000-8000-00000000abcd'), ('ev', 'SIGN_UP'), ('u_hem', sha256(EMAIL)))}")
    case.add("snap_domain_digest_beside_the_email", "Snap Pixel, observed: u_hed is SHA-256 of the domain, which is nobody",
             [hit("email-1", "body", "$.req[2].pc.u_hem", [], "sha256", parts=[])],
             url=post, headers=TEXT, body=body(u_hed=sha256("example.com"), u_hem=sha256(EMAIL)))


def tiktok(case):
    case.section("TikTok Pixel.")
    observed = "TikTok Pixel, observed"
    post = "https://analytics.tiktok.com/api/v2/pixel"

    def body(event="Pageview", user=None, page="https://shop.example.com/", **more):
        return json({"event": event, "event_id": "", "message_id": "messageId-1700000000123-8837", "is_onsite": False,
                     "context": {"ad": {"sdk_env": "external"}, "user": user or {}, "pixel": {"code": "EXAMPLECODE00"},
                                 "page": {"url": page, "referrer": ""}, "library": {"name": "pixel.js", "version": "2.2.1"}},
                     "timestamp": "2026-01-05T10:00:00.123Z"} | more)

    case.add("tiktok_email", observed, [hit("email-1", "body", "$.context.user.email", [], "sha256", confidence="certain")],
             url=post, headers=JSON, body=body(user={"email": sha256(EMAIL)}))
    case.add("tiktok_auto_email_and_phone", "TikTok Pixel, read in its code: E.164 with plus", [
        hit("email-1", "body", "$.context.user.auto_email", [], "sha256"),
        hit("phone-1", "body", "$.context.user.auto_phone_number", [], "sha256"),
    ], url=post, headers=JSON, body=body(user={"auto_email": sha256(EMAIL), "auto_phone_number": sha256(PHONE)}))
    case.add("tiktok_names_and_place", "TikTok Pixel, observed: city, state and country in clear beside digests", [
        hit("name-1", "body", None, [], "sha256", parts=["given", "family"]), hit(ADDRESS, "body", parts=["city", "region", "postal_code"]),
    ], url=post, headers=JSON, body=body(user={
        "first_name": sha256("jane"), "last_name": sha256("marlowe"), "zip_code": sha256("62704"), "city": "springfield",
        "state": "il", "country": "us"}))
    case.add("tiktok_page_url", observed, [hit("email-1", "body", "$.context.page.url › email", [])],
             url=post, headers=JSON, body=body(page=DONE_PAGE))
    case.add("tiktok_get_form", "TikTok Pixel, read in its code: analytics_message is base64 of JSON",
             [hit("email-1", "url_query", "analytics_message › $.context.user.email", ["base64"], "sha256")],
             url=f"{post}?{query(('analytics_message', base64_text(body(user={'email': sha256(EMAIL)}))))}")
    content = json({"text": ADDRESS_LINE, "tag": "div"})
    case.add("tiktok_act_content_data", "TikTok Pixel, observed: auto_collected_properties.content_data.* are JSON strings",
             [hit(ADDRESS, "body", "$.auto_collected_properties.content_data.trigger › $.text", [], confidence="certain")],
             url=post + "/act", headers=JSON, body=body("Click", auto_collected_properties={"content_data": {"trigger": content}}))


def pinterest(case):
    case.section("Pinterest Tag.")
    observed = "Pinterest Tag, observed"

    def get(pd=None, ed=None, ad=None, path="v3/"):
        pairs = [("tid", "2612345678901"), ("event", "init")]
        pairs += [(key, json(what)) for key, what in (("pd", pd), ("ed", ed), ("ad", ad)) if what]
        return f"https://ct.pinterest.com/{path}?{query(*pairs, ('cb', '1700000000123'))}"

    case.add("pinterest_pd_em_sha256", observed, [hit("email-1", "url_query", "pd › $.em", [], "sha256")],
             url=get(pd={"em": sha256(EMAIL), "np": "gtm"}))
    case.add("pinterest_pd_em_md5", "Pinterest Tag: SHA-256, SHA-1 or MD5", [hit("email-1", "url_query", "pd › $.em", [], "md5")],
             url=get(pd={"em": digest("md5", EMAIL)}))
    case.add("pinterest_pd_em_sha1", "Pinterest Tag: SHA-256, SHA-1 or MD5", [hit("email-1", "url_query", "pd › $.em", [], "sha1")],
             url=get(pd={"em": digest("sha1", EMAIL)}, path="user/"))
    case.add("pinterest_pd_automatic_matching", observed, [
        hit("email-1", "url_query", "pd › $.aem", [], "sha256"), hit("phone-1", "url_query", "pd › $.aem_ph", [], "sha256"),
        hit("name-1", "url_query", None, [], "sha256", parts=["given", "family"]),
    ], url=get(pd={"aem": sha256(EMAIL), "aem_fn": sha256("jane"), "aem_ln": sha256("marlowe"), "aem_ph": sha256(PHONE_DIGITS)}))
    case.add("pinterest_ad_loc", observed, [hit("email-1", "url_query", "ad › $.loc › email", [])],
             url=get(ad={"loc": DONE_PAGE, "ref": "", "if": False, "sh": 900}))
    case.add("pinterest_ed_in_clear", "Pinterest Tag, observed: event data in clear",
             [hit("email-1", "url_query", "ed › $.lead_email", [])], url=get(ed={"value": 12.5, "lead_email": EMAIL}))


def microsoft(case):
    case.section("Microsoft UET.")
    start = (("ti", "12345678"), ("Ver", "2"), ("mid", "0f1c2d3e-0000-4000-8000-000000000001"), ("sid", "ab12"))
    action = "https://bat.bing.com/action/0"
    pid = f"em={sha256(EMAIL)}&ph={sha256('+2125550143')}"
    case.add("microsoft_pid", "Microsoft UET enhanced conversions, documented: pid=em%3D<h>%26ph%3D<h>", [
        hit("email-1", "url_query", "pid › em", [], "sha256"), hit("phone-1", "url_query", "pid › ph", [], "sha256"),
    ], url=f"{action}?{query(*start, ('pid', pid), ('evt', 'pageLoad'))}")
    case.add("microsoft_page_and_title", "Microsoft UET, observed: p is the page, tl its title", [
        hit("email-1", "url_query", "p › email", []), hit("name-1", "url_query", "tl", []),
    ], url=f"{action}?{query(*start, ('tl', 'Thank you, Jane Marlowe'), ('p', DONE_PAGE), ('r', ''), ('evt', 'pageLoad'))}")
    case.add("microsoft_beacon", "Microsoft UET, observed: POST /actionp/0 with its parameters in the URL",
             [hit(ADDRESS, "url_query", None, [], confidence="certain")], method="POST",
             url=f"https://bat.bing.com/actionp/0?{query(*start, ('p', MAIL_PAGE), ('evt', 'pageHide'))}")


def google_analytics(case):
    case.section("Google Analytics 4.")
    observed = "Google Analytics 4, observed"
    start = (("v", "2"), ("tid", "G-EXAMPLE123"), ("gtm", "45je5a"), ("_p", "1700000000123"), ("cid", "1098115837.1700000000"))
    collect = "https://region1.google-analytics.com/g/collect"
    case.add("ga4_page_location", observed, [hit("email-1", "url_query", "dl › email", [])], method="POST",
             url=f"{collect}?{query(*start, ('dl', DONE_PAGE), ('dt', 'Done'), ('en', 'page_view'))}")
    case.add("ga4_page_title", observed, [hit("name-1", "url_query", "dt", [])], method="POST",
             url=f"{collect}?{query(*start, ('dl', 'https://shop.example.com/'), ('dt', 'Jane Marlowe | Account'), ('en', 'page_view'))}")
    case.add("ga4_event_parameter", observed, [hit("email-1", "url_query", "ep.user_email", [])], method="POST",
             url=f"{collect}?{query(*start, ('en', 'login'), ('ep.user_email', EMAIL))}")
    case.add("ga4_user_property_digest", observed, [hit("email-1", "url_query", "up.hashed_email", [], "sha256")], method="POST",
             url=f"{collect}?{query(*start, ('en', 'login'), ('up.hashed_email', sha256(EMAIL)))}")
    case.add("ga4_user_id", observed, [hit("email-1", "url_query", "uid", [])], method="POST",
             url=f"https://analytics.google.com/g/collect?{query(*start, ('uid', EMAIL), ('en', 'login'))}")
    case.add("ga4_user_data", "Google tag, observed: em=tv.1~em.<digest>", [hit("email-1", "url_query", "em", [], "sha256")],
             method="POST", url=f"{collect}?{query(*start, ('en', 'sign_up'), ('em', 'tv.1~em.' + google(EMAIL)))}")
    events = "\r\n".join((query(("en", "scroll"), ("epn.percent_scrolled", "90"), ("_et", "3001")),
                          query(("en", "form_submit"), ("ep.form_email", EMAIL), ("_et", "17"))))
    case.add("ga4_several_events", "Google Analytics 4, observed: one query string per CRLF line",
             [hit("email-1", "body", chain=[])], headers=TEXT, body=events, url=f"{collect}?{query(*start)}")
    case.add("ga4_on_a_first_party_host", "Google Analytics 4 server-side tagging, observed",
             [hit("email-1", "url_query", "ep.email", [])], page="https://shop.example.com/", method="POST",
             url=f"https://metrics.shop.example.com/g/collect?{query(*start, ('en', 'login'), ('ep.email', EMAIL))}")


def google_ads(case):
    case.section("Google Ads and Floodlight.")
    ads = "https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1098115837/"
    observed = "Google Ads, observed"
    user = (f"tv.1~em.{google(EMAIL)}~pn.{google(PHONE)}~fn0.{google('jane')}~ln0.{google('marlowe')}~sa0.{google('main st')}"
            "~ct0.springfield~pc0.62704~rg0.il~co0.us")
    expected = [hit("email-1", "url_query", "em", [], "sha256"), hit("phone-1", "url_query", "em", [], "sha256"),
                hit("name-1", "url_query", "em", [], "sha256", parts=["given", "family"]), hit(ADDRESS, "url_query")]
    case.add("google_ads_user_data", "Google tag, observed: tv.1~em.<H>~pn.<H>~…, H = base64url SHA-256", expected,
             url=f"{ads}?{query(('random', '1700000000123'), ('url', 'https://shop.example.com/'), ('em', user))}")
    case.add("google_ads_page_url", observed, [hit(ADDRESS, "url_query", None, [], confidence="certain")],
             url=f"{ads}?{query(('random', '1700000000123'), ('url', MAIL_PAGE), ('ref', ''), ('tiba', 'Mail preview'))}")
    case.add("google_ads_page_title", observed, [hit("name-1", "url_query", "tiba", [])],
             url=f"{ads}?{query(('url', 'https://shop.example.com/'), ('tiba', 'Hello Jane Marlowe'))}")
    case.add("google_ads_data_pairs", "Google Ads, observed: data=k=v;k=v", [hit("email-1", "url_query", chain=[])],
             url=f"{ads}?{query(('url', 'https://shop.example.com/'), ('data', f'event=sign_up;user_email={EMAIL};value=1'))}")
    case.add("google_ads_user_list", observed, [hit("email-1", "url_query", "em", [], "sha256")],
             url=f"https://www.google.com/pagead/1p-user-list/1098115837/?{query(('em', 'tv.1~em.' + google(EMAIL)), ('fmt', '3'))}")
    case.add("google_consent_mode_page", observed, [hit("email-1", "url_query", "dl › email", [])], method="POST",
             url=f"https://www.google.com/ccm/collect?{query(('en', 'page_view'), ('dl', DONE_PAGE), ('scrsrc', 'www.googletagmanager.com'))}")
    case.add("floodlight_variable", "Floodlight, observed: `;` between parameters in the path",
             [hit("email-1", "url_path", "u1", [])],
             url=f"https://1234567.fls.doubleclick.net/activityi;src=1234567;type=conv0;cat=thank0;ord=1098115837;u1={percent(EMAIL)};~oref={percent('https://shop.example.com/')}?")
    case.add("floodlight_page_url", "Floodlight, observed: ~oref holds the page's URL",
             [hit("email-1", "url_path", "~oref › email", [])],
             url=f"https://1234567.fls.doubleclick.net/activityi;src=1234567;type=conv0;cat=thank0;ord=1098115837;~oref={percent(DONE_PAGE)}?")
    case.add("floodlight_user_data", "Google tag, observed: em=tv.1~em.<H> among path parameters",
             [hit("email-1", "url_path", "em", [], "sha256")],
             url=f"https://ad.doubleclick.net/activity;src=1234567;type=conv0;cat=thank0;em=tv.1~em.{google(EMAIL)};ord=1?")


def smaller(case):
    case.section("Reddit, X, Criteo, HubSpot, UID2.")
    other = sha256("somebody@example.org")
    reddit = "https://alb.reddit.com/rp.gif"
    case.add("reddit_em", "Reddit Pixel, read in its code", [hit("email-1", "url_query", "em", [], "sha256")],
             url=f"{reddit}?{query(('id', 'a2_example'), ('event', 'PageVisit'), ('em', sha256(EMAIL)))}")
    case.add("reddit_auto_em_list", "Reddit Pixel, read in its code: comma list", [hit("email-1", "url_query", "auto_em", [], "sha256")],
             url=f"{reddit}?{query(('id', 'a2_example'), ('event', 'Lead'), ('auto_em', other + ',' + sha256(EMAIL)))}")
    case.add("reddit_auto_pn_list", "Reddit Pixel, read in its code: weight~digest, pipe list",
             [hit("phone-1", "url_query", "auto_pn", [], "sha256")],
             url=f"{reddit}?{query(('id', 'a2_example'), ('event', 'Lead'), ('auto_pn', '2~' + other + '|5~' + sha256(PHONE)))}")
    adsct = "https://analytics.twitter.com/i/adsct"
    case.add("x_email_and_phone", "X Pixel, documented: email_address and phone_number, SHA-256", [
        hit("email-1", "url_query", "email_address", [], "sha256"), hit("phone-1", "url_query", "phone_number", [], "sha256"),
    ], url=f"{adsct}?{query(('txn_id', 'o1abc'), ('events', json([['pageview', {}]])), ('email_address', sha256(EMAIL)), ('phone_number', sha256(PHONE)))}")
    case.add("x_document_href", "X Pixel, documented: tw_document_href", [hit("email-1", "url_query", "tw_document_href › email", [])],
             url=f"https://t.co/i/adsct?{query(('txn_id', 'o1abc'), ('tw_document_href', DONE_PAGE))}")
    criteo = f"e=ce&m={percent('[' + digest('md5', EMAIL) + ']')}"
    case.add("criteo_md5_in_brackets", "Criteo OneTag, read in its code: p0=e=ce&m=[md5], percent-encoded twice",
             [hit("email-1", "url_query", "p0 › m", [], "md5")],
             url=f"https://sslwidget.criteo.com/event?{query(('a', '12345'), ('v', '5.23.0'), ('p0', criteo), ('p1', 'e=vh'))}")
    case.add("hubspot_page_url", "HubSpot, observed: pu is the page", [hit("email-1", "url_query", "pu › email", [])],
             url=f"https://track.hubspot.com/__ptq.gif?{query(('k', '1'), ('sd', '1920x1080'), ('pu', DONE_PAGE), ('t', 'Done'))}")
    case.add("uid2_email_and_phone", "UID2, documented: base64 of the raw SHA-256", [
        hit("email-1", "body", "$.email_hash", digest="sha256"), hit("phone-1", "body", "$.phone_hash", digest="sha256"),
    ], url="https://prod.uidapi.com/v2/token/client-generate", headers=JSON,
        body=json({"email_hash": digest_base64("sha256", EMAIL), "phone_hash": digest_base64("sha256", PHONE)}))


def adobe(case):
    case.section("Adobe Analytics and Target.")
    hit_url = "https://metrics.shop.example.com/b/ss/examplersid/1/JS-2.23.0/s1098115837"
    observed = "Adobe Analytics, observed"
    case.add("adobe_props_in_clear", observed, [hit("email-1", "url_query", "c12", []), hit("phone-1", "url_query", "v31", [])],
             page="https://shop.example.com/",
             url=f"{hit_url}?{query(('AQB', '1'), ('ndh', '1'), ('pageName', 'thanks'), ('c12', EMAIL), ('v31', PHONE_NATIONAL), ('AQE', '1'))}")
    case.add("adobe_page_url", observed, [hit(ADDRESS, "url_query", None, [], confidence="certain")],
             url=f"{hit_url}?{query(('AQB', '1'), ('g', MAIL_PAGE), ('r', ''), ('AQE', '1'))}")
    case.add("adobe_dotted_context", "Adobe Analytics, observed: c. opens a nest of keys and .c closes it",
             [hit("email-1", "url_query", chain=[])],
             url=f"{hit_url}?AQB=1&c.&a.&AppID=web&.a&user.&mail={percent(EMAIL)}&.user&.c&AQE=1")
    case.add("adobe_post", observed, [hit("email-1", "body", "c12", [])], url=hit_url, headers=FORM,
             body=query(("AQB", "1"), ("pageName", "thanks"), ("c12", EMAIL), ("AQE", "1")))
    case.add("adobe_target_profile", "Adobe Target, observed: profile.* in clear", [
        hit("email-1", "url_query", "profile.mail", []), hit(ADDRESS, "url_query", None, []),
    ], url=f"https://example.tt.omtrdc.net/m2/example/mbox/json?{query(('mbox', 'global'), ('profile.mail', EMAIL), ('mboxURL', MAIL_PAGE))}")


def post_office(case):
    case.section("A post office: parcels, and a receipt with name, address and the card's last four.")
    usps = "TechCrunch, July 2024: a post office's tracking numbers reached Bing, Google, LinkedIn, Pinterest and Snap"
    one = "other-1"
    senders = (
        ("bing", f"https://bat.bing.com/action/0?{query(('ti', '12345678'), ('p', TRACK_PAGE), ('evt', 'pageLoad'))}", "p"),
        ("google", f"https://www.google-analytics.com/g/collect?{query(('v', '2'), ('tid', 'G-EXAMPLE123'), ('dl', TRACK_PAGE))}", "dl"),
        ("linkedin", f"https://px.ads.linkedin.com/collect?{query(('v', '2'), ('pid', '1234567'), ('url', TRACK_PAGE))}", "url"),
        ("pinterest", f"https://ct.pinterest.com/v3/?{query(('tid', '26123'), ('ad', json({'loc': TRACK_PAGE})))}", "ad › $.loc"),
    )
    for vendor, url, name in senders:
        case.add(f"parcel_to_{vendor}", usps, [hit(one, "url_query", f"{name} › tLabels", [])], url=url,
                 page="https://tools.post.example/go/track")
    case.add("parcel_to_snap", usps, [hit(one, "body", "$.ctx.url › tLabels", [])], url="https://tr.snapchat.com/p",
             headers=TEXT, body=json({"ctx": {"url": TRACK_PAGE}, "req": [{"t": {"ev": "PAGE_VIEW"}}]}))
    receipt = "Jane Marlowe\n123 Main St Apt 4B\nSpringfield, IL 62704\nVISA **** **** **** 1881\nTotal $59.90"
    case.add("receipt_as_clicked_text", "A postal store, November 2011: name, address and the card's last four on a page", [
        hit("name-1", "body", "$.md.btx", []), hit(ADDRESS, "body", "$.md.btx", []),
        hit("card-1", "body", "$.md.btx", [], parts=["last4"]),
    ], url="https://tr.snapchat.com/p", headers=TEXT, body=json({"md": {"btx": receipt}}))
    case.add("receipt_as_page_url", "A postal store, November 2011: name, address and the card's last four on a page", [
        hit("name-1", "url_query", None, []), hit(ADDRESS, "url_query", None, []),
        hit("card-1", "url_query", "dl › last4", [], parts=["last4"]),
    ], url=f"https://www.facebook.com/tr/?{query(('id', '1'), ('ev', 'Purchase'), ('dl', 'https://store.post.example/receipt?first=Jane&last=Marlowe&card=visa&last4=1881&' + ADDRESS_QUERY))}")
