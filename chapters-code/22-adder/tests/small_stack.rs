//! A small host stack is enough: instructions leave nothing on it, however many of them run, and
//! where it ends there is an error that can be caught.

use std::path::Path;
use std::process::{Command, Stdio};

/// Runs a program that goes through nearly every instruction in each of many turns. If a
/// single one left sixteen bytes behind in each, a stack of 256 KiB would not hold them.
fn run(version: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let output = Command::new(env!("CARGO_BIN_EXE_adder"))
        .args(["run", "--host-stack", "256K"])
        .arg(format!("programs/{version}/every_instruction.pyc"))
        .arg("20000")
        .current_dir(root)
        .env("PYTHONHASHSEED", "0")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let (out, errors) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{:?}: {errors}", output.status);
    assert!(out.starts_with("20000 turns, 120000 counted"), "{out}");
}

#[test]
fn instructions_of_3_10_need_no_host_stack() {
    run("310");
}

#[test]
fn instructions_of_3_11_need_no_host_stack() {
    run("311");
}

/// The objects whose `repr` asks for itself, on so little stack that this ends before the
/// recursion limit does.
fn nested(version: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let name = format!("programs/{version}/nested_repr");
    let output = Command::new(env!("CARGO_BIN_EXE_adder"))
        .args(["run", "--host-stack", "256K"])
        .arg(format!("{name}.pyc"))
        .current_dir(&root)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let recorded = std::fs::read_to_string(root.join(format!("{name}.out"))).unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        recorded,
        "{errors}"
    );
}

#[test]
fn the_end_of_the_host_stack_can_be_caught_in_3_10() {
    nested("310");
}

#[test]
fn the_end_of_the_host_stack_can_be_caught_in_3_11() {
    nested("311");
}
