//! The detector: built once for a profile, asked about every request.

use crate::digest::{Index, Indexes};
use crate::familiar::Familiar;
use crate::framing::{self, Url};
use crate::hit::Look;
use crate::needles::Needles;
use crate::reader::Reader;
use crate::report::{Carrier, Leak, Report, Skip};
use crate::request::{Body, Content, Field, FieldValue, Request};
use crate::weigh::weigh;
use leaklight_profile::{Identifier, Normal, Parts, Profile, written};
use std::fmt;
use std::hash::RandomState;

/// Looks for one profile's details.
#[derive(Debug)]
pub struct Detector {
    pub(crate) profile: Profile,
    pub(crate) needles: Needles,
    indexes: Indexes,
    pub(crate) normals: Vec<NormalOf>,
    /// Of the fingerprints by which headers are known again.
    pub(crate) keys: RandomState,
}

/// What a digest in the index stands for.
#[derive(Debug)]
pub(crate) struct NormalOf {
    pub identifier: u16,
    pub parts: Parts,
    pub bits: f32,
}

/// Why a detector cannot be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuildError {
    /// More than 65,536 identifiers.
    TooManyIdentifiers,
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::TooManyIdentifiers => "the profile has more than 65,536 identifiers",
        })
    }
}

impl std::error::Error for BuildError {}

impl Detector {
    /// Prepares for a profile.
    ///
    /// # Errors
    /// A profile of a size that no person's has.
    pub fn new(profile: Profile) -> Result<Self, BuildError> {
        let needles = Needles::new(&profile)?;
        let normals = digested(&profile)
            .map(|(normal, identifier)| NormalOf {
                identifier,
                parts: normal.parts,
                bits: normal.bits,
            })
            .collect();
        Ok(Self {
            profile,
            needles,
            indexes: Indexes::default(),
            normals,
            keys: RandomState::new(),
        })
    }

    /// The profile it looks for.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Digests that it looks for: every one of at most so many bits.
    pub(crate) fn index(&self, bits: usize) -> &Index {
        let digested = || digested(&self.profile).map(|(normal, _)| (&normal.text, normal.usage));
        self.indexes.within(bits, digested)
    }

    /// An identifier by its index.
    pub(crate) fn identifier(&self, index: u16) -> &Identifier {
        &self.profile.identifiers()[usize::from(index)]
    }

    /// Looks at a request, or at as much of it as is known so far.
    pub fn look(&self, request: &Request<'_>) -> Look {
        let mut reader = Reader::new(self);
        look_at(&mut reader, request);
        reader.finish()
    }

    /// The same, for one request of many: what many have in common is looked at once.
    pub fn look_again(&self, request: &Request<'_>, familiar: &mut Familiar) -> Look {
        let mut reader = Reader::knowing(self, familiar);
        look_at(&mut reader, request);
        reader.finish()
    }

    /// Hands on every value of a request's, unwrapped: its carrier, its name (empty where it has none) and its
    /// bytes. They may be personal.
    pub fn parts(&self, request: &Request<'_>, each: &mut dyn FnMut(Carrier, &str, &[u8])) {
        look_at(&mut Reader::telling(self, each), request);
    }

    /// Weighs all looks at one request together.
    pub fn weigh(&self, looks: &[Look]) -> Vec<Leak> {
        let mut leaks = weigh(self.profile.identifiers(), looks);
        for place in leaks.iter_mut().flat_map(|leak| &mut leak.places) {
            place.name = place.name.take().map(|name| self.mask(&name));
        }
        leaks
    }

    /// Looks and weighs.
    pub fn inspect(&self, request: &Request<'_>) -> Report {
        let look = self.look(request);
        let skips: Vec<Skip> = look.skips.clone();
        Report {
            leaks: self.weigh(&[look]),
            skips,
        }
    }
}

/// What is looked for as digests, and whose it is.
fn digested(profile: &Profile) -> impl Iterator<Item = (&Normal, u16)> {
    let numbered = profile.identifiers().iter().zip(0..);
    numbered.flat_map(|(identifier, number)| {
        let normals = written(identifier).digested.iter();
        normals.map(move |normal| (normal, number))
    })
}

fn look_at(reader: &mut Reader<'_>, request: &Request<'_>) {
    look_at_url(reader, request.url.as_bytes());
    for (name, value) in &request.headers {
        look_at_header(reader, name, value);
    }
    look_at_body(reader, &request.body);
    for message in &request.messages {
        reader.value(Carrier::Message, "", message);
    }
    for reason in &request.missing {
        reader.skip(Carrier::Header, *reason);
    }
}

fn look_at_url(reader: &mut Reader<'_>, url: &[u8]) {
    let url = Url::new(url);
    reader.value(Carrier::UrlHost, "", url.host);
    reader.parts(Carrier::UrlUserinfo, url.userinfo.len(), |each| {
        framing::userinfo(url.userinfo, each)
    });
    reader.parts(Carrier::UrlPath, url.path.len(), |each| {
        framing::segments(url.path, each)
    });
    reader.parts(Carrier::UrlQuery, url.query.len(), |each| {
        framing::fields(url.query, each)
    });
}

fn look_at_header(reader: &mut Reader<'_>, name: &str, value: &str) {
    reader.header(name, value, |reader| {
        let name = name.to_ascii_lowercase();
        if name == "cookie" {
            reader.parts(Carrier::Cookie, value.len(), |each| {
                framing::cookies(value.as_bytes(), each)
            });
        } else {
            reader.value(Carrier::Header, &name, value.as_bytes());
        }
    });
}

fn look_at_body(reader: &mut Reader<'_>, body: &Body<'_>) {
    match &body.content {
        Content::Empty => {}
        Content::Bytes(bytes) => reader.value(Carrier::Body, "", bytes),
        Content::Form(fields) => {
            if let Some(text) = torn_json(body) {
                return reader.value(Carrier::Body, "", text.as_bytes());
            }
            let length = fields.iter().map(Field::size).sum();
            reader.parts(Carrier::Body, length, |each| {
                for field in fields {
                    framing::field(field.name.as_bytes(), field.value.as_bytes(), each);
                }
            });
        }
    }
    for reason in &body.unread {
        reader.skip(Carrier::Body, *reason);
    }
}

/// JSON that was sent as a form, which a browser tears at every `&` and `=`, put together again.
fn torn_json(body: &Body<'_>) -> Option<String> {
    let Content::Form(fields) = &body.content else {
        return None;
    };
    if !fields.first()?.name.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let mut text = String::new();
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            text.push('&');
        }
        text.push_str(&field.name);
        if let FieldValue::Text(value) = &field.value
            && !value.is_empty()
        {
            text.push('=');
            text.push_str(value);
        }
    }
    Some(text)
}
