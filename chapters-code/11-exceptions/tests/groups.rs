//! Groups of exceptions are made, taken apart and put together again (3.11).

mod common;

use common::{builtin, told, told_error, with_thread};
use exceptions::{join_after_handlers, split_for_handler};
use objects::Object;
use types::{PyResult, Thread, Version};

fn make(t: &Thread, class: &str, argument: Object) -> Object {
    t.call(&builtin(t, class), &[argument])
        .expect("an exception")
}

fn error(t: &Thread, class: &str, number: i32) -> Object {
    make(t, class, Object::int32(number))
}

fn try_group(t: &Thread, class: &str, message: &str, members: &[&Object]) -> PyResult {
    let members = members.iter().map(|member| (*member).clone()).collect();
    t.call(&builtin(t, class), &[t.str(message)?, t.list_of(members)?])
}

fn group(t: &Thread, message: &str, members: &[&Object]) -> Object {
    try_group(t, "ExceptionGroup", message, members).expect("a group")
}

/// `a(ValueError(1), b(TypeError(2), ValueError(3)))`
fn nested(t: &Thread) -> Object {
    let inner = group(
        t,
        "b",
        &[&error(t, "TypeError", 2), &error(t, "ValueError", 3)],
    );
    group(t, "a", &[&error(t, "ValueError", 1), &inner])
}

fn call(t: &Thread, object: &Object, method: &str, argument: &Object) -> String {
    let method = t.intern(method).expect("a name");
    told(
        t,
        t.call_method(object, &method, std::slice::from_ref(argument)),
    )
}

#[test]
fn a_base_group_of_ordinary_exceptions_is_an_ordinary_group() {
    with_thread(Version::V311, |t| {
        let made = try_group(t, "BaseExceptionGroup", "m", &[&error(t, "ValueError", 1)]);
        assert_eq!(told(t, made), "ExceptionGroup('m', [ValueError(1)])");
        let interrupt = error(t, "KeyboardInterrupt", 1);
        let made = try_group(t, "BaseExceptionGroup", "m", &[&interrupt]);
        assert_eq!(
            told(t, made),
            "BaseExceptionGroup('m', [KeyboardInterrupt(1)])"
        );
        let made = try_group(t, "ExceptionGroup", "m", &[&interrupt]);
        let message = "TypeError: Cannot nest BaseExceptions in an ExceptionGroup";
        assert_eq!(told(t, made), message);
    });
}

#[test]
fn a_group_counts_its_exceptions_in_its_text() {
    with_thread(Version::V311, |t| {
        let text = t.to_str(&nested(t)).expect("its text");
        assert_eq!(text.to_text(), "a (2 sub-exceptions)");
    });
}

#[test]
fn a_group_is_split_into_what_matches_and_the_rest_in_the_same_shape() {
    with_thread(Version::V311, |t| {
        assert_eq!(
            call(t, &nested(t), "split", &builtin(t, "ValueError")),
            "(ExceptionGroup('a', [ValueError(1), ExceptionGroup('b', [ValueError(3)])]), \
             ExceptionGroup('a', [ExceptionGroup('b', [TypeError(2)])]))"
        );
        assert_eq!(
            call(t, &nested(t), "subgroup", &builtin(t, "TypeError")),
            "ExceptionGroup('a', [ExceptionGroup('b', [TypeError(2)])])"
        );
        assert_eq!(
            call(t, &nested(t), "subgroup", &builtin(t, "KeyError")),
            "None"
        );
        let message = "TypeError: expected a function, exception type or tuple of exception types";
        assert_eq!(call(t, &nested(t), "split", &Object::int32(1)), message);
    });
}

#[test]
fn a_naked_exception_is_wrapped_for_its_handler() {
    with_thread(Version::V311, |t| {
        let naked = error(t, "ValueError", 1);
        let split = split_for_handler(t, &naked, &builtin(t, "ValueError"));
        let (matching, rest) = split.expect("it can be split");
        assert!(rest.is_none());
        let matching = matching.expect("it matches");
        assert_eq!(
            told(t, Ok(matching)),
            "ExceptionGroup('', (ValueError(1),))"
        );
    });
}

#[test]
fn except_star_refuses_types_of_groups() {
    with_thread(Version::V311, |t| {
        let raised = split_for_handler(t, &nested(t), &builtin(t, "ExceptionGroup"));
        let message = "TypeError: catching ExceptionGroup with except* is not allowed. Use except \
                       instead.";
        assert_eq!(told_error(t, raised.expect_err("it is refused")), message);
    });
}

#[test]
fn what_no_handler_took_is_raised_again_as_one_group() {
    with_thread(Version::V311, |t| {
        let original = nested(t);
        let split = split_for_handler(t, &original, &builtin(t, "ValueError"));
        let (_, rest) = split.expect("it can be split");
        let rest = rest.expect("a rest");
        let joined = join_after_handlers(t, &original, &[rest]).expect("it can be joined");
        let joined = joined.expect("something is left");
        let expected = "ExceptionGroup('a', [ExceptionGroup('b', [TypeError(2)])])";
        assert_eq!(told(t, Ok(joined)), expected);
    });
}

#[test]
fn the_types_of_groups_are_new_in_3_11() {
    with_thread(Version::V310, |t| {
        let name = t.intern("ExceptionGroup").expect("a name");
        assert!(t.builtins.get_name(&name).is_none());
    });
}
