//! What the 3.11 loop does with caches, calls, cells, exceptions and generators.

#[path = "../examples/machine/mod.rs"]
mod machine;

use frames::Frame;
use machine::{Source, code, function};
use objects::Object;
use types::{ErrorKind, NativeCode, NativeDef, PyResult, Thread};

fn int(value: i32) -> Object {
    Object::int32(value)
}

/// What a function of the source gives for the arguments.
fn call(t: &Thread, source: &Source<'_>, args: &[Object]) -> PyResult {
    t.call(function(t, source)?.as_object(), args)
}

/// The integer that a function of the source gives for the arguments.
fn value(source: impl Fn(&Thread) -> Source<'static>, args: &[i32]) -> Option<i64> {
    let args: Vec<Object> = args.iter().copied().map(int).collect();
    let result = machine::with_machine(|t| call(t, &source(t), &args));
    result.ok()?.0.as_small_int()
}

/// `def f(a, b): return a OP b`
fn operator(number: u8) -> Source<'static> {
    let text = format!("RESUME 0\nLOAD_FAST a\nLOAD_FAST b\nBINARY_OP {number}\nRETURN_VALUE");
    Source {
        text: text.leak(),
        locals: &["a", "b"],
        arguments: 2,
        ..Source::default()
    }
}

#[test]
fn binary_op_has_twenty_six_arguments() {
    let of_13_and_5 = [
        18,
        13 & 5,
        2,
        13 << 5,
        -1,
        65,
        3,
        13 | 5,
        371_293,
        13 >> 5,
        8,
        -1,
        13 ^ 5,
    ];
    for (number, expected) in (0..).zip(of_13_and_5.repeat(2)) {
        // `@` is not for integers, and `/` gives a float.
        if expected != -1 {
            assert_eq!(
                value(|_| operator(number), &[13, 5]),
                Some(expected),
                "{number}"
            );
        }
    }
}

/// Jumps if the condition holds; gives 1 if it did, then 0.
fn jump(name: &str) -> Source<'static> {
    let (start, back) = match name.contains("BACKWARD") {
        true => (
            "JUMP_FORWARD begin\nthere:\nLOAD_CONST 1\nRETURN_VALUE\nbegin:",
            "",
        ),
        false => ("", "there:\nLOAD_CONST 1\nRETURN_VALUE"),
    };
    let text =
        format!("RESUME 0\n{start}\nLOAD_FAST a\n{name} there\nLOAD_CONST 0\nRETURN_VALUE\n{back}");
    Source {
        text: text.leak(),
        locals: &["a"],
        arguments: 1,
        consts: vec![int(0), int(1)],
        ..Source::default()
    }
}

#[test]
fn conditional_jumps_go_in_two_directions_on_four_conditions() {
    let objects = || [int(7), int(0), Object::none()];
    let conditions = [
        ("IF_TRUE", [1, 0, 0]),
        ("IF_FALSE", [0, 1, 1]),
        ("IF_NONE", [0, 0, 1]),
        ("IF_NOT_NONE", [1, 1, 0]),
    ];
    for direction in ["FORWARD", "BACKWARD"] {
        for (condition, expected) in conditions {
            let name = format!("POP_JUMP_{direction}_{condition}");
            for (object, expected) in objects().into_iter().zip(expected) {
                let result = machine::with_machine(|t| call(t, &jump(&name), &[object]));
                let jumped = result.ok().and_then(|(value, _)| value.as_small_int());
                assert_eq!(jumped, Some(expected), "{name}");
            }
        }
    }
}

#[test]
fn copy_and_swap_reach_below_the_top() {
    let source = |_: &Thread| Source {
        // (a - b) - a, with both found on the stack.
        text: "RESUME 0
               LOAD_FAST a
               LOAD_FAST b
               COPY 2
               SWAP 3
               SWAP 2
               BINARY_OP 10
               SWAP 2
               BINARY_OP 10
               RETURN_VALUE",
        locals: &["a", "b"],
        arguments: 2,
        ..Source::default()
    };
    // [a b a] → [a b a] → [a a b] → [a, a − b] → [a − b, a] → −b
    assert_eq!(value(source, &[9, 4]), Some(-4));
}

