//! How does a string lie in memory? As PEP 393 has it: one, two or four bytes per
//! character, whichever the widest needs. What strings *do* is a later chapter.

use crate::kind::Type;
use crate::list::List;
use objects::{Object, OutOfMemory, Owned, heap, payload, resize_unique};
use std::cell::Cell;
use std::slice::from_raw_parts;

/// A Python string. Its characters follow it in memory, and then room for more, if
/// the string was made by appending.
///
/// A string never changes once a second reference to it can exist. [`Str::append`] is
/// the one function that changes one, and it asks for the only reference.
// The characters follow right behind it, where addresses have 32 bits too.
#[repr(align(8))]
pub struct Str {
    /// −1: not computed yet.
    hash: Cell<i64>,
    length: Cell<usize>,
    /// Bytes of room behind the characters.
    spare: Cell<u32>,
    width: Width,
    ascii: Cell<bool>,
    interned: Cell<bool>,
}

payload!(Str, "str", extra);

/// Bytes per character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Width {
    /// Every character is below U+0100.
    One = 1,
    /// Every character is below U+10000.
    Two = 2,
    /// Any character.
    Four = 4,
}

/// The characters of a string, borrowed.
#[derive(Clone, Copy, Debug)]
pub enum Chars<'a> {
    /// Latin-1
    One(&'a [u8]),
    /// UCS-2; may hold lone surrogates
    Two(&'a [u16]),
    /// UCS-4; may hold lone surrogates
    Four(&'a [u32]),
}

impl Width {
    /// The width that a string needs whose widest character is `max`.
    pub fn of(max: u32) -> Width {
        match max {
            0..=0xFF => Width::One,
            0x100..=0xFFFF => Width::Two,
            _ => Width::Four,
        }
    }
}

impl<'a> Chars<'a> {
    /// How many characters there are.
    #[inline]
    pub fn len(&self) -> usize {
        match self {
            Chars::One(chars) => chars.len(),
            Chars::Two(chars) => chars.len(),
            Chars::Four(chars) => chars.len(),
        }
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The character at `index`, as a code point.
    #[inline]
    pub fn get(&self, index: usize) -> Option<u32> {
        match self {
            Chars::One(chars) => chars.get(index).map(|&c| c.into()),
            Chars::Two(chars) => chars.get(index).map(|&c| c.into()),
            Chars::Four(chars) => chars.get(index).copied(),
        }
    }

    /// The widest character; zero if there are none.
    pub fn max(&self) -> u32 {
        match self {
            Chars::One(chars) => chars.iter().copied().max().unwrap_or(0).into(),
            Chars::Two(chars) => chars.iter().copied().max().unwrap_or(0).into(),
            Chars::Four(chars) => chars.iter().copied().max().unwrap_or(0),
        }
    }

    /// The characters of a range, which must lie within the length.
    #[inline]
    pub fn slice(&self, range: std::ops::Range<usize>) -> Chars<'a> {
        match self {
            Chars::One(chars) => Chars::One(&chars[range]),
            Chars::Two(chars) => Chars::Two(&chars[range]),
            Chars::Four(chars) => Chars::Four(&chars[range]),
        }
    }

    /// The code points in order.
    #[inline]
    pub fn iter(
        &self,
    ) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator + Clone + use<'a> {
        let chars = *self;
        (0..chars.len()).map(move |index| chars.get(index).unwrap_or(0))
    }
}

impl Str {
    fn extra(&self) -> usize {
        self.size() + self.spare.get() as usize
    }

    /// Bytes that the characters take.
    fn size(&self) -> usize {
        self.length.get() * self.width as usize
    }

    /// Bytes behind the characters in which the string can grow where it lies.
    pub fn room(&self) -> usize {
        self.spare.get() as usize
    }

    /// How many characters the string has.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.length.get()
    }

    /// Is the string empty?
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes per character.
    #[inline(always)]
    pub fn width(&self) -> Width {
        self.width
    }

    /// Are all characters below U+0080?
    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.ascii.get()
    }

    /// Is it in the intern table? Then equal names are the same object.
    #[inline(always)]
    pub fn is_interned(&self) -> bool {
        self.interned.get()
    }

    pub(crate) fn set_interned(&self, yes: bool) {
        self.interned.set(yes);
    }

    fn bytes(&self) -> *const u8 {
        std::ptr::with_exposed_provenance((&raw const *self).addr() + size_of::<Str>())
    }

    /// The characters.
    #[inline(always)]
    pub fn chars(&self) -> Chars<'_> {
        // SAFETY: a `Str` is only made by `allocate`, which puts `length` initialized
        // characters of that width right behind it, aligned to eight bytes. They never
        // change while the string can be borrowed.
        unsafe {
            let (start, length) = (self.bytes(), self.len());
            match self.width {
                Width::One => Chars::One(from_raw_parts(start, length)),
                Width::Two => Chars::Two(from_raw_parts(start.cast(), length)),
                Width::Four => Chars::Four(from_raw_parts(start.cast(), length)),
            }
        }
    }

    /// The characters in memory, as bytes: what is hashed.
    #[inline]
    pub fn raw_bytes(&self) -> &[u8] {
        // SAFETY: as in `chars`.
        unsafe { std::slice::from_raw_parts(self.bytes(), self.size()) }
    }

    /// The text, if it is ASCII.
    #[inline]
    pub fn as_ascii(&self) -> Option<&str> {
        // SAFETY: ASCII is UTF-8.
        self.is_ascii()
            .then(|| unsafe { std::str::from_utf8_unchecked(self.raw_bytes()) })
    }

    /// The text as UTF-8; `None` if it holds a surrogate, which UTF-8 cannot.
    pub fn to_utf8(&self) -> Option<String> {
        match self.as_ascii() {
            Some(text) => Some(text.to_owned()),
            None => self.chars().iter().map(char::from_u32).collect(),
        }
    }

    /// The text for a message: surrogates become U+FFFD.
    pub fn to_text(&self) -> String {
        let replace = |c| char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER);
        self.chars().iter().map(replace).collect()
    }

    /// Does the string hold exactly this text?
    pub fn equals(&self, text: &str) -> bool {
        match self.as_ascii() {
            Some(own) => own == text,
            None => self.chars().iter().eq(text.chars().map(u32::from)),
        }
    }

    /// The hash, if it was computed before.
    #[inline(always)]
    pub fn cached_hash(&self) -> Option<i64> {
        match self.hash.get() {
            -1 => None,
            hash => Some(hash),
        }
    }

    pub(crate) fn set_hash(&self, hash: i64) {
        self.hash.set(hash);
    }

    /// The string as an object: a new reference.
    #[inline]
    pub fn object(&self) -> Owned<Str> {
        // SAFETY: a `Str` lies only in the heap.
        unsafe { Owned::from_payload(self) }
    }

    #[inline(always)]
    fn allocate(
        kind: &Type,
        length: usize,
        width: Width,
        ascii: bool,
        fill: impl FnOnce(*mut u8),
    ) -> Result<Owned<Str>, OutOfMemory> {
        let extra = length.checked_mul(width as usize).ok_or(OutOfMemory)?;
        let text = Str {
            hash: Cell::new(-1),
            length: Cell::new(length),
            spare: Cell::new(0),
            width,
            ascii: Cell::new(ascii),
            interned: Cell::new(false),
        };
        // SAFETY: length and width say `extra`; the callers fill in all characters.
        unsafe { heap().make_with(kind.core(), text, extra, |place| fill(place.as_ptr())) }
    }

    /// A string of type `kind` (`str` or a subclass) made of Latin-1 characters.
    pub fn from_latin1(kind: &Type, chars: &[u8]) -> Result<Owned<Str>, OutOfMemory> {
        Str::allocate(kind, chars.len(), Width::One, chars.is_ascii(), |place| {
            // SAFETY: there is room for `length` characters of one byte.
            unsafe { copy(chars, place) }
        })
    }

    /// A string of `length` Latin-1 characters that `fill` writes over zeros.
    pub fn from_latin1_with(
        kind: &Type,
        length: usize,
        fill: impl FnOnce(&mut [u8]),
    ) -> Result<Owned<Str>, OutOfMemory> {
        let mut ascii = false;
        let text = Str::allocate(kind, length, Width::One, false, |place| {
            // SAFETY: there is room for `length` bytes, which are written before they are lent.
            let chars = unsafe {
                place.write_bytes(0, length);
                std::slice::from_raw_parts_mut(place, length)
            };
            fill(chars);
            ascii = chars.is_ascii();
        })?;
        text.ascii.set(ascii);
        Ok(text)
    }

    /// A string made of code points, in the smallest width that holds them all.
    pub fn from_code_points(kind: &Type, chars: &[u32]) -> Result<Owned<Str>, OutOfMemory> {
        Str::from_chars(kind, Chars::Four(chars))
    }

    /// The characters of a range, which must lie within the length, as a string.
    #[inline]
    pub fn part(
        &self,
        kind: &Type,
        range: std::ops::Range<usize>,
    ) -> Result<Owned<Str>, OutOfMemory> {
        match self.chars() {
            // A part of an ASCII text is ASCII: nobody needs to look.
            Chars::One(chars) if self.is_ascii() => {
                let part = &chars[range];
                Str::allocate(kind, part.len(), Width::One, true, |place| {
                    // SAFETY: there is room for `length` characters of one byte.
                    unsafe { copy(part, place) }
                })
            }
            chars => Str::from_chars(kind, chars.slice(range)),
        }
    }

    /// A string made of the characters of another, or of a part of them, in the smallest
    /// width that holds them all.
    pub fn from_chars(kind: &Type, chars: Chars<'_>) -> Result<Owned<Str>, OutOfMemory> {
        if let Chars::One(chars) = chars {
            return Str::from_latin1(kind, chars);
        }
        let max = chars.max();
        let width = Width::of(max);
        Str::allocate(kind, chars.len(), width, max < 0x80, |place| {
            // SAFETY: there is room for the characters, and none is wider than `width`.
            unsafe { write_chars(place, width, 0, chars) };
        })
    }

    /// A string made of UTF-8 text.
    pub fn from_text(kind: &Type, text: &str) -> Result<Owned<Str>, OutOfMemory> {
        if text.is_ascii() {
            return Str::from_latin1(kind, text.as_bytes());
        }
        let mut length = 0;
        let mut max = 0;
        for char in text.chars() {
            length += 1;
            max = max.max(char.into());
        }
        let width = Width::of(max);
        Str::allocate(kind, length, width, false, |place| {
            for (index, char) in text.chars().enumerate() {
                // SAFETY: `length` characters were counted, none wider than `width`.
                unsafe { write_char(place, width, index, char.into()) };
            }
        })
    }

    /// The strings of `parts`, one after the other.
    pub fn concat(kind: &Type, parts: &[&Str]) -> Result<Owned<Str>, OutOfMemory> {
        let mut length = 0usize;
        let mut width = Width::One;
        let mut ascii = true;
        for part in parts {
            length = length.checked_add(part.len()).ok_or(OutOfMemory)?;
            width = width.max(part.width);
            ascii &= part.is_ascii();
        }
        Str::allocate(kind, length, width, ascii, |place| {
            let mut index = 0;
            for part in parts {
                // SAFETY: the parts have `length` characters together, none wider than
                // `width`; the new string is not one of them.
                unsafe { write_chars(place, width, index, part.chars()) };
                index += part.len();
            }
        })
    }

    /// The strings of `items` with `separator` between them.
    pub fn join(kind: &Type, separator: &Str, items: &[Object]) -> Result<Owned<Str>, JoinError> {
        let gaps = items.len().saturating_sub(1);
        let length = separator.len().checked_mul(gaps);
        let mut length = length.ok_or(JoinError::TooLong)?;
        let (mut width, mut ascii) = match gaps {
            0 => (Width::One, true),
            _ => (separator.width, separator.is_ascii()),
        };
        for (at, item) in items.iter().enumerate() {
            let item = as_str(item).ok_or(JoinError::NotText(at))?;
            length = length.checked_add(item.len()).ok_or(JoinError::TooLong)?;
            width = width.max(item.width);
            ascii &= item.is_ascii();
        }
        if i64::try_from(length).is_err() {
            return Err(JoinError::TooLong);
        }
        let separator = separator.chars();
        let joined = Str::allocate(kind, length, width, ascii, |place| {
            let mut index = 0;
            for (nth, item) in items.iter().filter_map(as_str).enumerate() {
                // SAFETY: `length` characters were counted, none wider than `width`.
                unsafe {
                    if nth > 0 && !separator.is_empty() {
                        write_chars(place, width, index, separator);
                        index += separator.len();
                    }
                    write_chars(place, width, index, item.chars());
                }
                index += item.len();
            }
        })?;
        Ok(joined)
    }

    /// The items of a list, which must all be strings, with `separator` between them.
    pub fn join_list(kind: &Type, separator: &Str, list: &List) -> Result<Owned<Str>, JoinError> {
        // SAFETY: joining allocates and copies. It runs no Python code, so that nothing
        // changes the list.
        unsafe {
            list.items
                .with_slice(|items| Str::join(kind, separator, items))
        }
    }

    /// Latin-1 characters, `length` of them, from pieces.
    pub fn from_pieces<'a>(
        kind: &Type,
        length: usize,
        pieces: impl Iterator<Item = &'a [u8]>,
    ) -> Result<Owned<Str>, OutOfMemory> {
        let mut ascii = true;
        let text = Str::allocate(kind, length, Width::One, false, |place| {
            let mut left = length;
            let mut place = place;
            for piece in pieces {
                let size = piece.len().min(left);
                ascii &= piece.is_ascii();
                // SAFETY: there is room for `length` bytes, of which `left` are not written.
                unsafe {
                    place.copy_from_nonoverlapping(piece.as_ptr(), size);
                    place = place.add(size);
                }
                left -= size;
            }
            // SAFETY: as above; pieces that are too few are made up for.
            unsafe { place.write_bytes(0, left) };
        })?;
        text.ascii.set(ascii);
        Ok(text)
    }

    /// The string `count` times, one after the other.
    pub fn repeat(&self, kind: &Type, count: usize) -> Result<Owned<Str>, OutOfMemory> {
        let length = self.len().checked_mul(count).ok_or(OutOfMemory)?;
        Str::allocate(kind, length, self.width, self.is_ascii(), |place| {
            let (from, size) = (self.bytes(), self.size());
            let total = size * count;
            // SAFETY: there is room for `count` times the bytes. What was written is copied
            // behind itself, each time doubling it.
            unsafe {
                if size == 1 {
                    place.write_bytes(*from, total);
                } else if total > 0 {
                    place.copy_from_nonoverlapping(from, size);
                    let mut done = size;
                    while done < total {
                        let more = done.min(total - done);
                        place.add(done).copy_from_nonoverlapping(place, more);
                        done += more;
                    }
                }
            }
        })
    }

    /// `text + more`, of the exact type `kind` (`str`). A string to which there is no other
    /// reference is extended where it is: then a loop of `s += x` takes linear time.
    pub fn append(text: Owned<Str>, more: &Str, kind: &Type) -> Result<Owned<Str>, OutOfMemory> {
        let changeable = text.header().is_unique()
            && text.hash.get() == -1
            && !text.interned.get()
            && more.width <= text.width
            && std::ptr::eq(text.header().type_core(), kind.core());
        if !changeable {
            return Str::concat(kind, &[&text, more]);
        }
        let (old, width) = (text.len(), text.width);
        let length = old.checked_add(more.len()).ok_or(OutOfMemory)?;
        let size = length.checked_mul(width as usize).ok_or(OutOfMemory)?;
        let text = if size <= text.extra() {
            text
        } else {
            match text.with_room(size) {
                Ok(text) => text,
                Err(text) => return Str::concat(kind, &[&text, more]),
            }
        };
        // SAFETY: there is room for `size` bytes, `text` is the only reference, and so
        // `more` is another string; it is not wider.
        unsafe { write_chars(text.bytes().cast_mut(), width, old, more.chars()) };
        // The room was at most a quarter of `u32::MAX` more than what is taken now.
        text.spare.set((text.extra() - size) as u32);
        text.length.set(length);
        text.ascii.set(text.is_ascii() && more.is_ascii());
        Ok(text)
    }
}

