//! The way through nested values past what is not wanted: most of a HAR's entry, its response's body above all.
//!
//! It goes by the keys before opening brackets and quotes, whatever else is between: what it passes need not be sound.

/// A member of an object in which something is not wanted. A key that holds escapes is not recognised.
pub(crate) enum Member {
    /// It holds such members.
    Holds(&'static str, &'static [Member]),
    /// What is between its brackets is not wanted.
    Brackets(&'static str),
    /// What is between its quotes is not wanted.
    Quotes(&'static str),
}

/// What a mark leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Nothing new.
    On,
    /// What follows is not wanted.
    Away,
    /// What follows is wanted again, the mark itself too.
    Back,
    /// It closes the outermost bracket.
    End,
}

/// How far the way has led.
pub(crate) struct Way {
    /// Members of the objects that it is in and knows, the outermost first.
    followed: Vec<&'static [Member]>,
    /// How many brackets are open.
    depth: usize,
    /// It is in what is not wanted.
    away: Option<Away>,
}

/// What is not wanted and under way.
enum Away {
    /// What is in the brackets behind so many others.
    Brackets(usize),
    /// What is in a string.
    Quotes,
}

impl Way {
    /// The way to these members of the outermost value.
    pub(crate) fn to(members: &'static [Member]) -> Self {
        Self {
            followed: vec![members],
            depth: 0,
            away: None,
        }
    }

    /// Which marks to stop at, of a block's brackets and quotes and the bytes of its strings.
    pub(crate) fn stops(&self, brackets: u64, quotes: u64, strings: u64) -> u64 {
        match self.away {
            Some(Away::Quotes) => quotes & !strings,
            None if self.is_before_unwanted_quotes() => brackets | quotes & strings,
            _ => brackets,
        }
    }

    /// Whether what comes next depends on the text before.
    pub(crate) fn is_at_fork(&self) -> bool {
        self.away.is_none() && self.depth == self.followed.len()
    }

    /// Passes a mark, behind this text if it is at a fork.
    pub(crate) fn pass(&mut self, mark: u8, before: &[u8]) -> Turn {
        match mark {
            b'{' | b'[' => self.open(before),
            b'}' | b']' => self.close(),
            _ => self.quote(before),
        }
    }

    fn open(&mut self, before: &[u8]) -> Turn {
        let member = self.member(before);
        self.depth += 1;
        match member {
            Some(Member::Holds(_, members)) => self.followed.push(members),
            Some(Member::Brackets(_)) => {
                self.away = Some(Away::Brackets(self.depth - 1));
                return Turn::Away;
            }
            Some(Member::Quotes(_)) | None => {}
        }
        Turn::On
    }

    fn close(&mut self) -> Turn {
        self.depth = self.depth.saturating_sub(1);
        self.followed.truncate(self.depth.max(1));
        match self.away {
            _ if self.depth == 0 => Turn::End,
            Some(Away::Brackets(depth)) if depth == self.depth => {
                self.away = None;
                Turn::Back
            }
            _ => Turn::On,
        }
    }

    fn quote(&mut self, before: &[u8]) -> Turn {
        if self.away.take().is_some() {
            return Turn::Back;
        }
        if let Some(Member::Quotes(_)) = self.member(before) {
            self.away = Some(Away::Quotes);
            return Turn::Away;
        }
        Turn::On
    }

    fn is_before_unwanted_quotes(&self) -> bool {
        let members = self.followed.last();
        self.is_at_fork()
            && members.is_some_and(|members| {
                members
                    .iter()
                    .any(|member| matches!(member, Member::Quotes(_)))
            })
    }

    /// The member whose key and colon the text ends in.
    fn member(&self, before: &[u8]) -> Option<&'static Member> {
        if !self.is_at_fork() {
            return None;
        }
        let key = before
            .trim_ascii_end()
            .strip_suffix(b":")?
            .trim_ascii_end()
            .strip_suffix(b"\"")?;
        self.followed.last()?.iter().find(|member| {
            let (Member::Holds(known, _) | Member::Brackets(known) | Member::Quotes(known)) =
                member;
            key.strip_suffix(known.as_bytes())
                .and_then(|before| before.strip_suffix(b"\""))
                .is_some_and(|before| !before.ends_with(b"\\"))
        })
    }
}