/// `def f(n): return f(n - 1) if n else 0`
fn down() -> Source<'static> {
    Source {
        text: "RESUME 0
               LOAD_FAST n
               POP_JUMP_FORWARD_IF_FALSE end
               LOAD_GLOBAL NULL+f
               LOAD_FAST n
               LOAD_CONST 0
               BINARY_OP 10
               PRECALL 1
               CALL 1
               RETURN_VALUE
               end:
               LOAD_CONST 1
               RETURN_VALUE",
        locals: &["n"],
        arguments: 1,
        names: &["f"],
        consts: vec![int(1), int(0)],
        stack: 5,
        ..Source::default()
    }
}

#[test]
#[cfg_attr(miri, ignore = "two hundred thousand calls")]
fn python_calls_take_no_host_stack() {
    let result = machine::with_machine(|t| {
        t.recursion_limit.set(300_000);
        call(t, &down(), &[int(200_000)])
    });
    let value = result.ok().and_then(|(value, _)| value.as_small_int());
    assert_eq!(value, Some(0));
}

/// `class C: def __init__(self, n): C(n - 1) if n else None`, made by `type`.
#[test]
#[cfg_attr(miri, ignore = "fifty thousand objects")]
fn making_an_instance_takes_no_host_stack() {
    let result = machine::with_machine(|t| {
        t.recursion_limit.set(300_000);
        let source = Source {
            text: "RESUME 0
                   LOAD_FAST n
                   POP_JUMP_FORWARD_IF_FALSE end
                   LOAD_GLOBAL NULL+C
                   LOAD_FAST n
                   LOAD_CONST 0
                   BINARY_OP 10
                   PRECALL 1
                   CALL 1
                   POP_TOP
                   end:
                   LOAD_CONST 1
                   RETURN_VALUE",
            locals: &["self", "n"],
            arguments: 2,
            names: &["C"],
            consts: vec![int(1), Object::none()],
            stack: 5,
            ..Source::default()
        };
        let init = function(t, &source)?;
        let namespace = containers::dict(t)?;
        namespace.set_name(&t.names.init, init.clone().into_object())?;
        let bases = containers::tuple(t, vec![])?;
        let parts = [t.str("C")?, bases, namespace.into_object()];
        let class = t.call(&t.types.type_.object().into_object(), &parts)?;
        init.globals.set_name(&t.intern("C")?, class.clone())?;
        let made = t.call(&class, &[int(50_000)])?;
        Ok(t.is_instance_of(&made, class.downcast().expect("a class")))
    });
    assert!(matches!(result, Ok((true, _))));
}

#[test]
fn recursion_ends_at_the_limit_and_leaves_the_stack_clean() {
    let result = machine::with_machine(|t| {
        let raised = call(t, &down(), &[int(5000)]).expect_err("the limit is 1000");
        assert!(raised.is(t, ErrorKind::RecursionError));
        assert_eq!((t.depth.get(), t.frames.current.get()), (0, 0));
        call(t, &down(), &[int(500)])
    });
    assert!(result.is_ok());
}

