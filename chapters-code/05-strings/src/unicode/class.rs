//! To which classes does a character belong?

use regex_syntax::hir::{Class as HirClass, HirKind};
use std::sync::OnceLock;
use types::Version;

/// A set of characters: ranges in ascending order.
type Ranges = Box<[(u32, u32)]>;

/// A class of characters, and the pattern of `regex-syntax` that says what is in it. `AGE`
/// stands for what is assigned in the version of Unicode asked for, and `V13` for a
/// character that belongs in version 13 only. What else the patterns name one by one has
/// come to the class, or left it, since then.
struct Class {
    pattern: &'static str,
    ranges: [OnceLock<Ranges>; 2],
}

impl Class {
    const fn new(pattern: &'static str) -> Class {
        Class {
            pattern,
            ranges: [OnceLock::new(), OnceLock::new()],
        }
    }

    fn ranges(&self, version: Version) -> &Ranges {
        let (place, age, v13) = match version {
            Version::V310 => (&self.ranges[0], r"\p{Age:13.0}", r"\x{1734}"),
            Version::V311 => (&self.ranges[1], r"\p{Age:14.0}", ""),
        };
        place.get_or_init(|| ranges(&self.pattern.replace("AGE", age).replace("V13", v13)))
    }

    /// The first character of the range that holds this one.
    fn start(&self, version: Version, char: u32) -> Option<u32> {
        let ranges = self.ranges(version);
        let above = ranges.partition_point(|range| range.0 <= char);
        let (start, end) = *ranges.get(above.checked_sub(1)?)?;
        (char <= end).then_some(start)
    }

    fn has(&self, version: Version, char: u32) -> bool {
        self.start(version, char).is_some()
    }
}

/// The ranges that a pattern stands for. The patterns are this file's own; one that
/// `regex-syntax` cannot read stands for nothing, and the tests would say so.
fn ranges(pattern: &str) -> Ranges {
    match regex_syntax::parse(pattern).as_ref().map(|hir| hir.kind()) {
        Ok(HirKind::Class(HirClass::Unicode(class))) => class
            .ranges()
            .iter()
            .map(|range| (range.start().into(), range.end().into()))
            .collect(),
        _ => Box::default(),
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident $ascii:expr, $pattern:literal;)*) => {
        $(
            $(#[$doc])*
            pub fn $name(version: Version, char: u32) -> bool {
                static CLASS: Class = Class::new($pattern);
                let ascii: fn(u8) -> bool = $ascii;
                match u8::try_from(char) {
                    Ok(byte) if byte.is_ascii() => ascii(byte),
                    _ => CLASS.has(version, char),
                }
            }
        )*
    };
}

classes! {
    /// A letter (`str.isalpha`).
    is_alpha |c| c.is_ascii_alphabetic(), r"[AGE&&\p{L}]";
    /// What `repr` shows as it is (`str.isprintable`).
    is_printable |c| matches!(c, 0x20..=0x7E), r"[AGE&&[^\p{C}\p{Z}]]";
    /// A lowercase letter.
    is_lower |c| c.is_ascii_lowercase(), r"[AGE&&\p{Lowercase}--[\x{10FC}\x{A7F2}-\x{A7F4}\x{AB69}]]";
    /// An uppercase letter.
    is_upper |c| c.is_ascii_uppercase(), r"[AGE&&\p{Uppercase}]";
    /// A letter in the form that begins a title, such as ǅ.
    is_title |_| false, r"[AGE&&\p{Lt}]";
    /// A letter that has case.
    is_cased |c| c.is_ascii_alphabetic(),
        r"[AGE&&\p{Cased}--[\x{10FC}\x{A7F2}-\x{A7F4}\x{AB69}]]";
    /// A character that does not end a word for the rule of the final sigma.
    is_case_ignorable |c| matches!(c, b'\'' | b'.' | b':' | b'^' | b'`'),
        r"[AGE&&[\p{Case_Ignorable}\x{1171E}V13]]";
    /// What can begin an identifier, but for the underscore.
    is_xid_start |c| c.is_ascii_alphabetic(), r"[AGE&&\p{XID_Start}]";
    /// What can go on an identifier.
    is_xid_continue |c| c.is_ascii_alphanumeric() || c == b'_',
        r"[AGE&&\p{XID_Continue}--[\x{200C}\x{200D}\x{30FB}\x{FF65}]]";
    /// A character with a numeric category.
    is_number |c| c.is_ascii_digit(), r"[AGE&&\p{N}]";
    /// Assigned, in that version of Unicode.
    is_assigned |_| true, r"[AGE]";
}

/// Decimal digits. Those of a script stand in order, and where several tens of them adjoin,
/// each begins where the one before ends.
static DECIMALS: Class = Class::new(r"[AGE&&\p{Nd}]");

/// The value of a decimal digit of any script.
pub fn decimal_value(version: Version, char: u32) -> Option<u32> {
    if char < 0x80 {
        return char.checked_sub(0x30).filter(|&value| value < 10);
    }
    DECIMALS
        .start(version, char)
        .map(|start| (char - start) % 10)
}

/// White space of one byte, to be looked up.
static NARROW_SPACES: [bool; 256] = {
    let mut spaces = [false; 256];
    let mut char = 0;
    while char < 256 {
        spaces[char] = matches!(char, 0x09..=0x0D | 0x1C..=0x20 | 0x85 | 0xA0);
        char += 1;
    }
    spaces
};

/// White space (`str.isspace`, and what `split` splits at).
#[inline(always)]
pub fn is_space(char: u32) -> bool {
    match u8::try_from(char) {
        Ok(char) => NARROW_SPACES[usize::from(char)],
        Err(_) => matches!(
            char,
            0x1680 | 0x2000..=0x200A | 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000
        ),
    }
}

/// The end of a line, as `str.splitlines` sees it.
#[inline]
pub fn is_line_break(char: u32) -> bool {
    matches!(char, 0x0A..=0x0D | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029)
}
