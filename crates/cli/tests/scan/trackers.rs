//! Lists of trackers of one's own.

use crate::run::{captures, lines, run_in};
use std::fs;

#[test]
fn a_list_makes_its_hosts_known_trackers_and_says_what_it_left_aside() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(
        path("list.txt"),
        "! mine\n||unlisted.example^$third-party\n@@||good.unlisted.example^\n##.banner\n/pixel.\n",
    )
    .expect("it is written");
    fs::write(path("hosts"), "0.0.0.0 other.example\n").expect("it is written");
    let sent = |host: &str| {
        format!(
            r#"{{"url":"https://{host}/c?email=jane.doe%40example.com","method":"GET","page":"https://shop.example/"}}"#
        )
    };
    let requests = [
        "t.unlisted.example",
        "good.unlisted.example",
        "other.example",
        "third.example",
    ]
    .map(sent)
    .join("\n");
    let profile = path("profile.toml");
    fs::write(&profile, "emails = [\"jane.doe@example.com\"]\n").expect("it is written");
    let (list, hosts) = (path("list.txt"), path("hosts"));
    let run = |further: &[&str]| {
        let arguments = [
            "scan",
            "--profile",
            &profile,
            "--party",
            "tracker",
            "--format",
            "ndjson",
        ];
        let arguments = [arguments.as_slice(), further, &["-"]].concat();
        run_in(&captures(), &arguments, requests.as_bytes())
    };
    let without = run(&[]);
    assert_eq!(
        (without.status, lines(&without.stdout, "leak").len()),
        (0, 0)
    );
    let with = run(&["--trackers", &list, "--trackers", &hosts]);
    assert_eq!(with.status, 1);
    let found: Vec<_> = lines(&with.stdout, "leak")
        .iter()
        .map(|leak| leak["recipient"]["host"].clone())
        .collect();
    assert_eq!(found, ["t.unlisted.example", "other.example"]);
    assert!(
        with.stderr
            .contains("2 rules taken; left aside: 1 name no host, 1 are about how pages look"),
        "{}",
        with.stderr
    );
    let refused = run(&["--trackers", "no such list"]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.stderr.contains("no such list"),
        "{}",
        refused.stderr
    );
    let empty = run(&["--trackers", &profile]);
    assert_eq!(empty.status, 2);
}
