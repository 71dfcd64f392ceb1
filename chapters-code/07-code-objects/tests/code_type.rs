//! Making code objects by hand ends in the code object, or in CPython's errors.

mod common;

use code_objects::{Code, CodeFields, FAST_CELL, FAST_FREE, FAST_LOCAL, Variables, flags};
use common::with_thread;
use objects::{Object, Owned};
use types::{Args, PyResult, Thread, Version};

/// A function without parameters that returns `None`; `change` makes it something else.
fn make(t: &Thread, change: impl FnOnce(&mut CodeFields)) -> PyResult<Owned<Code>> {
    let mut fields = CodeFields {
        version: t.version,
        argcount: 0,
        posonlyargcount: 0,
        kwonlyargcount: 0,
        stacksize: 1,
        flags: 67,
        code: vec![100, 0, 83, 0],
        consts: vec![Object::none()],
        names: vec![],
        variables: variables(t, &[], &[], &[])?,
        filename: t.str("file.py")?,
        name: t.str("name")?,
        qualname: None,
        firstlineno: 1,
        linetable: vec![],
        exceptiontable: vec![],
    };
    change(&mut fields);
    Code::new(t, fields)
}

fn variables(t: &Thread, local: &[&str], cell: &[&str], free: &[&str]) -> PyResult<Variables> {
    let objects = |names: &[&str]| -> PyResult<Vec<Object>> {
        names.iter().map(|name| t.str(name)).collect()
    };
    Ok(Variables::Separate {
        nlocals: local.len() as i32,
        varnames: objects(local)?,
        cellvars: objects(cell)?,
        freevars: objects(free)?,
    })
}

fn error(result: PyResult<Owned<Code>>) -> String {
    format!("{:?}", result.expect_err("it is refused"))
}

#[test]
fn an_argument_that_inner_functions_use_has_one_place_in_3_11() {
    with_thread(Version::V311, |t| {
        let given = variables(t, &["a", "b"], &["b", "c"], &["d"]).expect("names");
        let code = make(t, |fields| {
            fields.argcount = 2;
            fields.variables = given;
        });
        let code = code.expect("a code object");
        let names: Vec<String> = code
            .localsplusnames
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(names, ["a", "b", "c", "d"]);
        let both = FAST_LOCAL | FAST_CELL;
        assert_eq!(
            *code.localspluskinds,
            [FAST_LOCAL, both, FAST_CELL, FAST_FREE]
        );
    });
}

#[test]
fn a_cell_of_3_10_knows_the_argument_it_starts_with() {
    with_thread(Version::V310, |t| {
        let given = variables(t, &["a", "b"], &["c", "b"], &[]).expect("names");
        let code = make(t, |fields| {
            fields.argcount = 2;
            fields.variables = given;
        });
        assert_eq!(*code.expect("a code object").cell2arg, [None, Some(1)]);
    });
}

#[test]
fn the_flag_nofree_is_computed_in_3_10_and_believed_in_3_11() {
    for (version, expected) in [(Version::V310, false), (Version::V311, true)] {
        with_thread(version, |t| {
            let given = variables(t, &[], &[], &["x"]).expect("names");
            let code = make(t, |fields| fields.variables = given).expect("a code object");
            assert_eq!(code.flags.has(flags::NOFREE), expected);
        });
    }
}

#[test]
fn what_cannot_be_a_code_object_is_refused_as_cpython_refuses_it() {
    with_thread(Version::V310, |t| {
        assert_eq!(
            error(make(t, |fields| fields.stacksize = -1)),
            "SystemError: Objects/codeobject.c:141: bad argument to internal function"
        );
        let small = "ValueError: code: varnames is too small";
        assert_eq!(error(make(t, |fields| fields.argcount = 1)), small);
        assert_eq!(error(make(t, |fields| fields.flags = 12)), small);
        assert_eq!(
            error(make(t, |fields| fields.names = vec![Object::int32(1)])),
            "SystemError: non-string found in code slot"
        );
    });
    with_thread(Version::V311, |t| {
        assert_eq!(
            error(make(t, |fields| fields.argcount = 1)),
            "ValueError: code: co_varnames is too small"
        );
        assert_eq!(
            error(make(t, |fields| fields.code = vec![1, 2, 3])),
            "ValueError: code: co_code is malformed"
        );
        assert_eq!(
            error(make(t, |fields| fields.flags = -1)),
            "SystemError: Objects/codeobject.c:250: bad argument to internal function"
        );
    });
}

#[test]
fn a_constant_that_looks_like_a_name_is_interned() {
    with_thread(Version::V310, |t| {
        let texts = ["some_name", "no name"].map(|text| t.str(text).expect("a string"));
        let nested = t.tuple(texts.to_vec()).expect("a tuple");
        let code = make(t, |fields| fields.consts = vec![nested]).expect("a code object");
        let items = code.consts[0]
            .downcast::<types::Tuple>()
            .expect("a tuple")
            .items();
        let interned = items
            .iter()
            .map(|item| types::Name::from_object(item).is_some());
        assert_eq!(interned.collect::<Vec<_>>(), [true, false]);
    });
}

/// Calls `CodeType` with these arguments.
fn call(t: &Thread, args: &[Object]) -> String {
    let class = t.types.code.object().into_object();
    match t.call_with(&class, Args::positional(args)) {
        Ok(code) => t.repr(&code).expect("a repr").to_text(),
        Err(raised) => format!("{raised:?}"),
    }
}

/// Sixteen arguments for 3.10.
fn arguments(t: &Thread) -> PyResult<Vec<Object>> {
    let number = Object::int32;
    let empty = t.tuple(vec![])?;
    Ok(vec![
        number(0),
        number(0),
        number(0),
        number(0),
        number(1),
        number(67),
        t.bytes(&[100, 0, 83, 0])?,
        t.tuple(vec![Object::none()])?,
        empty.clone(),
        empty.clone(),
        t.str("file.py")?,
        t.str("name")?,
        number(7),
        t.bytes(&[])?,
        empty.clone(),
        empty,
    ])
}

#[test]
fn code_type_takes_sixteen_arguments_of_the_right_types() {
    with_thread(Version::V310, |t| {
        let args = arguments(t).expect("the arguments");
        let repr = call(t, &args);
        assert!(repr.starts_with("<code object name at 0x"), "{repr}");
        assert!(repr.ends_with(", file \"file.py\", line 7>"), "{repr}");
        assert_eq!(
            call(t, &args[..3]),
            "TypeError: code expected at least 14 arguments, got 3"
        );
        let with = |place: usize, value: Object| {
            let mut args = args.clone();
            args[place] = value;
            call(t, &args)
        };
        assert_eq!(
            with(0, Object::int32(-1)),
            "ValueError: code: argcount must not be negative"
        );
        assert_eq!(
            with(6, Object::none()),
            "TypeError: code() argument 7 must be bytes, not NoneType"
        );
        assert_eq!(
            with(0, Object::small_int(1 << 40).expect("a small int")),
            "OverflowError: Python int too large to convert to C int"
        );
        let numbers = t.tuple(vec![Object::int32(1)]).expect("a tuple");
        assert_eq!(
            with(8, numbers),
            "TypeError: name tuples must contain only strings, not 'int'"
        );
    });
}
