//! Random floats of many distributions, each computed step by step as CPython does, so that
//! the same seed gives the same numbers.

use super::integers::Source;
use super::{number, own};
use numbers::{float, float_value};
use objects::Object;
use std::f64::consts::{E, PI, TAU};
use types::{Args, BinaryOp, NativeCode, NativeDef, Parameters, PyResult, Thread, Version};

static UNIFORM: Parameters = Parameters::new("Random.uniform", &["a", "b"], 2);

fn uniform(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let [Some(a), Some(b)] = t.arguments(&UNIFORM, args)? else {
        return Err(t.type_error("Random.uniform() missing an argument"));
    };
    let width = t.binary(BinaryOp::Subtract, b, a)?;
    let drawn = float(t, Source::new(t, object)?.float(t)?)?;
    let over = t.binary(BinaryOp::Multiply, &width, &drawn)?;
    t.binary(BinaryOp::Add, a, &over)
}

static TRIANGULAR: Parameters = Parameters::new("Random.triangular", &["low", "high", "mode"], 0);

fn triangular(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let [low, high, mode] = t.arguments(&TRIANGULAR, args)?;
    let mut u = Source::new(t, object)?.float(t)?;
    let (mut low_end, mut high_end) = (number(t, low, 0.0)?, number(t, high, 1.0)?);
    let mut c = match mode.filter(|mode| !mode.is_none()) {
        None => 0.5,
        Some(_) if high_end == low_end => {
            return Ok(low.cloned().unwrap_or(float(t, 0.0)?));
        }
        Some(mode) => (float_value(t, mode)? - low_end) / (high_end - low_end),
    };
    if u > c {
        u = 1.0 - u;
        c = 1.0 - c;
        std::mem::swap(&mut low_end, &mut high_end);
    }
    float(t, low_end + (high_end - low_end) * (u * c).sqrt())
}

/// The ratio of uniform deviates (Kinderman and Monahan): a normal deviate.
fn normal(t: &Thread, source: &Source<'_>) -> PyResult<f64> {
    let magic = 4.0 * (-0.5_f64).exp() / 2_f64.sqrt();
    loop {
        let u1 = source.float(t)?;
        let u2 = 1.0 - source.float(t)?;
        let z = magic * (u1 - 0.5) / u2;
        if z * z / 4.0 <= -u2.ln() {
            return Ok(z);
        }
    }
}

/// Mean and deviation, which 3.10 wants to be given.
fn mean_and_deviation(
    t: &Thread,
    args: Args<'_>,
    [old, new]: [&Parameters; 2],
) -> PyResult<(f64, f64)> {
    let parameters = match t.version {
        Version::V310 => old,
        Version::V311 => new,
    };
    let [mu, sigma] = t.arguments(parameters, args)?;
    Ok((number(t, mu, 0.0)?, number(t, sigma, 1.0)?))
}

static NORMAL: [&Parameters; 2] = [
    &Parameters::new("Random.normalvariate", &["mu", "sigma"], 2),
    &Parameters::new("Random.normalvariate", &["mu", "sigma"], 0),
];

fn normalvariate(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let (mu, sigma) = mean_and_deviation(t, args, NORMAL)?;
    float(t, mu + normal(t, &Source::new(t, object)?)? * sigma)
}

static LOG_NORMAL: Parameters = Parameters::new("Random.lognormvariate", &["mu", "sigma"], 2);

fn lognormvariate(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let (mu, sigma) = mean_and_deviation(t, args, [&LOG_NORMAL; 2])?;
    let exponent = mu + normal(t, &Source::new(t, object)?)? * sigma;
    overflowing(t, exponent.exp())
}

/// A result that must be finite.
fn overflowing(t: &Thread, value: f64) -> PyResult {
    match value.is_infinite() {
        true => Err(t.overflow_error("math range error")),
        false => float(t, value),
    }
}

static GAUSS: [&Parameters; 2] = [
    &Parameters::new("Random.gauss", &["mu", "sigma"], 2),
    &Parameters::new("Random.gauss", &["mu", "sigma"], 0),
];

/// Two independent normal deviates come from one angle and one radius; the second waits.
fn gauss(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let (mu, sigma) = mean_and_deviation(t, args, GAUSS)?;
    let random = own(t, object)?;
    let waiting = random.gauss_next.replace(Some(Object::none()));
    let z = match waiting.filter(|next| !next.is_none()) {
        Some(next) => float_value(t, &next)?,
        None => {
            let source = Source::new(t, object)?;
            let angle = source.float(t)? * TAU;
            let radius = (-2.0 * (1.0 - source.float(t)?).ln()).sqrt();
            random.gauss_next.set(float(t, angle.sin() * radius)?);
            angle.cos() * radius
        }
    };
    float(t, mu + z * sigma)
}

fn divided(t: &Thread, a: f64, b: f64) -> PyResult<f64> {
    match b == 0.0 {
        true => Err(t.zero_division_error("float division by zero")),
        false => Ok(a / b),
    }
}

static EXPONENTIAL: Parameters = Parameters::new("Random.expovariate", &["lambd"], 1);

fn expovariate(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let [rate] = t.arguments(&EXPONENTIAL, args)?;
    let drawn = Source::new(t, object)?.float(t)?;
    float(t, divided(t, -(1.0 - drawn).ln(), number(t, rate, 1.0)?)?)
}

static VON_MISES: Parameters = Parameters::new("Random.vonmisesvariate", &["mu", "kappa"], 2);

