//! What may surround a form so that it counts.

use leaklight_fold::{Border, Folded};
use leaklight_profile::{Number, is_particle};

/// Numbers with more groups than this are lists of numbers ...
const MOST_GROUPS: usize = 6;
/// ... unless the groups of a long one have so many digits on average: `1 86 10 29 889 672 15`.
const SHORTEST_GROUPS: usize = 2;
/// How far a word may be from the digits that it explains.
const WORD_REACH: usize = 3;

/// Whether an email address stands for itself: nothing that continues it stands before or behind.
pub fn is_email(folded: &Folded, bytes: &[u8], start: usize, end: usize) -> bool {
    let origin = folded.origin(start, end);
    if folded.border(end) == Border::None || continues_before(&bytes[..origin.start]) {
        return false;
    }
    // `example.com.` ends a sentence, `example.com.au` is another domain.
    let mut after = bytes[origin.end..].iter();
    match after.next() {
        Some(b'.' | b'-') => !after.next().is_some_and(u8::is_ascii_alphanumeric),
        _ => true,
    }
}

/// Whether an email address goes on before a place: no address begins with a full stop (RFC 5321
/// section 4.1.2), and a hyphen or a line before one is rather a mark than a piece of it.
fn continues_before(before: &[u8]) -> bool {
    let continues = |byte: &u8| byte.is_ascii_alphanumeric();
    match before {
        [.., behind, b'.' | b'_' | b'-'] => continues(behind),
        [.., last] => continues(last),
        [] => false,
    }
}

/// Where an email address ends whose local part stands at `start..end`, behind a `+tag`.
pub fn tagged_end(
    folded: &Folded,
    bytes: &[u8],
    start: usize,
    end: usize,
    domain: &str,
) -> Option<usize> {
    let before = &bytes[..folded.origin(start, end).start];
    let tag = folded.origin(start, end).end;
    if continues_before(before) || bytes.get(tag) != Some(&b'+') {
        return None;
    }
    // RFC 5321 section 4.5.3.1.1: 64 octets are the longest local part.
    let reach = &bytes[tag..bytes.len().min(tag + 64)];
    let at = tag + reach.iter().position(|byte| *byte == b'@')?;
    let is_tag = |byte: &u8| byte.is_ascii_alphanumeric() || b"+._-=".contains(byte);
    let first = (end..folded.text.len().min(end + 64))
        .find(|first| folded.origin(*first, first + 1).start > at)?;
    let last = first + domain.len();
    (bytes[tag..at].iter().all(is_tag)
        && folded.text[first..].starts_with(domain.as_bytes())
        && is_email(folded, bytes, first, last))
    .then_some(last)
}

/// What may stand directly before a number that starts with its country code: the international
/// prefixes of ITU members, most of which use `00`.
const INTERNATIONAL_PREFIXES: &[&str] = &["", "00", "011", "0"];
/// What may stand directly behind a number: an extension's mark.
const EXTENSION_MARKS: &[&[u8]] = &[b"x", b"ext", b"poste"];

