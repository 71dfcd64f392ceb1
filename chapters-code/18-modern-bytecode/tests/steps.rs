//! The steps that lead to the loop do what the chapter says of them.
#![allow(dead_code, reason = "an example's `main` is not called here")]

#[path = "../examples/step_18_2.rs"]
mod step_2;
#[path = "../examples/step_18_3.rs"]
mod step_3;
#[path = "../examples/step_18_5.rs"]
mod step_5;

#[test]
fn an_instruction_counts_in_its_cache_how_often_it_ran() {
    let mut code = step_2::CODE;
    for a in 0..3 {
        assert_eq!(step_2::run(&mut code, &[a, 10]), Some(2 * a + 10));
    }
    assert_eq!((code[3], code[6]), (3, 3));
}

#[test]
fn the_bytes_of_a_table_are_three_entries() {
    let mut bytes = step_3::TABLE.into_iter();
    let table: Vec<_> = std::iter::from_fn(|| step_3::entry(&mut bytes)).collect();
    let ends: Vec<_> = table.iter().map(|entry| (entry.start, entry.end)).collect();
    assert_eq!(ends, [(8, 28), (29, 44), (46, 47)]);
}

#[test]
fn a_handler_finds_the_stack_cut_and_the_exception_on_it() {
    let mut bytes = step_3::TABLE.into_iter();
    let table: Vec<_> = std::iter::from_fn(|| step_3::entry(&mut bytes)).collect();
    let mut stack: Vec<String> = ["iterator", "None", "x"].map(str::to_owned).into();
    assert_eq!(step_3::raise(&table, 36, "E", &mut stack), Some(47));
    assert_eq!(stack, ["iterator", "None", "36", "E"]);
    assert_eq!(step_3::raise(&table, 49, "E", &mut stack), None);
}

#[test]
fn precall_takes_bound_methods_apart() {
    use step_5::Value::{Method, Null, Plain};
    let mut stack = [Null, Method("append", "items"), Plain("1")];
    step_5::precall(&mut stack, 1);
    let (callee, args) = step_5::call(&stack, 1);
    assert_eq!(format!("{callee:?} {args:?}"), "append [items, 1]");
}
