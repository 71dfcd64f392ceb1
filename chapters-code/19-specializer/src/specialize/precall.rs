//! `PRECALL`: what is called, and how does it take its arguments?
//! (`_Py_Specialize_Precall`)
#![forbid(unsafe_code)]

use super::Decision;
use super::call::reason;
use crate::failure::Failure;
use crate::site::Site;
use frames::{BoundMethod, Function};
use instructions::{op311 as op, specialized311 as fast};
use objects::{Object, Slot};
use types::{Flags, MethodDescriptor, NativeCode, NativeFunction, Thread, Type};

/// Decides for what is called, with `count` arguments (`self` included) of which `arg` were
/// written, and whether some are keywords.
pub fn precall(
    t: &Thread,
    site: Site<'_>,
    arg: u32,
    callable: &Object,
    count: usize,
    keywords: bool,
) -> Decision {
    // Who specializes PRECALL skips the CALL: it must be the next instruction, for as many
    // arguments. Only code that no compiler wrote has it otherwise.
    let next = instructions::deoptimized(site.operation_after(2));
    if next != op::CALL || u32::from(site.argument_after(2)) != arg {
        return Decision::Fail(Failure::Other);
    }
    if let Some(native) = callable
        .downcast::<NativeFunction>()
        .filter(|_| t.is_exact(callable, t.types.native_function))
    {
        return function(t, callable, native, count, keywords).into();
    }
    if callable.downcast::<Function>().is_some() {
        return Decision::plain(fast::PRECALL_PYFUNC);
    }
    if let Some(class) = callable.downcast::<Type>() {
        return type_(t, class, arg, count, keywords).into();
    }
    if let Some(descriptor) = callable.downcast::<MethodDescriptor>() {
        return method(t, site, arg, (callable, descriptor), count, keywords).into();
    }
    match callable.downcast::<BoundMethod>() {
        Some(_) => Decision::plain(fast::PRECALL_BOUND_METHOD),
        None => Decision::Fail(reason(t, callable)),
    }
}

/// Are the flags of a native function those of its kind alone? CPython's specialized
/// instructions want no `METH_CLASS` or `METH_STATIC`, which the functions that classes give
/// have; deciding for one looks past them.
#[inline(always)]
pub fn flags_are(t: &Thread, native: &NativeFunction) -> bool {
    match native.receiver.downcast::<Type>() {
        None => true,
        Some(_) => is_method_of_type(t, native),
    }
}

/// Is it a method of the metaclass, bound to a class? Else it is a class or static method.
#[cold]
fn is_method_of_type(t: &Thread, native: &NativeFunction) -> bool {
    let Ok(name) = t.intern(native.def.name) else {
        return false;
    };
    let found = t.lookup(t.type_of(&native.receiver), &name);
    let found = found
        .as_ref()
        .and_then(|found| found.downcast::<MethodDescriptor>());
    found.is_some_and(|found| std::ptr::eq(found.def, native.def))
}

/// `specialize_c_call`
fn function(
    t: &Thread,
    callable: &Object,
    native: &NativeFunction,
    count: usize,
    keywords: bool,
) -> Result<Decision, Failure> {
    let is = |known: &Slot| callable.word() == known.word();
    match native.def.code {
        NativeCode::One(_) | NativeCode::Fast(_) if keywords => Err(Failure::CallKwnames),
        NativeCode::One(_) if count != 1 => Err(Failure::WrongNumberArguments),
        NativeCode::One(_) if is(&t.callables.len) => Ok(Decision::plain(fast::PRECALL_NO_KW_LEN)),
        NativeCode::One(_) => Ok(Decision::plain(fast::PRECALL_NO_KW_BUILTIN_O)),
        NativeCode::Fast(_) if count == 2 && is(&t.callables.isinstance) => {
            Ok(Decision::plain(fast::PRECALL_NO_KW_ISINSTANCE))
        }
        NativeCode::Fast(_) => Ok(Decision::plain(fast::PRECALL_NO_KW_BUILTIN_FAST)),
        NativeCode::Keywords(_) => Ok(Decision::plain(fast::PRECALL_BUILTIN_FAST_WITH_KEYWORDS)),
        NativeCode::NoArgs(_) => Err(Failure::CallPycfunctionNoargs),
        NativeCode::Tuple(_) => Err(Failure::CallPycfunction),
        NativeCode::VarArgs(_) => Err(Failure::CallPycfunctionWithKeywords),
    }
}

/// `specialize_method_descriptor`
fn method(
    t: &Thread,
    site: Site<'_>,
    arg: u32,
    (callable, descriptor): (&Object, &MethodDescriptor),
    count: usize,
    keywords: bool,
) -> Result<Decision, Failure> {
    if keywords {
        return Err(Failure::CallKwnames);
    }
    let wrong = Err(Failure::WrongNumberArguments);
    match descriptor.def.code {
        NativeCode::NoArgs(_) if count != 1 => wrong,
        NativeCode::NoArgs(_) => Ok(Decision::plain(
            fast::PRECALL_NO_KW_METHOD_DESCRIPTOR_NOARGS,
        )),
        NativeCode::One(_) if count != 2 => wrong,
        NativeCode::One(_) => {
            // PRECALL and its cache, CALL and its: the instruction after them.
            let pops = site.operation_after(7) == op::POP_TOP;
            let is_append = callable.word() == t.callables.list_append.word();
            Ok(Decision::plain(match is_append && arg == 1 && pops {
                true => fast::PRECALL_NO_KW_LIST_APPEND,
                false => fast::PRECALL_NO_KW_METHOD_DESCRIPTOR_O,
            }))
        }
        NativeCode::Fast(_) => Ok(Decision::plain(fast::PRECALL_NO_KW_METHOD_DESCRIPTOR_FAST)),
        NativeCode::Keywords(_) => Ok(Decision::plain(
            fast::PRECALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS,
        )),
        NativeCode::Tuple(_) => Err(Failure::CallPycfunction),
        NativeCode::VarArgs(_) => Err(Failure::CallPycfunctionWithKeywords),
    }
}

/// `specialize_class_call`
fn type_(
    t: &Thread,
    class: &Type,
    arg: u32,
    count: usize,
    keywords: bool,
) -> Result<Decision, Failure> {
    if class.has_plain_new() {
        return Err(Failure::CallPythonClass);
    }
    if !class.has(Flags::IMMUTABLE) {
        return Err(Failure::CallClassMutable);
    }
    if count == 1 && !keywords && arg == 1 {
        let known = [
            (t.types.str, fast::PRECALL_NO_KW_STR_1),
            (t.types.type_, fast::PRECALL_NO_KW_TYPE_1),
            (t.types.tuple, fast::PRECALL_NO_KW_TUPLE_1),
        ];
        if let Some((_, operation)) = known.iter().find(|(kind, _)| class.is(kind)) {
            return Ok(Decision::plain(*operation));
        }
    }
    if class.has(Flags::VECTORCALL) {
        return Ok(Decision::plain(fast::PRECALL_BUILTIN_CLASS));
    }
    Err(match class.is(t.types.str) {
        true => Failure::CallStr,
        false => Failure::CallClassNoVectorcall,
    })
}
