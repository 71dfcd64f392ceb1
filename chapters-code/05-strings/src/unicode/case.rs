//! What is a character in upper, lower and title case, and folded? One to three characters.

use super::class::is_assigned;
use caseless::Caseless;
use types::Version;

/// The characters that one character becomes: between one and three.
#[derive(Clone, Copy)]
pub struct Mapped {
    chars: [u32; 3],
    length: usize,
}

impl Mapped {
    /// The character itself, unless all that it becomes exists in that version of Unicode.
    fn new(version: Version, char: u32, to: impl Iterator<Item = u32>) -> Mapped {
        let mut mapped = Mapped {
            chars: [char, 0, 0],
            length: 0,
        };
        for (place, to) in mapped.chars.iter_mut().zip(to) {
            *place = to;
            mapped.length += 1;
        }
        let known = |char: &u32| is_assigned(version, *char);
        if mapped.length == 0 || !known(&char) || !mapped.as_slice().iter().all(known) {
            return Mapped {
                chars: [char, 0, 0],
                length: 1,
            };
        }
        mapped
    }

    /// The characters.
    pub fn as_slice(&self) -> &[u32] {
        &self.chars[..self.length]
    }
}

/// In upper case.
pub fn upper(version: Version, char: u32) -> Mapped {
    let to = char::from_u32(char)
        .into_iter()
        .flat_map(char::to_uppercase);
    Mapped::new(version, char, to.map(u32::from))
}

/// In lower case, by itself: the rule of the final sigma looks further.
pub fn lower(version: Version, char: u32) -> Mapped {
    let to = char::from_u32(char)
        .into_iter()
        .flat_map(char::to_lowercase);
    Mapped::new(version, char, to.map(u32::from))
}

/// In title case: ǆ becomes ǅ, and ß becomes Ss.
pub fn title(version: Version, char: u32) -> Mapped {
    let to = char::from_u32(char).map(unicode_case_mapping::to_titlecase);
    let to = to.into_iter().flatten().take_while(|&to| to != 0);
    Mapped::new(version, char, to)
}

/// Folded: what compares equal without regard to case becomes the same.
pub fn fold(version: Version, char: u32) -> Mapped {
    let to = char::from_u32(char).into_iter().default_case_fold();
    Mapped::new(version, char, to.map(u32::from))
}
