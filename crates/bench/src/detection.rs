//! Requests without anybody in them, and the detector's set-up.

use crate::clock::{Figure, measure};
use crate::inputs::{self, Input, Lot};
use leaklight_core::{Body, Content, Familiar, Inspector, Look, Profile, ProfileSource, Request};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::error::Error;
use std::hint::black_box;

/// A household: two people, three addresses, four email addresses, three phones, two cards.
pub const HOUSEHOLD: &str = include_str!("../household.json");
/// Codes of which a profile has some 700 digests, and some 12,000.
pub const FEW: usize = 6;
pub const MANY: usize = 110;

/// The profile of so many codes: next to no forms but digests.
pub fn codes(count: usize) -> Value {
    let mut lot = Lot::new(11);
    let codes = (0..count).map(|_| json!({ "value": format!("Q{:016X}", lot.next()) }));
    json!({ "others": codes.collect::<Value>() })
}

/// Many URLs, each of its own length, one a round.
const MIXTURE: &str = "url-mix";

/// Measures every case that is wanted.
pub fn run(wanted: &dyn Fn(&str) -> bool, show: &dyn Fn(Figure)) -> Result<(), Box<dyn Error>> {
    let household = Front::of(household()?);
    for (case, input) in inputs::all() {
        if wanted(case) {
            show(against_hash(case, &household, &input));
        }
    }
    if wanted(MIXTURE) {
        show(mixture(&household));
    }
    let json = Input::Body(inputs::json(100_000));
    // Digests are made where the first of their length has room.
    let room = Input::Url(format!("https://collect.example/?id={:0128}", 0));
    if wanted("json-100k-few-digests") {
        let [few, many] = [FEW, MANY].map(|count| inspector(&codes(count).to_string()));
        let (few, many) = (Front::of(few?), Front::of(many?));
        for front in [&few, &many] {
            front.look(&request(&room));
        }
        show(measure(
            "json-100k-few-digests",
            json.bytes().len(),
            "many-digests",
            || few.look(&request(&json)),
            || many.look(&request(&json)),
        ));
    }
    if wanted("set-up") {
        let source: ProfileSource = serde_json::from_str(HOUSEHOLD)?;
        let text = inputs::text(1_000_000);
        let build = || {
            let front = Front::of(Inspector::new(Profile::new(&source).ok()?).ok()?);
            front.look(&request(&room));
            Some(front)
        };
        show(measure("set-up", 0, "fnv-1m", build, || hash(&text)));
    }
    Ok(())
}

/// Does one case's work so many times; the mixture's is all of its URLs.
pub fn repeat(case: &str, times: usize) -> Result<(), Box<dyn Error>> {
    let household = Front::of(household()?);
    let inputs: Vec<Input> = if case == MIXTURE {
        urls().collect()
    } else {
        let known = inputs::all()
            .into_iter()
            .filter(|(known, _)| *known == case);
        known.map(|(_, input)| input).collect()
    };
    if inputs.is_empty() {
        return Err("no such case".into());
    }
    for _ in 0..times {
        for input in &inputs {
            black_box(household.look(&request(input)));
        }
    }
    Ok(())
}

/// The inspector of the household.
pub fn household() -> Result<Inspector, Box<dyn Error>> {
    inspector(HOUSEHOLD)
}

fn inspector(json: &str) -> Result<Inspector, Box<dyn Error>> {
    let source: ProfileSource = serde_json::from_str(json)?;
    let profile = Profile::new(&source).map_err(|_| "the profile is refused")?;
    Ok(Inspector::new(profile)?)
}

/// An inspector and what it keeps from one request to the next.
struct Front {
    inspector: Inspector,
    familiar: RefCell<Familiar>,
}

impl Front {
    fn of(inspector: Inspector) -> Self {
        Self {
            inspector,
            familiar: RefCell::default(),
        }
    }

    /// Looks, and says how much was found.
    fn look(&self, request: &Request<'_>) -> usize {
        let look = self
            .inspector
            .look_again(request, &mut self.familiar.borrow_mut());
        weigh(&self.inspector, request, look)
    }
}

/// As front ends do it: what saw nothing is not weighed. Says how much was found.
pub fn weigh(inspector: &Inspector, request: &Request<'_>, look: Look) -> usize {
    if look.is_empty() {
        return 0;
    }
    inspector.weigh(request, &[look]).findings.len()
}

fn urls() -> impl Iterator<Item = Input> {
    inputs::urls(inputs::MIXTURE).into_iter().map(Input::Url)
}

fn mixture(front: &Front) -> Figure {
    let inputs: Vec<Input> = urls().collect();
    let bytes = inputs
        .iter()
        .map(|input| input.bytes().len())
        .sum::<usize>()
        / inputs.len();
    let (mut next, mut again) = (inputs.iter().cycle(), inputs.iter().cycle());
    measure(
        MIXTURE,
        bytes,
        "fnv",
        || next.next().map(|input| front.look(&request(input))),
        || again.next().map(|input| hash(input.bytes())),
    )
}

fn against_hash(case: &str, front: &Front, input: &Input) -> Figure {
    let request = request(input);
    let bytes = input.bytes();
    measure(
        case,
        bytes.len(),
        "fnv",
        || front.look(&request),
        || hash(bytes),
    )
}

/// A request that holds the input. Its body is borrowed: the capture or the browser has it in memory anyway.
fn request(input: &Input) -> Request<'_> {
    let (url, body) = match input {
        Input::Url(url) => (url.as_str(), Content::Empty),
        Input::Body(body) => (
            "https://collect.example/events",
            Content::Bytes(body.as_slice().into()),
        ),
    };
    Request {
        url: url.into(),
        method: if matches!(body, Content::Empty) {
            "GET"
        } else {
            "POST"
        }
        .into(),
        page: Some("https://shop.example/".into()),
        body: Body {
            content: body,
            ..Body::default()
        },
        ..Request::default()
    }
}

/// The reference: one multiplication a byte, each waiting for the last. Reference: RFC 9923 (FNV-1a).
pub fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    })
}
