//! Recall: how many of the details that are hidden in requests are found.

use super::carriage::{Carriage, posted};
use super::chance::Chance;
use super::document::Shape;
use super::layer::Layer;
use super::people::Person;
use super::recorded::{self, Recorded};
use super::spelling;
use leaklight_core::{Confidence, Content, Inspector, Request};
use std::collections::BTreeMap;
use std::thread;

/// As many people share the cases, since an inspector is built for each.
pub const PEOPLE: u64 = 500;
/// More failures are counted, not kept.
const KEPT: usize = 4_000;

/// A request with something hidden in it.
pub struct Case {
    /// Whose it is.
    pub person: Person,
    /// The identifiers that stand in it.
    pub expected: Vec<&'static str>,
    /// The request.
    pub request: Request<'static>,
    /// How it was made: what failures are grouped by.
    pub made: Vec<String>,
    /// The payload as it was before each layer, and what was done last to it.
    pub stages: Vec<(String, Vec<u8>)>,
}

/// What a run came to.
#[derive(Debug, Default)]
pub struct Recall {
    /// How many cases ran.
    pub cases: u64,
    /// In how many all was found, at `likely` or above.
    pub found: u64,
    /// In how many of the others it was found at `possible`.
    pub possible: u64,
    /// Cases and misses by how they were made.
    pub groups: BTreeMap<String, (u64, u64)>,
    /// Misses by what was done to the payload just before it was no longer found, with the last such case.
    pub culprits: BTreeMap<String, (u64, u64)>,
    /// Number, and how it was made, of each case that was missed.
    pub missed: Vec<(u64, String)>,
    /// Draws that are no profile: a fault of the generator.
    pub refused: Vec<String>,
}

/// What cases are made from.
pub struct Generator {
    seed: u64,
    recorded: Vec<Recorded>,
    without: Vec<String>,
}

impl Generator {
    /// For a seed; `without` names layers, spellings and carriers that are left out.
    ///
    /// # Errors
    /// A recording that cannot be read.
    pub fn new(seed: u64, without: Vec<String>) -> Result<Self, String> {
        Ok(Self {
            seed,
            recorded: recorded::recorded()?,
            without,
        })
    }

    /// The case of a number, always the same.
    pub fn case(&self, number: u64) -> Case {
        let person = self.person(number);
        for attempt in 0.. {
            let mut chance = Chance::new(self.seed ^ 0x5eed, number * 1_000 + attempt);
            let case = if person.home.unit.is_some() && is_recorded(number) {
                self.replayed(person.clone(), &mut chance)
            } else {
                made(person.clone(), &mut chance)
            };
            if let Some(case) = case
                && !case.made.iter().any(|how| {
                    self.without
                        .iter()
                        .any(|without| how.ends_with(without.as_str()))
                })
            {
                return case;
            }
        }
        unreachable!("some attempt is neither refused nor left out")
    }

    /// The person of a case: those whose cases start from recordings live as the recorded visitor does.
    fn person(&self, number: u64) -> Person {
        let mut chance = Chance::new(self.seed, number % PEOPLE);
        if is_recorded(number) {
            recorded::somebody(&mut chance)
        } else {
            Person::draw(&mut chance)
        }
    }

    /// A recorded request as it would be for the person; every other one is sent on by somebody, under more layers.
    fn replayed(&self, person: Person, chance: &mut Chance) -> Option<Case> {
        let recorded = &self.recorded[chance.below(self.recorded.len())];
        let replayed = recorded.replay(&person);
        let mut made = vec![format!("recorded: {}", recorded.sender)];
        made.extend(
            replayed
                .expected
                .iter()
                .map(|id| format!("recorded identifier: {id}")),
        );
        let mut stages = Vec::new();
        let mut request = replayed.request;
        if chance.once_in(2) {
            let payload = match request.body.content {
                Content::Bytes(bytes) => bytes.into_owned(),
                _ => request.url.into_owned().into_bytes(),
            };
            stages.push((format!("the payload of {}", recorded.sender), payload));
            request = wrapped(&mut stages, 3, &mut made, chance)?;
            // What the headers held is gone, and so is the URL of a request with a body.
            let again = recorded.replay_payload(&person);
            return Some(Case {
                person,
                expected: again,
                request,
                made,
                stages,
            });
        }
        Some(Case {
            person,
            expected: replayed.expected,
            request,
            made,
            stages,
        })
    }
}

/// Every third person's cases start from recordings, so that a third of all cases do.
fn is_recorded(number: u64) -> bool {
    (number % PEOPLE).is_multiple_of(3)
}

/// A case from the generator's own documents.
pub(super) fn made(person: Person, chance: &mut Chance) -> Option<Case> {
    let clue = spelling::clue(&person, chance);
    let shape = Shape::draw(&clue, chance);
    let document = shape.write(&clue, chance).into_bytes();
    let mut made = vec![
        format!("identifier: {}", clue.identifier),
        format!("spelling: {}", clue.spelling),
        format!("shape: {shape:?}"),
    ];
    let what = format!("{} in {shape:?}", clue.spelling);
    let mut stages = vec![(what, document)];
    let request = wrapped(&mut stages, 5, &mut made, chance)?;
    Some(Case {
        person,
        expected: vec![clue.identifier],
        request,
        made,
        stages,
    })
}

