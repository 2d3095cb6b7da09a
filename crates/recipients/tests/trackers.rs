//! Lists of one's own: what is understood of them, what they then say, and what they cost.

use leaklight_recipients::{Asked, Counted, NoRoom, Trackers, ask};
use std::time::Instant;

const FILTERS: &str = "\
[Adblock Plus 2.0]
! Title: a list of one's own
||tracker.example^
||pixel.example^$third-party
||own.example^$~third-party
||shared.example/collect/
||wild.example/*/beacon^
||typed.example^$image,ping
||nottyped.example^$~script
||onpages.example^$domain=shop.example|~safe.shop.example
||ending.example/t.gif|
@@||tracker.example/consent.js
@@||good.tracker.example^
||bücher.example^
||unknownoption.example^$removeparam=x
||half.*^$script
-analytics.js
/ads/pixel[0-9]+/
example.com##.banner
example.com#@#.banner

";

#[test]
fn filter_lists_are_understood_as_far_as_they_name_hosts() {
    let (trackers, counted) = Trackers::parse(FILTERS);
    let expected = Counted {
        rules: 10,
        exceptions: 2,
        cosmetic: 2,
        patterns: 3,
        options: 1,
        unreadable: 0,
    };
    assert_eq!(counted, expected);
    assert_eq!(counted.left_aside(), 6);
    let shop = "https://www.shop.example/";
    for (url, page, resource, listed) in [
        ("https://tracker.example/x", shop, "", true),
        ("https://a.b.tracker.example/x", shop, "script", true),
        ("https://nottracker.example/x", shop, "", false),
        ("https://tracker.example/consent.js", shop, "", false),
        ("https://good.tracker.example/x", shop, "", false),
        ("https://pixel.example/", shop, "", true),
        (
            "https://pixel.example/",
            "https://www.pixel.example/",
            "",
            false,
        ),
        ("https://own.example/", shop, "", false),
        ("https://own.example/", "https://own.example/", "", true),
        ("https://shared.example/collect/1", shop, "", true),
        ("https://shared.example/style.css", shop, "", false),
        ("https://wild.example/v2/beacon?x=1", shop, "", true),
        ("https://wild.example/v2/beacons", shop, "", false),
        ("https://typed.example/", shop, "image", true),
        ("https://typed.example/", shop, "script", false),
        ("https://typed.example/", shop, "", true),
        ("https://nottyped.example/", shop, "script", false),
        ("https://nottyped.example/", shop, "image", true),
        ("https://onpages.example/", shop, "", true),
        (
            "https://onpages.example/",
            "https://safe.shop.example/",
            "",
            false,
        ),
        (
            "https://onpages.example/",
            "https://other.example/",
            "",
            false,
        ),
        ("https://ending.example/t.gif", shop, "", true),
        ("https://ending.example/t.gif?x=1", shop, "", false),
        ("https://www.xn--bcher-kva.example/", shop, "", true),
        ("https://unknownoption.example/", shop, "", false),
    ] {
        assert_eq!(
            is_tracker(&trackers, url, page, resource),
            listed,
            "{url} on {page} as {resource:?}"
        );
    }
}

#[test]
fn hosts_files_are_understood() {
    let (trackers, counted) = Trackers::parse(
        "# a hosts file\n127.0.0.1 localhost\n::1 ip6-localhost\n0.0.0.0 0.0.0.0\n0.0.0.0 ads.example # why\n\
         127.0.0.1\tTrack.Example\nplain.example\nnot a host file at all\n0.0.0.0 bad_$host\n",
    );
    assert_eq!(
        (counted.rules, counted.patterns, counted.unreadable),
        (3, 1, 1)
    );
    let page = "https://www.shop.example/";
    for (url, listed) in [
        ("https://ads.example/", true),
        ("https://x.track.example/", true),
        ("https://plain.example/", true),
        ("https://localhost/", false),
        ("https://other.example/", false),
    ] {
        assert_eq!(is_tracker(&trackers, url, page, ""), listed, "{url}");
    }
}

#[test]
fn a_listed_tracker_stays_unknown_by_name() {
    let (trackers, _) = Trackers::parse("||unlisted.example^");
    let answer = ask(&Asked {
        url: "https://t.unlisted.example/x",
        page: Some("https://www.shop.example/"),
        trackers: Some(&trackers),
        ..Asked::default()
    });
    assert!(answer.recipient.tracker);
    assert_eq!(answer.recipient.domain, "unlisted.example");
    assert_eq!(
        (answer.recipient.entity, answer.recipient.category),
        (None, None)
    );
}

#[test]
fn a_list_in_pieces_is_the_list() {
    let text = large();
    let (whole, counted) = Trackers::parse(&text);
    let mut pieces = Trackers::default();
    let mut sum = 0;
    let lines: Vec<_> = text.split_inclusive('\n').collect();
    for piece in lines.chunks(4_000) {
        let counted = pieces.extend(&piece.concat());
        sum += counted.rules + counted.exceptions;
    }
    assert_eq!(sum, counted.rules + counted.exceptions);
    assert_eq!(pieces, whole);
    // The same rules once more change nothing but the memory that they lie in.
    pieces.extend(lines[0]);
    assert_eq!(pieces, whole);
}

#[test]
fn what_is_kept_of_lists_is_taken_up_as_it_was() {
    let (list, _) = Trackers::parse(&large());
    let (own, _) = Trackers::parse(FILTERS);
    let kept = list.kept();
    assert!(kept.len() > 1 && kept.iter().all(|piece| piece.len() <= 64 * 1024));
    let bytes: usize = kept.iter().map(String::len).sum();
    let again = Trackers::restore(kept.iter(), bytes, list.rules()).expect("there is room");
    assert_eq!(again, list);
    // Hardly more than its text: a place for every eighth rule.
    let places = (again.rules() / 8 + 1) * 4;
    assert_eq!(again.memory(), size_of::<Trackers>() + bytes + places);
    // Two lists, one of them twice, and what is no line of a list.
    let all = [own.kept(), kept, own.kept(), vec!["\n\n".to_owned()]].concat();
    let together = Trackers::restore(all.iter(), 0, 0).expect("there is room");
    assert_eq!(together.rules(), list.rules() + own.rules());
    let shop = "https://www.shop.example/";
    for url in [
        "https://tracker.example/x",
        "https://metrics.site-59999.example/",
    ] {
        assert!(is_tracker(&together, url, shop, ""), "{url}");
    }
    assert!(!is_tracker(
        &together,
        "https://tracker.example/consent.js",
        shop,
        ""
    ));
}

#[test]
fn what_has_no_room_is_refused() {
    let none = std::iter::empty::<&str>();
    assert_eq!(Trackers::restore(none, usize::MAX, 0), Err(NoRoom));
}

#[test]
fn any_text_is_a_list() {
    let pieces = [
        "||",
        "@@",
        "^",
        "$",
        "*",
        "|",
        "/",
        "##",
        "#",
        "!",
        "a.example",
        "third-party",
        ",",
        "~",
        "domain=",
        "\t",
        "\n",
        " ",
        "0.0.0.0 ",
        "[",
        "é",
        "\0",
        ".",
        "image",
        "\r\n",
    ];
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut text = String::new();
    for _ in 0..200_000 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        text.push_str(pieces[usize::try_from(state % pieces.len() as u64).unwrap_or(0)]);
    }
    let (trackers, counted) = Trackers::parse(&text);
    assert!(
        counted.rules > 100 && counted.left_aside() > 100,
        "{counted:?}"
    );
    let _ = is_tracker(
        &trackers,
        "https://a.example/x",
        "https://b.example/",
        "image",
    );
}

/// 60,000 rules of the length and in the proportions of large lists (about 30 bytes a line): most name a host,
/// some a path, some are exceptions.
fn large() -> String {
    let mut text = String::new();
    for number in 0..60_000 {
        let line = match number % 10 {
            0 => format!("||host{number}.example/v{}/pixel.gif?\n", number % 7),
            1 => format!("||cdn{number}.network.example^$script,third-party\n"),
            2 => format!("@@||host{number}.example/c.js$domain=s{number}.example\n"),
            3..6 => format!("||some-site-{number}.example^$third-party\n"),
            _ => format!("||metrics.site-{number}.example^\n"),
        };
        text.push_str(&line);
    }
    text
}

#[test]
fn a_list_of_60_000_rules_is_small() {
    let text = large();
    let start = Instant::now();
    let (trackers, counted) = Trackers::parse(&text);
    let took = start.elapsed();
    println!(
        "60,000 rules ({} bytes of text): {took:?} to read, {} bytes of memory",
        text.len(),
        trackers.memory()
    );
    assert_eq!(counted.rules + counted.exceptions, 60_000);
    assert!(trackers.memory() < 2_000_000, "{}", trackers.memory());
    assert!(
        trackers.memory() < text.len(),
        "it takes less than the list itself"
    );
    let page = "https://www.shop.example/";
    assert!(is_tracker(
        &trackers,
        "https://metrics.site-59999.example/",
        page,
        ""
    ));
    assert!(!is_tracker(
        &trackers,
        "https://www.site-59999.example/",
        page,
        ""
    ));
}

fn is_tracker(trackers: &Trackers, url: &str, page: &str, resource: &str) -> bool {
    let answer = ask(&Asked {
        url,
        page: Some(page),
        resource: (!resource.is_empty()).then_some(resource),
        trackers: Some(trackers),
        ..Asked::default()
    });
    answer.recipient.tracker
}
