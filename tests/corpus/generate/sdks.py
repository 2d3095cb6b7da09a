"""What analytics SDKs put on the wire: three that were run, and the ways of others."""

from cases import Cases, hit
from encode import base64_text, gzip, json, json_latin_1, note, percent
from people import ADDRESS_LINE, EMAIL
from vendors import FORM, JSON, TEXT, query


def cases():
    case = Cases(url="https://collect.example.net/c")
    identify = {"api_key": "phc_example", "event": "$identify", "properties": {"$lib": "web", "$current_url": "https://app.example/"},
                "$set": {"email": EMAIL, "name": "Jane Marlowe"}}
    both = [("email-1", "$.$set.email"), ("name-1", "$.$set.name")]
    posthog = "https://us.i.posthog.com/e/"
    case.add("posthog_json", "posthog-js, run: JSON", [hit(who, "body", None, []) for who, _ in both], headers=JSON,
             url=f"{posthog}?ip=0&_=1700000000123", body=json(identify))
    note("gzip of the JSON of posthog_json")
    case.add("posthog_gzip_without_a_hint", "posthog-js, run: gzip as text/plain without Content-Encoding",
             [hit(who, "body", None, ["gzip"]) for who, _ in both], headers=TEXT,
             url=f"{posthog}?compression=gzip-js", body=gzip(json(identify).encode()))
    note("percent-encoded base64 of the JSON of posthog_json")
    case.add("posthog_beacon", "posthog-js, run: data=percent(base64(JSON))",
             [hit(who, "body", None, ["base64"]) for who, _ in both], headers=FORM,
             url=f"{posthog}?compression=base64&beacon=1", body="data=" + percent(base64_text(json(identify).encode())))
    screen = json({"type": 3, "data": {"source": 5, "text": ADDRESS_LINE}})
    note(f"data is gzip, one character a byte, of {screen}")
    replay = b'{"event":"$snapshot","properties":{"$snapshot_data":[{"cv":"2024-10","data":' + json_latin_1(gzip(screen.encode())).encode() + b"}]}}"
    note("and all of it is gzip once more")
    case.add("posthog_replay", "posthog-js, run: gzip of JSON whose strings are gzip as Latin-1",
             [hit("address-1", "body", "$.properties.$snapshot_data[0].data › $.data.text", ["gzip", "gzip"], confidence="certain")],
             headers=TEXT, url="https://us.i.posthog.com/s/?compression=gzip-js", body=gzip(replay))
    event = json({"schema": "iglu:com.snowplowanalytics.snowplow/unstruct_event/jsonschema/1-0-0", "data": {
        "schema": "iglu:example/sign_up/jsonschema/1-0-0", "data": {"email": EMAIL}}})
    payload = {"schema": "iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4",
               "data": [{"e": "ue", "ue_pr": event, "tv": "js-3.24.0", "aid": "shop", "stm": "1700000000123"}]}
    case.add("snowplow_post", "@snowplow/browser-tracker, run: JSON with JSON strings inside",
             [hit("email-1", "body", "$.data[0].ue_pr › $.data.data.email", [])], headers=JSON,
             url="https://collector.example.net/com.snowplowanalytics.snowplow/tp2", body=json(payload))
    case.add("snowplow_user_id", "@snowplow/browser-tracker, run: setUserId",
             [hit("email-1", "body", "$.data[0].uid", [])], headers=JSON,
             url="https://collector.example.net/com.snowplowanalytics.snowplow/tp2",
             body=json(payload | {"data": [{"e": "pv", "uid": EMAIL, "url": "https://shop.example.com/"}]}))
    case.add("snowplow_get", "@snowplow/browser-tracker, run: ue_px is unpadded base64url JSON",
             [hit("email-1", "url_query", "ue_px › $.data.data.email", ["base64"])],
             url=f"https://collector.example.net/i?{query(('stm', '1700000000123'), ('e', 'ue'), ('ue_px', base64_text(event, url=True, padding=False)))}")
    segment = {"timestamp": "2026-01-05T10:00:00.123Z", "integrations": {}, "type": "identify", "userId": "8017",
               "traits": {"email": EMAIL, "firstName": "Jane", "lastName": "Marlowe"}, "writeKey": "example"}
    case.add("segment_identify", "@segment/analytics-next, run: JSON as text/plain", [
        hit("email-1", "body", "$.traits.email", []), hit("name-1", "body", None, [], parts=["given", "family"]),
    ], headers=TEXT, url="https://api.segment.io/v1/i", body=json(segment))
    case.add("segment_alias", "@segment/analytics-next: the address as user id", [hit("email-1", "body", "$.userId", [])],
             headers=TEXT, url="https://api.segment.io/v1/t", body=json({"type": "track", "userId": EMAIL, "event": "Order"}))
    batch = json([{"event": "$identify", "properties": {"$distinct_id": "8017", "$email": EMAIL}}])
    case.add("form_body_with_json_array", "Product analytics: data= percent-encoded JSON array",
             [hit("email-1", "body", "data › $[0].properties.$email", [])], headers=FORM,
             url="https://api-js.mixpanel.com/track/?verbose=1", body=query(("data", batch)))
    case.add("image_with_base64_json", "Product analytics: image GET with data= base64 JSON",
             [hit("email-1", "url_query", "data › $[0].properties.$email", ["base64"])],
             url=f"https://api.mixpanel.com/track/?{query(('data', base64_text(batch)), ('img', '1'))}")
    case.add("jsonp_get", "Push and survey SDKs: JSONP GET", [hit("email-1", "url_query", "identity › $.email", [])],
             url=f"https://api.example.net/identify.jsonp?{query(('callback', '__cb17'), ('identity', json({'email': EMAIL})))}")
    return case
