//! Which fields do the types have beside those of every exception? One table for each.
#![forbid(unsafe_code)]

use crate::exception::Exception;
use objects::Object;
use types::{AccessorDef, ErrorKind, PyResult, Thread};

/// A field that holds any object; empty it reads as `None` (CPython's `T_OBJECT`).
const fn object<const PLACE: usize>(name: &'static str, doc: &'static str) -> AccessorDef {
    AccessorDef {
        name,
        get: get::<PLACE>,
        set: Some(set::<PLACE>),
        doc,
    }
}

/// A field that only native code sets.
const fn fixed<const PLACE: usize>(name: &'static str, doc: &'static str) -> AccessorDef {
    AccessorDef {
        name,
        get: get::<PLACE>,
        set: Some(|t, _, _| Err(crate::base::attribute_error(t, "readonly attribute"))),
        doc,
    }
}

/// A field that holds an integer (`T_PYSSIZET`).
const fn number<const PLACE: usize>(name: &'static str, doc: &'static str) -> AccessorDef {
    AccessorDef {
        name,
        get: get::<PLACE>,
        set: Some(set_number::<PLACE>),
        doc,
    }
}

fn get<const PLACE: usize>(t: &Thread, object: &Object) -> PyResult {
    let field = Exception::of(t, object)?.fields[PLACE].get();
    Ok(field.unwrap_or(Object::none()))
}

fn set<const PLACE: usize>(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    drop(Exception::of(t, object)?.fields[PLACE].replace(value.cloned()));
    Ok(())
}

fn set_number<const PLACE: usize>(
    t: &Thread,
    object: &Object,
    value: Option<&Object>,
) -> PyResult<()> {
    let value = value.ok_or_else(|| t.type_error("can't delete numeric/char attribute"))?;
    if !t.is_instance_of(value, t.types.int) {
        return Err(t.type_error("an integer is required"));
    }
    set::<PLACE>(t, object, Some(value))
}

/// `StopIteration`
pub(crate) const VALUE: usize = 0;
static STOP_ITERATION: &[AccessorDef] = &[object::<VALUE>("value", "generator return value")];

/// `SystemExit`
pub(crate) const CODE: usize = 0;
static SYSTEM_EXIT: &[AccessorDef] = &[object::<CODE>("code", "exception code")];

/// `ImportError`
pub(crate) mod import {
    pub(crate) const MSG: usize = 0;
    pub(crate) const NAME: usize = 1;
    pub(crate) const PATH: usize = 2;
}
static IMPORT_ERROR: &[AccessorDef] = &[
    object::<{ import::MSG }>("msg", "exception message"),
    object::<{ import::NAME }>("name", "module name"),
    object::<{ import::PATH }>("path", "module path"),
];

/// `NameError` and `AttributeError`
pub(crate) const NAME: usize = 0;
/// `AttributeError`
pub(crate) const OBJ: usize = 1;
static NAME_ERROR: &[AccessorDef] = &[object::<NAME>("name", "name")];
static ATTRIBUTE_ERROR: &[AccessorDef] = &[
    object::<NAME>("name", "attribute name"),
    object::<OBJ>("obj", "object"),
];

/// `OSError`
pub(crate) mod os {
    pub(crate) const ERRNO: usize = 0;
    pub(crate) const STRERROR: usize = 1;
    pub(crate) const FILENAME: usize = 2;
    pub(crate) const FILENAME2: usize = 3;
    /// `characters_written`, which `BlockingIOError` gets.
    pub(crate) const WRITTEN: usize = 4;
}
static OS_ERROR: &[AccessorDef] = &[
    object::<{ os::ERRNO }>("errno", "POSIX exception code"),
    object::<{ os::STRERROR }>("strerror", "exception strerror"),
    object::<{ os::FILENAME }>("filename", "exception filename"),
    object::<{ os::FILENAME2 }>("filename2", "second exception filename"),
    AccessorDef::settable(
        "characters_written",
        crate::os_error::characters_written,
        crate::os_error::set_characters_written,
    ),
];

/// `SyntaxError`
pub(crate) mod syntax {
    pub(crate) const MSG: usize = 0;
    pub(crate) const FILENAME: usize = 1;
    pub(crate) const LINENO: usize = 2;
    pub(crate) const OFFSET: usize = 3;
    pub(crate) const TEXT: usize = 4;
    pub(crate) const END_LINENO: usize = 5;
    pub(crate) const END_OFFSET: usize = 6;
    pub(crate) const PRINT_FILE_AND_LINE: usize = 7;
}
static SYNTAX_ERROR: &[AccessorDef] = &[
    object::<{ syntax::MSG }>("msg", "exception msg"),
    object::<{ syntax::FILENAME }>("filename", "exception filename"),
    object::<{ syntax::LINENO }>("lineno", "exception lineno"),
    object::<{ syntax::OFFSET }>("offset", "exception offset"),
    object::<{ syntax::TEXT }>("text", "exception text"),
    object::<{ syntax::END_LINENO }>("end_lineno", "exception end lineno"),
    object::<{ syntax::END_OFFSET }>("end_offset", "exception end offset"),
    object::<{ syntax::PRINT_FILE_AND_LINE }>(
        "print_file_and_line",
        "exception print_file_and_line",
    ),
];

/// `UnicodeDecodeError`, `UnicodeEncodeError`, `UnicodeTranslateError`
pub(crate) mod unicode {
    pub(crate) const ENCODING: usize = 0;
    pub(crate) const OBJECT: usize = 1;
    pub(crate) const START: usize = 2;
    pub(crate) const END: usize = 3;
    pub(crate) const REASON: usize = 4;
}
static UNICODE_ERROR: &[AccessorDef] = &[
    object::<{ unicode::ENCODING }>("encoding", "exception encoding"),
    object::<{ unicode::OBJECT }>("object", "exception object"),
    number::<{ unicode::START }>("start", "exception start"),
    number::<{ unicode::END }>("end", "exception end"),
    object::<{ unicode::REASON }>("reason", "exception reason"),
];

/// `BaseExceptionGroup`
pub(crate) mod group {
    pub(crate) const MESSAGE: usize = 0;
    pub(crate) const EXCEPTIONS: usize = 1;
}
static EXCEPTION_GROUP: &[AccessorDef] = &[
    fixed::<{ group::MESSAGE }>("message", "exception message"),
    fixed::<{ group::EXCEPTIONS }>("exceptions", "nested exceptions"),
];

/// The fields that a type adds to those of its base.
pub(crate) fn of(kind: ErrorKind) -> &'static [AccessorDef] {
    match kind {
        ErrorKind::StopIteration => STOP_ITERATION,
        ErrorKind::SystemExit => SYSTEM_EXIT,
        ErrorKind::ImportError => IMPORT_ERROR,
        ErrorKind::NameError => NAME_ERROR,
        ErrorKind::AttributeError => ATTRIBUTE_ERROR,
        ErrorKind::OSError => OS_ERROR,
        ErrorKind::SyntaxError => SYNTAX_ERROR,
        ErrorKind::UnicodeDecodeError
        | ErrorKind::UnicodeEncodeError
        | ErrorKind::UnicodeTranslateError => UNICODE_ERROR,
        ErrorKind::BaseExceptionGroup => EXCEPTION_GROUP,
        _ => &[],
    }
}
