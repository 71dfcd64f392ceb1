//! Who hears that an asynchronous generator begins to be iterated over, and that one is
//! dropped before its end? An event loop, through two hooks (PEP 525).

use crate::of;
use objects::{Object, Slot};
use types::{Args, NativeCode, NativeDef, Parameters, PyResult, Thread};

/// The hooks of `sys.set_asyncgen_hooks()`.
#[derive(Default)]
pub struct AsyncHooks {
    /// Called with an asynchronous generator before its first step.
    pub first: Slot,
    /// Called with one that is dropped before its end; remembered per generator.
    pub finalizer: Slot,
}

/// Tells the hooks of a generator, once (`async_gen_init_hooks`).
pub(crate) fn tell(t: &Thread, object: &Object) -> PyResult<()> {
    let own = of(t, object)?;
    if own.asynchronous.known.replace(true) {
        return Ok(());
    }
    let hooks: &AsyncHooks = t.extension();
    if let Some(finalizer) = hooks.finalizer.get() {
        own.origin.set(finalizer);
    }
    match hooks.first.get() {
        Some(first) => t.call(&first, std::slice::from_ref(object)).map(drop),
        None => Ok(()),
    }
}

fn set_asyncgen_hooks(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters =
        Parameters::new("set_asyncgen_hooks", &["firstiter", "finalizer"], 0);
    let [first, finalizer] = t.arguments(&PARAMETERS, args)?;
    let callable = |hook: Option<&Object>, what: &str| match hook {
        Some(hook) if !hook.is_none() && !t.is_callable(hook) => Err(t.type_error(format!(
            "callable {what} expected, got {}",
            t.type_name(hook)
        ))),
        _ => Ok(()),
    };
    callable(finalizer, "finalizer")?;
    callable(first, "firstiter")?;
    let hooks: &AsyncHooks = t.extension();
    for (slot, hook) in [(&hooks.finalizer, finalizer), (&hooks.first, first)] {
        if let Some(hook) = hook {
            drop(slot.replace((!hook.is_none()).then(|| hook.clone())));
        }
    }
    Ok(Object::none())
}

fn set_origin_depth(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters =
        Parameters::new("set_coroutine_origin_tracking_depth", &["depth"], 1);
    let [depth] = t.arguments(&PARAMETERS, args)?;
    let depth = t.index_or(
        depth.unwrap_or(&Object::none()),
        types::ErrorKind::OverflowError,
    )?;
    if depth < 0 {
        return Err(t.value_error("depth must be >= 0"));
    }
    let Ok(depth) = u32::try_from(depth) else {
        return Err(t.overflow_error("Python int too large to convert to C int"));
    };
    t.origin_depth.set(depth);
    Ok(Object::none())
}

/// What `sys` has of this chapter, but for `get_asyncgen_hooks`: it gives a named tuple.
pub static SYS_FUNCTIONS: &[NativeDef] = &[
    NativeDef {
        name: "set_asyncgen_hooks",
        code: NativeCode::VarArgs(set_asyncgen_hooks),
        doc: "set_asyncgen_hooks(* [, firstiter] [, finalizer])\n\n\
              Set a finalizer for async generators objects.",
    },
    NativeDef {
        name: "set_coroutine_origin_tracking_depth",
        code: NativeCode::Keywords(set_origin_depth),
        doc: "Enable or disable origin tracking for coroutine objects in this thread.\n\n\
              Coroutine objects will track 'depth' frames of traceback information\n\
              about where they came from, available in their cr_origin attribute.\n\n\
              Set a depth of 0 to disable.",
    },
    NativeDef {
        name: "get_coroutine_origin_tracking_depth",
        code: NativeCode::NoArgs(|t, _| {
            Object::small_int(t.origin_depth.get().into())
                .ok_or_else(|| t.overflow_error("depth out of range"))
        }),
        doc: "Check status of origin tracking for coroutine objects in this thread.",
    },
];
