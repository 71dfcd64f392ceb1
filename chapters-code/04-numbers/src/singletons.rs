//! What can `True`, `None`, `...` and `NotImplemented` do? They are words; this is the
//! behaviour of their types.

use crate::int_arithmetic;
use objects::Object;
use types::NativeCode::NoArgs;
use types::{Args, BinaryFn, BinaryOp, NativeDef, PyResult, Thread, Type};
use types::{check_count, no_keywords};

fn new_bool(t: &Thread, _class: &Type, args: Args<'_>) -> PyResult {
    no_keywords(t, "bool", args)?;
    check_count(t, "bool", args.plain().len(), 0, 1)?;
    let value = args
        .plain()
        .first()
        .map_or(Ok(false), |object| t.is_true(object))?;
    Ok(Object::bool(value))
}

/// Two truth values combine to a truth value; with any other integer it is arithmetic.
fn logical(
    t: &Thread,
    a: &Object,
    b: &Object,
    combine: fn(bool, bool) -> bool,
    arithmetic: BinaryFn,
) -> PyResult {
    match (a.as_bool(), b.as_bool()) {
        (Some(a), Some(b)) => Ok(Object::bool(combine(a, b))),
        _ => arithmetic(t, a, b),
    }
}

const DOC: &str = "bool(x) -> bool\n\n\
     Returns True when the argument x is true, False otherwise.\n\
     The builtins True and False are the only two instances of the class bool.\n\
     The class bool is a subclass of the class int, and cannot be subclassed.";

fn install_bool(t: &Thread) -> PyResult<()> {
    let kind = t.types.bool;
    kind.set_flags(types::Flags::MATCH_SELF);
    let slots = &kind.slots;
    slots.new.set(Some(new_bool));
    slots.repr.set(Some(|t, object| {
        t.str(if object.as_bool() == Some(true) {
            "True"
        } else {
            "False"
        })
    }));
    let set = |op: BinaryOp, function: BinaryFn| slots.binary[op as usize].set(Some(function));
    set(BinaryOp::And, |t, a, b| {
        logical(t, a, b, |a, b| a & b, int_arithmetic::and)
    });
    set(BinaryOp::Or, |t, a, b| {
        logical(t, a, b, |a, b| a | b, int_arithmetic::or)
    });
    set(BinaryOp::Xor, |t, a, b| {
        logical(t, a, b, |a, b| a ^ b, int_arithmetic::xor)
    });
    t.set_type_attribute(kind, "__doc__", t.str(DOC)?)?;
    t.ready(kind)
}

/// `NoneType()` and the like give back the one object that there is.
fn only(t: &Thread, args: Args<'_>, name: &str, object: Object) -> PyResult {
    if !args.values().is_empty() {
        return Err(t.type_error(format!("{name} takes no arguments")));
    }
    Ok(object)
}

fn install_none(t: &Thread) -> PyResult<()> {
    let kind = t.types.none;
    kind.slots
        .new
        .set(Some(|t, _, args| only(t, args, "NoneType", Object::none())));
    kind.slots.repr.set(Some(|t, _| t.str("None")));
    kind.slots.bool.set(Some(|_, _| Ok(false)));
    t.ready(kind)
}

fn install_ellipsis(t: &Thread) -> PyResult<()> {
    static METHODS: &[NativeDef] = &[NativeDef {
        name: "__reduce__",
        code: NoArgs(|t, _| t.str("Ellipsis")),
        doc: "",
    }];
    let kind = t.types.ellipsis;
    kind.slots.new.set(Some(|t, _, args| {
        only(t, args, "EllipsisType", Object::ellipsis())
    }));
    kind.slots.repr.set(Some(|t, _| t.str("Ellipsis")));
    t.add_methods(kind, METHODS)?;
    t.ready(kind)
}

fn install_not_implemented(t: &Thread) -> PyResult<()> {
    static METHODS: &[NativeDef] = &[NativeDef {
        name: "__reduce__",
        code: NoArgs(|t, _| t.str("NotImplemented")),
        doc: "",
    }];
    let kind = t.types.not_implemented;
    kind.slots.new.set(Some(|t, _, args| {
        only(t, args, "NotImplementedType", Object::not_implemented())
    }));
    kind.slots.repr.set(Some(|t, _| t.str("NotImplemented")));
    // True, with a warning once there are warnings.
    kind.slots.bool.set(Some(|_, _| Ok(true)));
    t.add_methods(kind, METHODS)?;
    t.ready(kind)
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    install_bool(t)?;
    install_none(t)?;
    install_ellipsis(t)?;
    install_not_implemented(t)
}
