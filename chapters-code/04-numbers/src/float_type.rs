//! What is `float` as a type? Its constructor and its methods.

use crate::convert::to_float;
use crate::float::{Float, as_f64, exact, float, float_of_class};
use crate::float_arithmetic::{integer_of_float, to_int};
use crate::float_text::{self, HexError};
use crate::format::{float_repr, round_places};
use crate::int::{Integer, int_from_bigint};
use objects::Object;
use types::NativeCode::{Fast, NoArgs, One};
use types::{AccessorDef, Args, NativeDef, PyResult, Thread, Type, Version};
use types::{as_str, check_count, no_keywords};

fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    // A class derived from `float` may take keywords in its `__init__`; 3.11 asks whether it
    // has one of its own.
    if class.is(t.types.float) || (t.version == Version::V311 && !has_own_init(t, class)) {
        no_keywords(t, "float", args)?;
    }
    check_count(t, "float", args.plain().len(), 0, 1)?;
    let value = match args.plain().first() {
        None => 0.0,
        Some(object) => as_f64(&to_float(t, object)?).unwrap_or(0.0),
    };
    float_of_class(t, class, value)
}

fn has_own_init(t: &Thread, class: &Type) -> bool {
    match (class.slots.init.get(), t.types.float.slots.init.get()) {
        (Some(own), Some(base)) => !std::ptr::fn_addr_eq(own, base),
        (own, base) => own.is_some() != base.is_some(),
    }
}

fn own(object: &Object) -> f64 {
    as_f64(object).unwrap_or(0.0)
}

/// `round(x)` and `round(x, places)` (`float___round___impl`).
fn round(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "__round__", args.len(), 0, 1)?;
    let value = own(object);
    let Some(places) = args.first().filter(|places| !places.is_none()) else {
        return integer_of_float(t, value.round_ties_even());
    };
    let places = t.index(places)?;
    let places = match Integer::of(&places) {
        Some(places) => places.to_i64().unwrap_or(if places.is_negative() {
            i64::MIN
        } else {
            i64::MAX
        }),
        None => 0,
    };
    // Beyond these, every float is whole units of the place, or less than half of one.
    match places {
        _ if !value.is_finite() => float(t, value),
        324.. => float(t, value),
        ..=-309 => float(t, 0.0 * value),
        places => {
            let rounded = round_places(value, places as i32);
            match rounded.is_finite() {
                true => float(t, rounded),
                false => Err(t.overflow_error("rounded value too large to represent")),
            }
        }
    }
}

fn as_integer_ratio(t: &Thread, object: &Object) -> PyResult {
    let value = own(object);
    if value.is_infinite() {
        return Err(t.overflow_error("cannot convert Infinity to integer ratio"));
    }
    if value.is_nan() {
        return Err(t.value_error("cannot convert NaN to integer ratio"));
    }
    let (numerator, denominator) = float_text::integer_ratio(value);
    let pair = [
        int_from_bigint(t, numerator)?,
        int_from_bigint(t, denominator)?,
    ];
    t.tuple(pair)
}

fn from_hex(t: &Thread, class: &Object, text: &Object) -> PyResult {
    let Some(string) = as_str(text) else {
        return Err(t.type_error("bad argument type for built-in operation"));
    };
    let utf8 = string.to_text();
    let value = float_text::from_hex(utf8.as_bytes()).map_err(|error| match error {
        HexError::Invalid => t.value_error("invalid hexadecimal floating-point string"),
        HexError::TooLarge => {
            t.overflow_error("hexadecimal value too large to represent as a float")
        }
        HexError::TooLong => t.value_error("hexadecimal string too long to convert"),
    })?;
    let value = float(t, value)?;
    match class.downcast::<Type>() {
        Some(kind) if !kind.is(t.types.float) => t.call(class, &[value]),
        _ => Ok(value),
    }
}