/// `def f(a): return dict(x=a, y=2)`, with what is called in the place of `dict`.
fn keywords(t: &Thread, callable: &'static str) -> PyResult<Source<'static>> {
    let names = containers::tuple(t, vec![t.str("x")?, t.str("y")?])?;
    Ok(Source {
        text: format!(
            "RESUME 0
             LOAD_GLOBAL NULL+{callable}
             LOAD_FAST a
             LOAD_CONST 1
             KW_NAMES 0
             PRECALL 2
             CALL 2
             RETURN_VALUE"
        )
        .leak(),
        locals: &["a"],
        arguments: 1,
        names: &["dict", "len"],
        consts: vec![names, int(2)],
        ..Source::default()
    })
}

#[test]
fn kw_names_belong_to_the_call_that_follows() {
    let result = machine::with_machine(|t| {
        let dict = call(t, &keywords(t, "dict")?, &[int(1)])?;
        Ok(t.repr(&dict)?.to_text())
    });
    assert_eq!(
        result.ok().map(|(text, _)| text).as_deref(),
        Some("{'x': 1, 'y': 2}")
    );
}

#[test]
fn names_that_were_kept_for_a_call_do_not_outlive_its_exception() {
    let result = machine::with_machine(|t| {
        let raised = call(t, &keywords(t, "len")?, &[int(1)]).expect_err("len takes no keywords");
        assert!(raised.is(t, ErrorKind::TypeError));
        call(t, &operator(0), &[int(1), int(2)])
    });
    assert_eq!(
        result.ok().and_then(|(value, _)| value.as_small_int()),
        Some(3)
    );
}

/// `def g(): return a`, of a variable of the function around it.
fn reader(t: &Thread) -> Object {
    let source = Source {
        text: "COPY_FREE_VARS 1
               RESUME 0
               LOAD_DEREF a
               RETURN_VALUE",
        free: &["a"],
        flags: 16,
        ..Source::default()
    };
    code(t, &source).expect("code").into_object()
}

#[test]
fn a_function_without_the_closure_that_its_code_asks_for_cannot_run() {
    let result = machine::with_machine(|t| {
        let source = Source {
            text: "RESUME 0
                   PUSH_NULL
                   LOAD_CONST 0
                   MAKE_FUNCTION 0
                   PRECALL 0
                   CALL 0
                   RETURN_VALUE",
            consts: vec![reader(t)],
            ..Source::default()
        };
        let raised = call(t, &source, &[]).expect_err("there is no cell");
        Ok(raised.is(t, ErrorKind::SystemError))
    });
    assert!(matches!(result, Ok((true, _))));
}

/// `def f(a): def g(): return a` and `return g()`: the cell goes along.
#[test]
fn a_variable_that_an_inner_function_reads_lives_in_a_cell() {
    let source = |t: &Thread| {
        let inner = reader(t);
        Source {
            text: "MAKE_CELL a
                   RESUME 0
                   PUSH_NULL
                   LOAD_CLOSURE a
                   BUILD_TUPLE 1
                   LOAD_CONST 0
                   MAKE_FUNCTION 8
                   PRECALL 0
                   CALL 0
                   RETURN_VALUE",
            locals: &["a"],
            cells: &["a"],
            arguments: 1,
            consts: vec![inner],
            ..Source::default()
        }
    };
    assert_eq!(value(source, &[42]), Some(42));
}

/// `try: return 1 // n` and `except ZeroDivisionError: return -1`, as CPython compiles it.
fn guarded() -> Source<'static> {
    Source {
        text: "RESUME 0
               NOP
               try:
               LOAD_CONST 0
               LOAD_FAST n
               BINARY_OP 2
               RETURN_VALUE
               handler:
               PUSH_EXC_INFO
               LOAD_GLOBAL ZeroDivisionError
               CHECK_EXC_MATCH
               POP_JUMP_FORWARD_IF_FALSE other
               POP_TOP
               left:
               POP_EXCEPT
               LOAD_CONST 1
               RETURN_VALUE
               other:
               RERAISE 0
               cleanup:
               COPY 3
               POP_EXCEPT
               RERAISE 1
               .handler try handler handler 0
               .handler handler left cleanup 1 lasti
               .handler other cleanup cleanup 1 lasti",
        locals: &["n"],
        arguments: 1,
        names: &["ZeroDivisionError"],
        consts: vec![int(1), int(-1)],
        stack: 4,
        ..Source::default()
    }
}

#[test]
fn a_handler_is_found_in_the_table() {
    assert_eq!(value(|_| guarded(), &[1]), Some(1));
    assert_eq!(value(|_| guarded(), &[0]), Some(-1));
}

#[test]
fn an_exception_that_nobody_takes_goes_on_with_the_place_where_it_was_raised() {
    let result = machine::with_machine(|t| {
        let raised = call(t, &guarded(), &[t.str("text")?]).expect_err("no number");
        assert!(raised.is(t, ErrorKind::TypeError));
        assert!(t.handled.get().is_none(), "POP_EXCEPT has run");
        let exception = raised.into_exception(t);
        let traceback = exceptions::traceback(&exception).expect("a traceback");
        t.get_attribute(&traceback, &t.intern("tb_lasti")?)
    });
    // BINARY_OP is the fifth instruction.
    assert_eq!(
        result.ok().and_then(|(value, _)| value.as_small_int()),
        Some(8)
    );
}

/// Says whether something has made the frame object of the function that calls it.
fn asked_for(t: &Thread, _: &Object, _: &[Object]) -> PyResult {
    let frame: *const Frame = std::ptr::with_exposed_provenance(t.frames.current.get());
    // SAFETY: the running frame is live.
    Ok(Object::bool(unsafe { (*frame).object } != 0))
}

