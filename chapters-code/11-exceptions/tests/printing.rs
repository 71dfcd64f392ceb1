//! Exceptions that nothing caught are shown as CPython shows them. (With tracebacks: the
//! programs of `programs/`, once there is an evaluation loop.)

mod common;

use common::{VERSIONS, builtin, with_thread};
use objects::Object;
use types::{Thread, Version, as_str};

fn make(t: &Thread, class: &str, args: &[Object]) -> Object {
    t.call(&builtin(t, class), args).expect("an exception")
}

fn text(t: &Thread, text: &str) -> Object {
    t.str(text).expect("a string")
}

fn printed(t: &Thread, exception: &Object) -> String {
    let printed = exceptions::format_exception(t, exception).expect("it can be shown");
    as_str(&printed).expect("a string").to_text()
}

fn set(t: &Thread, object: &Object, name: &str, value: &Object) {
    let name = t.intern(name).expect("a name");
    t.set_attribute(object, &name, Some(value))
        .expect("it can be set");
}

#[test]
fn an_exception_without_a_message_is_its_type() {
    for version in VERSIONS {
        with_thread(version, |t| {
            assert_eq!(printed(t, &make(t, "ValueError", &[])), "ValueError\n");
            let error = make(t, "ValueError", &[text(t, "what")]);
            assert_eq!(printed(t, &error), "ValueError: what\n");
            let error = make(t, "KeyError", &[text(t, "")]);
            assert_eq!(printed(t, &error), "KeyError: ''\n");
        });
    }
}

#[test]
fn causes_and_contexts_come_first() {
    with_thread(Version::V310, |t| {
        let [first, second, third] =
            ["first", "second", "third"].map(|name| make(t, "ValueError", &[text(t, name)]));
        set(t, &second, "__context__", &first);
        set(t, &third, "__cause__", &second);
        assert_eq!(
            printed(t, &third),
            "ValueError: first\n\
             \nDuring handling of the above exception, another exception occurred:\n\n\
             ValueError: second\n\
             \nThe above exception was the direct cause of the following exception:\n\n\
             ValueError: third\n"
        );
    });
}

#[test]
fn a_circle_of_contexts_is_shown_once_around() {
    with_thread(Version::V311, |t| {
        let [a, b] = ["a", "b"].map(|name| make(t, "ValueError", &[text(t, name)]));
        set(t, &a, "__context__", &b);
        set(t, &b, "__context__", &a);
        assert_eq!(printed(t, &a).matches("ValueError").count(), 2);
    });
}

#[test]
fn a_chain_of_a_hundred_thousand_is_shown_without_a_deep_stack() {
    with_thread(Version::V310, |t| {
        let mut newest = make(t, "ValueError", &[]);
        for _ in 0..100_000 {
            let next = make(t, "ValueError", &[]);
            set(t, &next, "__context__", &newest);
            newest = next;
        }
        assert_eq!(printed(t, &newest).matches("ValueError").count(), 100_001);
    });
}

fn syntax_error(t: &Thread, details: &[Object]) -> String {
    let details = t.tuple(details.to_vec()).expect("a tuple");
    printed(t, &make(t, "SyntaxError", &[text(t, "m"), details]))
}

#[test]
fn a_syntax_error_shows_its_line_with_a_caret() {
    for version in VERSIONS {
        with_thread(version, |t| {
            let n = Object::int32;
            let file = text(t, "f.py");
            let line = text(t, "  abc def\n");
            assert_eq!(
                syntax_error(t, &[file.clone(), n(3), n(5), line.clone()]),
                "  File \"f.py\", line 3\n    abc def\n      ^\nSyntaxError: m\n"
            );
            assert_eq!(
                syntax_error(t, &[file.clone(), n(3), n(5), line.clone(), n(3), n(9)]),
                "  File \"f.py\", line 3\n    abc def\n      ^^^^\nSyntaxError: m\n"
            );
            assert_eq!(
                syntax_error(t, &[Object::none(), n(3), Object::none(), line.clone()]),
                "  File \"<string>\", line 3\n    abc def\nSyntaxError: m\n"
            );
            // Without a line there is no place to show.
            assert_eq!(
                syntax_error(t, &[file, Object::none(), n(1), line]),
                "SyntaxError: m (f.py)\n"
            );
        });
    }
}

#[test]
fn notes_stand_below_the_exception() {
    with_thread(Version::V311, |t| {
        let error = make(t, "ValueError", &[text(t, "x")]);
        let notes = t
            .list_of(vec![text(t, "one\ntwo"), Object::int32(3)])
            .expect("a list");
        set(t, &error, "__notes__", &notes);
        assert_eq!(printed(t, &error), "ValueError: x\none\ntwo\n3\n");
    });
}

#[test]
fn a_group_is_a_tree() {
    with_thread(Version::V311, |t| {
        let number = |number| make(t, "ValueError", &[Object::int32(number)]);
        let group = |name: &str, members: Vec<Object>| {
            let members = t.list_of(members).expect("a list");
            make(t, "ExceptionGroup", &[text(t, name), members])
        };
        let outer = group("outer", vec![number(1), group("inner", vec![number(2)])]);
        assert_eq!(
            printed(t, &outer),
            "  | ExceptionGroup: outer (2 sub-exceptions)\n\
             \x20 +-+---------------- 1 ----------------\n\
             \x20   | ValueError: 1\n\
             \x20   +---------------- 2 ----------------\n\
             \x20   | ExceptionGroup: inner (1 sub-exception)\n\
             \x20   +-+---------------- 1 ----------------\n\
             \x20     | ValueError: 2\n\
             \x20     +------------------------------------\n"
        );
        let many = group("many", (0..20).map(number).collect());
        assert!(printed(t, &many).contains("+---------------- ... ----------------\n"));
        assert!(printed(t, &many).contains("| and 5 more exceptions\n"));
    });
}

#[test]
fn a_program_that_exits_decides_its_status() {
    with_thread(Version::V310, |t| {
        let status = |args: &[Object]| {
            let raised = types::Raised::exception(make(t, "SystemExit", args));
            exceptions::exit_status(t, raised)
        };
        assert_eq!(status(&[]), 0);
        assert_eq!(status(&[Object::int32(3)]), 3);
        assert_eq!(status(&[Object::int32(-1)]), 255);
        assert_eq!(status(&[Object::bool(true)]), 1);
        assert_eq!(status(&[text(t, "why")]), 1);
        let raised = t.value_error("uncaught");
        assert_eq!(exceptions::exit_status(t, raised), 1);
    });
}
