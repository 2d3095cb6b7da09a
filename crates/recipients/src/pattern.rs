//! Whether a path is one of an endpoint's: the patterns of `data/endpoints.toml`.

/// How a pattern fits a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fit<'a> {
    /// How many of the path's segments the pattern names.
    pub segments: usize,
    /// The segment at `{account}`.
    pub account: Option<&'a str>,
    /// The segment at `{event}`.
    pub event: Option<&'a str>,
}

/// How a pattern fits the beginning of a path, or that it does not.
pub(crate) fn fit<'a>(pattern: &str, path: &'a str) -> Option<Fit<'a>> {
    let Some(anywhere) = pattern.strip_prefix("**") else {
        return fit_here(pattern, path);
    };
    path.match_indices('/')
        .find_map(|(at, _)| fit_here(anywhere, &path[at..]))
}

fn fit_here<'a>(pattern: &str, path: &'a str) -> Option<Fit<'a>> {
    // Nearly every pattern that does not fit can be told by its first letter.
    let first = pattern.as_bytes().get(1);
    if first.is_some_and(|first| !matches!(first, b'{' | b'*')) && first != path.as_bytes().get(1) {
        return None;
    }
    let mut fit = Fit {
        segments: 0,
        account: None,
        event: None,
    };
    let mut segments = path.split('/').skip(1);
    for wanted in pattern
        .split('/')
        .skip(1)
        .filter(|wanted| !wanted.is_empty())
    {
        let segment = segments.next()?;
        let segment = segment.split(';').next().unwrap_or_default();
        match wanted {
            "{account}" => fit.account = Some(segment).filter(|account| !account.is_empty()),
            "{event}" => fit.event = Some(segment).filter(|event| !event.is_empty()),
            _ => match wanted.strip_suffix('*') {
                Some(beginning) if segment.starts_with(beginning) => {}
                None if segment == wanted => {}
                _ => return None,
            },
        }
        fit.segments += 1;
    }
    Some(fit)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Segments and account, where a pattern fits.
    type Expected = Option<(usize, &'static str)>;

    /// Pattern, path, and what is expected.
    const CASES: &[(&str, &str, Expected)] = &[
        ("/", "", Some((0, ""))),
        ("/", "/x", Some((0, ""))),
        ("/tr", "/tr", Some((1, ""))),
        ("/tr", "/tr/", Some((1, ""))),
        ("/tr", "/tr/x", Some((1, ""))),
        ("/tr", "/track", None),
        ("/tr", "/", None),
        ("/tr", "", None),
        (
            "/b/ss/{account}/*/*",
            "/b/ss/rsid/1/JS-2.22.0/s123",
            Some((5, "rsid")),
        ),
        ("/b/ss/{account}/*/*", "/b/ss/rsid/1", None),
        ("/b/ss/{account}/*/*", "/b/ss//1/x", Some((5, ""))),
        ("/ibs*", "/ibs:dpid=1", Some((1, ""))),
        ("/activityi", "/activityi;src=1;u1=2", Some((1, ""))),
        ("**/g/collect", "/g/collect", Some((2, ""))),
        ("**/g/collect", "/metrics/g/collect", Some((2, ""))),
        ("**/g/collect", "/ag/collect", None),
        ("**/e", "/ingest/e/", Some((1, ""))),
    ];

    #[test]
    fn patterns_fit_beginnings_segment_by_segment() {
        for (pattern, path, expected) in CASES {
            let found =
                fit(pattern, path).map(|fit| (fit.segments, fit.account.unwrap_or_default()));
            assert_eq!(found, *expected, "{pattern} {path}");
        }
        assert_eq!(CASES.len(), 17);
    }
}
