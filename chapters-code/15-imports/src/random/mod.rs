//! `random`: the class `Random`, and its methods on one hidden generator as functions.

mod distributions;
mod integers;
mod seed;
mod sequences;
mod twister;

use crate::native::{self, Filling};
use num_bigint::{BigInt, Sign};
use numbers::{float, float_value, int_from_bigint, to_isize};
use objects::{Object, Slot, Visit, heap, payload};
use std::cell::Cell;
use twister::Twister;
use types::{AccessorDef, Args, Flags, NativeCode, NativeDef, Parameters, PyResult, Thread, Type};

/// `random.Random`
struct Random {
    twister: Twister,
    /// The second of two numbers that `gauss` makes at once, or `None`.
    gauss_next: Slot,
}

payload!(Random, "Random", traverse);

impl Random {
    fn traverse(&self, visit: Visit<'_>) {
        self.gauss_next.traverse(visit);
    }

    fn clear(&self) {
        self.gauss_next.clear();
    }
}

#[derive(Default)]
struct RandomType(Cell<Option<&'static Type>>);

/// The generator that a method was called on.
fn own<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Random> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a generator of random numbers was expected"))
}

fn new(_: &Thread, class: &Type, _: Args<'_>) -> PyResult {
    let random = Random {
        twister: Twister::new(),
        gauss_next: Slot::new(Object::none()),
    };
    let object = heap().make(class.core(), random)?.into_object();
    Ok(object)
}

static INIT: Parameters = Parameters::new("Random.__init__", &["x"], 0);

fn init(t: &Thread, object: &Object, args: Args<'_>) -> PyResult<()> {
    let [x] = t.arguments(&INIT, args)?;
    let x = x.cloned().unwrap_or(Object::none());
    let seed = t.intern("seed")?;
    drop(t.call_method(object, &seed, &[x])?);
    own(t, object)?.gauss_next.set(Object::none());
    Ok(())
}

fn get_rand_bits(t: &Thread, object: &Object, k: &Object) -> PyResult {
    let bits = t.index(k)?;
    let bits = numbers::Integer::of(&bits).and_then(|bits| bits.to_i64());
    let bits = match bits.map(i32::try_from) {
        Some(Ok(bits)) => bits,
        _ => return Err(t.overflow_error("Python int too large to convert to C int")),
    };
    let Ok(bits) = u64::try_from(bits) else {
        return Err(t.value_error("number of bits must be non-negative"));
    };
    int_from_bigint(t, random_bits(own(t, object)?, bits)?)
}

/// An integer of `bits` random bits.
fn random_bits(random: &Random, bits: u64) -> PyResult<BigInt> {
    numbers::reserve(bits)?;
    Ok(BigInt::new(Sign::Plus, random.twister.bits(bits)))
}

fn rand_bytes(t: &Thread, object: &Object, n: &Object) -> PyResult {
    let count = to_isize(t, n)?;
    let bits = count.checked_mul(8).unwrap_or(i64::MAX);
    let bits = numbers::int(t, bits)?;
    let value = t.call_method(object, &t.intern("getrandbits")?, &[bits])?;
    let mut bytes = match numbers::as_bigint(&value) {
        Some(value) => value.magnitude().to_bytes_le(),
        None => return Err(t.type_error("getrandbits() must return an int")),
    };
    bytes.resize(count as usize, 0);
    t.bytes(&bytes)
}

fn get_state(t: &Thread, object: &Object) -> PyResult {
    let random = own(t, object)?;
    let words: PyResult<Vec<Object>> = random
        .twister
        .state()
        .map(|word| numbers::int(t, word.into()))
        .collect();
    let next = random.gauss_next.get().unwrap_or(Object::none());
    containers::tuple(
        t,
        vec![Object::int32(3), containers::tuple(t, words?)?, next],
    )
}

