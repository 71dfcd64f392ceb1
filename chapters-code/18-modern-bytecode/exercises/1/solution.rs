//! Prefixes are gathered, and the cache behind an instruction is passed over.

/// How many code units of cache follow an instruction of 3.11.
pub fn cache_units(operation: u8) -> usize {
    match operation {
        160 => 10,                // LOAD_METHOD
        116 => 5,                 // LOAD_GLOBAL
        25 | 95 | 106 | 171 => 4, // BINARY_SUBSCR, STORE_ATTR, LOAD_ATTR, CALL
        107 => 2,                 // COMPARE_OP
        60 | 92 | 122 | 166 => 1, // STORE_SUBSCR, UNPACK_SEQUENCE, BINARY_OP, PRECALL
        _ => 0,
    }
}

/// The instructions of some code: the offset of each in code units, its operation and its
/// whole argument. An instruction with prefixes begins at the first of these.
pub fn instructions(code: &[u8]) -> Vec<(usize, u8, u32)> {
    const EXTENDED_ARG: u8 = 144;
    let (mut found, mut next) = (Vec::new(), 0);
    let (mut start, mut argument) = (0, 0);
    while let Some(unit) = code.get(2 * next..2 * next + 2) {
        next += 1;
        argument = argument << 8 | u32::from(unit[1]);
        if unit[0] == EXTENDED_ARG {
            continue;
        }
        found.push((start, unit[0], argument));
        next += cache_units(unit[0]);
        (start, argument) = (next, 0);
    }
    found
}
