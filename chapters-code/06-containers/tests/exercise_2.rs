//! Exercise 2: taking keys out of a dictionary while Python is asked which.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;
mod machine;

use machine::thread;
use objects::{Object, Owned};
use types::{Dict, PyResult, Thread, Version};

fn numbers(t: &Thread) -> PyResult<Owned<Dict>> {
    let dict = containers::dict(t)?;
    for number in 0..10 {
        containers::dict_set(t, &dict, Object::int32(number), Object::int32(number))?;
    }
    Ok(dict)
}

fn keys(t: &Thread, dict: &Owned<Dict>) -> PyResult<Vec<i64>> {
    let keys = t.collect(dict.as_object())?;
    Ok(keys.iter().filter_map(Object::as_small_int).collect())
}

fn is_odd(number: &Object) -> bool {
    number.as_small_int().is_some_and(|number| number % 2 == 1)
}

#[test]
fn the_doomed_are_gone_and_the_others_are_not() -> PyResult<()> {
    let t = thread(Version::V310);
    let dict = numbers(&t)?;
    exercise::remove_where(&t, &dict, |key, _| Ok(is_odd(key)))?;
    assert_eq!(keys(&t, &dict)?, [0, 2, 4, 6, 8]);
    Ok(())
}

#[test]
fn a_key_that_moves_while_it_is_judged_is_not_mistaken_for_another() -> PyResult<()> {
    let t = thread(Version::V310);
    let dict = numbers(&t)?;
    exercise::remove_where(&t, &dict, |key, _| {
        if key.as_small_int() == Some(3) {
            // Makes the table anew, without the entries 0, 1 and 2.
            for number in 0..3 {
                containers::dict_remove(&t, &dict, &Object::int32(number))?;
            }
            dict.table.exchange(&dict.table.copy()?);
            dict.table.reserve(100)?;
        }
        Ok(key.as_small_int() == Some(3))
    })?;
    assert_eq!(keys(&t, &dict)?, [4, 5, 6, 7, 8, 9]);
    Ok(())
}

#[test]
fn nothing_goes_when_one_question_is_not_answered() -> PyResult<()> {
    let t = thread(Version::V310);
    let dict = numbers(&t)?;
    let result = exercise::remove_where(&t, &dict, |key, _| match key.as_small_int() {
        Some(7) => Err(t.value_error("do not ask me")),
        _ => Ok(true),
    });
    assert!(result.is_err());
    assert_eq!(dict.table.len(), 10);
    Ok(())
}
