//! A machine for the tests, and the recorded `.pyc` files.
#![allow(dead_code, reason = "each test uses a part")]

use std::path::{Path, PathBuf};
use std::rc::Rc;

use types::{HashSeed, Interpreter, MemoryHost, Thread, Version};

/// Runs `body` on a thread of a machine with this chapter and those below it.
pub fn with_thread<R>(version: Version, body: impl FnOnce(&Thread) -> R) -> R {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(version, host, HashSeed::Fixed).expect("an interpreter");
    let thread = Thread::new(Rc::new(interpreter));
    for install in [
        types::install,
        numbers::install,
        strings::install,
        containers::install,
        code_objects::install,
    ] {
        install(&thread).expect("the chapter installs");
    }
    thread.enter(1 << 20, body)
}

/// All files below a folder of `programs/` with this ending.
pub fn programs(folder: &str, ending: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programs");
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("programs/ is there") {
            let path = entry.expect("an entry of programs/").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|own| own == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The recorded `.pyc` files of a version.
pub fn pycs(version: Version) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = match version {
        Version::V310 => "310",
        Version::V311 => "311",
    };
    let read = |path: PathBuf| {
        let bytes = std::fs::read(&path).expect("a recorded file");
        (path, bytes)
    };
    programs(folder, "pyc").into_iter().map(read).collect()
}

/// Both versions.
pub const VERSIONS: [Version; 2] = [Version::V310, Version::V311];
