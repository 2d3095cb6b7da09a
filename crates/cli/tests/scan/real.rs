//! Real captures, where they lie beside the project.

use crate::run::{captures, lines, scan};

#[test]
fn an_invented_person_is_in_no_real_capture() {
    let folder = captures().join("../../../shared/har");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: the real captures are not here");
        return;
    };
    let mut read = 0;
    for file in files {
        let path = file.expect("the folder can be read").path();
        if path.extension().is_none_or(|extension| extension != "har") {
            continue;
        }
        let name = path
            .file_name()
            .expect("a file")
            .to_string_lossy()
            .into_owned();
        let path = path.to_str().expect("UTF-8");
        for profile in ["profile.toml", "stranger.toml"] {
            let ran = scan(&[
                "--profile",
                profile,
                "--party",
                "all",
                "--min-confidence",
                "possible",
                "--format",
                "ndjson",
                path,
            ]);
            assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{name}");
            assert_eq!(
                lines(&ran.stdout, "leak"),
                Vec::<serde_json::Value>::new(),
                "{name}"
            );
            let skips = lines(&ran.stdout, "skip");
            let not_captured = skips
                .iter()
                .filter(|skip| skip["reason"] == "body_not_captured")
                .count();
            // Three of the four were made by a tool that loses beacons' bodies.
            assert_eq!(not_captured > 0, !name.starts_with("pagexray"), "{name}");
        }
        read += 1;
    }
    assert!(read >= 4, "{read} captures");
}
