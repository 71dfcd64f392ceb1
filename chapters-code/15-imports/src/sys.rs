//! `sys`, as far as the machine has what it shows.

use crate::hooks;
use crate::module::Module;
use crate::size::get_size_of;
use crate::streams::{Which, stream};
use crate::struct_sequence::{StructSequence, fields};
use numbers::{DIGITS_THRESHOLD, IntSettings};
use objects::Object;
use types::{
    Args, Details, ErrorKind, NativeCode, NativeDef, Parameters, PyResult, Thread, Version,
    check_count,
};

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

fn set_max_digits(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("set_int_max_str_digits", &["maxdigits"], 1);
    let [Some(digits)] = t.arguments(&PARAMETERS, args)? else {
        let message = "set_int_max_str_digits() missing required argument 'maxdigits' (pos 1)";
        return Err(t.type_error(message));
    };
    let too_large = || t.overflow_error("Python int too large to convert to C int");
    let digits = i32::try_from(numbers::to_isize(t, digits)?).map_err(|_| too_large())?;
    match usize::try_from(digits) {
        Ok(digits) if digits == 0 || digits >= DIGITS_THRESHOLD => {
            t.extension::<IntSettings>().max_digits.set(digits);
            Ok(Object::none())
        }
        _ => Err(t.value_error(format!(
            "maxdigits must be 0 or larger than {DIGITS_THRESHOLD}"
        ))),
    }
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
        name: "get_int_max_str_digits",
        code: NativeCode::NoArgs(|t, _| {
            let digits = t.extension::<IntSettings>().max_digits.get();
            numbers::int_from_usize(t, digits)
        }),
        doc: "Return the maximum string digits limit for non-binary int<->str conversions.",
    },
    NativeDef {
        name: "set_int_max_str_digits",
        code: NativeCode::Keywords(set_max_digits),
        doc: "Set the maximum string digits limit for non-binary int<->str conversions.",
    },
    NativeDef {
        name: "getsizeof",
        code: NativeCode::VarArgs(get_size_of),
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
    let dict = containers::dict(t)?;
    let module = Module::native(t, "sys", dict.clone())?;
    let set =
        |name: &str, value: Object| -> PyResult<()> { Ok(dict.set_name(&t.intern(name)?, value)?) };
    let name = t.str("sys")?;
    let newer = match t.version {
        Version::V310 => &[],
        Version::V311 => FUNCTIONS_311,
    };
    let functions = FUNCTIONS.iter().chain(newer);
    for def in functions
        .chain(generators::SYS_FUNCTIONS)
        .chain(hooks::FUNCTIONS)
        .chain(hooks::ASYNC_FUNCTIONS)
    {
        let receiver = module.clone().into_object();
        let function = t.native_function(def, receiver, Some(name.clone()))?;
        set(def.name, function)?;
    }
    for def in hooks::FUNCTIONS {
        let hook = dict.get_name(&t.intern(def.name)?);
        set(&format!("__{}__", def.name), hook.unwrap_or(Object::none()))?;
    }
    let unraisable = dict.get_name(&t.intern("unraisablehook")?);
    drop(t.extension::<hooks::Usual>().unraisable.replace(unraisable));
    hooks::install(t);
    set_streams(t, &set)?;
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
    set("version_info", VERSION_INFO.make(t, info)?)?;
    set("float_info", float_info(t)?)?;
    set("int_info", int_info(t)?)?;
    set("hash_info", hash_info(t)?)?;
    t.modules
        .set_name(&t.intern("sys")?, module.into_object())?;
    Ok(())
}

/// The standard streams, and their names for when a program puts others in their place.
fn set_streams(t: &Thread, set: &dyn Fn(&str, Object) -> PyResult<()>) -> PyResult<()> {
    let usual = t.extension::<exceptions::StandardStreams>();
    for (name, which, place) in [
        ("stdin", Which::Input, None),
        ("stdout", Which::Output, Some(&usual.stdout)),
        ("stderr", Which::Error, Some(&usual.stderr)),
    ] {
        let stream = stream(t, which)?;
        if let Some(place) = place {
            place.set(stream.clone());
        }
        set(&format!("__{name}__"), stream.clone())?;
        set(name, stream)?;
    }
    Ok(())
}

static VERSION_INFO: StructSequence = StructSequence {
    name: "version_info",
    shown: "sys.version_info",
    fields: fields![0 "major", 1 "minor", 2 "micro", 3 "releaselevel", 4 "serial"],
};

static FLOAT_INFO: StructSequence = StructSequence {
    name: "float_info",
    shown: "sys.float_info",
    fields: fields![
        0 "max", 1 "max_exp", 2 "max_10_exp", 3 "min", 4 "min_exp", 5 "min_10_exp", 6 "dig",
        7 "mant_dig", 8 "epsilon", 9 "radix", 10 "rounds",
    ],
};

fn float_info(t: &Thread) -> PyResult {
    let items = vec![
        numbers::float(t, f64::MAX)?,
        Object::int32(f64::MAX_EXP),
        Object::int32(f64::MAX_10_EXP),
        numbers::float(t, f64::MIN_POSITIVE)?,
        Object::int32(f64::MIN_EXP),
        Object::int32(f64::MIN_10_EXP),
        Object::int32(f64::DIGITS as i32),
        Object::int32(f64::MANTISSA_DIGITS as i32),
        numbers::float(t, f64::EPSILON)?,
        Object::int32(f64::RADIX as i32),
        Object::int32(1),
    ];
    FLOAT_INFO.make(t, items)
}

static INT_INFO: StructSequence = StructSequence {
    name: "int_info",
    shown: "sys.int_info",
    fields: fields![
        0 "bits_per_digit", 1 "sizeof_digit", 2 "default_max_str_digits",
        3 "str_digits_check_threshold",
    ],
};

fn int_info(t: &Thread) -> PyResult {
    let items = [30, 4, 4300, 640].map(Object::int32);
    INT_INFO.make(t, items.to_vec())
}

static HASH_INFO: StructSequence = StructSequence {
    name: "hash_info",
    shown: "sys.hash_info",
    fields: fields![
        0 "width", 1 "modulus", 2 "inf", 3 "nan", 4 "imag", 5 "algorithm", 6 "hash_bits",
        7 "seed_bits", 8 "cutoff",
    ],
};

fn hash_info(t: &Thread) -> PyResult {
    let algorithm = match t.version {
        Version::V310 => "siphash24",
        Version::V311 => "siphash13",
    };
    let items = vec![
        Object::int32(64),
        numbers::int(t, (1 << 61) - 1)?,
        Object::int32(314_159),
        Object::int32(0),
        Object::int32(1_000_003),
        t.str(algorithm)?,
        Object::int32(64),
        Object::int32(128),
        Object::int32(0),
    ];
    HASH_INFO.make(t, items)
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