/// Why strings cannot be joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinError {
    /// The item at this place is no string.
    NotText(usize),
    /// No string can be that long.
    TooLong,
    /// There is no memory for it.
    OutOfMemory,
}

impl From<OutOfMemory> for JoinError {
    fn from(_: OutOfMemory) -> JoinError {
        JoinError::OutOfMemory
    }
}

/// Growing the only reference to a string.
trait WithRoom: Sized {
    /// The same string with room for `size` bytes and then some; as it was if that fails.
    fn with_room(self, size: usize) -> Result<Self, Self>;
}

impl WithRoom for Owned<Str> {
    fn with_room(self, size: usize) -> Result<Self, Self> {
        let spare = (size / 4 + 16).min(u32::MAX as usize / 2);
        let from = self.extra();
        let Some(to) = size.checked_add(spare) else {
            return Err(self);
        };
        let Ok(spare) = u32::try_from(to - self.size()) else {
            return Err(self);
        };
        // SAFETY: `extra` says `from` now, and `to` as soon as the room is noted.
        let grown = unsafe { resize_unique(self, from, to)? };
        grown.spare.set(spare);
        Ok(grown)
    }
}

unsafe fn write_char(place: *mut u8, width: Width, index: usize, char: u32) {
    // SAFETY: the caller has checked index and width.
    unsafe {
        match width {
            Width::One => place.add(index).write(char as u8),
            Width::Two => place.cast::<u16>().add(index).write(char as u16),
            Width::Four => place.cast::<u32>().add(index).write(char),
        }
    }
}