/// Whether a number stands for itself: no letter or digit adjoins, but for a country code and its
/// prefix, or a trunk prefix, before it and an extension behind it, and it is grouped as such
/// numbers are.
pub fn is_number(folded: &Folded, bytes: &[u8], start: usize, end: usize, number: &Number) -> bool {
    let mut first = start;
    while first > 0 && folded.border(first) < Border::Hard {
        first -= 1;
    }
    let lead = &folded.text[first..start];
    let trunk = number.trunk.as_bytes();
    let leads = number.code.as_ref().is_some_and(|code| {
        let code = code.expose().as_bytes();
        let untrunked = lead.strip_suffix(trunk).unwrap_or(lead);
        lead == b"0"
            || lead == trunk
            || INTERNATIONAL_PREFIXES.iter().any(|prefix| {
                let rest = |lead: &[u8]| lead.strip_prefix(prefix.as_bytes()) == Some(code);
                rest(lead) || rest(untrunked)
            })
    });
    let is_extension = |mark: &&[u8]| folded.text[end..].starts_with(mark);
    let extension = number.code.is_some() && EXTENSION_MARKS.iter().any(is_extension);
    // ISO 8601: a time of day behind a date.
    let time = number.code.is_none()
        && folded.text.get(end) == Some(&b't')
        && folded.text.get(end + 1).is_some_and(u8::is_ascii_digit);
    let ends = folded.border(end) == Border::Hard
        || (extension || time) && folded.border(end) == Border::Soft;
    let groups: Vec<usize> = (1..end - start)
        .filter(|at| folded.border(start + at) == Border::Hard)
        .collect();
    // `089.99998493` is no decimal, and neither is `+49 89.99998493`.
    let decimal = !lead.starts_with(b"0")
        && !is_behind_code(folded, bytes, start, number)
        && is_decimal(folded, bytes, start, end, &groups);
    (lead.is_empty() || leads) && ends && !decimal && are_allowed(&groups, end - start, number)
}

/// Whether a country code stands before a number, and a plus sign before that.
fn is_behind_code(folded: &Folded, bytes: &[u8], start: usize, number: &Number) -> bool {
    let Some(code) = &number.code else {
        return false;
    };
    let before = &folded.text[..start];
    let untrunked = before.strip_suffix(number.trunk.as_bytes());
    [Some(before), untrunked]
        .into_iter()
        .flatten()
        .filter_map(|before| before.strip_suffix(code.expose().as_bytes()))
        .any(|before| bytes[..folded.origin(before.len(), before.len() + 1).start].ends_with(b"+"))
}

/// Whether digits in two groups are divided by the point of a decimal number.
fn is_decimal(folded: &Folded, bytes: &[u8], start: usize, end: usize, groups: &[usize]) -> bool {
    let [at] = *groups else { return false };
    let gap = folded.origin(start, start + at).end..folded.origin(start + at, end).start;
    bytes.get(gap) == Some(b".")
}

/// Whether so many digits are grouped behind those where they may be.
fn are_allowed(groups: &[usize], digits: usize, number: &Number) -> bool {
    let most = MOST_GROUPS.max(digits / SHORTEST_GROUPS);
    let allowed = |at: &usize| number.breaks.is_empty() || number.breaks.contains(at);
    groups.len() < most && groups.iter().all(allowed)
}

/// Where a card's last four digits end, if they follow its first six behind other digits or a
/// mask.
pub fn card_end(folded: &Folded, start: usize, end: usize, last4: &str) -> Option<usize> {
    // Nine digits at most stand between: ISO/IEC 7812-1 allows nineteen in all.
    (end..=end + 9).find_map(|at| {
        let masked = folded
            .text
            .get(end..at)?
            .iter()
            .all(|byte| byte.is_ascii_digit() || *byte == b'x');
        let apart = at > end || folded.border(at) == Border::Hard;
        let ends = folded.text[at..].starts_with(last4.as_bytes())
            && folded.border(at + last4.len()) == Border::Hard
            && folded.border(start) == Border::Hard;
        (masked && apart && ends).then_some(at + last4.len())
    })
}

/// How a name is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capitals {
    /// `Jane Doe`, `JANE DOE`.
    All,
    /// `jane doe`.
    None,
    /// `Mark will`: no name.
    Mixed,
}

/// How the words of a name from `start` to `end` are capitalised: those that stand behind white space
/// and lead no name. `de la Cruz`, `O'connor` and `Jean-pierre` are capitalised, and so is all that has
/// no small letters.
pub fn capitals(folded: &Folded, bytes: &[u8], start: usize, end: usize) -> Capitals {
    let (mut all, mut any) = (true, false);
    let mut at = start;
    while at < end {
        let next = (at + 1..end)
            .find(|next| folded.border(*next) == Border::Hard)
            .unwrap_or(end);
        let origin = folded.origin(at, at + 1).start;
        let follows = bytes[..origin].ends_with(b"'") || bytes[..origin].ends_with("’".as_bytes());
        let hyphened = bytes[..origin].ends_with(b"-");
        let first = first_character(&bytes[origin..]);
        let capital = first.is_some_and(|first| !first.is_lowercase());
        let counts = at == start || !(follows || hyphened);
        if !is_particle(&folded.text[at..next]) && counts {
            all &= capital;
        }
        any |= capital;
        at = next;
    }
    match (all, any) {
        (true, true) => Capitals::All,
        (_, false) => Capitals::None,
        (false, true) => Capitals::Mixed,
    }
}

