//! How is a string made of which nobody knows yet how wide it will be? A [`Builder`] starts
//! with one byte per character and widens what it has when a wider one comes.

use crate::room::room;
use types::{Chars, PyResult, Str, Thread};

/// A string under construction.
pub struct Builder(Buffer);

enum Buffer {
    /// The first so many of these bytes: short texts need no memory of their own.
    Few([u8; FEW], usize),
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Default for Builder {
    fn default() -> Self {
        Builder::new()
    }
}

/// What most formatted values need.
const FEW: usize = 32;

impl Builder {
    /// An empty one, with room for a few characters.
    pub fn new() -> Builder {
        Builder(Buffer::Few([0; FEW], 0))
    }

    /// An empty one with room for `length` characters of one byte. The length may come from
    /// outside.
    pub fn with_capacity(length: usize) -> PyResult<Builder> {
        if length <= FEW {
            return Ok(Builder::new());
        }
        room(length)?;
        Ok(Builder(Buffer::One(Vec::with_capacity(length))))
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.chars().len()
    }

    /// Are there none yet?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The characters so far.
    pub fn chars(&self) -> Chars<'_> {
        match &self.0 {
            Buffer::Few(chars, length) => Chars::One(&chars[..*length]),
            Buffer::One(chars) => Chars::One(chars),
            Buffer::Two(chars) => Chars::Two(chars),
            Buffer::Four(chars) => Chars::Four(chars),
        }
    }

    /// Makes room for `more` characters of one byte beyond the few.
    #[cold]
    fn spill(&mut self, more: usize) {
        if let Buffer::Few(chars, length) = &self.0 {
            let mut spilt = Vec::with_capacity(2 * (length + more));
            spilt.extend_from_slice(&chars[..*length]);
            self.0 = Buffer::One(spilt);
        }
    }

    /// Makes room for characters as wide as `max`.
    fn widen(&mut self, max: u32) {
        if max > 0xFF {
            self.spill(1);
        }
        let wider = match &mut self.0 {
            Buffer::One(chars) if max > 0xFFFF => {
                Buffer::Four(chars.iter().map(|&c| c.into()).collect())
            }
            Buffer::One(chars) if max > 0xFF => {
                Buffer::Two(chars.iter().map(|&c| c.into()).collect())
            }
            Buffer::Two(chars) if max > 0xFFFF => {
                Buffer::Four(chars.iter().map(|&c| c.into()).collect())
            }
            _ => return,
        };
        self.0 = wider;
    }

    /// Adds one character.
    #[inline]
    pub fn push(&mut self, char: u32) {
        match &mut self.0 {
            Buffer::Few(chars, length) if char < 0x100 && *length < FEW => {
                chars[*length] = char as u8;
                *length += 1;
            }
            Buffer::One(chars) if char < 0x100 => chars.push(char as u8),
            _ => self.push_slowly(char),
        }
    }

    fn push_slowly(&mut self, char: u32) {
        self.spill(1);
        self.widen(char);
        // The buffer is wide enough now, so no cast loses anything.
        match &mut self.0 {
            Buffer::Few(..) => (),
            Buffer::One(chars) => chars.push(char as u8),
            Buffer::Two(chars) => chars.push(char as u16),
            Buffer::Four(chars) => chars.push(char),
        }
    }

    /// Adds the characters of a text.
    pub fn push_text(&mut self, text: &str) {
        match &self.0 {
            Buffer::Few(..) | Buffer::One(_) if text.is_ascii() => {
                self.push_bytes(text.as_bytes());
            }
            _ => text.chars().for_each(|char| self.push(char.into())),
        }
    }

    /// Adds characters of one byte to others of one byte.
    fn push_bytes(&mut self, more: &[u8]) {
        if let Buffer::Few(chars, length) = &mut self.0 {
            let end = *length + more.len();
            if let Some(place) = chars.get_mut(*length..end) {
                place.copy_from_slice(more);
                *length = end;
                return;
            }
            self.spill(more.len());
        }
        if let Buffer::One(chars) = &mut self.0 {
            chars.extend_from_slice(more);
        }
    }

