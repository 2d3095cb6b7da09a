//! Masking: URLs and names as they may be shown to others.
//!
//! Where a piece of a URL holds something of the profile, in any disguise, the identifier's id
//! takes its place: `https://example.com/r?name=[name-1]`. Rather one piece too many than one too
//! few: what would prove nothing as a finding is masked as well.

use crate::detector::Detector;
use crate::reader::Reader;
use crate::report::Carrier;
use leaklight_parameters::sort_by;

impl Detector {
    /// A text without personal values: itself, or the ids of what stands in it.
    pub fn mask(&self, text: &str) -> String {
        self.found(text, "").unwrap_or_else(|| text.to_owned())
    }

    /// A URL without personal values.
    pub fn mask_url(&self, url: &str) -> String {
        let (rest, fragment) = cut(url, '#');
        let (rest, query) = cut(rest, '?');
        let (origin, path) = match rest.find("://").map(|at| at + 3) {
            Some(start) => {
                let slash = rest[start..].find('/').map_or(rest.len(), |at| start + at);
                rest.split_at(slash)
            }
            None => ("", rest),
        };
        let mut masked = self.mask_origin(origin);
        masked.push_str(&self.mask_path(path));
        for (mark, piece) in [('?', query), ('#', fragment)] {
            if let Some(piece) = piece {
                masked.push(mark);
                masked.push_str(&self.mask_fields(piece));
            }
        }
        masked
    }

    fn mask_origin(&self, origin: &str) -> String {
        let Some((scheme, authority)) = origin.split_once("://") else {
            return origin.to_owned();
        };
        // A password is nobody's business, whoever's it is.
        let host = authority
            .rsplit_once('@')
            .map_or(authority, |(_, host)| host);
        format!("{scheme}://{}", self.mask(host))
    }

    fn mask_path(&self, path: &str) -> String {
        if self.found(path, "").is_none() {
            return path.to_owned();
        }
        let segments: Vec<String> = path
            .split('/')
            .map(|segment| self.mask_fields(segment))
            .collect();
        let masked = segments.join("/");
        match self.found(&masked, "") {
            None if masked != path => masked,
            _ => format!("/{}", self.found(path, "").unwrap_or_default()),
        }
    }

    fn mask_fields(&self, query: &str) -> String {
        let fields = query.split('&').map(|field| {
            let (name, value) = cut(field, '=');
            match value {
                None => self.mask(name),
                Some(value) => {
                    let masked = self.found(value, name).unwrap_or_else(|| value.to_owned());
                    format!("{}={masked}", self.mask(name))
                }
            }
        });
        fields.collect::<Vec<_>>().join("&")
    }

    /// The ids of what stands in a piece of a URL; none where nothing does.
    fn found(&self, piece: &str, name: &str) -> Option<String> {
        let mut reader = Reader::new(self);
        reader.value(
            Carrier::UrlQuery,
            name,
            &crate::framing::unescape(piece.as_bytes()),
        );
        let mut ids: Vec<&str> = reader
            .finish()
            .hits
            .iter()
            .map(|hit| self.identifier(hit.identifier).id())
            .collect();
        sort_by(&mut ids, |a, b| a.cmp(b));
        ids.dedup();
        (!ids.is_empty()).then(|| format!("[{}]", ids.join(",")))
    }
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at)
        .map_or((text, None), |(before, after)| (before, Some(after)))
}
