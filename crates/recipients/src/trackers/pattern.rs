//! A rule's pattern of what follows the host: `*` is anything, `^` a border, `|` the end.

/// Whether path and query begin as the pattern says; letters' case does not matter.
pub fn fits(pattern: &str, target: &str) -> bool {
    let (pattern, ends) = match pattern.strip_suffix('|') {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let (pattern, target) = (pattern.as_bytes(), target.as_bytes());
    // Where to go on after the last `*`, should what follows it not fit: work stays within pattern times target.
    let mut star: Option<(usize, usize)> = None;
    let (mut at, mut on) = (0, 0);
    loop {
        match pattern.get(at) {
            None if !ends || on >= target.len() => return true,
            Some(b'*') => {
                star = Some((at + 1, on));
                at += 1;
                continue;
            }
            // A border may be the end.
            Some(b'^') if on >= target.len() => {
                at += 1;
                continue;
            }
            Some(wanted) if target.get(on).is_some_and(|byte| is(*wanted, *byte)) => {
                at += 1;
                on += 1;
                continue;
            }
            _ => {}
        }
        match star {
            Some((after, from)) if from < target.len() => {
                star = Some((after, from + 1));
                (at, on) = (after, from + 1);
            }
            _ => return false,
        }
    }
}

fn is(wanted: u8, byte: u8) -> bool {
    match wanted {
        // What may stand inside a name or an escape is no border.
        b'^' => !(byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'%')),
        _ => wanted.eq_ignore_ascii_case(&byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_fit_beginnings() {
        for (pattern, target, expected) in [
            ("", "/anything", true),
            ("/pixel", "/pixel.gif?x=1", true),
            ("/pixel", "/a/pixel", false),
            ("/Pixel.gif", "/pixel.GIF", true),
            ("/*/collect^", "/a/b/collect?x", true),
            ("/*/collect^", "/a/b/collect", true),
            ("/*/collect^", "/a/b/collector", false),
            ("/a|", "/a", true),
            ("/a|", "/ab", false),
            ("/a*b|", "/axbxb", true),
            ("^path=", "?path=1", true),
            ("/p?id=*&ev=", "/p?id=1&x=2&ev=3", true),
            ("/p?id=*&ev=", "/p?id=1&x=2", false),
        ] {
            assert_eq!(fits(pattern, target), expected, "{pattern} {target}");
        }
    }
}
