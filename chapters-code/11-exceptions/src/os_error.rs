//! What does an error of the operating system hold? Its number, which also decides its
//! type, and the files it is about.
#![forbid(unsafe_code)]

use crate::base;
use crate::exception::Exception;
use crate::fields::os;
use numbers::Integer;
use objects::Object;
use types::{Args, ErrorKind, InitFn, NativeCode, NativeDef, NewFn, PyResult, Thread, Type};

/// The types that `OSError(number, …)` makes, by the number (Linux has these).
const BY_NUMBER: [(i64, ErrorKind); 18] = [
    (1, ErrorKind::PermissionError),
    (2, ErrorKind::FileNotFoundError),
    (3, ErrorKind::ProcessLookupError),
    (4, ErrorKind::InterruptedError),
    (10, ErrorKind::ChildProcessError),
    (11, ErrorKind::BlockingIOError),
    (13, ErrorKind::PermissionError),
    (17, ErrorKind::FileExistsError),
    (20, ErrorKind::NotADirectoryError),
    (21, ErrorKind::IsADirectoryError),
    (32, ErrorKind::BrokenPipeError),
    (103, ErrorKind::ConnectionAbortedError),
    (104, ErrorKind::ConnectionResetError),
    (108, ErrorKind::BrokenPipeError),
    (110, ErrorKind::TimeoutError),
    (111, ErrorKind::ConnectionRefusedError),
    (114, ErrorKind::BlockingIOError),
    (115, ErrorKind::BlockingIOError),
];

/// The type for an error number.
pub fn type_by_number(number: i64) -> Option<ErrorKind> {
    let mut rows = BY_NUMBER.iter();
    rows.find(|(own, _)| *own == number).map(|(_, kind)| *kind)
}

/// A class that overrides `__init__` but not `__new__` gets its fields from `__init__`; any
/// other class from `__new__`, so that its type can follow from the number
/// (`oserror_use_init`).
fn set_up_by_init(class: &Type) -> bool {
    let own_init = class.slots.init.get();
    let own_init = own_init.is_none_or(|slot| !std::ptr::fn_addr_eq(slot, init as InitFn));
    let own_new = class.slots.new.get();
    let own_new = own_new.is_none_or(|slot| !std::ptr::fn_addr_eq(slot, new as NewFn));
    own_init && !own_new
}

/// `OSError.__new__`
pub(crate) fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    if set_up_by_init(class) {
        return Exception::make(t, class, &[]);
    }
    types::no_keywords(t, &class.name(), args)?;
    let mut class = class.object();
    if let Some(exact) = t.error_type(ErrorKind::OSError)
        && class.is(exact)
        && let [number, _, ..] = args.plain()
        && args.plain().len() <= 5
        && let Some(number) = Integer::of(number).and_then(|number| number.to_i64())
        && let Some(kind) = type_by_number(number)
        && let Some(subtype) = t.error_type(kind)
    {
        class = subtype.object();
    }
    let object = Exception::make(t, &class, &[])?;
    set_up(t, &object, args.plain())?;
    Ok(object)
}

/// `OSError.__init__`
pub(crate) fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    if !set_up_by_init(t.type_of(object)) {
        return Ok(());
    }
    base::no_keywords(t, object, args)?;
    set_up(t, object, args.plain())
}

/// Sorts the arguments into fields (`oserror_parse_args`, `oserror_init`).
fn set_up(t: &Thread, object: &Object, args: &[Object]) -> PyResult<()> {
    let exception = Exception::of(t, object)?;
    let mut kept = args;
    if (2..=5).contains(&args.len()) {
        let set = |place: usize, at: usize| {
            drop(exception.fields[place].replace(args.get(at).cloned()));
        };
        set(os::ERRNO, 0);
        set(os::STRERROR, 1);
        let filename = args.get(2).filter(|name| !name.is_none());
        let blocking = t.error_type(ErrorKind::BlockingIOError);
        let blocking = blocking.is_some_and(|class| t.is_exact(object, class));
        match filename {
            Some(count) if blocking && t.type_of(count).slots.index.get().is_some() => {
                // `BlockingIOError(errno, strerror, characters_written)`
                t.index_or(count, ErrorKind::ValueError)?;
                exception.fields[os::WRITTEN].set(t.index(count)?);
            }
            Some(_) => {
                set(os::FILENAME, 2);
                if args.get(4).is_some_and(|name| !name.is_none()) {
                    set(os::FILENAME2, 4);
                }
                kept = &args[..2];
            }
            None => (),
        }
    }
    exception.set_arguments(t, kept)
}

/// `[Errno 2] No such file or directory: 'name'`
pub(crate) fn str(t: &Thread, object: &Object) -> PyResult {
    let exception = Exception::of(t, object)?;
    let field = |place: usize| exception.fields[place].get();
    let (Some(number), Some(text)) = (field(os::ERRNO), field(os::STRERROR)) else {
        return base::str(t, object);
    };
    let mut out = strings::Builder::new();
    out.push_text("[Errno ");
    out.push_str(&*t.to_str(&number)?)?;
    out.push_text("] ");
    out.push_str(&*t.to_str(&text)?)?;
    if let Some(name) = field(os::FILENAME) {
        out.push_text(": ");
        out.push_str(&*t.repr(&name)?)?;
        if let Some(second) = field(os::FILENAME2) {
            out.push_text(" -> ");
            out.push_str(&*t.repr(&second)?)?;
        }
    }
    out.finish(t)
}

pub(crate) fn characters_written(t: &Thread, object: &Object) -> PyResult {
    let written = Exception::of(t, object)?.fields[os::WRITTEN].get();
    written.ok_or_else(|| base::attribute_error(t, "characters_written"))
}

pub(crate) fn set_characters_written(
    t: &Thread,
    object: &Object,
    value: Option<&Object>,
) -> PyResult<()> {
    let place = &Exception::of(t, object)?.fields[os::WRITTEN];
    match value {
        Some(value) => {
            t.index_or(value, ErrorKind::ValueError)?;
            place.set(t.index(value)?);
            Ok(())
        }
        None => match place.take() {
            Some(_) => Ok(()),
            None => Err(base::attribute_error(t, "characters_written")),
        },
    }
}

/// The file names go back among the arguments.
fn reduce(t: &Thread, object: &Object) -> PyResult {
    let exception = Exception::of(t, object)?;
    let mut args = exception.arguments();
    if let ([_, _], Some(name)) = (&args[..], exception.fields[os::FILENAME].get()) {
        args.push(name);
        if let Some(second) = exception.fields[os::FILENAME2].get() {
            args.extend([Object::none(), second]);
        }
    }
    let class = t.type_of(object).object().into_object();
    let mut parts = vec![class, t.tuple(args)?];
    parts.extend(exception.dict.get());
    t.tuple(parts)
}

static METHODS: &[NativeDef] = &[NativeDef {
    name: "__reduce__",
    code: NativeCode::NoArgs(reduce),
    doc: "",
}];

pub(crate) fn install(t: &Thread, class: &'static Type) -> PyResult<()> {
    t.add_methods(class, METHODS)
}
