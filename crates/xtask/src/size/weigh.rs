//! The code of a wasm by the crate that it came from, by the names that the compiler left in it.
//!
//! Of code that one crate wrote and another one's types filled in, the first is named: `Vec<Leak>` is `alloc`'s.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Code of one crate.
#[derive(Default)]
struct Share {
    bytes: usize,
    functions: usize,
}

/// A table of the `named` heaviest crates, as text.
///
/// Fails where this is no wasm. What comes after the compiler (binding, shrinking) takes off about a fifth.
pub fn report(wasm: &[u8], named: usize) -> Result<String> {
    let (mut data, mut imported, mut bodies) = (0, 0, Vec::new());
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("this is no wasm")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::DataSection(section) => data = section.range().len(),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for subsection in section {
                        if let Name::Function(map) = subsection? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index as usize, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut shares: BTreeMap<String, Share> = BTreeMap::new();
    for (index, bytes) in bodies.iter().enumerate() {
        let name = names.get(&(index + imported)).copied().unwrap_or("");
        let share = shares.entry(origin(name)).or_default();
        share.bytes += bytes;
        share.functions += 1;
    }
    Ok(table(&shares, data, named))
}

fn table(shares: &BTreeMap<String, Share>, data: usize, named: usize) -> String {
    let mut sorted: Vec<_> = shares.iter().collect();
    sorted.sort_by_key(|(_, share)| std::cmp::Reverse(share.bytes));
    let (shown, rest) = sorted.split_at(named.min(sorted.len()));
    let rest = rest.iter().fold(Share::default(), |sum, (_, share)| Share {
        bytes: sum.bytes + share.bytes,
        functions: sum.functions + share.functions,
    });
    let mut text = String::from("   bytes  functions  crate, as compiled\n");
    let mut line = |bytes: usize, functions: &str, name: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{bytes:8}  {functions:>9}  {name}");
    };
    line(data, "", "(data: tables and texts)");
    for (name, share) in shown {
        line(share.bytes, &share.functions.to_string(), name);
    }
    line(rest.bytes, &rest.functions.to_string(), "(all others)");
    text
}

/// The crate in which a function was written.
fn origin(mangled: &str) -> String {
    // Without the hashes that tell two versions of a crate apart.
    let name = format!("{:#}", rustc_demangle::demangle(mangled));
    let Some(end) = name.find("::") else {
        return "(no crate: bindings, compiler)".to_owned();
    };
    // `<serde_wasm_bindgen::de::Deserializer as serde_core::…>` was written in the first.
    let start = name[..end]
        .rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .map_or(0, |before| before + 1);
    name[start..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_comes_from_the_crate_that_its_path_begins_with() {
        for (name, crate_) in [
            ("_ZN4sha26sha51211compress51217ha668369f920f121aE", "sha2"),
            (
                "_ZN85_$LT$serde_wasm_bindgen..de..Deserializer$u20$as$u20$serde_core..de..Deserializer$GT$18deserialize_struct17hfd150b104ca15b6fE",
                "serde_wasm_bindgen",
            ),
            (
                "_RNvNtNtNtNtCsgXGp5Oqx2Ny_4core3num7flt2dec8strategy6dragon15format_shortest",
                "core",
            ),
            ("memcpy", "(no crate: bindings, compiler)"),
        ] {
            assert_eq!(origin(name), crate_, "{name}");
        }
    }

    #[test]
    fn the_heaviest_stand_first_and_the_rest_is_summed_up() {
        let share = |bytes| Share {
            bytes,
            functions: 1,
        };
        let shares = [("a", 1), ("b", 30), ("c", 200)]
            .map(|(name, bytes)| (name.to_owned(), share(bytes)))
            .into();
        let text = table(&shares, 7, 1);
        let lines: Vec<Vec<&str>> = text
            .lines()
            .map(|line| line.split_whitespace().collect())
            .collect();
        assert_eq!(lines[1][0], "7");
        assert_eq!(lines[2], ["200", "1", "c"]);
        assert_eq!(lines[3][..2], ["31", "2"]);
    }

    #[test]
    fn what_is_no_wasm_is_an_error() {
        assert!(report(b"no wasm at all", 3).is_err());
    }
}
