//! The steps that lead to the machine do what the chapter says of them.
#![allow(dead_code, reason = "an example's `main` is not called here")]

#[path = "../examples/step_01_1.rs"]
mod step_1;
#[path = "../examples/step_01_2.rs"]
mod step_2;
#[path = "../examples/step_01_3.rs"]
mod step_3;

#[test]
fn twelve_bytes_are_six_pairs() {
    assert_eq!(step_1::pairs(&step_1::HELLO).lines().count(), 6);
}

#[test]
fn arguments_are_indices() {
    let listing = step_2::listing(&[116, 0, 100, 1], &["None", "'Hello'"], &["print"]);
    assert_eq!(
        listing,
        "LOAD_GLOBAL   0  print\nLOAD_CONST    1  'Hello'\n"
    );
}

#[test]
fn a_machine_of_text_runs_hello_and_stops_at_a_variable() {
    let hello = step_3::run(&step_1::HELLO, &["None", "Hello"], &["print"]);
    assert_eq!(hello, Ok("None".to_owned()));
    let store = step_3::run(&[100, 1, 125, 0], &["None", "1"], &[]);
    assert_eq!(store, Err("unknown opcode 125".to_owned()));
}
