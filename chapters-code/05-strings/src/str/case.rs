//! What do upper and lower case do to a string? `upper`, `lower`, `title` and their
//! relatives, with Unicode's full mappings.

use crate::builder::Builder;
use crate::text::this;
use crate::unicode::{fold, is_case_ignorable, is_cased, is_lower, is_upper, lower, title, upper};
use objects::Object;
use types::{Chars, PyResult, Thread, Version};

/// The Greek capital sigma, whose lower case depends on where it stands.
const SIGMA: u32 = 0x3A3;

/// Is the sigma at this place the last letter of a word?
fn is_final(version: Version, chars: Chars<'_>, place: usize) -> bool {
    let cased = |mut others: Box<dyn Iterator<Item = u32> + '_>| {
        let next = others.find(|&char| !is_case_ignorable(version, char));
        next.is_some_and(|char| is_cased(version, char))
    };
    cased(Box::new(chars.slice(0..place).iter().rev()))
        && !cased(Box::new(chars.slice(place + 1..chars.len()).iter()))
}

/// Adds the lower case of the character at a place.
fn push_lower(builder: &mut Builder, version: Version, chars: Chars<'_>, place: usize) {
    match chars.get(place) {
        Some(SIGMA) if is_final(version, chars, place) => builder.push(0x3C2),
        Some(char) => push_all(builder, lower(version, char).as_slice()),
        None => (),
    }
}

fn push_all(builder: &mut Builder, chars: &[u32]) {
    chars.iter().for_each(|&char| builder.push(char));
}

/// The string with each byte changed, if it is ASCII; else what `push` builds of each
/// place.
fn mapped(
    t: &Thread,
    object: &Object,
    ascii: impl Fn(&mut [u8]),
    mut push: impl FnMut(&mut Builder, Chars<'_>, usize),
) -> PyResult {
    let text = this(t, object)?;
    if let Some(own) = text.as_ascii() {
        crate::room::room(own.len())?;
        let mut bytes = own.as_bytes().to_vec();
        ascii(&mut bytes);
        return t.str_latin1(&bytes);
    }
    let mut builder = Builder::with_capacity(text.len())?;
    for place in 0..text.len() {
        push(&mut builder, text.chars(), place);
    }
    builder.finish(t)
}

pub(super) fn upper_case(t: &Thread, object: &Object) -> PyResult {
    mapped(
        t,
        object,
        <[u8]>::make_ascii_uppercase,
        |builder, chars, place| {
            let char = chars.get(place).unwrap_or(0);
            push_all(builder, upper(t.version, char).as_slice());
        },
    )
}

pub(super) fn lower_case(t: &Thread, object: &Object) -> PyResult {
    mapped(
        t,
        object,
        <[u8]>::make_ascii_lowercase,
        |builder, chars, place| {
            push_lower(builder, t.version, chars, place);
        },
    )
}

pub(super) fn case_fold(t: &Thread, object: &Object) -> PyResult {
    mapped(
        t,
        object,
        <[u8]>::make_ascii_lowercase,
        |builder, chars, place| {
            let char = chars.get(place).unwrap_or(0);
            push_all(builder, fold(t.version, char).as_slice());
        },
    )
}

pub(super) fn swap_case(t: &Thread, object: &Object) -> PyResult {
    let swap = |bytes: &mut [u8]| {
        for byte in bytes.iter_mut().filter(|byte| byte.is_ascii_alphabetic()) {
            *byte ^= 0x20;
        }
    };
    mapped(t, object, swap, |builder, chars, place| {
        let char = chars.get(place).unwrap_or(0);
        if is_upper(t.version, char) {
            push_lower(builder, t.version, chars, place);
        } else if is_lower(t.version, char) {
            push_all(builder, upper(t.version, char).as_slice());
        } else {
            builder.push(char);
        }
    })
}

pub(super) fn capitalize(t: &Thread, object: &Object) -> PyResult {
    let ascii = |bytes: &mut [u8]| {
        bytes.make_ascii_lowercase();
        if let Some(first) = bytes.first_mut() {
            first.make_ascii_uppercase();
        }
    };
    mapped(t, object, ascii, |builder, chars, place| match place {
        0 => {
            let char = chars.get(place).unwrap_or(0);
            push_all(builder, title(t.version, char).as_slice());
        }
        _ => push_lower(builder, t.version, chars, place),
    })
}

/// Bytes in title case: each letter that follows none in upper case, the others in lower.
pub(crate) fn ascii_title(bytes: &mut [u8]) {
    let mut in_word = false;
    for byte in bytes {
        if in_word {
            byte.make_ascii_lowercase();
        } else {
            byte.make_ascii_uppercase();
        }
        in_word = byte.is_ascii_alphabetic();
    }
}

pub(super) fn title_case(t: &Thread, object: &Object) -> PyResult {
    let mut in_word = false;
    mapped(t, object, ascii_title, |builder, chars, place| {
        let char = chars.get(place).unwrap_or(0);
        if in_word {
            push_lower(builder, t.version, chars, place);
        } else {
            push_all(builder, title(t.version, char).as_slice());
        }
        in_word = is_cased(t.version, char);
    })
}
