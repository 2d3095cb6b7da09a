//! What is split over neighbours is found wherever among thousands of others they stand.

mod posted;

use posted::{jane, posted};

/// Ten thousand fields, and among them two in a row.
fn fields(before: usize, two: &str) -> String {
    let mut body = String::from("a=b");
    for number in 0..10_000 {
        // Whole values are searched together: what others hold must not hide it.
        body.push_str(&format!("&n{number}=word {number}"));
        if number == before {
            body.push('&');
            body.push_str(two);
        }
    }
    body
}

#[test]
fn a_number_in_two_fields_is_found_among_thousands() {
    let jane = jane();
    let found = |body: String| {
        let report = jane.inspect(&posted(body.as_bytes()));
        let mut leaks = report.leaks.iter();
        leaks.any(|leak| leak.identifier == "phone-1")
    };
    for before in [0, 1, 500, 4_000, 9_000] {
        assert!(found(fields(before, "area=212&phone=555-0143")), "{before}");
        assert!(
            !found(fields(before, "area=213&phone=555-0143")),
            "{before}"
        );
    }
}
