//! The real binder, asked what it does: `cargo run -p frames --example binding`.
//!
//! The evaluator is a hook (PEP 523). Here it runs nothing: it shows the locals of each
//! frame that it is given, and returns `None`.

mod machine;

use frames::{Evaluator, Evaluators, Frame, end_frame, frame_names};
use objects::Object;
use types::{Args, PyResult, Raised, Thread};

const PROGRAM: &[u8] = include_bytes!("../../../programs/310/parameters.pyc");

unsafe fn show_locals(t: &Thread, frame: *mut Frame, _: Option<Raised>) -> PyResult {
    // SAFETY: the frame is complete; see `frames::RunFn`.
    unsafe {
        let code = (*frame).executable().code();
        let mut shown = Vec::new();
        for (place, name) in frame_names(code).enumerate() {
            let word = (*frame).locals().add(place).read();
            if word != 0 {
                let value = t.repr(Object::borrow_word(&raw const word))?;
                shown.push(format!("{name}={}", value.to_text()));
            }
        }
        println!("{}", shown.join("  "));
        end_frame(t, frame);
    }
    Ok(Object::none())
}

fn main() -> PyResult<()> {
    machine::with_machine(|t| {
        let evaluators = t.extension::<Evaluators>();
        evaluators.v310.set(Some(Evaluator {
            run: show_locals,
            wants_cache: |_| false,
        }));
        // def everything(a, b=2, /, c=3, *rest, d, e=5, **others)
        let function = machine::function(t, PROGRAM, &["everything"])?;
        let int = Object::int32;
        function
            .defaults
            .set(containers::tuple(t, vec![int(2), int(3)])?);
        let keyword_only = containers::dict(t)?;
        keyword_only.set_name(&t.intern("e")?, int(5))?;
        function.keyword_defaults.set(keyword_only.into_object());

        let call = |values: &[i32], names: &[&str]| -> PyResult<()> {
            let values: Vec<Object> = values.iter().map(|&value| int(value)).collect();
            let names: Vec<Object> = names
                .iter()
                .map(|name| Ok(t.intern(name)?.object().clone()))
                .collect::<PyResult<_>>()?;
            let args = Args::new(&values, &names)
                .ok_or_else(|| t.value_error("more names than values"))?;
            if let Err(raised) = t.call_with(function.as_object(), args) {
                println!("{}", machine::message(raised));
            }
            Ok(())
        };
        call(&[1, 4], &["d"])?;
        call(&[1, 2, 3, 4, 5, 6, 7], &["d", "f"])?;
        call(&[1, 2, 9], &["d", "b"])?;
        call(&[1], &[])?;
        call(&[], &[])
    })
}