unsafe fn write_chars(place: *mut u8, width: Width, index: usize, chars: Chars<'_>) {
    // SAFETY: the caller has checked index and width.
    unsafe {
        match width {
            Width::One => {
                let place = place.add(index);
                match chars {
                    Chars::One(c) => copy(c, place),
                    Chars::Two(c) => convert(place, c, |c| c as u8),
                    Chars::Four(c) => convert(place, c, |c| c as u8),
                }
            }
            Width::Two => {
                let place = place.cast::<u16>().add(index);
                match chars {
                    Chars::One(c) => convert(place, c, u16::from),
                    Chars::Two(c) => place.copy_from_nonoverlapping(c.as_ptr(), c.len()),
                    Chars::Four(c) => convert(place, c, |c| c as u16),
                }
            }
            Width::Four => {
                let place = place.cast::<u32>().add(index);
                match chars {
                    Chars::One(c) => convert(place, c, u32::from),
                    Chars::Two(c) => convert(place, c, u32::from),
                    Chars::Four(c) => place.copy_from_nonoverlapping(c.as_ptr(), c.len()),
                }
            }
        }
    }
}

/// Are these the same bytes? Most strings are short: for those, calling somebody would take
/// longer than comparing, so the first bytes and the last are looked at, however much the two
/// overlap.
#[inline(always)]
pub fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    #[inline(always)]
    fn ends<const N: usize>(a: &[u8], b: &[u8]) -> bool {
        a.first_chunk::<N>() == b.first_chunk::<N>() && a.last_chunk::<N>() == b.last_chunk::<N>()
    }
    a.len() == b.len()
        && match a.len() {
            33.. => a == b,
            16.. => ends::<16>(a, b),
            8.. => ends::<8>(a, b),
            4.. => ends::<4>(a, b),
            2.. => ends::<2>(a, b),
            _ => a.first() == b.first(),
        }
}

