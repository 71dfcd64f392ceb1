//! Begin here: this takes caches for instructions.

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
    let units = code.chunks_exact(2).enumerate();
    units
        .map(|(offset, unit)| (offset, unit[0], u32::from(unit[1])))
        .collect()
}
