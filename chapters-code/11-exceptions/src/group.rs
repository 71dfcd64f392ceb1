//! What is a group of exceptions? Several that were raised together, under one message
//! (3.11, PEP 654).
#![forbid(unsafe_code)]

use crate::base;
use crate::exception::Exception;
use crate::fields::group;
use crate::raise::{is_exception, is_of};
use crate::split::{self, Matcher};
use objects::Object;
use types::{
    Args, Dict, ErrorKind, Flags, NativeCode, NativeDef, PyResult, Thread, Tuple, Type, as_str,
    check_count,
};

/// Is the object a group of exceptions?
pub fn is_group(t: &Thread, object: &Object) -> bool {
    is_of(t, object, ErrorKind::BaseExceptionGroup)
}

/// The exceptions of a group.
pub(crate) fn members(t: &Thread, object: &Object) -> PyResult<Vec<Object>> {
    let members = Exception::of(t, object)?.fields[group::EXCEPTIONS].get();
    let members = members.as_ref().and_then(Object::downcast::<Tuple>);
    Ok(members.map_or(vec![], |members| members.items().to_vec()))
}

/// The items of a sequence (`PySequence_Check`, `PySequence_Tuple`).
fn sequence(t: &Thread, object: &Object) -> PyResult<Vec<Object>> {
    let kind = t.type_of(object);
    let slots = &kind.slots;
    let by_number = slots.item.get().is_some();
    let by_class = kind.has(Flags::HEAP) && slots.subscript.get().is_some();
    if object.downcast::<Dict>().is_some() || !(by_number || by_class) {
        return Err(t.type_error("second argument (exceptions) must be a sequence"));
    }
    t.collect(object)
}

/// `BaseExceptionGroup.__new__`: of nothing but ordinary exceptions it makes an
/// `ExceptionGroup`.
pub(crate) fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    const NAME: &str = "BaseExceptionGroup.__new__()";
    let [message, exceptions] = args.plain() else {
        let given = args.plain().len();
        let message = format!("{NAME} takes exactly 2 arguments ({given} given)");
        return Err(t.type_error(message));
    };
    if as_str(message).is_none() {
        let kind = t.type_name(message);
        let message = format!("{NAME} argument 1 must be str, not {kind}");
        return Err(t.type_error(message));
    }
    let members = sequence(t, exceptions)?;
    if members.is_empty() {
        let message = "second argument (exceptions) must be a non-empty sequence";
        return Err(t.value_error(message));
    }
    if let Some(at) = members.iter().position(|member| !is_exception(member)) {
        return Err(t.value_error(format!(
            "Item {at} of second argument (exceptions) is not an exception"
        )));
    }
    let ordinary = |member: &Object| is_of(t, member, ErrorKind::Exception);
    let class = class_of_group(t, class, members.iter().all(ordinary))?;
    let object = Exception::make(t, class, args.plain())?;
    let exception = Exception::of(t, &object)?;
    exception.fields[group::MESSAGE].set(message.clone());
    exception.fields[group::EXCEPTIONS].set(t.tuple(members)?);
    Ok(object)
}

/// The class of a group: `ExceptionGroup` is an ordinary exception, and can hold no other.
fn class_of_group<'a>(t: &Thread, class: &'a Type, ordinary: bool) -> PyResult<&'a Type> {
    let builtin = |kind: ErrorKind| t.error_type(kind);
    let is = |kind: ErrorKind| builtin(kind).is_some_and(|own| class.is(own));
    if ordinary {
        let plain = builtin(ErrorKind::ExceptionGroup);
        return Ok(match plain {
            Some(plain) if is(ErrorKind::BaseExceptionGroup) => plain,
            _ => class,
        });
    }
    let below = builtin(ErrorKind::Exception).is_some_and(|own| class.is_subtype(own));
    if is(ErrorKind::ExceptionGroup) {
        return Err(t.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
    }
    if below {
        let name = class.name();
        return Err(t.type_error(format!("Cannot nest BaseExceptions in '{name}'")));
    }
    Ok(class)
}

/// A new group of a sequence of exceptions, of the class that fits
/// (`_PyExc_CreateExceptionGroup`).
pub(crate) fn create(t: &Thread, message: &Object, members: &Object) -> PyResult {
    let Some(class) = t.error_type(ErrorKind::BaseExceptionGroup) else {
        return Err(t.system_error("the exception types are not installed"));
    };
    let class = class.object().into_object();
    t.call(&class, &[message.clone(), members.clone()])
}

/// `message (2 sub-exceptions)`
pub(crate) fn str(t: &Thread, object: &Object) -> PyResult {
    let message = Exception::of(t, object)?.fields[group::MESSAGE].get();
    let Some(message) = message else {
        return base::str(t, object);
    };
    let count = members(t, object)?.len();
    let plural = if count == 1 { "" } else { "s" };
    let mut out = strings::Builder::new();
    out.push_str(&*t.to_str(&message)?)?;
    out.push_text(&format!(" ({count} sub-exception{plural})"));
    out.finish(t)
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "derive",
        code: NativeCode::Tuple(derive),
        doc: "",
    },
    NativeDef {
        name: "split",
        code: NativeCode::Tuple(split_method),
        doc: "",
    },
    NativeDef {
        name: "subgroup",
        code: NativeCode::Tuple(subgroup),
        doc: "",
    },
];

fn derive(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    let [members] = args else {
        let given = args.len();
        let message = format!("function takes exactly 1 argument ({given} given)");
        return Err(t.type_error(message));
    };
    let message = Exception::of(t, object)?.fields[group::MESSAGE].get();
    create(t, &message.unwrap_or(Object::none()), members)
}

fn split_method(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "split", args.len(), 1, 1)?;
    let matcher = Matcher::of(t, &args[0])?;
    let parts = split::split(t, object, &matcher, true)?;
    let or_none = |part: Option<Object>| part.unwrap_or(Object::none());
    t.tuple([or_none(parts.matching), or_none(parts.rest)])
}

fn subgroup(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "subgroup", args.len(), 1, 1)?;
    let matcher = Matcher::of(t, &args[0])?;
    let parts = split::split(t, object, &matcher, false)?;
    Ok(parts.matching.unwrap_or(Object::none()))
}

pub(crate) fn install(t: &Thread, class: &'static Type) -> PyResult<()> {
    t.add_methods(class, METHODS)?;
    containers::make_generic(t, class)
}