/// Copies bytes to a place that has room for them and is none of them. Most strings are
/// short: for those, calling somebody would take longer than copying, so the first bytes and
/// the last are moved at once, however much the two overlap.
#[inline(always)]
unsafe fn copy(bytes: &[u8], place: *mut u8) {
    let (from, count) = (bytes.as_ptr(), bytes.len());
    // SAFETY: the caller has made room; each pair lies within `count` bytes.
    unsafe {
        match count {
            17.. => place.copy_from_nonoverlapping(from, count),
            8.. => copy_ends::<u64>(from, place, count),
            4.. => copy_ends::<u32>(from, place, count),
            2.. => copy_ends::<u16>(from, place, count),
            1 => place.write(from.read()),
            0 => (),
        }
    }
}

/// Copies `count` bytes, as many as one `T` has or up to twice as many.
#[inline(always)]
unsafe fn copy_ends<T>(from: *const u8, place: *mut u8, count: usize) {
    let last = count - size_of::<T>();
    // SAFETY: the caller has counted.
    unsafe {
        let first_bytes = from.cast::<T>().read_unaligned();
        let last_bytes = from.add(last).cast::<T>().read_unaligned();
        place.cast::<T>().write_unaligned(first_bytes);
        place.add(last).cast::<T>().write_unaligned(last_bytes);
    }
}

