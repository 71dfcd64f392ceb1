//! The builtins about scopes: `globals`, `locals`, and `exec` and `eval` of code objects.
//! Making code objects of source text is a later chapter's.
#![forbid(unsafe_code)]

use code_objects::Code;
use frames::FrameObject;
use objects::{Object, Owned};
use types::NativeCode::{Fast, Keywords, NoArgs};
use types::{Dict, NativeDef, PyResult, Thread, check_count, no_keywords};

/// The globals of the function that called.
fn globals(t: &Thread) -> PyResult<Owned<Dict>> {
    frames::current_globals(t).ok_or_else(|| t.system_error("frame does not exist"))
}

/// `locals()` of the function that called.
pub(super) fn locals(t: &Thread) -> PyResult {
    let frame = frames::current_frame(t, 0)?;
    match frame
        .as_ref()
        .and_then(|frame| frame.downcast::<FrameObject>())
    {
        Some(frame) => frames::frame_locals(t, frame),
        None => Err(t.system_error("frame does not exist")),
    }
}

/// The namespaces that `exec` or `eval` works with.
fn namespaces(t: &Thread, name: &str, args: &[Object]) -> PyResult<(Owned<Dict>, Object)> {
    let given = |place: usize| args.get(place).filter(|object| !object.is_none());
    let own_globals = match given(1) {
        None => None,
        Some(object) => Some(object.clone().into_owned::<Dict>().map_err(|other| {
            let message = match name {
                "exec" => format!("exec() globals must be a dict, not {}", t.type_name(&other)),
                _ => "globals must be a dict".to_owned(),
            };
            t.type_error(message)
        })?),
    };
    let scope = match given(2) {
        Some(object) if t.type_of(object).slots.subscript.get().is_none() => {
            return Err(t.type_error(match name {
                "exec" => {
                    let kind = t.type_name(object);
                    format!("locals must be a mapping or None, not {kind}")
                }
                _ => "locals must be a mapping".to_owned(),
            }));
        }
        Some(object) => object.clone(),
        None => match &own_globals {
            Some(globals) => globals.clone().into_object(),
            None => locals(t)?,
        },
    };
    let globals = own_globals.map_or_else(|| globals(t), Ok)?;
    if globals.get_name(&t.names.builtins).is_none() {
        globals.set_name(&t.names.builtins, t.builtins.clone().into_object())?;
    }
    Ok((globals, scope))
}

/// Runs a code object in namespaces; source text needs the compiler.
fn run(t: &Thread, name: &'static str, args: &[Object]) -> PyResult {
    check_count(t, name, args.len(), 1, 3)?;
    let code = match args[0].clone().into_owned::<Code>() {
        Ok(code) => code,
        Err(_) => return Err(super::later::comes(t, name, "21, compiler")),
    };
    let (globals, scope) = namespaces(t, name, args)?;
    if !code.freevars.is_empty() {
        return Err(t.type_error(format!(
            "code object passed to {name}() may not contain free variables"
        )));
    }
    frames::run_in_namespace(t, code, globals, scope)
}

pub(super) static DEFS: &[NativeDef] = &[
    NativeDef {
        name: "globals",
        code: NoArgs(|t, _| Ok(globals(t)?.into_object())),
        doc: "Return the dictionary containing the current scope's global variables.\n\n\
              NOTE: Updates to this dictionary *will* affect name lookups in the current\n\
              global scope and vice-versa.",
    },
    NativeDef {
        name: "locals",
        code: NoArgs(|t, _| locals(t)),
        doc: "Return a dictionary containing the current scope's local variables.\n\n\
              NOTE: Whether or not updates to this dictionary will affect name lookups in\n\
              the local scope and vice-versa is *implementation dependent* and not\n\
              covered by any backwards compatibility guarantees.",
    },
    NativeDef {
        name: "exec",
        code: Keywords(|t, _, args| {
            no_keywords(t, "exec", args)?;
            run(t, "exec", args.plain()).map(|_| Object::none())
        }),
        doc: "Execute the given source in the context of globals and locals.\n\n\
              The source may be a string representing one or more Python statements\n\
              or a code object as returned by compile().\n\
              The globals must be a dictionary and locals can be any mapping,\n\
              defaulting to the current globals and locals.\n\
              If only globals is given, locals defaults to it.",
    },
    NativeDef {
        name: "eval",
        code: Fast(|t, _, args| run(t, "eval", args)),
        doc: "Evaluate the given source in the context of globals and locals.\n\n\
              The source may be a string representing a Python expression\n\
              or a code object as returned by compile().\n\
              The globals must be a dictionary and locals can be any mapping,\n\
              defaulting to the current globals and locals.\n\
              If only globals is given, locals defaults to it.",
    },
];
