//! How native functions take their arguments, in CPython's words.

mod common;

use common::{builtin, text, thread};
use objects::Object;
use types::{Args, ErrorKind, Instance, NativeCode, NativeDef, PyResult, Raised, Thread, Version};

fn count(_: &Thread, _: &Object, args: &[Object]) -> PyResult {
    Ok(Object::int32(args.len() as i32))
}

fn keywords(_: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    Ok(Object::int32(
        (args.plain().len() * 10 + args.names().len()) as i32,
    ))
}

static FUNCTIONS: &[NativeDef] = &[
    NativeDef {
        name: "none",
        code: NativeCode::NoArgs(|_, _| Ok(Object::none())),
        doc: "",
    },
    NativeDef {
        name: "one",
        code: NativeCode::One(|_, _, one| Ok(one.clone())),
        doc: "",
    },
    NativeDef {
        name: "fast",
        code: NativeCode::Fast(count),
        doc: "",
    },
    NativeDef {
        name: "keys",
        code: NativeCode::Keywords(keywords),
        doc: "",
    },
    NativeDef {
        name: "var",
        code: NativeCode::VarArgs(keywords),
        doc: "",
    },
];

fn call(t: &Thread, name: &str, plain: usize, names: &[&str]) -> Result<Option<i64>, String> {
    let def = FUNCTIONS.iter().find(|def| def.name == name).unwrap();
    let function = t.native_function(def, Object::none(), None).unwrap();
    let values = vec![Object::int32(5); plain + names.len()];
    let names: Vec<Object> = names.iter().map(|name| t.str(name).unwrap()).collect();
    let result = t.call_with(&function, Args::new(&values, &names).unwrap());
    result.map(|value| value.as_small_int()).map_err(text)
}

#[test]
fn each_kind_of_function_gets_its_arguments() {
    let t = thread(Version::V310);
    assert_eq!(call(&t, "none", 0, &[]), Ok(None));
    assert_eq!(call(&t, "one", 1, &[]), Ok(Some(5)));
    assert_eq!(call(&t, "fast", 3, &[]), Ok(Some(3)));
    assert_eq!(call(&t, "keys", 2, &["a"]), Ok(Some(21)));
    assert_eq!(call(&t, "var", 0, &["a", "b"]), Ok(Some(2)));
}

#[test]
fn a_wrong_number_of_arguments_is_refused() {
    let t = thread(Version::V310);
    let refused = |name, plain| call(&t, name, plain, &[]).unwrap_err();
    assert_eq!(
        refused("none", 2),
        "TypeError: none() takes no arguments (2 given)"
    );
    assert_eq!(
        refused("one", 0),
        "TypeError: one() takes exactly one argument (0 given)"
    );
    assert_eq!(
        refused("one", 2),
        "TypeError: one() takes exactly one argument (2 given)"
    );
}

#[test]
fn keywords_are_refused_by_functions_that_take_none() {
    let t = thread(Version::V310);
    for name in ["none", "one", "fast"] {
        let error = call(&t, name, 0, &["a"]).unwrap_err();
        assert_eq!(
            error,
            format!("TypeError: {name}() takes no keyword arguments")
        );
    }
}

#[test]
fn counts_are_checked_in_the_words_of_cpython() {
    let t = thread(Version::V310);
    let check = |count, min, max| {
        let result = types::check_count(&t, "f", count, min, max);
        result.map_err(text).err().unwrap_or_default()
    };
    assert_eq!(check(2, 1, 2), "");
    assert_eq!(
        check(0, 1, 2),
        "TypeError: f expected at least 1 argument, got 0"
    );
    assert_eq!(
        check(3, 1, 2),
        "TypeError: f expected at most 2 arguments, got 3"
    );
    assert_eq!(check(1, 2, 2), "TypeError: f expected 2 arguments, got 1");
    assert_eq!(check(0, 1, 1), "TypeError: f expected 1 argument, got 0");
}

#[test]
fn a_method_refuses_what_is_not_of_its_type() {
    let t = thread(Version::V310);
    let kind = builtin(&t, "Thing", t.types.object);
    kind.declare::<Instance>();
    t.add_methods(kind, FUNCTIONS).unwrap();
    t.ready(kind).unwrap();
    let object = Instance::make(kind).unwrap();
    let name = t.intern("one").unwrap();
    assert_eq!(
        t.call_method(&object, &name, &[Object::int32(8)])
            .unwrap()
            .as_small_int(),
        Some(8)
    );
    assert_eq!(
        text(t.call_method(&object, &name, &[]).unwrap_err()),
        "TypeError: Thing.one() takes exactly one argument (0 given)"
    );
    let method = t.lookup(kind, &name).unwrap();
    assert_eq!(
        text(t.call(&method, &[Object::none()]).unwrap_err()),
        "TypeError: descriptor 'one' for 'Thing' objects doesn't apply to a 'NoneType' object"
    );
    assert_eq!(
        text(t.call(&method, &[]).unwrap_err()),
        "TypeError: unbound method Thing.one() needs an argument"
    );
}

#[test]
fn what_cannot_be_called_says_so() {
    let t = thread(Version::V310);
    let error = t.call(&Object::int32(1), &[]).unwrap_err();
    assert_eq!(text(error), "TypeError: 'int' object is not callable");
}

#[test]
fn there_cannot_be_more_keywords_than_values() {
    let names = [Object::none(), Object::none()];
    assert!(Args::new(&names[..1], &names).is_none());
}

#[test]
fn an_error_knows_its_kind_before_there_is_an_exception() {
    let t = thread(Version::V310);
    let error = t.key_error(&Object::int32(1));
    assert_eq!(error.lazy_kind(), Some(ErrorKind::KeyError));
    assert!(error.is(&t, ErrorKind::LookupError) && error.is(&t, ErrorKind::Exception));
    assert!(!error.is(&t, ErrorKind::IndexError));
    assert!(error.object().is_none());
    let memory = Raised::from(objects::OutOfMemory);
    assert_eq!(memory.lazy_kind(), Some(ErrorKind::MemoryError));
}

#[test]
fn native_calls_are_as_deep_as_the_limit_says_and_come_back() {
    let t = thread(Version::V310);
    t.recursion_limit.set(10);
    let mut guards = vec![];
    let error = loop {
        match t.enter_native(" in a test") {
            Ok(guard) => guards.push(guard),
            Err(error) => break error,
        }
    };
    assert_eq!(guards.len(), 10);
    assert_eq!(
        text(error),
        "RecursionError: maximum recursion depth exceeded in a test"
    );
    drop(guards);
    assert_eq!(t.depth.get(), 0);
}

#[test]
fn interpreters_share_neither_types_nor_names() {
    let (a, b) = (thread(Version::V310), thread(Version::V311));
    assert!(!a.types.int.is(b.types.int));
    assert!(!a.intern("spam").unwrap().is(&b.intern("spam").unwrap()));
}
