//! What generators, coroutines and asynchronous generators do.

#[path = "../examples/machine/mod.rs"]
mod machine;

use frames::{AsyncValue, Generator, State};
use machine::{call, method, run, told, with_machine};
use objects::{Object, Owned};
use types::{Dict, PyResult, Sent, Thread};

const WAITING: &[u8] = include_bytes!("../../../programs/310/waiting.pyc");

/// Runs a body with the functions of `programs/waiting.py`; gives its result.
fn waiting<R>(body: impl FnOnce(&Thread, &Owned<Dict>) -> PyResult<R>) -> (R, String) {
    let ran = with_machine(|t| {
        let module = run(t, WAITING, "waiting")?;
        body(t, &module)
    });
    ran.unwrap_or_else(|raised| panic!("{raised:?}"))
}

fn generator(object: &Object) -> &Generator {
    object.downcast().expect("a generator")
}

fn int(value: i32) -> Object {
    Object::int32(value)
}

fn error(t: &Thread, result: PyResult) -> String {
    match result {
        Ok(_) => "no error".to_owned(),
        Err(raised) => told(t, raised),
    }
}

#[test]
fn a_suspended_generator_keeps_what_waits_on_its_stack() {
    let ((), _) = waiting(|t, module| {
        let object = call(t, module, "mean_of", &[int(2)])?;
        let own = generator(&object);
        assert_eq!(own.state.get(), State::Created);
        assert!(own.operands().is_empty());
        method(t, &object, "send", &[Object::none()])?;
        assert_eq!(own.state.get(), State::Suspended);
        assert_eq!(own.operands().len(), 2, "the iterator and the old total");
        method(t, &object, "send", &[int(10)])?;
        assert_eq!(own.operands()[1].as_small_int(), Some(10));
        Ok(())
    });
}

#[test]
fn the_return_value_travels_in_stop_iteration() {
    let (text, _) = waiting(|t, module| {
        let object = call(t, module, "mean_of", &[int(1)])?;
        method(t, &object, "__next__", &[])?;
        Ok(error(t, method(t, &object, "send", &[int(7)])))
    });
    assert_eq!(text, "StopIteration: 7.0");
}

#[test]
fn a_generator_that_has_not_begun_can_only_be_sent_none() {
    let (texts, _) = waiting(|t, module| {
        let one = call(t, module, "mean_of", &[int(1)])?;
        let other = call(t, module, "greeting", &[])?;
        let texts = [one, other.clone()].map(|o| error(t, method(t, &o, "send", &[int(1)])));
        method(t, &other, "close", &[])?;
        Ok(texts)
    });
    let cannot = "TypeError: can't send non-None value to a just-started";
    assert_eq!(
        texts,
        ["generator", "coroutine"].map(|what| format!("{cannot} {what}"))
    );
}

#[test]
fn a_generator_dropped_half_way_is_closed_first() {
    let ((), printed) = waiting(|t, module| {
        let object = call(t, module, "careful", &[])?;
        method(t, &object, "__next__", &[])?;
        drop(object);
        let never_begun = call(t, module, "careful", &[])?;
        drop(never_begun);
        Ok(())
    });
    assert_eq!(printed, "closed\n");
}

#[test]
fn a_delegate_is_shown_while_it_is_waited_for() {
    let ((), _) = waiting(|t, module| {
        let object = call(t, module, "report", &[int(1)])?;
        assert!(generator(&object).delegate().is_none());
        method(t, &object, "__next__", &[])?;
        let inner = generator(&object).delegate().expect("a delegate");
        assert_eq!(generator(&inner).state.get(), State::Suspended);
        method(t, &object, "send", &[int(3)])?;
        assert!(generator(&object).delegate().is_none());
        assert_eq!(generator(&inner).state.get(), State::Finished);
        Ok(())
    });
}

#[test]
fn closing_closes_the_delegate_first() {
    let (states, _) = waiting(|t, module| {
        let object = call(t, module, "report", &[int(1)])?;
        method(t, &object, "__next__", &[])?;
        let inner = generator(&object).delegate().expect("a delegate");
        method(t, &object, "close", &[])?;
        Ok([&object, &inner].map(|object| generator(object).state.get()))
    });
    assert_eq!(states, [State::Finished; 2]);
}

#[test]
fn a_coroutine_can_be_awaited_once() {
    let (texts, _) = waiting(|t, module| {
        let object = call(t, module, "greeting", &[])?;
        let asked = t
            .repr(&method(t, &object, "send", &[Object::none()])?)?
            .to_text();
        let ended = error(t, method(t, &object, "send", &[t.str("Ada")?]));
        let again = error(t, method(t, &object, "send", &[Object::none()]));
        Ok([asked, ended, again])
    });
    let again = "RuntimeError: cannot reuse already awaited coroutine";
    assert_eq!(texts, ["'your name?'", "StopIteration: Hello Ada", again]);
}

#[test]
fn a_coroutine_that_never_began_warns_when_it_dies() {
    let ((), printed) = waiting(|t, module| {
        drop(call(t, module, "greeting", &[])?);
        Ok(())
    });
    let warning = "sys:1: RuntimeWarning: coroutine 'greeting' was never awaited\n";
    assert_eq!(printed, warning);
}

#[test]
fn what_an_asynchronous_generator_yields_is_wrapped_and_what_it_awaits_is_not() {
    let (wrapped, _) = waiting(|t, module| {
        let object = call(t, module, "replies", &[])?;
        let mut wrapped = vec![];
        for value in [Object::none(), Object::none(), t.str("Ada")?] {
            if let Sent::Yielded(value) = generator(&object).resume(t, value)? {
                wrapped.push(AsyncValue::unwrap(&value).is_some());
            }
        }
        Ok(wrapped)
    });
    assert_eq!(wrapped, [true, false, true]);
}

#[test]
fn an_asynchronous_generator_does_one_step_at_a_time() {
    let (text, _) = waiting(|t, module| {
        let object = call(t, module, "replies", &[])?;
        let first = method(t, &object, "asend", &[Object::none()])?;
        error(t, method(t, &first, "send", &[Object::none()]));
        let second = method(t, &object, "asend", &[Object::none()])?;
        method(t, &second, "send", &[Object::none()])?;
        let third = method(t, &object, "asend", &[Object::none()])?;
        Ok(error(t, method(t, &third, "send", &[Object::none()])))
    });
    let running = "RuntimeError: anext(): asynchronous generator is already running";
    assert_eq!(text, running);
}

/// Runs a whole program; gives what it printed.
fn printed(program: &[u8]) -> String {
    match with_machine(|t| run(t, program, "__main__")) {
        Ok((_, printed)) => printed,
        Err(raised) => panic!("{raised:?}"),
    }
}

#[test]
#[cfg_attr(miri, ignore = "whole programs")]
fn an_event_loop_written_in_python_runs() {
    let program = include_bytes!("../../../programs/310/event_loop.pyc");
    let expected = include_str!("../../../programs/310/event_loop.out");
    assert_eq!(printed(program), expected);
}

#[test]
#[cfg_attr(miri, ignore = "whole programs")]
fn generators_walk_trees_parse_and_backtrack() {
    let program = include_bytes!("../../../programs/310/generator_puzzles.pyc");
    let expected = include_str!("../../../programs/310/generator_puzzles.out");
    assert_eq!(printed(program), expected);
}

#[test]
#[cfg_attr(miri, ignore = "whole programs")]
fn coroutines_sleep_gather_and_queue() {
    let program = include_bytes!("../../../programs/310/coroutines.pyc");
    let expected = include_str!("../../../programs/310/coroutines.out");
    assert_eq!(printed(program), expected);
}