/// Writes characters in another width.
#[inline(always)]
unsafe fn convert<A: Copy, B>(place: *mut B, chars: &[A], change: impl Fn(A) -> B) {
    for (index, &char) in chars.iter().enumerate() {
        // SAFETY: the caller has made room for them all.
        unsafe { place.add(index).write(change(char)) };
    }
}

/// The string in an object, if it is one (of a subclass too).
#[inline(always)]
pub fn as_str(object: &Object) -> Option<&Str> {
    object.downcast::<Str>()
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<Str>() == 24);

#[cfg(test)]
mod tests {
    use crate::{HashSeed, Interpreter, MemoryHost, Str, Version, same_bytes};
    use objects::{Object, Owned};

    fn interpreter() -> Interpreter {
        let host = Box::new(MemoryHost::default());
        Interpreter::new(Version::V310, host, HashSeed::Fixed).unwrap()
    }

    fn text(i: &Interpreter, text: &str) -> Owned<Str> {
        Str::from_text(i.types.str, text).unwrap()
    }

    #[test]
    fn appending_to_the_only_reference_moves_rarely() {
        let i = interpreter();
        let mut all = text(&i, "ab");
        let more = text(&i, "xyz");
        let mut moves = 0;
        for _ in 0..10_000 {
            let before = all.as_object().identity();
            all = Str::append(all, &more, i.types.str).unwrap();
            moves += usize::from(all.as_object().identity() != before);
        }
        assert_eq!(all.len(), 30_002);
        assert!(all.as_ascii().unwrap().ends_with("yzxyzxyz"));
        assert!(moves < 50, "{moves} moves");
    }

