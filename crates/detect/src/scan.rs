//! The scan of one view: which forms and digests stand in it.

use crate::Kind;
use crate::detector::Detector;
use crate::digest;
use crate::found::{Found, Text};
use crate::hit::{Context, Hit, Look};
use crate::siblings::Siblings;
use crate::view::{Link, Name, View};
use leaklight_fold::{Folded, Kinds};
use leaklight_parameters::{Meaning, Strength, meaning};
use leaklight_profile::{House, Parts, Rule};

/// One scan.
pub struct Scan<'a> {
    /// What is looked for.
    pub detector: &'a Detector,
    /// Where.
    pub view: &'a View<'a>,
    /// The view's number.
    pub number: u32,
    /// The values that the view joins, and where in their text it begins, where it is not one value.
    pub siblings: Option<(&'a Siblings, usize)>,
}

impl<'a> Scan<'a> {
    /// One of a view that is one value.
    pub fn of(detector: &'a Detector, view: &'a View<'a>, number: u32) -> Self {
        Self {
            detector,
            view,
            number,
            siblings: None,
        }
    }

    /// Looks every digest up.
    pub fn digests(&self, kinds: Kinds, look: &mut Look) {
        let (detector, bytes) = (self.detector, self.view.bytes);
        let index = |bits| detector.index(bits);
        digest::find(index, bytes, kinds, &mut |_, digested| {
            let normal = &detector.normals[digested.form as usize];
            let (identifier, parts) = (normal.identifier, normal.parts);
            let mut hit = self.hit(
                identifier,
                parts,
                normal.bits,
                Context::Text,
                self.view.name,
            );
            hit.digest = Some(digested.recipe.name());
            // A digest of just what a name may mean: then it means that.
            if hit.context == Context::NamedVaguely && parts != Parts::NONE {
                hit.context = Context::Named;
            }
            look.add(hit);
        });
    }

    /// Reads every form that may stand there by what surrounds it.
    pub fn forms(&self, look: &mut Look) {
        let (detector, bytes) = (self.detector, self.view.bytes);
        let text = Text {
            detector,
            folded: Folded::new(bytes),
            bytes,
        };
        for one in text.found() {
            if let Some(hit) = self.found(&text, &one) {
                look.add(hit);
            }
        }
    }

    fn found(&self, text: &Text<'_>, one: &Found<'_>) -> Option<Hit> {
        let (identifier, form) = (one.needle.identifier, &one.needle.form);
        let spanned;
        let (name, context) = match self.siblings {
            Some((siblings, start)) => {
                let origin = text.folded.origin(one.span.start, one.span.end);
                let origin = start + origin.start..start + origin.end;
                let kind = self.detector.identifier(identifier).kind();
                spanned = siblings.spanned(self.view.name, &origin, one, kind)?;
                (Some(&spanned), one.beside)
            }
            None if one.span == (0..text.folded.text.len()) => {
                (self.view.name, one.beside.max(Context::Whole))
            }
            None => (self.view.name, one.beside),
        };
        let mut hit = self.hit(identifier, form.parts, one.bits, context, name);
        hit.house = one.house;
        let counts = !matches!(form.rule, Rule::Named(_) | Rule::Field)
            || hit.context >= Context::NamedVaguely;
        counts.then_some(hit)
    }

    fn hit(
        &self,
        identifier: u16,
        parts: Parts,
        bits: f32,
        context: Context,
        name: Option<&Name<'_>>,
    ) -> Hit {
        let kind = self.detector.identifier(identifier).kind();
        let name = name.map(Name::render).filter(|name| !name.is_empty());
        let named = name
            .as_deref()
            .and_then(meaning)
            .filter(|meaning| speaks_of(meaning, kind, parts));
        let context = match named.map(|meaning| meaning.strength) {
            Some(Strength::Clear) => Context::Named,
            Some(Strength::Vague) => context.max(Context::NamedVaguely),
            None => context,
        };
        let chain = self.view.chain.map(Link::render).unwrap_or_default();
        let (carrier, view) = (self.view.carrier, self.number);
        Hit {
            identifier,
            parts,
            bits,
            house: House::Unsaid,
            context,
            view,
            carrier,
            name,
            chain,
            digest: None,
        }
    }
}

/// Whether a name that means one thing speaks of another.
fn speaks_of(meaning: &Meaning, kind: Kind, parts: Parts) -> bool {
    meaning.kind == kind
        && (parts == Parts::NONE || meaning.part.is_none_or(|part| parts.has(part)))
}
