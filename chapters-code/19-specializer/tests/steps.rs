//! The steps of the chapter do what it says of them.
#![allow(dead_code, reason = "an example's `main` is not called here")]

#[path = "../examples/step_19_1.rs"]
mod step_1;
#[path = "../examples/step_19_2.rs"]
mod step_2;
#[path = "../examples/step_19_3.rs"]
mod step_3;
#[path = "../examples/step_19_4.rs"]
mod step_4;

#[test]
fn without_counters_an_addition_is_rewritten_again_and_again() {
    assert!(step_1::report().ends_with("rewritten 5 times in 6 calls\n"));
}

#[test]
fn with_counters_it_changes_after_53_misses_and_32_more_executions() {
    let walk = step_2::report();
    assert!(walk.contains("    53  Adaptive 501\n"));
    assert!(walk.contains("    84  Adaptive 5\n"));
    assert!(walk.contains("    85  AddFloat 53\n"));
}

#[test]
fn a_new_value_is_a_hit_and_a_new_key_is_none() {
    let lines = step_3::report();
    assert!(lines.contains("(11, \"hit\")  after limit = 11"));
    assert!(lines.contains("(11, \"looked up\")  after other = 1"));
}

#[test]
fn quickening_makes_pairs_and_adaptive_instructions() {
    let lines = step_4::report();
    assert!(lines.contains("STORE_FAST    STORE_FAST__STORE_FAST"));
    assert!(lines.contains("BINARY_OP     BINARY_OP_ADAPTIVE"));
}