    /// Adds characters. How many may come from outside.
    pub fn push_chars(&mut self, more: Chars<'_>) -> PyResult<()> {
        self.check(more.len())?;
        match (&mut self.0, more) {
            (Buffer::Few(..) | Buffer::One(_), Chars::One(more)) => self.push_bytes(more),
            (Buffer::Two(chars), Chars::Two(more)) => chars.extend_from_slice(more),
            (Buffer::Four(chars), Chars::Four(more)) => chars.extend_from_slice(more),
            _ => {
                self.widen(more.max());
                more.iter().for_each(|char| self.push(char));
            }
        }
        Ok(())
    }

    /// Adds a character `count` times. The count may come from outside.
    #[inline]
    pub fn fill(&mut self, count: usize, char: u32) -> PyResult<()> {
        match count {
            0 => Ok(()),
            _ => self.fill_slowly(count, char),
        }
    }

    fn fill_slowly(&mut self, count: usize, char: u32) -> PyResult<()> {
        self.check(count)?;
        if let (Buffer::Few(chars, length), 0..=0xFF) = (&mut self.0, char) {
            let end = *length + count;
            if let Some(place) = chars.get_mut(*length..end) {
                place.fill(char as u8);
                *length = end;
                return Ok(());
            }
        }
        self.spill(count);
        self.widen(char);
        match &mut self.0 {
            Buffer::Few(..) => (),
            Buffer::One(chars) => chars.resize(chars.len() + count, char as u8),
            Buffer::Two(chars) => chars.resize(chars.len() + count, char as u16),
            Buffer::Four(chars) => chars.resize(chars.len() + count, char),
        }
        Ok(())
    }

    /// Could the heap hold this many characters more?
    fn check(&self, more: usize) -> PyResult<()> {
        let width = match self.0 {
            Buffer::Few(..) | Buffer::One(_) => 1,
            Buffer::Two(_) => 2,
            Buffer::Four(_) => 4,
        };
        let size = self.len().saturating_add(more).saturating_mul(width);
        room(size)
    }

    /// Adds the characters of a string.
    pub fn push_str(&mut self, more: &Str) -> PyResult<()> {
        self.push_chars(more.chars())
    }

    /// The string.
    pub fn finish(self, t: &Thread) -> PyResult {
        match &self.0 {
            Buffer::Few(chars, length) => t.str_latin1(&chars[..*length]),
            Buffer::One(chars) => t.str_latin1(chars),
            _ => t.str_chars(self.chars()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Builder, FEW};

    #[test]
    fn a_builder_widens_when_it_must() {
        let mut builder = Builder::new();
        for (text, size) in [("ab", 2), ("é", 3), ("ж", 4), ("c", 5), ("🐍", 6), ("ж", 7)] {
            builder.push_text(text);
            assert_eq!(builder.len(), size);
        }
        assert_eq!(text(&builder), "abéжc🐍ж");
    }

    fn text(builder: &Builder) -> String {
        builder.chars().iter().filter_map(char::from_u32).collect()
    }

    #[test]
    fn a_builder_goes_over_to_memory_of_its_own() {
        for before in 0..FEW + 2 {
            let start = "x".repeat(before);
            let ways: [fn(&mut Builder); 5] = [
                |builder| builder.push(b'y'.into()),
                |builder| builder.push_text("yyy"),
                |builder| builder.push_text("éж"),
                |builder| builder.fill(3, b'y'.into()).unwrap(),
                |builder| builder.fill(2, 0x416).unwrap(),
            ];
            for (way, added) in ways.iter().zip(["y", "yyy", "éж", "yyy", "ЖЖ"]) {
                let mut builder = Builder::new();
                builder.push_text(&start);
                way(&mut builder);
                assert_eq!(text(&builder), start.clone() + added);
            }
        }
    }

    #[test]
    fn a_builder_refuses_what_the_heap_could_never_hold() {
        assert!(Builder::new().fill(usize::MAX, 32).is_err());
        assert!(Builder::with_capacity(usize::MAX / 2 + 1).is_err());
    }
}