fn set_state(t: &Thread, object: &Object, state: &Object) -> PyResult {
    let version = t.get_item(state, &Object::int32(0))?;
    if !matches!(version.as_small_int(), Some(2 | 3)) {
        let version = t.to_str(&version)?.to_text();
        return Err(t.value_error(format!(
            "state with version {version} passed to Random.setstate() of version 3"
        )));
    }
    let parts = t.collect(state)?;
    let [_, words, next] = parts.as_slice() else {
        let count = parts.len();
        return Err(t.value_error(match count {
            4.. => "too many values to unpack (expected 3)".to_owned(),
            _ => format!("not enough values to unpack (expected 3, got {count})"),
        }));
    };
    if words.downcast::<types::Tuple>().is_none() {
        return Err(t.type_error("state vector must be a tuple"));
    }
    let values = t.collect(words)?;
    if values.len() != twister::WORDS + 1 {
        return Err(t.value_error("state vector is the wrong size"));
    }
    let mut words = [0; twister::WORDS];
    for (place, value) in words.iter_mut().zip(&values) {
        // Version 2 has them with a sign.
        *place = to_isize(t, value)? as u32;
    }
    let index = to_isize(t, &values[twister::WORDS])?;
    let random = own(t, object)?;
    let index = usize::try_from(index).unwrap_or(usize::MAX);
    if !random.twister.restore(&words, index) {
        return Err(t.value_error("invalid state"));
    }
    random.gauss_next.set(next.clone());
    Ok(Object::none())
}

fn reduce(t: &Thread, object: &Object) -> PyResult {
    let class = t.type_of(object).object().into_object();
    let state = t.call_method(object, &t.intern("getstate")?, &[])?;
    t.tuple([class, t.empty_tuple()?, state])
}

static CORE: &[NativeDef] = &[
    NativeDef {
        name: "random",
        code: NativeCode::NoArgs(|t, object| float(t, own(t, object)?.twister.float())),
        doc: "random() -> x in the interval [0, 1).",
    },
    NativeDef {
        name: "seed",
        code: NativeCode::Keywords(seed::seed),
        doc: "Initialize internal state from a seed.",
    },
    NativeDef {
        name: "getrandbits",
        code: NativeCode::One(get_rand_bits),
        doc: "getrandbits(k) -> x.  Generates an int with k random bits.",
    },
    NativeDef {
        name: "randbytes",
        code: NativeCode::One(rand_bytes),
        doc: "Generate n random bytes.",
    },
    NativeDef {
        name: "getstate",
        code: NativeCode::NoArgs(get_state),
        doc: "Return internal state; can be passed to setstate() later.",
    },
    NativeDef {
        name: "setstate",
        code: NativeCode::One(set_state),
        doc: "Restore internal state from object returned by getstate().",
    },
    NativeDef {
        name: "__getstate__",
        code: NativeCode::NoArgs(get_state),
        doc: "",
    },
    NativeDef {
        name: "__setstate__",
        code: NativeCode::One(set_state),
        doc: "",
    },
    NativeDef {
        name: "__reduce__",
        code: NativeCode::NoArgs(reduce),
        doc: "",
    },
];

static ACCESSORS: &[AccessorDef] = &[AccessorDef::settable(
    "gauss_next",
    |t, object| Ok(own(t, object)?.gauss_next.get().unwrap_or(Object::none())),
    |t, object, value| {
        let value = value.cloned().unwrap_or(Object::none());
        own(t, object)?.gauss_next.set(value);
        Ok(())
    },
)];

static METHODS: &[&[NativeDef]] = &[
    CORE,
    integers::METHODS,
    sequences::METHODS,
    distributions::METHODS,
];

fn class(t: &Thread) -> PyResult<&'static Type> {
    let place = &t.extension::<RandomType>().0;
    if let Some(class) = place.get() {
        return Ok(class);
    }
    let class = native::class(t, "random", "Random", t.types.object)?;
    class.declare::<Random>();
    class.set_flags(Flags::BASE);
    class.slots.new.set(Some(new));
    class.slots.init.set(Some(init));
    for methods in METHODS {
        t.add_methods(class, methods)?;
    }
    t.add_accessors(class, ACCESSORS)?;
    t.set_type_attribute(class, "VERSION", Object::int32(3))?;
    t.ready(class)?;
    place.set(Some(class));
    Ok(class)
}

/// Fills the module: the class, and the methods of one generator that nobody else sees.
pub(crate) fn fill(t: &Thread, random: &Filling) -> PyResult<()> {
    let class = class(t)?;
    random.class(t, class)?;
    let hidden = t.call(class.object().as_object(), &[])?;
    random.set(t, "_inst", hidden.clone())?;
    for def in METHODS.iter().copied().flatten() {
        if !def.name.starts_with('_') {
            let method = t.get_attribute(&hidden, &t.intern(def.name)?)?;
            random.set(t, def.name, method)?;
        }
    }
    Ok(())
}

/// An argument of a distribution that is a number.
fn number(t: &Thread, argument: Option<&Object>, otherwise: f64) -> PyResult<f64> {
    argument.map_or(Ok(otherwise), |object| float_value(t, object))
}
