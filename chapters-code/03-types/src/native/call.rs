//! How is a native function called? The number of its arguments is checked where its kind
//! says it, and the receiver of a method.
#![forbid(unsafe_code)]

use super::descriptor::{check_class, check_receiver};
use super::{ClassMethodDescriptor, MethodDescriptor, NativeCode, NativeDef, NativeFunction};
use crate::kind::Type;
use crate::raised::PyResult;
use crate::slots::Args;
use crate::string::{Str, as_str};
use crate::thread::Thread;
use objects::Object;

impl NativeCode {
    fn takes_keywords(&self) -> bool {
        matches!(self, NativeCode::Keywords(_) | NativeCode::VarArgs(_))
    }

    /// Calls it with positional arguments, if it takes so many.
    #[inline(always)]
    fn call(&self, t: &Thread, receiver: &Object, args: &[Object]) -> Option<PyResult> {
        match (*self, args) {
            (NativeCode::NoArgs(function), []) => Some(function(t, receiver)),
            (NativeCode::One(function), [argument]) => Some(function(t, receiver, argument)),
            (NativeCode::Fast(function) | NativeCode::Tuple(function), args) => {
                Some(function(t, receiver, args))
            }
            (NativeCode::Keywords(function) | NativeCode::VarArgs(function), args) => {
                Some(function(t, receiver, Args::positional(args)))
            }
            _ => None,
        }
    }
}

/// `TypeError` unless no keywords were passed.
pub fn no_keywords(t: &Thread, name: &str, args: Args<'_>) -> PyResult<()> {
    match args.has_keywords() {
        true => Err(t.type_error(format!("{name}() takes no keyword arguments"))),
        false => Ok(()),
    }
}

/// `TypeError` unless the number of arguments lies in the range (`_PyArg_CheckPositional`).
pub fn check_count(t: &Thread, name: &str, count: usize, min: usize, max: usize) -> PyResult<()> {
    if (min..=max).contains(&count) {
        return Ok(());
    }
    let (bound, limit) = if count < min {
        ("at least ", min)
    } else {
        ("at most ", max)
    };
    let bound = if min == max { "" } else { bound };
    let plural = if limit == 1 { "" } else { "s" };
    Err(t.type_error(format!(
        "{name} expected {bound}{limit} argument{plural}, got {count}"
    )))
}

/// Calls a native function, after checking the number of its arguments where its kind says.
#[inline]
fn call_native(
    t: &Thread,
    def: &NativeDef,
    full_name: impl Fn() -> String,
    receiver: &Object,
    args: Args<'_>,
) -> PyResult {
    if args.has_keywords() && !def.code.takes_keywords() {
        no_keywords(t, &full_name(), args)?;
    }
    match (def.code, args.values()) {
        (NativeCode::NoArgs(function), []) => function(t, receiver),
        (NativeCode::NoArgs(_), values) => Err(t.type_error(format!(
            "{}() takes no arguments ({} given)",
            full_name(),
            values.len()
        ))),
        (NativeCode::One(function), [argument]) => function(t, receiver, argument),
        (NativeCode::One(_), values) => Err(t.type_error(format!(
            "{}() takes exactly one argument ({} given)",
            full_name(),
            values.len()
        ))),
        (NativeCode::Fast(function) | NativeCode::Tuple(function), values) => {
            function(t, receiver, values)
        }
        (NativeCode::Keywords(function) | NativeCode::VarArgs(function), _) => {
            function(t, receiver, args)
        }
    }
}

impl Thread {
    /// Calls a native function, or a native method of the first argument's own type, with
    /// positional arguments, if it takes so many. `None`, and nothing has happened, if it is
    /// not as simple as that.
    #[inline]
    pub fn call_native(&self, callable: &Object, args: &[Object]) -> Option<PyResult> {
        let kind = Type::of_header(callable.header()?);
        if kind.is(self.types.method_descriptor) {
            let method = callable.downcast::<MethodDescriptor>()?;
            let (receiver, rest) = args.split_first()?;
            if !self.type_of(receiver).is(&method.owner) {
                return None;
            }
            return method.def.code.call(self, receiver, rest);
        }
        if kind.is(self.types.native_function) {
            let function = callable.downcast::<NativeFunction>()?;
            return function.def.code.call(self, &function.receiver, args);
        }
        None
    }
}

pub(super) fn native_call(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult {
    let Some(function) = callable.downcast::<NativeFunction>() else {
        return Err(t.type_error("a builtin function was expected"));
    };
    let module = || {
        let module = function.module.get();
        let name = module.as_ref().and_then(as_str).map(Str::to_text);
        name.filter(|name| name != "builtins")
    };
    let full_name = || match function.receiver.downcast::<Type>() {
        // `cfunction_call` leaves out whose it is.
        _ if matches!(function.def.code, NativeCode::Tuple(_)) => function.def.name.to_owned(),
        _ if function.receiver.is_none() || !function.module.is_empty() => match module() {
            Some(module) => format!("{module}.{}", function.def.name),
            None => function.def.name.to_owned(),
        },
        Some(class) => format!("{}.{}", class.full_name(), function.def.name),
        None => format!("{}.{}", t.type_name(&function.receiver), function.def.name),
    };
    call_native(t, function.def, full_name, &function.receiver, args)
}

pub(super) fn method_call(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult {
    let Some(method) = callable.downcast::<MethodDescriptor>() else {
        return Err(t.type_error("a method descriptor was expected"));
    };
    let receiver = check_receiver(t, &method.def.name, &method.owner, args.plain().first())?;
    let full_name = || format!("{}.{}", method.owner.name(), method.def.name);
    call_native(t, method.def, full_name, receiver, without_first(args))
}

pub(super) fn class_method_call(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult {
    let Some(method) = callable.downcast::<ClassMethodDescriptor>() else {
        return Err(t.type_error("a class method descriptor was expected"));
    };
    let Some(class) = args.plain().first() else {
        return Err(t.type_error(format!(
            "descriptor '{}' of '{}' object needs an argument",
            method.def.name,
            method.owner.name()
        )));
    };
    check_class(t, method, class)?;
    let full_name = || format!("{}.{}", method.owner.name(), method.def.name);
    call_native(t, method.def, full_name, class, without_first(args))
}

/// The arguments behind the receiver.
fn without_first<'a>(args: Args<'a>) -> Args<'a> {
    let rest = args.values().get(1..).unwrap_or(&[]);
    Args::new(rest, args.names()).unwrap_or(Args::positional(rest))
}
