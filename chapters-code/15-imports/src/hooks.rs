//! `sys.excepthook` and `sys.unraisablehook`: who hears of exceptions that nothing catches?
//! And `sys.displayhook`: who hears of values that nothing takes?

use crate::struct_sequence::{StructSequence, fields};
use exceptions::{Unraisable, of_sys, write_unraisable};
use objects::{Object, Slot};
use types::{NativeCode, NativeDef, PyResult, Raised, Str, Thread, Tuple, as_str, check_count};

/// The hook that was there from the start: it is not called as an object.
#[derive(Default)]
pub(crate) struct Usual {
    pub(crate) unraisable: Slot,
}

static ARGUMENTS: StructSequence = StructSequence {
    name: "UnraisableHookArgs",
    shown: "UnraisableHookArgs",
    fields: fields![
        0 "exc_type", 1 "exc_value", 2 "exc_traceback", 3 "err_msg", 4 "object",
    ],
};

/// `sys.excepthook`
fn except_hook(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "excepthook", args.len(), 3, 3)?;
    let value = &args[1];
    if exceptions::is_exception(value) {
        exceptions::print_exception(t, value);
    } else {
        let kind = t.type_name(value);
        let text =
            format!("TypeError: print_exception(): Exception expected for value, {kind} found\n");
        exceptions::write_error(t, &t.str(&text)?);
    }
    Ok(Object::none())
}

/// `sys.displayhook`
fn display_hook(t: &Thread, _: &Object, value: &Object) -> PyResult {
    eval_loop::builtins::display(t, value).map(|()| Object::none())
}

/// `sys.unraisablehook`
fn unraisable_hook(t: &Thread, _: &Object, argument: &Object) -> PyResult {
    let items = match argument.downcast::<Tuple>() {
        Some(tuple) if t.is_exact(argument, ARGUMENTS.class(t)?) => tuple.items(),
        _ => {
            return Err(t.type_error("sys.unraisablehook argument type must be UnraisableHookArgs"));
        }
    };
    if let [_, exception, _, message, place] = items {
        let message = as_str(message).map(Str::to_text);
        let unraisable = Unraisable {
            exception: exception.clone(),
            message,
            place: place.clone(),
        };
        write_unraisable(t, &unraisable);
    }
    Ok(Object::none())
}

/// Tells `sys.unraisablehook` of an exception that cannot be raised
/// (`_PyErr_WriteUnraisableMsg`).
fn report(t: &Thread, raised: Raised, place: &Object) {
    let unraisable = Unraisable::new(t, raised, place);
    let hook = t.intern("unraisablehook").and_then(|name| of_sys(t, &name));
    let usual = t.extension::<Usual>().unraisable.get();
    let hook = match (hook, usual) {
        (Ok(Some(hook)), Some(usual)) if !hook.is_none() && !hook.is(&usual) => hook,
        _ => return write_unraisable(t, &unraisable),
    };
    if let Err(raised) = call(t, &hook, &unraisable) {
        let mut second = Unraisable::new(t, raised, &hook);
        second.message = Some("Exception ignored in sys.unraisablehook".to_owned());
        write_unraisable(t, &second);
    }
}

fn call(t: &Thread, hook: &Object, unraisable: &Unraisable) -> PyResult<()> {
    let exception = &unraisable.exception;
    let items = vec![
        t.type_of(exception).object().into_object(),
        exception.clone(),
        exceptions::traceback(exception).unwrap_or(Object::none()),
        match &unraisable.message {
            Some(message) => t.str(message)?,
            None => Object::none(),
        },
        unraisable.place.clone(),
    ];
    let arguments = ARGUMENTS.make(t, items)?;
    t.call(hook, &[arguments]).map(drop)
}

static ASYNC_HOOKS: StructSequence = StructSequence {
    name: "asyncgen_hooks",
    shown: "asyncgen_hooks",
    fields: fields![0 "firstiter", 1 "finalizer"],
};

fn get_asyncgen_hooks(t: &Thread, _: &Object) -> PyResult {
    let hooks = t.extension::<generators::AsyncHooks>();
    let hooks = [&hooks.first, &hooks.finalizer];
    let hooks = hooks.map(|hook| hook.get().unwrap_or(Object::none()));
    ASYNC_HOOKS.make(t, hooks.into())
}

pub(crate) static ASYNC_FUNCTIONS: &[NativeDef] = &[NativeDef {
    name: "get_asyncgen_hooks",
    code: NativeCode::NoArgs(get_asyncgen_hooks),
    doc: "Return the installed asynchronous generators hooks.\n\n\
          This returns a namedtuple of the form (firstiter, finalizer).",
}];

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef {
        name: "displayhook",
        code: NativeCode::One(display_hook),
        doc: "Print an object to sys.stdout and also save it in builtins._",
    },
    NativeDef {
        name: "excepthook",
        code: NativeCode::Fast(except_hook),
        doc: "Handle an exception by displaying it with a traceback on sys.stderr.",
    },
    NativeDef {
        name: "unraisablehook",
        code: NativeCode::One(unraisable_hook),
        doc: "Handle an unraisable exception.",
    },
];

pub(crate) fn install(t: &Thread) {
    t.hooks.unraisable.set(report);
}
