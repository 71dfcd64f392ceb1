//! The steps that lead to classes do what the chapter says of them.
#![allow(dead_code, reason = "an example's `main` is not called here")]

#[path = "../examples/machine/mod.rs"]
mod machine;
#[path = "../examples/step_13_1.rs"]
mod step_1;
#[path = "../examples/step_13_2.rs"]
mod step_2;
#[path = "../examples/step_13_3.rs"]
mod step_3;
#[path = "../examples/step_13_4.rs"]
mod step_4;

#[test]
fn an_instance_hides_its_class_and_a_class_its_base() {
    let (classes, duck) = step_1::animals();
    let place = |name| step_1::get(&classes, &duck, name).map(|(_, place)| place);
    assert_eq!(place("name"), Some("the instance"));
    assert_eq!(place("legs"), Some("Duck"));
    assert_eq!(place("greet"), Some("Animal"));
    assert_eq!(place("feathers"), None);
}

#[test]
fn depth_first_asks_a_base_before_its_subclass_and_c3_does_not() {
    let place = |order: &[&str], name| order.iter().position(|class| *class == name);
    let old = step_2::depth_first(step_2::DUCKS, "Duck");
    assert!(place(&old, "Animal") < place(&old, "Walker"));
    let new = step_2::c3(step_2::DUCKS, "Duck", &mut |_, _| ()).unwrap_or_default();
    assert!(place(&new, "Walker") < place(&new, "Animal"));
    assert_eq!(step_2::c3(step_2::QUARREL, "C", &mut |_, _| ()), None);
}

#[test]
fn only_a_data_descriptor_comes_before_the_instance() {
    use step_3::{Answer, OnClass, lookup};
    assert_eq!(lookup(OnClass::Data, true), Answer::Get);
    assert_eq!(lookup(OnClass::NonData, true), Answer::Own);
    assert_eq!(lookup(OnClass::NonData, false), Answer::Get);
}

#[test]
fn a_slot_saves_the_search_and_follows_a_change() {
    let (by_search, by_slot, last) = step_4::compare();
    assert_eq!((by_search, by_slot, last), (3000, 6, 42));
}
