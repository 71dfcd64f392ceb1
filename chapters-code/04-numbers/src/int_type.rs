//! What is `int` as a type? Its constructor and its methods.

use crate::convert::{buffer, to_int, to_isize};
use crate::int::{Integer, exact, int, int_from_bigint, int_from_u64, int_of_class, reserve};
use crate::int_text;
use num_bigint::{BigInt, Sign};
use num_integer::Integer as _;
use num_traits::{One, Pow, Signed};
use objects::{Object, OutOfMemory};
use types::NativeCode::{Fast, Keywords, NoArgs};
use types::{AccessorDef, Args, NativeDef, Parameters, PyResult, Thread, Type, Version};
use types::{as_str, check_count};

/// `int(x)` and `int(text, base)` (`long_new_impl`).
fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("int", &["", "base"], 0);
    let value = match t.arguments(&PARAMETERS, args)? {
        [None, None] => return int_of_class(t, class, BigInt::ZERO),
        [None, Some(_)] => return Err(t.type_error("int() missing string argument")),
        [Some(value), None] => to_int(t, value)?,
        [Some(value), Some(base)] => with_base(t, value, base)?,
    };
    match Integer::of(&value) {
        Some(integer) if !class.is(t.types.int) => {
            int_of_class(t, class, integer.to_big().into_owned())
        }
        _ => exact(t, &value),
    }
}

fn with_base(t: &Thread, text: &Object, base: &Object) -> PyResult {
    // A base too large for the machine is out of range like any other.
    let base = t.index(base)?;
    let base = Integer::of(&base).and_then(Integer::to_i64).unwrap_or(-1);
    let base = match u32::try_from(base) {
        Ok(base @ (0 | 2..=36)) => base,
        _ => return Err(t.value_error("int() base must be >= 2 and <= 36, or 0")),
    };
    if let Some(string) = as_str(text) {
        return int_text::parse_str(t, t.types.int, string, base, text);
    }
    let is_bytes =
        t.is_instance_of(text, t.types.bytes) || t.is_instance_of(text, t.types.bytearray);
    match buffer(text).filter(|_| is_bytes) {
        Some(bytes) => int_text::parse_bytes(t, t.types.int, &bytes, base),
        None => Err(t.type_error("int() can't convert non-string with explicit base")),
    }
}

/// The integer that a method was called on.
fn own<'a>(t: &Thread, object: &'a Object) -> PyResult<Integer<'a>> {
    Integer::of(object).ok_or_else(|| t.type_error("an integer is required"))
}

fn bit_count(t: &Thread, object: &Object) -> PyResult {
    let magnitude = own(t, object)?.to_big();
    let ones = magnitude.magnitude().count_ones();
    int_from_u64(t, ones)
}

/// `round(n, places)`: negative places round to a power of ten, half to even
/// (`int___round___impl`).
fn round(t: &Thread, object: &Object, args: &[Object]) -> PyResult {
    check_count(t, "__round__", args.len(), 0, 1)?;
    let Some(places) = args.first() else {
        return exact(t, object);
    };
    let places = t.index(places)?;
    let places = own(t, &places)?;
    if !places.is_negative() {
        return exact(t, object);
    }
    let value = own(t, object)?;
    // A power of ten of more digits than this is more than twice the number.
    let most = value.bits() as i64 / 3 + 2;
    let Some(places) = places.to_i64().filter(|places| -places <= most) else {
        return int(t, 0);
    };
    let exponent = u32::try_from(-places).map_err(|_| OutOfMemory)?;
    reserve(u64::from(exponent) * 4)?;
    let unit: BigInt = BigInt::from(10).pow(exponent);
    let value = value.to_big();
    let (mut quotient, rest) = value.div_mod_floor(&unit);
    let twice: BigInt = rest << 1;
    if twice > unit || twice == unit && quotient.is_odd() {
        quotient += 1;
    }
    int_from_bigint(t, quotient * unit)
}

fn is_little(t: &Thread, order: Option<&Object>, function: &str) -> PyResult<bool> {
    let Some(order) = order else {
        return Ok(false);
    };
    let Some(text) = as_str(order) else {
        return Err(t.type_error(format!(
            "{function}() argument 'byteorder' must be str, not {}",
            t.type_name(order)
        )));
    };
    if text.equals("little") {
        Ok(true)
    } else if text.equals("big") {
        Ok(false)
    } else {
        Err(t.value_error("byteorder must be either 'little' or 'big'"))
    }
}

