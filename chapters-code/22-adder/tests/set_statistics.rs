//! The statistics of several programs, told as one.

#[path = "../examples/set_statistics/set.rs"]
mod set;

use set::Set;
use std::path::Path;

/// Nothing in an exported chapter, which comes without the benchmarks.
fn families() -> Option<Set> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = root.join("bench/families/311");
    folder.is_dir().then(|| Set::of(&folder).unwrap())
}

#[test]
fn every_execution_is_of_a_family_or_of_none() {
    let Some(set) = families() else { return };
    let total = set.total();
    assert_eq!(set.programs, 11);
    assert_eq!(set.families.len(), 11, "{:?}", set.families.keys());
    assert!(total.hits > 0 && total.hits < total.executions());
    assert!(total.executions() < set.instructions);
}

#[test]
fn the_programs_are_counted_the_same_each_time() {
    let markdown = || families().map(|set| set.markdown());
    assert_eq!(markdown(), markdown());
}

#[test]
fn a_folder_without_programs_is_an_error() {
    assert!(Set::of(Path::new(env!("CARGO_MANIFEST_DIR"))).is_err());
}
