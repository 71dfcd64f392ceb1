use instructions::{Version, definition_by_name, encode};

/// The bytes of 3.10 instructions given by name and argument, or `None` if a name is unknown.
pub fn assemble(lines: &[(&str, u32)]) -> Option<Vec<u8>> {
    let version = Version::V310;
    let mut code = Vec::new();
    for (name, oparg) in lines {
        encode(definition_by_name(version, name)?, *oparg, &mut code);
    }
    Some(code)
}
