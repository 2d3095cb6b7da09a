//! One line of a list.

use super::options::Options;
use crate::punycode::to_ascii;
use std::borrow::Cow;

/// What a line of a list is.
pub enum Line<'a> {
    /// A comment, a heading, or empty.
    Nothing,
    /// A rule that names a host.
    Rule(Rule<'a>),
    /// About how a page looks.
    Cosmetic,
    /// Names no host.
    Pattern,
    /// Has options that are not understood.
    Options,
    /// No rule.
    Unreadable,
}

/// A rule that names a host.
#[derive(Debug)]
pub struct Rule<'a> {
    host: Cow<'a, str>,
    /// Whether it takes requests out again.
    pub exception: bool,
    /// What must follow the host; empty where all may.
    path: &'a str,
    options: Options<'a>,
}

/// Names by which hosts files call the machine itself.
const OWN_NAMES: [&str; 6] = [
    "localhost",
    "localhost.localdomain",
    "local",
    "broadcasthost",
    "ip6-localhost",
    "ip6-loopback",
];

/// Reads a line without white space around it.
pub fn read(line: &str) -> Line<'_> {
    // `#` begins a comment of a hosts file, and `##` a rule of a filter list's.
    let is_comment = line.is_empty()
        || line.starts_with(['!', '['])
        || line.starts_with('#') && !line.starts_with("##") && !line.starts_with("#@#");
    if is_comment {
        return Line::Nothing;
    }
    if ["##", "#@#", "#?#", "#$#", "#%#"]
        .iter()
        .any(|mark| line.contains(mark))
    {
        return Line::Cosmetic;
    }
    match host_line(line) {
        Some(line) => line,
        None => filter(line),
    }
}

/// A line of a hosts file: an address and a host, or a host alone.
fn host_line(line: &str) -> Option<Line<'_>> {
    let line = line.split('#').next()?.trim();
    let mut words = line.split_ascii_whitespace();
    let (first, second) = (words.next()?, words.next());
    let host = match second {
        Some(host) if first.parse::<std::net::IpAddr>().is_ok() => host,
        None if first.contains('.') && is_host(first) => first,
        _ => return None,
    };
    if OWN_NAMES.contains(&host) || host.parse::<std::net::IpAddr>().is_ok() {
        return Some(Line::Nothing);
    }
    if !is_host(host) {
        return Some(Line::Unreadable);
    }
    Some(Line::Rule(Rule {
        host: to_ascii(host),
        exception: false,
        path: "",
        options: Options::default(),
    }))
}

/// A line of a filter list.
fn filter(line: &str) -> Line<'_> {
    let (line, exception) = match line.strip_prefix("@@") {
        Some(line) => (line, true),
        None => (line, false),
    };
    let (pattern, options) = match line.rfind('$') {
        // A regular expression may hold the sign too.
        Some(at) if !line.ends_with('/') => (&line[..at], &line[at + 1..]),
        _ => (line, ""),
    };
    let Some(rest) = pattern.strip_prefix("||") else {
        return Line::Pattern;
    };
    let end = rest
        .find(['/', '^', '*', '|', '?', ':'])
        .unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let path = path.strip_prefix('^').map_or(path, |after| match after {
        "" | "|" | "*" => "",
        _ => path,
    });
    if host.ends_with('.') || !host.contains('.') || path.starts_with('*') {
        return Line::Pattern;
    }
    if !is_host(host) || path.contains(['\t', ' ']) {
        return Line::Unreadable;
    }
    let Some(options) = Options::read(options) else {
        return Line::Options;
    };
    Line::Rule(Rule {
        host: to_ascii(host),
        exception,
        path,
        options,
    })
}

/// Whether text can be a host's name, in whichever script.
fn is_host(text: &str) -> bool {
    !text.is_empty()
        && text.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && label
                    .chars()
                    .all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
        })
}

impl Rule<'_> {
    /// Writes it as it is kept: host, `\t` or for an exception `\t@`, path, and options behind a `\t`; no more
    /// than the host where there is nothing else.
    pub fn write(&self, text: &mut String) {
        text.push_str(&self.host);
        let after_host = text.len();
        text.push('\t');
        if self.exception {
            text.push('@');
        }
        text.push_str(self.path);
        self.options.write(text);
        if text.len() == after_host + 1 {
            text.pop();
        }
        text.push('\n');
    }
}

/// The host of a rule as it is kept.
pub fn host_of(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}

/// Whether a kept rule is an exception, and what follows.
pub fn rest_of(row: &str) -> (bool, &str) {
    let rest = row.split_once('\t').map_or("", |split| split.1);
    match rest.strip_prefix('@') {
        Some(rest) => (true, rest),
        None => (false, rest),
    }
}
