use objects::Object;
use types::{NativeCode, NativeDef, PyResult, Thread, check_count};

fn middle(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "middle", args.len(), 3, 3)?;
    let mut sorted = args.to_vec();
    for arg in args {
        if arg.as_small_int().is_none() {
            let kind = t.type_name(arg);
            return Err(t.type_error(format!("an integer is required, not '{kind}'")));
        }
    }
    sorted.sort_by_key(Object::as_small_int);
    Ok(sorted.swap_remove(1))
}

/// `middle(a, b, c)`: the integer of the three that lies between the others.
pub static MIDDLE: NativeDef = NativeDef {
    name: "middle",
    code: NativeCode::Fast(middle),
    doc: "The one between the others.",
};
