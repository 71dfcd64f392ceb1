//! What Unicode says of every code point is what the CPython of each version says.
//! `tests/data/record_unicode.py` printed the fingerprints.

use strings::unicode::*;
use types::Version;

const IN_310: &[(&str, u64)] = &[
    ("upper", 0x2205f0548fb648a3),
    ("lower", 0x6ccdaec610dade56),
    ("title", 0xa37649d97f882bfb),
    ("fold", 0xcbd948faf5210672),
    ("alpha", 0x21c7e6535646068a),
    ("printable", 0xb3aed0dfe9e18159),
    ("is_lower", 0xffbf5288acad73b5),
    ("is_upper", 0xe49e0f6d795afabe),
    ("is_title", 0x28954b1e3dd27a38),
    ("cased", 0x05654bab85bce243),
    ("ignorable", 0xd3e482c0649795dc),
    ("decimal", 0x47d67caf48e6413e),
    ("digit", 0x45ebecae9195be67),
    ("numeric", 0x4f82a8b7f4891993),
    ("space", 0x910838d6e6c7b908),
    ("line_break", 0xe67ad09177d8fd5f),
    ("name_start", 0x41fd70f9ee73bbf9),
    ("name_part", 0x040a80581d105132),
];

const IN_311: &[(&str, u64)] = &[
    ("upper", 0x44d9edb69f255f8e),
    ("lower", 0x2e57657bdf90f6fb),
    ("title", 0x9a848d1ccd697a86),
    ("fold", 0x7959e4aaed4b7837),
    ("alpha", 0xb0c284f564dccab9),
    ("printable", 0xbef272e932b35f59),
    ("is_lower", 0x12aaaedbef447560),
    ("is_upper", 0x11a9673fb6dad1a4),
    ("is_title", 0x28954b1e3dd27a38),
    ("cased", 0x44cdfcc30b4fc114),
    ("ignorable", 0x9decb410035f1d1f),
    ("decimal", 0x99c475511769f4b1),
    ("digit", 0x932f18b0dff09da5),
    ("numeric", 0x9cc5d4ba42e3f8d1),
    ("space", 0x910838d6e6c7b908),
    ("line_break", 0xe67ad09177d8fd5f),
    ("name_start", 0xa275cb0ed8360f0e),
    ("name_part", 0xadc79be49ee6868a),
];

/// The facts about one code point, in the order of the fingerprints.
fn facts(version: Version, char: u32, mut tell: impl FnMut(usize, &[u32])) {
    let mapped = [upper, lower, title, fold];
    for (place, map) in mapped.into_iter().enumerate() {
        if (place, char) != (1, 0x3A3) {
            let to = map(version, char);
            tell(place, &[to.as_slice().len() as u32]);
            tell(place, to.as_slice());
        }
    }
    let classes = [
        is_alpha(version, char),
        is_printable(version, char),
        is_lower(version, char),
        is_upper(version, char),
        is_title(version, char),
        is_cased(version, char),
        is_case_ignorable(version, char),
    ];
    for (place, class) in classes.into_iter().enumerate() {
        tell(4 + place, &[class.into()]);
    }
    tell(11, &[decimal_value(version, char).unwrap_or(10)]);
    let classes = [
        is_digit(version, char),
        is_numeric(version, char),
        is_space(char),
        is_line_break(char),
        is_xid_start(version, char) || char == 0x5F,
        is_xid_continue(version, char),
    ];
    for (place, class) in classes.into_iter().enumerate() {
        tell(12 + place, &[class.into()]);
    }
}

fn every_code_point_is_as_in(version: Version, expected: &[(&str, u64)]) {
    let mut fingerprints = vec![0xcbf2_9ce4_8422_2325_u64; expected.len()];
    for char in 0..0x11_0000 {
        facts(version, char, |place, numbers| {
            for &number in numbers {
                let value = fingerprints[place] ^ u64::from(number);
                fingerprints[place] = value.wrapping_mul(0x100_0000_01b3);
            }
        });
    }
    for ((name, expected), found) in expected.iter().zip(fingerprints) {
        assert_eq!(found, *expected, "{name} in {version}");
    }
}

#[test]
fn every_code_point_is_as_in_cpython_310() {
    every_code_point_is_as_in(Version::V310, IN_310);
}

#[test]
fn every_code_point_is_as_in_cpython_311() {
    every_code_point_is_as_in(Version::V311, IN_311);
}