/// The parameters of a method, of which 3.11 requires fewer than 3.10.
fn bind<'a>(
    t: &Thread,
    args: Args<'a>,
    (older, newer): (&Parameters, &Parameters),
) -> PyResult<[Option<&'a Object>; 3]> {
    match t.version {
        Version::V310 => t.arguments(older, args),
        Version::V311 => t.arguments(newer, args),
    }
}

fn to_bytes(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    const NAMES: &[&str] = &["length", "byteorder", "signed"];
    static OLDER: Parameters = Parameters {
        positional: 2,
        ..Parameters::new("to_bytes", NAMES, 2)
    };
    static NEWER: Parameters = Parameters {
        positional: 2,
        ..Parameters::new("to_bytes", NAMES, 0)
    };
    let [length, order, signed] = bind(t, args, (&OLDER, &NEWER))?;
    let length = match length {
        Some(length) => to_isize(t, length)?,
        None => 1,
    };
    let little = is_little(t, order, "to_bytes")?;
    let signed = signed.map_or(Ok(false), |signed| t.is_true(signed))?;
    let Ok(length) = usize::try_from(length) else {
        return Err(t.value_error("length argument must be non-negative"));
    };
    let value = own(t, object)?;
    if value.is_negative() && !signed {
        return Err(t.overflow_error("can't convert negative int to unsigned"));
    }
    let value = value.to_big();
    // The bits needed: of a negative number one less than of its magnitude if that is a
    // power of two, and one for the sign.
    let bits = match value.is_negative() {
        true => (value.as_ref() + BigInt::one()).bits() + 1,
        false => value.bits() + u64::from(signed && value.is_positive()),
    };
    if bits > (length as u64).saturating_mul(8) {
        return Err(t.overflow_error("int too big to convert"));
    }
    objects::heap().check(length)?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length).map_err(|_| OutOfMemory)?;
    bytes.extend(value.to_signed_bytes_le());
    let fill = if value.is_negative() { 0xFF } else { 0 };
    bytes.resize(length, fill);
    if !little {
        bytes.reverse();
    }
    t.bytes(&bytes)
}

/// The bytes of an object as `bytes(object)` has them (`PyObject_Bytes`).
fn bytes_of(t: &Thread, object: &Object) -> PyResult<Vec<u8>> {
    if let Some(bytes) = buffer(object) {
        return Ok(bytes);
    }
    let refuse = || {
        let kind = t.type_name(object);
        t.type_error(format!("cannot convert '{kind}' object to bytes"))
    };
    if let Some(method) = t.special_method(object, &t.names.bytes)? {
        let bytes = t.call_found(object, method, &[])?;
        return buffer(&bytes).ok_or_else(|| {
            let kind = t.type_name(&bytes);
            t.type_error(format!("__bytes__ returned non-bytes (type {kind})"))
        });
    }
    if as_str(object).is_some() || t.type_of(object).slots.iter.get().is_none() {
        return Err(refuse());
    }
    let mut bytes = Vec::new();
    t.for_each(object, |item| {
        let item = t.index(&item)?;
        let byte = Integer::of(&item).and_then(Integer::to_i64);
        let byte = byte.and_then(|byte| u8::try_from(byte).ok());
        objects::heap().check(bytes.len() + 1)?;
        bytes.push(byte.ok_or_else(|| t.value_error("bytes must be in range(0, 256)"))?);
        Ok(())
    })?;
    Ok(bytes)
}