#[test]
fn frame_objects_are_made_when_something_asks() {
    static PROBE: &[NativeDef] = &[NativeDef {
        name: "asked_for",
        code: NativeCode::Fast(asked_for),
        doc: "",
    }];
    let call_of = |name: &str| format!("LOAD_GLOBAL NULL+{name}\nPRECALL 0\nCALL 0\n");
    let source = |asks: &str| Source {
        text: format!("RESUME 0\n{asks}{}RETURN_VALUE", call_of("asked_for")).leak(),
        names: &["asked_for", "vars"],
        ..Source::default()
    };
    let result = machine::with_machine(|t| {
        t.add_builtins(PROBE)?;
        let quiet = call(t, &source(""), &[])?;
        let asking = call(t, &source(&format!("{}POP_TOP\n", call_of("vars"))), &[])?;
        Ok((quiet.as_bool(), asking.as_bool()))
    });
    assert_eq!(
        result.ok().map(|(made, _)| made),
        Some((Some(false), Some(true)))
    );
}

/// `def f(n): yield n` and `return 7`
fn counted() -> Source<'static> {
    Source {
        text: "RETURN_GENERATOR
               POP_TOP
               RESUME 0
               LOAD_FAST n
               YIELD_VALUE
               RESUME 1
               POP_TOP
               LOAD_CONST 0
               RETURN_VALUE",
        locals: &["n"],
        arguments: 1,
        consts: vec![int(7)],
        flags: 32,
        ..Source::default()
    }
}

#[test]
fn a_generator_is_made_by_an_instruction_and_keeps_its_frame() {
    let result = machine::with_machine(|t| {
        let generator = call(t, &counted(), &[int(5)])?;
        assert_eq!(t.frames.current.get(), 0);
        let first = t.next(&generator)?.and_then(|item| item.as_small_int());
        Ok((first, t.next(&generator)))
    });
    let (first, end) = result.expect("a machine").0;
    assert_eq!(first, Some(5));
    assert!(matches!(end, Ok(None) | Err(_)));
}

#[test]
fn send_delegates_to_a_generator_in_the_same_loop() {
    let result = machine::with_machine(|t| {
        let inner = function(t, &counted())?;
        let outer = Source {
            // def f(g): return (yield from g)
            text: "RETURN_GENERATOR
                   POP_TOP
                   RESUME 0
                   LOAD_FAST g
                   GET_YIELD_FROM_ITER
                   LOAD_CONST 0
                   again:
                   SEND end
                   YIELD_VALUE
                   RESUME 2
                   JUMP_BACKWARD_NO_INTERRUPT again
                   end:
                   RETURN_VALUE",
            locals: &["g"],
            arguments: 1,
            consts: vec![Object::none()],
            flags: 32,
            ..Source::default()
        };
        let mut chain = t.call(inner.as_object(), &[int(3)])?;
        let delegate = function(t, &outer)?;
        for _ in 0..50 {
            chain = t.call(delegate.as_object(), &[chain])?;
        }
        let first = t.next(&chain)?.and_then(|item| item.as_small_int());
        let end = t.call_method(&chain, &t.intern("__next__")?, &[]);
        let end = end.expect_err("StopIteration carries what was returned");
        Ok((first, exceptions::stop_value(t, end).as_small_int()))
    });
    assert_eq!(result.ok().map(|(both, _)| both), Some((Some(3), Some(7))));
}

#[test]
fn a_limit_on_instructions_ends_an_endless_loop() {
    let result = machine::with_machine(|t| {
        let source = Source {
            text: "RESUME 0\ntop:\nJUMP_BACKWARD top",
            ..Source::default()
        };
        let f = function(t, &source)?;
        t.limits.instructions.set(Some(1000));
        let ended = t.call(f.as_object(), &[]).is_err();
        t.limits.instructions.set(None);
        Ok(ended)
    });
    assert!(matches!(result, Ok((true, _))));
}

#[test]
fn code_of_the_other_version_is_refused() {
    let pyc = include_bytes!("../../../programs/310/hello.pyc");
    let result = machine::with_machine(|t| {
        let raised = machine::run(t, pyc).expect_err("3.10's code in a machine of 3.11");
        Ok(raised.is(t, ErrorKind::SystemError))
    });
    assert!(matches!(result, Ok((true, _))));
}