    #[test]
    fn appending_leaves_a_string_alone_that_somebody_else_holds() {
        let i = interpreter();
        let first = text(&i, "one");
        let held = first.clone();
        let both = Str::append(first, &text(&i, "two"), i.types.str).unwrap();
        assert!(held.equals("one"));
        assert!(both.equals("onetwo"));
    }

    #[test]
    fn appending_widens_where_it_must() {
        let i = interpreter();
        let mut all = text(&i, "a");
        for more in ["b", "é", "ж", "c", "🐍", "é"] {
            all = Str::append(all, &text(&i, more), i.types.str).unwrap();
        }
        assert!(all.equals("abéжc🐍é"));
        assert!(!all.is_ascii());
    }

    #[test]
    fn short_strings_are_copied_and_compared_at_both_ends() {
        let i = interpreter();
        for length in 0..50 {
            let chars: Vec<u8> = (0..length).map(|at| b'0' + at).collect();
            let whole = Str::from_latin1(i.types.str, &chars).unwrap();
            assert_eq!(whole.raw_bytes(), chars);
            assert!(same_bytes(whole.raw_bytes(), &chars));
            for at in 0..chars.len() {
                let mut other = chars.clone();
                other[at] = b'x';
                assert!(!same_bytes(&chars, &other), "{at} of {length}");
            }
            assert!(!same_bytes(&chars, &[&chars[..], b"x"].concat()));
        }
    }

    #[test]
    fn repeating_doubles_what_is_there() {
        let i = interpreter();
        for count in 0..20 {
            let many = text(&i, "aжb").repeat(i.types.str, count).unwrap();
            assert!(many.equals(&"aжb".repeat(count)));
        }
        assert!(text(&i, "ab").repeat(i.types.str, usize::MAX).is_err());
        let none: Object = text(&i, "").repeat(i.types.str, 9).unwrap().into_object();
        assert!(none.downcast::<Str>().unwrap().is_empty());
    }
}
