//! `sys`, as far as the machine has what it shows.

use crate::module::Module;
use crate::streams::{Which, stream};
use objects::Object;
use types::{Details, ErrorKind, NativeCode, NativeDef, PyResult, Thread, Version, check_count};

fn exit(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "exit", args.len(), 0, 1)?;
    // `PyErr_SetObject`: `None` is no argument, and a tuple is all of them.
    let args = match args {
        [none] if none.is_none() => vec![],
        [tuple] if t.is_exact(tuple, t.types.tuple) => t.collect(tuple)?,
        _ => args.to_vec(),
    };
    Err(t.raise(ErrorKind::SystemExit, Details::Arguments(args)))
}

fn set_recursion_limit(t: &Thread, _: &Object, limit: &Object) -> PyResult {
    let limit = t.index_or(limit, ErrorKind::OverflowError)?;
    if limit < 1 {
        return Err(t.value_error("recursion limit must be greater or equal than 1"));
    }
    let Ok(limit) = u32::try_from(limit) else {
        return Err(t.overflow_error("Python int too large to convert to C int"));
    };
    if t.depth.get() >= limit {
        return Err(t.recursion_error(format!(
            "cannot set the recursion limit to {limit} at the recursion depth {}: the limit is too low",
            t.depth.get()
        )));
    }
    t.recursion_limit.set(limit);
    Ok(Object::none())
}

fn get_frame(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "_getframe", args.len(), 0, 1)?;
    let depth = match args.first() {
        Some(depth) => t.index_or(depth, ErrorKind::OverflowError)?.max(0),
        None => 0,
    };
    frames::current_frame(t, depth as usize)?
        .ok_or_else(|| t.value_error("call stack is not deep enough"))
}

fn exc_info(t: &Thread, _: &Object) -> PyResult {
    let items = match exceptions::handled(t) {
        Some(exception) => {
            let kind = t.type_of(&exception).object().into_object();
            let traceback = exceptions::traceback(&exception).unwrap_or(Object::none());
            vec![kind, exception, traceback]
        }
        None => vec![Object::none(), Object::none(), Object::none()],
    };
    containers::tuple(t, items)
}

static FUNCTIONS: &[NativeDef] = &[
    NativeDef {
        name: "exit",
        code: NativeCode::Fast(exit),
        doc: "Exit the interpreter.",
    },
    NativeDef {
        name: "getrecursionlimit",
        code: NativeCode::NoArgs(|t, _| {
            Object::small_int(t.recursion_limit.get().into())
                .ok_or_else(|| t.overflow_error("limit out of range"))
        }),
        doc: "Return the current value of the recursion limit.",
    },
    NativeDef {
        name: "setrecursionlimit",
        code: NativeCode::One(set_recursion_limit),
        doc: "Set the maximum depth of the Python interpreter stack to n.",
    },
    NativeDef {
        name: "intern",
        code: NativeCode::One(|t, _, text| match text.clone().into_owned::<types::Str>() {
            Ok(text) if t.is_exact(text.as_object(), t.types.str) => {
                Ok(t.intern_str(&text)?.object().clone())
            }
            Ok(text) => {
                let kind = t.type_name(text.as_object());
                Err(t.type_error(format!("can't intern {kind}")))
            }
            Err(other) => {
                let kind = t.type_name(&other);
                Err(t.type_error(format!("intern() argument must be str, not {kind}")))
            }
        }),
        doc: "``Intern'' the given string.",
    },
    NativeDef {
        name: "getrefcount",
        code: NativeCode::One(|t, _, object| {
            // The argument itself holds one more; a value in its word has no count.
            let count = object.reference_count().unwrap_or(u32::MAX >> 1);
            Object::small_int(count.into()).ok_or_else(|| t.overflow_error("count out of range"))
        }),
        doc: "Return the reference count of object.",
    },
    NativeDef {
        name: "_getframe",
        code: NativeCode::Fast(get_frame),
        doc: "",
    },
    NativeDef {
        name: "exc_info",
        code: NativeCode::NoArgs(exc_info),
        doc: "",
    },
    NativeDef {
        name: "getsizeof",
        code: NativeCode::Fast(|t, _, args| {
            check_count(t, "getsizeof", args.len(), 1, 2)?;
            t.call_method(&args[0], &t.names.sizeof, &[])
        }),
        doc: "Return the size of object in bytes.",
    },
    NativeDef {
        name: "getdefaultencoding",
        code: NativeCode::NoArgs(|t, _| t.str("utf-8")),
        doc: "",
    },
];

/// What 3.11 brought.
static FUNCTIONS_311: &[NativeDef] = &[NativeDef {
    name: "exception",
    code: NativeCode::NoArgs(|t, _| Ok(exceptions::handled(t).unwrap_or(Object::none()))),
    doc: "Return the current exception.",
}];

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let module = Module::new(t, "sys")?;
    let Some(dict) = module.dict() else {
        return Ok(());
    };
    let set =
        |name: &str, value: Object| -> PyResult<()> { Ok(dict.set_name(&t.intern(name)?, value)?) };
    let name = t.str("sys")?;
    let newer = match t.version {
        Version::V310 => &[],
        Version::V311 => FUNCTIONS_311,
    };
    let common = FUNCTIONS.iter().chain(generators::SYS_FUNCTIONS);
    for def in common.chain(newer) {
        set(
            def.name,
            t.native_function(def, module.clone().into_object(), Some(name.clone()))?,
        )?;
    }
    set("stdin", stream(t, Which::Input)?)?;
    let stdout = stream(t, Which::Output)?;
    t.extension::<eval_loop::builtins::DefaultStreams>()
        .stdout
        .set(stdout.clone());
    set("stdout", stdout)?;
    set("stderr", stream(t, Which::Error)?)?;
    set("modules", t.modules.clone().into_object())?;
    set("path", containers::list(t, vec![])?)?;
    set("argv", containers::list(t, vec![])?)?;
    set("byteorder", t.str("little")?)?;
    set("maxsize", numbers::int(t, i64::MAX)?)?;
    set("maxunicode", Object::int32(0x10_FFFF))?;
    set("platform", t.str(platform())?)?;
    let (version, micro, hex) = match t.version {
        Version::V310 => ("3.10.13 (Adder)", 13, 0x030A_0DF0),
        Version::V311 => ("3.11.7 (Adder)", 7, 0x030B_07F0),
    };
    set("version", t.str(version)?)?;
    set("hexversion", Object::int32(hex))?;
    let minor = i32::from(t.version.minor());
    let info = vec![
        Object::int32(3),
        Object::int32(minor),
        Object::int32(micro),
        t.str("final")?,
        Object::int32(0),
    ];
    set("version_info", containers::tuple(t, info)?)?;
    t.modules
        .set_name(&t.intern("sys")?, module.into_object())?;
    Ok(())
}

/// `sys.platform`
fn platform() -> &'static str {
    match std::env::consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    }
}

/// Sets an attribute of `sys`.
pub(crate) fn set(t: &Thread, name: &str, value: Object) -> PyResult<()> {
    match t.modules.get_name(&t.intern("sys")?) {
        Some(sys) => t.set_attribute(&sys, &t.intern(name)?, Some(&value)),
        None => Err(t.runtime_error("lost sys module")),
    }
}
