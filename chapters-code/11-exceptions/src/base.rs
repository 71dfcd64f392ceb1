//! What can every exception do? What `BaseException` gives it.
#![forbid(unsafe_code)]

use crate::exception::Exception;
use crate::raise::is_exception;
use crate::traceback::Traceback;
use objects::{Object, Slot};
use types::{
    AccessorDef, Args, Details, Dict, ErrorKind, NativeCode, NativeDef, PyResult, Thread, Type,
    Version, as_str,
};

/// `BaseException.__new__`: takes any arguments, keywords too, which `__init__` refuses.
pub(crate) fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    Exception::make(t, class, args.plain())
}

/// `BaseException.__init__`
pub(crate) fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    no_keywords(t, object, args)?;
    Exception::of(t, object)?.set_arguments(t, args.plain())
}

/// Refuses keywords, naming the class.
pub(crate) fn no_keywords(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    match args.has_keywords() {
        true => types::no_keywords(t, &t.type_name(object), args),
        false => Ok(()),
    }
}

/// `ValueError('text')`: one argument stands alone, else the tuple is shown.
pub(crate) fn repr(t: &Thread, object: &Object) -> PyResult {
    let exception = Exception::of(t, object)?;
    let mut text = strings::Builder::new();
    text.push_text(&t.type_name(object));
    match &exception.arguments()[..] {
        [one] => {
            text.push_text("(");
            text.push_str(&*t.repr(one)?)?;
            text.push_text(")");
        }
        _ => match exception.args.get() {
            Some(args) => text.push_str(&*t.repr(&args)?)?,
            None => text.push_text("()"),
        },
    }
    text.finish(t)
}

/// The only argument, or all of them.
pub(crate) fn str(t: &Thread, object: &Object) -> PyResult {
    let exception = Exception::of(t, object)?;
    match &exception.arguments()[..] {
        [] => t.empty_str(),
        [one] => Ok(t.to_str(one)?.into_object()),
        _ => match exception.args.get() {
            Some(args) => Ok(t.to_str(&args)?.into_object()),
            None => t.empty_str(),
        },
    }
}

fn or_none(slot: &Slot) -> PyResult {
    Ok(slot.get().unwrap_or(Object::none()))
}

fn deleted(t: &Thread, name: &str) -> types::Raised {
    t.type_error(format!("{name} may not be deleted"))
}

fn set_args(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let value = value.ok_or_else(|| deleted(t, "args"))?;
    let items = t.collect(value)?;
    Exception::of(t, object)?.set_arguments(t, &items)
}

/// Sets `__traceback__`, for `with_traceback` too.
fn set_traceback(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let value = value.ok_or_else(|| deleted(t, "__traceback__"))?;
    if !value.is_none() && value.downcast::<Traceback>().is_none() {
        return Err(t.type_error("__traceback__ must be a traceback or None"));
    }
    let value = (!value.is_none()).then(|| value.clone());
    drop(Exception::of(t, object)?.traceback.replace(value));
    Ok(())
}

/// An exception or `None`, for `__context__` and `__cause__`.
fn linked(t: &Thread, value: Option<&Object>, name: &str, what: &str) -> PyResult<Option<Object>> {
    let value = value.ok_or_else(|| deleted(t, name))?;
    if !value.is_none() && !is_exception(value) {
        let message = format!("exception {what} must be None or derive from BaseException");
        return Err(t.type_error(message));
    }
    Ok((!value.is_none()).then(|| value.clone()))
}

fn set_context(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let value = linked(t, value, "__context__", "context")?;
    drop(Exception::of(t, object)?.context.replace(value));
    Ok(())
}

fn set_cause(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let value = linked(t, value, "__cause__", "cause")?;
    let exception = Exception::of(t, object)?;
    exception.suppress_context.set(true);
    drop(exception.cause.replace(value));
    Ok(())
}

fn set_suppress_context(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let value = value.ok_or_else(|| t.type_error("can't delete numeric/char attribute"))?;
    let value = value.as_bool();
    let value = value.ok_or_else(|| t.type_error("attribute value type must be bool"))?;
    Exception::of(t, object)?.suppress_context.set(value);
    Ok(())
}

fn dict(t: &Thread, object: &Object) -> PyResult {
    let exception = Exception::of(t, object)?;
    if let Some(dict) = exception.dict.get() {
        return Ok(dict);
    }
    let dict = Dict::new(t.types.dict)?.into_object();
    exception.dict.set(dict.clone());
    Ok(dict)
}

