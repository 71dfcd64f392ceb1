//! Exercise 3: what BINARY_MULTIPLY does.
#![cfg(feature = "exercise-3")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/3/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/3/solution.rs")]
mod exercise;

use exercise::multiply;
use tiny_machine::Value::{self, Int, Print, Str};

fn message(left: &Value, right: &Value) -> String {
    multiply(left, right).unwrap_err().to_string()
}

#[test]
fn numbers_are_multiplied() {
    assert_eq!(multiply(&Int(6), &Int(7)), Ok(Int(42)));
}

#[test]
fn a_text_is_repeated_from_either_side() {
    let spam = Str("spam ".into());
    assert_eq!(multiply(&spam, &Int(2)), Ok(Str("spam spam ".into())));
    assert_eq!(multiply(&Int(2), &spam), Ok(Str("spam spam ".into())));
    assert_eq!(multiply(&spam, &Int(-1)), Ok(Str(String::new())));
}

#[test]
fn anything_else_is_refused_in_cpythons_words() {
    let text = Str("a".into());
    assert_eq!(
        message(&text, &text),
        "TypeError: can't multiply sequence by non-int of type 'str'"
    );
    assert_eq!(
        message(&Value::None, &text),
        "TypeError: can't multiply sequence by non-int of type 'NoneType'"
    );
    assert_eq!(
        message(&Int(2), &Print),
        "TypeError: unsupported operand type(s) for *: 'int' and 'builtin_function_or_method'"
    );
}
