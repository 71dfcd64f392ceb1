//! The builtins about numbers: `abs`, `divmod`, `pow`, `round`, `hex` and the like.
#![forbid(unsafe_code)]

use numbers::Integer;
use objects::Object;
use types::NativeCode::{Fast, Keywords, One};
use types::{Args, NativeDef, Parameters, PyResult, Thread, check_count};

fn divmod(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "divmod", args.len(), 2, 2)?;
    t.divmod(&args[0], &args[1])
}

fn pow(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("pow", &["base", "exp", "mod"], 2);
    match t.arguments(&PARAMETERS, args)? {
        [Some(base), Some(exponent), modulus] => {
            numbers::power(t, base, exponent, modulus.unwrap_or(&Object::none()))
        }
        _ => Err(t.type_error("pow() missing required argument 'exp' (pos 2)")),
    }
}

fn round(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("round", &["number", "ndigits"], 1);
    let [Some(number), places] = t.arguments(&PARAMETERS, args)? else {
        return Err(t.type_error("round() missing required argument 'number' (pos 1)"));
    };
    let Some(method) = t.special_method(number, &t.names.round)? else {
        return Err(t.type_error(format!(
            "type {} doesn't define __round__ method",
            t.type_name(number)
        )));
    };
    match places.filter(|places| !places.is_none()) {
        Some(places) => t.call_found(number, method, std::slice::from_ref(places)),
        None => t.call_found(number, method, &[]),
    }
}

/// `0x1f` and the like (`PyNumber_ToBase`).
fn to_base(t: &Thread, object: &Object, radix: u32) -> PyResult {
    let index = t.index(object)?;
    match Integer::of(&index) {
        Some(value) => {
            // One character for every bit at most.
            objects::heap().check(usize::try_from(value.bits()).unwrap_or(usize::MAX))?;
            t.str(&numbers::to_prefixed(value, radix))
        }
        None => Err(t.type_error("an integer is required")),
    }
}

pub(super) static DEFS: &[NativeDef] = &[
    NativeDef {
        name: "abs",
        code: One(|t, _, object| t.absolute(object)),
        doc: "Return the absolute value of the argument.",
    },
    NativeDef {
        name: "divmod",
        code: Fast(divmod),
        doc: "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.",
    },
    NativeDef {
        name: "pow",
        code: Keywords(pow),
        doc: "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.\n\n\
              Some types, such as ints, are able to use a more efficient algorithm when\n\
              invoked using the three argument form.",
    },
    NativeDef {
        name: "round",
        code: Keywords(round),
        doc: "Round a number to a given precision in decimal digits.\n\n\
              The return value is an integer if ndigits is omitted or None.  Otherwise\n\
              the return value has the same type as the number.  ndigits may be negative.",
    },
    NativeDef {
        name: "hex",
        code: One(|t, _, object| to_base(t, object, 16)),
        doc: "Return the hexadecimal representation of an integer.\n\n   \
              >>> hex(12648430)\n   '0xc0ffee'",
    },
    NativeDef {
        name: "oct",
        code: One(|t, _, object| to_base(t, object, 8)),
        doc: "Return the octal representation of an integer.\n\n   \
              >>> oct(342391)\n   '0o1234567'",
    },
    NativeDef {
        name: "bin",
        code: One(|t, _, object| to_base(t, object, 2)),
        doc: "Return the binary representation of an integer.\n\n   \
              >>> bin(2796202)\n   '0b1010101010101010101010'",
    },
    NativeDef {
        name: "hash",
        code: One(|t, _, object| numbers::int(t, t.hash(object)?)),
        doc: "Return the hash value for the given object.\n\n\
              Two objects that compare equal must also have the same hash value, but the\n\
              reverse is not necessarily true.",
    },
    NativeDef {
        name: "id",
        code: One(|t, _, object| numbers::int_from_u64(t, object.identity())),
        doc: "Return the identity of an object.\n\n\
              This is guaranteed to be unique among simultaneously existing objects.\n\
              (CPython uses the object's memory address.)",
    },
];
