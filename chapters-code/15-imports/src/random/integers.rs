//! Random integers: `randrange`, `randint`, and the choice below a bound that all the rest
//! is made of.

use super::{Random, RandomType, own, random_bits};
use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};
use numbers::{as_bigint, int_from_bigint};
use objects::Object;
use types::{Args, BinaryOp, NativeCode, NativeDef, Parameters, PyResult, Thread, Version};

/// A generator that methods draw from. Its class may have its own `random` or
/// `getrandbits`, and these are called then.
pub(super) struct Source<'a> {
    object: &'a Object,
    random: &'a Random,
    how: How,
}

/// Which methods of a class have been replaced.
enum How {
    Own,
    Bits,
    Floats,
}

const FLOAT_BITS: u64 = 53;

impl<'a> Source<'a> {
    pub(super) fn new(t: &Thread, object: &'a Object) -> PyResult<Source<'a>> {
        let random = own(t, object)?;
        Ok(Source {
            object,
            random,
            how: how(t, object)?,
        })
    }

    /// A float in [0, 1).
    pub(super) fn float(&self, t: &Thread) -> PyResult<f64> {
        match self.how {
            How::Own => Ok(self.random.twister.float()),
            _ => {
                let value = t.call_method(self.object, &t.intern("random")?, &[])?;
                numbers::float_value(t, &value)
            }
        }
    }

    fn bits(&self, t: &Thread, bits: u64) -> PyResult<BigInt> {
        if matches!(self.how, How::Own) {
            return random_bits(self.random, bits);
        }
        let bits = numbers::int(t, bits as i64)?;
        let value = t.call_method(self.object, &t.intern("getrandbits")?, &[bits])?;
        match as_bigint(&value) {
            Some(value) => Ok(value.into_owned()),
            None => Err(t.type_error("getrandbits() must return an int")),
        }
    }

    /// A number of items below `n`; of zero, 3.10 says zero.
    pub(super) fn below(&self, t: &Thread, n: usize) -> PyResult<usize> {
        if let (How::Own, Ok(bound @ 1..)) = (&self.how, u32::try_from(n)) {
            let unused = bound.leading_zeros();
            loop {
                let drawn = self.random.twister.word() >> unused;
                if drawn < bound {
                    return Ok(drawn as usize);
                }
            }
        }
        Ok(self.below_big(t, &BigInt::from(n))?.to_usize().unwrap_or(0))
    }

    /// An integer below `n`, which is not negative (`_randbelow`).
    pub(super) fn below_big(&self, t: &Thread, n: &BigInt) -> PyResult<BigInt> {
        if n.is_zero() {
            return Ok(BigInt::zero());
        }
        if matches!(self.how, How::Floats) {
            return self.below_by_floats(t, n);
        }
        loop {
            let drawn = self.bits(t, n.bits())?;
            if &drawn < n {
                return Ok(drawn);
            }
        }
    }

    fn below_by_floats(&self, t: &Thread, n: &BigInt) -> PyResult<BigInt> {
        let all = BigInt::one() << FLOAT_BITS;
        let whole = |value: f64| numbers::truncate(value.floor()).unwrap_or_default();
        if n >= &all {
            let bound = numbers::integer_to_f64(t, numbers::Integer::Big(n))?;
            return Ok(whole(self.float(t)? * bound));
        }
        let size = (1_u64 << FLOAT_BITS) as f64;
        let limit = (&all - &all % n).to_f64().unwrap_or(size) / size;
        loop {
            let drawn = self.float(t)?;
            if drawn < limit {
                return Ok(whole(drawn * size) % n);
            }
        }
    }
}

/// What a class draws from: the nearest of its bases that has either method decides
/// (`Random.__init_subclass__`).
fn how(t: &Thread, object: &Object) -> PyResult<How> {
    let class = t.type_of(object);
    let own = t.extension::<RandomType>().0.get();
    if own.is_some_and(|own| class.is(own)) {
        return Ok(How::Own);
    }
    let (bits, random) = (t.intern("getrandbits")?, t.intern("random")?);
    for base in class.mro() {
        let Some(namespace) = base.namespace() else {
            continue;
        };
        if own.is_some_and(|own| base.is(own)) {
            break;
        }
        if namespace.get_name(&bits).is_some() {
            return Ok(How::Bits);
        }
        if namespace.get_name(&random).is_some() {
            return Ok(How::Floats);
        }
    }
    Ok(How::Own)
}

/// A number between two small ones, if they leave room for one; what is not small is drawn at
/// length.
fn from_small_range(
    t: &Thread,
    source: &Source<'_>,
    start: &Object,
    stop: Option<i64>,
) -> PyResult<Option<Object>> {
    let (Some(start), Some(stop)) = (start.as_small_int(), stop) else {
        return Ok(None);
    };
    let width = stop
        .checked_sub(start)
        .and_then(|width| usize::try_from(width).ok());
    let Some(width) = width.filter(|width| (1..=u32::MAX as usize).contains(width)) else {
        return Ok(None);
    };
    let drawn = source.below(t, width)?;
    numbers::int(t, start.saturating_add(drawn as i64)).map(Some)
}

/// An argument of `randrange`: an integer, or (deprecated) a number that equals one.
fn integer(t: &Thread, object: &Object, what: &str) -> PyResult<BigInt> {
    if let Some(value) = as_bigint(object) {
        return Ok(value.into_owned());
    }
    let indexed = match t.type_of(object).slots.index.get() {
        Some(_) => t.index(object)?,
        None => {
            let whole = numbers::to_int(t, object)?;
            if !t.equal(&whole, object)? {
                return Err(t.value_error(format!("non-integer {what} for randrange()")));
            }
            whole
        }
    };
    match as_bigint(&indexed) {
        Some(value) => Ok(value.into_owned()),
        None => Err(t.system_error("__index__ gave no integer")),
    }
}

static RANDRANGE: Parameters = Parameters::new("Random.randrange", &["start", "stop", "step"], 1);

fn randrange(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let [start, stop, step] = t.arguments(&RANDRANGE, args)?;
    let source = Source::new(t, object)?;
    let Some(start) = start else {
        return Err(t.type_error("Random.randrange() missing 'start'"));
    };
    let small = match (stop, step) {
        (Some(stop), None) => from_small_range(t, &source, start, stop.as_small_int())?,
        (None, None) => from_small_range(t, &source, &Object::int32(0), start.as_small_int())?,
        _ => None,
    };
    if let Some(drawn) = small {
        return Ok(drawn);
    }
    let start = integer(t, start, "arg 1")?;
    let Some(stop) = stop.filter(|stop| !stop.is_none()) else {
        if step.is_some_and(|step| step.as_small_int() != Some(1)) {
            return Err(t.type_error("Missing a non-None stop argument"));
        }
        if !start.is_positive() {
            return Err(t.value_error("empty range for randrange()"));
        }
        return int_from_bigint(t, source.below_big(t, &start)?);
    };
    let stop = integer(t, stop, "stop")?;
    let step = match step {
        Some(step) => integer(t, step, "step")?,
        None => BigInt::one(),
    };
    from_range(t, &source, start, stop, step)
}

fn from_range(
    t: &Thread,
    source: &Source<'_>,
    start: BigInt,
    stop: BigInt,
    step: BigInt,
) -> PyResult {
    let width = &stop - &start;
    if step.is_one() {
        if !width.is_positive() {
            return Err(t.value_error(format!(
                "empty range for randrange() ({start}, {stop}, {width})"
            )));
        }
        return int_from_bigint(t, start + source.below_big(t, &width)?);
    }
    if step.is_zero() {
        return Err(t.value_error("zero step for randrange()"));
    }
    let count = (width + &step - step.signum()) / &step;
    if !count.is_positive() {
        return Err(t.value_error("empty range for randrange()"));
    }
    int_from_bigint(t, start + step * source.below_big(t, &count)?)
}

static RANDINT: Parameters = Parameters::new("Random.randint", &["a", "b"], 2);

fn randint(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let [Some(a), Some(b)] = t.arguments(&RANDINT, args)? else {
        return Err(t.type_error("Random.randint() missing an argument"));
    };
    let source = Source::new(t, object)?;
    let stop = b.as_small_int().and_then(|last| last.checked_add(1));
    if let Some(drawn) = from_small_range(t, &source, a, stop)? {
        return Ok(drawn);
    }
    let stop = t.binary(BinaryOp::Add, b, &Object::int32(1))?;
    let (a, stop) = (integer(t, a, "arg 1")?, integer(t, &stop, "stop")?);
    from_range(t, &source, a, stop, BigInt::one())
}

/// The bound of `_randbelow`, which others use in spite of its name.
fn randbelow(t: &Thread, object: &Object, n: &Object) -> PyResult {
    let n = integer(t, n, "arg 1")?;
    if t.version >= Version::V311 && !n.is_positive() {
        return Err(t.value_error("empty range for randrange()"));
    }
    int_from_bigint(t, Source::new(t, object)?.below_big(t, &n)?)
}

pub(super) static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "randrange",
        code: NativeCode::Keywords(randrange),
        doc: "Choose a random item from range(stop) or range(start, stop[, step]).",
    },
    NativeDef {
        name: "randint",
        code: NativeCode::Keywords(randint),
        doc: "Return random integer in range [a, b], including both end points.",
    },
    NativeDef {
        name: "_randbelow",
        code: NativeCode::One(randbelow),
        doc: "Return a random int in the range [0,n).  Defined for n > 0.",
    },
];
