//! The steps that lead to the loop do what the chapter says of them.
#![allow(dead_code, reason = "an example's `main` is not called here")]

#[path = "../examples/step_12_1.rs"]
mod step_1;
#[path = "../examples/step_12_2.rs"]
mod step_2;
#[path = "../examples/step_12_3.rs"]
mod step_3;
#[path = "../examples/step_12_4.rs"]
mod step_4;
#[path = "../examples/step_12_5.rs"]
mod step_5;
#[path = "../examples/step_12_6.rs"]
mod step_6;

#[test]
fn the_checking_loop_asks_more_often_than_it_works() {
    let mut counts = step_1::Counts::default();
    let sum = step_1::run(step_1::TOTAL, step_1::CONSTANTS, 100, &mut counts);
    assert_eq!(sum, Some(5050));
    assert!(counts.questions > 3 * counts.instructions);
}

#[test]
fn both_drivers_agree() {
    assert_eq!(step_2::by_match(step_2::start(100)), 5050);
    assert_eq!(step_2::by_table(step_2::start(100)), 5050);
}

#[test]
fn nested_and_flat_calls_give_the_same() {
    assert_eq!(step_3::nested(50, &mut usize::MAX.clone()), Some(0));
    assert_eq!(step_3::flat(50), Some((0, 50)));
}

#[test]
fn an_exception_cuts_the_stack_to_the_level_of_its_block() {
    let mut handler_saw = Vec::new();
    let result = step_4::run(step_4::PROGRAM, |op, stack, _| {
        if let step_4::Op::Reraise = op {
            handler_saw = stack.to_vec();
        }
    });
    assert_eq!(handler_saw, ["iterator", "Boom"]);
    assert_eq!(result, Err("Boom"));
}

#[test]
fn an_observer_can_end_an_endless_loop() {
    assert!(step_5::run(u64::MAX, &mut step_5::Limit(100)) < 100);
    assert_eq!(step_5::run(5, &mut step_5::Silent), 5);
}

#[test]
fn instructions_that_call_each_other_add_up_too() {
    assert_eq!(step_6::total::<true>(100).0, 5050);
    assert_eq!(step_6::total::<false>(100).0, 5050);
}
