//! What is `complex` as a type? Its constructor and its methods.

use crate::complex::{Complex, as_complex, complex, complex_of_class, of_parts};
use crate::complex_arithmetic;
use crate::complex_text;
use crate::float::float;
use objects::Object;
use types::NativeCode::NoArgs;
use types::{AccessorDef, Args, NativeDef, Parameters, PyResult, Thread, Type, Version, as_str};

/// `complex(real, imag)` and `complex(text)` (`complex_new_impl`).
fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("complex", &["real", "imag"], 0);
    let [real, imaginary] = t.arguments(&PARAMETERS, args)?;
    if let (Some(only), None) = (real, imaginary)
        && t.is_exact(only, t.types.complex)
        && class.is(t.types.complex)
    {
        return Ok(only.clone());
    }
    if let Some((object, text)) = real.and_then(|real| Some((real, as_str(real)?))) {
        return match imaginary {
            Some(_) => Err(t.type_error("complex() can't take second arg if first is a string")),
            None => complex_of_class(t, class, complex_text::parse(t, text, object)?),
        };
    }
    if imaginary.is_some_and(|part| as_str(part).is_some()) {
        return Err(t.type_error("complex() second arg can't be a string"));
    }
    of_parts(t, class, real, imaginary)
}

fn own(object: &Object) -> (f64, f64) {
    as_complex(object).unwrap_or_default()
}

static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "conjugate",
        code: NoArgs(|t, object| {
            let (real, imaginary) = own(object);
            complex(t, (real, -imaginary))
        }),
        doc: "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.",
    },
    NativeDef {
        name: "__getnewargs__",
        code: NoArgs(|t, object| {
            let (real, imaginary) = own(object);
            t.tuple([float(t, real)?, float(t, imaginary)?])
        }),
        doc: "",
    },
];

/// What 3.11 added.
static NEWER_METHODS: &[NativeDef] = &[NativeDef {
    name: "__complex__",
    code: NoArgs(complex_arithmetic::exact),
    doc: "Convert this value to exact type complex.",
}];

static FIELDS: &[AccessorDef] = &[
    AccessorDef {
        name: "real",
        get: |t, object| float(t, own(object).0),
        set: None,
        doc: "the real part of a complex number",
    },
    AccessorDef {
        name: "imag",
        get: |t, object| float(t, own(object).1),
        set: None,
        doc: "the imaginary part of a complex number",
    },
];

const DOC: &str = "Create a complex number from a real part and an optional imaginary part.\n\n\
     This is equivalent to (real + imag*1j) where imag defaults to 0.";

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.complex;
    kind.declare::<Complex>();
    kind.set_flags(types::Flags::BASE);
    complex_arithmetic::install(&kind.slots);
    kind.slots.new.set(Some(new));
    kind.slots.repr.set(Some(complex_text::repr));
    kind.slots.hash.set(Some(crate::hash::complex));
    t.add_methods(kind, METHODS)?;
    if t.version == Version::V311 {
        t.add_methods(kind, NEWER_METHODS)?;
    }
    t.add_accessors(kind, FIELDS)?;
    t.set_type_attribute(kind, "__doc__", t.str(DOC)?)?;
    t.ready(kind)
}