fn get_format(t: &Thread, _class: &Object, kind: &Object) -> PyResult {
    let Some(text) = as_str(kind) else {
        let kind = t.type_name(kind);
        return Err(t.type_error(format!("__getformat__() argument must be str, not {kind}")));
    };
    if text.equals("double") || text.equals("float") {
        return t.str("IEEE, little-endian");
    }
    Err(t.value_error("__getformat__() argument 1 must be 'double' or 'float'"))
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "conjugate",
        code: NoArgs(exact),
        doc: "Return self, the complex conjugate of any float.",
    },
    NativeDef {
        name: "__trunc__",
        code: NoArgs(to_int),
        doc: "Return the Integral closest to x between 0 and x.",
    },
    NativeDef {
        name: "__floor__",
        code: NoArgs(|t, object| integer_of_float(t, own(object).floor())),
        doc: "Return the floor as an Integral.",
    },
    NativeDef {
        name: "__ceil__",
        code: NoArgs(|t, object| integer_of_float(t, own(object).ceil())),
        doc: "Return the ceiling as an Integral.",
    },
    NativeDef {
        name: "__round__",
        code: Fast(round),
        doc: "Return the Integral closest to x, rounding half toward even.\n\nWhen an argument is passed, work like built-in round(x, ndigits).",
    },
    NativeDef {
        name: "as_integer_ratio",
        code: NoArgs(as_integer_ratio),
        doc: "Return integer ratio.",
    },
    NativeDef {
        name: "hex",
        code: NoArgs(|t, object| t.str(&float_text::to_hex(own(object)))),
        doc: "Return a hexadecimal representation of a floating-point number.",
    },
    NativeDef {
        name: "is_integer",
        code: NoArgs(|_, object| {
            let value = own(object);
            Ok(Object::bool(value.is_finite() && value == value.floor()))
        }),
        doc: "Return True if the float is an integer.",
    },
    NativeDef {
        name: "__getnewargs__",
        code: NoArgs(|t, object| t.tuple([exact(t, object)?])),
        doc: "",
    },
];

static CLASS_METHODS: &[NativeDef] = &[
    NativeDef {
        name: "fromhex",
        code: One(from_hex),
        doc: "Create a floating-point number from a hexadecimal string.",
    },
    NativeDef {
        name: "__getformat__",
        code: One(get_format),
        doc: "You probably don't want to use this function.",
    },
];

static FIELDS: &[AccessorDef] = &[
    AccessorDef {
        name: "real",
        get: exact,
        set: None,
        doc: "the real part of a complex number",
    },
    AccessorDef {
        name: "imag",
        get: |t, _| float(t, 0.0),
        set: None,
        doc: "the imaginary part of a complex number",
    },
];

/// `float.__setformat__`, which 3.10 still has: the format of floats is what it is.
static SET_FORMAT: &[NativeDef] = &[NativeDef {
    name: "__setformat__",
    code: Fast(|t, _, args| {
        check_count(t, "__setformat__", args.len(), 2, 2)?;
        get_format(t, &Object::none(), &args[0])?;
        match as_str(&args[1]).map(|text| text.to_text()).as_deref() {
            Some("unknown" | "IEEE, little-endian") => Ok(Object::none()),
            Some("IEEE, big-endian") => Err(t.value_error(
                "can only set double format to 'unknown' or the detected platform value",
            )),
            _ => Err(t.value_error(
                "__setformat__() argument 2 must be 'unknown', 'IEEE, little-endian' or 'IEEE, big-endian'",
            )),
        }
    }),
    doc: "You probably don't want to use this function.",
}];

const DOC: &str = "Convert a string or number to a floating point number, if possible.";

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.float;
    kind.declare::<Float>();
    kind.set_flags(types::Flags::BASE.and(types::Flags::MATCH_SELF));
    crate::float_arithmetic::install(&kind.slots);
    kind.slots.new.set(Some(new));
    kind.slots
        .repr
        .set(Some(|t, object| t.str(&float_repr(own(object)))));
    kind.slots.hash.set(Some(crate::hash::float));
    t.add_methods(kind, METHODS)?;
    t.add_class_methods(kind, CLASS_METHODS)?;
    if t.version == Version::V310 {
        t.add_class_methods(kind, SET_FORMAT)?;
    }
    t.add_accessors(kind, FIELDS)?;
    t.set_type_attribute(kind, "__doc__", t.str(DOC)?)?;
    t.ready(kind)
}
