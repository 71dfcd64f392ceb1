//! Where does one string occur in another? Over memory as it lies, with `memchr`'s
//! vectorized search, whatever the width of the characters.

use memchr::{memchr, memmem, memrchr};
use std::borrow::Cow;
use std::ops::Range;
use types::{Chars, PyResult, Str, Thread, Width, same_bytes};

/// A sequence of units of one, two or four bytes that is searched.
#[derive(Clone, Copy)]
pub(crate) struct Haystack<'a> {
    bytes: &'a [u8],
    width: usize,
}

impl<'a> Haystack<'a> {
    /// The characters of a string.
    pub(crate) fn of_str(text: &'a Str) -> Haystack<'a> {
        Haystack {
            bytes: text.raw_bytes(),
            width: text.width() as usize,
        }
    }

    /// Bytes.
    pub(crate) fn of_bytes(bytes: &'a [u8]) -> Haystack<'a> {
        Haystack { bytes, width: 1 }
    }

    /// How many units there are.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len() / self.width
    }

    /// The units of a range, which must lie within the length.
    fn part(&self, range: Range<usize>) -> &'a [u8] {
        &self.bytes[range.start * self.width..range.end * self.width]
    }
}

/// The characters of `text` as they lie in a string of the given width; `None` if they
/// are too wide to occur there.
pub(crate) fn in_width(text: &Str, width: Width) -> Option<Cow<'_, [u8]>> {
    if text.width() == width {
        return Some(Cow::Borrowed(text.raw_bytes()));
    }
    if text.width() > width {
        return None;
    }
    let chars = text.chars();
    Some(Cow::Owned(match width {
        Width::Two => chars
            .iter()
            .flat_map(|c| (c as u16).to_ne_bytes())
            .collect(),
        _ => chars.iter().flat_map(u32::to_ne_bytes).collect(),
    }))
}

/// What is looked for, prepared for looking often. It is not empty.
#[expect(
    clippy::large_enum_variant,
    reason = "a needle lives on the stack, for one call"
)]
pub(crate) enum Needle<'n> {
    /// One byte in bytes, from either end.
    Byte(u8),
    /// A few bytes, from the left, in a haystack that is not worth preparing for.
    Short(&'n [u8], usize),
    /// Several bytes, from the left, in units of so many.
    Forward(memmem::Finder<'n>, usize),
    /// Several bytes, from the right.
    Backward(memmem::FinderRev<'n>, usize),
}

/// Below these lengths, preparing a search takes longer than the search.
const SHORT_NEEDLE: usize = 16;
const SHORT_HAYSTACK: usize = 256;

fn is_short(hay: &[u8], needle: &[u8]) -> bool {
    needle.len() <= SHORT_NEEDLE && hay.len() <= SHORT_HAYSTACK
}

/// The first occurrence of a short needle: wherever its first byte is, the others are
/// compared.
fn find_short(hay: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = 0;
    loop {
        at += memchr(first, hay.get(at..)?)?;
        // Few bytes: not worth calling anybody.
        let part = hay.get(at..at + needle.len())?;
        if part.iter().zip(needle).all(|(a, b)| a == b) {
            return Some(at);
        }
        at += 1;
    }
}

impl<'n> Needle<'n> {
    /// Prepares the bytes of a needle for a haystack of the same width, to be looked for
    /// from the left.
    pub(crate) fn new(bytes: &'n [u8], hay: Haystack<'_>) -> Needle<'n> {
        match bytes {
            [byte] => Needle::Byte(*byte),
            _ if is_short(hay.bytes, bytes) => Needle::Short(bytes, hay.width),
            _ => Needle::Forward(memmem::Finder::new(bytes), hay.width),
        }
    }

    /// The same, from the right.
    pub(crate) fn backward(bytes: &'n [u8], hay: Haystack<'_>) -> Needle<'n> {
        match bytes {
            [byte] => Needle::Byte(*byte),
            _ => Needle::Backward(memmem::FinderRev::new(bytes), hay.width),
        }
    }

    /// How many units it has.
    pub(crate) fn len(&self) -> usize {
        match self {
            Needle::Byte(_) => 1,
            Needle::Short(needle, width) => needle.len() / width,
            Needle::Forward(finder, width) => finder.needle().len() / width,
            Needle::Backward(finder, width) => finder.needle().len() / width,
        }
    }

    /// The next occurrence within a range of the haystack: the first from the left, or the
    /// last if that is how the needle was prepared.
    #[inline]
    pub(crate) fn find(&self, hay: Haystack<'_>, range: Range<usize>) -> Option<usize> {
        let part = hay.part(range.clone());
        let found = match self {
            Needle::Byte(byte) => memchr(*byte, part)?,
            Needle::Short(needle, width) => aligned(part, *width, |part| find_short(part, needle))?,
            Needle::Forward(finder, width) => aligned(part, *width, |part| finder.find(part))?,
            Needle::Backward(finder, width) => {
                let length = finder.needle().len();
                raligned(part, *width, length, |part| finder.rfind(part))?
            }
        };
        Some(range.start + found)
    }

    /// The last occurrence, of a needle that was prepared for looking from the right.
    #[inline]
    pub(crate) fn rfind(&self, hay: Haystack<'_>, range: Range<usize>) -> Option<usize> {
        match self {
            Needle::Byte(byte) => {
                let found = memrchr(*byte, hay.part(range.clone()))?;
                Some(range.start + found)
            }
            _ => self.find(hay, range),
        }
    }

    /// How often it occurs within a range, without overlaps, up to `most` times.
    pub(crate) fn count(&self, hay: Haystack<'_>, range: Range<usize>, most: usize) -> usize {
        if let (Needle::Byte(byte), usize::MAX) = (self, most) {
            return memchr::memchr_iter(*byte, hay.part(range)).count();
        }
        let mut count = 0;
        let mut at = range.start;
        while count < most
            && let Some(found) = self.find(hay, at..range.end)
        {
            count += 1;
            at = found + self.len();
        }
        count
    }
}