/// The first character; bytes that are not UTF-8 are read as ISO 8859-1.
fn first_character(bytes: &[u8]) -> Option<char> {
    let chunk = bytes.utf8_chunks().next()?;
    let latin1 = || chunk.invalid().first().copied().map(char::from);
    chunk.valid().chars().next().or_else(latin1)
}

/// Whether all words around a match are capitalised, two on either side and two at least: then its
/// own capitals tell nothing.
pub fn is_in_title(folded: &Folded, bytes: &[u8], start: usize, end: usize) -> bool {
    let is_capital = |at: usize| bytes[folded.origin(at, at + 1).start].is_ascii_uppercase();
    let (mut before, mut after, mut words) = (start, end, 0);
    for _ in 0..2 {
        let (lead, tail) = (
            folded.word_before(before).len(),
            folded.word_at(after).len(),
        );
        if lead > 0 && !is_capital(before - lead) || tail > 0 && !is_capital(after) {
            return false;
        }
        words += usize::from(lead > 0) + usize::from(tail > 0);
        before -= lead;
        after += tail;
    }
    words > 1
}

/// Whether digits are what a mask (`****`, `••••`, `####`) leaves to be seen of a number; up to two more
/// may be seen before them.
pub fn is_masked(folded: &Folded, bytes: &[u8], start: usize) -> bool {
    let before = &bytes[..folded.origin(start, start + 1).start];
    let digits = before
        .iter()
        .rev()
        .take(2)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let mask = before[..before.len() - digits].trim_ascii_end();
    let mask = mask.strip_suffix(b"-").unwrap_or(mask);
    // One of these is a mask; the others stand before numbers of other kinds, and count in a row.
    let masks = ["*", "•", "##", "··"];
    masks.iter().any(|one| mask.ends_with(one.as_bytes()))
}

/// Whether one of some words stands near.
pub fn is_beside(folded: &Folded, bytes: &[u8], start: usize, end: usize, words: &[&str]) -> bool {
    let says = |word: &[u8]| words.iter().any(|one| one.as_bytes() == word);
    let mut at = start;
    for _ in 0..WORD_REACH {
        let word = folded.word_before(at);
        if says(word) {
            let behind = folded.origin(at - word.len(), at).end;
            return !ends_sentence(&bytes[behind..folded.origin(start, end).start]);
        }
        at -= word.len();
    }
    let mut at = end;
    for _ in 0..WORD_REACH {
        let word = folded.word_at(at);
        if says(word) {
            let before = folded.origin(at, at + word.len()).start;
            let gap = folded.origin(start, end).end..(before + 1).min(bytes.len());
            return !ends_sentence(&bytes[gap]);
        }
        at += word.len();
    }
    false
}

/// Whether a sentence ends in a text, and another starts with a capital letter.
fn ends_sentence(bytes: &[u8]) -> bool {
    let mut windows = bytes.windows(3);
    windows.any(|three| {
        matches!(three[0], b'.' | b'!' | b'?')
            && three[1].is_ascii_whitespace()
            && three[2].is_ascii_uppercase()
    })
}

/// The words behind a match, a few of them.
pub fn words_behind(folded: &Folded, end: usize, most: usize) -> impl Iterator<Item = &[u8]> {
    let mut at = end;
    let words = std::iter::from_fn(move || {
        let word = folded.word_at(at);
        at += word.len();
        (!word.is_empty()).then_some(word)
    });
    words.take(most)
}
