//! Verifies every `.pyc` below some folders: `library FOLDER…`, a whole standard library
//! for example. Ends with status 1 if anything is refused or
//! cannot be read.

#[path = "../tests/machine/mod.rs"]
mod machine;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use code_objects::{Header, Pyc};
use types::{Thread, Version};
use verifier::verify_all;

#[derive(Default)]
struct Counts {
    files: usize,
    code_objects: usize,
    refused: usize,
    unreadable: usize,
    verifying: Duration,
}

/// The `.pyc` files below a folder, or the file itself.
fn pycs(start: PathBuf) -> io::Result<Vec<PathBuf>> {
    let (mut found, mut waiting) = (Vec::new(), vec![start]);
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(path)? {
                waiting.push(entry?.path());
            }
        } else if path.extension().is_some_and(|extension| extension == "pyc") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn verify_file(t: &Thread, path: &Path, bytes: &[u8], counts: &mut Counts) {
    let pyc = match Pyc::read(t, bytes) {
        Ok(pyc) => pyc,
        Err(raised) => {
            println!("{}: {raised:?}", path.display());
            counts.unreadable += 1;
            return;
        }
    };
    counts.files += 1;
    let start = Instant::now();
    match verify_all(&pyc.code) {
        Ok(code_objects) => counts.code_objects += code_objects,
        Err(refused) => {
            println!("{}: {refused}", path.display());
            counts.refused += 1;
        }
    }
    counts.verifying += start.elapsed();
}

fn verify_version(version: Version, files: &[PathBuf]) -> io::Result<Counts> {
    machine::with_thread(version, |t| {
        let mut counts = Counts::default();
        for path in files {
            let bytes = fs::read(path)?;
            if Header::read(&bytes).is_ok_and(|(header, _)| header.version == version) {
                verify_file(t, path, &bytes, &mut counts);
            }
        }
        Ok(counts)
    })
}

fn main() -> io::Result<ExitCode> {
    let mut files = Vec::new();
    for folder in std::env::args_os().skip(1) {
        files.extend(pycs(folder.into())?);
    }
    let mut failed = 0;
    for (version, name) in [(Version::V310, "3.10"), (Version::V311, "3.11")] {
        let counts = verify_version(version, &files)?;
        println!(
            "{name}: {} files, {} code objects in {:.2} s; refused: {}, unreadable: {}",
            counts.files,
            counts.code_objects,
            counts.verifying.as_secs_f64(),
            counts.refused,
            counts.unreadable
        );
        failed += counts.refused + counts.unreadable;
    }
    Ok(ExitCode::from(u8::from(failed > 0)))
}
