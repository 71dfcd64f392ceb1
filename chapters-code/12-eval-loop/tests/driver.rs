//! A driver can be made from a table with other rows in front.

#[path = "../examples/machine/mod.rs"]
mod machine;

use eval_loop::handlers::operators;
use eval_loop::{Flow, Regs};
use frames::{Evaluator, Evaluators};
use objects::Object;
use std::cell::Cell;
use types::Thread;

thread_local! {
    static MET: Cell<u32> = const { Cell::new(0) };
}

/// Counts, changes the registers, and says that it cannot.
unsafe fn counted(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    MET.set(MET.get() + 1);
    // SAFETY: two operands lie on top; the registers are put back.
    unsafe { r.sp = r.place(1) };
    Flow::Miss
}

/// Gives two values back where one is expected, and pushes seven.
unsafe fn seven(r: &mut Regs, _: &Thread, _: u32) -> Flow {
    // SAFETY: the verifier sees BINARY_SUBTRACT, so two values lie on top.
    unsafe {
        let (b, a) = (r.pop_word(), r.pop_word());
        r.push(Object::int32(7));
        Flow::Drop2(b, a)
    }
}

unsafe fn lost(_: &mut Regs, _: &Thread, _: u32) -> Flow {
    Flow::Miss
}

mod driver {
    use eval_loop::handlers::*;

    eval_loop::table_310! {
        eval_loop::driver { handle: eval_loop::unwind::handle, extended: [144] }
        23 BINARY_ADD super::counted else super::operators::binary_add,
        24 BINARY_SUBTRACT super::seven,
        20 BINARY_MULTIPLY super::lost,
    }
}

const ARGUMENTS: [Object; 2] = [Object::int32(40), Object::int32(2)];

/// What `a OP b` is to the driver above.
fn result(operation: u8) -> Result<String, String> {
    let (result, _) = machine::with_machine(|t| {
        t.extension::<Evaluators>().v310.set(Some(Evaluator {
            run: driver::run,
            wants_cache: |_| false,
        }));
        let code = [124, 0, 124, 1, operation, 0, 83, 0];
        let function = machine::function(t, &code, (&[], &[], &["a", "b"]), (2, 2))?;
        Ok(match t.call(function.as_object(), &ARGUMENTS) {
            Ok(value) => Ok(t.repr(&value)?.to_text()),
            Err(raised) => {
                let exception = raised.into_exception(t);
                Err(t.to_str(&exception)?.to_text())
            }
        })
    })
    .unwrap_or_else(|_| panic!("the machine does not start"));
    result
}

#[test]
fn a_miss_starts_the_generic_handler_from_the_registers_as_they_were() {
    let before = MET.get();
    assert_eq!(result(23), Ok("42".into()));
    assert_eq!(MET.get(), before + 1);
}

#[test]
fn the_row_in_front_counts_and_drops_what_it_gives_back() {
    assert_eq!(result(24), Ok("7".into()));
}

#[test]
fn a_miss_with_nobody_behind_it_is_an_error() {
    let message = "an instruction has no generic form";
    assert_eq!(result(20), Err(message.into()));
}
