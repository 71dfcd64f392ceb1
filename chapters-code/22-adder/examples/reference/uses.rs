//! Which program uses an instruction? The shortest of `programs/` that does.

use super::book::{Result, root};
use super::machine;
use code_objects::{Code, Pyc};
use objects::Owned;
use std::collections::HashMap;
use std::fs;
use types::{HashSeed, MemoryHost, Version};

/// The shortest program for each instruction, by number.
pub fn shortest(version: Version) -> Result<HashMap<u8, String>> {
    let number = match version {
        Version::V310 => "310",
        Version::V311 => "311",
    };
    let t = machine::with_host(version, HashSeed::Fixed, Box::new(MemoryHost::default()))
        .map_err(|raised| format!("no machine: {raised:?}"))?;
    let mut programs = Vec::new();
    for entry in fs::read_dir(root().join("programs").join(number))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix(".pyc") {
            let bytes = fs::read(entry.path())?;
            programs.push((bytes.len(), stem.to_owned(), bytes));
        }
    }
    programs.sort();
    let mut found = HashMap::new();
    t.enter(machine::STACK, |t| {
        for (_, stem, bytes) in &programs {
            if let Ok(pyc) = Pyc::read(t, bytes) {
                note(&pyc.code, stem, &mut found);
            }
        }
    });
    Ok(found)
}

fn note(code: &Owned<Code>, stem: &str, found: &mut HashMap<u8, String>) {
    for unit in instructions::units(code.version, &code.code).map_while(std::result::Result::ok) {
        found.entry(unit.opcode).or_insert_with(|| stem.to_owned());
    }
    for constant in code.consts.iter() {
        if let Ok(nested) = constant.clone().into_owned::<Code>() {
            note(&nested, stem, found);
        }
    }
}
