//! Forms: the ways in which an identifier can stand in a request.

use super::{Parts, Street};
use crate::Secret;
use crate::fold;

/// One way in which an identifier, or a part of it, can be written.
#[derive(Clone, Debug)]
pub struct Form {
    /// Folded text to look for.
    pub text: Secret,
    /// Which parts it is; none for the whole identifier.
    pub parts: Parts,
    /// What it tells about one person, in bits.
    pub bits: f32,
    /// When such text counts.
    pub rule: Rule,
}

/// When text that reads like a form counts as one.
#[derive(Clone, Debug)]
pub enum Rule {
    /// Where it is not a piece of longer words.
    Words,
    /// Where it is not a piece of a longer email address.
    Email,
    /// Where no digit adjoins, but for one of these before it (country code, trunk prefix).
    Number(&'static [&'static str], Secret),
    /// A card's first six and last four digits with the rest masked.
    MaskedCard,
    /// Where it is the whole value, or stands beside a stronger form of the same identifier.
    Beside,
    /// Where it is the whole value or stands beside such a word, and the value's name or that
    /// word says what it is.
    Named(&'static [&'static str]),
    /// A street's own name, around which the rest of it is read.
    Street(Box<Street>),
}

/// An identifier as it can be written.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// Plain forms.
    pub forms: Vec<Form>,
    /// What is given to digest algorithms: texts in vendors' normal forms.
    pub digested: Vec<Normal>,
    /// How it is shown to its owner without giving it away.
    pub masked: String,
}

/// One normal form: what a vendor feeds to a digest algorithm.
#[derive(Clone, Debug)]
pub struct Normal {
    /// The text that is digested.
    pub text: Secret,
    /// Which parts it is; none for the whole identifier.
    pub parts: Parts,
    /// What it tells about one person, in bits.
    pub bits: f32,
}

impl Written {
    /// Starts with how it is shown.
    pub fn masked(masked: impl Into<String>) -> Self {
        Self { masked: masked.into(), ..Self::default() }
    }

    /// Adds a plain form, folded; an empty or known one is left out.
    pub fn form(&mut self, text: &str, parts: Parts, bits: f32, rule: Rule) {
        let text = fold::folded(text);
        let known = self.forms.iter().any(|form| form.text.expose() == text && form.parts == parts);
        if !text.is_empty() && !known {
            self.forms.push(Form { text: Secret::new(text), parts, bits, rule });
        }
    }

    /// Adds normal forms; empty and known ones are left out.
    pub fn normals(&mut self, texts: impl IntoIterator<Item = String>, parts: Parts, bits: f32) {
        for text in texts {
            let known = self.digested.iter().any(|normal| normal.text.expose() == text);
            if !text.is_empty() && !known {
                self.digested.push(Normal { text: Secret::new(text), parts, bits });
            }
        }
    }
}
