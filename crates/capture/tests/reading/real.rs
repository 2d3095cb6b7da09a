//! Real captures, where they lie beside the project.

use crate::seen::read;
use leaklight_capture::Capture;
use leaklight_core::Reason;
use std::path::Path;

#[test]
fn real_captures_are_read_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/har");
    for (name, requests, not_captured, page) in [
        (
            "idaho-yourhealthidaho.org.har",
            181,
            5,
            Some("https://www.yourhealthidaho.org/"),
        ),
        (
            "pennsylvania-pennie.com.har",
            179,
            3,
            Some("https://pennie.com/"),
        ),
        (
            "virginia-marketplace.virginia.gov.har",
            70,
            2,
            Some("https://www.marketplace.virginia.gov/"),
        ),
        ("pagexray-case-sensitive-protocol.har", 169, 0, None),
    ] {
        let path = folder.join(name);
        if !path.exists() {
            eprintln!("skipped: {name} is not here");
            continue;
        }
        let seen = read(Capture::open(&path).expect("the file is there"));
        assert_eq!(seen.problems, Vec::<String>::new(), "{name}");
        assert_eq!(seen.requests.len(), requests, "{name}");
        let missed = seen
            .requests
            .iter()
            .filter(|request| request.unread == [Reason::BodyNotCaptured]);
        assert_eq!(missed.count(), not_captured, "{name}");
        assert_eq!(seen.skips.is_empty(), page.is_none(), "{name}");
        if page.is_some() {
            assert!(
                seen.requests
                    .iter()
                    .all(|request| request.page.as_deref() == page),
                "{name}"
            );
        }
    }
}