/// The last stage's payload under up to `most` layers, in a carrier.
fn wrapped(
    stages: &mut Vec<(String, Vec<u8>)>,
    most: usize,
    made: &mut Vec<String>,
    chance: &mut Chance,
) -> Option<Request<'static>> {
    let mut payload = stages.last()?.1.clone();
    let mut chain: Vec<Layer> = Vec::new();
    for _ in 0..chance.between(1, most) {
        let layer = Layer::draw(&payload, &chain, chance);
        payload = layer.around(&payload, chance)?;
        stages.push((
            format!("layer {layer:?} around {:?}", chain.last()),
            payload.clone(),
        ));
        chain.push(layer);
        made.push(format!("layer: {layer:?}"));
    }
    let carriage = Carriage::draw(&payload, &chain, chance);
    made.push(format!("carrier: {carriage:?}"));
    Some(carriage.request(&payload, chance))
}

/// Looks at `cases` cases of the first `people` people, at most [`PEOPLE`], on all processors.
///
/// # Errors
/// A recording that cannot be read.
pub fn measure(cases: u64, people: u64, generator: &Generator) -> Recall {
    let threads = thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|worker| {
                scope.spawn(move || {
                    share(
                        (worker..people).step_by(threads as usize),
                        cases / people,
                        generator,
                    )
                })
            })
            .collect();
        let mut total = Recall::default();
        for worker in workers {
            match worker.join() {
                Ok(recall) => total.add(recall),
                Err(_) => total.refused.push("a case ended in a panic".to_owned()),
            }
        }
        total.missed.sort();
        total
    })
}

/// As many cases of each of some people.
fn share(people: impl Iterator<Item = u64>, each: u64, generator: &Generator) -> Recall {
    let mut recall = Recall::default();
    for person in people {
        let inspector = match generator.person(person).inspector() {
            Ok(inspector) => inspector,
            Err(problem) => {
                recall.refused.push(format!("person {person}: {problem}"));
                continue;
            }
        };
        for number in (person..).step_by(PEOPLE as usize).take(each as usize) {
            recall.look(number, &generator.case(number), &inspector);
        }
    }
    recall
}

impl Recall {
    fn look(&mut self, number: u64, case: &Case, inspector: &Inspector) {
        let least = least(&case.expected, &case.request, inspector);
        let found = least >= Some(Confidence::Likely);
        self.cases += 1;
        self.found += u64::from(found);
        self.possible += u64::from(!found && least.is_some());
        let mut made = case.made.clone();
        made.sort();
        made.dedup();
        for how in made {
            let group = self.groups.entry(how).or_default();
            group.0 += 1;
            group.1 += u64::from(!found);
        }
        if found {
            return;
        }
        let culprit = self.culprits.entry(culprit(case, inspector)).or_default();
        *culprit = (culprit.0 + 1, number);
        if self.missed.len() < KEPT {
            self.missed.push((number, case.made.join(" > ")));
        }
    }

    fn add(&mut self, other: Self) {
        self.cases += other.cases;
        self.found += other.found;
        self.possible += other.possible;
        for (how, (cases, missed)) in other.groups {
            let group = self.groups.entry(how).or_default();
            group.0 += cases;
            group.1 += missed;
        }
        for (culprit, (missed, number)) in other.culprits {
            let group = self.culprits.entry(culprit).or_default();
            *group = (group.0 + missed, number);
        }
        self.missed.extend(other.missed);
        self.refused.extend(other.refused);
    }

    /// Found among all, in percent.
    pub fn percent(&self) -> f64 {
        self.found as f64 * 100.0 / self.cases.max(1) as f64
    }
}

/// The least sure finding of what is expected; none where something is not found.
fn least(expected: &[&str], request: &Request<'_>, inspector: &Inspector) -> Option<Confidence> {
    let verdict = inspector.inspect(request);
    let confidence = |id: &&str| {
        let found = verdict
            .findings
            .iter()
            .find(|finding| finding.identifier.id == **id);
        found.map(|finding| finding.confidence)
    };
    expected.iter().map(confidence).min().flatten()
}

/// What is missed, and the first stage of the payload in which it is not found as a body by itself, or else the carrier.
pub fn culprit(case: &Case, inspector: &Inspector) -> String {
    let is_missed = |id: &&&str, request: &Request<'_>| {
        least(&[**id], request, inspector) < Some(Confidence::Likely)
    };
    let Some(missed) = case.expected.iter().find(|id| is_missed(id, &case.request)) else {
        return "nothing is missed".to_owned();
    };
    for (what, payload) in &case.stages {
        if is_missed(&missed, &posted(payload)) {
            return format!("{missed}: {what}");
        }
    }
    let last = case.made.last().cloned().unwrap_or_default();
    let payload = case
        .stages
        .last()
        .map_or("a recorded request", |(what, _)| what);
    format!("{missed}: {last} of {payload}")
}
