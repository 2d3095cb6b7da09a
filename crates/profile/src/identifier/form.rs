//! Forms: the ways in which an identifier can stand in a request.

use super::spelling::{normal_forms, plain, spelled_out};
use super::{Parts, Street};
use crate::Secret;
use leaklight_fold as fold;

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
    /// The same for a name that consists of ordinary words, which proves less in lower case.
    OrdinaryWords,
    /// Where it is not a piece of a longer email address.
    Email,
    /// An email address's local part, where a `+tag` and its domain, which is given, follow.
    Tagged(Secret),
    /// Where it stands as a number of its own, grouped as such numbers are.
    Number(Number),
    /// A card's first six digits, where its last four follow behind other digits or a mask.
    Card(Secret),
    /// Where it is the whole value, or stands beside a stronger form of the same identifier.
    Beside,
    /// Where it is the whole value or stands beside such a word, and the value's name or that
    /// word says what it is.
    Named(&'static [&'static str]),
    /// Where it is the whole value, and the value's name says what it is.
    Field,
    /// A street's own name, around which the rest of it is read.
    Street(Box<Street>),
}

/// How a number is written.
#[derive(Clone, Debug, Default)]
pub struct Number {
    /// The country code that may stand before it.
    pub code: Option<Secret>,
    /// The trunk prefix that may; empty for none.
    pub trunk: &'static str,
    /// Behind how many digits it may be grouped; anywhere where none are given.
    pub breaks: &'static [usize],
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
    /// How usual it is to digest this.
    pub usage: Usage,
}

/// How usual it is that a normal form is digested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// A vendor's normal form, or the value as people write it: looked for under every recipe.
    Usual,
    /// A spelling that few would digest: looked for under the common algorithms.
    Rare,
}

impl Written {
    /// Starts with how it is shown.
    pub fn masked(masked: impl Into<String>) -> Self {
        Self {
            masked: masked.into(),
            ..Self::default()
        }
    }

    /// Adds a plain form, folded; an empty or known one is left out.
    pub fn form(&mut self, text: &str, parts: Parts, bits: f32, rule: Rule) {
        if let Some(spelled) = spelled_out(text) {
            self.form(&spelled, parts, bits, rule.clone());
        }
        let text = fold::folded(text);
        let known = self
            .forms
            .iter()
            .any(|form| form.text.expose() == text && form.parts == parts);
        if !text.is_empty() && !known {
            self.forms.push(Form {
                text: Secret::new(text),
                parts,
                bits,
                rule,
            });
        }
    }

    /// Adds a text in every vendor's normal form, as usual spellings.
    pub fn normals_of(&mut self, text: &str, parts: Parts, bits: f32) {
        self.normals(normal_forms(text), parts, bits);
        self.rare_normals([text.trim().to_uppercase()], parts, bits);
        if !text.is_ascii() {
            let plain = [Some(plain(text)), spelled_out(text)];
            for text in plain.into_iter().flatten() {
                self.rare_normals(normal_forms(&text), parts, bits);
            }
        }
    }

    /// Adds normal forms that are usual; empty and known ones are left out.
    pub fn normals(&mut self, texts: impl IntoIterator<Item = String>, parts: Parts, bits: f32) {
        for text in texts {
            self.normal(text, parts, bits, Usage::Usual);
        }
    }

    /// Adds normal forms that few would digest; empty and known ones are left out.
    pub fn rare_normals(
        &mut self,
        texts: impl IntoIterator<Item = String>,
        parts: Parts,
        bits: f32,
    ) {
        for text in texts {
            self.normal(text, parts, bits, Usage::Rare);
        }
    }

    fn normal(&mut self, text: String, parts: Parts, bits: f32, usage: Usage) {
        let same = |normal: &&mut Normal| normal.text.expose() == text;
        if let Some(known) = self.digested.iter_mut().find(same) {
            if usage == Usage::Usual {
                known.usage = usage;
            }
        } else if !text.is_empty() {
            self.digested.push(Normal {
                text: Secret::new(text),
                parts,
                bits,
                usage,
            });
        }
    }
}
