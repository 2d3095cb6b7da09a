//! The path of a value in nested containers: `$.user.emails[1]`.

/// Paths longer than this are cut: they are names, and no name is that long.
const LONGEST: usize = 512;
/// Containers whose paths are told apart; what stands deeper is read under the path it has there.
const DEEPEST: usize = 512;

/// A container that the reader is inside of.
#[derive(Debug)]
struct Level {
    /// Length of the path up to this container.
    path: usize,
    /// The present element's index; none in an object.
    index: Option<u32>,
}

/// A path that grows and shrinks with the reader.
#[derive(Debug)]
pub struct Path {
    text: Vec<u8>,
    levels: Vec<Level>,
    /// Containers beyond the deepest: whether each is an array is of no more interest.
    beyond: usize,
}

impl Default for Path {
    fn default() -> Self {
        let mut text = Vec::with_capacity(LONGEST / 4);
        text.push(b'$');
        Self {
            text,
            levels: Vec::new(),
            beyond: 0,
        }
    }
}

impl Path {
    /// The path.
    pub fn as_bytes(&self) -> &[u8] {
        &self.text
    }

    /// Steps into an array or an object.
    pub fn open(&mut self, is_array: bool) {
        if self.levels.len() >= DEEPEST {
            self.beyond += 1;
            return;
        }
        self.levels.push(Level {
            path: self.text.len(),
            index: is_array.then_some(0),
        });
        self.name_element();
    }

    /// Steps out of a container.
    pub fn close(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else if let Some(level) = self.levels.pop() {
            self.text.truncate(level.path);
        }
    }

    /// Whether the reader is inside of an object, as far as it can be told.
    pub fn is_in_object(&self) -> bool {
        let level = self.levels.last();
        self.beyond > 0 || level.is_some_and(|level| level.index.is_none())
    }

    /// Goes on to the next element or member.
    pub fn next(&mut self) {
        if self.beyond > 0 {
            return;
        }
        if let Some(level) = self.levels.last_mut() {
            self.text.truncate(level.path);
            if let Some(index) = &mut level.index {
                *index += 1;
                self.name_element();
            }
        }
    }

    /// Leaves the previous member's name.
    pub fn unnamed(&mut self) {
        if let Some(level) = self.levels.last()
            && self.beyond == 0
        {
            self.text.truncate(level.path);
        }
    }

    /// Names the present member.
    pub fn member(&mut self, name: &[u8]) {
        self.unnamed();
        if self.beyond == 0 && self.text.len() < LONGEST {
            self.text.push(b'.');
            self.text
                .extend_from_slice(&name[..name.len().min(LONGEST)]);
        }
    }

    fn name_element(&mut self) {
        if let Some(Level {
            index: Some(index), ..
        }) = self.levels.last()
            && self.text.len() < LONGEST
        {
            self.text.push(b'[');
            push_number(*index, &mut self.text);
            self.text.push(b']');
        }
    }
}

/// Elements are counted by the thousand, and formatting costs several times what reading one does.
fn push_number(number: u32, out: &mut Vec<u8>) {
    if number > 9 {
        push_number(number / 10, out);
    }
    out.push(b'0' + (number % 10) as u8);
}