fn from_bytes(t: &Thread, class: &Object, args: Args<'_>) -> PyResult {
    const NAMES: &[&str] = &["bytes", "byteorder", "signed"];
    static OLDER: Parameters = Parameters {
        positional: 2,
        ..Parameters::new("from_bytes", NAMES, 2)
    };
    static NEWER: Parameters = Parameters {
        positional: 2,
        ..Parameters::new("from_bytes", NAMES, 1)
    };
    let [bytes, order, signed] = bind(t, args, (&OLDER, &NEWER))?;
    let Some(bytes) = bytes else {
        return Err(t.type_error("from_bytes() missing required argument 'bytes' (pos 1)"));
    };
    let little = is_little(t, order, "from_bytes")?;
    let signed = signed.map_or(Ok(false), |signed| t.is_true(signed))?;
    let bytes = bytes_of(t, bytes)?;
    reserve(bytes.len() as u64 * 8)?;
    let value = match (little, signed) {
        (true, true) => BigInt::from_signed_bytes_le(&bytes),
        (true, false) => BigInt::from_bytes_le(Sign::Plus, &bytes),
        (false, true) => BigInt::from_signed_bytes_be(&bytes),
        (false, false) => BigInt::from_bytes_be(Sign::Plus, &bytes),
    };
    let value = int_from_bigint(t, value)?;
    match class.downcast::<Type>() {
        Some(kind) if !kind.is(t.types.int) => t.call(class, &[value]),
        _ => Ok(value),
    }
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "conjugate",
        code: NoArgs(exact),
        doc: "Returns self, the complex conjugate of any int.",
    },
    NativeDef {
        name: "bit_length",
        code: NoArgs(|t, object| int_from_u64(t, own(t, object)?.bits())),
        doc: "Number of bits necessary to represent self in binary.\n\n>>> bin(37)\n'0b100101'\n>>> (37).bit_length()\n6",
    },
    NativeDef {
        name: "bit_count",
        code: NoArgs(bit_count),
        doc: "Number of ones in the binary representation of the absolute value of self.\n\nAlso known as the population count.\n\n>>> bin(13)\n'0b1101'\n>>> (13).bit_count()\n3",
    },
    NativeDef {
        name: "to_bytes",
        code: Keywords(to_bytes),
        doc: "Return an array of bytes representing an integer.",
    },
    NativeDef {
        name: "as_integer_ratio",
        code: NoArgs(|t, object| t.tuple([exact(t, object)?, Object::int32(1)])),
        doc: "Return integer ratio.\n\nReturn a pair of integers, whose ratio is exactly equal to the original int\nand with a positive denominator.",
    },
    NativeDef {
        name: "__trunc__",
        code: NoArgs(exact),
        doc: "Truncating an Integral returns itself.",
    },
    NativeDef {
        name: "__floor__",
        code: NoArgs(exact),
        doc: "Flooring an Integral returns itself.",
    },
    NativeDef {
        name: "__ceil__",
        code: NoArgs(exact),
        doc: "Ceiling of an Integral returns itself.",
    },
    NativeDef {
        name: "__round__",
        code: Fast(round),
        doc: "Rounding an Integral returns itself.\n\nRounding with an ndigits argument also returns an integer.",
    },
    NativeDef {
        name: "__getnewargs__",
        code: NoArgs(|t, object| t.tuple([exact(t, object)?])),
        doc: "",
    },
    NativeDef {
        name: "__sizeof__",
        code: NoArgs(int_text::sizeof),
        doc: "Returns size in memory, in bytes.",
    },
];

static CLASS_METHODS: &[NativeDef] = &[NativeDef {
    name: "from_bytes",
    code: Keywords(from_bytes),
    doc: "Return the integer represented by the given array of bytes.",
}];

static FIELDS: &[AccessorDef] = &[
    AccessorDef {
        name: "real",
        get: exact,
        set: None,
        doc: "the real part of a complex number",
    },
    AccessorDef {
        name: "imag",
        get: |_, _| Ok(Object::int32(0)),
        set: None,
        doc: "the imaginary part of a complex number",
    },
    AccessorDef {
        name: "numerator",
        get: exact,
        set: None,
        doc: "the numerator of a rational number in lowest terms",
    },
    AccessorDef {
        name: "denominator",
        get: |_, _| Ok(Object::int32(1)),
        set: None,
        doc: "the denominator of a rational number in lowest terms",
    },
];

const DOC: &str = "int([x]) -> integer\nint(x, base=10) -> integer\n\n\
     Convert a number or string to an integer, or return 0 if no arguments\n\
     are given.  If x is a number, return x.__int__().  For floating point\n\
     numbers, this truncates towards zero.\n\n\
     If x is not a number or if base is given, then x must be a string,\n\
     bytes, or bytearray instance representing an integer literal in the\n\
     given base.  The literal can be preceded by '+' or '-' and be surrounded\n\
     by whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\n\
     Base 0 means to interpret the base from the string as an integer literal.\n\
     >>> int('0b100', base=0)\n4";

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.int;
    kind.declare::<crate::int::Int>();
    kind.set_flags(types::Flags::BASE.and(types::Flags::MATCH_SELF));
    crate::int_arithmetic::install(&kind.slots);
    kind.slots.new.set(Some(new));
    kind.slots.repr.set(Some(int_text::repr));
    kind.slots.hash.set(Some(crate::hash::int));
    kind.slots.float.set(Some(|t, object| {
        crate::float_arithmetic::float_of_int(t, own(t, object)?)
    }));
    t.add_methods(kind, METHODS)?;
    t.add_class_methods(kind, CLASS_METHODS)?;
    t.add_accessors(kind, FIELDS)?;
    t.set_type_attribute(kind, "__doc__", t.str(DOC)?)?;
    t.ready(kind)
}
