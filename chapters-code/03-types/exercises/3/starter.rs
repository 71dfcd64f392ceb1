use objects::Object;
use types::{NativeCode, NativeDef, PyResult, Thread};

fn middle(_: &Thread, _: &Object, args: &[Object]) -> PyResult {
    Ok(args[1].clone())
}

/// `middle(a, b, c)`: the integer of the three that lies between the others.
pub static MIDDLE: NativeDef = NativeDef {
    name: "middle",
    code: NativeCode::Fast(middle),
    doc: "The one between the others.",
};
