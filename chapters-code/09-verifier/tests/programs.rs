//! What the compiler of CPython wrote is accepted, and whatever random changes make of it
//! is refused or safe.

mod assembler;
mod machine;
mod witness;

use std::fs;
use std::path::{Path, PathBuf};

use assembler::Code;
use code_objects::Pyc;
use instructions::Version;
use machine::with_thread;
use objects::Object;
use verifier::{verify_all, with_shape};
use witness::{Machine, Random};

/// The `.pyc` files in a folder of `programs/`.
fn pycs(folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programs");
    let mut waiting = vec![root.join(folder)];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(path).expect("a folder of programs");
            waiting.extend(entries.map(|entry| entry.expect("a program").path()));
        } else if path.extension().is_some_and(|extension| extension == "pyc") {
            let bytes = fs::read(&path).expect("a program");
            found.push((path, bytes));
        }
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

fn folder(version: Version) -> &'static str {
    match version {
        Version::V310 => "310",
        Version::V311 => "311",
    }
}

/// A code object and those in it, as the tests have them.
fn all_code(outermost: &code_objects::Code) -> Vec<Code> {
    let mut waiting = vec![outermost];
    let mut all = Vec::new();
    while let Some(code) = waiting.pop() {
        all.push(with_shape(code, Code::of));
        waiting.extend(
            code.consts
                .iter()
                .filter_map(Object::downcast::<code_objects::Code>),
        );
    }
    all
}

fn run(code: &Code, random: &mut Random) {
    let Ok(proof) = code.verify() else { return };
    for _ in 0..4 {
        let mut machine = Machine::new(code, proof.depth());
        let mut steps = 0;
        while machine.step(random) && steps < 200 {
            steps += 1;
        }
    }
}

fn every_program_is_accepted(version: Version) {
    let mut random = Random(1);
    with_thread(version, |t| {
        for (path, bytes) in pycs(folder(version)) {
            let pyc = Pyc::read(t, &bytes).expect("a recorded program");
            if let Err(refused) = verify_all(&pyc.code) {
                panic!("{}: {refused}", path.display());
            }
            for code in all_code(&pyc.code) {
                run(&code, &mut random);
            }
        }
    });
}

#[test]
fn every_program_of_3_10_is_accepted_and_keeps_its_promises() {
    every_program_is_accepted(Version::V310);
}

#[test]
fn every_program_of_3_11_is_accepted_and_keeps_its_promises() {
    every_program_is_accepted(Version::V311);
}

/// Changes one to four bytes of a file, header excluded.
fn mutate(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = 16 + random.below(bytes.len() - 16);
        bytes[at] = match random.below(3) {
            0 => random.below(256) as u8,
            1 => bytes[at] ^ (1 << random.below(8)),
            _ => bytes[16 + random.below(bytes.len() - 16)],
        };
    }
    bytes
}

fn changed_programs_are_refused_or_safe(version: Version) {
    let mut random = Random(0x0DDB_1A5E_5BAD_5EED);
    let files = pycs(folder(version));
    let (mut read, mut accepted) = (0, 0);
    for round in 0..30 {
        // A machine keeps every name it has seen; a new one has forgotten them.
        with_thread(version, |t| {
            for (_, bytes) in &files {
                let Ok(pyc) = Pyc::read(t, &mutate(bytes, &mut random)) else {
                    continue;
                };
                read += 1;
                accepted += usize::from(verify_all(&pyc.code).is_ok());
                for code in all_code(&pyc.code).iter().skip(round % 3) {
                    run(code, &mut random);
                }
            }
        });
    }
    assert!(read > files.len() && accepted > files.len() && accepted < read);
}

#[test]
fn changed_programs_of_3_10_are_refused_or_keep_their_promises() {
    changed_programs_are_refused_or_safe(Version::V310);
}

#[test]
fn changed_programs_of_3_11_are_refused_or_keep_their_promises() {
    changed_programs_are_refused_or_safe(Version::V311);
}
