//! Which exception types are there? The hierarchy, made from the table of kinds.

use crate::exception::{Exception, install_base};
use objects::Object;
use types::{ErrorKind, Flags, PyResult, Thread, Type};

/// The type of a kind, found by the name of its base.
fn base_of(t: &Thread, kind: ErrorKind) -> &'static Type {
    let base = ErrorKind::ALL
        .iter()
        .find(|base| base.name() == kind.base());
    base.and_then(|&base| t.error_type(base))
        .unwrap_or(t.types.object)
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    for &kind in ErrorKind::ALL {
        let base = base_of(t, kind);
        let class = Type::builtin(t.types.type_, kind.name(), Some(base))?;
        class.set_namespace(types::Dict::new(t.types.dict)?);
        class.set_bases(vec![base.object()], base.mro());
        class.set_flags(Flags::BASE);
        class.declare::<Exception>();
        if kind == ErrorKind::BaseException {
            install_base(class);
            class.slots.repr.set(Some(repr));
            class.slots.str.set(Some(str));
        }
        t.set_error_type(kind, class);
        t.ready(class)?;
        t.builtins
            .set_name(&t.intern(kind.name())?, class.object().into_object())?;
    }
    for (alias, kind) in [
        ("EnvironmentError", ErrorKind::OSError),
        ("IOError", ErrorKind::OSError),
    ] {
        if let Some(class) = t.error_type(kind) {
            t.builtins
                .set_name(&t.intern(alias)?, class.object().into_object())?;
        }
    }
    Ok(())
}

fn exception<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Exception> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("an exception was expected"))
}

fn repr(t: &Thread, object: &Object) -> PyResult {
    let name = t.type_name(object);
    let arguments = exception(t, object)?.arguments();
    let inside = match &arguments[..] {
        [one] => format!("({})", t.repr(one)?.to_text()),
        _ => match exception(t, object)?.args.get() {
            Some(args) => t.repr(&args)?.to_text(),
            None => "()".to_owned(),
        },
    };
    t.str(&format!("{name}{inside}"))
}

fn str(t: &Thread, object: &Object) -> PyResult {
    match &exception(t, object)?.arguments()[..] {
        [] => t.empty_str(),
        [one] => Ok(t.to_str(one)?.into_object()),
        _ => match exception(t, object)?.args.get() {
            Some(args) => Ok(t.to_str(&args)?.into_object()),
            None => t.empty_str(),
        },
    }
}