/// The first match that begins at a unit's first byte, counted in units.
fn aligned(
    bytes: &[u8],
    width: usize,
    // The first match in some bytes.
    find: impl Fn(&[u8]) -> Option<usize>,
) -> Option<usize> {
    let mut start = 0;
    loop {
        let found = start + find(bytes.get(start..)?)?;
        if found % width == 0 {
            return Some(found / width);
        }
        start = found + 1;
    }
}

/// The last match that begins at a unit's first byte, counted in units.
fn raligned(
    bytes: &[u8],
    width: usize,
    length: usize,
    rfind: impl Fn(&[u8]) -> Option<usize>,
) -> Option<usize> {
    let mut end = bytes.len();
    loop {
        let found = rfind(bytes.get(..end)?)?;
        if found % width == 0 {
            return Some(found / width);
        }
        end = found + length - 1;
    }
}

/// The first occurrence of a needle that may be empty, looked for once.
pub(crate) fn find_once(hay: Haystack<'_>, needle: &[u8], range: Range<usize>) -> Option<usize> {
    let part = hay.part(range.clone());
    let found = match needle {
        [] => 0,
        [byte] => memchr(*byte, part)?,
        _ if is_short(part, needle) => aligned(part, hay.width, |part| find_short(part, needle))?,
        _ => aligned(part, hay.width, |part| memmem::find(part, needle))?,
    };
    Some(range.start + found)
}

/// The last occurrence of a needle that may be empty, looked for once.
pub(crate) fn rfind_once(hay: Haystack<'_>, needle: &[u8], range: Range<usize>) -> Option<usize> {
    let part = hay.part(range.clone());
    let found = match needle {
        [] => range.len(),
        [byte] => memrchr(*byte, part)?,
        _ => raligned(part, hay.width, needle.len(), |part| {
            memmem::rfind(part, needle)
        })?,
    };
    Some(range.start + found)
}

/// `start` and `end` of `find` and its relatives, as Python code gave them.
#[derive(Clone, Copy)]
pub(crate) struct Bounds {
    start: i64,
    end: i64,
}

impl Bounds {
    /// Reads the arguments behind the first (`_PyEval_SliceIndex` on each).
    pub(crate) fn read(t: &Thread, args: &[objects::Object]) -> PyResult<Bounds> {
        let bound = |at: usize| match args.get(at) {
            Some(bound) => t.slice_index(bound),
            None => Ok(None),
        };
        Ok(Bounds {
            start: bound(1)?.unwrap_or(0),
            end: bound(2)?.unwrap_or(i64::MAX),
        })
    }

    /// The range within a length; `None` if it begins behind its end
    /// (`ADJUST_INDICES`).
    pub(crate) fn within(self, length: usize) -> Option<Range<usize>> {
        let clip = |index: i64| match usize::try_from(index) {
            Ok(index) => index,
            Err(_) => {
                length.saturating_sub(usize::try_from(index.unsigned_abs()).unwrap_or(length))
            }
        };
        let (start, end) = (clip(self.start), clip(self.end).min(length));
        (start <= end).then_some(start..end)
    }
}

/// Do the characters of a range begin (or, with `at_end`, end) with these?
pub(crate) fn touches(
    chars: Chars<'_>,
    affix: Chars<'_>,
    range: Range<usize>,
    at_end: bool,
) -> bool {
    if affix.len() > range.len() {
        return false;
    }
    let start = if at_end {
        range.end - affix.len()
    } else {
        range.start
    };
    same(chars.slice(start..start + affix.len()), affix)
}

/// Are these the same characters?
pub(crate) fn same(a: Chars<'_>, b: Chars<'_>) -> bool {
    match (a, b) {
        (Chars::One(a), Chars::One(b)) => same_bytes(a, b),
        (Chars::Two(a), Chars::Two(b)) => a == b,
        (Chars::Four(a), Chars::Four(b)) => a == b,
        _ => a.iter().eq(b.iter()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Haystack, Needle, find_once, rfind_once};

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_ne_bytes).collect()
    }

    #[test]
    fn a_match_across_two_characters_is_none() {
        // Ā is 00 01 in memory, ā 01 01: 01 00 lies across two of them.
        let text: Vec<u8> = [0x0100u16, 0x0100, 0x0001, 0x0100]
            .iter()
            .flat_map(|unit| unit.to_le_bytes())
            .collect();
        let hay = Haystack {
            bytes: &text,
            width: 2,
        };
        assert_eq!(find_once(hay, &0x0001u16.to_le_bytes(), 0..4), Some(2));
        assert_eq!(rfind_once(hay, &0x0001u16.to_le_bytes(), 0..4), Some(2));
        assert_eq!(find_once(hay, &0x0001u16.to_le_bytes(), 0..2), None);
    }

    #[test]
    fn occurrences_do_not_overlap() {
        let text = wide("жжжжж");
        let needle = wide("жж");
        let hay = Haystack {
            bytes: &text,
            width: 2,
        };
        let needle = Needle::new(&needle, hay);
        assert_eq!(needle.count(hay, 0..5, usize::MAX), 2);
        assert_eq!(needle.count(hay, 0..5, 1), 1);
        assert_eq!(needle.find(hay, 2..5), Some(2));
        let bytes = wide("жж");
        assert_eq!(Needle::backward(&bytes, hay).rfind(hay, 0..5), Some(3));
    }
}
