//! The statistics of several programs, told as one.

#[path = "../examples/set_statistics/set.rs"]
mod set;

use set::Set;
use std::path::Path;

fn families() -> Set {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Set::of(&root.join("bench/families/311")).unwrap()
}

#[test]
fn every_execution_is_of_a_family_or_of_none() {
    let set = families();
    let total = set.total();
    assert_eq!(set.programs, 11);
    assert_eq!(set.families.len(), 11, "{:?}", set.families.keys());
    assert!(total.hits > 0 && total.hits < total.executions());
    assert!(total.executions() < set.instructions);
}

#[test]
fn the_programs_are_counted_the_same_each_time() {
    assert_eq!(families().markdown(), families().markdown());
}

#[test]
fn a_folder_without_programs_is_an_error() {
    assert!(Set::of(Path::new(env!("CARGO_MANIFEST_DIR"))).is_err());
}
