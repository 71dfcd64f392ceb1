//! The steps of the chapter do what it says of them.
#![allow(dead_code, reason = "an example's `main` is not called here")]

#[path = "../examples/step_14_1.rs"]
mod step_1;
#[path = "../examples/step_14_2.rs"]
mod step_2;
#[path = "../examples/step_14_3.rs"]
mod step_3;
#[path = "../examples/step_14_4.rs"]
mod step_4;
#[path = "../examples/step_14_5.rs"]
mod step_5;

use std::rc::Rc;

#[test]
fn a_state_machine_by_hand_is_a_loop_turned_inside_out() {
    let pairs: Vec<_> = step_1::pairs(20).collect();
    let expected: Vec<_> = (0..20).flat_map(|a| (0..a).map(move |b| (a, b))).collect();
    assert_eq!(pairs, expected);
}

#[test]
fn a_frame_that_is_kept_goes_on_where_it_stood() {
    let mut frame = step_2::countdown(2);
    let outcomes = [(); 3].map(|()| step_2::run(&mut frame));
    use step_2::Outcome::{Returned, Yielded};
    assert_eq!(outcomes, [Yielded(2), Yielded(1), Returned(0)]);
}

#[test]
fn what_is_sent_meets_what_waits() {
    let mut generator = step_3::adder();
    assert!(generator.send(Some(1)).is_err());
    assert_eq!(generator.send(None), Ok(0));
    assert_eq!(generator.send(Some(5)), Ok(5));
    assert_eq!(generator.frame.stack, [5]);
    assert_eq!(generator.send(Some(37)), Ok(42));
}

#[test]
fn closing_runs_the_handlers_and_takes_no_yield_for_an_answer() {
    for (code, closed) in [
        (step_4::CAREFUL, Ok(())),
        (step_4::STUBBORN, Err("generator ignored GeneratorExit")),
    ] {
        let mut generator = step_4::Generator::new(code);
        generator.resume(step_4::Resume::Next);
        assert_eq!(generator.close(), closed);
        assert_eq!(generator.frame.is_none(), closed.is_ok());
    }
}

#[test]
fn each_value_climbs_through_the_whole_chain() {
    let calls = Rc::default();
    let mut outermost = step_5::chain(50, vec![1, 2], &calls);
    let steps = [(); 3].map(|()| outermost.resume(step_5::Resume::Send(0)));
    use step_5::Step::{Returned, Yielded};
    assert_eq!(steps, [Yielded(1), Yielded(2), Returned(53)]);
    assert_eq!(calls.get(), 150);
}
