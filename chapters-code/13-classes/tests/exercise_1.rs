//! Exercise 1: the merge of C3.
#![cfg(feature = "exercise-1")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/1/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/1/solution.rs")]
mod exercise;

fn merge(lists: &[&'static str]) -> Option<String> {
    let split = |list: &&'static str| list.split_whitespace().collect();
    let lists: Vec<Vec<&'static str>> = lists.iter().map(split).collect();
    exercise::merge(&lists).map(|order| order.join(" "))
}

#[test]
fn a_base_comes_behind_all_of_its_subclasses() {
    let ducks = [
        "Swimmer Animal object",
        "Walker Animal object",
        "Swimmer Walker",
    ];
    let order = merge(&ducks);
    assert_eq!(order.as_deref(), Some("Swimmer Walker Animal object"));
}

#[test]
fn one_base_is_followed_by_its_own_order() {
    let order = merge(&["B A object", "B"]);
    assert_eq!(order.as_deref(), Some("B A object"));
}

#[test]
fn bases_that_disagree_have_no_order() {
    assert_eq!(merge(&["A X Y object", "B Y X object", "A B"]), None);
}

#[test]
fn a_class_behind_its_own_subclass_has_no_order() {
    assert_eq!(merge(&["A object", "B A object", "A B"]), None);
}
