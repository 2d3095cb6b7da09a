//! False alarms: what is found of a dozen people in requests that hold nothing of them.

mod alike;
mod beside;
mod prose;
mod real;
mod shop;

use super::carriage::posted;
use super::chance::Chance;
use super::people::Person;
use super::{noise, recall};
use leaklight_core::{Confidence, Inspector, ProfileSource, Request, size};
use real::Real;
use std::collections::BTreeMap;
use std::thread;

/// People who are looked for beside those of the corpus.
const DRAWN: u64 = 5;

/// A request with nobody in it that is looked for.
pub struct Quiet {
    /// What it is made of.
    pub kind: &'static str,
    /// The request.
    pub request: Request<'static>,
}

/// Somebody who is looked for.
pub struct Watched {
    /// What they are called in the figures.
    pub name: String,
    /// Their details.
    pub source: ProfileSource,
    inspector: Inspector,
}

/// What negative requests are made from.
pub struct Quarry {
    seed: u64,
    watched: Vec<Watched>,
    real: Real,
}

/// What a run came to.
#[derive(Debug, Default)]
pub struct Alarms {
    /// Requests, each looked at for everybody.
    pub requests: u64,
    /// Their bytes: URL, headers and body.
    pub bytes: u64,
    /// Requests and bytes by what they are made of.
    pub kinds: BTreeMap<&'static str, (u64, u64)>,
    /// Findings at each confidence, of everybody.
    pub findings: BTreeMap<Confidence, u64>,
    /// Number of the request and what was found, for everything at `likely` or above.
    pub alarms: Vec<(u64, String)>,
    /// Findings at `possible` by kind of request and identifier.
    pub possible: BTreeMap<String, u64>,
}

impl Quarry {
    /// Everything that requests are cut from: generators, and real files where they are there.
    ///
    /// # Errors
    /// A profile that is refused.
    pub fn new(seed: u64, people: usize) -> Result<Self, String> {
        let mut watched = Vec::new();
        for (name, source) in crate::profiles()? {
            watched.push(Watched::new(name, source)?);
        }
        for number in 0..DRAWN {
            let person = Person::draw(&mut Chance::new(seed ^ 0xfa15e, number));
            watched.push(Watched::new(format!("drawn-{number}"), person.source())?);
        }
        watched.truncate(people);
        Ok(Self {
            seed,
            watched,
            real: Real::read(),
        })
    }

    /// The request of a number, always the same where the real files are.
    pub fn request(&self, number: u64) -> Quiet {
        let mut chance = Chance::new(self.seed, number);
        let chance = &mut chance;
        let watched = &self.watched[chance.below(self.watched.len())].source;
        let quiet = |kind, body: String| Quiet {
            kind,
            request: post(body.into_bytes()),
        };
        match chance.below(30) {
            0..=3 => {
                let count = chance.between(5, 300);
                let fields = noise::fields(count, chance);
                quiet("analytics", query(&fields))
            }
            4 => quiet("tokens", tokens(chance)),
            5 => quiet("numbers", numbers(chance)),
            6..=9 => self.others(chance),
            10..=11 => quiet("prose", prose::text(chance)),
            12..=13 => quiet("shop", shop::answer(chance)),
            14 => quiet(
                "store locator",
                beside::stores(watched, &self.watched, chance),
            ),
            15 => quiet("geo-IP", beside::geo_ip(watched, chance)),
            16 => quiet(
                "relatives",
                beside::relatives(watched, &self.watched, chance),
            ),
            17 => quiet(
                "neighbours",
                beside::neighbours(watched, &self.watched, chance),
            ),
            18..=21 => self.real.code(chance).map_or_else(
                || quiet("tokens", tokens(chance)),
                |code| Quiet {
                    kind: "code",
                    request: post(code),
                },
            ),
            22..=23 => quiet("pixels", alike::pixel(watched, &self.watched, chance)),
            24 => quiet(
                "customers",
                alike::customers(watched, &self.watched, chance),
            ),
            25 => quiet(
                "next door",
                alike::next_door(watched, &self.watched, chance),
            ),
            26 => quiet("places", alike::place(watched, chance)),
            27 => quiet("payments", alike::payment(watched, &self.watched, chance)),
            _ => self
                .real
                .captured(chance)
                .unwrap_or_else(|| quiet("numbers", numbers(chance))),
        }
    }

    /// Somebody else's details, hidden as those that have to be found are.
    fn others(&self, chance: &mut Chance) -> Quiet {
        for _ in 0..50 {
            let other = beside::stranger(&self.watched, chance);
            if let Some(case) = recall::made(other, chance) {
                return Quiet {
                    kind: "other people",
                    request: case.request,
                };
            }
        }
        Quiet {
            kind: "tokens",
            request: post(tokens(chance).into_bytes()),
        }
    }

