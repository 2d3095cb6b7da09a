//! Room in which a request is read, used again for the next one: to ask for memory takes longer than to read a short URL.

use crate::sheet::Sheet;
use crate::siblings::Siblings;

/// Bytes of each part of it; what a request needed beyond is given back. Four times what is there at first.
const LARGE: usize = 1 << 14;
/// Framings in each other: a query string's parameter that holds JSON, and so on.
const DEEP: usize = 4;

/// Room for folded text, and for the values of framings.
#[derive(Debug, Default)]
pub struct Room {
    pub sheet: Sheet,
    /// Siblings that no framing uses.
    pub idle: Vec<Siblings>,
}

impl Room {
    /// The same without anything of the request in it, unless it is large.
    pub fn emptied(mut self) -> Option<Self> {
        if self.sheet.room() > LARGE {
            return None;
        }
        self.sheet.wipe();
        // Siblings are clear where no framing uses them.
        self.idle.retain(|siblings| siblings.room() <= LARGE);
        self.idle.truncate(DEEP);
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detector::Detector;
    use crate::familiar::Familiar;
    use crate::request::{Body, Content, Request};
    use leaklight_profile::{Profile, ProfileSource};

    /// The room that is kept behind a request with such a body.
    fn kept(body: &str) -> Option<Room> {
        let profile = Profile::new(&ProfileSource::default()).unwrap();
        let detector = Detector::new(profile).unwrap();
        let request = Request {
            body: Body {
                content: Content::Bytes(body.as_bytes().into()),
                unread: Vec::new(),
            },
            ..Request::default()
        };
        let mut familiar = Familiar::default();
        detector.look_again(&request, &mut familiar);
        Some(familiar.take_room()).filter(|room| !room.idle.is_empty())
    }

    #[test]
    fn room_of_a_usual_request_is_kept_without_its_text() {
        let room = kept("{\"name\":\"jane\",\"q\":\"a=doe&b=c\"}").unwrap();
        assert!(room.sheet.is_blank() && room.idle.iter().all(Siblings::is_empty));
        assert!(room.idle.len() >= 2);
    }

    #[test]
    fn much_room_is_given_back() {
        let long = "word ".repeat(100_000);
        assert!(kept(&long).is_none());
        // Beyond ASCII the text is folded anew.
        assert!(kept(&format!("{long}é")).is_none());
        let many = format!("[{}1]", "1,".repeat(4_000));
        let deep = format!("{}1{}", "[".repeat(40), "]".repeat(40));
        for body in [many, deep] {
            let room = kept(&body).into_iter().flat_map(|room| room.idle);
            let sizes: Vec<_> = room.map(|siblings| siblings.room()).collect();
            assert!(sizes.len() <= DEEP && sizes.iter().all(|size| *size <= LARGE));
        }
    }
}
