//! What the loop does with calls, jumps, exceptions and limits.

#[path = "../examples/machine/mod.rs"]
mod machine;

use objects::Object;
use types::{ErrorKind, PyResult, Thread};

/// `def f(n): return f(n - 1) if n else 0`
const DOWN: &[u8] = &[
    124, 0, 114, 8, 116, 0, 124, 0, 100, 1, 24, 0, 131, 1, 83, 0, 100, 2, 83, 0,
];
/// `def f(n): s = 0; while n: s += n; n -= 1; return s`
const TOTAL: &[u8] = &[
    100, 1, 125, 1, 124, 0, 114, 14, 124, 1, 124, 0, 55, 0, 125, 1, 124, 0, 100, 2, 56, 0, 125, 0,
    124, 0, 115, 4, 124, 1, 83, 0,
];
/// `def f(): while True: pass`
const FOREVER: &[u8] = &[9, 0, 113, 0];

fn int(value: i32) -> Object {
    Object::int32(value)
}

fn down(t: &Thread, n: i32) -> PyResult {
    let parts: (&[Object], &[&str], &[&str]) = (&[Object::none(), int(1), int(0)], &["f"], &["n"]);
    let f = machine::function(t, DOWN, parts, (1, 3))?;
    t.call(f.as_object(), &[int(n)])
}

#[test]
fn a_module_read_from_a_file_runs() {
    let program = include_bytes!("../../../programs/310/hello_and_add.pyc");
    let printed = machine::with_machine(|t| machine::run(t, program)).map(|(_, text)| text);
    assert_eq!(printed.ok().as_deref(), Some("Hello\n3\n"));
}

#[test]
fn a_loop_adds_up_and_ends() {
    let result = machine::with_machine(|t| {
        let parts: (&[Object], &[&str], &[&str]) =
            (&[Object::none(), int(0), int(1)], &[], &["n", "s"]);
        let f = machine::function(t, TOTAL, parts, (1, 2))?;
        t.call(f.as_object(), &[int(100)])
    });
    assert_eq!(
        result.ok().and_then(|(sum, _)| sum.as_small_int()),
        Some(5050)
    );
}

#[test]
#[cfg_attr(miri, ignore = "two hundred thousand calls")]
fn python_calls_take_no_host_stack() {
    let result = machine::with_machine(|t| {
        t.recursion_limit.set(300_000);
        down(t, 200_000)
    });
    assert_eq!(
        result.ok().and_then(|(value, _)| value.as_small_int()),
        Some(0)
    );
}

#[test]
fn recursion_ends_at_the_limit_and_leaves_the_stack_clean() {
    let result = machine::with_machine(|t| {
        let raised = down(t, 5000).expect_err("the limit is 1000");
        assert!(raised.is(t, ErrorKind::RecursionError));
        assert_eq!((t.depth.get(), t.frames.current.get()), (0, 0));
        down(t, 500)
    });
    assert!(result.is_ok());
}

#[test]
fn a_limit_on_instructions_ends_an_endless_loop() {
    let result = machine::with_machine(|t| {
        let f = machine::function(t, FOREVER, (&[Object::none()], &[], &[]), (0, 1))?;
        t.limits.instructions.set(Some(1000));
        let ended = t.call(f.as_object(), &[]).is_err();
        t.limits.instructions.set(None);
        Ok(ended)
    });
    assert!(matches!(result, Ok((true, _))));
}

#[test]
fn code_that_pops_what_it_has_not_pushed_never_runs() {
    let result = machine::with_machine(|t| {
        let f = machine::function(t, &[1, 0, 83, 0], (&[], &[], &[]), (0, 1))?;
        Ok(t.call(f.as_object(), &[])
            .is_err_and(|raised| raised.is(t, ErrorKind::SystemError)))
    });
    assert!(matches!(result, Ok((true, _))));
}

/// `def f(n): try: return 1 // n; finally: n = 7` shows that the block stack is cut back.
const FINALLY: &[u8] = &[
    122, 8, // SETUP_FINALLY to 18
    100, 1, 124, 0, 26, 0, // 1 // n
    87, 0, // POP_BLOCK
    100, 2, 125, 0, // n = 7
    83, 0, // RETURN_VALUE
    9, 0, // NOP
    100, 2, 125, 0, // n = 7
    119, 0, // RERAISE
];

#[test]
fn a_finally_block_runs_and_the_exception_goes_on() {
    let result = machine::with_machine(|t| {
        let parts: (&[Object], &[&str], &[&str]) = (&[Object::none(), int(1), int(7)], &[], &["n"]);
        let f = machine::function(t, FINALLY, parts, (1, 8))?;
        assert_eq!(t.call(f.as_object(), &[int(1)])?.as_small_int(), Some(1));
        let raised = t
            .call(f.as_object(), &[int(0)])
            .expect_err("a division by zero");
        assert!(raised.is(t, ErrorKind::ZeroDivisionError));
        Ok(())
    });
    assert!(result.is_ok());
}
