//! `CALL`: what does the function need? (`_Py_Specialize_Call`)
#![forbid(unsafe_code)]

use super::{Cached, Decision};
use crate::failure::Failure;
use code_objects::{Code, flags};
use frames::{BoundMethod, Function};
use instructions::specialized311 as fast;
use objects::Object;
use types::{MethodDescriptor, NativeFunction, Thread, Tuple, Type};

/// Decides for what is called, with how many arguments (`self` included), and whether some
/// are keywords.
pub fn call(t: &Thread, callable: &Object, count: usize, keywords: bool) -> Decision {
    match callable.downcast::<Function>() {
        Some(function) => python(t, function, count, keywords).into(),
        None => Decision::Fail(reason(t, callable)),
    }
}

/// Are the parameters plain, and are the locals in the frame (`function_kind`)?
pub fn simple(code: &Code) -> Result<(), Failure> {
    if code.flags.any(flags::VARKEYWORDS.with(flags::VARARGS)) || code.kwonlyargcount != 0 {
        return Err(Failure::CallComplexParameters);
    }
    if !code.flags.any(flags::OPTIMIZED) {
        return Err(Failure::CallCoNotOptimized);
    }
    Ok(())
}

/// The version of a function, given out now if it has none
/// (`_PyFunction_GetVersionForCurrentState`).
pub fn version_of(t: &Thread, function: &Function) -> u32 {
    if function.version.get() == 0 {
        function.version.set(t.fresh_function_version());
    }
    function.version.get()
}

/// `specialize_py_call`
fn python(
    t: &Thread,
    function: &Function,
    count: usize,
    keywords: bool,
) -> Result<Decision, Failure> {
    if keywords {
        return Err(Failure::CallKwnames);
    }
    let code = function.code();
    simple(&code)?;
    let parameters = code.argcount as usize;
    let defaults = function.defaults.get();
    let defaults = defaults
        .as_ref()
        .and_then(|defaults| defaults.downcast::<Tuple>());
    let defaults = defaults.map_or(0, Tuple::len);
    let min_args = parameters
        .checked_sub(defaults)
        .filter(|min| (*min..=parameters).contains(&count))
        .ok_or(Failure::WrongNumberArguments)?;
    let min_args = u16::try_from(min_args).map_err(|_| Failure::OutOfRange)?;
    let version = version_of(t, function);
    if version == 0 {
        return Err(Failure::OutOfVersions);
    }
    let operation = match parameters == count {
        true => fast::CALL_PY_EXACT_ARGS,
        false => fast::CALL_PY_WITH_DEFAULTS,
    };
    Ok(Decision::Specialize(
        operation,
        Cached::Call { version, min_args },
    ))
}

/// `call_fail_kind`
pub fn reason(t: &Thread, callable: &Object) -> Failure {
    if callable.downcast::<NativeFunction>().is_some() {
        return Failure::CallPycfunction;
    }
    if callable.downcast::<Function>().is_some() {
        return Failure::CallPyfunction;
    }
    if callable.downcast::<BoundMethod>().is_some() {
        return Failure::CallBoundMethod;
    }
    if let Some(class) = callable.downcast::<Type>() {
        return match class.has_plain_new() {
            true => Failure::CallPythonClass,
            false => Failure::CallClass,
        };
    }
    if callable.downcast::<MethodDescriptor>().is_some() {
        return Failure::CallMethodDescriptor;
    }
    match t.type_of(callable) {
        kind if kind.is(t.types.slot_wrapper) => Failure::CallOperatorWrapper,
        kind if kind.is(t.types.method_wrapper) => Failure::CallMethodWrapper,
        _ => Failure::Other,
    }
}