fn set_dict(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let value = value.ok_or_else(|| t.type_error("cannot delete __dict__"))?;
    if value.downcast::<Dict>().is_none() {
        let kind = t.type_name(value);
        let message = format!("__dict__ must be set to a dictionary, not a '{kind}'");
        return Err(t.type_error(message));
    }
    Exception::of(t, object)?.dict.set(value.clone());
    Ok(())
}

pub(crate) static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::settable(
        "__suppress_context__",
        |t, object| {
            Ok(Object::bool(
                Exception::of(t, object)?.suppress_context.get(),
            ))
        },
        set_suppress_context,
    ),
    AccessorDef::settable("__dict__", dict, set_dict),
    AccessorDef::settable(
        "args",
        |t, object| or_none(&Exception::of(t, object)?.args),
        set_args,
    ),
    AccessorDef::settable(
        "__traceback__",
        |t, object| or_none(&Exception::of(t, object)?.traceback),
        set_traceback,
    ),
    AccessorDef {
        name: "__context__",
        get: |t, object| or_none(&Exception::of(t, object)?.context),
        set: Some(set_context),
        doc: "exception context",
    },
    AccessorDef {
        name: "__cause__",
        get: |t, object| or_none(&Exception::of(t, object)?.cause),
        set: Some(set_cause),
        doc: "exception cause",
    },
];

pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "__reduce__",
        code: NativeCode::NoArgs(reduce),
        doc: "",
    },
    NativeDef {
        name: "__setstate__",
        code: NativeCode::One(set_state),
        doc: "",
    },
    NativeDef {
        name: "with_traceback",
        code: NativeCode::One(with_traceback),
        doc: "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.",
    },
];

/// New in 3.11 (PEP 678).
pub(crate) static METHODS_311: &[NativeDef] = &[NativeDef {
    name: "add_note",
    code: NativeCode::One(add_note),
    doc: "Exception.add_note(note) --\n    add a note to the exception",
}];

/// How the exception is made again: `(class, args)`, with `__dict__` if there is one.
fn reduce(t: &Thread, object: &Object) -> PyResult {
    let exception = Exception::of(t, object)?;
    let class = t.type_of(object).object().into_object();
    let args = or_none(&exception.args)?;
    let mut parts = vec![class, args];
    parts.extend(exception.dict.get());
    t.tuple(parts)
}

fn set_state(t: &Thread, object: &Object, state: &Object) -> PyResult {
    if state.is_none() {
        return Ok(Object::none());
    }
    let Some(dict) = state.downcast::<Dict>() else {
        return Err(t.type_error("state is not a dictionary"));
    };
    let mut place = 0;
    while let Some((name, value)) = dict.table.next(&mut place) {
        let name = match as_str(&name) {
            Some(name) => t.intern_str(&name.object())?,
            None => {
                let kind = t.type_name(&name);
                let message = format!("attribute name must be string, not '{kind}'");
                return Err(t.type_error(message));
            }
        };
        t.set_attribute(object, &name, Some(&value))?;
    }
    Ok(Object::none())
}

fn with_traceback(t: &Thread, object: &Object, traceback: &Object) -> PyResult {
    set_traceback(t, object, Some(traceback))?;
    Ok(object.clone())
}

fn add_note(t: &Thread, object: &Object, note: &Object) -> PyResult {
    if as_str(note).is_none() {
        let kind = t.type_name(note);
        return Err(t.type_error(format!("note must be a str, not '{kind}'")));
    }
    let notes = match t.find_attribute(object, &t.names.notes)? {
        Some(notes) => notes,
        None => {
            let notes = t.list_of(vec![])?;
            t.set_attribute(object, &t.names.notes, Some(&notes))?;
            notes
        }
    };
    match notes.downcast::<types::List>() {
        Some(notes) => notes.push(note.clone())?,
        None => return Err(t.type_error("Cannot add note: __notes__ is not a list")),
    }
    Ok(Object::none())
}

/// Fills in `BaseException`.
pub(crate) fn install(t: &Thread, class: &'static Type) -> PyResult<()> {
    class.slots.new.set(Some(new));
    class.slots.init.set(Some(init));
    class.slots.repr.set(Some(repr));
    class.slots.str.set(Some(str));
    class.slots.dict_place.set(Some(|object| {
        object.downcast::<Exception>().map(|e| &e.dict)
    }));
    t.add_accessors(class, ACCESSORS)?;
    t.add_methods(class, METHODS)?;
    match t.version {
        Version::V310 => Ok(()),
        Version::V311 => t.add_methods(class, METHODS_311),
    }
}

/// An `AttributeError` with a bare message, as some fields raise it.
pub(crate) fn attribute_error(t: &Thread, message: &'static str) -> types::Raised {
    t.raise(ErrorKind::AttributeError, Details::Message(message.into()))
}
