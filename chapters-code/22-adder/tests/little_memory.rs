//! Where memory ends, the program is told, and so is whoever runs it.

use std::path::Path;
use std::process::{Command, Stdio};

/// Runs a program that calls itself deeply, with more and more memory, until it is enough.
fn with_more_and_more(version: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for kib in (500..4000).step_by(250) {
        let output = Command::new(env!("CARGO_BIN_EXE_adder"))
            .args(["run", "--max-memory", &format!("{kib}K")])
            .arg(format!("programs/{version}/recursion.pyc"))
            .current_dir(&root)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        match output.status.code() {
            Some(0) => return,
            Some(1) => assert!(errors.contains("MemoryError"), "{kib} KiB: {errors}"),
            other => panic!("{kib} KiB: {other:?}, {errors}"),
        }
    }
    panic!("four megabytes are not enough");
}

#[test]
fn too_little_memory_is_reported_in_3_10() {
    with_more_and_more("310");
}

#[test]
fn too_little_memory_is_reported_in_3_11() {
    with_more_and_more("311");
}
