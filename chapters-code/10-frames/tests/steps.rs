//! The steps that lead to the crate do what the chapter says of them.
#![allow(dead_code, reason = "an example's `main` is not called here")]

#[path = "../examples/step_10_1.rs"]
mod step_1;
#[path = "../examples/step_10_2.rs"]
mod step_2;
#[path = "../examples/step_10_3.rs"]
mod step_3;
#[path = "../examples/step_10_4.rs"]
mod step_4;
#[path = "../examples/step_10_5.rs"]
mod step_5;

#[test]
fn six_of_ten_instructions_search_for_a_name() {
    let mut frame = step_1::Frame::default();
    assert_eq!(frame.run(&step_1::ADD), Some(3));
    assert_eq!((frame.lookups, step_1::ADD.bytes.len() / 2), (6, 10));
}

#[test]
fn an_empty_place_is_an_unbound_variable() {
    let mut frame = step_2::Frame::new(1);
    assert!(frame.load_fast(0, "x").is_err());
    frame.places.push(Some(5));
    frame.store_fast(0);
    assert_eq!(frame.load_fast(0, "x"), Ok(()));
    assert_eq!(frame.stack(), [Some(5)]);
}

#[test]
fn an_argument_becomes_a_local_without_being_moved() {
    let mut deepest = Vec::new();
    let result = step_3::run(&step_3::MAIN, |_, stack| {
        if stack.len() > deepest.len() {
            deepest = stack.to_vec();
        }
    });
    assert_eq!(result, Some(step_3::Value::Int(42)));
    assert_eq!(deepest.len(), 6);
}

#[test]
fn a_second_value_for_a_parameter_is_reported_before_a_missing_one() {
    let message = "f() got multiple values for argument 'a'";
    assert_eq!(
        step_4::F.bind(&["1"], &[("a", "5")]),
        Err(message.to_owned())
    );
}

#[test]
fn copies_of_a_variable_do_not_agree_but_a_cell_does() {
    assert_eq!(step_5::copies(), (11, 10));
    let count = step_5::Cell::default();
    assert!(step_5::peek(&count).is_err());
    count.store(1);
    assert_eq!((step_5::step(&count), step_5::peek(&count)), (Ok(2), Ok(2)));
}
