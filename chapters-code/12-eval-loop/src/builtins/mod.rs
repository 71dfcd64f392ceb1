//! The builtin functions.

use objects::Object;
use types::{NativeCode, NativeDef, PyResult, Thread, Type};

/// `isinstance(object, class)` for a single class.
pub fn is_instance(t: &Thread, object: &Object, class: &Object) -> PyResult<bool> {
    Ok(class
        .downcast::<Type>()
        .is_some_and(|class| t.is_instance_of(object, class)))
}

/// `isinstance` without the hooks of metaclasses (`object_isinstance`).
pub fn is_plain_instance(t: &Thread, object: &Object, class: &Object) -> PyResult<bool> {
    is_instance(t, object, class)
}

/// `issubclass` without the hooks of metaclasses (`recursive_issubclass`).
pub fn is_plain_subclass(t: &Thread, kind: &Object, class: &Object) -> PyResult<bool> {
    match (kind.downcast::<Type>(), class.downcast::<Type>()) {
        (Some(kind), Some(class)) => Ok(kind.is_subtype(class)),
        _ => Err(t.type_error("issubclass() arg 1 must be a class")),
    }
}

static DEFS: &[NativeDef] = &[NativeDef {
    name: "print",
    code: NativeCode::Fast(|t, _, args| {
        let mut line = String::new();
        for (place, arg) in args.iter().enumerate() {
            if place > 0 {
                line.push(' ');
            }
            line.push_str(&t.to_str(arg)?.to_text());
        }
        line.push('\n');
        let _ = t.host.write_stdout(line.as_bytes());
        Ok(Object::none())
    }),
    doc: "",
}];

/// Fills the namespace of `builtins`.
pub fn install(t: &Thread) -> PyResult<()> {
    t.add_builtins(DEFS)
}
