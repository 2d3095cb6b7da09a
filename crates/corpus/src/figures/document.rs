//! The innermost bytes: a detail in what a script would put together around it.

use super::chance::Chance;
use super::spelling::Clue;
use super::{encode, noise};

/// The shape of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    Bare,
    Query,
    Json,
    JsonDeep,
    JsonPairs,
    Prose,
    Html,
    PageUrl,
    Xml,
    Csv,
}

impl Shape {
    /// A shape that suits the detail.
    pub fn draw(clue: &Clue, chance: &mut Chance) -> Self {
        const NAMED: &[Shape] = &[
            Shape::Query,
            Shape::Query,
            Shape::Json,
            Shape::Json,
            Shape::JsonDeep,
            Shape::PageUrl,
        ];
        const ALONE: &[Shape] = &[
            Shape::Bare,
            Shape::Bare,
            Shape::Query,
            Shape::Json,
            Shape::JsonDeep,
            Shape::JsonPairs,
            Shape::Prose,
            Shape::Html,
            Shape::PageUrl,
            Shape::Xml,
            Shape::Csv,
        ];
        chance.pick(if clue.alone().is_some() { ALONE } else { NAMED })
    }

    /// The document.
    pub fn write(self, clue: &Clue, chance: &mut Chance) -> String {
        let mut fields = noise::fields(2, chance);
        fields.extend(clue.fields.iter().cloned());
        let rest = chance.below(6);
        fields.extend(noise::fields(rest, chance));
        let alone = clue.alone().unwrap_or_default();
        match self {
            Self::Bare => alone.to_owned(),
            Self::Query => query(&fields, chance),
            Self::Json => json(&fields, chance),
            Self::JsonDeep => deep(clue, chance),
            Self::JsonPairs => format!(
                "[[\"{}\",{}],[\"{}\",{}]]",
                chance.token(5),
                chance.below(99),
                chance.token(5),
                encode::json_string(alone, false)
            ),
            Self::Prose => format!(
                "{} {alone}. {}",
                noise::sentence(chance),
                noise::sentence(chance)
            ),
            Self::Html => {
                let text = alone
                    .replace('&', "&amp;")
                    .replace('<', "&lt;")
                    .replace('\n', "<br>");
                format!(
                    "<div class=\"summary\"><p>{}</p><span id=\"d{}\">{text}</span></div>",
                    noise::sentence(chance),
                    chance.below(99)
                )
            }
            Self::PageUrl => format!(
                "https://www.shop.example/account/overview?{}",
                query(&fields, chance)
            ),
            Self::Xml => {
                let text = alone.replace('&', "&amp;").replace('<', "&lt;");
                format!(
                    "<contact><id>{}</id><value>{text}</value></contact>",
                    chance.below(9_999)
                )
            }
            Self::Csv => format!(
                "id;time;value\n{};2026-03-0{};\"{}\"\n",
                chance.below(9_999),
                chance.between(1, 9),
                alone.replace('"', "\"\"")
            ),
        }
    }
}

/// A query string as one of several encoders writes it.
fn query(fields: &[(String, String)], chance: &mut Chance) -> String {
    let encoder = match chance.below(3) {
        0 => encode::form,
        _ => encode::percent,
    };
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}={}", encoder(name.as_bytes()), encoder(value.as_bytes())))
        .collect();
    pairs.join("&")
}

fn json(fields: &[(String, String)], chance: &mut Chance) -> String {
    let ascii = chance.once_in(3);
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| {
            format!(
                "{}:{}",
                encode::json_string(name, ascii),
                encode::json_string(value, ascii)
            )
        })
        .collect();
    format!(
        "{{{}}}",
        pairs.join(if chance.once_in(4) { ", " } else { "," })
    )
}

/// An event whose context has the person's fields in an object of their own.
fn deep(clue: &Clue, chance: &mut Chance) -> String {
    let person = json(&clue.fields, chance);
    let around = json(&noise::fields(4, chance), chance);
    match chance.below(3) {
        0 => format!(
            "{{\"event\":\"identify\",\"context\":{{\"user\":{person},\"page\":{around}}},\"n\":{}}}",
            chance.below(99)
        ),
        1 => format!(
            "[{{\"type\":\"track\",\"properties\":{around}}},{{\"type\":\"identify\",\"traits\":{person}}}]"
        ),
        _ => format!(
            "{{\"batch\":[{around},{{\"$set\":{person},\"timestamp\":\"2026-05-11T10:{:02}:00Z\"}}]}}",
            chance.between(10, 59)
        ),
    }
}
