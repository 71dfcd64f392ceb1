//! Calls: how arguments become locals, where frames lie, what closures share.

#[path = "../examples/machine/mod.rs"]
mod machine;

use frames::{Cell, Executable, pop_frame, push_frame};
use objects::Object;
use types::{Args, PyResult, Thread};

const ADD: &[u8] = include_bytes!("../../../programs/310/hello_and_add.pyc");
const CLOSURES: &[u8] = include_bytes!("../../../programs/310/closures.pyc");
const PARAMETERS: &[u8] = include_bytes!("../../../programs/310/parameters.pyc");

fn on_a_machine(body: impl FnOnce(&Thread) -> PyResult<()>) {
    assert!(machine::with_machine(body).is_ok());
}

/// The message of the `TypeError` that a call ends in.
fn refusal(t: &Thread, name: &str, values: &[Object], names: &[&str]) -> PyResult<String> {
    let function = machine::function(t, PARAMETERS, &[name])?;
    let interned: PyResult<Vec<Object>> = names
        .iter()
        .map(|name| Ok(t.intern(name)?.object().clone()))
        .collect();
    let names = interned?;
    let args = Args::new(values, &names).expect("no more names than values");
    let raised = t
        .call_with(function.as_object(), args)
        .expect_err("a refusal");
    Ok(machine::message(raised))
}

#[test]
fn a_call_runs_and_leaves_the_data_stack_as_it_was() {
    on_a_machine(|t| {
        let add = machine::function(t, ADD, &["add"])?;
        t.call(add.as_object(), &[])?;
        let top = t.frames.top.get();
        assert_eq!(t.call(add.as_object(), &[])?.as_small_int(), Some(3));
        assert_eq!(t.frames.top.get(), top);
        assert_eq!(t.frames.current.get(), 0);
        Ok(())
    });
}

#[test]
fn a_cell_that_is_no_argument_is_made_all_the_same() {
    on_a_machine(|t| {
        // `def counter(start=0): count = start …` keeps `count` in a cell. The miniature
        // stores into it before it meets an instruction that it does not know.
        let counter = machine::function(t, CLOSURES, &["counter"])?;
        let raised = t
            .call(counter.as_object(), &[Object::int32(1)])
            .expect_err("too much");
        let text = machine::message(raised);
        assert!(
            text.starts_with("the miniature has no instruction"),
            "{text}"
        );
        Ok(())
    });
}

#[test]
fn two_functions_share_a_variable_through_its_cell() {
    on_a_machine(|t| {
        let count = Cell::new(t, Some(Object::int32(10)))?;
        let closure = containers::tuple(t, vec![count.clone().into_object()])?;
        let step = machine::function(t, CLOSURES, &["counter", "step"])?;
        let peek = machine::function(t, CLOSURES, &["counter", "peek"])?;
        step.closure.set(closure.clone());
        peek.closure.set(closure);
        t.call(step.as_object(), &[Object::int32(5)])?;
        assert_eq!(t.call(peek.as_object(), &[])?.as_small_int(), Some(15));
        Ok(())
    });
}

#[test]
fn a_function_without_its_closure_is_refused() {
    on_a_machine(|t| {
        let peek = machine::function(t, CLOSURES, &["counter", "peek"])?;
        assert!(t.call(peek.as_object(), &[]).is_err());
        Ok(())
    });
}

#[test]
fn wrong_arguments_are_refused_in_the_words_of_cpython() {
    on_a_machine(|t| {
        let one = || Object::int32(1);
        let many = [one(), one(), one(), one()];
        assert_eq!(
            refusal(t, "positional", &[], &[])?,
            "positional() missing 3 required positional arguments: 'a', 'b', and 'c'"
        );
        assert_eq!(
            refusal(t, "positional", &many, &[])?,
            "positional() takes 3 positional arguments but 4 were given"
        );
        assert_eq!(
            refusal(t, "positional", &[one(), one()], &["a"])?,
            "positional() got multiple values for argument 'a'"
        );
        assert_eq!(
            refusal(t, "only_positional", &[one()], &["x"])?,
            "only_positional() got some positional-only arguments passed as keyword arguments: 'x'"
        );
        assert_eq!(
            refusal(t, "only_keywords", &[], &[])?,
            "only_keywords() missing 2 required keyword-only arguments: 'x' and 'y'"
        );
        Ok(())
    });
}

#[test]
fn frames_do_not_move_when_the_data_stack_grows() {
    on_a_machine(|t| {
        let code = machine::function_code(t, ADD, &["add"])?;
        let executable = Executable::of(t, &code)?;
        let mut frames = Vec::new();
        for _ in 0..3000 {
            // SAFETY: the frames hold nothing and never run; `code` outlives them.
            frames
                .push(unsafe { push_frame(t, executable, 0, std::ptr::null(), std::ptr::null())? });
        }
        assert!(t.frames.chunks.borrow().len() > 1);
        for &frame in &frames {
            // SAFETY: all of them are live.
            assert_eq!(unsafe { (*frame).executable().locals }, 3);
        }
        for frame in frames.into_iter().rev() {
            // SAFETY: each is the topmost in its turn.
            unsafe { pop_frame(t, frame) };
        }
        assert!(t.frames.chunks.borrow().is_empty());
        Ok(())
    });
}
