//! The figures, printed: `cargo run --release -p leaklight-corpus --bin figures -- recall 100000 --seed 1`.

use leaklight_corpus::figures::negative::Quarry;
use leaklight_corpus::figures::recall::{Generator, PEOPLE, culprit, measure};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let seed = option(&mut words, "--seed")
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(1);
    let without: Vec<String> = option(&mut words, "--without")
        .map(|names| names.split(',').map(str::to_owned).collect())
        .unwrap_or_default();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u64>().ok());
    let outcome = match (words.first().map(String::as_str), number(1)) {
        (Some("recall"), Some(cases)) => recall(cases, seed, without),
        (Some("case"), Some(case)) => show(case, seed, without),
        (Some("negative"), Some(megabytes)) => negative(megabytes, seed),
        (Some("quiet"), Some(number)) => quiet(number, seed),
        _ => Err("usage: figures recall CASES | case NUMBER | negative MEGABYTES | quiet NUMBER  [--seed SEED] [--without NAME,NAME]".to_owned()),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

/// Takes an option and its value out of the words.
fn option(words: &mut Vec<String>, name: &str) -> Option<String> {
    let at = words.iter().position(|word| word == name)?;
    words.remove(at);
    (at < words.len()).then(|| words.remove(at))
}

fn recall(cases: u64, seed: u64, without: Vec<String>) -> Result<bool, String> {
    let recall = measure(cases, PEOPLE, &Generator::new(seed, without)?);
    for (number, made) in recall.missed.iter().take(400) {
        println!("missed {number}: {made}");
    }
    println!("\nmissed of cases, by how they were made:");
    let mut groups: Vec<_> = recall
        .groups
        .iter()
        .filter(|(_, (_, missed))| *missed > 0)
        .collect();
    groups.sort_by(|(_, (a, b)), (_, (c, d))| (d * a).cmp(&(b * c)));
    for (how, (cases, missed)) in groups {
        println!(
            "{missed:>6} of {cases:>6}  {:>5.1} %  {how}",
            *missed as f64 * 100.0 / *cases as f64
        );
    }
    println!("\nmissed, by what was done just before it was no longer found, with a case:");
    let mut culprits: Vec<_> = recall.culprits.iter().collect();
    culprits.sort_by_key(|(_, (missed, _))| std::cmp::Reverse(*missed));
    for (what, (missed, number)) in culprits {
        println!("{missed:>6}  {number:>7}  {what}");
    }
    for problem in &recall.refused {
        println!("refused: {problem}");
    }
    println!(
        "\nseed {seed}: {} of {} found, recall {:.3} % ({} of the missed are possible)",
        recall.found,
        recall.cases,
        recall.percent(),
        recall.possible
    );
    Ok(recall.percent() >= 99.5 && recall.refused.is_empty())
}

/// One case in full, for whoever looks into why it was missed.
fn show(number: u64, seed: u64, without: Vec<String>) -> Result<bool, String> {
    let case = Generator::new(seed, without)?.case(number);
    println!(
        "{}\n{:?}\n{:?}",
        case.made.join(" > "),
        case.person,
        case.expected
    );
    println!(
        "{} {}\n{:?}",
        case.request.method, case.request.url, case.request.headers
    );
    if let leaklight_core::Content::Bytes(bytes) = &case.request.body.content {
        println!("{}", String::from_utf8_lossy(bytes));
    } else {
        println!("{:?}", case.request.body.content);
    }
    let inspector = case.person.inspector()?;
    println!("lost at: {}", culprit(&case, &inspector));
    for (what, payload) in &case.stages {
        println!(
            "  {what}: {}",
            String::from_utf8_lossy(payload).escape_debug()
        );
    }
    let verdict = inspector.inspect(&case.request);
    for finding in &verdict.findings {
        println!(
            "found: {} {:?} {} {:?} {:?} {:?}",
            finding.identifier.id,
            finding.confidence,
            finding.bits,
            finding.name,
            finding.chain,
            finding.digest
        );
    }
    println!("skips: {:?}", verdict.skips);
    Ok(true)
}

/// How many people are looked for in each request that holds nobody.
const WATCHED: usize = 13;

fn negative(megabytes: u64, seed: u64) -> Result<bool, String> {
    let alarms = Quarry::new(seed, WATCHED)?.measure(megabytes << 20);
    for (number, what) in &alarms.alarms {
        println!("alarm {number}: {what}");
    }
    println!("\npossible, by kind of request and identifier:");
    for (what, count) in &alarms.possible {
        println!("{count:>8}  {what}");
    }
    println!("\nrequests and megabytes by kind:");
    for (kind, (requests, bytes)) in &alarms.kinds {
        println!("{requests:>8} {:>8.2}  {kind}", *bytes as f64 / 1_048_576.0);
    }
    println!(
        "\nseed {seed}: {:.1} MB in {} requests, each inspected for {WATCHED} people: findings {:?}, false alarms {}",
        alarms.bytes as f64 / 1_048_576.0,
        alarms.requests,
        alarms.findings,
        alarms.alarms.len()
    );
    Ok(alarms.alarms.is_empty())
}

/// One negative request in full.
fn quiet(number: u64, seed: u64) -> Result<bool, String> {
    let quarry = Quarry::new(seed, WATCHED)?;
    let quiet = quarry.request(number);
    println!(
        "{} {} {}\n{:?}",
        quiet.kind, quiet.request.method, quiet.request.url, quiet.request.headers
    );
    if let leaklight_core::Content::Bytes(bytes) = &quiet.request.body.content {
        println!("{}", String::from_utf8_lossy(bytes));
    } else {
        println!("{:?}", quiet.request.body.content);
    }
    for (confidence, what) in quarry.look(&quiet) {
        println!("found: {confidence:?}: {what}");
    }
    Ok(true)
}
