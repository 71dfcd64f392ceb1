//! Sums, products and lengths of many numbers: `fsum`, `prod`, `hypot`, `dist`.

use super::real::{scale, split};
use numbers::{float, float_value};
use objects::Object;
use types::{
    Args, BinaryOp, NativeCode, NativeDef, Parameters, PyResult, Thread, Tuple, check_count,
};

/// The exact sum of floats: numbers of growing size that do not overlap (Shewchuk).
#[derive(Default)]
struct ExactSum {
    partials: Vec<f64>,
    /// What infinities and NaNs add up to, and the infinities alone.
    special: f64,
    infinities: f64,
}

impl ExactSum {
    fn add(&mut self, t: &Thread, value: f64) -> PyResult<()> {
        let mut x = value;
        let mut kept = 0;
        for at in 0..self.partials.len() {
            let mut y = self.partials[at];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                self.partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        self.partials.truncate(kept);
        if x == 0.0 {
            return Ok(());
        }
        if x.is_finite() {
            self.partials.push(x);
            return Ok(());
        }
        if value.is_finite() {
            return Err(t.overflow_error("intermediate overflow in fsum"));
        }
        if value.is_infinite() {
            self.infinities += value;
        }
        self.special += value;
        self.partials.clear();
        Ok(())
    }

    /// The sum, rounded once.
    fn total(&self, t: &Thread) -> PyResult<f64> {
        if self.special != 0.0 {
            return match self.infinities.is_nan() {
                true => Err(t.value_error("-inf + inf in fsum")),
                false => Ok(self.special),
            };
        }
        let mut rest = self.partials.iter().rev().copied();
        let (mut high, mut low) = (rest.next().unwrap_or(0.0), 0.0);
        for y in rest.by_ref() {
            let x = high;
            high = x + y;
            low = y - (high - x);
            if low != 0.0 {
                break;
            }
        }
        // Half way between two floats, what comes after decides.
        if let Some(next) = rest.next()
            && (low < 0.0 && next < 0.0 || low > 0.0 && next > 0.0)
        {
            let twice = low * 2.0;
            let up = high + twice;
            if twice == up - high {
                high = up;
            }
        }
        Ok(high)
    }
}

fn fsum(t: &Thread, _: &Object, seq: &Object) -> PyResult {
    let iterator = t.iter(seq)?;
    let mut sum = ExactSum::default();
    while let Some(item) = t.next(&iterator)? {
        sum.add(t, float_value(t, &item)?)?;
    }
    float(t, sum.total(t)?)
}

static PROD: Parameters = Parameters {
    function: "prod",
    names: &["", "start"],
    required: 1,
    positional: 1,
};

fn prod(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    let [iterable, start] = t.arguments(&PROD, args)?;
    let mut result = start.cloned().unwrap_or(Object::int32(1));
    let Some(iterable) = iterable else {
        return Ok(result);
    };
    let iterator = t.iter(iterable)?;
    while let Some(item) = t.next(&iterator)? {
        result = t.binary(BinaryOp::Multiply, &result, &item)?;
    }
    Ok(result)
}

/// A sum that also keeps what rounding took from it.
struct Compensated {
    sum: f64,
    lost: f64,
}

impl Compensated {
    /// Adds a number that is smaller than the sum.
    fn add(&mut self, x: f64) {
        let old = self.sum;
        self.sum += x;
        self.lost += (old - self.sum) + x;
    }
}

/// A float as the sum of two of 26 bits each (Veltkamp), whose products are exact.
fn halves(x: f64) -> (f64, f64) {
    let t = x * 134_217_729.0;
    let high = t - (t - x);
    (high, x - high)
}

/// The length of a vector (`vector_norm`): scaled so that nothing overflows, squared without
/// loss, and the root corrected by what is missing.
fn norm(vector: &[f64]) -> f64 {
    let sizes = vector.iter().map(|x| x.abs());
    let max = sizes.clone().fold(0.0, f64::max);
    if max.is_infinite() {
        return max;
    }
    if vector.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if max == 0.0 || vector.len() <= 1 {
        return max;
    }
    let (_, exponent) = split(max);
    if exponent < -1023 {
        return subnormal_norm(vector, max);
    }
    let factor = scale(1.0, -exponent);
    let mut large = Compensated {
        sum: 1.0,
        lost: 0.0,
    };
    let (mut middle, mut small) = (0.0, 0.0);
    let mut add = |high: f64, low: f64, sign: f64| {
        // Three sums share the running total, and each keeps its own losses.
        large.add(sign * high * high);
        let mut part = Compensated {
            sum: large.sum,
            lost: middle,
        };
        part.add(sign * 2.0 * high * low);
        middle = part.lost;
        part.lost = small;
        part.add(sign * low * low);
        small = part.lost;
        large.sum = part.sum;
        large.sum - 1.0 + (large.lost + middle + small)
    };
    let mut square = 0.0;
    for x in sizes {
        let (high, low) = halves(x * factor);
        square = add(high, low, 1.0);
    }
    let root = square.sqrt();
    let (high, low) = halves(root);
    let missing = add(high, low, -1.0);
    (root + missing / (2.0 * root)) / factor
}

/// The length of a vector of numbers that are all subnormal: their scale would overflow.
fn subnormal_norm(vector: &[f64], max: f64) -> f64 {
    let mut sum = Compensated {
        sum: 1.0,
        lost: 0.0,
    };
    for x in vector {
        let x = x.abs() / max;
        sum.add(x * x);
    }
    max * (sum.sum - 1.0 + sum.lost).sqrt()
}

fn hypot(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    let values: PyResult<Vec<f64>> = args.iter().map(|arg| float_value(t, arg)).collect();
    float(t, norm(&values?))
}

/// The coordinates of a point: a tuple, or anything that can be iterated over.
fn point(t: &Thread, object: &Object) -> PyResult<Vec<Object>> {
    match object.downcast::<Tuple>() {
        Some(tuple) => Ok(tuple.items().to_vec()),
        None => t.collect(object),
    }
}

fn dist(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "dist", args.len(), 2, 2)?;
    let (p, q) = (point(t, &args[0])?, point(t, &args[1])?);
    if p.len() != q.len() {
        return Err(t.value_error("both points must have the same number of dimensions"));
    }
    let mut differences = Vec::with_capacity(p.len());
    for (p, q) in p.iter().zip(&q) {
        differences.push(float_value(t, p)? - float_value(t, q)?);
    }
    float(t, norm(&differences))
}

pub(super) static FUNCTIONS: &[NativeDef] = &[
    NativeDef {
        name: "fsum",
        code: NativeCode::One(fsum),
        doc: "Return an accurate floating point sum of values in the iterable seq.",
    },
    NativeDef {
        name: "prod",
        code: NativeCode::Keywords(prod),
        doc: "Calculate the product of all the elements in the input iterable.",
    },
    NativeDef {
        name: "hypot",
        code: NativeCode::Fast(hypot),
        doc: "hypot(*coordinates) -> value",
    },
    NativeDef {
        name: "dist",
        code: NativeCode::Fast(dist),
        doc: "Return the Euclidean distance between two points p and q.",
    },
];
