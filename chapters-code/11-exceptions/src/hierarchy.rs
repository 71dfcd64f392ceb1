//! Which exception types are there? The hierarchy, made from the table of kinds.
#![forbid(unsafe_code)]

use crate::exception::Exception;
use crate::{base, docs, fields, group, os_error, simple, syntax_error, unicode_error};
use types::{ErrorKind, Flags, InitFn, NewFn, PyResult, Thread, Type, UnaryFn, Version};

/// The type with this name, among those that are made already.
fn named(t: &Thread, name: &str) -> Option<&'static Type> {
    let kind = ErrorKind::ALL.iter().find(|kind| kind.name() == name)?;
    t.error_type(*kind)
}

/// What a type does in its own way.
#[derive(Default)]
struct Own {
    new: Option<NewFn>,
    init: Option<InitFn>,
    str: Option<UnaryFn>,
}

/// The slots that differ from the base's.
fn own_slots(kind: ErrorKind) -> Own {
    let init = |init: InitFn| Own {
        init: Some(init),
        ..Own::default()
    };
    let with_str = |init: InitFn, str: UnaryFn| Own {
        init: Some(init),
        str: Some(str),
        ..Own::default()
    };
    match kind {
        ErrorKind::StopIteration => init(simple::init_stop_iteration),
        ErrorKind::SystemExit => init(simple::init_system_exit),
        ErrorKind::NameError => init(simple::init_name_error),
        ErrorKind::AttributeError => init(simple::init_attribute_error),
        ErrorKind::ImportError => with_str(simple::init_import_error, simple::str_import_error),
        ErrorKind::SyntaxError => with_str(syntax_error::init, syntax_error::str),
        ErrorKind::UnicodeDecodeError => {
            with_str(unicode_error::init_decode, unicode_error::str_decode)
        }
        ErrorKind::UnicodeEncodeError => {
            with_str(unicode_error::init_encode, unicode_error::str_encode)
        }
        ErrorKind::UnicodeTranslateError => {
            with_str(unicode_error::init_translate, unicode_error::str_translate)
        }
        ErrorKind::KeyError => Own {
            str: Some(simple::str_key_error),
            ..Own::default()
        },
        ErrorKind::OSError => Own {
            new: Some(os_error::new),
            init: Some(os_error::init),
            str: Some(os_error::str),
        },
        ErrorKind::BaseExceptionGroup => Own {
            new: Some(group::new),
            init: Some(base::init),
            str: Some(group::str),
        },
        _ => Own::default(),
    }
}

/// Does the version have this type?
fn exists(version: Version, kind: ErrorKind) -> bool {
    let new = [ErrorKind::BaseExceptionGroup, ErrorKind::ExceptionGroup];
    version == Version::V311 || !new.contains(&kind)
}

fn make(t: &Thread, kind: ErrorKind) -> PyResult<&'static Type> {
    let base = named(t, kind.base()).unwrap_or(t.types.object);
    let class = Type::builtin(t.types.type_, kind.name(), Some(base))?;
    class.make_namespace(t.types)?;
    match (kind, t.error_type(ErrorKind::Exception)) {
        // It is what it is twice: a group, and an ordinary exception.
        (ErrorKind::ExceptionGroup, Some(exception)) => {
            let mro = [vec![base.object()], exception.mro()].concat();
            class.set_bases(vec![base.object(), exception.object()], mro);
        }
        _ => class.set_bases(vec![base.object()], base.mro()),
    }
    class.set_flags(Flags::BASE);
    class.declare::<Exception>();
    Ok(class)
}

fn fill(t: &Thread, kind: ErrorKind, class: &'static Type) -> PyResult<()> {
    let own = own_slots(kind);
    if own.new.is_some() {
        class.slots.new.set(own.new);
    }
    if own.init.is_some() {
        class.slots.init.set(own.init);
    }
    if own.str.is_some() {
        class.slots.str.set(own.str);
    }
    match kind {
        ErrorKind::BaseException => base::install(t, class)?,
        ErrorKind::ImportError => simple::install_import_error(t, class)?,
        ErrorKind::OSError => os_error::install(t, class)?,
        ErrorKind::BaseExceptionGroup => group::install(t, class)?,
        _ => (),
    }
    t.add_accessors(class, fields::of(kind))?;
    let doc = docs::doc(kind);
    if !doc.is_empty() {
        t.set_type_attribute(class, "__doc__", t.str(doc)?)?;
    }
    t.ready(class)
}

/// Makes all types, and names them among the builtins.
pub(crate) fn install(t: &Thread) -> PyResult<()> {
    for &kind in ErrorKind::ALL {
        if exists(t.version, kind) {
            let class = make(t, kind)?;
            t.set_error_type(kind, class);
            fill(t, kind, class)?;
            let name = t.intern(kind.name())?;
            t.builtins.set_name(&name, class.object().into_object())?;
        }
    }
    for alias in ["EnvironmentError", "IOError"] {
        if let Some(class) = t.error_type(ErrorKind::OSError) {
            let name = t.intern(alias)?;
            t.builtins.set_name(&name, class.object().into_object())?;
        }
    }
    Ok(())
}