fn vonmisesvariate(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let [mu, kappa] = t.arguments(&VON_MISES, args)?;
    let (mu, kappa) = (number(t, mu, 0.0)?, number(t, kappa, 0.0)?);
    let source = Source::new(t, object)?;
    if kappa <= 1e-6 {
        return float(t, TAU * source.float(t)?);
    }
    let s = 0.5 / kappa;
    let r = s + (1.0 + s * s).sqrt();
    let z = loop {
        let z = (PI * source.float(t)?).cos();
        let d = z / (r + z);
        let u = source.float(t)?;
        if u < 1.0 - d * d || u <= (1.0 - d) * d.exp() {
            break z;
        }
    };
    let q = 1.0 / r;
    let f = (q + z) / (1.0 + q * z);
    let angle = match source.float(t)? > 0.5 {
        true => mu + f.acos(),
        false => mu - f.acos(),
    };
    t.binary(BinaryOp::Remainder, &float(t, angle)?, &float(t, TAU)?)
}

fn gamma(t: &Thread, source: &Source<'_>, alpha: f64, beta: f64) -> PyResult<f64> {
    if alpha <= 0.0 || beta <= 0.0 {
        return Err(t.value_error("gammavariate: alpha and beta must be > 0.0"));
    }
    if alpha == 1.0 {
        return Ok(-(1.0 - source.float(t)?).ln() * beta);
    }
    if alpha > 1.0 {
        return Ok(gamma_above_one(t, source, alpha)? * beta);
    }
    Ok(gamma_below_one(t, source, alpha)? * beta)
}

/// By rejection from a log-logistic distribution (Cheng 1977).
fn gamma_above_one(t: &Thread, source: &Source<'_>, alpha: f64) -> PyResult<f64> {
    let a = (2.0 * alpha - 1.0).sqrt();
    let (b, c) = (alpha - 4_f64.ln(), alpha + a);
    let magic = 1.0 + 4.5_f64.ln();
    loop {
        let u1 = source.float(t)?;
        if !(1e-7 < u1 && u1 < 0.999_999_9) {
            continue;
        }
        let u2 = 1.0 - source.float(t)?;
        let v = (u1 / (1.0 - u1)).ln() / a;
        let x = alpha * v.exp();
        let z = u1 * u1 * u2;
        let r = b + c * v - x;
        if r + magic - 4.5 * z >= 0.0 || r >= z.ln() {
            return Ok(x);
        }
    }
}

/// Algorithm GS (Kennedy and Gentle).
fn gamma_below_one(t: &Thread, source: &Source<'_>, alpha: f64) -> PyResult<f64> {
    loop {
        let b = (E + alpha) / E;
        let p = b * source.float(t)?;
        let x = match p <= 1.0 {
            true => p.powf(1.0 / alpha),
            false => -((b - p) / alpha).ln(),
        };
        let u = source.float(t)?;
        let limit = match p > 1.0 {
            true => x.powf(alpha - 1.0),
            false => (-x).exp(),
        };
        if u <= limit {
            return Ok(x);
        }
    }
}

/// The two parameters of a distribution, both of which must be given.
fn two(t: &Thread, parameters: &Parameters, args: Args<'_>) -> PyResult<(f64, f64)> {
    let [alpha, beta] = t.arguments(parameters, args)?;
    Ok((number(t, alpha, 1.0)?, number(t, beta, 1.0)?))
}

static GAMMA: Parameters = Parameters::new("Random.gammavariate", &["alpha", "beta"], 2);

fn gammavariate(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let (alpha, beta) = two(t, &GAMMA, args)?;
    float(t, gamma(t, &Source::new(t, object)?, alpha, beta)?)
}

static BETA: Parameters = Parameters::new("Random.betavariate", &["alpha", "beta"], 2);

fn betavariate(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let (alpha, beta) = two(t, &BETA, args)?;
    let source = Source::new(t, object)?;
    let y = gamma(t, &source, alpha, 1.0)?;
    float(
        t,
        match y == 0.0 {
            true => 0.0,
            false => y / (y + gamma(t, &source, beta, 1.0)?),
        },
    )
}

static PARETO: Parameters = Parameters::new("Random.paretovariate", &["alpha"], 1);

fn paretovariate(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let [alpha] = t.arguments(&PARETO, args)?;
    let u = 1.0 - Source::new(t, object)?.float(t)?;
    float(t, u.powf(divided(t, -1.0, number(t, alpha, 1.0)?)?))
}

static WEIBULL: Parameters = Parameters::new("Random.weibullvariate", &["alpha", "beta"], 2);

fn weibullvariate(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let (alpha, beta) = two(t, &WEIBULL, args)?;
    let u = 1.0 - Source::new(t, object)?.float(t)?;
    float(t, alpha * (-u.ln()).powf(divided(t, 1.0, beta)?))
}

/// A row of the table.
macro_rules! method {
    ($name:literal, $function:expr, $doc:literal) => {
        NativeDef {
            name: $name,
            code: NativeCode::Keywords($function),
            doc: $doc,
        }
    };
}

pub(super) static METHODS: &[NativeDef] = &[
    method!(
        "uniform",
        uniform,
        "Get a random number in the range [a, b) or [a, b] depending on rounding."
    ),
    method!("triangular", triangular, "Triangular distribution."),
    method!("normalvariate", normalvariate, "Normal distribution."),
    method!("lognormvariate", lognormvariate, "Log normal distribution."),
    method!("gauss", gauss, "Gaussian distribution."),
    method!("expovariate", expovariate, "Exponential distribution."),
    method!(
        "vonmisesvariate",
        vonmisesvariate,
        "Circular data distribution."
    ),
    method!(
        "gammavariate",
        gammavariate,
        "Gamma distribution.  Not the gamma function!"
    ),
    method!("betavariate", betavariate, "Beta distribution."),
    method!(
        "paretovariate",
        paretovariate,
        "Pareto distribution.  alpha is the shape parameter."
    ),
    method!("weibullvariate", weibullvariate, "Weibull distribution."),
];