    /// What is found in a request, of everybody.
    pub fn look(&self, quiet: &Quiet) -> Vec<(Confidence, String)> {
        let mut found = Vec::new();
        for watched in &self.watched {
            for finding in watched.inspector.inspect(&quiet.request).findings {
                let what = format!(
                    "{} {} at {:?} {:?} {:?} {:?}, {} bits",
                    watched.name,
                    finding.identifier.id,
                    finding.carrier,
                    finding.name,
                    finding.chain,
                    finding.digest,
                    finding.bits
                );
                found.push((finding.confidence, what));
            }
        }
        found
    }

    /// Looks at requests until there were that many bytes.
    pub fn measure(&self, bytes: u64) -> Alarms {
        let threads = thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
        thread::scope(|scope| {
            let workers: Vec<_> = (0..threads)
                .map(|worker| scope.spawn(move || self.share(worker, threads, bytes / threads)))
                .collect();
            let mut total = Alarms::default();
            for worker in workers {
                match worker.join() {
                    Ok(alarms) => total.add(alarms),
                    Err(_) => total
                        .alarms
                        .push((0, "a request ended in a panic".to_owned())),
                }
            }
            total.alarms.sort();
            total
        })
    }

    fn share(&self, worker: u64, threads: u64, bytes: u64) -> Alarms {
        let mut alarms = Alarms::default();
        let mut number = worker;
        while alarms.bytes < bytes {
            let quiet = self.request(number);
            let size = size(&quiet.request);
            alarms.requests += 1;
            alarms.bytes += size;
            let kind = alarms.kinds.entry(quiet.kind).or_default();
            *kind = (kind.0 + 1, kind.1 + size);
            for (confidence, what) in self.look(&quiet) {
                *alarms.findings.entry(confidence).or_default() += 1;
                if confidence >= Confidence::Likely {
                    alarms
                        .alarms
                        .push((number, format!("{}: {what}", quiet.kind)));
                } else {
                    let id = what.split(' ').nth(1).unwrap_or_default();
                    *alarms
                        .possible
                        .entry(format!("{}: {id}", quiet.kind))
                        .or_default() += 1;
                }
            }
            number += threads;
        }
        alarms
    }
}

impl Watched {
    fn new(name: String, source: ProfileSource) -> Result<Self, String> {
        let inspector = super::inspector(&source)?;
        Ok(Self {
            name,
            source,
            inspector,
        })
    }
}

impl Alarms {
    fn add(&mut self, other: Self) {
        self.requests += other.requests;
        self.bytes += other.bytes;
        for (kind, (requests, bytes)) in other.kinds {
            let sum = self.kinds.entry(kind).or_default();
            *sum = (sum.0 + requests, sum.1 + bytes);
        }
        for (confidence, count) in other.findings {
            *self.findings.entry(confidence).or_default() += count;
        }
        for (what, count) in other.possible {
            *self.possible.entry(what).or_default() += count;
        }
        self.alarms.extend(other.alarms);
    }
}

fn post(body: Vec<u8>) -> Request<'static> {
    Request {
        url: "https://collect.example.net/v2/events".into(),
        page: Some("https://www.shop.example/".into()),
        ..posted(body)
    }
}

fn query(fields: &[(String, String)]) -> String {
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", super::encode::percent(value.as_bytes())))
        .collect();
    pairs.join("&")
}

/// Random letters, digits and bytes in every alphabet that ids and tokens come in.
fn tokens(chance: &mut Chance) -> String {
    let mut text = String::from("{");
    for number in 0..chance.between(20, 200) {
        let length = chance.between(4, 400);
        let token = match chance.below(6) {
            0 => chance.token(length),
            1 => chance.hex(length),
            2 => chance.digits(length),
            3 => noise::uuid(chance),
            4 => super::encode::base64(&chance.bytes(length), super::encode::STANDARD, true),
            _ => super::encode::base64(&chance.bytes(length), super::encode::URL_SAFE, false),
        };
        text.push_str(&format!("\"k{number}\":\"{token}\","));
    }
    text + "\"n\":0}"
}

/// Numbers as charts, maps and calendars send them.
fn numbers(chance: &mut Chance) -> String {
    let mut items = Vec::new();
    for _ in 0..chance.between(50, 2_000) {
        items.push(match chance.below(8) {
            0 => format!("{}.{}", chance.between(25, 60), chance.digits(6)),
            1 => format!("-{}.{}", chance.between(60, 124), chance.digits(7)),
            2 => format!(
                "\"{}-{:02}-{:02}\"",
                chance.between(1930, 2030),
                chance.between(1, 12),
                chance.between(1, 28)
            ),
            3 => format!("17{}", chance.digits(11)),
            4 => chance.between(0, 99_999).to_string(),
            5 => format!("{}", chance.between(100_000_000, 9_999_999_999)),
            6 => format!(
                "\"{}:{:02}:{:02}.{}\"",
                chance.below(24),
                chance.below(60),
                chance.below(60),
                chance.digits(3)
            ),
            _ => format!(
                "\"{}-{}-{}\"",
                chance.digits(3),
                chance.digits(3),
                chance.between(1_000, 9_999)
            ),
        });
    }
    format!("[{}]", items.join(","))
}
