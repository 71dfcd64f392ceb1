//! What led to an exception is remembered, and what `except` catches is decided by types.

mod common;

use common::{VERSIONS, builtin, told, told_error, with_thread};
use objects::Object;
use types::{ErrorKind, Raised, Thread, Version};

fn make(t: &Thread, class: &str, message: &str) -> Object {
    let message = t.str(message).expect("a string");
    t.call(&builtin(t, class), &[message])
        .expect("an exception")
}

fn attribute(t: &Thread, object: &Object, name: &str) -> Object {
    let name = t.intern(name).expect("a name");
    t.get_attribute(object, &name)
        .expect("the attribute is there")
}

/// Raises while another exception is being handled.
fn raise_while_handling(t: &Thread, handled: &Object, raised: &Object) {
    t.handled.set(handled.clone());
    drop(exceptions::raise(t, raised.clone(), None));
    t.handled.clear();
}

#[test]
fn what_is_being_handled_becomes_the_context() {
    with_thread(Version::V310, |t| {
        let (first, second) = (make(t, "KeyError", "a"), make(t, "ValueError", "b"));
        raise_while_handling(t, &first, &second);
        assert!(attribute(t, &second, "__context__").is(&first));
        assert!(attribute(t, &first, "__context__").is_none());
    });
}

#[test]
fn a_chain_never_becomes_a_circle() {
    with_thread(Version::V310, |t| {
        let all = ["a", "b", "c"].map(|name| make(t, "ValueError", name));
        let [a, b, c] = &all;
        raise_while_handling(t, a, b);
        raise_while_handling(t, b, c);
        // `a` is at the end of the chain c → b → a; raised again while `c` is handled, it is
        // taken out there.
        raise_while_handling(t, c, a);
        assert!(attribute(t, a, "__context__").is(c));
        assert!(attribute(t, c, "__context__").is(b));
        assert!(attribute(t, b, "__context__").is_none());
    });
}

#[test]
fn an_exception_is_not_its_own_context() {
    with_thread(Version::V310, |t| {
        let error = make(t, "ValueError", "x");
        raise_while_handling(t, &error, &error);
        assert!(attribute(t, &error, "__context__").is_none());
    });
}

#[test]
fn a_lazy_error_gets_its_context_when_it_is_looked_at() {
    with_thread(Version::V311, |t| {
        let handled = make(t, "KeyError", "k");
        t.handled.set(handled.clone());
        let error = t.type_error("looked at").into_exception(t);
        t.handled.clear();
        assert!(attribute(t, &error, "__context__").is(&handled));
    });
}

#[test]
fn lazy_errors_fill_the_fields_that_suggestions_need() {
    with_thread(Version::V310, |t| {
        let name = t.intern("spam").expect("a name");
        let error = t.name_error(&name).into_exception(t);
        assert_eq!(told(t, Ok(attribute(t, &error, "name"))), "'spam'");
        let object = Object::int32(5);
        let error = t.attribute_error(&object, &name).into_exception(t);
        assert!(attribute(t, &error, "obj").is(&object));
    });
}

#[test]
fn memory_errors_need_no_memory_to_be_raised() {
    with_thread(Version::V310, |t| {
        let raised = Raised::from(objects::OutOfMemory);
        assert!(raised.is(t, ErrorKind::MemoryError));
        assert_eq!(told_error(t, raised), "MemoryError: ");
    });
}

#[test]
fn raise_takes_exceptions_and_their_classes_only() {
    for version in VERSIONS {
        with_thread(version, |t| {
            let raised = exceptions::raise(t, Object::int32(1), None);
            let message = "TypeError: exceptions must derive from BaseException";
            assert_eq!(told_error(t, raised), message);
            let raised = exceptions::raise(t, builtin(t, "KeyError"), Some(Object::int32(1)));
            let message = "TypeError: exception causes must derive from BaseException";
            assert_eq!(told_error(t, raised), message);
        });
    }
}

#[test]
fn raise_from_none_hides_the_context() {
    with_thread(Version::V310, |t| {
        let raised = exceptions::raise(t, builtin(t, "KeyError"), Some(Object::none()));
        let error = raised.into_exception(t);
        assert!(attribute(t, &error, "__suppress_context__").is(&Object::bool(true)));
    });
}

#[test]
fn except_catches_the_named_types_and_those_under_them() {
    with_thread(Version::V310, |t| {
        let error = make(t, "KeyError", "k");
        let caught = |classes: &Object| exceptions::matches(t, &error, classes).ok();
        assert_eq!(caught(&builtin(t, "KeyError")), Some(true));
        assert_eq!(caught(&builtin(t, "LookupError")), Some(true));
        assert_eq!(caught(&builtin(t, "ValueError")), Some(false));
        let both = ["ValueError", "Exception"].map(|name| builtin(t, name));
        assert_eq!(caught(&t.tuple(both).expect("a tuple")), Some(true));
        assert_eq!(caught(&t.tuple(vec![]).expect("a tuple")), Some(false));
    });
}

#[test]
fn except_refuses_what_is_no_type_of_exceptions() {
    with_thread(Version::V311, |t| {
        let error = make(t, "KeyError", "k");
        let mixed = [builtin(t, "KeyError"), Object::int32(1)];
        let mixed = t.tuple(mixed).expect("a tuple");
        for classes in [Object::int32(1), t.types.int.object().into_object(), mixed] {
            let raised = exceptions::matches(t, &error, &classes).expect_err("it is refused");
            let message = "TypeError: catching classes that do not inherit from BaseException is \
                           not allowed";
            assert_eq!(told_error(t, raised), message);
        }
    });
}
